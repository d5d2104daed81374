-- An answer is written several times while it is typed. Room on its page keeps each new version beside the old, so that no index has to follow it.
alter table answer set (fillfactor = 70);
alter table assessment set (fillfactor = 70);
alter table assessment_score set (fillfactor = 70);
