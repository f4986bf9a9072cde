-- What the policy gave each promise and plan: its grace, its fee, and the row that said so. Plans may wait for a second person.
alter table arrangement
    add column grace_days    integer        not null default 3,
    add column fee           numeric(19, 2) not null default 0,
    add column terms_version integer        not null default 0,
    add column terms_row     integer        not null default 0;
drop index arrangement_live;
create unique index arrangement_live on arrangement (case_number) where state in ('WAITING', 'PROPOSED', 'OPEN');
