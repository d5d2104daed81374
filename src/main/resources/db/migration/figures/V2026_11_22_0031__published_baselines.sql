-- A paper of a past period works series out again on the values up to then: with the rebases that stood at its instant.
select lib.publish('pub_baseline', $q$
    select icb, organisation, kpi, starts from baseline $q$);
