-- How the columns of other programs' CSV files become ours, saved by name by those who bring the files in.
create table csv_mapping (
    kind       varchar(12) not null,
    name       varchar(60) not null,
    definition jsonb       not null,
    saved_by   varchar(64) not null,
    at         timestamptz not null,
    primary key (kind, name)
);

-- Files that wait until their sender has said what their columns mean, in parts, since nodes share no disk.
create table waiting_file (
    id     uuid primary key,
    kind   varchar(12)  not null,
    name   varchar(200) not null,
    sender varchar(64)  not null,
    at     timestamptz  not null
);
create index waiting_file_sender on waiting_file (sender, at);

create table waiting_file_part (
    file_id uuid  not null references waiting_file on delete cascade,
    part    int   not null,
    bytes   bytea not null,
    primary key (file_id, part)
);

-- The refused lines of an imported CSV file as they stood there, with reason and mend; kept for thirty days.
create table refused_lines (
    import_id bigint primary key references import_file on delete cascade,
    lines     jsonb not null
);
