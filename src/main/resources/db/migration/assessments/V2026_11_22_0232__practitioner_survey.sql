-- An anonymous survey of practitioners beside a round. A reply is kept as counts alone: no row says that two answers came from one person, when
-- they came or from where. Therefore it has no history either.
create table survey (
    round bigint primary key references assessment_round,
    icb int not null references organisation,
    opened_by int not null references account,
    opened_at timestamptz not null,
    closes_on date not null,
    version int not null default 1
);
create index on survey (icb);
select lib.keep_history('survey', 'round');
select lib.protect_with('survey', 'icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and round in ('
    || 'select a.round from app.assessment a where a.icb = lib.icb() and a.organisation = lib.organisation())))');

-- One address an organisation, for its own people to pass round. The token is random and says nothing.
create table survey_link (
    round bigint not null references survey,
    organisation int not null references organisation,
    icb int not null references organisation,
    token text not null unique check (token ~ '^[0-9a-f]{32}$'),
    primary key (round, organisation)
);
create index on survey_link (icb, organisation);
select lib.keep_history('survey_link', 'round, organisation');
select lib.protect('survey_link');

-- How often each answer was given. The question '*' counts the replies. Only the ICB reads it.
create table survey_count (
    round bigint not null references survey,
    organisation int not null references organisation,
    icb int not null references organisation,
    question text not null check (length(question) <= 20),
    value text not null check (value in ('YES', 'PARTLY', 'NO', 'DONT_KNOW', 'REPLY')),
    replies int not null check (replies > 0),
    primary key (round, organisation, question, value)
);
create index on survey_count (icb, organisation);
select lib.protect('survey_count', null);

-- What a person who holds the address is shown. Nobody is signed in, so nothing but this one survey is told.
create function lib.survey(the_token text)
returns table (round_name text, framework text, edition text, kind text, organisation_name text, closes_on date)
language sql stable security definer set search_path = app, lib as $$
    select r.name, r.framework, r.edition, a.kind, o.name, s.closes_on
    from survey_link l
    join survey s on s.round = l.round
    join assessment_round r on r.id = l.round
    join assessment a on a.round = l.round and a.organisation = l.organisation
    join organisation o on o.id = l.organisation
    where l.token = the_token
$$;

-- Counts one reply: {"Q1": "YES"}. Values that are none of the four are left out.
create function lib.survey_reply(the_token text, answers jsonb, today date) returns boolean
language plpgsql volatile security definer set search_path = app, lib as $$
declare
    link survey_link;
begin
    select l.* into link from survey_link l join survey s on s.round = l.round where l.token = the_token and s.closes_on >= today;
    if link.round is null then return false; end if;
    insert into survey_count as c (round, organisation, icb, question, value, replies)
    select link.round, link.organisation, link.icb, g.question, g.value, 1
    from (
        select '*' as question, 'REPLY' as value
        union all
        select a.key, a.value from jsonb_each_text(answers) a
        where a.value in ('YES', 'PARTLY', 'NO', 'DONT_KNOW') and length(a.key) between 2 and 20) g
    order by g.question, g.value
    on conflict (round, organisation, question, value) do update set replies = c.replies + 1;
    return true;
end
$$;
