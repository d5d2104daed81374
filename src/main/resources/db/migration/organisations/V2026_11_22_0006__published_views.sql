select lib.publish('pub_organisation', $q$
    select id, code, name, kind, opened, closed, fictional from organisation $q$);
-- Every organisation that an ICB assures, with the dates of that relation. A statement filters icb and the date it needs.
select lib.publish('pub_provider', $q$
    select m.icb, o.id as organisation, o.code, o.name, o.kind, o.opened, o.closed, o.fictional, m.lead, m.valid_from, m.valid_to
    from icb_member m
    join organisation o on o.id = m.organisation $q$);
