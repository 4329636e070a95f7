//! The schema: every migration, and every statement that is run on it.

pub mod words;

use kit::Result;
use kit::db::{Described, Migration, Read, Tx};
use kit::seal::Holder;

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
    "0017_form_key.sql",
    "0018_address.sql",
    "0019_by_mail.sql",
    "0020_you.sql",
    "0021_erasure.sql",
    "0022_wording.sql",
    "0023_audit_chain.sql",
    "0024_factor.sql",
    "0025_notice.sql",
    "0026_partnership_flag.sql",
    "0030_import.sql",
    "0031_earlier_pair.sql",
    "0032_private_answer.sql",
    "0035_outcome.sql",
    "0036_scheme_in_full.sql",
    "0037_round_stage.sql",
    "0038_waiver.sql",
    "0039_stepping_back.sql",
    "0045_entry.sql",
    "0046_rating.sql",
    "0047_testimonial.sql",
    "0055_notice_shown.sql",
    "0060_capability.sql",
    "0061_assessment.sql",
    "0064_pupil.sql",
    "0065_import_without_round.sql",
    "0068_application_meets.sql",
    "0069_call.sql",
    "0070_another_try.sql",
    "0071_erasure_decided.sql",
    "0074_kept_from.sql",
    "0075_brought_in.sql",
    "0077_open_link.sql",
    "0080_erasure_due.sql",
];

/// The tables that stand outside every organisation: what somebody signs in with, who there is, and which jobs are due.
pub const OUTSIDE: &[&str] = &[
    "installation",
    "organisation",
    "known_address",
    "identity",
    "identity_person",
    "sign_in",
    "sign_in_link",
    "open_link",
    "code_app",
    "code_try",
    "recovery_code",
    "passkey",
    "passkey_answered",
    "sign_in_request",
    "sign_in_browser",
    "sign_in_budget",
    "sign_in_mail",
    "job_index",
];

/// Seals everything that `holder` holds anew, under their newest key; tells how much. Each store with sealed words in it
/// joins here.
///
/// # Errors
/// `Internal` when a database fails.
pub fn reseal(tx: &mut Tx<'_>, holder: Holder) -> Result<u64> {
    Ok(crate::reflection::store::reseal(tx, holder)?
        + crate::rating::store::reseal(tx, holder)?
        + crate::import::store::reseal(tx, holder)?
        + crate::private_answer::store::reseal(tx, holder)?
        + crate::call::store::reseal(tx, holder)?)
}

/// Whether an organisation has any sealed words.
///
/// # Errors
/// `Internal` when the database fails.
pub fn has_sealed(c: &mut Read<'_>) -> Result<bool> {
    Ok(crate::reflection::store::is_any(c)?
        || crate::rating::store::is_any(c)?
        || crate::import::store::is_any(c)?
        || crate::private_answer::store::is_any(c)?
        || crate::call::store::is_any(c)?)
}

/// Every statement of every store, for the test that prepares each on both engines.
#[must_use]
pub fn statements() -> Vec<Described> {
    [
        kit::job::store::statements(),
        kit::once::store::statements(),
        kit::job::index::statements(),
        crate::organisation::store::statements(),
        crate::address::store::statements(),
        crate::person::store::statements(),
        crate::audit::store::statements(),
        crate::identity::store::statements(),
        crate::sign_in::store::statements(),
        crate::factor::store::statements(),
        crate::by_mail::store::statements(),
        crate::you::store::statements(),
        crate::evaluation::store::statements(),
        crate::scheme::store::statements(),
        crate::outcome::store::statements(),
        crate::notice::store::statements(),
        crate::condition::store::statements(),
        crate::membership::store::statements(),
        crate::wording::store::statements(),
        crate::letter::store::statements(),
        crate::round::store::statements(),
        crate::application::store::statements(),
        crate::eligibility::store::statements(),
        crate::training::store::statements(),
        crate::partnership::store::statements(),
        crate::partnership::list::store::statements(),
        crate::another_try::store::statements(),
        crate::stage::store::statements(),
        crate::partnership::flag::store::statements(),
        crate::proposal::store::statements(),
        crate::session::store::statements(),
        crate::entry::store::statements(),
        crate::private_answer::store::statements(),
        crate::pupil::store::statements(),
        crate::question::store::statements(),
        crate::call::store::statements(),
        crate::encouragement::store::statements(),
        crate::open_link::store::statements(),
        crate::import::store::statements(),
        crate::reflection::store::statements(),
        crate::rating::store::statements(),
        crate::testimonial::store::statements(),
        crate::export::store::statements(),
        crate::report::store::statements(),
        crate::capability::store::statements(),
        crate::assessment::store::statements(),
        crate::erasure::store::statements(),
        crate::about::store::statements(),
        crate::demo::store::statements(),
        crate::home::store::statements(),
    ]
    .concat()
}
