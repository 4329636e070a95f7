-- Spreadsheets that somebody sent, kept between the pages of an import: a day at most.
create table import_upload (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    -- What kind of sheet it is: people, pairs, sessions.
    kind text not null,
    made_by id not null,
    made_at instant not null,
    -- The files, and what is done with each column: sealed under the key of who sent them. Gone when they are taken.
    contents bytes,
    choice bytes,
    taken_at instant,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id)
);
create index import_upload_by_person on import_upload (organisation, made_by);
create index import_upload_by_time on import_upload (organisation, made_at);

-- What was done with the columns of a sheet, offered when a sheet with the same headings comes again.
create table import_mapping (
    organisation id not null references organisation (id),
    kind text not null,
    -- SHA-256 over the headings, sorted.
    headings_hash text not null,
    -- Heading to what it was taken for.
    uses json not null,
    primary key (organisation, kind, headings_hash)
);
-- only: postgres
alter table import_upload enable row level security;
alter table import_upload force row level security;
create policy own_organisation on import_upload
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy own_organisation on import_mapping
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
