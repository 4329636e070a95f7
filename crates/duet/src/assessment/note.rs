//! Noting where somebody stands.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ASSESSMENT;
use super::store::{self, Said};
use super::{Notes, Source};
use crate::audit::{self, Act};
use crate::capability;
use crate::person::{PersonId, Viewer};

/// Notes where somebody stands: their own word when it is they, else the word of who supervises them or coordinates a
/// scheme of theirs. What was said on other days stays; who says something else on the same day corrects what they said.
///
/// # Errors
/// `NotFound` unless it is theirs to say; `Invalid` when it cannot be, or says nothing new; `Conflict` when they belong no more.
pub fn note(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId, notes: &Notes) -> Result<()> {
    let reached = store::person_reached(tx, viewer, person)?.that_may(&ASSESSMENT, Verb::Write)?;
    let own = viewer.person == person;
    let is_theirs = match notes.source {
        Source::Own => own,
        Source::Supervision | Source::Observation => !own && notes.wishes.is_none(),
        Source::Peer | Source::Matrix => false,
    };
    if !is_theirs {
        return Err(Error::NotFound);
    }
    if !reached.membership.may_sign_in() {
        return Err(Error::conflict("assessment-gone"));
    }
    let (framework, today) = (capability::store::framework(tx)?, tx.today());
    notes.check(&framework, today)?;
    if let Some(wishes) = notes.wishes.as_ref().filter(|_| notes.levels.is_empty()) {
        let (mut known, mut wishes) = (store::wishes_of(tx, &reached)?, wishes.clone());
        known.sort();
        wishes.sort();
        if known == wishes {
            return Err(Error::invalid("levels", "assessment-nothing"));
        }
    }
    let known = store::of(tx, &reached)?;
    let (mut new, mut corrected) = (Vec::new(), Vec::new());
    for (id, level) in &notes.levels {
        let said = Said {
            person,
            capability: *id,
            version: framework.get(*id).map_or(1, |one| one.version),
            level: *level,
            assessed_on: notes.assessed_on,
            source: notes.source,
            noted_by: viewer.person,
            brought_in: false,
        };
        let same_day = known.iter().find(|one| {
            (one.capability, one.assessed_on, one.source, one.noted_by)
                == (*id, notes.assessed_on, notes.source, viewer.person)
        });
        match same_day {
            Some(there) => corrected.push((there.id, said)),
            None => new.push(said),
        }
    }
    store::note(tx, &new, &corrected)?;
    if let Some(wishes) = &notes.wishes {
        store::wish(tx, &reached, wishes)?;
    }
    audit::store::note(tx, Some(viewer.person), Act::Assessed, person.0)
}
