-- Promises to pay and instalment plans; what was paid after settled_before keeps them.
create table arrangement (
    id             uuid primary key,
    number         bigint generated always as identity,
    case_number    varchar(14)    not null,
    kind           varchar(7)     not null,
    made_on        date           not null,
    made_by        varchar(64)    not null,
    currency       varchar(3)     not null,
    settled_before numeric(19, 2) not null,
    state          varchar(8)     not null
);
create index arrangement_case on arrangement (case_number);
create unique index arrangement_live on arrangement (case_number) where state in ('PROPOSED', 'OPEN');

create table instalment (
    arrangement_id uuid           not null references arrangement,
    due_on         date           not null,
    amount         numeric(19, 2) not null,
    primary key (arrangement_id, due_on)
);

-- What debtors have answered; the case stands still as long as an answer is open.
create table debtor_answer (
    id          bigint generated always as identity primary key,
    case_number varchar(14) not null,
    kind        varchar(7)  not null,
    said_on     date        not null,
    day         date,
    open        boolean     not null
);
create unique index debtor_answer_open on debtor_answer (case_number) where open;
