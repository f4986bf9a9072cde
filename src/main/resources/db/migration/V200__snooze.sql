-- What a person left for later: who did, whether news of the case wakes it, and what woke it. The moment of a waking by a
-- payment is filled in by the next round that counts points, since the database does not know the time of the house.
alter table work_item add column snoozed_by varchar(64);
alter table work_item add column news_wakes boolean not null default false;
alter table work_item add column woken_by varchar(16);
alter table work_item add column woken_at timestamptz;
-- What the step's form calls its outcome, for those who look at what was done on a day.
alter table work_item add column answer varchar(64);

create index work_item_snoozed on work_item (skipped_until) where done_at is null and skipped_until is not null;
create index work_item_left on work_item (snoozed_by) where done_at is null and snoozed_by is not null;
create index work_item_listens on work_item (case_number) where done_at is null and news_wakes;

create or replace function list_principal() returns trigger language plpgsql as $$
declare
    listed app.collection_case;
begin
    update app.collection_case set open_principal = open_principal + new.effect
        where invoice_id = new.invoice_id returning * into listed;
    update app.work_item w set open_principal = listed.open_principal, ranked_by = 0,
            skipped_until = case when w.news_wakes and new.kind = 'PAYMENT' then null else w.skipped_until end,
            woken_by = case when w.news_wakes and new.kind = 'PAYMENT' then 'PAYMENT' else w.woken_by end,
            news_wakes = w.news_wakes and new.kind <> 'PAYMENT'
        where w.case_number = listed.number and w.done_at is null;
    return null;
end
$$;

-- A payment that covers no principal: it changes no amount of the list, but it is news.
create function wake_by_payment() returns trigger language plpgsql as $$
begin
    update app.work_item w set skipped_until = null, news_wakes = false, woken_by = 'PAYMENT', ranked_by = 0
        from app.collection_case c
        where c.invoice_id = new.invoice_id and w.case_number = c.number and w.done_at is null and w.news_wakes;
    return null;
end
$$;
create trigger wake_by_payment after insert on ledger_line
    for each row when (new.kind = 'PAYMENT' and new.part <> 'PRINCIPAL') execute function wake_by_payment();
