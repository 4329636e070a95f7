//! Going from one organisation to another that knows the same somebody.

use kit::db::{OutsideConn, OutsideTx};
use kit::token::Token;
use kit::{Error, Result};

use super::{Beginning, SignIn, open, store};
use crate::audit::{self, Act};
use crate::identity::{self, Known};
use crate::organisation::OrganisationId;
use crate::person::Viewer;

/// The organisations a sign-in can go to: those that are linked, and those that know the address it began with.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// Linked: all of them, the one it is in too.
    pub linked: Vec<Known>,
    /// Not linked, and to be opened once.
    pub offered: Vec<Known>,
}

/// Where a sign-in can go. One that began with somebody else's link goes nowhere: a coordinator makes links within what
/// they reach, and that ends with their organisation.
///
/// # Errors
/// `Internal` when the database fails.
pub fn ways(c: &mut OutsideConn<'_>, sign_in: &SignIn) -> Result<Ways> {
    let viewer = sign_in.viewer();
    if !sign_in.is_own() {
        return Ok(Ways::default());
    }
    let offered = match &sign_in.address_hash {
        Some(address) => identity::store::offered(c, address, viewer)?,
        None => Vec::new(),
    };
    Ok(Ways { linked: identity::store::memberships(c, viewer)?, offered })
}

/// Links an organisation that knows the address the sign-in began with. Nothing happens when it is linked, or when
/// whoever it knows by that address proves themselves by something of their own: they are then opened apart.
///
/// # Errors
/// `NotFound` when the sign-in is over or cannot go there; `Conflict` when it cannot be linked.
pub fn link(tx: &mut OutsideTx<'_>, token: &Token, to: OrganisationId) -> Result<()> {
    let (sign_in, other) = found(tx, token, to)?;
    identity::store::link(tx, sign_in.viewer(), other)
}

/// Goes to another organisation: under a new secret, which is for the browser's cookie; the old one ends. Tells too
/// whether it is a shared computer.
///
/// To somebody
/// linked the sign-in moves with its time and what was proved; somebody who is not linked is signed in anew.
///
/// # Errors
/// `NotFound` when the sign-in is over or cannot go there.
pub fn switch(tx: &mut OutsideTx<'_>, token: &Token, to: OrganisationId) -> Result<(Token, bool)> {
    let (sign_in, other) = found(tx, token, to)?;
    let same = identity::store::look_up(tx, other)? == identity::store::look_up(tx, sign_in.viewer())?;
    if !same {
        // Nothing is shown by going on: what they showed, they showed when this one began, or since.
        let confirmed_at = sign_in.confirmed_at.or(Some(sign_in.made_at));
        let how = Beginning { made_by: None, address: sign_in.address_hash, shared: sign_in.shared, confirmed_at };
        store::end(tx, token)?;
        return Ok((open::begin(tx, other, &how)?, sign_in.shared));
    }
    open::admit(tx, other)?;
    let new = tx.fresh_token();
    if !store::move_to(tx, token, &new, other)? {
        return Err(Error::NotFound);
    }
    identity::store::opened(tx, other)?;
    audit::store::note(&mut tx.inside_tx(to)?, Some(other.person), Act::SignedIn, other.person.0)?;
    Ok((new, sign_in.shared))
}

/// The sign-in, and who it would be there.
fn found(c: &mut OutsideConn<'_>, token: &Token, to: OrganisationId) -> Result<(SignIn, Viewer)> {
    let sign_in = store::look_up(c, token)?.ok_or(Error::NotFound)?;
    let ways = ways(c, &sign_in)?;
    let there = ways.linked.iter().chain(&ways.offered).find(|one| one.organisation == to);
    let there = there.filter(|one| one.organisation != sign_in.organisation);
    let other = there.map(Known::viewer).ok_or(Error::NotFound)?;
    Ok((sign_in, other))
}
