-- More than one way may be refused for a letter; the next one is tried.
alter table refused_address
    drop constraint refused_address_pkey,
    add primary key (letter_id, address);

-- The mailbox takes text messages too; their source is the text itself.
alter table mailbox_message
    add column channel varchar(6) not null default 'EMAIL';
