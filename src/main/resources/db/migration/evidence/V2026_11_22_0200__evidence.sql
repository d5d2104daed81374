-- Evidence: an item is given once by its owner and carries many claims. received_at is when it came and never changes; what time it
-- covers and how long it is good for are separate dates.
create table evidence (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    title text not null check (length(title) between 1 and 200),
    kind text not null check (kind in ('PROCESS', 'PRACTICE', 'OUTCOME')),
    document text not null check (document in ('POLICY', 'PLAN', 'MINUTES', 'TRAINING', 'AUDIT', 'REPORT', 'FEEDBACK', 'OTHER')),
    covers_from date,
    covers_to date check (covers_to >= covers_from),
    received_at timestamptz not null,
    given_by int not null references account,
    valid_until date not null,
    valid_basis text not null check (valid_basis in ('REVIEW_DATE', 'DEFAULT', 'CONFIRMED')),
    confirmed_at timestamptz,
    confirmed_by int references account,
    personal_data boolean not null,
    latest int not null default 1 check (latest >= 1),
    withdrawn_at timestamptz,
    withdrawn_by int references account,
    withdrawn_why text check (length(withdrawn_why) between 10 and 1000),
    version int not null default 1,
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_why is null)),
    check ((confirmed_at is null) = (confirmed_by is null)),
    check (valid_basis <> 'CONFIRMED' or confirmed_at is not null)
);
create index on evidence (icb, organisation, id desc);
create index on evidence (icb, valid_until, id) where withdrawn_at is null;
select lib.keep_history('evidence');
select lib.protect('evidence');

create function evidence_received_once() returns trigger language plpgsql as $$
begin
    if new.received_at <> old.received_at or new.organisation <> old.organisation or new.icb <> old.icb then
        raise exception 'when and from whom evidence was received does not change';
    end if;
    return new;
end
$$;
create trigger received_once before update on evidence for each row execute function evidence_received_once();

-- The files of an item, the newest with the highest number. The bytes lie in evidence_chunk.
create table evidence_version (
    evidence bigint not null references evidence,
    number int not null check (number >= 1),
    icb int not null references organisation,
    organisation int not null references organisation,
    file_name text not null check (length(file_name) between 1 and 200),
    media_type text not null check (media_type in ('application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
        'image/png', 'image/jpeg', 'text/csv', 'text/plain')),
    size_bytes bigint not null check (size_bytes between 1 and 26214400),
    sha256 bytea not null check (length(sha256) = 32),
    scan text not null check (scan in ('CLEAN', 'NOT_SCANNED')),
    sealed boolean not null,
    given_by int not null references account,
    at timestamptz not null,
    primary key (evidence, number)
);
create index on evidence_version (icb, organisation, sha256);
select lib.keep_history('evidence_version', 'evidence, number');
select lib.protect('evidence_version');

-- A file's bytes in order, 256 KB each; encrypted one by one where the item is restricted. Written with their version and never changed
-- but for that.
create table evidence_chunk (
    evidence bigint not null,
    number int not null,
    part int not null check (part >= 0),
    icb int not null,
    organisation int not null,
    bytes bytea not null,
    primary key (evidence, number, part),
    foreign key (evidence, number) references evidence_version
);
alter table evidence_chunk alter column bytes set storage external;  -- what comes is compressed already
select lib.protect('evidence_chunk');

-- What an item supports, by the stable name of a thing of any module.
create table evidence_claim (
    evidence bigint not null references evidence,
    subject text not null check (subject ~ '^[a-z]+(-[a-z]+)*/.+$'),
    icb int not null references organisation,
    organisation int not null references organisation,
    linked_by text not null,
    at timestamptz not null,
    carried_from text,
    primary key (evidence, subject)
);
create index on evidence_claim (icb, subject, evidence);
select lib.keep_history('evidence_claim', 'evidence, subject');
select lib.protect('evidence_claim');

-- A file on its way over a bad line, part by part; gone once it is an item's version, or after a day. Encrypted: nobody has said yet
-- whether it names people.
create table evidence_upload (
    id uuid primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    account int not null references account,
    file_name text not null check (length(file_name) between 1 and 200),
    size_bytes bigint not null check (size_bytes between 1 and 26214400),
    received bigint not null default 0 check (received between 0 and size_bytes),
    started_at timestamptz not null
);
create index on evidence_upload (icb, account, started_at);
create index on evidence_upload (started_at);
select lib.protect('evidence_upload');
create table evidence_upload_part (
    upload uuid not null references evidence_upload on delete cascade,
    start bigint not null check (start >= 0),
    icb int not null,
    organisation int not null,
    bytes bytea not null,
    primary key (upload, start)
);
alter table evidence_upload_part alter column bytes set storage external;
select lib.protect('evidence_upload_part');

-- A restricted item's title may name someone, so others are not told it.
select lib.publish('pub_evidence', $q$
    select e.icb, e.organisation, e.id, case when e.personal_data then null else e.title end as title, e.kind, e.document,
        e.covers_from, e.covers_to, (e.received_at at time zone 'Europe/London')::date as received_on, e.valid_until,
        e.personal_data as restricted, e.withdrawn_at, e.latest
    from evidence e $q$);
select lib.publish('pub_evidence_claim', $q$
    select icb, organisation, evidence, subject, at, carried_from from evidence_claim $q$);
