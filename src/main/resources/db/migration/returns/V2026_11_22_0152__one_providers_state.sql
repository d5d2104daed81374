-- One provider's returns in one state, by due date: read in order and counted from the index alone.
create index on data_return (icb, organisation, state, due_on desc, id desc);
