-- Files that people keep on a case, of a note or of an objection where they name one.
create table attachment (
    id            uuid primary key,
    case_number   varchar(14)  not null references collection_case,
    note_id       bigint       references note,
    dispute_id    uuid         references dispute,
    name          varchar(120) not null,
    kind          varchar(8)   not null,
    size          bigint       not null,
    sha256        char(64)     not null,
    scan          varchar(12)  not null,
    scan_tried_at timestamptz,
    in_evidence   boolean      not null default false,
    added_by      varchar(100) not null,
    added_at      timestamptz  not null
);
create index attachment_case on attachment (case_number, added_at desc);
create unique index attachment_once on attachment (case_number, sha256) where scan <> 'REFUSED';
create index attachment_waiting on attachment (scan_tried_at nulls first) where scan = 'WAITING';

-- Apart, so that no list reads it. What is in files is packed already.
create table attachment_content (
    attachment_id uuid  primary key references attachment on delete cascade,
    content       bytea not null
);
alter table attachment_content alter column content set storage external;
