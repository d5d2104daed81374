-- Where each provider stands on the intervention ladder. A provider without a row is at ROUTINE. RQR = a rapid quality review
-- has been called; the level it was called from stays in `level`.
create table ladder_position (
    icb int not null references organisation,
    organisation int not null references organisation,
    level text not null check (level in ('ROUTINE', 'WATCH', 'ENHANCED', 'INTENSIVE')),
    since date not null,
    exit_criteria text not null default '',
    last_review_on date,
    rapid_review_called date,
    rapid_review_immediate boolean,
    version int not null default 1,
    primary key (icb, organisation),
    check ((rapid_review_called is null) = (rapid_review_immediate is null))
);
select lib.keep_history('ladder_position', 'organisation');
select lib.protect('ladder_position');

-- Every move that was proposed or made, with what the guidance asks to be recorded. Never changed once decided.
create table ladder_move (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    from_level text not null,
    to_level text not null check (to_level in ('ROUTINE', 'WATCH', 'ENHANCED', 'INTENSIVE', 'RQR')),
    decision text not null check (decision in ('PROPOSED', 'MADE', 'DECLINED')),
    cause text not null check (length(cause) >= 10),
    reasons text not null check (length(reasons) >= 10),
    support text not null default '',
    exit_criteria text not null default '',
    informed text not null default '',
    region_consulted text not null default '',
    score int,
    proposed_by int references account,
    proposed_on date,
    decided_by int references account,
    decided_on date,
    version int not null default 1,
    check ((decision = 'PROPOSED') = (decided_on is null)),
    check (decision <> 'PROPOSED' or proposed_by is not null),
    check (proposed_by is null or decided_by is null or proposed_by <> decided_by)
);
create unique index ladder_move_open on ladder_move (icb, organisation) where decision = 'PROPOSED';
create index on ladder_move (icb, organisation, id);
select lib.keep_history('ladder_move');
select lib.protect('ladder_move');

-- A review held at a level: the evidence on which a later step down rests.
create table ladder_review (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    level text not null check (level in ('ROUTINE', 'WATCH', 'ENHANCED', 'INTENSIVE')),
    held_on date not null,
    criteria_met boolean not null,
    evidence text not null check (length(evidence) >= 10),
    next_steps text not null default '',
    reviewer int not null references account
);
create index on ladder_review (icb, organisation, held_on, id);
select lib.keep_history('ladder_review');
select lib.protect('ladder_review');

-- A rapid quality review: when it was called and held, and what it decided.
create table rapid_review (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    called_on date not null,
    immediate boolean not null,
    cause text not null check (length(cause) >= 10),
    called_by int not null references account,
    held_on date,
    outcome text check (outcome in ('NO_FURTHER_ACTION', 'ENHANCED', 'INTENSIVE', 'IMPROVEMENT_GROUP')),
    record text,
    version int not null default 1,
    check ((held_on is null) = (outcome is null))
);
create unique index rapid_review_open on rapid_review (icb, organisation) where held_on is null;
create index on rapid_review (icb, organisation, id);
select lib.keep_history('rapid_review');
select lib.protect('rapid_review');

select lib.publish('pub_ladder', $q$
    select icb, organisation, level, since, exit_criteria, last_review_on, rapid_review_called, rapid_review_immediate,
        case when rapid_review_called is null then level else 'RQR' end as standing
    from ladder_position $q$);
select lib.publish('pub_ladder_move', $q$
    select icb, organisation, id, from_level, to_level, decision, cause, reasons, support, exit_criteria, informed,
        region_consulted, score, proposed_on, decided_on
    from ladder_move $q$);
select lib.publish('pub_ladder_review', $q$
    select icb, organisation, id, level, held_on, criteria_met, evidence, next_steps from ladder_review $q$);
