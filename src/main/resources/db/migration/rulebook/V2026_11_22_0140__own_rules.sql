-- What an ICB decides itself, each from a day on, with the reason. Rows are only ever added: a change is a further row, and so is going
-- back to what is shipped. Everybody who acts within the ICB works under these rules and may read them; changing them needs the whole ICB.

-- An ICB's own value of a setting; null where the shipped value holds again.
create table own_setting (
    id int generated always as identity primary key,
    icb int not null references organisation,
    code text not null,
    number int not null check (number > 0),
    valid_from date not null,
    value numeric,
    reason text not null check (length(reason) between 10 and 1000),
    made_by int not null references account,
    made_at timestamptz not null default lib.recorded_at(),
    version int not null default 1,
    unique (icb, code, number)
);

-- How an ICB wants a shipped measure; what is null stays as shipped.
create table own_measure_rule (
    id int generated always as identity primary key,
    icb int not null references organisation,
    code text not null,
    number int not null check (number between 1 and 999),
    valid_from date not null,
    used boolean not null,
    own_target boolean not null,
    target numeric,
    tolerance numeric check (tolerance >= 0),
    minimum_denominator int check (minimum_denominator >= 0),
    frequency text check (frequency in ('MONTHLY', 'QUARTERLY', 'ANNUAL')),
    profile text[] check (cardinality(profile) > 0),
    reason text not null check (length(reason) between 10 and 1000),
    made_by int not null references account,
    made_at timestamptz not null default lib.recorded_at(),
    version int not null default 1,
    unique (icb, code, number),
    check (own_target or target is null)
);

-- A measure that an ICB asks for beside the shipped ones: each row is the whole of it from a day.
create table own_measure (
    id int generated always as identity primary key,
    icb int not null references organisation,
    code text not null check (code ~ '^OWN-[A-Z0-9]{1,12}$'),
    number int not null check (number between 1 and 999),
    valid_from date not null,
    used boolean not null,
    theme text not null,
    name text not null,
    unit text not null check (unit in ('PERCENT', 'COUNT', 'RATE', 'DAYS', 'YES_NO')),
    per int check (per > 0),
    numerator text not null,
    denominator text,
    fractions boolean not null,
    direction text not null check (direction in ('HIGHER', 'LOWER', 'NEUTRAL')),
    target numeric,
    tolerance numeric not null check (tolerance >= 0),
    minimum_denominator int not null check (minimum_denominator >= 0),
    frequency text not null check (frequency in ('MONTHLY', 'QUARTERLY', 'ANNUAL')),
    profile text[] not null check (cardinality(profile) > 0),
    priority boolean not null,
    data_source text not null,
    suppression text not null,
    spc boolean not null,
    requirements text[] not null,
    reason text not null check (length(reason) between 10 and 1000),
    made_by int not null references account,
    made_at timestamptz not null default lib.recorded_at(),
    version int not null default 1,
    unique (icb, code, number),
    check ((unit in ('PERCENT', 'RATE')) = (denominator is not null)),
    check ((unit = 'RATE') = (per is not null)),
    check (direction <> 'NEUTRAL' or target is null)
);

do $$
declare
    name text;
begin
    foreach name in array array['own_setting', 'own_measure_rule', 'own_measure'] loop
        perform lib.keep_history(name);
        execute format('alter table app.%I enable row level security', name);
        execute format('alter table history.%I enable row level security', name);
        execute format('create policy reads on app.%I for select to gt_app, gt_read using (icb = lib.icb())', name);
        execute format('create policy reads on history.%I for select to gt_app, gt_read using (icb = lib.icb())', name);
        execute format('create policy adds on app.%I for insert to gt_app '
            'with check (icb = lib.icb() and lib.reach() = ''ICB'')', name);
        execute format('revoke update, delete on app.%I from gt_app', name);
    end loop;
end
$$;
