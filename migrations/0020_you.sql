-- Whether they wrote their name themselves: a spreadsheet does not change it any more.
alter table person add column own_name flag not null default false;

-- Somebody wants to be known by an address, and a code is on its way to it.
create table address_request (
    organisation id not null,
    id id not null,
    person id not null,
    address text not null check (length(address) between 3 and 254),
    -- Whether it is to be the one they are written to; a second one else.
    main flag not null,
    -- SHA-256 of the six digits together with the secret of the sign-in they asked with.
    code_hash bytes not null,
    tries whole not null check (tries between 0 and 5),
    made_at instant not null,
    ends_at instant not null,
    used_at instant,
    primary key (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);
create index address_request_by_person on address_request (organisation, person, made_at);

-- The addresses that sign somebody in changed; it can be undone from the address they were written to before.
create table address_change (
    organisation id not null,
    id id not null,
    person id not null,
    -- The one they were written to before.
    was text not null,
    -- The one that signs in since, and the one that does no longer, if any.
    added text,
    removed text,
    -- SHA-256 of what stands in the notice's link.
    undo_hash bytes not null,
    made_at instant not null,
    ends_at instant not null,
    undone_at instant,
    primary key (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);
create index address_change_by_undo on address_change (organisation, undo_hash);
-- only: postgres
alter table address_request enable row level security;
alter table address_request force row level security;
create policy own_organisation on address_request
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table address_change enable row level security;
alter table address_change force row level security;
create policy own_organisation on address_change
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
