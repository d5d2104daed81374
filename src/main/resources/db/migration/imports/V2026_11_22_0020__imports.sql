-- An uploaded file on its way into the record: read, compared, reviewed, then approved, rejected or taken back.
create table import_batch (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    kind text not null,
    file_name text not null,
    sha256 bytea not null check (length(sha256) = 32),
    size bigint not null check (size > 0),
    uploaded_by int not null references account,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    state text not null default 'READING'
        check (state in ('READING', 'FAILED', 'UNCHANGED', 'REVIEW', 'APPROVED', 'REJECTED', 'UNDONE')),
    failure text,
    counts jsonb not null default '{}',
    ignored jsonb not null default '{}',
    notes jsonb not null default '[]',
    decided_by int references account,
    decided_by_name text,
    decided_at timestamptz,
    alone boolean not null default false,
    undone_by_name text,
    undone_at timestamptz,
    undo_reason text,
    idempotency_key text,
    version int not null default 1,
    check ((state in ('APPROVED', 'REJECTED', 'UNDONE')) = (decided_at is not null)),
    check ((state = 'UNDONE') = (undone_at is not null)),
    check ((state = 'FAILED') = (failure is not null))
);
create unique index import_batch_key on import_batch (icb, uploaded_by, idempotency_key);
create index import_batch_list on import_batch (icb, organisation, id desc);
create index import_batch_hash on import_batch (icb, kind, sha256);
select lib.keep_history('import_batch');
select lib.protect('import_batch');

-- The file itself, as evidence: in parts of at most 1 MB, numbered from 0.
create table import_file (
    batch bigint not null references import_batch,
    part int not null,
    icb int not null,
    organisation int not null,
    bytes bytea not null,
    primary key (batch, part)
);
select lib.protect('import_file');

-- What the file would do, a line a record. verdict is what was found and never changes; effect is what approving does,
-- null for nothing. An ambiguous line has options, and takes its effect from the one that a person chooses.
create table import_row (
    batch bigint not null references import_batch,
    line int not null,
    icb int not null,
    organisation int not null,
    row_number int not null,
    key text not null,
    label text not null,
    verdict text not null check (verdict in ('NEW', 'CHANGED', 'CLOSED', 'IDENTICAL', 'AMBIGUOUS', 'REJECTED')),
    effect text check (effect in ('NEW', 'CHANGED', 'CLOSED')),
    before jsonb,
    after jsonb,
    reason text,
    options jsonb,
    chosen text,
    succeeds text,
    problems jsonb,
    primary key (batch, line)
);
create index import_row_verdict on import_row (batch, verdict, line);
select lib.keep_history('import_row', 'batch, line');
select lib.protect('import_row');
