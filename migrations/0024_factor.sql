-- What somebody proves themselves by besides their letter or mail. All of it hangs on the identity, outside the
-- organisations.

-- An app that gives six digits each half minute (RFC 6238). One for each identity; another takes its place.
create table code_app (
    identity id primary key references identity (id),
    -- The secret it shares with us, sealed under the installation's key, which is not in the database.
    sealed bytes not null,
    -- The newest half minute whose code was used: that one and those before are spent.
    last_step whole not null,
    made_at instant not null
);

-- When wrong codes have used up somebody's patience: each one pushes this into the future.
create table code_try (
    identity id primary key references identity (id),
    free_at instant not null
);

-- Ten codes on paper, each for one use. SHA-256; the codes themselves are nowhere.
create table recovery_code (
    identity id not null references identity (id),
    code_hash bytes not null,
    made_at instant not null,
    used_at instant,
    primary key (identity, code_hash)
);

-- A passkey: on a phone, in a computer, in a password manager. Nothing here is secret.
create table passkey (
    id id primary key,
    identity id not null references identity (id),
    -- What the browser calls it by.
    credential bytes not null unique,
    -- What its owner calls it by.
    name text not null,
    -- Its public key, and how often it was used.
    public_key json not null,
    made_at instant not null,
    used_at instant
);
create index passkey_by_identity on passkey (identity);

-- Questions to passkeys that have been answered: each is answered once. Kept until the question would be too old.
create table passkey_answered (
    question_hash bytes primary key,
    ends_at instant not null
);

-- When a second factor was given for this sign-in (nothing: not yet), and when it was last shown to be them.
alter table sign_in add column factor_at instant;
alter table sign_in add column confirmed_at instant;

-- Made in the terminal: whoever has that needs no second factor.
alter table sign_in_link add column by_terminal flag not null default false;
