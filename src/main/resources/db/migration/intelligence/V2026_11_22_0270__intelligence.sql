-- Soft intelligence: something heard of a provider that is no figure, no finding and no case. The ICB's working paper: the provider never sees it.
-- praises: it speaks well of the provider, and so warns of nothing. It holds no personal details; the page says so and refuses what looks like an NHS number.
create table intelligence (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    source text not null check (source in ('COMPLAINT', 'FREEDOM_TO_SPEAK_UP', 'VISIT', 'GENERAL_PRACTICE', 'LADO', 'LOCAL_AUTHORITY', 'REGULATOR',
        'PATIENT_OR_CARER', 'STAFF', 'PRESS', 'OTHER')),
    theme text not null,
    words text not null check (length(words) between 10 and 2000),
    heard_on date not null,
    praises boolean not null,
    recorded_by int not null references account,
    recorded_at timestamptz not null,
    closed_on date,
    closed_by int references account,
    closed_why text not null default '' check (length(closed_why) <= 1000),
    version int not null default 1,
    check ((closed_on is null) = (closed_by is null)),
    check (closed_on is null or length(closed_why) >= 10)
);
create index intelligence_list on intelligence (icb, heard_on desc, id desc);
create index on intelligence (icb, organisation, heard_on);
select lib.keep_history('intelligence');
select lib.protect('intelligence', null);

-- What the Care Quality Commission published of a provider, entered by hand: public, so the provider sees its own.
create table regulator_rating (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    published_on date not null,
    overall text check (overall in ('INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'OUTSTANDING')),
    safe text check (safe in ('INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'OUTSTANDING')),
    recorded_by int not null references account,
    recorded_at timestamptz not null,
    unique (icb, organisation, published_on),
    check (overall is not null or safe is not null)
);
select lib.keep_history('regulator_rating');
select lib.protect('regulator_rating');

create table regulator_notice (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    published_on date not null,
    about text not null check (length(about) between 5 and 500),
    lifted_on date check (lifted_on >= published_on),
    recorded_by int not null references account,
    recorded_at timestamptz not null,
    version int not null default 1
);
create index on regulator_notice (icb, organisation, published_on);
select lib.keep_history('regulator_notice');
select lib.protect('regulator_notice');

select lib.publish('pub_intelligence', $q$
    select icb, organisation, id, source, theme, heard_on, praises, closed_on from intelligence $q$);
select lib.publish('pub_regulator_rating', $q$
    select icb, organisation, id, published_on, overall, safe from regulator_rating $q$);
select lib.publish('pub_regulator_notice', $q$
    select icb, organisation, id, published_on, about, lifted_on from regulator_notice $q$);
