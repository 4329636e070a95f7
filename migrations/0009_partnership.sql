-- What a mentor and a mentee agreed, or are asked to agree.
create table partnership (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    mentor id not null,
    mentee id not null,
    -- When both were told.
    offered_at instant not null,
    -- When both had said yes.
    started_on day,
    -- When it ended, or was declined.
    finished_on day,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, mentor) references person (organisation, id),
    foreign key (organisation, mentee) references person (organisation, id),
    check (mentor <> mentee),
    check (finished_on >= started_on)
);
create index partnership_by_round on partnership (organisation, round);
create index partnership_by_mentor on partnership (organisation, mentor);
create index partnership_by_mentee on partnership (organisation, mentee);
-- One open or running partnership per mentee and round.
create unique index partnership_one_per_mentee on partnership (organisation, round, mentee) where finished_on is null;

-- A yes or a no to it.
create table partnership_answer (
    organisation id not null references organisation (id),
    partnership id not null,
    person id not null,
    answer text not null check (answer in ('accept', 'decline')),
    answered_at instant not null,
    primary key (organisation, partnership, person),
    foreign key (organisation, partnership) references partnership (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);
