-- The package that went, or is to go, to a collection agency; its id is the key of the effect that carries it.
create table handover (
    id             uuid primary key,
    case_number    varchar(14)    not null,
    agency         varchar(120)   not null,
    principal      numeric(19, 2) not null,
    currency       varchar(3)     not null,
    package        json           not null,
    -- whether an earlier attempt, which may have arrived, stated another principal
    restated       boolean        not null default false,
    state          varchar(12)    not null,
    withdrawal     varchar(500),
    prepared_at    timestamptz    not null,
    handed_over_at timestamptz
);
create index handover_case on handover (case_number, prepared_at);

create table agency_answer (
    id          bigint generated always as identity primary key,
    handover_id uuid         not null references handover,
    answer_key  varchar(120) not null,
    status      varchar(16)  not null,
    body        json         not null,
    received_at timestamptz  not null,
    -- whether the process that waits for it has yet to hear
    untold      boolean      not null,
    unique (handover_id, answer_key)
);
create index agency_answer_untold on agency_answer (id) where untold;

-- What the agency is told after the hand-over: withdrawals and reports of direct payments.
create table agency_notice (
    key         uuid primary key,
    handover_id uuid        not null references handover,
    body        json        not null,
    prepared_at timestamptz not null
);
