-- What a program was answered when it wrote with an Idempotency-Key, so that the same request sent again gets the same
-- answer and does nothing twice. status is null while the first one is still being worked on. Kept for a week.
create table answered_request (
    account int not null references account,
    icb int not null references organisation,
    organisation int not null references organisation,
    key text not null check (length(key) between 1 and 200),
    request bytea not null check (length(request) = 32),
    began_at timestamptz not null,
    status int,
    content_type text,
    etag text,
    location text,
    body bytea,
    primary key (account, icb, organisation, key),
    check ((status is null) = (body is null))
);
select lib.protect_with('answered_request', 'icb = lib.icb() and account::text = lib.account()');
