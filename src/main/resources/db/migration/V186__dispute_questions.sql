-- An objection that was decided may be taken up again with new facts, and the debtor may be asked something before it is decided.
alter table dispute add column reopens uuid references dispute (id);
alter table dispute add column question varchar(1000);
alter table dispute add column answer_by date;
alter table dispute add column answer varchar(2000);
-- Two of a day are told apart by the order in which they came.
alter table dispute add column number bigint generated always as identity;
