//! Saying how a round's form asks for something.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::QUESTION;
use super::{Worded, store};
use crate::audit::{self, Act};
use crate::mapping::is_private;
use crate::person::Viewer;
use crate::round::rules::{Role, Rules};
use crate::round::{self, RoundId};

/// Keeps how a round asks for a heading, instead of how it asked before. What the rules do not read is asked only for a
/// purpose, and then it is kept sealed.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` with one problem per field; `Conflict` when it is closed.
pub fn word(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, worded: &Worded) -> Result<()> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&QUESTION, Verb::Write)?;
    round::store::must_be_open(tx, id)?;
    worded.check()?;
    let read = reads(&round::store::rules(tx, &round)?, &worded.key);
    match (read && !is_private(&worded.heading), worded.purpose.is_empty()) {
        (true, false) => return Err(Error::invalid("purpose", "question-no-purpose")),
        (false, true) => return Err(Error::invalid("purpose", "question-needs-purpose")),
        _ => {}
    }
    let question = store::keep(tx, &round, worded)?;
    audit::store::note(tx, Some(viewer.person), Act::QuestionWorded, question.0)
}

/// Asks for a heading as it is called again; what the rules do not read is not asked any more. Answers stay.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round, or when nothing was said about the heading.
pub fn go_back(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, key: &str) -> Result<()> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&QUESTION, Verb::Delete)?;
    let question = store::drop(tx, &round, key)?.ok_or(Error::NotFound)?;
    audit::store::note(tx, Some(viewer.person), Act::QuestionUsual, question.0)
}

/// Whether the rules read a heading.
#[must_use]
pub fn reads(rules: &Rules, key: &str) -> bool {
    let all = Role::ALL.iter().flat_map(|role| rules.headings(*role));
    all.map(kit::sheet::folded).any(|heading| heading == key)
}
