-- The systems that are told what happens on cases, and every delivery to one of them, kept in the transaction of its event.
create table webhook (
    id          bigint generated always as identity primary key,
    name        varchar(80)   not null,
    url         varchar(500)  not null,
    secret      varchar(64)   not null,
    events      varchar(40)[] not null,
    creditor_id bigint references creditor,
    active      boolean       not null,
    created_by  varchar(64)   not null,
    created_at  timestamptz   not null
);
create table webhook_delivery (
    id          bigint generated always as identity primary key,
    key         uuid          not null unique,
    webhook_id  bigint        not null references webhook,
    case_number varchar(14)   not null,
    event       varchar(40)   not null,
    body        text          not null,
    at          timestamptz   not null,
    state       varchar(9)    not null,
    attempts    int           not null,
    next_at     timestamptz   not null,
    status      int,
    error       varchar(300)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, case_number, id) where state = 'WAITING';
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'WAITING';
