//! Saying yes or no to a partnership.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::PARTNERSHIP;
use super::{Answer, Partnership, PartnershipId, Standing, store};
use crate::audit::{self, Act};
use crate::evaluation;
use crate::person::{PersonId, Viewer};

/// Keeps the viewer's answer. When both have said yes the partnership starts; a no ends it, without blame.
///
/// # Errors
/// `NotFound` when it is not theirs; `Conflict` when they answered before, it is over, or one of the two has
/// become the other's evaluator.
pub fn answer(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId, answer: Answer) -> Result<Standing> {
    let partnership = store::reached(tx, viewer, id)?.that_may(&PARTNERSHIP, Verb::Decide)?;
    let answers = store::answers(tx, &partnership)?;
    let standing = keep(tx, &partnership, &answers, viewer.person, answer)?;
    let act = if answer == Answer::Accept { Act::PartnershipAccepted } else { Act::PartnershipDeclined };
    audit::store::note(tx, Some(viewer.person), act, id.0)?;
    Ok(standing)
}

/// Keeps the answer of one of the two, whoever brings it; `answers` are those given so far. The caller has shown that they may, and notes it.
///
/// # Errors
/// `Conflict` as [`answer`].
pub fn keep(
    tx: &mut Tx<'_>,
    partnership: &Partnership,
    answers: &[(PersonId, Answer)],
    person: PersonId,
    answer: Answer,
) -> Result<Standing> {
    if partnership.standing() != Standing::Offered {
        return Err(Error::conflict("partnership-not-open"));
    }
    if answers.iter().any(|(by, _)| *by == person) {
        return Err(Error::conflict("partnership-answered"));
    }
    if answer == Answer::Accept && evaluation::store::between(tx, partnership.mentor, partnership.mentee)? {
        return Err(Error::conflict("bar-evaluates"));
    }
    let (id, today) = (partnership.id, tx.today());
    store::answer(tx, id, person, answer)?;
    if answer == Answer::Decline {
        store::finish(tx, id, today)?;
        return Ok(Standing::Over);
    }
    if answers.len() == 1 {
        store::start(tx, id, today)?;
        return Ok(Standing::Running);
    }
    Ok(Standing::Offered)
}
