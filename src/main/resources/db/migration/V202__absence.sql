-- Who is away from which day to which, both included, and who covers. People are never away twice at a time, and nobody covers
-- who is away.
create table absence (
    id        bigint generated always as identity primary key,
    person    varchar(64) not null,
    first_day date        not null,
    last_day  date        not null check (last_day >= first_day),
    cover     varchar(64) not null check (cover <> person),
    made_by   varchar(64) not null
);
create index absence_cover on absence (cover, last_day);
create index absence_person on absence (person, last_day);

-- What somebody has taken, in the order of the list: whoever covers for somebody is given the first of it.
drop index work_item_assignee;
create index work_item_assignee on work_item (assignee, points desc, due, opened_at, id)
    where done_at is null and assignee is not null;
