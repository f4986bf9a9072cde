-- Texts of letters that were written here, beside those of the house; the newest published one of a letter is in force.
create table letter_text (
    type       varchar(24)  not null,
    language   varchar(2)   not null,
    version    integer      not null,
    source     text         not null,
    note       varchar(500) not null,
    author     varchar(64)  not null,
    at         timestamptz  not null,
    state      varchar(11)  not null,
    findings   text         not null,
    decided_by varchar(64),
    primary key (type, language, version)
);
