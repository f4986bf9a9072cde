-- How debtors were seen to pay; see the rooms `policy` and `cases`. Beside the debtor and not in it, so that counting waits
-- for nobody who changes the debtor.
create table debtor_behaviour (
    debtor_id bigint primary key references debtor,
    segment   varchar(12) not null,
    counted   jsonb       not null
);

-- Cases on which something happened that their debtors are counted anew for.
create table behaviour_due (
    id          bigint generated always as identity primary key,
    case_number varchar(14) not null,
    since       timestamptz not null
);
insert into behaviour_due (case_number, since)
    select max(c.number), max(c.opened_at) from collection_case c join invoice i on i.id = c.invoice_id group by i.debtor_id;

create index invoice_debtor_due on invoice (debtor_id, due_on);
drop index invoice_debtor;

-- Which group a person has put a customer into, until the last day of the override.
alter table policy_override add column segment varchar(12);
alter table policy_override add check ((kind = 'SEGMENT') = (segment is not null));
alter table policy_override add check (kind <> 'SEGMENT' or debtor_id is not null);
create unique index policy_override_segment on policy_override (debtor_id) where kind = 'SEGMENT' and ended_at is null;
