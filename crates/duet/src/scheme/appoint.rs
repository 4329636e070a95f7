//! Appointing somebody to run a scheme, and letting them in.

use kit::access::Verb;
use kit::db::Tx;
use kit::token::Token;
use kit::{Error, Message, Result};

use super::access::{ADMINISTRATOR, APPOINTMENT, RUNNERS_LINK};
use super::{Appointment, Duty, SchemeId, store};
use crate::audit::{self, Act};
use crate::person::{self, PersonDraft, PersonId, Viewer};
use crate::sign_in::{self, LETTER_LINK_DAYS, open};

/// Appoints somebody from today on; somebody unknown is added, somebody known is recognised by their address.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme; `Invalid` when the draft is, the duty is not a scheme's, or
/// they do it already.
pub fn appoint(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, duty: Duty, draft: &PersonDraft) -> Result<PersonId> {
    store::reached(tx, viewer, scheme)?.must(&APPOINTMENT, Verb::Write)?;
    if duty == Duty::Administrator {
        return Err(Error::invalid("duty", "form-choice"));
    }
    give(tx, viewer, Appointment { duty, scheme: Some(scheme) }, draft)
}

/// Appoints another administrator from today on; as [`appoint`].
///
/// # Errors
/// `NotFound` unless the viewer is one; `Invalid` when the draft is, or they are one already.
pub fn appoint_administrator(tx: &mut Tx<'_>, viewer: Viewer, draft: &PersonDraft) -> Result<PersonId> {
    store::organisation_reached(tx, viewer)?.must(&ADMINISTRATOR, Verb::Write)?;
    give(tx, viewer, Appointment { duty: Duty::Administrator, scheme: None }, draft)
}

fn give(tx: &mut Tx<'_>, viewer: Viewer, appointment: Appointment, draft: &PersonDraft) -> Result<PersonId> {
    draft.check()?;
    let person = match person::store::by_address(tx, &draft.address)? {
        Some(known) => known.id,
        None => person::store::add(tx, draft)?,
    };
    if store::appointments(tx, person)?.contains(&appointment) {
        return Err(Error::invalid("address", "appoint-already"));
    }
    store::appoint(tx, person, appointment.duty, appointment.scheme)?;
    // A link that somebody holds for them was made when they had less.
    sign_in::store::revoke_links(&mut tx.outside_tx(), viewer.organisation, person)?;
    audit::store::note(tx, Some(viewer.person), Act::Appointed, person.0)?;
    Ok(person)
}

/// Makes a sign-in link for somebody who runs the scheme with the viewer.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme and the person has a duty in it; `NotAllowed` as
/// [`check_reach`].
pub fn let_in(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, person: PersonId) -> Result<Token> {
    store::reached(tx, viewer, scheme)?.must(&RUNNERS_LINK, Verb::Write)?;
    if !store::appointments(tx, person)?.iter().any(|a| a.scheme == Some(scheme)) {
        return Err(Error::NotFound);
    }
    check_reach(tx, viewer, person)?;
    let to = Viewer { person, ..viewer };
    open::make_link(&mut tx.outside_tx(), to, Some(viewer.person), LETTER_LINK_DAYS)
}

/// Nobody makes a link by which they would come to more than they have: whoever it is for may only have duties, and
/// take part, in schemes that the viewer coordinates.
///
/// # Errors
/// `NotAllowed` when the link would give more.
pub fn check_reach(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId) -> Result<()> {
    if store::is_beyond(tx, viewer.person, person)? {
        return Err(Error::NotAllowed(Message::new("link-gives-more")));
    }
    Ok(())
}
