-- Somebody who signs in, whichever organisations know them. Stands outside the organisations, with what they prove
-- themselves by.
create table identity (
    id id primary key,
    made_at instant not null
);

-- Who they are in an organisation. A second organisation is linked only after they have shown that the address it
-- knows them by is theirs.
create table identity_person (
    organisation id not null,
    person id not null,
    identity id not null references identity (id),
    linked_at instant not null,
    primary key (organisation, person),
    foreign key (organisation, person) references person (organisation, id)
);
create index identity_person_by_identity on identity_person (identity);
