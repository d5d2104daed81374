-- The ICB's judgement of one answer, in a row of its own: it never overwrites the claim, and each row keeps the claim it was made of. The provider
-- sees it once moderation ended. accepted: what was agreed after the challenge event; points are on the scale from 0 to 100.
create table moderation (
    id bigint generated always as identity primary key,
    answer bigint not null unique references answer,
    assessment bigint not null references assessment,
    icb int not null references organisation,
    organisation int not null references organisation,
    code text not null,
    claimed text not null,
    value text not null check (length(value) between 1 and 20),
    words text not null default '' check (length(words) <= 4000),
    accepted text not null default '' check (length(accepted) <= 20),
    accepted_words text not null default '' check (length(accepted_words) <= 4000),
    claimed_points int check (claimed_points between 0 and 100),
    points int check (points between 0 and 100),
    accepted_points int check (accepted_points between 0 and 100),
    variance int generated always as (points - claimed_points) stored,
    critical boolean not null,
    stage text not null default 'DRAFT' check (stage in ('DRAFT', 'STANDS', 'ACCEPTED')),
    moderated_by int not null references account,
    moderated_at timestamptz not null,
    version int not null default 1,
    check ((value = 'NA') = (points is null)),
    check (stage <> 'ACCEPTED' or accepted <> '')
);
create index on moderation (assessment, id);
create index on moderation (icb, organisation, code);
select lib.keep_history('moderation');
select lib.protect_with('moderation', 'icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation = lib.organisation() '
    || 'and stage <> ''DRAFT''))');

-- What the ICB does with one assessment after it was handed in: taken up, moderated, replied to, talked over, agreed.
create table assessment_review (
    assessment bigint primary key references assessment,
    icb int not null references organisation,
    organisation int not null references organisation,
    taken_up_by int not null references account,
    taken_up_at timestamptz not null,
    not_applicable_confirmed boolean not null default false,
    moderated_by int references account,
    moderated_at timestamptz,
    reply_until date,
    reply text not null default '' check (length(reply) <= 4000),
    replied_by int references account,
    replied_at timestamptz,
    held_on date,
    attended text not null default '' check (length(attended) <= 2000),
    outcome text not null default '' check (length(outcome) <= 4000),
    agreed_by int references account,
    agreed_at timestamptz,
    version int not null default 1,
    check ((moderated_at is null) = (moderated_by is null) and (moderated_at is null) = (reply_until is null)),
    check ((replied_at is null) = (replied_by is null) and (replied_at is null) <= (reply = '')),
    check ((agreed_at is null) = (agreed_by is null))
);
create index on assessment_review (icb, organisation);
select lib.keep_history('assessment_review', 'assessment');
select lib.protect('assessment_review');

-- What was asked at the challenge event and what was answered.
create table challenge_line (
    id bigint generated always as identity primary key,
    assessment bigint not null references assessment,
    icb int not null references organisation,
    organisation int not null references organisation,
    question text not null check (length(question) between 1 and 2000),
    answer text not null default '' check (length(answer) <= 4000),
    noted_by int not null references account,
    noted_at timestamptz not null
);
create index on challenge_line (assessment, id);
select lib.keep_history('challenge_line');
select lib.protect('challenge_line');

select lib.publish('pub_moderation', $q$
    select m.icb, m.organisation, m.id, m.answer, m.assessment, a.round, r.framework, r.edition, m.code, m.claimed, m.value, m.words, m.accepted,
        m.claimed_points, m.points, m.accepted_points, m.variance, m.critical, m.stage, m.moderated_at
    from moderation m
    join assessment a on a.id = m.assessment
    join assessment_round r on r.id = a.round $q$);
