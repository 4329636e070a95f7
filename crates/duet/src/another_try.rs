//! Another try: two whose pair ended with a no, or whom somebody stepped back from, may be proposed to each other again, when
//! a coordinator asks for it and says why. Start at [`ask::ask`].

pub mod access;
pub mod ask;
pub mod page;
pub mod store;

use kit::clock::Instant;

use crate::partnership::Partnership;

/// The longest note, in characters.
pub const MOST_NOTE: usize = 500;

/// That two may be proposed to each other again.
#[derive(Clone, Debug)]
pub struct AnotherTry {
    /// Why.
    pub note: String,
    /// The name of who says so.
    pub made_by: String,
    /// Since when.
    pub made_at: Instant,
}

/// Whether the two of a pair are not proposed to each other any more, until somebody asks for it: one of them said no, or
/// stepped back.
#[must_use]
pub fn is_barred(pair: &Partnership) -> bool {
    pair.finished_on.is_some() && (pair.started_on.is_none() || pair.stepped_back)
}
