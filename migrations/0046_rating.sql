-- When those who take part in a round are asked where they stand: before they begin, and after. What came of it is worked
-- out once, when asking ends, and only as far as it tells of nobody alone.
create table rating_asking (
    organisation id not null references organisation (id),
    round id not null,
    moment text not null check (moment in ('before', 'after')),
    asked_at instant not null,
    asked_by id not null,
    closed_at instant,
    -- Totals, outcome by outcome, with no fewer than five people behind any.
    summary json,
    primary key (organisation, round, moment),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, asked_by) references person (organisation, id)
);

-- Where somebody says they stand, outcome by outcome, and a line of their own. Only they read it, and whom they choose.
create table rating (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    person id not null,
    moment text not null check (moment in ('before', 'after')),
    role text not null check (role in ('mentor', 'mentee')),
    -- Sealed under their own key, which is not in this database.
    words bytes not null,
    -- Whether the coach may read it.
    shared flag not null default false,
    rated_at instant not null,
    primary key (organisation, id),
    unique (organisation, round, person, moment),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);
create index rating_by_person on rating (organisation, person);
-- only: postgres
alter table rating_asking enable row level security;
alter table rating_asking force row level security;
create policy own_organisation on rating_asking
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table rating enable row level security;
alter table rating force row level security;
create policy own_organisation on rating
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
