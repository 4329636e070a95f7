//! Planning a training.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::TRAINING;
use super::{TrainingDraft, TrainingId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::round::{self, RoundId};

/// Plans a training of a round: from now on both of each of its pairs are to complete it.
///
/// # Errors
/// `NotFound` unless the viewer leads the round; `Invalid` when the draft is.
pub fn plan(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId, draft: &TrainingDraft) -> Result<TrainingId> {
    let round = round::store::reached(tx, viewer, round)?.that_may(&TRAINING, Verb::Write)?;
    draft.check(round.ends_on)?;
    let id = store::plan(tx, &round, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::TrainingPlanned, id.0)?;
    Ok(id)
}
