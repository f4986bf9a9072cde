create table journal (
    id          bigint generated always as identity primary key,
    case_number varchar(14)  not null,
    at          timestamptz  not null,
    kind        varchar(64)  not null,
    actor       varchar(64)  not null,
    facts       jsonb        not null
);
create index journal_case on journal (case_number, id);

create table person (
    user_name varchar(64)  primary key,
    name      varchar(120) not null,
    roles     varchar(120) not null,
    password  varchar(200) not null
);

create table edition_note (
    deployment_id varchar(64) primary key,
    author        varchar(64) not null,
    note          text        not null
);
