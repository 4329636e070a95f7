-- That two whose pair ended with a no, or whom somebody stepped back from, may be proposed to each other once more: who says
-- so, and why. Each time they end so again, it is asked again.
create table another_try (
    organisation id not null references organisation (id),
    -- The pair that ended.
    partnership id not null,
    note text not null check (length(note) between 1 and 500),
    made_by id not null,
    made_at instant not null,
    primary key (organisation, partnership),
    foreign key (organisation, partnership) references partnership (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id)
);
-- only: postgres
alter table another_try enable row level security;
alter table another_try force row level security;
create policy own_organisation on another_try
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
