-- Who signed may answer after it was given back. That bars them from signing again, and must not keep the ICB from leaving the assessment out or
-- recording that it never came in again.
do $$
declare
    rule text;
begin
    select conname into strict rule
    from pg_constraint
    where conrelid = 'assessment'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%submitted_by = ANY (answered_by)%';
    execute format('alter table assessment drop constraint %I', rule);
end
$$;
alter table assessment add constraint assessment_signed_by_another check (
    state in ('IN_PROGRESS', 'WITH_APPROVER', 'RETURNED', 'EXEMPT', 'NON_RETURN') or submitted_by is null or not submitted_by = any (answered_by));
-- Home asks of each framework when it was last agreed.
create index on assessment_review (icb, agreed_at) where agreed_at is not null;
