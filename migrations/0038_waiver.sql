-- Somebody who does not meet a rule of a round, and is let in all the same: who says so, and why.
create table waiver (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    person id not null,
    role text not null check (role in ('mentor', 'mentee')),
    note text not null check (length(note) between 1 and 500),
    made_by id not null,
    made_on day not null,
    -- From this day on the rules hold for them again.
    ended_on day,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id)
);
-- One that holds per person, round and role.
create unique index waiver_that_holds on waiver (organisation, round, person, role) where ended_on is null;
-- only: postgres
alter table waiver enable row level security;
alter table waiver force row level security;
create policy own_organisation on waiver
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
