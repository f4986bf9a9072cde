-- What a creditor agreed for one customer or one invoice, beside the decision tables; see the room `policy`.
create table policy_override (
    id         uuid primary key,
    debtor_id  bigint references debtor,
    invoice_id bigint references invoice,
    kind       varchar(16)  not null,
    days       integer,
    owner      varchar(64)  not null,
    reason     varchar(500) not null,
    made_at    timestamptz  not null,
    ends_on    date         not null,
    ended_at   timestamptz,
    ended_by   varchar(64),
    check ((debtor_id is null) <> (invoice_id is null)),
    check ((kind = 'MORE_DAYS') = (days is not null))
);
create index policy_override_debtor on policy_override (debtor_id) where debtor_id is not null;
create index policy_override_invoice on policy_override (invoice_id) where invoice_id is not null;

-- The table row and the override that a letter followed, as a reader may ask for them later; null for older letters.
alter table letter add column terms jsonb;
