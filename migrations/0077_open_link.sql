-- A link by which anybody can come in and apply to a round. Stands outside the organisations, like a link to sign in: whoever
-- opens it is known nowhere yet, and it says which organisation it leads to.
create table open_link (
    -- SHA-256 of the secret in the link; the secret itself is nowhere.
    secret_hash bytes primary key,
    organisation id not null references organisation (id),
    id id not null unique,
    round id not null,
    made_by id not null,
    made_at instant not null,
    ended_at instant,
    -- How many people nobody knew before have come in by it.
    came_in whole not null check (came_in >= 0),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id)
);
create index open_link_by_round on open_link (organisation, round);
