-- Whose address, telephone and mail address nobody may see but a manager who says so.
alter table debtor add column protected_address boolean not null default false;
