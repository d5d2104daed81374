-- Row-level security asks who acts once a statement, not once a row: a sub-select is worked out before the first row, where a
-- plain function call is repeated for each. The rules themselves stay as they are.
create function lib.once(rule text) returns text language sql immutable as
    $$ select regexp_replace(rule, '(?<!select )lib\.(\w+)\(\)', '(select lib.\1())', 'gi') $$;

create or replace function lib.protect_with(name text, rule text) returns void
language plpgsql as $$
declare
    place text;
begin
    foreach place in array array['app', 'history'] loop
        if to_regclass(format('%I.%I', place, name)) is not null then
            execute format('alter table %I.%I enable row level security', place, name);
            execute format('create policy reach on %I.%I for all to gt_app, gt_read using (%s) with check (%s)',
                place, name, lib.once(rule), lib.once(rule));
        end if;
    end loop;
end
$$;

do $$
declare
    policy record;
    found text := current_setting('search_path');
begin
    perform set_config('search_path', 'pg_catalog', true);  -- so that names are written with their schemas
    for policy in
        select p.polname, p.polrelid::regclass as protected,
            lib.once(pg_get_expr(p.polqual, p.polrelid)) as shown, lib.once(pg_get_expr(p.polwithcheck, p.polrelid)) as written
        from pg_policy p
        join pg_class c on c.oid = p.polrelid
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'history', 'ledger', 'person')
    loop
        if policy.shown is not null then
            execute format('alter policy %I on %s using (%s)', policy.polname, policy.protected, policy.shown);
        end if;
        if policy.written is not null then
            execute format('alter policy %I on %s with check (%s)', policy.polname, policy.protected, policy.written);
        end if;
    end loop;
    perform set_config('search_path', found, true);
end
$$;
