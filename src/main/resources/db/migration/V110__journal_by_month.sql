-- The journal by month of business time (UTC), so that a retention drops months instead of deleting rows. What belongs to a
-- month that has no partition yet lies in journal_rest until it has one; see `JournalMonths`.
alter table journal rename to journal_before;
alter table journal_before drop constraint journal_pkey;
drop index journal_case;

create sequence journal_id;
select setval('journal_id', coalesce(max(id), 0) + 1, false) from journal_before;

create table journal (
    id          bigint       not null default nextval('app.journal_id'),
    case_number varchar(14)  not null,
    at          timestamptz  not null,
    kind        varchar(64)  not null,
    actor       varchar(64)  not null,
    facts       jsonb        not null,
    primary key (case_number, id, at)
) partition by range (at);

create table journal_rest partition of journal default;

-- Makes the partition of a month, with what journal_rest holds of it; false when it was there.
create function make_journal_month(month date) returns boolean language plpgsql as $$
declare
    name  text        := 'journal_' || to_char(month, 'YYYY_MM');
    first timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
    next  timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
begin
    perform pg_advisory_xact_lock(hashtext('journal months'));
    if to_regclass('app.' || name) is not null then
        return false;
    end if;
    lock table app.journal_rest in access exclusive mode;
    execute format('create table app.%I (like app.journal including all)', name);
    execute format('with moved as (delete from app.journal_rest where at >= %L and at < %L returning *)'
        ' insert into app.%I select * from moved', first, next, name);
    execute format('alter table app.journal attach partition app.%I for values from (%L) to (%L)', name, first, next);
    return true;
end
$$;

select make_journal_month(month::date)
    from (select distinct date_trunc('month', at at time zone 'UTC') as month from journal_before) months;
insert into journal (id, case_number, at, kind, actor, facts)
    select id, case_number, at, kind, actor, facts from journal_before order by id;
drop table journal_before;
