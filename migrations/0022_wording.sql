-- A scheme's own words for one of Duet's letters, in one language. Plain text with gaps: {name}.
create table wording (
    organisation id not null references organisation (id),
    scheme id not null,
    kind text not null,
    language text not null check (language in ('en', 'cy')),
    subject text not null,
    body text not null,
    written_at instant not null,
    written_by id not null,
    primary key (organisation, scheme, kind, language),
    foreign key (organisation, scheme) references scheme (organisation, id),
    foreign key (organisation, written_by) references person (organisation, id)
);
-- only: postgres
alter table wording enable row level security;
alter table wording force row level security;
create policy own_organisation on wording
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
