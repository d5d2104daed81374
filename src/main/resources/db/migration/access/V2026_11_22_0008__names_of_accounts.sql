-- The names behind account numbers, for pages that say who did something. People of the same ICB, and oneself.
create function lib.account_names(numbers int[]) returns table (id int, name text)
language sql stable security definer set search_path = app, lib as $$
    select a.id, a.name
    from account a
    where a.id = any (numbers)
      and lib.account() is not null
      and exists (select from role_grant g where g.account = a.id and g.icb = lib.icb())
$$;
