-- A letter may go out by itself, from a time on; then it is sent, tried again, or comes back. One that Duet itself writes
-- (a code to sign in with) is about no scheme.
-- only: postgres
alter table letter alter column scheme drop not null;
alter table letter add column kind text not null default 'other';
alter table letter add column written_by id;
alter table letter add column cause id;
alter table letter add column goes_at instant;
alter table letter add column until_at instant;
alter table letter add column secret flag not null default false;
alter table letter add column waits flag not null default false;
alter table letter add column digest id;
alter table letter add column trouble text;
alter table letter add column back_at instant;
-- end only
-- only: sqlite
create table letter_anew (
    organisation id not null references organisation (id),
    id id not null,
    -- The scheme it is about: its coordinators see it. None: Duet itself wrote it, and nobody sees it.
    scheme id,
    person id not null,
    language text not null check (language in ('en', 'cy')),
    subject text not null,
    body text not null,
    written_at instant not null,
    -- When it was sent: by whom, when it did not go by itself.
    sent_at instant,
    sent_by id,
    -- Which of Duet's letters it is: its wording goes by that.
    kind text not null default 'other',
    -- Whom an answer goes to.
    written_by id,
    -- What made it be written: the id of a proposal, a session.
    cause id,
    -- When it goes out by itself; none: somebody sends it.
    goes_at instant,
    -- When it is of no more use.
    until_at instant,
    -- Its body is forgotten once it has gone.
    secret flag not null default false,
    -- It can wait for the day's one mail; and which that is, with others.
    waits flag not null default false,
    digest id,
    -- Why it last did not go, in our own words; when it was given up, or came back.
    trouble text,
    back_at instant,
    primary key (organisation, id),
    foreign key (organisation, scheme) references scheme (organisation, id),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, sent_by) references person (organisation, id)
);
insert into letter_anew (organisation, id, scheme, person, language, subject, body, written_at, sent_at, sent_by)
    select organisation, id, scheme, person, language, subject, body, written_at, sent_at, sent_by from letter;
drop table letter;
alter table letter_anew rename to letter;
create index letter_by_person on letter (organisation, person, written_at);
create index letter_by_scheme on letter (organisation, scheme, written_at);
-- end only
create index letter_by_cause on letter (organisation, cause);

-- Until when the letters of a proposal that was told are held: until then it can be taken back.
alter table proposal add column held_until instant;
