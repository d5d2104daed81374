-- Jobs that several nodes share: one of them takes each. The table's shape is db-scheduler's.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

-- Which daily job is done for which day and ICB: days missed while the system was down are caught up from here.
create table daily_run (
    icb int not null references organisation,
    job text not null,
    day date not null,
    finished timestamptz not null default lib.recorded_at(),
    primary key (icb, job, day)
);
select lib.protect('daily_run', null);
