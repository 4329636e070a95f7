-- A meeting of a partnership, written down afterwards.
create table session (
    organisation id not null references organisation (id),
    id id not null,
    partnership id not null,
    held_on day not null,
    minutes whole not null check (minutes between 5 and 600),
    way text not null check (way in ('in_person', 'online', 'phone')),
    logged_by id not null,
    logged_at instant not null,
    primary key (organisation, id),
    foreign key (organisation, partnership) references partnership (organisation, id),
    foreign key (organisation, logged_by) references person (organisation, id)
);
create index session_by_partnership on session (organisation, partnership, held_on);
