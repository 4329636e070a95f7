-- When a round came to a stage: the newest says where it stands. Who moved it is on the record.
create table round_stage (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    -- The first is 1.
    number whole not null check (number >= 1),
    stage text not null check (stage in ('draft', 'open', 'matching', 'training', 'active', 'review', 'closed')),
    began_at instant not null,
    primary key (organisation, id),
    unique (organisation, round, number),
    foreign key (organisation, round) references round (organisation, id)
);

-- Until when people can apply: the newest holds. Those before it are kept, so that one that was extended says so.
create table round_deadline (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    number whole not null check (number >= 1),
    apply_by day not null,
    set_at instant not null,
    primary key (organisation, id),
    unique (organisation, round, number),
    foreign key (organisation, round) references round (organisation, id)
);

-- A training of a round, which both of a pair complete before they work on goals.
create table training (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    name text not null check (length(name) between 1 and 200),
    held_on day not null,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id)
);
create index training_by_round on training (organisation, round, held_on);

-- Who completed it, and who says so.
create table training_completion (
    organisation id not null references organisation (id),
    training id not null,
    person id not null,
    completed_on day not null,
    noted_by id not null,
    primary key (organisation, training, person),
    foreign key (organisation, training) references training (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, noted_by) references person (organisation, id)
);
-- only: postgres
alter table round_stage enable row level security;
alter table round_stage force row level security;
create policy own_organisation on round_stage
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table round_deadline enable row level security;
alter table round_deadline force row level security;
create policy own_organisation on round_deadline
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table training enable row level security;
alter table training force row level security;
create policy own_organisation on training
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table training_completion enable row level security;
alter table training_completion force row level security;
create policy own_organisation on training_completion
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
