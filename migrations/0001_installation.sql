-- One row about this installation as a whole.
create table installation (
    number whole primary key check (number = 1),
    -- A demo database: one-click sign-in, on loopback only. Set when it is made, never later.
    demo flag not null,
    made_at instant not null,
    -- When the last copy of everything was made, for whoever looks whether all is well.
    backed_up_at instant
);

-- An organisation that runs Duet for its people: the tenant. What follows is keyed by it.
create table organisation (
    id id primary key,
    name text not null check (length(name) between 1 and 200),
    made_at instant not null
);
