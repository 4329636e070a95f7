-- Where somebody stood with a capability on a day, and whose word that is. Dated rows: a later one takes the place of none.
create table assessment (
    organisation id not null references organisation (id),
    id id not null,
    person id not null,
    capability id not null,
    -- The version of the capability's words that it was said of.
    version whole not null,
    level whole not null check (level between 0 and 7),
    assessed_on day not null,
    source text not null check (source in ('self', 'supervision', 'observation', 'peer', 'matrix')),
    -- Who assessed them; for what came in by a sheet that does not say, who brought it in.
    noted_by id not null,
    noted_at instant not null,
    primary key (organisation, id),
    -- Whoever says something else on the same day corrects what they said.
    unique (organisation, person, capability, assessed_on, source, noted_by),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, capability, version) references capability_wording (organisation, capability, version),
    foreign key (organisation, noted_by) references person (organisation, id),
    check (source <> 'self' or noted_by = person)
);
create index assessment_by_noted_by on assessment (organisation, noted_by);

-- What somebody would like to learn more of. It goes when they say so no longer.
create table learning_wish (
    organisation id not null references organisation (id),
    person id not null,
    capability id not null,
    wished_on day not null,
    primary key (organisation, person, capability),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, capability) references capability (organisation, id)
);
-- only: postgres
alter table assessment enable row level security;
alter table assessment force row level security;
create policy own_organisation on assessment
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table learning_wish enable row level security;
alter table learning_wish force row level security;
create policy own_organisation on learning_wish
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
