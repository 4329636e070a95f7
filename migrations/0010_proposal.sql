-- A pair the coordinator keeps together or apart, whatever fits best.
create table pair_wish (
    organisation id not null references organisation (id),
    round id not null,
    mentor id not null,
    mentee id not null,
    wish text not null check (wish in ('together', 'apart')),
    made_by id not null,
    made_at instant not null,
    primary key (organisation, round, mentor, mentee),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, mentor) references person (organisation, id),
    foreign key (organisation, mentee) references person (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id),
    check (mentor <> mentee)
);

-- What the engine suggests and nobody has been told.
create table proposal (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    -- The round's first, second, third … proposal. The newest stands.
    number whole not null check (number > 0),
    made_by id not null,
    made_at instant not null,
    -- The rules it was made by, and SHA-256 of all that went into it: the same hash gives the same pairs.
    rules json not null,
    question_hash text not null,
    placed whole not null,
    score whole not null,
    published_at instant,
    -- Until when the letters of a proposal that was told are held: until then it can be taken back.
    held_until instant,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id),
    unique (organisation, round, number)
);

-- A pair of it, and why.
create table proposal_pair (
    organisation id not null references organisation (id),
    proposal id not null,
    mentor id not null,
    mentee id not null,
    score whole not null,
    reasons json not null,
    primary key (organisation, proposal, mentee),
    foreign key (organisation, proposal) references proposal (organisation, id),
    foreign key (organisation, mentor) references person (organisation, id),
    foreign key (organisation, mentee) references person (organisation, id)
);

-- Somebody it leaves out, and why.
create table proposal_left_out (
    organisation id not null references organisation (id),
    proposal id not null,
    person id not null,
    role text not null check (role in ('mentor', 'mentee')),
    reasons json not null,
    primary key (organisation, proposal, person, role),
    foreign key (organisation, proposal) references proposal (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);

-- Why no plan is better than a proposal: people by their ids, scores, gains and prices. No names and no words.
create table proposal_proof (
    organisation id not null references organisation (id),
    proposal id not null,
    proof json not null,
    primary key (organisation, proposal),
    foreign key (organisation, proposal) references proposal (organisation, id)
);
