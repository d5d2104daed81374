-- Who of the acting organisation holds which role today: to name somebody for a task or a signature. Only one's own organisation, so that nobody
-- learns who works for another.
create function lib.colleagues(day date) returns table (account int, name text, role text)
language sql stable security definer set search_path = app, lib as $$
    select a.id, a.name, g.role
    from role_grant g
    join account a on a.id = g.account
    where lib.account() is not null and g.icb = lib.icb() and g.organisation = lib.organisation() and a.disabled_at is null
        and g.valid_from <= day and (g.valid_to is null or g.valid_to > day)
    order by a.name, a.id, g.role
$$;
