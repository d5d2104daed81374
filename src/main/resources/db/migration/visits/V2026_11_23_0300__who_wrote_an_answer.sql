-- Who wrote the score and who the words: when a bad line loses the server's answer, what a visitor wrote a moment ago is not
-- taken for somebody else's. Nobody is named where it is not known, or where the words are of more than one.
alter table visit_answer
    add column score_by int references account,
    add column words_by int references account;
select lib.refresh_history('visit_answer');
