-- Somebody asks to take part in a round, as mentor or as mentee.
create table application (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    person id not null,
    role text not null check (role in ('mentor', 'mentee')),
    -- How many mentees a mentor takes; 1 for a mentee.
    places whole not null check (places between 0 and 99),
    -- What the form or the spreadsheet said, heading by heading.
    answers json not null,
    applied_at instant not null,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    unique (organisation, round, role, person),
    check (role = 'mentor' or places = 1)
);
create index application_by_person on application (organisation, person);

-- A spreadsheet that was taken in: who did it, and what it changed.
create table application_import (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    made_by id not null,
    made_at instant not null,
    summary json not null,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id)
);
create index application_import_by_round on application_import (organisation, round, made_at);
