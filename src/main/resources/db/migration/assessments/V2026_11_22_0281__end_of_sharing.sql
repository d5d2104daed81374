-- A provider can end a sharing, with a reason. It may agree anew later: then there is a new row. What was ended changes no more.
alter table shared_return
    add column ended_at timestamptz,
    add column ended_by int references account,
    add column ended_by_name text,
    add column ended_why text check (length(ended_why) between 10 and 1000),
    add constraint shared_return_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_by_name is null)
        and (ended_at is null) = (ended_why is null)),
    drop constraint shared_return_assessment_with_icb_key;
create unique index shared_return_open on shared_return (assessment, with_icb) where ended_at is null;
select lib.refresh_history('shared_return');

do $$
begin
    execute format('create policy ends on app.shared_return for update to gt_app using (%s) with check (%s)',
        lib.once('icb = lib.icb() and lib.reach() = ''OWN'' and organisation = lib.organisation() and ended_at is null'),
        lib.once('icb = lib.icb() and lib.reach() = ''OWN'' and organisation = lib.organisation()'));
    grant update (ended_at, ended_by, ended_by_name, ended_why, version) on app.shared_return to gt_app;
end
$$;

-- Under which agreement it was filled: what it was lent, and until when, hangs on that.
alter table shared_copy add column sharing bigint references shared_return;
create index on shared_copy (sharing);
select lib.refresh_history('shared_copy');
update shared_copy c
set sharing = (
    select s.id
    from shared_return s
    join assessment a on a.id = s.assessment
    where s.with_icb = c.icb and s.icb = c.from_icb and s.organisation = c.organisation and a.submitted_at = c.handed_in_at
    limit 1);
