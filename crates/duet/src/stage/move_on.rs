//! Moving a round to its next stage, or back to the one before.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Error, Result};

use super::access::STAGE;
use super::{Facts, LookedBack, back, blocks, stands, store};
use crate::access::Reached;
use crate::application;
use crate::audit::{self, Act};
use crate::partnership::{self, list::Tally};
use crate::person::Viewer;
use crate::round::{self, Round, RoundId, Stage};
use crate::training;

/// Moves a round one stage on, or one back. Closing it ends its pairs from today on.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when the stage is not next to where it stands, or
/// something still blocks the step.
pub fn move_on(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, to: Stage) -> Result<()> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&STAGE, Verb::Decide)?;
    let pairs = partnership::list::store::tally(tx, &round)?;
    let facts = facts(tx, &round, &pairs)?;
    let here = stands(round.stage, &facts);
    let on = here.after() == Some(to);
    if !on && back(here, &facts) != Some(to) {
        return Err(Error::conflict("stage-not-next"));
    }
    if on && !blocks(here, &facts).is_empty() {
        return Err(Error::conflict("stage-blocked"));
    }
    round::store::begin_stage(tx, &round, to)?;
    if to == Stage::Closed {
        let today = tx.today();
        partnership::store::finish_in(tx, id, today)?;
    }
    audit::store::note(tx, Some(viewer.person), Act::RoundMoved, id.0)
}

/// What is known of a round, for who leads it.
///
/// # Errors
/// `NotFound` when it is not theirs to lead.
pub fn facts(c: &mut Read<'_>, round: &Reached<Round>, pairs: &Tally) -> Result<Facts> {
    let (mentors, mentees) = application::store::counts(c, round)?;
    let in_training = training::store::still_to_complete(c, round)?;
    let looked_back = match round.stage {
        Stage::Review => store::looked_back(c, round)?,
        _ => LookedBack::Done,
    };
    Ok(Facts {
        today: c.today(),
        apply_by: round.apply_by,
        ends_on: round.ends_on,
        mentors,
        mentees,
        told: pairs.told,
        waiting: pairs.waiting,
        running: pairs.running,
        in_training,
        looked_back,
    })
}
