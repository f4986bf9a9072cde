-- Why a line was booked and by whom, and the order in which a payment or credit was applied to the parts.
alter table ledger_line add column reason varchar(500);
alter table ledger_line add column booked_by varchar(64);
alter table ledger_line add column applied_order varchar(120);

-- What a line adds to what is open; the sum over an invoice is what the debtor owes, or is owed when it is negative.
alter table ledger_line add column effect numeric(19, 2) not null
    generated always as (case when kind in ('CHARGE', 'REFUND') then amount else -amount end) stored;

create function ledger_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is only added to: book a line that corrects line % of invoice %', old.id, old.invoice_id;
end
$$;
create trigger ledger_only_grows before update or delete on ledger_line
    for each row execute function ledger_only_grows();
