-- The standard compensation that a letter charged itself, before fees were set off against it.
alter table letter add column new_compensation numeric(19, 2) not null default 0 check (new_compensation >= 0);
