-- What notify reads of accounts: where mail to a person goes, and who holds a role where. Not over the past: nobody is
-- told of anything then.
create view app.pub_account with (security_invoker = true) as
    select id, sign_in_name as address, disabled_at from app.account;
grant select on app.pub_account to gt_app;
create view app.pub_role_holder with (security_invoker = true) as
    select account, role, icb, organisation, valid_from, valid_to from app.role_grant;
grant select on app.pub_role_holder to gt_app;
