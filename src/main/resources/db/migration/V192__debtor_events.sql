-- What a debtor is to those who ask for money, kept beside its name so that a step reads nothing more.
alter table debtor add column standing            varchar(12) not null default 'NORMAL';
alter table debtor add column standing_since      date;
alter table debtor add column delivery_stopped_on date;

-- An insolvency or a death that somebody has told of; the case on which a person sees to it.
create table debtor_event (
    id          bigint generated always as identity primary key,
    debtor_id   bigint       not null references debtor,
    standing    varchar(12)  not null,
    happened_on date         not null,
    file_by     date,
    note        varchar(500) not null,
    told_by     varchar(100) not null,
    told_at     timestamptz  not null,
    case_number varchar(14)  not null references collection_case,
    seen_to     boolean      not null default false,
    ended_at    timestamptz,
    ended_by    varchar(100),
    end_note    varchar(500)
);
create unique index debtor_event_open on debtor_event (debtor_id) where ended_at is null;
