-- The days on which the ledger was checked; one node does it.
create table ledger_check (
    day        date        primary key,
    checked_at timestamptz not null,
    invoices   bigint      not null
);

-- Where the ledger does not tie, as the newest check found it.
create table ledger_finding (
    kind        varchar(24)    not null,
    subject     varchar(160)   not null,
    case_number varchar(14),
    currency    varchar(3)     not null,
    expected    numeric(19, 2) not null,
    found       numeric(19, 2) not null,
    since       date           not null,
    primary key (kind, subject)
);
