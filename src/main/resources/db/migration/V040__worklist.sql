-- What waits for a person; written in the transaction of the engine or the outbox.
create table work_item (
    id            varchar(64)  primary key,
    kind          varchar(16)  not null,
    case_number   varchar(14)  not null,
    process       varchar(64)  not null,
    element       varchar(64)  not null,
    name          varchar(255) not null,
    team          varchar(64),
    assignee      varchar(64),
    held          boolean      not null default false,
    reason        text,
    opened_at     timestamptz  not null,
    due           timestamptz,
    skipped_until timestamptz,
    done_at       timestamptz,
    done_by       varchar(64),
    outcome       varchar(16)
);
create index work_item_open on work_item (due, opened_at) where done_at is null;
create index work_item_case on work_item (case_number);
