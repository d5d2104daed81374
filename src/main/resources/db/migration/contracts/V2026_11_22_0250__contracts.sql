-- Contracts with providers, as far as safeguarding goes. organisation = the provider.
create table contract (
    id bigint generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    reference text not null check (length(reference) between 1 and 60),
    title text not null check (length(title) between 1 and 200),
    form text not null check (form in ('FULL_LENGTH', 'SHORTER', 'GMS', 'PMS', 'APMS', 'PHARMACY', 'DENTAL', 'OPTOMETRY', 'OTHER')),
    lead_commissioner text not null check (length(lead_commissioner) between 1 and 200),
    associates text not null default '' check (length(associates) <= 1000),
    start_on date not null,
    end_on date not null check (end_on > start_on),
    monthly_value numeric(14, 2) check (monthly_value >= 0),
    stage text not null check (stage in ('PLANNING', 'SPECIFICATION', 'PROCUREMENT', 'DUE_DILIGENCE', 'SIGNED', 'MOBILISATION',
        'LIVE', 'PERFORMANCE_NOTICE', 'RAP', 'RAP_BREACHED', 'WITHHOLDING', 'RENEWAL_REVIEW', 'VARIED', 'RENEWED', 'EXITED')),
    stage_since date not null,
    route text check (route in ('DIRECT_AWARD_A', 'DIRECT_AWARD_B', 'DIRECT_AWARD_C', 'MOST_SUITABLE', 'COMPETITIVE', 'NOT_PSR')),
    clauses text[] not null default '{}',
    specification_signed_by int references account,
    specification_signed_at timestamptz,
    exemption text check (length(exemption) between 10 and 1000),
    succeeds bigint references contract,
    version int not null default 1,
    unique (icb, reference),
    check ((specification_signed_by is null) = (specification_signed_at is null))
);
create index on contract (icb, organisation, end_on, id);
create index on contract (icb, end_on, id);
select lib.keep_history('contract');
-- A provider sees its contracts once they are signed: before, others may be bidding.
select lib.protect_with('contract', $r$icb = lib.icb() and (lib.reach() = 'ICB' or (lib.reach() = 'OWN'
    and organisation = lib.organisation() and stage not in ('PLANNING', 'SPECIFICATION', 'PROCUREMENT', 'DUE_DILIGENCE')))$r$);

-- What a contract asks to be reported (Schedule 6A). The safeguarding ones keep the contract within BR-CON-5.
create table contract_requirement (
    id bigint generated always as identity primary key,
    contract bigint not null references contract,
    icb int not null references organisation,
    organisation int not null references organisation,
    clause text not null,
    what text not null check (length(what) between 1 and 500),
    frequency text not null check (frequency in ('MONTHLY', 'QUARTERLY', 'ANNUAL', 'ON_REQUEST')),
    safeguarding boolean not null,
    added_by int not null references account
);
create index on contract_requirement (contract, id);
select lib.keep_history('contract_requirement');
select lib.protect('contract_requirement');

-- The safeguarding gateway: eight checks, for the ICB's eyes alone.
create table contract_check (
    contract bigint not null references contract,
    code text not null check (code in ('POLICY', 'LEADS', 'TRAINING', 'DBS', 'CQC', 'ALLEGATIONS', 'MCA_DOLS', 'SELF_ASSESSMENT')),
    icb int not null references organisation,
    organisation int not null references organisation,
    passed boolean not null,
    note text not null default '' check (length(note) <= 1000),
    checked_by int not null references account,
    at timestamptz not null,
    primary key (contract, code),
    check (passed or length(note) >= 10)
);
select lib.keep_history('contract_check', 'contract, code');
select lib.protect('contract_check', null);

create table contract_waiver (
    id bigint generated always as identity primary key,
    contract bigint not null references contract,
    icb int not null references organisation,
    organisation int not null references organisation,
    granted_on date not null,
    until date not null check (until > granted_on and until <= granted_on + 90),
    reason text not null check (length(reason) between 10 and 1000),
    granted_by int not null references account
);
create index on contract_waiver (contract, id);
select lib.keep_history('contract_waiver');
select lib.protect('contract_waiver', null);

-- A written request for evidence under a contract, due in ten operational days.
create table evidence_request (
    id bigint generated always as identity primary key,
    contract bigint not null references contract,
    icb int not null references organisation,
    organisation int not null references organisation,
    clause text not null,
    asked text not null check (length(asked) between 10 and 1000),
    asked_on date not null,
    asked_by int not null references account,
    due_on date not null check (due_on > asked_on),
    answer text check (length(answer) <= 2000),
    answered_on date,
    answered_by int references account,
    accepted_on date,
    accepted_by int references account,
    returned_why text check (length(returned_why) between 10 and 1000),
    version int not null default 1,
    check ((answered_on is null) = (answered_by is null)),
    check ((accepted_on is null) = (accepted_by is null)),
    check (accepted_on is null or answered_on is not null)
);
create index on evidence_request (icb, organisation, due_on, id);
create index on evidence_request (contract, id);
select lib.keep_history('evidence_request');
select lib.protect('evidence_request');

-- What happened to a contract, in order, as its page tells it. ICB_ONLY steps are not the provider's to read.
create table contract_step (
    id bigint generated always as identity primary key,
    contract bigint not null references contract,
    icb int not null references organisation,
    organisation int not null references organisation,
    at timestamptz not null,
    day date not null,
    by_name text not null,
    step text not null,
    stage text not null,
    words text not null default '' check (length(words) <= 2000),
    icb_only boolean not null default false
);
create index on contract_step (contract, id);
select lib.keep_history('contract_step');
select lib.protect_with('contract_step', $r$icb = lib.icb() and (lib.reach() = 'ICB' or (lib.reach() = 'OWN'
    and organisation = lib.organisation() and not icb_only))$r$);

-- notice_since: the day of the notice that is not settled yet; null while there is none.
select lib.publish('pub_contract', $q$
    select c.icb, c.organisation, c.id, c.reference, c.title, c.form, c.start_on, c.end_on, c.stage, c.stage_since,
        case when c.stage in ('PERFORMANCE_NOTICE', 'RAP', 'RAP_BREACHED', 'WITHHOLDING') then (
            select max(s.day) from contract_step s
            where s.contract = c.id and s.step = 'MOVED' and s.stage = 'PERFORMANCE_NOTICE') end as notice_since,
        exists (select from contract_requirement r where r.contract = c.id and r.safeguarding) as asks_safeguarding,
        c.exemption is not null as exempt
    from contract c $q$);
select lib.publish('pub_evidence_request', $q$
    select icb, organisation, id, contract, clause, asked_on, due_on, answered_on, accepted_on from evidence_request $q$);
