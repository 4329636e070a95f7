//! What it means for pupils that a tutor leaves.

use kit::Result;
use kit::db::Tx;

use super::store;
use crate::events::Event;

/// Ends today what somebody who has left was to pupils, so that the year for which a pupil is kept begins. Who is suspended
/// may be let back, and teaches meanwhile.
///
/// # Errors
/// `Internal` when the database fails.
pub fn hear(tx: &mut Tx<'_>, event: Event) -> Result<()> {
    match event {
        Event::HasLeft(_) => store::end_of_who_left(tx),
        Event::Suspended(_)
        | Event::LetBack(_)
        | Event::Evaluates(..)
        | Event::EvaluatesNoLonger(..)
        | Event::ManyEvaluate => Ok(()),
    }
}
