-- How a round asks what its rules read: in its own words, with choices. A heading that has no row here is asked as it is called.
create table question (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    -- The heading, as rules and answers know it, and as it is written.
    key text not null check (length(key) between 1 and 200),
    heading text not null check (length(heading) between 1 and 200),
    -- As people are asked; in Welsh, empty: the English stands for both.
    words text not null check (length(words) <= 500),
    words_cy text not null check (length(words_cy) <= 500),
    -- What can be chosen: a word, and how it is said in Welsh.
    choices json not null,
    -- What the law protects is asked for a purpose only. Empty: it protects nothing here.
    purpose text not null default '' check (length(purpose) <= 200),
    primary key (organisation, id),
    unique (organisation, round, key),
    foreign key (organisation, round) references round (organisation, id)
);

-- What somebody has typed of an application of their own and not sent. Nobody else sees it, nor that it is there.
create table application_draft (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    person id not null,
    role text not null check (role in ('mentor', 'mentee')),
    -- Sealed under their key, which is not in this database.
    words bytes not null,
    saved_at instant not null,
    primary key (organisation, id),
    unique (organisation, round, person, role),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);
create index application_draft_by_person on application_draft (organisation, person);

-- When its person sent it themselves; none: a sheet brought it in, or a coordinator entered it.
alter table application add column sent_at instant;

-- Whom a coordinator encouraged to apply.
create table encouragement (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    person id not null,
    made_by id not null,
    made_at instant not null,
    primary key (organisation, id),
    unique (organisation, round, person),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id)
);
create index encouragement_by_person on encouragement (organisation, person);
-- only: postgres
alter table question enable row level security;
alter table question force row level security;
create policy own_organisation on question
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table application_draft enable row level security;
alter table application_draft force row level security;
create policy own_organisation on application_draft
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table encouragement enable row level security;
alter table encouragement force row level security;
create policy own_organisation on encouragement
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
