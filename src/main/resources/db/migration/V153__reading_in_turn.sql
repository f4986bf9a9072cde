-- A file may also wait for its turn to be read; it keeps the number of its import when it was.
alter table waiting_file
    add column turn      boolean not null default false,
    add column mapping   varchar(60),
    add column import_id bigint references import_file on delete cascade;

-- How far the reading of a file has come, told while it is read; nothing remains of it afterwards.
create table reading (
    kind     varchar(12)  not null,
    sha256   varchar(64)  not null,
    name     varchar(200) not null,
    sender   varchar(64)  not null,
    size     bigint       not null,
    bytes    bigint       not null,
    accepted bigint       not null,
    known    bigint       not null,
    refused  bigint       not null,
    at       timestamptz  not null,
    primary key (kind, sha256)
);
