-- Home asks at each sign-in what waits for the ICB: few rows at any time.
create index assessment_with_icb on assessment (icb, state, id)
    where state in ('SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'MODERATED', 'IN_CHALLENGE');
