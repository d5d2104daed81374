-- A visit that follows another looks at its findings again. Both lead to each other.
create index visit_following on visit (icb, follows) where follows is not null;
alter table visit add constraint visit_follows_another check (follows <> id);
