//! Suspending somebody, letting them back, noting that they have left.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Message, Result};

use super::access::PERSON;
use super::{check_step, store};
use crate::audit::{self, Act};
use crate::events::{self, Event};
use crate::person::{self, Membership, PersonId, Viewer};
use crate::scheme;
use crate::scheme::access::ADMINISTRATOR;
use crate::sign_in;

/// Changes how somebody belongs. Who may no longer sign in is signed out in the same moment, and links made for them
/// are dead.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation; `NotAllowed` to oneself, or where no administrator
/// would be left; `Conflict` when there is no such step.
pub fn change(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId, to: Membership) -> Result<()> {
    let person = store::reached(tx, viewer, id)?.that_may(&PERSON, Verb::Decide)?;
    if id == viewer.person {
        return Err(Error::NotAllowed(Message::new("person-not-oneself")));
    }
    check_step(person.membership, to)?;
    if !to.may_sign_in() {
        let organisation = scheme::store::organisation_reached(tx, viewer)?;
        let administrators = organisation.who_may(&ADMINISTRATOR, Verb::Write);
        if administrators.iter().all(|one| one.person == id) {
            return Err(Error::NotAllowed(Message::new("person-last-administrator")));
        }
        sign_in::store::shut_out(&mut tx.outside_tx(), Viewer { person: id, ..viewer })?;
    }
    person::store::belong(tx, id, to)?;
    let act = match to {
        Membership::Suspended => Act::Suspended,
        Membership::Left => Act::Left,
        Membership::Invited | Membership::Active | Membership::Erased => Act::LetBack,
    };
    audit::store::note(tx, Some(viewer.person), act, id.0)?;
    match to {
        Membership::Suspended => events::tell(tx, Event::Suspended(id)),
        Membership::Left => events::tell(tx, Event::HasLeft(id)),
        Membership::Active => events::tell(tx, Event::LetBack(id)),
        Membership::Invited | Membership::Erased => Ok(()),
    }
}
