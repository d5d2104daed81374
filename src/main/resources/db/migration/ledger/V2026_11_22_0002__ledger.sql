-- The append-only record of who did and saw what, written in the same transaction as what it records.
create table ledger.entry (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    account text not null default lib.account(),
    icb int default lib.icb(),
    organisation int default lib.organisation(),
    action text not null,
    subject text not null,
    detail jsonb not null default '{}'
);
create index on ledger.entry (subject, id desc);
create index on ledger.entry (xid, id);
create index on ledger.entry (icb, id desc);
create index on ledger.entry (account, id desc);
grant select, insert on ledger.entry to gt_app;
alter table ledger.entry enable row level security;
create policy append on ledger.entry for insert to gt_app
    with check (account = lib.account() and icb is not distinct from lib.icb());
create policy look on ledger.entry for select to gt_app
    using (lib.reach() = 'SYSTEM' or (icb = lib.icb() and (lib.reach() = 'ICB' or account = lib.account())));

-- A seal covers every entry of the transactions numbered from_xid (inclusive) to to_xid (exclusive). It is only made up
-- to the oldest transaction still running, so nothing can be added to what it covers.
create table ledger.seal (
    number bigint primary key,
    from_xid xid8 not null,
    to_xid xid8 not null,
    entries bigint not null,
    previous_hash bytea not null,
    hash bytea not null,
    sealed_at timestamptz not null default clock_timestamp(),
    check (from_xid < to_xid)
);
grant select, insert on ledger.seal to gt_app;

create function ledger.sealable_to() returns xid8 language sql as $$ select pg_snapshot_xmin(pg_current_snapshot()) $$;
grant execute on function ledger.sealable_to() to gt_app;
