-- When somebody was erased: their row stays, for the pairs they were in, and says nothing about them any more.
alter table person add column erased_at instant;

-- Somebody asks to be erased; the administrators see it.
create table erasure_request (
    organisation id not null references organisation (id),
    person id not null,
    asked_at instant not null,
    primary key (organisation, person),
    foreign key (organisation, person) references person (organisation, id)
);
-- only: postgres
alter table erasure_request enable row level security;
alter table erasure_request force row level security;
create policy own_organisation on erasure_request
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
