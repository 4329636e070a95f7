-- That something happened which a pair may not be able to settle by itself: somebody looks. No words: what it was, and when.
create table partnership_flag (
    organisation id not null references organisation (id),
    id id not null,
    partnership id not null,
    why text not null check (why in ('suspended', 'left', 'evaluates')),
    flagged_at instant not null,
    -- When somebody saw to it, and who; nobody, when what it was about is over by itself.
    settled_at instant,
    settled_by id,
    primary key (organisation, id),
    foreign key (organisation, partnership) references partnership (organisation, id),
    foreign key (organisation, settled_by) references person (organisation, id)
);
create index partnership_flag_by_partnership on partnership_flag (organisation, partnership);
-- only: postgres
alter table partnership_flag enable row level security;
alter table partnership_flag force row level security;
create policy own_organisation on partnership_flag
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
