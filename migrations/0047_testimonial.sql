-- Words that somebody lets others read: exactly these, under this name or none, in these places, until this day. It is a
-- plain copy; withdrawing it deletes the row.
create table testimonial (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    person id not null,
    role text not null check (role in ('mentor', 'mentee')),
    words text not null check (length(words) between 1 and 600),
    -- Whether their name and where they work stand under it.
    named flag not null,
    in_report flag not null,
    on_website flag not null,
    in_announcement flag not null,
    -- The last day it may be shown; none: until it is withdrawn.
    until_on day,
    given_at instant not null,
    primary key (organisation, id),
    unique (organisation, round, person),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, person) references person (organisation, id)
);
create index testimonial_by_person on testimonial (organisation, person);
-- only: postgres
alter table testimonial enable row level security;
alter table testimonial force row level security;
create policy own_organisation on testimonial
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
