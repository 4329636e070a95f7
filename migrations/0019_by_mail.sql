-- A browser that asked to be signed in by mail. Outside the organisations: whose it is shows only when it is answered.
create table sign_in_request (
    -- SHA-256 of the half of the secret that the browser keeps.
    browser_hash bytes primary key,
    -- SHA-256 of the half that stands in the mail's link.
    link_hash bytes not null,
    -- SHA-256 of the six digits together with the browser's half: of no use without it.
    code_hash bytes not null,
    address_hash bytes not null,
    -- The known browser that asked, if it was one.
    known_hash bytes,
    -- Whether it counts as a mail to this address.
    mailed flag not null,
    -- Whether it is a shared computer.
    shared flag not null,
    -- The page to go on to.
    next text not null check (length(next) <= 500),
    tries whole not null check (tries between 0 and 5),
    made_at instant not null,
    ends_at instant not null,
    used_at instant
);
create index sign_in_request_by_time on sign_in_request (made_at);
create index sign_in_request_by_address on sign_in_request (address_hash, made_at);

-- A browser that was signed in by this address before: what strangers ask for in its name does not use up its mails.
create table sign_in_browser (
    token_hash bytes primary key,
    address_hash bytes not null,
    ends_at instant not null
);
create index sign_in_browser_by_end on sign_in_browser (ends_at);

-- How often something may still be tried. What is counted stands here as a hash only.
create table sign_in_budget (
    key_hash bytes primary key,
    -- What was left when it was last used, in thousandths of a try.
    thousandths whole not null check (thousandths >= 0),
    used_at instant not null
);
create index sign_in_budget_by_time on sign_in_budget (used_at);

-- Mails that help somebody sign in, until they are sent or over.
create table sign_in_mail (
    id id primary key,
    -- Empty when nobody is known: the row is written all the same, since the answer must take as long.
    address text not null,
    language text not null check (language in ('en', 'cy')),
    subject text not null,
    body text not null,
    written_at instant not null,
    -- When it is tried next: who takes it to send it moves this on, so that nobody else does meanwhile.
    run_at instant not null
);
create index sign_in_mail_by_run on sign_in_mail (run_at);
create index sign_in_mail_by_time on sign_in_mail (written_at);

-- Whether it is a shared computer: it ends sooner.
alter table sign_in add column shared flag not null default false;
-- SHA-256 of the address it began with, when it began by mail: that address is theirs.
alter table sign_in add column address_hash bytes;
-- When they last came in there: the organisation to open first.
alter table identity_person add column opened_at instant;
