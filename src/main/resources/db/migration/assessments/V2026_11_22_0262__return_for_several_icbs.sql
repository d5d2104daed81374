-- That a provider agreed to share a return with a further ICB it is assured by. The answers are then copied into that ICB's own round, where they are
-- judged by it alone: no row of a judgement ever names two ICBs. Only the provider adds; the other ICB sees that there is one.
create table shared_return (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    assessment bigint not null references assessment,
    with_icb int not null references organisation check (with_icb <> icb),
    agreed_by int not null references account,
    agreed_by_name text not null,
    agreed_at timestamptz not null,
    version int not null default 1,
    unique (assessment, with_icb)
);
create index on shared_return (with_icb, organisation);
select lib.keep_history('shared_return');

do $$
declare
    place text;
    seen text := lib.once('(icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation = lib.organisation()))) '
        || 'or (with_icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation = lib.organisation())))');
begin
    foreach place in array array['app', 'history'] loop
        execute format('alter table %I.shared_return enable row level security', place);
        execute format('create policy reads on %I.shared_return for select to gt_app, gt_read using (%s)', place, seen);
    end loop;
    execute format('create policy adds on app.shared_return for insert to gt_app with check (%s)',
        lib.once('icb = lib.icb() and lib.reach() = ''OWN'' and organisation = lib.organisation()'));
    revoke update, delete on app.shared_return from gt_app;
end
$$;

-- That an assessment was filled with a return shared from another ICB, and with which handing in of it.
create table shared_copy (
    assessment bigint primary key references assessment,
    icb int not null references organisation,
    organisation int not null references organisation,
    from_icb int not null references organisation check (from_icb <> icb),
    handed_in_at timestamptz not null,
    version int not null default 1
);
create index on shared_copy (icb, organisation);
select lib.keep_history('shared_copy', 'assessment');
select lib.protect('shared_copy');

alter table answer drop constraint answer_source_check;
alter table answer add constraint answer_source_check check (source in ('TYPED', 'CARRIED', 'MAPPED', 'SHARED'));
