-- The scores of an assessment in one view change together, so they are one row, a card: what a save writes and what a heat map reads is a
-- sixtieth of the rows.
create type lib.standard_score as (standard text, rag text, score numeric, rated int, applicable int);

-- score, rag, applicable, rated, floored: of the whole. Moderated and accepted are written by who moderates; the views never mix.
create table assessment_card (
    assessment bigint not null references assessment,
    view text not null check (view in ('CLAIMED', 'EVIDENCED', 'MODERATED', 'ACCEPTED')),
    icb int not null references organisation,
    organisation int not null references organisation,
    score numeric check (score between 0 and 100),
    rag text not null check (rag in ('GREEN', 'AMBER', 'RED', 'NA', 'NOT_RATED')),
    applicable int not null,
    rated int not null,
    floored boolean not null,
    standards lib.standard_score[] not null,
    primary key (assessment, view)
);
alter table assessment_card set (fillfactor = 70);
select lib.keep_history('assessment_card', 'assessment, view');
select lib.protect('assessment_card');

insert into assessment_card (assessment, view, icb, organisation, score, rag, applicable, rated, floored, standards, recorded_from)
select s.assessment, s.view, s.icb, s.organisation, max(s.score) filter (where s.standard = '*'), max(s.rag) filter (where s.standard = '*'),
    max(s.applicable) filter (where s.standard = '*'), max(s.rated) filter (where s.standard = '*'),
    bool_or(s.floored) filter (where s.standard = '*'),
    coalesce(array_agg((s.standard, s.rag, s.score, s.rated, s.applicable)::lib.standard_score order by length(s.standard), s.standard)
        filter (where s.standard <> '*'), '{}'),
    max(s.recorded_from)
from assessment_score s
group by s.assessment, s.view, s.icb, s.organisation;

-- Each superseded card: what its rows were at every instant at which one of them changed, but the last.
with line as (
    select null::timestamptz as recorded_to, s.* from assessment_score s
    union all
    select h.* from history.assessment_score h),
span as (
    select i.*, lead(i.at) over (partition by i.assessment, i.view order by i.at) as until
    from (select distinct assessment, view, recorded_from as at from line) i)
insert into history.assessment_card (recorded_to, assessment, view, icb, organisation, score, rag, applicable, rated, floored, standards,
    recorded_from)
select p.until, p.assessment, p.view, s.icb, s.organisation, max(s.score) filter (where s.standard = '*'),
    max(s.rag) filter (where s.standard = '*'), max(s.applicable) filter (where s.standard = '*'),
    max(s.rated) filter (where s.standard = '*'), bool_or(s.floored) filter (where s.standard = '*'),
    coalesce(array_agg((s.standard, s.rag, s.score, s.rated, s.applicable)::lib.standard_score order by length(s.standard), s.standard)
        filter (where s.standard <> '*'), '{}'),
    p.at
from span p
join line s on s.assessment = p.assessment and s.view = p.view and s.recorded_from <= p.at and (s.recorded_to is null or s.recorded_to > p.at)
where p.until is not null
group by p.assessment, p.view, p.at, p.until, s.icb, s.organisation;

select lib.publish('pub_assessment_score', $q$
    select c.icb, c.organisation, c.assessment, a.round, c.view, s.standard, s.score, s.rag, s.applicable, s.rated, s.floored
    from assessment_card c
    join assessment a on a.id = c.assessment
    cross join lateral (
        select '*' as standard, c.score, c.rag, c.applicable, c.rated, c.floored
        union all
        select u.standard, u.score, u.rag, u.applicable, u.rated, false from unnest(c.standards) u) s $q$);

drop view asat.assessment_score;
drop table assessment_score;
drop table history.assessment_score;
drop function history.remember_assessment_score();
