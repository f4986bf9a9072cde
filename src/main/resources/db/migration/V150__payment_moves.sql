-- What people did with payments that had found no place, and what they took back; nothing of it is ever deleted. A move
-- without an invoice took the money out of these books: it went back to the payer, or belongs elsewhere.
create table payment_move (
    id            bigint generated always as identity primary key,
    key           varchar(40)    not null unique,
    payment_id    bigint         not null references payment,
    kind          varchar(8)     not null,
    amount        numeric(19, 2) not null,
    invoice_id    bigint references invoice,
    case_number   varchar(14),
    reason        varchar(500),
    person        varchar(64),
    at            timestamptz    not null,
    undone_at     timestamptz,
    undone_by     varchar(64),
    undone_reason varchar(500)
);
create index payment_move_payment on payment_move (payment_id);
create index payment_move_case on payment_move (case_number) where case_number is not null;
create index payment_queue_reason on payment (reason, id) where state = 'QUEUED';

-- A reversal raises what is open, as a charge does.
alter table ledger_line drop column effect;
alter table ledger_line add column effect numeric(19, 2) not null
    generated always as (case when kind in ('CHARGE', 'REFUND', 'REVERSAL') then amount else -amount end) stored;
