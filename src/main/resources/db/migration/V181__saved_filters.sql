-- Filters of the work list that people have named; the teams of whoever made one see it when it is shared.
create table saved_filter (
    id    bigint generated always as identity primary key,
    owner varchar(64)   not null,
    name  varchar(60)   not null,
    query varchar(1000) not null,
    teams varchar(64)[] not null default '{}'
);
create unique index saved_filter_name on saved_filter (owner, name);
