//! What the simpler kinds of sheet share: a row at a time, people known by their addresses.

use std::collections::HashMap;

use kit::db::Read;
use kit::sheet::Fault;
use kit::{Message, Result};

use super::{Change, Given, Told, Verdict, What, store};
use crate::mapping::Reading;
use crate::person::{self, PersonId, Viewer};

/// People, by every address they are known by, and what is said of an address that none of them has.
pub(super) struct People {
    by_address: HashMap<String, PersonId>,
    nobody: &'static str,
}

impl People {
    /// Everybody of the organisation.
    pub(super) fn everybody(c: &mut Read<'_>) -> Result<People> {
        let by_address = person::store::known(c)?.into_iter().map(|one| (one.by_address, one.id)).collect();
        Ok(People { by_address, nobody: "import-nobody" })
    }

    /// Those in any round that the viewer coordinates. Of everybody else a sheet tells nothing, not even that they are there.
    pub(super) fn reached(c: &mut Read<'_>, viewer: Viewer) -> Result<People> {
        let (mut people, reached) = (People::everybody(c)?, store::reached_people(c, viewer)?);
        people.by_address.retain(|_, id| reached.contains(id));
        Ok(People { nobody: "import-nobody-reached", ..people })
    }

    /// Who a field of a row names.
    ///
    /// # Errors
    /// The [`Fault`] of an address that none of them has.
    pub(super) fn named(&self, row: &Reading<'_>, field: &str) -> Result<PersonId, Fault> {
        self.by_address.get(&row.address(field)).copied().ok_or_else(|| row.fault(field, self.nobody))
    }
}

/// What a row does: its verdict, and what it changes.
pub(super) type Does = (Verdict, Vec<Change>);

/// Reads each row of each sheet, and tells what it does.
pub(super) fn each(
    given: &Given,
    about: impl Fn(&Reading<'_>) -> String,
    mut does: impl FnMut(&Reading<'_>) -> Result<Does, Fault>,
) -> Vec<Told> {
    each_noted(given, about, |row| does(row).map(|done| (done, None)))
}

/// The same, with what else there is to know of a row.
pub(super) fn each_noted(
    given: &Given,
    about: impl Fn(&Reading<'_>) -> String,
    mut does: impl FnMut(&Reading<'_>) -> Result<(Does, Option<Message>), Fault>,
) -> Vec<Told> {
    let mut told = Vec::new();
    for (part, one) in given.parts.iter().enumerate() {
        for row in &one.sheet.rows {
            let reading = Reading::of(row, &one.mapping);
            let name = match &reading {
                Ok(reading) => about(reading),
                Err(_) => row.cells.iter().find(|cell| !cell.is_empty()).cloned().unwrap_or_default(),
            };
            let (verdict, changes, note) = match reading.and_then(|reading| does(&reading)) {
                Ok(((verdict, changes), note)) => (verdict, changes, note),
                Err(fault) => (Verdict::Refused, Vec::new(), Some(fault.message())),
            };
            told.push(Told { part, line: row.line, about: name, verdict, changes, note });
        }
    }
    told
}

/// Two addresses of a row.
pub(super) fn two(row: &Reading<'_>, one: &str, other: &str) -> String {
    format!("{} – {}", row.text(one), row.text(other))
}

/// A field that becomes other than it was.
pub(super) fn change(field: &'static str, was: impl ToString, becomes: impl ToString) -> Change {
    Change { what: What::Field(field), was: was.to_string(), becomes: becomes.to_string() }
}

/// The fault of a row that a draft's own check refuses.
pub(super) fn refused(row: &Reading<'_>, field: &str, cause: &kit::Error) -> Fault {
    let message: Message = cause.told();
    row.fault(field, message)
}
