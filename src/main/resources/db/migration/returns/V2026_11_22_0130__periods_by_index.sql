-- So that the periods of an ICB's returns are found by going from one to the next, and a period's returns at once.
create index on data_return (icb, period_start desc, period_end desc) include (period);
-- Those that have not come in are few beside those that have: who is late is asked on many pages.
create index on data_return (icb, due_on, organisation) where submitted_at is null;
