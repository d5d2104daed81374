-- Taking an import back removes the organisations that it added, and for each the database looks whether anything rests on
-- it. In the tables that grow it looks by an index, not through every row: ten thousand practices took longer than a
-- request may.
create index on action_source (icb, organisation);
create index on action_update (icb, organisation);
create index on answered_request (icb, organisation);
create index on assessment_card (icb, organisation);
create index on assessment_step (icb, organisation);
create index on evidence_claim (icb, organisation);
create index on return_step (icb, organisation);
create index on signal_note (icb, organisation);
create index on visit_answer (icb, organisation);
create index on icb_member (icb, organisation);
create index on organisation_link (from_organisation);
