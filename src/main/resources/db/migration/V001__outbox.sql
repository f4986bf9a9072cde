-- Effects on their way out of the house; see the room `outbox`.
create table outbox (
    key           uuid primary key,
    case_number   varchar(14)  not null,
    activity      varchar(64)  not null,
    input         jsonb        not null,
    origin        varchar(500) not null,
    state         varchar(16)  not null,
    queued_at     timestamptz  not null,
    not_before    timestamptz  not null,
    rule          varchar(32),
    reason        text,
    attempts      integer      not null default 0,
    lease_until   timestamptz,
    facts         jsonb,
    paused        boolean      not null default false,
    confirm_after timestamptz  not null default '-infinity'
);
create index outbox_due on outbox (not_before, queued_at) where state = 'QUEUED';
create index outbox_open on outbox (case_number) where state not in ('CONFIRMED', 'WITHDRAWN');
create index outbox_delivered on outbox (queued_at) where state = 'DELIVERED';
create index outbox_sending on outbox (lease_until) where state = 'SENDING';
create index outbox_standing on outbox (state, queued_at) where state in ('UNKNOWN', 'BARRED', 'HELD');
