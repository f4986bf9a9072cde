-- The page that a letter names, by the SHA-256 of its secret; the secret itself stands in the letter only.
create table letter_link (
    letter_id    uuid primary key references letter on delete cascade,
    case_number  varchar(14) not null,
    token_sha256 varchar(64) not null unique,
    made_at      timestamptz not null,
    expires_on   date        not null
);
