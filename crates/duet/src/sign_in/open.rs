//! Opening a sign-in: through a link, or (in a demo) by one click; and making links.

use kit::clock::days_later;
use kit::db::OutsideTx;
use kit::token::Token;
use kit::{Error, Result};

use super::{Beginning, store};
use crate::audit::{self, Act};
use crate::identity;
use crate::person::{self, Membership, PersonId, Viewer};

/// Uses a link up and signs its person in; the new secret is for the browser's cookie.
///
/// # Errors
/// `NotFound` when the link is unknown, used or past its time: they are not told apart.
pub fn through_link(tx: &mut OutsideTx<'_>, link: &Token, shared: bool) -> Result<Token> {
    let (viewer, made_by) = store::link(tx, link)?;
    if !store::spend(tx, link)? {
        return Err(Error::NotFound);
    }
    begin(tx, viewer, &Beginning { made_by, shared, address: None })
}

/// Signs somebody in. The caller has made sure that it is they.
///
/// # Errors
/// `NotFound` when they are suspended or have left.
pub fn open(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<Token> {
    begin(tx, viewer, &Beginning::default())
}

/// Signs somebody in, and says how it came about. The caller has made sure that it is they.
///
/// # Errors
/// `NotFound` when they are suspended or have left.
pub fn begin(tx: &mut OutsideTx<'_>, viewer: Viewer, how: &Beginning) -> Result<Token> {
    admit(tx, viewer)?;
    let token = tx.fresh_token();
    store::forget_old(tx)?;
    identity::store::opened(tx, viewer)?;
    store::begin(tx, &token, viewer, how)?;
    note(tx, viewer, Some(viewer.person), Act::SignedIn)?;
    Ok(token)
}

/// Lets somebody past the gate: who was invited takes part from now on.
///
/// # Errors
/// `NotFound` when they are suspended or have left.
pub(super) fn admit(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<()> {
    let inside = &mut tx.inside_tx(viewer.organisation)?;
    match person::store::get(inside, viewer.person)?.membership {
        Membership::Active => Ok(()),
        Membership::Invited => person::store::belong(inside, viewer.person, Membership::Active),
        Membership::Suspended | Membership::Left | Membership::Erased => Err(Error::NotFound),
    }
}

/// Makes a link that signs `viewer` in once within `days`. `made_by` is who asked for it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn make_link(tx: &mut OutsideTx<'_>, viewer: Viewer, made_by: Option<PersonId>, days: i64) -> Result<Token> {
    let token = tx.fresh_token();
    let ends_at = days_later(tx.now(), days);
    store::write_link(tx, &token, viewer, made_by, ends_at)?;
    note(tx, viewer, made_by, Act::SignInLinkMade)?;
    Ok(token)
}

/// Ends the sign-in a browser's secret stands for; one that has ended already is left alone.
///
/// # Errors
/// `Internal` when the database fails.
pub fn close(tx: &mut OutsideTx<'_>, token: &Token) -> Result<()> {
    if let Some(sign_in) = store::look_up(tx, token)? {
        store::end(tx, token)?;
        note(tx, sign_in.viewer(), Some(sign_in.person), Act::SignedOut)?;
    }
    Ok(())
}

fn note(tx: &mut OutsideTx<'_>, of: Viewer, actor: Option<PersonId>, act: Act) -> Result<()> {
    audit::store::note(&mut tx.inside_tx(of.organisation)?, actor, act, of.person.0)
}
