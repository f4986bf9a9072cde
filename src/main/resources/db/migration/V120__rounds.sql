-- Which node does a round that one node does, and until when; see the room `nodes`. Times are the database's own, in UTC.
create table round (
    name       varchar(64)  primary key,
    lock_until timestamp    not null,
    locked_at  timestamp    not null,
    locked_by  varchar(255) not null
);
