-- Who asked to spare a debtor, and what a manager said. The pause that follows is in case_pause, entered when it was decided.
create table exemption_request (
    id          bigint generated always as identity primary key,
    case_number varchar(14)  not null references collection_case,
    until       date         not null,
    reason      varchar(500) not null,
    asked_by    varchar(100) not null,
    asked_at    timestamptz  not null,
    decision    varchar(10),
    decided_by  varchar(100),
    decided_at  timestamptz
);
create unique index exemption_request_open on exemption_request (case_number) where decision is null;
create index exemption_request_case on exemption_request (case_number);
