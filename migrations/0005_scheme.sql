-- A standing offer, with a purpose.
create table scheme (
    organisation id not null references organisation (id),
    id id not null,
    name text not null check (length(name) between 1 and 200),
    purpose text not null,
    -- One of the eight tested palettes.
    colour text not null,
    made_at instant not null,
    primary key (organisation, id)
);

-- What somebody does for a scheme, or, as administrator, for the organisation (then no scheme is named).
create table appointment (
    organisation id not null references organisation (id),
    id id not null,
    person id not null,
    scheme id,
    duty text not null check (duty in ('administrator', 'coordinator', 'coach', 'sponsor')),
    started_on day not null,
    finished_on day,
    primary key (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, scheme) references scheme (organisation, id),
    check ((duty = 'administrator') = (scheme is null))
);
create index appointment_by_person on appointment (organisation, person);
create index appointment_by_scheme on appointment (organisation, scheme);
