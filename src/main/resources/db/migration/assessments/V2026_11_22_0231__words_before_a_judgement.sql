-- A moderator may write before deciding: words are kept while there is no point yet, and nothing stands before every line has one.
alter table moderation drop constraint moderation_value_check;
alter table moderation drop constraint moderation_check;
alter table moderation
    add constraint moderation_value check (length(value) <= 20),
    add constraint moderation_points check ((value in ('', 'NA')) = (points is null)),
    add constraint moderation_decided check (stage = 'DRAFT' or value <> '');
