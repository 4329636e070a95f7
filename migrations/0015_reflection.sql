-- What somebody wrote for themselves about a session. Nobody else sees it, nor that it is there.
create table reflection (
    organisation id not null references organisation (id),
    id id not null,
    session id not null,
    author id not null,
    -- Sealed under the author's key, which is not in this database.
    words bytes not null,
    written_at instant not null,
    primary key (organisation, id),
    unique (organisation, session, author),
    foreign key (organisation, session) references session (organisation, id),
    foreign key (organisation, author) references person (organisation, id)
);
create index reflection_by_author on reflection (organisation, author, written_at);
-- only: postgres
alter table reflection enable row level security;
alter table reflection force row level security;
create policy own_organisation on reflection
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
