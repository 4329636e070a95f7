-- What an organisation tells people about what is kept of them. Each time it is written anew is a row; the newest holds.
create table notice (
    organisation id not null references organisation (id),
    id id not null,
    controller text not null,
    contact text not null,
    basis text not null check (basis in ('legitimate_interests', 'public_task', 'contract')),
    -- How many months after the end of a round what was kept for it goes.
    months whole not null check (months between 1 and 120),
    complaints text not null,
    purpose_en text not null,
    purpose_cy text not null,
    written_at instant not null,
    written_by id not null,
    primary key (organisation, id),
    foreign key (organisation, written_by) references person (organisation, id)
);
create index notice_by_time on notice (organisation, written_at);
-- only: postgres
alter table notice enable row level security;
alter table notice force row level security;
create policy own_organisation on notice
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
