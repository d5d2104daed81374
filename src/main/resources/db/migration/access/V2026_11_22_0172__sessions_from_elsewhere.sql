-- Whether the identity provider that vouched for the person asked for a second factor itself.
alter table session add column second_factor boolean not null default false;

-- As before, and: a session with a second factor from elsewhere counts as one; an account that is closed acts for nobody.
create or replace function lib.acting_by_session(hash bytea, idle interval) returns setof lib.acting
language plpgsql volatile security definer set search_path = app, lib as $$
declare
    s session;
    a lib.acting;
begin
    select * into s from session where token_hash = hash;
    if s.token_hash is null or s.last_used_at < clock_timestamp() - idle then return; end if;
    if s.last_used_at < clock_timestamp() - interval '1 minute' then
        update session set last_used_at = clock_timestamp() where token_hash = hash;
    end if;
    a := lib.acting_of(s.account, s.icb, s.organisation, s.last_used_at);
    if a.account is null then return; end if;
    a.second_factor := a.second_factor or s.second_factor;
    return next a;
end
$$;
