//! Wordings, in the database.

use kit::db::{Read, Tx};
use kit::words::Language;
use kit::{Result, params};

use super::{Kind, Wording, Wordings};
use crate::person::PersonId;
use crate::scheme::SchemeId;

kit::sql! {
    OF_SCHEME -> (Kind, Language, String, String) = "
        select kind, language, subject, body from wording where organisation = $1 and scheme = $2";
    FORGET -> () = "delete from wording where organisation = $1 and scheme = $2 and kind = $3 and language = $4";
    KEEP -> () = "
        insert into wording (organisation, scheme, kind, language, subject, body, written_at, written_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// A scheme's own wordings.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_scheme(c: &mut Read<'_>, scheme: SchemeId) -> Result<Wordings> {
    let rows = c.all(&OF_SCHEME, params![scheme])?;
    Ok(rows.into_iter().map(|(kind, language, subject, body)| (kind, language, Wording { subject, body })).collect())
}

/// Keeps a scheme's own words, instead of any it had.
///
/// # Errors
/// `Internal` when the database fails.
pub fn keep(
    tx: &mut Tx<'_>,
    by: PersonId,
    scheme: SchemeId,
    (kind, language): (Kind, Language),
    wording: &Wording,
) -> Result<()> {
    forget(tx, scheme, (kind, language))?;
    let now = tx.now();
    tx.run(&KEEP, params![scheme, kind, language, wording.subject, wording.body, now, by])?;
    Ok(())
}

/// Forgets a scheme's own words; tells whether there were any.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut Tx<'_>, scheme: SchemeId, (kind, language): (Kind, Language)) -> Result<bool> {
    Ok(tx.run(&FORGET, params![scheme, kind, language])? == 1)
}
