-- The work list lies in the order of its points. What they are counted from stands in the row too, so that other weights are
-- tried and published without reading anything else. What was never counted, or changed since, is ranked by edition 0.
alter table work_item add column facts jsonb;
alter table work_item add column points integer not null default 0;
alter table work_item add column parts jsonb not null default '{}';
alter table work_item add column ranked_by integer not null default 0;
alter table work_item add column rank_again_on date;

create or replace function enter_work_item() returns trigger language plpgsql as $$
begin
    select c.due_on, c.open_principal into new.invoice_due_on, new.open_principal
        from app.collection_case c where c.number = new.case_number for no key update;
    new.ranked_by := 0;
    return new;
end
$$;

create or replace function list_principal() returns trigger language plpgsql as $$
declare
    listed app.collection_case;
begin
    update app.collection_case set open_principal = open_principal + new.effect
        where invoice_id = new.invoice_id returning * into listed;
    update app.work_item set open_principal = listed.open_principal, ranked_by = 0
        where case_number = listed.number and done_at is null;
    return null;
end
$$;

create or replace function list_due_date() returns trigger language plpgsql as $$
declare
    listed app.collection_case;
begin
    update app.collection_case set due_on = new.due_on where invoice_id = new.id returning * into listed;
    update app.work_item set invoice_due_on = listed.due_on, ranked_by = 0
        where case_number = listed.number and done_at is null;
    return null;
end
$$;

drop index work_item_order;
drop index work_item_free;
drop index work_item_not_due;
create index work_item_order on work_item (points desc, due, opened_at, id) where done_at is null;
create index work_item_free on work_item (points desc, due, opened_at, id)
    where done_at is null and assignee is null and not held;
create index work_item_due on work_item (due) where done_at is null;
create index work_item_rank on work_item (ranked_by, rank_again_on) where done_at is null;
