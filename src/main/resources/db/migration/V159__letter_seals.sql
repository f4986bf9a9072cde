-- What a letter was decided by, and the seal of what left: a digest of all of it and of the seal of the letter of the case
-- that left before it; see the class Seal.
alter table letter
    add column basis       jsonb,
    add column seal_number integer,
    add column seal        varchar(64);
