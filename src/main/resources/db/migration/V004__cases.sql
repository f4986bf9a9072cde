create sequence case_number start with 100001;

create table collection_case (
    number         varchar(14) primary key,
    invoice_id     bigint      not null unique references invoice,
    state          varchar(8)  not null,
    closing_reason varchar(20),
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    held_since     timestamptz,
    hold_reason    varchar(500),
    hold_until     date
);
create index collection_case_state on collection_case (state, number);
create index collection_case_held on collection_case (hold_until) where state = 'HELD';

-- Where the processes of a case stand; written in the engine's transaction.
create table case_token (
    token       varchar(64)  primary key,
    case_number varchar(14)  not null,
    process     varchar(64)  not null,
    definition  varchar(64)  not null,
    element     varchar(64)  not null,
    name        varchar(255) not null,
    kind        varchar(32)  not null,
    since       timestamptz  not null,
    until       timestamptz
);
create index case_token_case on case_token (case_number);
create index case_token_element on case_token (process, element);
