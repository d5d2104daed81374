-- Accounts, what they may act as, sessions and tokens. Tokens are kept only as hashes.
create table account (
    id int generated always as identity primary key,
    sign_in_name text not null check (sign_in_name = lower(sign_in_name)),
    name text not null,
    password_hash text not null,
    second_factor bytea,
    demonstration boolean not null default false,
    created_at timestamptz not null default clock_timestamp(),
    disabled_at timestamptz,
    version int not null default 1
);
create unique index account_sign_in_name on account (sign_in_name);
select lib.protect_with('account', 'lib.reach() = ''SYSTEM'' or id::text = lib.account() or lib.reach() = ''ICB''');

create table role_grant (
    id int generated always as identity primary key,
    account int not null references account,
    role text not null,
    icb int not null references organisation,
    organisation int not null references organisation,
    valid_from date not null default current_date,
    valid_to date,
    version int not null default 1
);
create unique index role_grant_open on role_grant (account, role, icb, organisation) where valid_to is null;
select lib.keep_history('role_grant');
select lib.protect_with('role_grant', 'lib.reach() = ''SYSTEM'' or account::text = lib.account() or (lib.reach() = ''ICB'' and icb = lib.icb())');

create table session (
    token_hash bytea primary key,
    account int not null references account,
    icb int not null references organisation,
    organisation int not null references organisation,
    created_at timestamptz not null default clock_timestamp(),
    last_used_at timestamptz not null default clock_timestamp()
);
create index on session (account);
create index on session (last_used_at);
select lib.protect_with('session', 'lib.reach() = ''SYSTEM'' or account::text = lib.account()');

create table api_token (
    id int generated always as identity primary key,
    account int not null references account,
    icb int not null references organisation,
    organisation int not null references organisation,
    label text not null,
    token_hash bytea not null unique,
    created_at timestamptz not null default clock_timestamp(),
    last_used_on date,
    expires_on date not null,
    revoked_at timestamptz
);
create index on api_token (account);
select lib.protect_with('api_token', 'lib.reach() = ''SYSTEM'' or account::text = lib.account()');

-- Failed sign-ins, counted per bucket: an account as seen from one known device, or from one network address. Guessing
-- from elsewhere therefore never locks the rightful person out of their own device.
create table sign_in_failure (
    bucket bytea not null,
    at timestamptz not null default clock_timestamp()
);
create index on sign_in_failure (bucket, at);
select lib.protect_with('sign_in_failure', 'lib.reach() = ''SYSTEM''');

create table known_device (
    token_hash bytea primary key,
    account int not null references account,
    created_at timestamptz not null default clock_timestamp()
);
select lib.protect_with('known_device', 'lib.reach() = ''SYSTEM''');

-- One round trip for every request: from a token's hash to who acts, for whom, in which roles today. A session is
-- touched at most once a minute.
create type lib.acting as (
    account int, name text, icb int, icb_name text, organisation int, organisation_name text, organisation_code text,
    roles text[], last_used_at timestamptz, demonstration boolean, places int
);

create function lib.acting_of(the_account int, the_icb int, the_organisation int, used timestamptz) returns lib.acting
language sql stable security definer set search_path = app, lib as $$
    select row(a.id, a.name, i.id, i.name, o.id, o.name, o.code,
        array(select g.role from role_grant g
              where g.account = a.id and g.icb = i.id and g.organisation = o.id
                and g.valid_from <= (now() at time zone 'Europe/London')::date
                and (g.valid_to is null or g.valid_to > (now() at time zone 'Europe/London')::date)
              order by g.role),
        used, a.demonstration,
        (select count(distinct (g.icb, g.organisation)) from role_grant g
         where g.account = a.id and g.valid_to is null))::lib.acting
    from account a, organisation i, organisation o
    where a.id = the_account and a.disabled_at is null and i.id = the_icb and o.id = the_organisation
$$;

create function lib.acting_by_session(hash bytea, idle interval) returns setof lib.acting
language plpgsql volatile security definer set search_path = app, lib as $$
declare
    s session;
begin
    select * into s from session where token_hash = hash;
    if s is null or s.last_used_at < clock_timestamp() - idle then return; end if;
    if s.last_used_at < clock_timestamp() - interval '1 minute' then
        update session set last_used_at = clock_timestamp() where token_hash = hash;
    end if;
    return next lib.acting_of(s.account, s.icb, s.organisation, s.last_used_at);
end
$$;

create function lib.acting_by_token(hash bytea) returns setof lib.acting
language plpgsql volatile security definer set search_path = app, lib as $$
declare
    t api_token;
    today date := (now() at time zone 'Europe/London')::date;
begin
    select * into t from api_token where token_hash = hash and revoked_at is null and expires_on >= today;
    if t is null then return; end if;
    if t.last_used_on is distinct from today then
        update api_token set last_used_on = today where id = t.id;
    end if;
    return next lib.acting_of(t.account, t.icb, t.organisation, clock_timestamp());
end
$$;
