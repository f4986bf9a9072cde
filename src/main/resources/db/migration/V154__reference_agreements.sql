-- What each creditor has agreed with its bank on payment references. No check digit means that nothing is known; the last
-- running number stays then, so that no reference is made twice.
create table reference_agreement (
    creditor_id  bigint       primary key references creditor,
    check_digits varchar(5)[] not null,
    length_digit boolean      not null,
    lengths      int[]        not null,
    generates    boolean      not null,
    last_number  bigint       not null default 0,
    set_by       varchar(64)  not null,
    set_at       timestamptz  not null
);
