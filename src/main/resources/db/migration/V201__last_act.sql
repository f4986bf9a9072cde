-- The last thing that each person did and can undo, with how the item stood before it and after it.
create table last_act (
    person  varchar(64)  primary key,
    kind    varchar(16)  not null,
    subject varchar(64)  not null,
    at      timestamptz  not null,
    kept    jsonb        not null
);
-- What a person finished, the newest last.
create index work_item_done_by on work_item (done_by, done_at) where done_by is not null;
