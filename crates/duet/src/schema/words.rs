//! Which columns hold words, and whose: every column of text, JSON or bytes is in one of these lists, unless the database
//! itself names all it may hold (`check (way in ('phone', …))`). A test sees to it; and the story
//! `no_word_reaches_a_wrong_reader` puts a word of its own into each column of the first two lists, and looks for it
//! everywhere.

/// A table and a column of it.
pub type Place = (&'static str, &'static str);

/// Private words: sealed, so that neither a copy of the database nor its administrator has them.
pub const SEALED: &[Place] = &[("reflection", "words")];

/// What somebody typed, or what is made of it: names, addresses, answers, letters. Kept readable, shown to few.
pub const TYPED: &[Place] = &[
    ("organisation", "name"),
    ("workplace", "name"),
    ("person", "name"),
    ("person", "address"),
    ("person", "job_title"),
    ("scheme", "name"),
    ("scheme", "purpose"),
    ("letter", "subject"),
    ("letter", "body"),
    ("round", "name"),
    ("round", "rules"),
    ("application", "answers"),
    ("application_import", "summary"),
    ("proposal", "rules"),
    ("proposal_pair", "reasons"),
];

/// The program's own: codes, ids, hashes, reasons of a failure in its own words.
pub const OURS: &[Place] = &[
    ("sign_in", "token_hash"),
    ("sign_in_link", "token_hash"),
    ("scheme", "colour"),
    ("proposal", "question_hash"),
    ("proposal_left_out", "reasons"),
    ("audit", "act"),
    ("job", "kind"),
    ("job", "dedupe_key"),
    ("job", "last_error"),
];
