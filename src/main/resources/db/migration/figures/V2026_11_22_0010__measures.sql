-- One value of one measure for one provider and period, whatever it came from: a return, an import, the interface.
create table measure (
    icb int not null references organisation,
    organisation int not null references organisation,
    kpi text not null,
    period_start date not null,
    period text not null,
    numerator numeric,
    denominator numeric,
    value double precision,
    status text not null check (status in ('PROVISIONAL', 'FINAL', 'RESTATED')),
    source text not null,
    definition_version int not null,
    revision int not null default 1,
    primary key (icb, organisation, kpi, period_start)
);
select lib.keep_history('measure', 'organisation, kpi, period_start');
select lib.protect('measure');

-- What statistical process control says of each series now: kept up to date in the transaction that changes a value.
create table series_state (
    icb int not null references organisation,
    organisation int not null references organisation,
    kpi text not null,
    period_start date not null,
    period text not null,
    points int not null,
    numerator numeric,
    denominator numeric,
    value double precision,
    status text not null,
    target double precision,
    direction text not null check (direction in ('+', '-', '0')),
    mean double precision,
    lower_limit double precision,
    upper_limit double precision,
    basis text not null check (basis in ('LINE_ONLY', 'TRIAL', 'FULL')),
    variation text not null check (variation in ('COMMON_CAUSE', 'IMPROVEMENT_HIGH', 'IMPROVEMENT_LOW',
        'CONCERN_HIGH', 'CONCERN_LOW', 'NEUTRAL_HIGH', 'NEUTRAL_LOW')),
    assurance text check (assurance in ('PASS', 'FAIL', 'HIT_AND_MISS')),
    primary key (icb, organisation, kpi)
);
select lib.keep_history('series_state', 'organisation, kpi');
select lib.protect('series_state');

-- A known change of process: limits are worked out anew from here. Never made by the system (BR-SPC-15).
create table baseline (
    id int generated always as identity primary key,
    icb int not null references organisation,
    organisation int not null references organisation,
    kpi text not null,
    starts date not null,
    reason text not null check (length(reason) >= 20),
    approver int not null references account,
    version int not null default 1,
    unique (icb, organisation, kpi, starts)
);
select lib.keep_history('baseline');
select lib.protect('baseline');

select lib.publish('pub_measure', $q$
    select icb, organisation, kpi, period_start, period, numerator, denominator, value, status, source, revision,
        definition_version, recorded_from
    from measure $q$);
select lib.publish('pub_series_state', $q$
    select icb, organisation, kpi, period_start, period, points, numerator, denominator, value, status, target,
        direction, mean, lower_limit, upper_limit, basis, variation, assurance
    from series_state $q$);
