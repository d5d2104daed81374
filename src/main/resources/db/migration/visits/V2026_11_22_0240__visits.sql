-- Visits to providers. open_to_provider: an unannounced visit does not exist for its provider until it is carried out and
-- told; the policy itself sees to that.
create table visit (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    kind text not null check (kind in ('ANNOUNCED', 'SHORT_NOTICE', 'UNANNOUNCED', 'THEMATIC', 'WALKROUND', 'FOLLOW_UP',
        'VIRTUAL', 'JOINT')),
    state text not null default 'PLANNED' check (state in ('PLANNED', 'CONFIRMED', 'CARRIED_OUT', 'DRAFT_REPORT',
        'FACTUAL_ACCURACY', 'FINAL', 'ACTIONS', 'FOLLOW_UP', 'CLOSED', 'CANCELLED')),
    purpose text not null check (length(purpose) between 5 and 2000),
    why text not null default '',
    planned_on date not null,
    lead int not null references account,
    lead_name text not null,
    carried_out_on date,
    staff_spoken int check (staff_spoken between 0 and 999),
    records_seen int check (records_seen between 0 and 999),
    sample_reason text not null default '',
    summary text not null default '' check (length(summary) <= 8000),
    draft_on date,
    sent_on date,
    answered_on date,
    final_on date,
    closed_on date,
    follows bigint references visit,
    open_to_provider boolean not null default false,
    version int not null default 1,
    check (state in ('PLANNED', 'CONFIRMED', 'CANCELLED') or carried_out_on is not null),
    check (state not in ('FACTUAL_ACCURACY', 'FINAL', 'ACTIONS', 'FOLLOW_UP') or (sent_on is not null and open_to_provider)),
    check (state not in ('FINAL', 'ACTIONS', 'FOLLOW_UP') or final_on is not null)
);
create index visit_by_date on visit (icb, planned_on, id) include (organisation, open_to_provider);
create index visit_by_state on visit (icb, state, planned_on, id) include (organisation, open_to_provider);
create index visit_by_organisation on visit (icb, organisation, planned_on desc, id desc);
select lib.keep_history('visit');
select lib.protect_with('visit', 'icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation = lib.organisation() and open_to_provider))');

-- What the visitors wrote down for each question: theirs alone, the report is what the provider reads.
create table visit_answer (
    visit bigint not null references visit,
    icb int not null references organisation,
    organisation int not null references organisation,
    question text not null check (length(question) <= 20),
    score text not null default '' check (score in ('', 'MET', 'PARTLY', 'NOT_SEEN')),
    words text not null default '' check (length(words) <= 4000),
    saved_by int not null references account,
    saved_at timestamptz not null,
    primary key (visit, question)
);
select lib.keep_history('visit_answer', 'visit, question');
select lib.protect('visit_answer', null);

create table visit_finding (
    id bigint generated always as identity primary key,
    visit bigint not null references visit,
    icb int not null references organisation,
    organisation int not null references organisation,
    grade text not null check (grade in ('GOOD_PRACTICE', 'NO_CONCERN', 'IMPROVEMENT', 'SIGNIFICANT', 'IMMEDIATE')),
    part text not null,
    question text not null default '' check (length(question) <= 20),
    framework text,
    edition text,
    requirement text,
    words text not null check (length(words) between 10 and 4000),
    told_to text not null default '',
    told_at timestamptz,
    written_at timestamptz,
    withdrawn_why text,
    open_to_provider boolean not null default false,
    version int not null default 1,
    check (grade <> 'IMMEDIATE' or (told_at is not null and told_to <> '')),
    check (num_nonnulls(framework, edition, requirement) in (0, 3))
);
create index visit_finding_of on visit_finding (visit, id);
create index visit_finding_on on visit_finding (icb, requirement, framework, edition) where requirement is not null;
create index visit_finding_immediate on visit_finding (icb, told_at) where grade = 'IMMEDIATE' and withdrawn_why is null;
select lib.keep_history('visit_finding');
select lib.protect_with('visit_finding', 'icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation = lib.organisation() and open_to_provider))');

