-- Committee papers. Drafts are seen by people who reach the whole ICB; others see only the public edition of a frozen one.
create table paper (
    id int generated always as identity primary key,
    icb int not null references organisation,
    committee text not null,
    period text not null,
    period_start date not null,
    period_end date not null,
    meeting_on date not null,
    state text not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'SIGNED', 'FROZEN')),
    author int not null references account,
    submitted_on date,
    cover jsonb not null,
    measures text[] not null default '{}',
    made_at timestamptz not null default clock_timestamp(),
    version int not null default 1,
    check (period_end >= period_start),
    check (jsonb_typeof(cover) = 'object')
);
select lib.keep_history('paper');
select lib.protect('paper', null);
create index on paper (icb, meeting_on desc, id desc);

-- One part of a paper with a slot for words. The words themselves are the latest edit.
create table paper_section (
    id int generated always as identity primary key,
    icb int not null references organisation,
    paper int not null references paper,
    kind text not null check (kind in ('COVER', 'AAA', 'KPI', 'LADDER', 'RETURNS', 'CHANGES', 'NARRATIVE')),
    confidential boolean not null default false,
    version int not null default 1,
    unique (paper, kind)
);
select lib.keep_history('paper_section');
select lib.protect('paper_section', null);

-- Every wording a slot ever had. Nothing is overwritten: a second person's edit of the same revision is refused by the key.
create table narrative_edit (
    icb int not null references organisation,
    section int not null references paper_section,
    revision int not null check (revision >= 1),
    author int not null references account,
    author_name text not null,
    at timestamptz not null,
    words text not null check (length(words) <= 20000),
    primary key (section, revision)
);
select lib.keep_history('narrative_edit', 'section, revision');
select lib.protect('narrative_edit', null);
revoke update, delete on narrative_edit from gt_app;

-- Alert, advise, assure. Proposed from the data or written by a person; what is taken out stays, with the reason.
create table paper_point (
    id int generated always as identity primary key,
    icb int not null references organisation,
    paper int not null references paper,
    heading text not null check (heading in ('ALERT', 'ADVISE', 'ASSURE')),
    words text not null check (length(words) between 1 and 2000),
    evidence text check (evidence like '/%' and evidence not like '//%'),
    proposal text,
    confidential boolean not null default false,
    removed_reason text check (removed_reason <> ''),
    edited_by int not null references account,
    edited_by_name text not null,
    version int not null default 1,
    unique (paper, proposal)
);
select lib.keep_history('paper_point');
select lib.protect('paper_point', null);
create index on paper_point (paper);

-- Who signed what. `data_sha256` is what the figures were when they signed. Sent back, a signature no longer counts.
create table paper_signature (
    id int generated always as identity primary key,
    icb int not null references organisation,
    paper int not null references paper,
    step text not null check (step in ('PROFESSIONAL', 'EXECUTIVE')),
    account int not null references account,
    name text not null,
    role text not null,
    signed_on date not null,
    data_sha256 text not null check (data_sha256 ~ '^[0-9a-f]{64}$'),
    withdrawn_reason text check (withdrawn_reason <> ''),
    version int not null default 1
);
create unique index paper_signature_standing on paper_signature (paper, step) where withdrawn_reason is null;
select lib.keep_history('paper_signature');
select lib.protect('paper_signature', null);

-- What the committee was shown. Text, not jsonb: the bytes themselves are what a re-run is compared with.
create table paper_freeze (
    paper int primary key references paper,
    icb int not null references organisation,
    committee text not null,
    instant timestamptz not null,
    data text not null check (data::jsonb is not null),
    data_sha256 text not null check (data_sha256 = encode(sha256(convert_to(data, 'UTF8')), 'hex')),
    frozen_by int not null references account,
    frozen_by_name text not null
);
select lib.keep_history('paper_freeze', 'paper');
select lib.protect('paper_freeze', null);
revoke update, delete on paper_freeze from gt_app;
create index on paper_freeze (icb, committee, instant desc);

-- The edition for the public and for partners: small numbers suppressed, confidential points and parts left out.
create table paper_public (
    paper int primary key references paper,
    icb int not null references organisation,
    title text not null,
    committee text not null,
    period text not null,
    meeting_on date not null,
    instant timestamptz not null,
    edition text not null check (edition::jsonb is not null)
);
select lib.keep_history('paper_public', 'paper');
select lib.protect_with('paper_public', 'icb = lib.icb() and lib.reach() in (''ICB'', ''AGGREGATE'')');
revoke update, delete on paper_public from gt_app;

-- Once frozen, nothing of the paper changes, whatever the program tries.
create function lib.refuse_frozen_paper() returns trigger language plpgsql as $$
declare
    the_paper int := coalesce((to_jsonb(new) ->> 'paper')::int, (to_jsonb(new) ->> 'id')::int);
begin
    if exists (select from app.paper_freeze f where f.paper = the_paper) then
        raise exception 'paper % is frozen', the_paper using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger frozen before update on paper for each row
    when (old.state = 'FROZEN') execute function lib.refuse_frozen_paper();
create trigger frozen before insert or update on paper_section for each row execute function lib.refuse_frozen_paper();
create trigger frozen before insert or update on paper_point for each row execute function lib.refuse_frozen_paper();
