//! What a letter says besides to somebody who has not been here: where it stands what is kept of them.

use kit::Result;
use kit::db::Read;
use kit::words::Say;

use crate::notice;
use crate::person::{self, PersonId};

/// A line with the address of their organisation's notice, for a letter to somebody who was not shown it yet; none for
/// others.
///
/// # Errors
/// `NotFound` when there is nobody to write to.
pub fn line(c: &mut Read<'_>, say: Say, public_url: &str, to: PersonId) -> Result<Option<String>> {
    let person = person::store::get(c, to)?;
    Ok(person.notice_at.is_none().then(|| notice::line_of_letter(say, public_url, c.organisation())))
}
