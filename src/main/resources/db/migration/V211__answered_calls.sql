-- A call that nobody answered is a contact, but nobody was spoken with. Of older calls it is taken that somebody was.
alter table contact_call add column answered boolean not null default true;
