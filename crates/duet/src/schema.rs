//! The schema: every migration, and every statement that is run on it.

pub mod words;

use kit::db::{Described, Migration};

macro_rules! migrations {
    ($($file:literal),+ $(,)?) => {
        &[$(Migration { file: $file, text: include_str!(concat!("../../../migrations/", $file)) }),+]
    };
}

/// The migrations, in order.
pub const MIGRATIONS: &[Migration] = migrations![
    "0001_installation.sql",
    "0002_person.sql",
    "0003_sign_in.sql",
    "0004_evaluation.sql",
    "0005_scheme.sql",
    "0006_letter.sql",
    "0007_round.sql",
    "0008_application.sql",
    "0009_partnership.sql",
    "0010_proposal.sql",
    "0011_session.sql",
    "0012_audit.sql",
    "0013_row_security.sql",
    "0014_identity.sql",
    "0015_reflection.sql",
    "0016_job.sql",
];

/// The tables that stand outside every organisation: what somebody signs in with, and who there is.
pub const OUTSIDE: &[&str] =
    &["installation", "organisation", "identity", "identity_person", "sign_in", "sign_in_link", "job_index"];

/// Every statement of every store, for the test that prepares each on both engines.
#[must_use]
pub fn statements() -> Vec<Described> {
    [
        kit::job::store::statements(),
        kit::job::index::statements(),
        crate::organisation::store::statements(),
        crate::person::store::statements(),
        crate::audit::store::statements(),
        crate::identity::store::statements(),
        crate::sign_in::store::statements(),
        crate::evaluation::store::statements(),
        crate::scheme::store::statements(),
        crate::membership::store::statements(),
        crate::letter::store::statements(),
        crate::round::store::statements(),
        crate::application::store::statements(),
        crate::partnership::store::statements(),
        crate::proposal::store::statements(),
        crate::session::store::statements(),
        crate::reflection::store::statements(),
        crate::report::store::statements(),
        crate::home::store::statements(),
    ]
    .concat()
}
