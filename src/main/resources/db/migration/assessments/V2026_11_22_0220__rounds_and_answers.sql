-- A round of self-assessment, as the ICB prepares it. Its dates and cut-offs are fixed when it is published, so that an answer is judged by what
-- held when it was asked for.
create table assessment_round (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    framework text not null,
    edition text not null,
    name text not null check (length(name) between 1 and 200),
    kinds text[] not null,
    organisations int[] not null default '{}',
    light boolean not null,
    opens_on date not null,
    due_on date not null check (due_on > opens_on),
    moderated_by date not null check (moderated_by > due_on),
    event_on date check (event_on > due_on),
    closes_on date not null check (closes_on > moderated_by and closes_on >= event_on),
    green numeric not null check (green > amber and green <= 100),
    amber numeric not null check (amber >= 0),
    state text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'CLOSED')),
    prepared_by int not null references account,
    published_at timestamptz,
    closed_at timestamptz,
    version int not null default 1,
    unique (icb, name),
    check ((state = 'DRAFT') = (published_at is null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);
create index on assessment_round (icb, opens_on desc, id desc);

-- One organisation's part of a round. Lateness is worked out from due_on, never stored. The counts and scores rest on the answers and are written
-- with them.
create table assessment (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    round bigint not null references assessment_round,
    kind text not null check (kind in ('ICB', 'TRUST', 'GP', 'INDEPENDENT')),
    light boolean not null,
    due_on date not null,
    issued_at timestamptz not null,
    state text not null default 'ISSUED' check (state in ('ISSUED', 'IN_PROGRESS', 'WITH_APPROVER', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED',
        'MODERATED', 'IN_CHALLENGE', 'AGREED', 'ACTION_PLAN_OPEN', 'CLOSED', 'EXEMPT', 'NON_RETURN')),
    lead int references account,
    answered_by int[] not null default '{}',
    approver int references account,
    handed_by int references account,
    handed_at timestamptz,
    submitted_by int references account,
    submitted_at timestamptz,
    first_submitted_at timestamptz,
    asked int not null default 0 check (asked >= 0),
    answered int not null default 0 check (answered between 0 and asked),
    carried int not null default 0 check (carried between 0 and asked),
    confirmed int not null default 0 check (confirmed between 0 and carried),
    filled int not null default 0 check (filled between 0 and asked),
    version int not null default 1,
    unique (round, organisation),
    check ((submitted_at is null) = (submitted_by is null)),
    check ((state = 'WITH_APPROVER') <= (approver is not null)),
    check (state in ('IN_PROGRESS', 'WITH_APPROVER', 'RETURNED') or submitted_by is null or not submitted_by = any (answered_by)),
    check (state not in ('SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'MODERATED', 'IN_CHALLENGE', 'AGREED', 'ACTION_PLAN_OPEN', 'CLOSED')
        or submitted_at is not null)
);
create index on assessment (icb, organisation, id desc);
create index on assessment (icb, due_on, organisation) where submitted_at is null;
select lib.keep_history('assessment');
select lib.protect('assessment');

-- A provider sees the rounds it takes part in, and never that there are others.
select lib.keep_history('assessment_round');
select lib.protect_with('assessment_round', 'icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and id in ('
    || 'select a.round from app.assessment a where a.icb = lib.icb() and a.organisation = lib.organisation())))');

-- The answer to one question, which is there from the day the round is issued, so that evidence and actions can name it. source: where it was
-- copied from; decision: what a person said of a copied answer.
create table answer (
    id bigint generated always as identity primary key,
    assessment bigint not null references assessment,
    icb int not null references organisation,
    organisation int not null references organisation,
    code text not null,
    value text not null default '' check (length(value) <= 4000),
    words text not null default '' check (length(words) <= 4000),
    reason text not null default '' check (length(reason) <= 1000),
    source text not null default 'TYPED' check (source in ('TYPED', 'CARRIED', 'MAPPED')),
    source_answer bigint references answer,
    source_words text not null default '',
    source_value text not null default '',
    decision text not null default 'NONE' check (decision in ('NONE', 'STILL_TRUE', 'CHANGED', 'GONE')),
    evidenced boolean,
    answered_by int references account,
    answered_at timestamptz,
    version int not null default 1,
    unique (assessment, code),
    check (source <> 'TYPED' or (source_answer is null and decision = 'NONE')),
    check (not (source = 'CARRIED' and decision = 'NONE' and value <> '')),
    check ((answered_by is null) = (answered_at is null))
);
create index on answer (icb, organisation, code);
select lib.keep_history('answer');
select lib.protect('answer');

-- The score of each standard and of the whole (`*`) in one view. Moderated and accepted are written by who moderates; the views never mix.
create table assessment_score (
    assessment bigint not null references assessment,
    view text not null check (view in ('CLAIMED', 'EVIDENCED', 'MODERATED', 'ACCEPTED')),
    standard text not null,
    icb int not null references organisation,
    organisation int not null references organisation,
    score numeric check (score between 0 and 100),
    rag text not null check (rag in ('GREEN', 'AMBER', 'RED', 'NA', 'NOT_RATED')),
    applicable int not null,
    rated int not null,
    floored boolean not null,
    primary key (assessment, view, standard)
);
create index on assessment_score (icb, organisation);
select lib.keep_history('assessment_score', 'assessment, view, standard');
select lib.protect('assessment_score');

-- What happened to an assessment, in order, as its page tells it to both sides.
create table assessment_step (
    id bigint generated always as identity primary key,
    assessment bigint not null references assessment,
    icb int not null references organisation,
    organisation int not null references organisation,
    at timestamptz not null,
    by_name text not null,
    step text not null,
    words text not null default ''
);
create index on assessment_step (assessment, id);
select lib.keep_history('assessment_step');
select lib.protect('assessment_step');

-- A part of an assessment given to a colleague of the same organisation, who sees and answers that part alone until the lead joins it.
create table assessment_part (
    id bigint generated always as identity primary key,
    assessment bigint not null references assessment,
    icb int not null references organisation,
    organisation int not null references organisation,
    account int not null references account,
    standards text[] not null check (cardinality(standards) > 0),
    due_on date not null,
    given_by int not null references account,
    given_at timestamptz not null,
    state text not null default 'GIVEN' check (state in ('GIVEN', 'DONE', 'JOINED')),
    done_at timestamptz,
    version int not null default 1,
    check (account <> given_by),
    check ((state = 'GIVEN') = (done_at is null))
);
create index on assessment_part (assessment, id);
create index on assessment_part (icb, account) where state = 'GIVEN';
select lib.keep_history('assessment_part');
select lib.protect('assessment_part');

-- days_late: calendar days from the due date to the first handing in, or to now (to the instant looked at) while there is none; 0 when in time.
select lib.publish('pub_assessment', $q$
    select a.icb, a.organisation, a.id, a.round, r.name as round_name, r.framework, r.edition, a.kind, a.light, a.state, r.opens_on, a.due_on,
        a.issued_at, a.submitted_at,
        greatest(0, (coalesce(a.first_submitted_at, lib.as_at(), now()) at time zone 'Europe/London')::date - a.due_on) as days_late,
        a.asked, a.answered, a.carried, a.confirmed, a.filled, a.first_submitted_at
    from assessment a
    join assessment_round r on r.id = a.round $q$);
select lib.publish('pub_answer', $q$
    select w.icb, w.organisation, w.id, w.assessment, a.round, r.framework, r.edition, w.code, w.value, w.words, w.reason, w.source,
        w.source_words, w.decision, w.evidenced, w.answered_at, a.state, a.submitted_at
    from answer w
    join assessment a on a.id = w.assessment
    join assessment_round r on r.id = a.round $q$);
select lib.publish('pub_assessment_score', $q$
    select s.icb, s.organisation, s.assessment, a.round, s.view, s.standard, s.score, s.rag, s.applicable, s.rated, s.floored
    from assessment_score s
    join assessment a on a.id = s.assessment $q$);
