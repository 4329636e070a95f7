-- A member body somebody works at: a library service, a department.
create table workplace (
    organisation id not null references organisation (id),
    id id not null,
    name text not null check (length(name) between 1 and 200),
    primary key (organisation, id),
    unique (organisation, name)
);

-- Somebody known to the organisation. Whether they may sign in is a matter of `sign_in`.
create table person (
    organisation id not null references organisation (id),
    id id not null,
    name text not null check (length(name) between 1 and 200),
    -- Lower case. One person per address within an organisation.
    address text not null check (length(address) between 3 and 254),
    job_title text not null,
    workplace id,
    language text not null check (language in ('en', 'cy')),
    -- The gate before everything else: only who is active may do anything. Its changes are on the record.
    membership text not null check (membership in ('invited', 'active', 'suspended', 'left', 'erased')),
    made_at instant not null,
    -- When they were shown what is kept of them and why, before they gave anything themselves.
    notice_at instant,
    primary key (organisation, id),
    unique (organisation, address),
    foreign key (organisation, workplace) references workplace (organisation, id)
);
