-- What people are told: stored, so that nothing told is lost and nothing is told twice. Never a child's or an adult's
-- name: sentences pass through mail.
create table notification (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    account int references account,
    role text,
    kind text not null check (kind ~ '^[A-Z_]+$'),
    sentence text not null check (sentence <> ''),
    href text not null check (href like '/%'),
    source text not null check (source <> ''),
    created timestamptz not null default lib.recorded_at(),
    check ((account is null) <> (role is null))
);
create unique index notification_once
    on notification (icb, organisation, coalesce(account, 0), coalesce(role, ''), source);
create index notification_newest on notification (icb, organisation, id desc);
select lib.protect('notification');

-- What each person has read and put away. A message to a role is put away by each holder for themselves.
create table notification_reading (
    notification bigint not null references notification,
    account int not null references account,
    icb int not null references organisation,
    read_at timestamptz not null,
    dismissed_at timestamptz,
    primary key (notification, account)
);
select lib.protect_with('notification_reading', 'icb = lib.icb() and account::text = lib.account()');

-- How a person wishes to be written to. No row means: each Monday, late matters at once, and not between 7pm and 8am.
create table digest_preference (
    account int not null references account,
    icb int not null references organisation,
    organisation int not null references organisation,
    digest text not null default 'WEEKLY' check (digest in ('WEEKLY', 'DAILY', 'OFF')),
    at_once boolean not null default true,
    quiet_from time not null default '19:00',
    quiet_to time not null default '08:00',
    version int not null default 1,
    primary key (account, icb, organisation)
);
select lib.protect_with('digest_preference',
    'icb = lib.icb() and (lib.reach() = ''ICB'' or account::text = lib.account())');

-- Mail to be sent: written in the same transaction as what it tells, sent by a job, tried again until it goes.
create table outgoing_mail (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    account int not null references account,
    subject text not null check (subject <> '' and subject !~ '[\r\n]'),
    body text not null,
    href text not null check (href like '/%'),
    source text not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'STOPPED', 'FAILED')),
    attempts int not null default 0,
    next_try timestamptz not null default lib.recorded_at(),
    problem text,
    stop_token text not null default replace(gen_random_uuid()::text, '-', ''),
    created timestamptz not null default lib.recorded_at(),
    sent_at timestamptz,
    unique (account, icb, organisation, source)
);
create index outgoing_mail_waiting on outgoing_mail (icb, next_try) where state = 'WAITING';
create unique index outgoing_mail_stop on outgoing_mail (stop_token);
select lib.protect_with('outgoing_mail',
    'icb = lib.icb() and (lib.reach() = ''ICB'' or account::text = lib.account())');

-- Tells a person, or everyone who holds a role at an organisation. A provider tells its ICB too, whose rows it may not
-- read: hence a function of the owner's, which writes for the acting ICB only. Told once for each source.
create function lib.tell(the_organisation int, the_account int, the_role text, the_kind text, the_sentence text,
    the_href text, the_source text, at_once boolean) returns boolean
language plpgsql security definer set search_path = app, lib as $$
declare
    told bigint;
begin
    insert into notification (icb, organisation, account, role, kind, sentence, href, source)
    values (lib.icb(), the_organisation, the_account, the_role, the_kind, the_sentence, the_href, the_source)
    on conflict do nothing
    returning id into told;
    if told is null then return false; end if;
    if at_once then
        insert into outgoing_mail (icb, organisation, account, subject, body, href, source)
        select lib.icb(), the_organisation, who.account, the_sentence, the_sentence, the_href, the_source
        from (select the_account as account where the_account is not null
              union
              select h.account from pub_role_holder h
              where h.role = the_role and h.icb = lib.icb() and h.organisation = the_organisation
                and h.valid_from <= (lib.recorded_at() at time zone 'Europe/London')::date
                and (h.valid_to is null or h.valid_to > (lib.recorded_at() at time zone 'Europe/London')::date)) who
        left join digest_preference p
            on p.account = who.account and p.icb = lib.icb() and p.organisation = the_organisation
        where coalesce(p.at_once, true)
        on conflict do nothing;
    end if;
    return true;
end
$$;

-- Stops all mail to whoever was sent the mail with this token: they need not sign in to be left alone.
create function lib.stop_mail(token text) returns boolean
language plpgsql security definer set search_path = app, lib as $$
declare
    m outgoing_mail;
begin
    select * into m from outgoing_mail where stop_token = token;
    if m.id is null then return false; end if;
    insert into digest_preference (account, icb, organisation, digest, at_once)
    values (m.account, m.icb, m.organisation, 'OFF', false)
    on conflict (account, icb, organisation)
        do update set digest = 'OFF', at_once = false, version = digest_preference.version + 1;
    update outgoing_mail set state = 'STOPPED'
    where account = m.account and icb = m.icb and organisation = m.organisation and state = 'WAITING';
    return true;
end
$$;
