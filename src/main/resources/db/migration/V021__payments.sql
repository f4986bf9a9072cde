-- Every payment that a bank file told of. What an invoice took of it is in its ledger; what no invoice took is `waiting`.
create table payment (
    id          bigint generated always as identity primary key,
    key         varchar(90)    not null unique,
    file        varchar(64)    not null,
    booked_on   date           not null,
    amount      numeric(19, 2) not null,
    currency    varchar(3)     not null,
    reference   varchar(60),
    payer       varchar(200),
    account     varchar(40),
    text        varchar(500),
    state       varchar(6)     not null,
    reason      varchar(24),
    waiting     numeric(19, 2) not null,
    case_number varchar(14),
    received_at timestamptz    not null
);
create index payment_case on payment (case_number);
create index payment_queue on payment (id) where state = 'QUEUED';
