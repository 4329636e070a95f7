-- The levels on which an organisation says how far somebody can do something. Each row is a version: the last counts, and
-- none is ever changed.
create table capability_scale (
    organisation id not null references organisation (id),
    version whole not null check (version > 0),
    -- The number of the lowest level.
    lowest whole not null check (lowest in (0, 1)),
    -- What each is called, the lowest first.
    levels json not null,
    -- From this level on somebody could teach it.
    teaches whole not null,
    written_at instant not null,
    written_by id not null,
    primary key (organisation, version),
    foreign key (organisation, written_by) references person (organisation, id)
);

-- Something that people of an organisation can do, or learn.
create table capability (
    organisation id not null references organisation (id),
    id id not null,
    -- Where it stands among the others.
    position whole not null,
    -- From when on nobody is asked about it. What was said of it stays.
    withdrawn_on day,
    made_at instant not null,
    primary key (organisation, id)
);

-- What a capability is, in an organisation's words. Each row is a version: the last counts, and none is ever changed, so
-- that what somebody said of themselves keeps the meaning it had.
create table capability_wording (
    organisation id not null references organisation (id),
    capability id not null,
    version whole not null check (version > 0),
    -- What it belongs to; may be empty.
    area text not null check (length(area) <= 80),
    area_cy text not null check (length(area_cy) <= 80),
    name text not null check (length(name) between 1 and 120),
    -- The same in Welsh; empty: the English stands for both.
    name_cy text not null check (length(name_cy) <= 120),
    -- What each level looks like, where that is said.
    levels json not null,
    written_at instant not null,
    written_by id not null,
    primary key (organisation, capability, version),
    foreign key (organisation, capability) references capability (organisation, id),
    foreign key (organisation, written_by) references person (organisation, id)
);
-- only: postgres
alter table capability_scale enable row level security;
alter table capability_scale force row level security;
create policy own_organisation on capability_scale
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table capability enable row level security;
alter table capability force row level security;
create policy own_organisation on capability
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table capability_wording enable row level security;
alter table capability_wording force row level security;
create policy own_organisation on capability_wording
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
