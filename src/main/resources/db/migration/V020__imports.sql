-- Every import that was done, with its report; see the room `intake`.
create table import_file (
    id       bigint generated always as identity primary key,
    kind     varchar(12)  not null,
    name     varchar(200) not null,
    sender   varchar(64)  not null,
    at       timestamptz  not null,
    sha256   varchar(64)  not null,
    accepted bigint       not null,
    known    bigint       not null,
    refused  bigint       not null,
    report   jsonb        not null
);

-- What an imported invoice or credit note said, to know it again and to name what differs.
create table imported_document (
    creditor_id bigint      not null references creditor,
    kind        varchar(8)  not null,
    number      varchar(60) not null,
    content     jsonb       not null,
    primary key (creditor_id, kind, number)
);
