-- A paper frozen while the demonstration's past is replayed is frozen as of then. Outside a replay nothing changes: the
-- setting is only ever made by the class Replay, which refuses unless GOLDENTHREAD_DEMO is true.
create or replace function lib.freeze_instant() returns timestamptz
language plpgsql as $$
begin
    perform pg_advisory_xact_lock(736501);
    return coalesce(nullif(current_setting('app.replayed_at', true), '')::timestamptz, clock_timestamp());
end
$$;
