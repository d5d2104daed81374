-- One measure across providers: the peers of a period, and how each stands.
create index measure_of_kpi on measure (icb, kpi, period_start);
create index series_state_of_kpi on series_state (icb, kpi);
