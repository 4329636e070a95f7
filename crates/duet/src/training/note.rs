//! Noting who completed a training.

use std::collections::BTreeMap;

use kit::access::Verb;
use kit::clock::Day;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::TRAINING;
use super::{TrainingId, store};
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};

/// Notes of these people whether they have completed a training, those who are new to it on this day. Everybody else
/// stays as they are: whoever keeps a page says what they changed on it, not what it said. Where nothing changes, nothing
/// is noted.
///
/// # Errors
/// `NotFound` unless the viewer leads its round; `Invalid` when the day is still to come.
pub fn note(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: TrainingId,
    completed: &BTreeMap<PersonId, bool>,
    completed_on: Day,
) -> Result<()> {
    let training = store::reached(tx, viewer, id)?.that_may(&TRAINING, Verb::Write)?;
    if completed_on > tx.today() {
        return Err(Error::invalid("completed_on", "training-in-future"));
    }
    let mut changed = false;
    for one in store::attendees(tx, &training)? {
        match (one.completed_on.is_some(), completed.get(&one.person)) {
            (false, Some(true)) => store::complete(tx, &training, one.person, completed_on)?,
            (true, Some(false)) => store::take_back(tx, &training, one.person)?,
            _ => continue,
        }
        changed = true;
    }
    if changed { audit::store::note(tx, Some(viewer.person), Act::TrainingNoted, id.0) } else { Ok(()) }
}
