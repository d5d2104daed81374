-- Mail says what kind of work waits and how many, never what it is about: whoever reads a mailbox learns nothing of a
-- provider. So the sentence, which names one, is no longer kept here. Each row is one matter to count, or one digest.
delete from outgoing_mail where state <> 'SENT';
alter table outgoing_mail drop column subject;
alter table outgoing_mail drop column body;
alter table outgoing_mail drop column href;
alter table outgoing_mail add column sort text not null default 'AT_ONCE'
    check (sort in ('AT_ONCE', 'DIGEST', 'SECURITY', 'TEST'));
-- What waits, by kind, in words fit for any eye: [{"words": "Returns to enter", "count": 2}].
alter table outgoing_mail add column counts jsonb not null default '[]' check (jsonb_typeof(counts) = 'array');
-- A row is SENDING while one node hands it over. Found so long after, nobody knows whether it went: it is DOUBTFUL and
-- not sent again, for the matter stands on Home in any case.
alter table outgoing_mail add column claimed timestamptz;
alter table outgoing_mail drop constraint outgoing_mail_state_check;
alter table outgoing_mail add constraint outgoing_mail_state_check
    check (state in ('WAITING', 'SENDING', 'SENT', 'STOPPED', 'FAILED', 'DOUBTFUL'));
create index outgoing_mail_states on outgoing_mail (icb, state);

-- Appends who is invented: nobody is written to there.
create or replace view app.pub_account with (security_invoker = true) as
    select id, sign_in_name as address, disabled_at, demonstration, name from app.account;

-- The ICBs for which mail is to be handed over at that time, or was left half-way.
create function lib.icbs_with_mail(at timestamptz) returns setof int
language sql stable security definer set search_path = app, lib as $$
    select distinct icb from outgoing_mail
    where (state = 'WAITING' and next_try <= at) or state = 'SENDING'
    order by icb
$$;

-- The first instant from then on that is outside someone's quiet hours, in London.
create function lib.after_quiet(wanted timestamptz, quiet_from time, quiet_to time) returns timestamptz
language sql immutable as $$
    select case
        when quiet_from = quiet_to then wanted
        when quiet_from < quiet_to and l.t::time >= quiet_from and l.t::time < quiet_to
            then (l.t::date + quiet_to) at time zone 'Europe/London'
        when quiet_from > quiet_to and l.t::time >= quiet_from
            then (l.t::date + 1 + quiet_to) at time zone 'Europe/London'
        when quiet_from > quiet_to and l.t::time < quiet_to
            then (l.t::date + quiet_to) at time zone 'Europe/London'
        else wanted
    end
    from (select wanted at time zone 'Europe/London' as t) l
$$;

-- As before, and: mail only counts the matter by its kind, waits for the end of quiet hours, and is for real people.
create or replace function lib.tell(the_organisation int, the_account int, the_role text, the_kind text,
    the_sentence text, the_href text, the_source text, at_once boolean) returns boolean
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
        insert into outgoing_mail (icb, organisation, account, source, sort, counts, next_try)
        select lib.icb(), the_organisation, who.account, the_source, 'AT_ONCE',
            jsonb_build_array(jsonb_build_object(
                'words', left(the_kind, 1) || replace(lower(substr(the_kind, 2)), '_', ' '), 'count', 1)),
            lib.after_quiet(lib.recorded_at(), coalesce(p.quiet_from, '19:00'), coalesce(p.quiet_to, '08:00'))
        from (select the_account as account where the_account is not null
              union
              select h.account from pub_role_holder h
              where h.role = the_role and h.icb = lib.icb() and h.organisation = the_organisation
                and h.valid_from <= (lib.recorded_at() at time zone 'Europe/London')::date
                and (h.valid_to is null or h.valid_to > (lib.recorded_at() at time zone 'Europe/London')::date)) who
        join pub_account a on a.id = who.account and a.disabled_at is null and not a.demonstration
        left join digest_preference p
            on p.account = who.account and p.icb = lib.icb() and p.organisation = the_organisation
        where coalesce(p.at_once, true)
        on conflict do nothing;
    end if;
    return true;
end
$$;

-- As before, and: mail about one's own account goes on, for it guards the account; stopping twice does no harm.
create or replace function lib.stop_mail(token text) returns boolean
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
    update outgoing_mail set state = 'STOPPED', problem = 'UNSUBSCRIBED'
    where account = m.account and icb = m.icb and organisation = m.organisation and state = 'WAITING'
        and sort in ('AT_ONCE', 'DIGEST');
    return true;
end
$$;
