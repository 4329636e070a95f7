-- A browser that is signed in as somebody. Stands outside the organisations: it says which one.
create table sign_in (
    -- SHA-256 of the cookie's secret; the secret itself is nowhere.
    token_hash bytes primary key,
    -- What its person calls it by, to end it; of no use to anybody else.
    id id not null unique,
    organisation id not null,
    person id not null,
    -- Who made the link it began with, if somebody else did.
    made_by id,
    made_at instant not null,
    seen_at instant not null,
    ends_at instant not null,
    foreign key (organisation, person) references person (organisation, id)
);

-- A link that signs somebody in once.
create table sign_in_link (
    token_hash bytes primary key,
    organisation id not null,
    person id not null,
    -- Who asked for it: a coordinator who prints a letter; nobody when the program itself did.
    made_by id,
    made_at instant not null,
    ends_at instant not null,
    used_at instant,
    foreign key (organisation, person) references person (organisation, id)
);
create index sign_in_by_end on sign_in (ends_at);
create index sign_in_by_person on sign_in (organisation, person);
create index sign_in_link_by_end on sign_in_link (ends_at);
create index sign_in_link_by_person on sign_in_link (organisation, person);
