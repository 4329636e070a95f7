//! Saying where one stands, and taking it away again.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::RATING;
use super::{Answered, Moment, RatingId, is_for, store};
use crate::audit::{self, Act};
use crate::outcome::{self, OutcomeId};
use crate::partnership::{self, Partnership, PartnershipId};
use crate::person::Viewer;
use crate::round::rules::Role;

/// As what somebody takes part in their pair.
#[must_use]
pub fn role(pair: &Partnership, viewer: Viewer) -> Role {
    if pair.mentor == viewer.person { Role::Mentor } else { Role::Mentee }
}

/// Keeps where the viewer stands, in place of what they said before, while they are being asked.
///
/// # Errors
/// `NotFound` unless they are one of the pair; `Conflict` when they are not asked now; `Invalid` with one problem per
/// field.
pub fn rate(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PartnershipId,
    moment: Moment,
    answered: &Answered,
    shared: bool,
) -> Result<RatingId> {
    let pair = partnership::store::reached(tx, viewer, id)?.that_may(&RATING, Verb::Write)?;
    if pair.started_on.is_none() || !store::is_open(tx, pair.round, moment)? {
        return Err(Error::conflict("rating-not-asked"));
    }
    let role = role(&pair, viewer);
    let outcomes = outcome::store::of_scheme(tx, pair.scheme)?;
    let asked: Vec<OutcomeId> =
        outcomes.iter().filter(|one| one.is_asked() && is_for(one, role)).map(|one| one.id).collect();
    answered.check(&asked)?;
    let id = store::keep(tx, viewer, pair.round, (moment, role), answered, shared)?;
    audit::store::note(tx, Some(viewer.person), Act::Rated, id.0)?;
    Ok(id)
}

/// Takes away what the viewer said. What the round came to by then stays: it tells of nobody alone.
///
/// # Errors
/// `NotFound` when they are not one of the pair, or said nothing.
pub fn take_away(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId, moment: Moment) -> Result<()> {
    let pair = partnership::store::reached(tx, viewer, id)?.that_may(&RATING, Verb::Delete)?;
    let rating = store::own(tx, viewer, pair.round, moment)?.ok_or(Error::NotFound)?;
    store::delete(tx, viewer, rating.id)?;
    audit::store::note(tx, Some(viewer.person), Act::RatingTakenAway, rating.id.0)
}
