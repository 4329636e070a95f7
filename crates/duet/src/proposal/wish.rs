//! Keeping two people together or apart.

use kit::db::Tx;
use kit::{Error, Result};

use super::make::{self, Gathered};
use super::{ProposalId, Wish, question, store};
use crate::person::{PersonId, Viewer};
use crate::round::{self, RoundId};

/// Keeps two people together or apart (or neither), and makes the new proposal at once.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round and both can be matched; `Conflict` when the two may not
/// be paired: an evaluator never, colleagues not where the rules say so.
pub fn wish(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    round: RoundId,
    mentor: PersonId,
    mentee: PersonId,
    wish: Option<Wish>,
) -> Result<ProposalId> {
    round::store::coordinated(tx, viewer, round)?;
    let people = Gathered::from(tx, round)?;
    let two = people.two(mentor, mentee).ok_or(Error::NotFound)?;
    if wish == Some(Wish::Together) {
        question::check_wish(&people.asked(), people.rules(), two)?;
    }
    store::wish(tx, viewer.person, round, mentor, mentee, wish)?;
    make::make(tx, viewer, round)
}
