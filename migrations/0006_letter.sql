-- A letter to somebody, written when something happened. While no mail server is set it waits on a page.
create table letter (
    organisation id not null references organisation (id),
    id id not null,
    -- The scheme it is about: its coordinators see it.
    scheme id not null,
    person id not null,
    language text not null check (language in ('en', 'cy')),
    subject text not null,
    body text not null,
    written_at instant not null,
    -- When somebody said that it went out, and who.
    sent_at instant,
    sent_by id,
    primary key (organisation, id),
    foreign key (organisation, scheme) references scheme (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, sent_by) references person (organisation, id)
);
create index letter_by_person on letter (organisation, person, written_at);
create index letter_by_scheme on letter (organisation, scheme, written_at);
