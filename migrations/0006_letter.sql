-- A letter to somebody, written when something happened. While no mail server is set it waits on a page; with one it goes
-- out by itself, from a time on: then it is sent, tried again, or comes back. One that Duet itself writes (a code to sign in
-- with) is about no scheme.
create table letter (
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
create index letter_by_person on letter (organisation, person, written_at);
create index letter_by_scheme on letter (organisation, scheme, written_at);
create index letter_by_cause on letter (organisation, cause);
