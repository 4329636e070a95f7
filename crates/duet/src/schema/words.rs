//! Which columns hold words, and whose: every column of text, JSON or bytes is in one of these lists, unless the database
//! itself names all it may hold (`check (way in ('phone', …))`). A test sees to it; and the story
//! `no_word_reaches_a_wrong_reader` puts a word of its own into each column of the first two lists, and looks for it
//! everywhere.

/// A table and a column of it.
pub type Place = (&'static str, &'static str);

/// Private words: sealed, so that neither a copy of the database nor its administrator has them.
pub const SEALED: &[Place] = &[
    ("reflection", "words"),
    ("import_upload", "contents"),
    ("import_upload", "choice"),
    ("private_answer", "answer"),
];

/// What somebody typed, or what is made of it: names, addresses, answers, letters. Kept readable, shown to few.
pub const TYPED: &[Place] = &[
    ("organisation", "name"),
    ("workplace", "name"),
    ("person", "name"),
    ("person", "address"),
    ("person", "job_title"),
    ("person_address", "address"),
    ("address_request", "address"),
    ("address_change", "was"),
    ("address_change", "added"),
    ("address_change", "removed"),
    ("passkey", "name"),
    ("sign_in_mail", "address"),
    ("sign_in_mail", "subject"),
    ("sign_in_mail", "body"),
    ("scheme", "name"),
    ("scheme", "purpose"),
    ("outcome", "words"),
    ("outcome", "words_cy"),
    ("letter", "subject"),
    ("letter", "body"),
    ("wording", "subject"),
    ("wording", "body"),
    ("notice", "controller"),
    ("notice", "contact"),
    ("notice", "complaints"),
    ("notice", "purpose_en"),
    ("notice", "purpose_cy"),
    ("round", "name"),
    ("round", "rules"),
    ("application", "answers"),
    ("application_import", "summary"),
    ("import_mapping", "uses"),
    ("private_answer", "heading"),
    ("private_answer", "purpose"),
    ("proposal", "rules"),
    ("proposal_pair", "reasons"),
];

/// The program's own: codes, ids, hashes, keys, its own paths, reasons of a failure in its own words.
pub const OURS: &[Place] = &[
    ("sign_in", "token_hash"),
    ("sign_in", "address_hash"),
    ("sign_in_link", "token_hash"),
    ("known_address", "address_hash"),
    ("sign_in_request", "browser_hash"),
    ("sign_in_request", "link_hash"),
    ("sign_in_request", "code_hash"),
    ("sign_in_request", "address_hash"),
    ("sign_in_request", "known_hash"),
    ("sign_in_request", "next"),
    ("sign_in_browser", "token_hash"),
    ("sign_in_browser", "address_hash"),
    ("sign_in_budget", "key_hash"),
    ("address_request", "code_hash"),
    ("address_change", "undo_hash"),
    ("code_app", "sealed"),
    ("recovery_code", "code_hash"),
    ("passkey", "credential"),
    ("passkey", "public_key"),
    ("passkey_answered", "question_hash"),
    ("form_key", "went_to"),
    ("scheme", "colour"),
    ("import_upload", "kind"),
    ("import_mapping", "kind"),
    ("import_mapping", "headings_hash"),
    ("proposal", "question_hash"),
    ("proposal_left_out", "reasons"),
    ("letter", "kind"),
    ("letter", "trouble"),
    ("wording", "kind"),
    ("audit", "act"),
    ("audit_link", "hash"),
    ("job", "kind"),
    ("job", "dedupe_key"),
    ("job", "last_error"),
];
