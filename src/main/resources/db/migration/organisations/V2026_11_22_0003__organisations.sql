-- Organisations of every kind, dated; what belongs to which ICB; and how one became another. Public register data: any
-- signed-in person may read it.
create table organisation (
    id int generated always as identity primary key,
    code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{1,11}$'),
    name text not null check (name <> ''),
    kind text not null,
    address text,
    postcode text,
    telephone text,
    opened date,
    closed date,
    fictional boolean not null default false,
    source text not null default 'entered',
    version int not null default 1,
    check (closed is null or opened is null or closed >= opened)
);
select lib.keep_history('organisation');
select lib.protect_with('organisation', 'lib.account() is not null');
create index organisation_name on organisation (lower(name));

-- Which ICB commissions or assures an organisation, and when. Many to many.
create table icb_member (
    id int generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    lead boolean not null default true,
    valid_from date not null,
    valid_to date,
    version int not null default 1,
    check (valid_to is null or valid_to > valid_from)
);
create unique index icb_member_open on icb_member (icb, organisation) where valid_to is null;
create index on icb_member (organisation);
select lib.keep_history('icb_member');
select lib.protect_with('icb_member', 'lib.account() is not null');

-- Succession, clusters, sub-locations: dated links from one organisation to another.
create table organisation_link (
    id int generated always as identity primary key,
    from_organisation int not null references organisation,
    to_organisation int not null references organisation,
    type text not null check (type in ('SUCCEEDED_BY', 'MERGED_INTO', 'PART_OF', 'COMMISSIONED_BY', 'HOSTED_BY', 'IN_CLUSTER', 'IN_AREA')),
    valid_from date not null,
    valid_to date,
    version int not null default 1,
    check (from_organisation <> to_organisation),
    check (valid_to is null or valid_to > valid_from)
);
create unique index organisation_link_open on organisation_link (from_organisation, to_organisation, type) where valid_to is null;
create index on organisation_link (to_organisation);
select lib.keep_history('organisation_link');
select lib.protect_with('organisation_link', 'lib.account() is not null');
