-- What the law has set since the product was built. A row is entered by one person and decided by another, and its content never changes.
create table law_entry (
    id          bigint generated always as identity primary key,
    kind        varchar(16)    not null check (kind in ('RATE', 'REVIEWED_THROUGH', 'IN_FORCE_FROM')),
    subject     varchar(40)    not null,
    day         date           not null,
    value       numeric(12, 4),
    source      varchar(300)   not null,
    reason      varchar(300),
    state       varchar(10)    not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    proposed_by varchar(64)    not null,
    proposed_at timestamptz    not null,
    decided_by  varchar(64),
    decided_at  timestamptz,
    check ((kind = 'RATE') = (value is not null)),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);

-- one proposal at a time for the same thing, also when two people press in the same moment
create unique index law_entry_waiting on law_entry (kind, subject, (case when kind = 'RATE' then day else date '1900-01-01' end))
    where state = 'PROPOSED';

create function law_entry_is_never_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED'
        or (old.id, old.kind, old.subject, old.day, old.value, old.source, old.reason, old.proposed_by, old.proposed_at)
            is distinct from
           (new.id, new.kind, new.subject, new.day, new.value, new.source, new.reason, new.proposed_by, new.proposed_at)
    then
        raise exception 'A row of the law book is never changed; enter a correction';
    end if;
    return new;
end
$$;

create trigger law_entry_is_never_changed before update or delete on law_entry
    for each row execute function law_entry_is_never_changed();
