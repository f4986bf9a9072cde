-- What each debtor owes of principal, kept by the database itself with every line of the ledger, so that a decision that asks
-- how a debtor compares with the creditor's others does not add up all that the creditor ever invoiced.
create table debtor_exposure (
    debtor_id   bigint         not null references debtor,
    currency    varchar(3)     not null,
    creditor_id bigint         not null references creditor,
    open        numeric(19, 2) not null,
    primary key (debtor_id, currency)
);
create index debtor_exposure_rank on debtor_exposure (creditor_id, currency, open);

insert into debtor_exposure (debtor_id, currency, creditor_id, open)
    select i.debtor_id, i.currency, i.creditor_id, sum(l.effect)
    from invoice i join ledger_line l on l.invoice_id = i.id and l.part = 'PRINCIPAL'
    group by i.debtor_id, i.currency, i.creditor_id;

create function add_to_exposure() returns trigger language plpgsql as $$
begin
    insert into app.debtor_exposure as known (debtor_id, currency, creditor_id, open)
        select i.debtor_id, i.currency, i.creditor_id, new.effect from app.invoice i where i.id = new.invoice_id
        on conflict (debtor_id, currency) do update set open = known.open + excluded.open;
    return null;
end
$$;
create trigger add_to_exposure after insert on ledger_line
    for each row when (new.part = 'PRINCIPAL') execute function add_to_exposure();
