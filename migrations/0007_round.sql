-- One dated run of a scheme.
create table round (
    organisation id not null references organisation (id),
    id id not null,
    scheme id not null,
    name text not null check (length(name) between 1 and 200),
    starts_on day not null,
    ends_on day not null,
    -- Eligibility, criteria, and what comes first: the same words as a rules file.
    rules json not null,
    made_at instant not null,
    primary key (organisation, id),
    foreign key (organisation, scheme) references scheme (organisation, id),
    check (ends_on > starts_on)
);
create index round_by_scheme on round (organisation, scheme, starts_on);
