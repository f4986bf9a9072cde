-- Who completed a step of a case last, for steps that need other eyes; see `Entitlement` in the room `engine`.
create table decider (
    case_number varchar(14)  not null,
    step        varchar(255) not null,
    person      varchar(64)  not null,
    primary key (case_number, step)
);
