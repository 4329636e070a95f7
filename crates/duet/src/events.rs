//! What happened, told to the concepts that come later, in the transaction it happened in.
//!
//! An act of an earlier concept cannot call a later one; it tells an [`Event`], and whoever of [`LISTENERS`] has something
//! to do about it writes its rows before the transaction is kept. So nothing is ever half heard. What has to leave the
//! database is a job that a listener puts.

use kit::Result;
use kit::db::Tx;

use crate::partnership;
use crate::person::PersonId;
use crate::pupil;

/// Something that happened, and that later concepts may have to do with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// `membership`: somebody was suspended, and can do nothing for now.
    Suspended(PersonId),
    /// `membership`: somebody has left.
    HasLeft(PersonId),
    /// `membership`: somebody was let back.
    LetBack(PersonId),
    /// `evaluation`: one of two evaluates the other from now on.
    Evaluates(PersonId, PersonId),
    /// `evaluation`: what one of two was to the other has ended.
    EvaluatesNoLonger(PersonId, PersonId),
    /// `evaluation`: many evaluate others from now on, or do so no longer, as a spreadsheet said.
    ManyEvaluate,
}

/// A concept that listens, and by what.
pub struct Listener {
    /// The concept.
    pub concept: &'static str,
    /// Does what it has to do about an event, in its transaction. It leaves alone what it does not know.
    pub hears: fn(&mut Tx<'_>, Event) -> Result<()>,
}

/// Who listens, in the order of the house.
pub static LISTENERS: &[Listener] = &[
    Listener { concept: "partnership", hears: partnership::flag::hear },
    Listener { concept: "pupil", hears: pupil::leave::hear },
];

/// Tells what happened. Called by the act, in its own transaction, after its rows are written.
///
/// # Errors
/// What a listener gives: then the act is not kept either.
pub fn tell(tx: &mut Tx<'_>, event: Event) -> Result<()> {
    LISTENERS.iter().try_for_each(|one| (one.hears)(tx, event))
}
