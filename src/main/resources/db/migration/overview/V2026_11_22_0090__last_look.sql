-- When a person last looked at Home where they act, so that Home can say what changed since. `since` is where what is
-- shown begins: it moves on when they come back after half an hour away, not at every press of "reload".
create table last_look (
    account int not null references account,
    icb int not null references organisation,
    organisation int not null references organisation,
    since timestamptz not null,
    seen timestamptz not null,
    primary key (account, icb, organisation)
);
select lib.protect_with('last_look', 'icb = lib.icb() and account::text = lib.account()');
