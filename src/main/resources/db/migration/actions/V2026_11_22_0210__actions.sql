-- The one register of actions: who owes what by when, whatever asked for it. Overdue, stalled and repeated are worked out
-- from dates and state, never stored.
create table action (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    title text not null check (length(title) between 5 and 200),
    outcome text not null check (length(outcome) between 10 and 4000),
    measure text not null check (length(measure) between 10 and 2000),
    theme text not null default '',
    priority text not null check (priority in ('HIGH', 'MEDIUM', 'LOW')),
    critical boolean not null default false,
    expects text[] not null check (expects <@ array['PROCESS', 'PRACTICE', 'OUTCOME']),
    owner int references account,
    owner_name text not null default '',
    state text not null default 'PROPOSED' check (state in ('PROPOSED', 'REJECTED', 'OPEN', 'IN_PROGRESS',
        'EVIDENCE_SUBMITTED', 'RETURNED', 'ASSURED', 'EMBEDDED', 'EVALUATED', 'CLOSED', 'LAPSED')),
    proposed_at timestamptz not null,
    proposed_by int references account,
    due_on date not null,
    original_due_on date not null,
    extensions int not null default 0 check (extensions >= 0),
    updated_at timestamptz not null,
    submitted_at timestamptz,
    returned_at timestamptz,
    assured_at timestamptz,
    assured_by int references account,
    embed_check_on date,
    effect text check (effect in ('IMPROVED', 'NO_CHANGE', 'WORSE', 'TOO_EARLY')),
    closed_at timestamptz,
    minute text,
    every_months int check (every_months in (1, 3, 6, 12)),
    first_due_on date not null,
    follows bigint references action,
    version int not null default 1,
    check (due_on >= original_due_on),
    check ((owner is null) = (owner_name = '')),
    check (assured_by is null or assured_by is distinct from owner),
    check (state not in ('ASSURED', 'EMBEDDED', 'EVALUATED') or (assured_by is not null and embed_check_on is not null)),
    check ((state in ('CLOSED', 'LAPSED')) = (closed_at is not null)),
    check (state <> 'CLOSED' or minute is not null)
);
-- One follower for each occurrence of a recurring action: the daily work may run twice.
create unique index action_follows on action (icb, follows) where follows is not null;
-- The list: every filter that people use most is a prefix, and what policy and paging need is in the index.
create index action_by_state on action (icb, organisation, state, due_on, id);
create index action_by_organisation on action (icb, organisation, due_on, id);
create index action_by_due on action (icb, due_on, id) include (organisation);
create index action_by_state_due on action (icb, state, due_on, id) include (organisation);
create index action_by_update on action (icb, updated_at desc, id desc) include (organisation);
create index action_by_owner on action (icb, owner, due_on, id) include (organisation, state);
create index action_by_theme on action (icb, organisation, theme, proposed_at);
create index action_owed on action (icb, due_on, id) include (organisation, priority)
    where state in ('PROPOSED', 'OPEN', 'IN_PROGRESS', 'RETURNED');
select lib.keep_history('action');
select lib.protect('action');

-- What asked for an action: several findings may ask for one, and one may ask for several.
create table action_source (
    action bigint not null references action,
    icb int not null references organisation,
    organisation int not null references organisation,
    subject text not null check (length(subject) <= 140),
    primary key (action, subject)
);
create index action_source_subject on action_source (icb, subject, action);
select lib.keep_history('action_source', 'action, subject');
select lib.protect('action_source');

-- What happened to an action, in order, as its page tells it to both sides.
create table action_update (
    id bigint generated always as identity primary key,
    action bigint not null references action,
    icb int not null references organisation,
    organisation int not null references organisation,
    at timestamptz not null,
    by_account int references account,
    by_name text not null,
    step text not null check (step in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'PROPOSED_AGAIN', 'UPDATED', 'SUBMITTED',
        'RETURNED', 'ASSURED', 'EMBEDDED', 'NOT_EMBEDDED', 'EVALUATED', 'CLOSED', 'RISK_ACCEPTED', 'LAPSED',
        'EXTENSION_ASKED', 'EXTENDED', 'NOT_EXTENDED', 'OWNER_CHANGED', 'EDITED', 'REPEATED', 'IMPORTED')),
    words text not null default '' check (length(words) <= 4000)
);
create index action_update_of on action_update (action, id);
create index action_update_by on action_update (icb, by_account, at desc) include (action, step);
select lib.keep_history('action_update');
select lib.protect('action_update');

-- A later date that was asked for; only approved ones move the date, and are counted.
create table action_extension (
    id bigint generated always as identity primary key,
    action bigint not null references action,
    icb int not null references organisation,
    organisation int not null references organisation,
    from_due date not null,
    to_due date not null check (to_due > from_due),
    reason text not null check (length(reason) between 10 and 2000),
    asked_by int not null references account,
    asked_at timestamptz not null,
    decision text not null default 'ASKED' check (decision in ('ASKED', 'APPROVED', 'REFUSED', 'TAKEN_BACK')),
    decided_by int references account,
    decided_at timestamptz,
    words text not null default '',
    minute text,
    check ((decision = 'ASKED') = (decided_at is null))
);
create unique index action_extension_open on action_extension (action) where decision = 'ASKED';
create index action_extension_of on action_extension (action, id);
create index action_extension_waiting on action_extension (icb, asked_at, id) where decision = 'ASKED';
select lib.keep_history('action_extension');
select lib.protect('action_extension');

-- Each judgement of an action, with the evidence that it rests on as it was then.
create table action_assurance (
    id bigint generated always as identity primary key,
    action bigint not null references action,
    icb int not null references organisation,
    organisation int not null references organisation,
    at timestamptz not null,
    by_account int not null references account,
    by_name text not null,
    decision text not null check (decision in ('RETURNED', 'ASSURED', 'EMBEDDED', 'NOT_EMBEDDED', 'EVALUATED', 'CLOSED',
        'RISK_ACCEPTED')),
    words text not null check (length(words) <= 4000),
    evidence text[] not null default '{}',
    effect text,
    minute text
);
create index action_assurance_of on action_assurance (action, id);
select lib.keep_history('action_assurance');
select lib.protect('action_assurance');

-- Who works for an organisation and in what roles, for people of the ICB and for that organisation's own, so that a
-- provider can name a colleague as owner.
create function lib.people_at(the_organisation int) returns table (id int, name text, roles text[])
language sql stable security definer set search_path = app, lib as $$
    select a.id, a.name, array_agg(g.role order by g.role)
    from role_grant g
    join account a on a.id = g.account
    where g.icb = lib.icb() and g.organisation = the_organisation and a.disabled_at is null
        and g.valid_from <= (now() at time zone 'Europe/London')::date
        and (g.valid_to is null or g.valid_to > (now() at time zone 'Europe/London')::date)
        and (lib.reach() = 'ICB' or (lib.reach() = 'OWN' and lib.organisation() = the_organisation))
    group by a.id, a.name
$$;

select lib.publish('pub_action', $q$
    select icb, organisation, id, title, theme, state, priority, critical, due_on, original_due_on, extensions, owner,
        owner_name, proposed_at, updated_at, submitted_at, assured_at, embed_check_on, effect, closed_at, minute,
        array(select s.subject from action_source s where s.action = a.id order by s.subject) as sources
    from action a $q$);
select lib.publish('pub_action_source', $q$ select icb, organisation, action, subject from action_source $q$);
