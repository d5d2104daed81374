-- A promise in SQL: what one module lets others read. Made twice from one query, over the present (app) and over the past
-- (asat), so that a reader's statement means either by search_path alone. Every table of the query must keep history.
create function lib.publish(name text, query text) returns void
language plpgsql as $$
declare
    place text;
    before text := current_setting('search_path');
begin
    foreach place in array array['app', 'asat'] loop
        perform set_config('search_path', place || ', lib', true);
        execute format('drop view if exists %I.%I', place, name);
        execute format('create view %I.%I with (security_invoker = true) as %s', place, name, query);
        execute format('grant select on %I.%I to gt_app, gt_read', place, name);
    end loop;
    perform set_config('search_path', before, true);
end
$$;
