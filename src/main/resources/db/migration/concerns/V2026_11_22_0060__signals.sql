-- Early warning: what a rule or a chart found about one series of one provider, from the period in which it began until
-- the condition ends. At most one holds for each rule and series; a dismissed one still holds, so that the same finding is
-- not raised again while it lasts.
create table signal (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    rule text not null,
    series text not null,
    kpi text,
    first_period text not null,
    first_start date not null,
    last_period text not null,
    last_start date not null,
    words text not null,
    escalates boolean not null,
    provisional boolean not null,
    raised_on date not null,
    holds boolean not null default true,
    ended_on date,
    state text not null default 'RAISED' check (state in ('RAISED', 'ACKNOWLEDGED', 'TRIAGED', 'CLOSED')),
    triage text check (triage in ('ASK', 'LINK', 'WATCH', 'DISMISS')),
    reference text,
    acknowledged_by int references account,
    acknowledged_on date,
    triaged_by int references account,
    triaged_on date,
    closed_how text check (closed_how in ('ENDED', 'RESTATED', 'DISMISSED', 'CLOSED')),
    closed_why text,
    closed_by int references account,
    closed_on date,
    version int not null default 1,
    check (last_start >= first_start),
    check (holds = (ended_on is null)),
    check ((state = 'CLOSED') = (closed_how is not null)),
    check (state in ('RAISED', 'CLOSED') or acknowledged_by is not null),
    check (closed_how is distinct from 'DISMISSED' or length(closed_why) >= 10)
);
create unique index signal_holding on signal (icb, organisation, series, rule) where holds;
create index signal_inbox on signal (icb, raised_on, id) where state <> 'CLOSED';
create index on signal (icb, organisation, id);
select lib.keep_history('signal');
select lib.protect('signal');

-- What the ICB's people wrote and did about a signal. The provider does not see it.
create table signal_note (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    signal bigint not null references signal,
    written_on date not null,
    author int not null references account,
    act text not null check (act in ('ACKNOWLEDGED', 'ASKED', 'LINKED', 'WATCHED', 'DISMISSED', 'CLOSED', 'NOTED')),
    note text not null default ''
);
create index on signal_note (signal, id);
select lib.keep_history('signal_note');
select lib.protect('signal_note', null);

-- What the ICB asked the provider about a signal, and what it answered.
create table signal_question (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    signal bigint not null references signal,
    about text not null,
    question text not null check (length(question) >= 10),
    asked_by int not null references account,
    asked_on date not null,
    answer text check (length(answer) >= 2),
    answered_by int references account,
    answered_on date,
    version int not null default 1,
    check ((answer is null) = (answered_on is null))
);
create index on signal_question (signal, id);
create index on signal_question (icb, organisation, id) where answer is null;
select lib.keep_history('signal_question');
select lib.protect('signal_question');

-- The composite score of each provider, kept in the transaction that changes what it counts. It proposes; a person decides.
create table concern_score (
    icb int not null references organisation,
    organisation int not null references organisation,
    score int not null check (score >= 0),
    proposed text not null check (proposed in ('ROUTINE', 'WATCH', 'ENHANCED', 'INTENSIVE')),
    open_signals int not null,
    unacknowledged int not null,
    primary key (icb, organisation)
);
select lib.keep_history('concern_score', 'organisation');
select lib.protect('concern_score');

select lib.publish('pub_signal', $q$
    select icb, organisation, id, rule, series, kpi, first_period, first_start, last_period, last_start, words, escalates,
        provisional, raised_on, holds, ended_on, state, triage, reference, acknowledged_by, acknowledged_on, triaged_on,
        closed_how, closed_why, closed_on
    from signal $q$);
select lib.publish('pub_signal_question', $q$
    select icb, organisation, id, signal, about, question, asked_on, answer, answered_on from signal_question $q$);
select lib.publish('pub_concern_score', $q$
    select icb, organisation, score, proposed, open_signals, unacknowledged, recorded_from from concern_score $q$);
