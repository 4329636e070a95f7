-- The key store: a database of its own, never in the other's backups.
-- A key that private words are sealed under: whose words, and the 32 bytes.
create table key (
    organisation id not null,
    -- Whose: the id of whoever the words are about.
    holder id not null,
    id id not null,
    secret bytes not null,
    made_at instant not null,
    primary key (organisation, holder, id)
);

-- The ledger: whose keys were destroyed, and when. A restored copy of the other database is made to forget them again.
create table erasure (
    organisation id not null,
    holder id not null,
    erased_at instant not null,
    primary key (organisation, holder)
);

-- That somebody has shown a copy of the keys, kept elsewhere: it holds all that were made until then.
create table confirmation (
    number whole primary key check (number = 1),
    made_until instant not null,
    confirmed_at instant not null
);
