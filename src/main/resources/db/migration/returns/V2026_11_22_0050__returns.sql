-- What a provider gives for a period: opened for it, entered and submitted by its named professional, approved by its
-- executive, accepted line by line by the ICB. Lateness and lock are worked out from due_on, never stored.
create table data_return (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    kind text not null,
    period text not null,
    period_start date not null,
    period_end date not null check (period_end > period_start),
    frequency text not null check (frequency in ('MONTHLY', 'QUARTERLY')),
    due_on date not null check (due_on > period_end),
    executive_approval boolean not null,
    state text not null default 'NOT_STARTED'
        check (state in ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'APPROVED', 'RETURNED', 'ACCEPTED')),
    entered_by int[] not null default '{}',
    submitted_at timestamptz,
    submitted_by int references account,
    approved_at timestamptz,
    approved_by int references account,
    accepted_at timestamptz,
    accepted_by int references account,
    changed_since_approval boolean not null default false,
    version int not null default 1,
    unique (icb, organisation, period_start, frequency),
    check (state in ('NOT_STARTED', 'IN_PROGRESS') or submitted_at is not null),
    check ((submitted_at is null) = (submitted_by is null)),
    check ((approved_at is null) = (approved_by is null)),
    check ((state = 'ACCEPTED') = (accepted_at is not null)),
    check (approved_by is null or not approved_by = any (entered_by))
);
create index on data_return (icb, due_on desc, id desc);
create index on data_return (icb, state, due_on desc, id desc);
create index on data_return (icb, organisation, due_on desc, id desc);
select lib.keep_history('data_return');
select lib.protect('data_return');

-- One figure of a return. Its own period may be longer than the return's: a practice's yearly items ride in its return
-- for January to March.
create table return_line (
    return_id bigint not null references data_return,
    icb int not null references organisation,
    organisation int not null references organisation,
    kpi text not null,
    definition_version int not null,
    period text not null,
    period_start date not null,
    numerator numeric check (numerator >= 0),
    denominator numeric check (denominator >= 0),
    value numeric check (value >= 0),
    narrative text not null default '' check (length(narrative) <= 4000),
    confidence text not null default '' check (confidence in ('', 'ASSERTED', 'EVIDENCED', 'VALIDATED')),
    denominator_confirmed boolean not null default false,
    state text not null default 'OPEN' check (state in ('OPEN', 'QUERIED', 'ANSWERED', 'ACCEPTED')),
    question text not null default '',
    answer text not null default '',
    revision int not null default 1,
    entered_by int references account,
    version int not null default 1,
    primary key (return_id, kpi)
);
create index on return_line (icb, organisation, kpi, period_start desc) include (return_id);
select lib.keep_history('return_line', 'return_id, kpi');
select lib.protect('return_line');

-- What happened to a return, in order, as its page tells it to both sides.
create table return_step (
    id bigint generated always as identity primary key,
    return_id bigint not null references data_return,
    icb int not null references organisation,
    organisation int not null references organisation,
    at timestamptz not null,
    by_name text not null,
    step text not null check (step in ('OPENED', 'SUBMITTED', 'APPROVED', 'GIVEN_BACK', 'QUERIED', 'ANSWERED',
        'ACCEPTED_LINE', 'ACCEPTED', 'UNLOCKED', 'RESTATED', 'UPLOADED')),
    kpi text,
    words text not null default ''
);
create index on return_step (return_id, id);
select lib.keep_history('return_step');
select lib.protect('return_step');

-- Lets one named person change a locked return until a day, with the reason and who answers for it.
create table lock_exception (
    id int generated always as identity primary key,
    return_id bigint not null references data_return,
    icb int not null references organisation,
    organisation int not null references organisation,
    account int not null references account,
    until date not null,
    reason text not null check (length(reason) >= 10),
    granted_by int not null references account,
    granted_at timestamptz not null,
    version int not null default 1,
    check (account <> granted_by)
);
create index on lock_exception (return_id);
select lib.keep_history('lock_exception');
select lib.protect('lock_exception');

-- days_late: calendar days from the due date to the first submission, or to now (to the instant looked at) when there is
-- none; 0 when in time.
select lib.publish('pub_return', $q$
    select icb, organisation, id, period, period_start, period_end, frequency, state, due_on, submitted_at, approved_at,
        accepted_at,
        greatest(0, (coalesce(submitted_at, lib.as_at(), now()) at time zone 'Europe/London')::date - due_on) as days_late,
        changed_since_approval, kind
    from data_return $q$);
select lib.publish('pub_return_line', $q$
    select icb, organisation, return_id, kpi, numerator, denominator, value, narrative, confidence, state, revision,
        definition_version, period, period_start, question
    from return_line $q$);
