-- The day on which a person last began with the morning brief.
create table brief_read (
    person varchar(64) primary key,
    day    date        not null
);
-- What the brief and the end of a day look at: few rows of large tables.
create index journal_promises on journal (at) where kind in ('ArrangementKept', 'ArrangementBroken', 'PromisePartlyKept');
create index arrangement_made_by on arrangement (made_by, made_on);
create index work_item_time_barred on work_item (points desc, due, opened_at, id)
    where done_at is null and jsonb_exists(parts, 'TIME_BARRED');
create index work_item_lawful on work_item (points desc, due, opened_at, id)
    where done_at is null and jsonb_exists(parts, 'LAWFUL');
drop index work_item_action;
create index work_item_action on work_item (kind, element, process, opened_at) where done_at is null;
