-- An objection may concern a part of the principal; the rest of the claim then goes on. One that was found right, in whole or
-- in part, bars fees and compensation on what is left of the claim.
alter table dispute add column part numeric(19, 2) check (part > 0);
alter table dispute add column currency char(3);
alter table dispute add constraint dispute_part_currency check ((part is null) = (currency is null));
alter table dispute add column charges_barred boolean not null default false;
update dispute set charges_barred = true where state = 'PARTLY';
