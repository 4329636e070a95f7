-- A form that was taken: its key was made with the page it stood on, so that the same form sent twice is taken once.
create table form_key (
    organisation id not null references organisation (id),
    id id not null,
    -- Whose it is: nobody else's form is answered by it.
    person id not null,
    -- Where the answer led, so that a second sending leads there too.
    went_to text not null,
    taken_at instant not null,
    primary key (organisation, id, person),
    foreign key (organisation, person) references person (organisation, id)
);
create index form_key_by_time on form_key (organisation, taken_at);

-- only: postgres
alter table form_key enable row level security;
alter table form_key force row level security;
create policy own_organisation on form_key
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
