-- Who evaluates whom, from when to when. An evaluator is never proposed as that person's mentor.
create table evaluation (
    organisation id not null references organisation (id),
    id id not null,
    evaluator id not null,
    evaluated id not null,
    relation text not null check (relation in ('line_manages', 'supervises', 'appraises', 'decides_pay')),
    started_on day not null,
    finished_on day,
    primary key (organisation, id),
    foreign key (organisation, evaluator) references person (organisation, id),
    foreign key (organisation, evaluated) references person (organisation, id),
    check (evaluator <> evaluated),
    check (finished_on >= started_on)
);
create index evaluation_by_evaluated on evaluation (organisation, evaluated);
create index evaluation_by_evaluator on evaluation (organisation, evaluator);
