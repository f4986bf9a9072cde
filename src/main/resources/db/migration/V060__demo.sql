create table demo_clock (
    one           integer primary key check (one = 1),
    seconds_ahead bigint not null
);
