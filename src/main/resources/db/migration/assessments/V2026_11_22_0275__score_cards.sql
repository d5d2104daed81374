-- The scores of an assessment in one view change together, so they are one row, a card: what a save writes and what a heat map reads is a
-- sixtieth of the rows.
create type lib.standard_score as (standard text, rag text, score numeric, rated int, applicable int);

-- score, rag, applicable, rated, floored: of the whole. cells: all of it as a map reads it, the whole first, `(*,RED,33.3,9,12);(S1,GREEN,100,3,3)`,
-- folded when it is written, for folding a whole map takes five times as long as reading it. Moderated and accepted are written by who
-- moderates; the views never mix.
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
    cells text not null,
    primary key (assessment, view)
);
alter table assessment_card set (fillfactor = 70);
create function lib.folded(rag text, score numeric, rated int, applicable int, standards lib.standard_score[]) returns text
language sql stable as $$
    select array_to_string(('*', rag, score, rated, applicable)::lib.standard_score || standards, ';')
$$;
create function lib.fold_card() returns trigger language plpgsql as $$
begin
    new.cells := lib.folded(new.rag, new.score, new.rated, new.applicable, new.standards);
    return new;
end
$$;
create trigger fold before insert or update on assessment_card for each row execute function lib.fold_card();
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
    from (select distinct assessment, view, recorded_from as at from line) i),
old as (
    select p.until as recorded_to, p.assessment, p.view, s.icb, s.organisation, max(s.score) filter (where s.standard = '*') as score,
        max(s.rag) filter (where s.standard = '*') as rag, max(s.applicable) filter (where s.standard = '*') as applicable,
        max(s.rated) filter (where s.standard = '*') as rated, bool_or(s.floored) filter (where s.standard = '*') as floored,
        coalesce(array_agg((s.standard, s.rag, s.score, s.rated, s.applicable)::lib.standard_score order by length(s.standard), s.standard)
            filter (where s.standard <> '*'), '{}') as standards,
        p.at as recorded_from
    from span p
    join line s on s.assessment = p.assessment and s.view = p.view and s.recorded_from <= p.at and (s.recorded_to is null or s.recorded_to > p.at)
    where p.until is not null
    group by p.assessment, p.view, p.at, p.until, s.icb, s.organisation)
insert into history.assessment_card (recorded_to, assessment, view, icb, organisation, score, rag, applicable, rated, floored, standards,
    cells, recorded_from)
select o.recorded_to, o.assessment, o.view, o.icb, o.organisation, o.score, o.rag, o.applicable, o.rated, o.floored, o.standards,
    lib.folded(o.rag, o.score, o.rated, o.applicable, o.standards), o.recorded_from
from old o;

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
