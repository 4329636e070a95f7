-- Two people who were a pair of a scheme before Duet knew them: so that they are not proposed again unasked.
create table earlier_pair (
    organisation id not null references organisation (id),
    id id not null,
    scheme id not null,
    mentor id not null,
    mentee id not null,
    -- As far as it is known.
    started_on day,
    finished_on day not null,
    primary key (organisation, id),
    foreign key (organisation, scheme) references scheme (organisation, id),
    foreign key (organisation, mentor) references person (organisation, id),
    foreign key (organisation, mentee) references person (organisation, id),
    check (mentor <> mentee),
    check (finished_on >= started_on)
);
create index earlier_pair_by_scheme on earlier_pair (organisation, scheme);
create index earlier_pair_by_mentor on earlier_pair (organisation, mentor);
create index earlier_pair_by_mentee on earlier_pair (organisation, mentee);
-- only: postgres
alter table earlier_pair enable row level security;
alter table earlier_pair force row level security;
create policy own_organisation on earlier_pair
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
