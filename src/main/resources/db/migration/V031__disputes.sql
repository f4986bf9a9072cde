create table dispute (
    id          uuid primary key,
    case_number varchar(14)   not null,
    reason      varchar(16)   not null,
    text        varchar(2000) not null,
    raised_on   date          not null,
    raised_by   varchar(64)   not null,
    holds_case  boolean       not null,
    state       varchar(16)   not null,
    decided_on  date,
    comment     varchar(2000)
);
create index dispute_case on dispute (case_number);
create unique index dispute_open on dispute (case_number) where state = 'OPEN';
