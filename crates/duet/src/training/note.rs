//! Noting who completed a training.

use std::collections::BTreeSet;

use kit::access::Verb;
use kit::clock::Day;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::TRAINING;
use super::{TrainingId, store};
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};

/// Notes that just these people have completed a training, those who are new to it on this day. Where nothing changes,
/// nothing is noted.
///
/// # Errors
/// `NotFound` unless the viewer leads its round; `Invalid` when the day is still to come.
pub fn note(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: TrainingId,
    completed: &BTreeSet<PersonId>,
    completed_on: Day,
) -> Result<()> {
    let training = store::reached(tx, viewer, id)?.that_may(&TRAINING, Verb::Write)?;
    if completed_on > tx.today() {
        return Err(Error::invalid("completed_on", "training-in-future"));
    }
    let mut changed = false;
    for one in store::attendees(tx, &training)? {
        match (one.completed_on.is_some(), completed.contains(&one.person)) {
            (false, true) => store::complete(tx, &training, one.person, completed_on)?,
            (true, false) => store::take_back(tx, &training, one.person)?,
            _ => continue,
        }
        changed = true;
    }
    if changed { audit::store::note(tx, Some(viewer.person), Act::TrainingNoted, id.0) } else { Ok(()) }
}
