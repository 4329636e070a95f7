-- What a scheme is meant to bring those who take part. People say where they stand on each before and after.
create table outcome (
    organisation id not null references organisation (id),
    id id not null,
    scheme id not null,
    -- Where it stands among the scheme's, from 1.
    position whole not null check (position >= 1),
    words text not null check (length(words) between 1 and 300),
    -- The same in Welsh; empty: the English stands for both.
    words_cy text not null check (length(words_cy) <= 300),
    for_role text not null check (for_role in ('mentor', 'mentee', 'both')),
    -- From this day on nobody is asked about it. What was said of it stays.
    withdrawn_on day,
    primary key (organisation, id),
    unique (organisation, scheme, position),
    foreign key (organisation, scheme) references scheme (organisation, id)
);
-- only: postgres
alter table outcome enable row level security;
alter table outcome force row level security;
create policy own_organisation on outcome
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
