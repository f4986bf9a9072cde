-- What lists are sorted and narrowed by stands in the row that is listed, kept by the database in the transaction that
-- changes it: the open principal, which follows the ledger, and the due date of the invoice. A list then reads as many rows
-- as it shows, however many there are.
alter table collection_case add column due_on date;
alter table collection_case add column open_principal numeric(19, 2);
update collection_case c set due_on = i.due_on, open_principal =
        (select coalesce(sum(l.effect), 0) from ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL')
    from invoice i where i.id = c.invoice_id;
alter table collection_case alter column due_on set not null;
alter table collection_case alter column open_principal set not null;

alter table work_item add column invoice_due_on date;
alter table work_item add column open_principal numeric(19, 2);
update work_item w set invoice_due_on = c.due_on, open_principal = c.open_principal
    from collection_case c where c.number = w.case_number;

create function enter_case() returns trigger language plpgsql as $$
begin
    select i.due_on, coalesce((select sum(l.effect) from app.ledger_line l
            where l.invoice_id = i.id and l.part = 'PRINCIPAL'), 0)
        into new.due_on, new.open_principal from app.invoice i where i.id = new.invoice_id;
    return new;
end
$$;
create trigger enter_case before insert on collection_case for each row execute function enter_case();

-- Locks the case, so that a payment that is being booked is waited for, and one that comes finds the item.
create function enter_work_item() returns trigger language plpgsql as $$
begin
    select c.due_on, c.open_principal into new.invoice_due_on, new.open_principal
        from app.collection_case c where c.number = new.case_number for no key update;
    return new;
end
$$;
create trigger enter_work_item before insert on work_item for each row execute function enter_work_item();
create trigger reenter_work_item before update on work_item
    for each row when (old.done_at is not null and new.done_at is null) execute function enter_work_item();

create function list_principal() returns trigger language plpgsql as $$
declare
    listed app.collection_case;
begin
    update app.collection_case set open_principal = open_principal + new.effect
        where invoice_id = new.invoice_id returning * into listed;
    update app.work_item set open_principal = listed.open_principal
        where case_number = listed.number and done_at is null;
    return null;
end
$$;
create trigger list_principal after insert on ledger_line
    for each row when (new.part = 'PRINCIPAL') execute function list_principal();

create function list_due_date() returns trigger language plpgsql as $$
declare
    listed app.collection_case;
begin
    update app.collection_case set due_on = new.due_on where invoice_id = new.id returning * into listed;
    update app.work_item set invoice_due_on = listed.due_on where case_number = listed.number and done_at is null;
    return null;
end
$$;
create trigger list_due_date after update of due_on on invoice
    for each row when (old.due_on <> new.due_on) execute function list_due_date();

-- The work list in its order, and what of it anybody may take; an invoice that is not yet due counts as nothing overdue.
drop index work_item_open;
create index work_item_order on work_item (due, open_principal desc, opened_at, id) where done_at is null;
create index work_item_free on work_item (due, open_principal desc, opened_at, id)
    where done_at is null and assignee is null and not held;
create index work_item_not_due on work_item (invoice_due_on) where done_at is null;
create index work_item_action on work_item (kind, element, process) where done_at is null;
create index work_item_assignee on work_item (assignee) where done_at is null and assignee is not null;

-- The case list in its order, and what else a case is looked up by.
drop index collection_case_state;
create index collection_case_order on collection_case (state, due_on, number);
create index collection_case_principal on collection_case (open_principal) where open_principal <> 0;
create index invoice_amount on invoice (amount);
create extension if not exists pg_trgm;
create index debtor_name on debtor using gin (lower(name) gin_trgm_ops);
create index debtor_organisation on debtor (regexp_replace(organisation_number, '\D', '', 'g'))
    where organisation_number is not null;
-- the last digits are typed, with or without a country code before them
create index debtor_phone on debtor (reverse(regexp_replace(phone, '\D', '', 'g')) text_pattern_ops)
    where phone is not null;
