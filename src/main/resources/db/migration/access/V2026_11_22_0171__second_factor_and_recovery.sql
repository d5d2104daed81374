-- Each one-time code opens the door once: the step of the last one used is remembered.
alter table account add column second_factor_step bigint not null default 0;

-- Ten codes for the day the phone is lost. Each works once. Only a keyed hash is kept; the key is not in the database.
create table recovery_code (
    account int not null references account,
    code_mac bytea not null,
    used_at timestamptz,
    primary key (account, code_mac)
);
select lib.protect_with('recovery_code', 'lib.reach() = ''SYSTEM'' or account::text = lib.account()');

-- Whether a code is set up is known with every request: some roles may do nothing without.
alter type lib.acting add attribute second_factor boolean;
create or replace function lib.acting_of(the_account int, the_icb int, the_organisation int, used timestamptz)
returns lib.acting
language sql stable security definer set search_path = app, lib as $$
    select row(a.id, a.name, i.id, i.name, o.id, o.name, o.code,
        array(select g.role from role_grant g
              where g.account = a.id and g.icb = i.id and g.organisation = o.id
                and g.valid_from <= (now() at time zone 'Europe/London')::date
                and (g.valid_to is null or g.valid_to > (now() at time zone 'Europe/London')::date)
              order by g.role),
        used, a.demonstration,
        (select count(distinct (g.icb, g.organisation)) from role_grant g
         where g.account = a.id and g.valid_to is null),
        a.second_factor is not null)::lib.acting
    from account a, organisation i, organisation o
    where a.id = the_account and a.disabled_at is null and i.id = the_icb and o.id = the_organisation
$$;

-- For an administrator whose colleague lost password or phone: a new first password, no second factor, no recovery codes,
-- signed out everywhere, tokens revoked. Only for someone who acts in the acting ICB and nowhere else: another ICB's
-- people are not this administrator's. Says whether it was done.
create function lib.start_account_again(the_account int, hash text) returns boolean
language plpgsql security definer set search_path = app, lib as $$
begin
    if lib.reach() <> 'ICB'
        or not exists (select from role_grant where account = the_account and icb = lib.icb() and valid_to is null)
        or exists (select from role_grant where account = the_account and icb <> lib.icb() and valid_to is null)
    then
        return false;
    end if;
    update account set password_hash = hash, second_factor = null, second_factor_step = 0, version = version + 1
    where id = the_account and disabled_at is null and not demonstration;
    if not found then return false; end if;
    delete from recovery_code where account = the_account;
    delete from session where account = the_account;
    update api_token set revoked_at = clock_timestamp() where account = the_account and revoked_at is null;
    return true;
end
$$;
