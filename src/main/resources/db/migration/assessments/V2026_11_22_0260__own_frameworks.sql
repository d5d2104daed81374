-- A framework of questions that an ICB made itself, one row an edition, as the text that the linter passed. Rows are only ever added: answers keep
-- the words they were given under. Everybody who acts within the ICB may read them, for providers answer them; adding needs the whole ICB.
create table own_framework (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    code text not null check (code ~ '^[A-Z][A-Z0-9_]{2,19}$'),
    edition text not null check (edition ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,19}$'),
    name text not null check (length(name) between 1 and 200),
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    content text not null check (length(content) between 1 and 1000000),
    file_name text not null check (length(file_name) <= 200),
    published_by int not null references account,
    published_by_name text not null,
    published_at timestamptz not null,
    version int not null default 1
);
create unique index on own_framework (icb, code, lower(replace(edition, '/', '-')));
create unique index on own_framework (icb, code, valid_from);
select lib.keep_history('own_framework');

do $$
declare
    place text;
begin
    foreach place in array array['app', 'history'] loop
        execute format('alter table %I.own_framework enable row level security', place);
        execute format('create policy reads on %I.own_framework for select to gt_app, gt_read using (%s)', place, lib.once('icb = lib.icb()'));
    end loop;
    execute format('create policy adds on app.own_framework for insert to gt_app with check (%s)',
        lib.once('icb = lib.icb() and lib.reach() = ''ICB'''));
    revoke update, delete on app.own_framework from gt_app;
end
$$;
