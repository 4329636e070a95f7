//! Changing the rules of who may take part.

use kit::Result;
use kit::access::Verb;
use kit::db::{Read, Tx};

use super::access::ELIGIBILITY;
use super::{Change, Effect};
use crate::application;
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::round::{self, RoundId};

/// What a change would do; nothing is changed.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when the rules are others by now.
pub fn effect(c: &mut Read<'_>, viewer: Viewer, id: RoundId, change: &Change) -> Result<Effect> {
    let round = round::store::reached(c, viewer, id)?.that_may(&ELIGIBILITY, Verb::Write)?;
    let before = round::store::rules(c, &round)?;
    let after = change.applied(&before)?;
    Ok(Effect::of(&before, &after, &application::store::applicants(c, &round)?))
}

/// Changes the rules of who may take part. Pairs that were told stay.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when the rules are others by now, or it is closed.
pub fn change(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, change: &Change) -> Result<()> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&ELIGIBILITY, Verb::Write)?;
    round::store::must_be_open(tx, id)?;
    let rules = change.applied(&round::store::rules(tx, &round)?)?;
    round::store::set_rules(tx, &round, &rules)?;
    application::store::look_again(tx, &round, &rules)?;
    audit::store::note(tx, Some(viewer.person), Act::EligibilityChanged, id.0)
}
