-- Whose last round ended so long ago that their details are to go, or are within a month. Worked out each hour from the rounds;
-- whoever looks sees those only who have not come back since.
create table erasure_due (
    organisation id not null references organisation (id),
    person id not null,
    -- The last day of the last round they took part in.
    last_on day not null,
    primary key (organisation, person),
    foreign key (organisation, person) references person (organisation, id)
);
create index erasure_due_by_day on erasure_due (organisation, last_on);
-- only: postgres
alter table erasure_due enable row level security;
alter table erasure_due force row level security;
create policy own_organisation on erasure_due
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
