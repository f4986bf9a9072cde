-- Whoever writes invoices and customers takes fifty numbers at once, so that they are written together. A number that is
-- taken stands for the fifty that end with it.
create sequence invoice_numbers increment by 50;
create sequence debtor_numbers increment by 50;
select setval('invoice_numbers', coalesce(max(id), 0) + 50, false) from invoice;
select setval('debtor_numbers', coalesce(max(id), 0) + 50, false) from debtor;
alter table invoice alter column id drop identity, alter column id set default nextval('app.invoice_numbers');
alter table debtor alter column id drop identity, alter column id set default nextval('app.debtor_numbers');
