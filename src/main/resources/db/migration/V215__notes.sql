-- What people of the house write down on a case. The journal says that and when; the words are here, so that they can be
-- corrected for a while and erased when personal data must go.
create table note (
    id           bigint generated always as identity primary key,
    case_number  varchar(14)   not null references collection_case,
    words        varchar(4000),
    author       varchar(100)  not null,
    written_at   timestamptz   not null,
    corrected_at timestamptz,
    pinned       boolean       not null default false,
    in_evidence  boolean       not null default false,
    erased_at    timestamptz,
    erased_by    varchar(100),
    check ((words is null) = (erased_at is not null))
);
create index note_case on note (case_number, id desc);

-- What a note said before it was corrected.
create table note_version (
    note_id     bigint        not null references note,
    words       varchar(4000) not null,
    replaced_at timestamptz   not null,
    primary key (note_id, replaced_at)
);

-- Whom a note calls, and when that person saw it.
create table mention (
    note_id bigint       not null references note,
    person  varchar(100) not null,
    read_at timestamptz,
    primary key (note_id, person)
);
create index mention_of on mention (person, note_id desc);
create index mention_unread on mention (person) where read_at is null;
