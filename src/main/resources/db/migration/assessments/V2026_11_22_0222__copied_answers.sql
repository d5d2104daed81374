-- The thread asks which answers were copied from one.
create index on answer (source_answer) where source_answer is not null;
