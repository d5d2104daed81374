-- Schemas, roles and the helper functions every later migration uses. Owned by the migrating role; the application
-- connects as gt_app, to which row-level security applies.
create schema if not exists app;       -- current rows
create schema history;   -- superseded row versions
create schema asat;      -- the tables' names again, as they stood at app.as_at
create schema ledger;    -- who did and saw what
create schema person;    -- identifiers of children and adults, encrypted
create schema lib;       -- functions

do $$
begin
    if not exists (select from pg_roles where rolname = 'gt_app') then create role gt_app nologin; end if;
    if not exists (select from pg_roles where rolname = 'gt_read') then create role gt_read nologin; end if;
end
$$;

grant usage on schema app, history, asat, ledger, person, lib to gt_app, gt_read;
alter default privileges in schema app grant select, insert, update, delete on tables to gt_app;
alter default privileges in schema app grant usage on sequences to gt_app;
alter default privileges in schema app grant select on tables to gt_read;
alter default privileges in schema history grant select on tables to gt_app, gt_read;
alter default privileges in schema asat grant select on tables to gt_app, gt_read;

-- Who acts. A setting that is missing reads as null, which no policy lets through.
create function lib.account() returns text language sql stable as
    $$ select nullif(current_setting('app.account', true), '') $$;
create function lib.icb() returns int language sql stable as
    $$ select nullif(current_setting('app.icb', true), '')::int $$;
create function lib.organisation() returns int language sql stable as
    $$ select nullif(current_setting('app.organisation', true), '')::int $$;
create function lib.reach() returns text language sql stable as
    $$ select nullif(current_setting('app.reach', true), '') $$;
create function lib.as_at() returns timestamptz language sql stable as
    $$ select nullif(current_setting('app.as_at', true), '')::timestamptz $$;
create function lib.recorded_at() returns timestamptz language sql stable as
    $$ select coalesce(nullif(current_setting('app.recorded_at', true), '')::timestamptz, clock_timestamp()) $$;

-- Every transaction starts with one of these. A write holds a shared lock that a freeze (lib.freeze_instant) waits for,
-- and takes its one recorded instant after it has the lock: so nothing recorded up to a frozen instant can still arrive.
create function lib.begin_read(account text, icb int, organisation int, reach text) returns void
language plpgsql as $$
begin
    perform set_config('app.account', account, true),
            set_config('app.icb', coalesce(icb::text, ''), true),
            set_config('app.organisation', coalesce(organisation::text, ''), true),
            set_config('app.reach', reach, true);
end
$$;

create function lib.begin_write(account text, icb int, organisation int, reach text) returns void
language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(736501);
    perform set_config('app.account', account, true),
            set_config('app.icb', coalesce(icb::text, ''), true),
            set_config('app.organisation', coalesce(organisation::text, ''), true),
            set_config('app.reach', reach, true),
            set_config('app.recorded_at', clock_timestamp()::text, true);
end
$$;

create function lib.begin_as_at(account text, icb int, organisation int, reach text, instant timestamptz) returns void
language plpgsql as $$
begin
    perform lib.begin_read(account, icb, organisation, reach);
    perform set_config('app.as_at', instant::text, true),
            set_config('search_path', 'asat, lib', true);
end
$$;

create function lib.freeze_instant() returns timestamptz
language plpgsql as $$
begin
    perform pg_advisory_xact_lock(736501);
    return clock_timestamp();
end
$$;

-- Keeps each superseded version of app.<name>'s rows in history.<name>, and shows the table as it stood in asat.<name>.
-- The current version costs nothing extra: only an update or a delete writes a second row.
create function lib.keep_history(name text, key text default 'id') returns void
language plpgsql as $$
begin
    execute format('alter table app.%I add column recorded_from timestamptz not null default lib.recorded_at()', name);
    execute format('create table history.%I (recorded_to timestamptz not null, like app.%I)', name, name);
    execute format('create index on history.%I (%s, recorded_from)', name, key);
    execute format($f$
        create function history.remember_%s() returns trigger language plpgsql security definer
        set search_path = pg_catalog as $b$
        begin
            if old.recorded_from < lib.recorded_at() then
                insert into history.%I select lib.recorded_at(), old.*;
            end if;
            if tg_op = 'DELETE' then return old; end if;
            new.recorded_from := lib.recorded_at();
            return new;
        end
        $b$ $f$, name, name);
    execute format('create trigger keep_history before update or delete on app.%I '
        'for each row execute function history.remember_%s()', name, name);
    perform lib.refresh_history(name);
end
$$;

-- After a column was added to app.<name>: gives history the same column and makes the asat view anew.
create function lib.refresh_history(name text) returns void
language plpgsql as $$
declare
    missing record;
    columns text;
begin
    for missing in
        select a.attname, format_type(a.atttypid, a.atttypmod) as type
        from pg_attribute a
        where a.attrelid = format('app.%I', name)::regclass and a.attnum > 0 and not a.attisdropped
          and not exists (select from pg_attribute h where h.attrelid = format('history.%I', name)::regclass
                          and h.attname = a.attname and not h.attisdropped)
        order by a.attnum
    loop
        execute format('alter table history.%I add column %I %s', name, missing.attname, missing.type);
    end loop;
    select string_agg(format('%I', attname), ', ' order by attnum) into columns
    from pg_attribute
    where attrelid = format('app.%I', name)::regclass and attnum > 0 and not attisdropped;
    execute format('drop view if exists asat.%I', name);
    execute format('create view asat.%I with (security_invoker = true) as '
        'select %s from app.%I where recorded_from <= lib.as_at() '
        'union all select %s from history.%I where recorded_from <= lib.as_at() and recorded_to > lib.as_at()',
        name, columns, name, columns, name);
    execute format('grant select on asat.%I to gt_app, gt_read', name);
end
$$;

-- Row-level security on app.<name> and its history: rows of the acting ICB; and of the acting organisation alone unless
-- the actor reaches the whole ICB. Call after keep_history. own = the column that names the organisation, or null when
-- only people who reach the whole ICB may see the rows.
create function lib.protect(name text, own text default 'organisation') returns void
language plpgsql as $$
declare
    rule text := 'icb = lib.icb() and (lib.reach() = ''ICB''';
    place text;
begin
    if own is not null then rule := rule || format(' or (lib.reach() = ''OWN'' and %I = lib.organisation())', own); end if;
    rule := rule || ')';
    perform lib.protect_with(name, rule);
end
$$;

-- The same with a rule of the table's own.
create function lib.protect_with(name text, rule text) returns void
language plpgsql as $$
declare
    place text;
begin
    foreach place in array array['app', 'history'] loop
        if to_regclass(format('%I.%I', place, name)) is not null then
            execute format('alter table %I.%I enable row level security', place, name);
            execute format('create policy reach on %I.%I for all to gt_app, gt_read using (%s) with check (%s)',
                place, name, rule, rule);
        end if;
    end loop;
end
$$;
