-- Somebody who is taught: a child, mostly. As little as possible is kept: what they are called, where they go to school, and
-- what tells two of one name apart. A pupil is no person here, and has no address; who sees them is who teaches them.
create table pupil (
    organisation id not null references organisation (id),
    id id not null,
    name text not null check (length(name) between 1 and 200),
    school id not null,
    -- In the school's own words; empty when it is not said.
    year_group text not null check (length(year_group) <= 40),
    -- What the school knows them by, if it is said.
    reference text check (length(reference) between 1 and 60),
    made_at instant not null,
    primary key (organisation, id),
    unique (organisation, school, reference),
    foreign key (organisation, school) references workplace (organisation, id)
);

-- Who teaches whom, from when to when: while it holds, they see the pupil.
create table teaching (
    organisation id not null references organisation (id),
    id id not null,
    pupil id not null,
    person id not null,
    role text not null check (role in ('tutor', 'school_teacher')),
    started_on day not null,
    finished_on day,
    primary key (organisation, id),
    foreign key (organisation, pupil) references pupil (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    check (finished_on >= started_on)
);
create unique index teaching_once on teaching (organisation, pupil, person, role) where finished_on is null;
create index teaching_by_person on teaching (organisation, person);
-- only: postgres
alter table pupil enable row level security;
alter table pupil force row level security;
create policy own_organisation on pupil
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table teaching enable row level security;
alter table teaching force row level security;
create policy own_organisation on teaching
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
