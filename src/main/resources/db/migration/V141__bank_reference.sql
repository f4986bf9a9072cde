-- The bank's own reference of a payment. It tells equal payments of different files apart and is no key: banks repeat them.
alter table payment add column bank_reference varchar(60);
