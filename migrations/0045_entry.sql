-- What a coordinator entered for somebody who phoned: an application, a yes or a no, a session. The thing itself stands in
-- its own table, as if they had done it; this row says who entered it for whom. Ids and days, no words.
create table entry (
    organisation id not null references organisation (id),
    id id not null,
    round id not null,
    what text not null check (what in ('application', 'answer', 'session')),
    -- The application's, the partnership's or the session's id.
    subject id not null,
    -- The pair an answer or a session is of.
    partnership id,
    entered_for id not null,
    entered_by id not null,
    entered_at instant not null,
    -- What came of it: the person says that it is right, or it was taken back. Until then it can be.
    settled text check (settled in ('right', 'taken_back')),
    settled_at instant,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, partnership) references partnership (organisation, id),
    foreign key (organisation, entered_for) references person (organisation, id),
    foreign key (organisation, entered_by) references person (organisation, id)
);
create index entry_by_subject on entry (organisation, subject);
create index entry_by_partnership on entry (organisation, partnership);
create index entry_by_person on entry (organisation, entered_for);
-- only: postgres
alter table entry enable row level security;
alter table entry force row level security;
create policy own_organisation on entry
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
