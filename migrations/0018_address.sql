-- Every address an organisation knows somebody by. `person.address` is the one they are written to, and is among these.
create table person_address (
    organisation id not null,
    -- Lower case.
    address text not null check (length(address) between 3 and 254),
    person id not null,
    -- Whether it signs in. One they were known by before does not: it only lets a spreadsheet find them.
    signs_in flag not null,
    made_at instant not null,
    primary key (organisation, address),
    foreign key (organisation, person) references person (organisation, id)
);
create index person_address_by_person on person_address (organisation, person);
-- only: postgres
alter table person no force row level security;
-- end only
insert into person_address (organisation, address, person, signs_in, made_at)
    select organisation, address, id, true, made_at from person;
-- only: postgres
alter table person force row level security;
alter table person_address enable row level security;
alter table person_address force row level security;
create policy own_organisation on person_address
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only

-- Which organisations know an address that signs in. Stands outside them, and holds no address: SHA-256 of it, and ids.
create table known_address (
    address_hash bytes not null,
    organisation id not null,
    person id not null,
    primary key (address_hash, organisation),
    foreign key (organisation, person) references person (organisation, id)
);
create index known_address_by_person on known_address (organisation, person);
