-- Evidence that a provider lets a further ICB look at: one file of an item as it stood, for one line of what was shared. The row belongs to the
-- ICB that keeps the item, which alone writes it; the other ICB reads the row, and through it the file's bytes, until it is closed.
-- Nothing is copied: the file lies where it lay. What holds personal data is named as held, without title or file.
create table evidence_lent (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    with_icb int not null references organisation check (with_icb <> icb),
    under text not null check (under ~ '^[a-z]+(-[a-z]+)*/.+$'),
    stood_at timestamptz not null,
    line text not null,
    evidence bigint not null,
    number int not null,
    held boolean not null,
    title text check (length(title) between 1 and 200),
    kind text not null,
    document text not null,
    covers_from date,
    covers_to date,
    received_on date not null,
    valid_until date not null,
    file_name text,
    media_type text not null,
    size_bytes bigint not null,
    sha256 bytea,
    scan text not null,
    lent_at timestamptz not null,
    withdrawn_at timestamptz,
    closed_at timestamptz,
    version int not null default 1,
    unique (under, stood_at, line, evidence),
    foreign key (evidence, number) references evidence_version,
    check (held = (title is null) and held = (file_name is null) and held = (sha256 is null))
);
create index on evidence_lent (evidence, number);
select lib.keep_history('evidence_lent');

do $$
declare
    place text;
    reach text := '(lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation = lib.organisation()))';
    ours text := lib.once('icb = lib.icb() and ' || reach);
begin
    foreach place in array array['app', 'history'] loop
        execute format('alter table %I.evidence_lent enable row level security', place);
        execute format('create policy reads on %I.evidence_lent for select to gt_app, gt_read using (%s)',
            place, lib.once('(icb = lib.icb() or with_icb = lib.icb()) and ' || reach));
    end loop;
    execute format('create policy lends on app.evidence_lent for insert to gt_app with check (%s)', ours);
    execute format('create policy changes on app.evidence_lent for update to gt_app using (%s) with check (%s)', ours, ours);
    revoke update, delete on app.evidence_lent from gt_app;
    grant update (held, title, file_name, sha256, withdrawn_at, closed_at, version) on app.evidence_lent to gt_app;
end
$$;

-- The further ICB reads these very bytes and no others. What the rule asks of evidence_lent is answered under that table's own rules.
create policy lent on app.evidence_chunk for select to gt_app, gt_read using (
    exists (
        select from app.evidence_lent l
        where l.evidence = evidence_chunk.evidence and l.number = evidence_chunk.number and l.icb = evidence_chunk.icb
            and l.organisation = evidence_chunk.organisation and l.with_icb = (select lib.icb())
            and l.closed_at is null and not l.held));
