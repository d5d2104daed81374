-- A person who may make a move may also make the one they proposed: who must decide is a guard of the move itself (BR-LAD-2
-- and -3), not of the proposal.
do $$
declare
    found text;
begin
    select conname into strict found
    from pg_constraint
    where conrelid = 'app.ladder_move'::regclass and pg_get_constraintdef(oid) like '%proposed_by <> decided_by%';
    execute format('alter table app.ladder_move drop constraint %I', found);
end
$$;
