//! Everything about somebody who asks for it on paper: a file for an administrator to hand over. What is locked is not in it,
//! nor whether anything is.

pub mod page;

use kit::Result;
use kit::access::Verb;
use kit::db::{Read, Tx};

use super::access::PAPER;
use super::{Section, store};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::erasure;
use crate::person::{Person, PersonId, Viewer};
use crate::scheme;

/// Whom it would be about, and who may make it.
///
/// # Errors
/// `NotFound` unless the viewer administers and the person is there, not erased.
pub fn about(c: &mut Read<'_>, viewer: Viewer, id: PersonId) -> Result<(Person, Reached<()>)> {
    let organisation = scheme::store::organisation_reached(c, viewer)?.that_may(&PAPER, Verb::Export)?;
    Ok((erasure::store::known(c, id)?, organisation))
}

/// Gathers it, and notes that the viewer did: on the record, and so in what is gathered.
///
/// # Errors
/// As [`about`].
pub fn make(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId) -> Result<(Person, Vec<Section>)> {
    let (person, _) = about(tx, viewer, id)?;
    audit::store::note(tx, Some(viewer.person), Act::EverythingMade, id.0)?;
    Ok((person, store::on_paper(tx, id)?))
}