-- What the provider says of the draft, and what the ICB made of it.
create table visit_comment (
    id bigint generated always as identity primary key,
    visit bigint not null references visit,
    icb int not null references organisation,
    organisation int not null references organisation,
    words text not null check (length(words) between 3 and 4000),
    by_name text not null,
    at timestamptz not null,
    taken boolean,
    reply text not null default '' check (length(reply) <= 2000)
);
create index visit_comment_of on visit_comment (visit, id);
select lib.keep_history('visit_comment');
select lib.protect('visit_comment');

create table visit_step (
    id bigint generated always as identity primary key,
    visit bigint not null references visit,
    icb int not null references organisation,
    organisation int not null references organisation,
    at timestamptz not null,
    by_account int references account,
    by_name text not null,
    step text not null,
    words text not null default '',
    open_to_provider boolean not null default false
);
create index visit_step_of on visit_step (visit, id);
select lib.keep_history('visit_step');
select lib.protect_with('visit_step', 'icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation = lib.organisation() and open_to_provider))');

-- A year's plan as it was proposed: drawn anew from its seed it is the same.
create table visit_programme (
    id int generated always as identity primary key,
    icb int not null references organisation,
    starts_on date not null,
    seed bigint not null,
    made_at timestamptz not null,
    made_by int not null references account,
    approved_at timestamptz,
    approved_by int references account,
    lines jsonb not null
);
create index on visit_programme (icb, id desc);
select lib.keep_history('visit_programme');
select lib.protect('visit_programme', null);

-- Audits: a provider's own that it shares, the ICB's, several agencies'. An audit is complete only when its re-audit is
-- linked.
create table audit (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    kind text not null check (kind in ('SINGLE_AGENCY', 'ICB_COMMISSIONED', 'MULTI_AGENCY', 'RE_AUDIT')),
    title text not null check (length(title) between 5 and 200),
    question text not null check (length(question) between 10 and 2000),
    standard text not null default '' check (length(standard) <= 2000),
    sample_size int not null check (sample_size between 1 and 100000),
    method text not null default '' check (length(method) <= 2000),
    covers_from date not null,
    covers_to date not null check (covers_to >= covers_from),
    met int not null check (met >= 0 and met <= sample_size),
    result text not null check (result in ('OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE')),
    topic text not null default '' check (length(topic) <= 20),
    framework text,
    edition text,
    requirement text,
    confidence text not null check (confidence in ('ASSERTED', 'EVIDENCED', 'VALIDATED')),
    learning text not null check (length(learning) between 10 and 8000),
    shared_on date not null,
    shared_by int not null references account,
    shared_by_name text not null,
    re_audit_due date not null check (re_audit_due > shared_on),
    re_audits bigint unique references audit,
    version int not null default 1,
    check ((kind = 'RE_AUDIT') = (re_audits is not null)),
    check (num_nonnulls(framework, edition, requirement) in (0, 3))
);
create index audit_by_due on audit (icb, re_audit_due, id) include (organisation);
create index audit_on on audit (icb, requirement, framework, edition) where requirement is not null;
create index audit_by_organisation on audit (icb, organisation, shared_on desc, id desc);
select lib.keep_history('audit');
select lib.protect('audit');

select lib.publish('pub_visit', $q$
    select icb, organisation, id, kind, state, planned_on, carried_out_on, final_on, open_to_provider from visit $q$);

-- Findings. The line of a framework is that of the question the finding answers, in the edition of its day; without one
-- all three are null. final_on is null until the report is final, that is while its facts may still be put right.
select lib.publish('pub_visit_finding', $q$
    select f.icb, f.organisation, f.id as finding, f.visit, f.grade, f.framework, f.edition, f.requirement, f.words,
        coalesce(v.carried_out_on, v.planned_on) as visited_on, v.final_on, f.told_at, f.written_at,
        f.withdrawn_why is null as stands, f.open_to_provider
    from visit_finding f
    join visit v on v.id = f.visit $q$);

-- Audits as they were shared. complete: the audit that repeats it is linked.
select lib.publish('pub_audit_result', $q$
    select a.icb, a.organisation, a.id as audit, a.kind, a.title, a.result, a.met, a.sample_size, a.framework, a.edition,
        a.requirement, a.shared_on as concluded_on, a.re_audit_due, a.re_audits,
        exists (select from audit again where again.icb = a.icb and again.re_audits = a.id) as complete
    from audit a $q$);
