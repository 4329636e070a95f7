//! Writing down how a scheme meets a condition.

use kit::Result;
use kit::db::Tx;

use super::{Condition, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::{self, SchemeId};

/// Keeps how a scheme meets a condition, instead of what it said before.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme; `Invalid` with one problem per field.
pub fn write(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, condition: &Condition) -> Result<()> {
    let reached = scheme::store::reached(tx, viewer, scheme)?;
    reached.must(&super::access::CONDITION, kit::access::Verb::Write)?;
    condition.check()?;
    store::keep(tx, &reached, condition)?;
    audit::store::note(tx, Some(viewer.person), Act::ConditionWritten, scheme.0)
}
