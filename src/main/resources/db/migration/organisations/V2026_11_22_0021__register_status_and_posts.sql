-- What the register says of an organisation beyond its dates; and who holds which statutory post.
drop view asat.pub_organisation, asat.pub_provider, app.pub_organisation, app.pub_provider;
alter table organisation add column register_status text not null default 'ACTIVE'
    check (register_status in ('ACTIVE', 'DORMANT', 'PROPOSED', 'CLOSED', 'NOT_GIVEN'));
select lib.refresh_history('organisation');
select lib.publish('pub_organisation', $q$
    select id, code, name, kind, opened, closed, fictional from organisation $q$);
select lib.publish('pub_provider', $q$
    select m.icb, o.id as organisation, o.code, o.name, o.kind, o.opened, o.closed, o.fictional, m.lead, m.valid_from, m.valid_to
    from icb_member m
    join organisation o on o.id = m.organisation $q$);

-- Only what is needed to reach someone at work: no home address, no date of birth, no professional number.
create table post_holder (
    id int generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    role text not null,
    person text not null check (person <> '' and length(person) <= 120),
    email text check (length(email) <= 200),
    telephone text check (length(telephone) <= 40),
    wte numeric(3, 2) check (wte > 0 and wte <= 2),
    appointment text not null check (appointment in ('SUBSTANTIVE', 'ACTING', 'COVER')),
    valid_from date not null,
    valid_to date,
    version int not null default 1,
    check (valid_to is null or valid_to > valid_from)
);
create index on post_holder (icb, organisation, role);
select lib.keep_history('post_holder');
-- A provider sees its own posts and whom to reach at the ICB.
select lib.protect_with('post_holder',
    'icb = lib.icb() and (lib.reach() = ''ICB'' or (lib.reach() = ''OWN'' and organisation in (lib.organisation(), icb)))');
select lib.publish('pub_post_holder', $q$
    select icb, organisation, id, role, person, email, telephone, wte, appointment, valid_from, valid_to
    from post_holder $q$);
