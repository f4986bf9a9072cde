-- When a case stood still and why. The case itself carries only what holds it now.
create table case_pause (
    id          bigint generated always as identity primary key,
    case_number varchar(14)  not null references collection_case,
    kind        varchar(10)  not null,
    begins_on   date         not null,
    until       date,
    reason      varchar(500) not null,
    entered_at  timestamptz  not null,
    entered_by  varchar(100) not null,
    -- the last day of it; the day before it began where it was ended at once
    ended_on    date,
    ended_by    varchar(100),
    -- false where the case went on as if it had not been held
    counts      boolean      not null default true
);
create index case_pause_case on case_pause (case_number, begins_on);
create unique index case_pause_open on case_pause (case_number) where ended_on is null;

insert into case_pause (case_number, kind, begins_on, until, reason, entered_at, entered_by)
select number, 'HOLD', (held_since at time zone 'Europe/Oslo')::date, hold_until, coalesce(hold_reason, 'OTHER'), held_since, 'forfall'
from collection_case where state = 'HELD';
