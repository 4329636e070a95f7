//! Offering a partnership to two people.

use kit::clock::Instant;
use kit::db::Tx;
use kit::{Error, Result};

use super::{PartnershipId, store};
use crate::evaluation;
use crate::person::PersonId;
use crate::round::{self, RoundId};

/// Offers a partnership from a moment on; the two see nothing of it before. Nobody's evaluator becomes their mentor,
/// whoever asks for it.
///
/// # Errors
/// `Conflict` when one evaluates the other today, the mentee has another partnership in this round, or it is closed.
pub fn offer(
    tx: &mut Tx<'_>,
    round: RoundId,
    mentor: PersonId,
    mentee: PersonId,
    at: Instant,
) -> Result<PartnershipId> {
    round::store::must_be_open(tx, round)?;
    if evaluation::store::between(tx, mentor, mentee)? {
        return Err(Error::conflict("bar-evaluates"));
    }
    store::offer(tx, round, mentor, mentee, at)
}
