-- What the law stopped: one row for each effect and rule, written in the transaction in which the law was asked.
create table legal_stop (
    effect      uuid         not null,
    rule        varchar(32)  not null,
    kind        varchar(11)  not null check (kind in ('REFUSED', 'BARRED', 'WITHOUT_FEE')),
    statute     varchar(200) not null,
    process     varchar(64)  not null,
    version     integer      not null,
    element     varchar(64)  not null,
    activity    varchar(64)  not null,
    case_number varchar(14)  not null,
    at          timestamptz  not null,
    primary key (effect, rule)
);
create index legal_stop_rule on legal_stop (rule, process, version, case_number);
