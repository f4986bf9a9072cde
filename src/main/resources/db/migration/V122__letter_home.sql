-- The folder of the node that made the letter ready. One for print lies there when it left, and on no other node.
alter table letter add column prepared_in varchar(36);
