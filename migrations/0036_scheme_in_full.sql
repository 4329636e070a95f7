-- Who pays for a scheme, when they are nobody here: in words.
alter table scheme add column sponsor text not null default '';

-- What good mentoring needs beside outcomes, as this scheme has it, in its own words. One that is not there is lacking.
create table condition (
    organisation id not null references organisation (id),
    scheme id not null,
    kind text not null check (kind in ('support', 'criteria', 'reward')),
    words text not null check (length(words) between 1 and 2000),
    -- The same in Welsh; empty: the English stands for both.
    words_cy text not null check (length(words_cy) <= 2000),
    primary key (organisation, scheme, kind),
    foreign key (organisation, scheme) references scheme (organisation, id)
);
-- only: postgres
alter table condition enable row level security;
alter table condition force row level security;
create policy own_organisation on condition
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
