-- How many figures of a return were worth a second look when it was last submitted, so that those come first to who
-- reviews.
drop view asat.pub_return;
alter table data_return add column odd int not null default 0 check (odd >= 0);
select lib.refresh_history('data_return');
select lib.publish('pub_return', $q$
    select icb, organisation, id, period, period_start, period_end, frequency, state, due_on, submitted_at, approved_at,
        accepted_at,
        greatest(0, (coalesce(submitted_at, lib.as_at(), now()) at time zone 'Europe/London')::date - due_on) as days_late,
        changed_since_approval, kind
    from data_return $q$);
