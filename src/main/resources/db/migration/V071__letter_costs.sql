alter table letter add column costs numeric(19, 2) not null default 0;
