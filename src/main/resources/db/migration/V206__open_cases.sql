-- Who looks at a case right now. Worth a minute, so it need not outlive the database.
create unlogged table case_open (
    case_number varchar(14) not null,
    person      varchar(64) not null,
    seen_at     timestamptz not null,
    primary key (case_number, person)
);
create index case_open_seen on case_open (seen_at);
-- What a person has, that which is due first before the rest.
create index work_item_holder on work_item (assignee, due, opened_at) where done_at is null and assignee is not null;
drop index work_item_assignee;
create index instalment_due on instalment (due_on);
