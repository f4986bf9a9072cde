-- Letters under the key of their effect; see the room `correspondence`. What left is kept byte for byte.
create table letter (
    id           uuid primary key,
    case_number  varchar(14)    not null,
    type         varchar(24)    not null,
    legal_step   varchar(12)    not null,
    state        varchar(10)    not null,
    channel      varchar(6)     not null,
    sender       varchar(320),
    recipient    varchar(500)   not null,
    language     varchar(2)     not null,
    dated        date           not null,
    deadline     date,
    prepared_at  timestamptz    not null,
    sent_at      timestamptz,
    receipt      varchar(500),
    currency     varchar(3)     not null,
    principal    numeric(19, 2) not null,
    fee          numeric(19, 2) not null,
    interest     numeric(19, 2) not null,
    compensation numeric(19, 2) not null,
    new_fee      numeric(19, 2) not null check (new_fee >= 0),
    new_interest numeric(19, 2) not null check (new_interest >= 0),
    subject      varchar(300)   not null,
    text         text           not null,
    html         text           not null
);
create index letter_case on letter (case_number, prepared_at);

create table letter_document (
    letter_id uuid       not null references letter on delete cascade,
    kind      varchar(4) not null,
    content   bytea      not null,
    primary key (letter_id, kind)
);

-- A mail address that was refused for a letter; the letter then goes on paper.
create table refused_address (
    letter_id uuid primary key,
    address   varchar(500) not null
);

-- What the mailbox took where no mail server is set.
create table mailbox_message (
    letter_id uuid primary key references letter on delete cascade,
    taken_at  timestamptz  not null,
    sender    varchar(320) not null,
    recipient varchar(320) not null,
    subject   varchar(300) not null,
    mime      bytea        not null
);
create index mailbox_message_taken on mailbox_message (taken_at desc);
