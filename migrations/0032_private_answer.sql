-- What somebody answered that the law protects (health, faith, who somebody loves …), kept for a stated purpose only.
create table private_answer (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    person id not null,
    -- The heading it stood under, and what it is needed for.
    heading text not null check (length(heading) between 1 and 500),
    purpose text not null check (length(purpose) between 1 and 200),
    -- Sealed under the key of whom it is about, which is not in this database.
    answer bytes not null,
    made_at instant not null,
    primary key (organisation, id),
    unique (organisation, round, person, heading),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);
create index private_answer_by_person on private_answer (organisation, person);
-- only: postgres
alter table private_answer enable row level security;
alter table private_answer force row level security;
create policy own_organisation on private_answer
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
