-- How new the newest data of each creditor's bank is, and within how many banking days a payment file is expected. Without
-- an expectation nothing waits for one.
create table bank_data (
    creditor_id   bigint primary key references creditor,
    expected_days int check (expected_days between 1 and 30),
    newest_on     date,
    received_at   timestamptz
);
