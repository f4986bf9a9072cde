-- Much work of one kind, chosen together and worked off in the background. What is chosen is kept row by row when the choice is
-- made; a row's result is written in the transaction in which the row is done.
create table bulk_run (
    id         bigint generated always as identity primary key,
    person     varchar(64) not null,
    query      varchar(1000),
    more       boolean     not null default false,
    ordered    jsonb,
    made_at    timestamptz not null,
    started_at timestamptz,
    stopped_at timestamptz,
    stopped_by varchar(64),
    ended_at   timestamptz
);
create index bulk_run_person on bulk_run (person, id);
create index bulk_run_open on bulk_run (id) where started_at is not null and ended_at is null;

create table bulk_row (
    run_id      bigint      not null references bulk_run on delete cascade,
    place       integer     not null,
    item_id     varchar(64) not null,
    case_number varchar(14) not null,
    state       varchar(6)  not null default 'WAITS',
    why         varchar(60),
    detail      text,
    at          timestamptz,
    primary key (run_id, place)
);
create index bulk_row_state on bulk_row (run_id, state, place);
