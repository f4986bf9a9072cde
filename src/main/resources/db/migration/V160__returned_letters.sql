-- A letter that left and did not arrive. Beside the letter and not in it: what left stays as it was sealed.
create table letter_return (
    letter_id uuid primary key references letter,
    way       varchar(16)   not null,
    reason    varchar(1000) not null,
    told_at   timestamptz   not null,
    told_by   varchar(64)   not null,
    open      boolean       not null
);
