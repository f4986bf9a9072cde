-- The days on which a debtor was reached: by letters, which name the debtor now, and by calls.
alter table letter
    add column debtor_id bigint references debtor;
update letter l
set debtor_id = i.debtor_id
from collection_case c
         join invoice i on i.id = c.invoice_id
where c.number = l.case_number;
create index letter_debtor on letter (debtor_id, dated);

create table contact_call (
    debtor_id bigint not null references debtor,
    day       date   not null,
    primary key (debtor_id, day)
);
