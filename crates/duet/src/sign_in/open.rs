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
    let secret = begin(tx, viewer, &Beginning { made_by, shared, ..Beginning::default() })?;
    if store::is_by_terminal(tx, link)? { prove(tx, &secret) } else { Ok(secret) }
}

/// Signs somebody in. The caller has made sure that it is they.
///
/// # Errors
/// `NotFound` when they are suspended or have left.
pub fn open(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<Token> {
    begin(tx, viewer, &Beginning::default())
}

/// Signs somebody in who has given what stands for both: a passkey.
///
/// # Errors
/// `NotFound` when they are suspended or have left.
pub fn open_proven(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<Token> {
    let secret = begin(tx, viewer, &Beginning::default())?;
    prove(tx, &secret)
}

/// Notes that a second factor was given for the sign-in this secret stands for; gives the secret that does from now on.
///
/// # Errors
/// `NotFound` when it has ended.
pub fn prove(tx: &mut OutsideTx<'_>, secret: &Token) -> Result<Token> {
    let sign_in = store::look_up(tx, secret)?.ok_or(Error::NotFound)?;
    let fresh = tx.fresh_token();
    store::prove(tx, sign_in.id, &fresh)?;
    Ok(fresh)
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

/// Makes a link that signs `viewer` in once within `days`; its end can be typed off paper. `made_by` is who asked for it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn make_link(tx: &mut OutsideTx<'_>, viewer: Viewer, made_by: Option<PersonId>, days: i64) -> Result<Token> {
    let token = tx.short_token();
    let ends_at = days_later(tx.now(), days);
    store::write_link(tx, &token, viewer, made_by, ends_at)?;
    note(tx, viewer, made_by, Act::SignInLinkMade)?;
    Ok(token)
}

/// Makes a link for whoever runs the program: it needs no second factor, and so lets a lost one be replaced.
///
/// # Errors
/// `Internal` when the database fails.
pub fn make_terminal_link(tx: &mut OutsideTx<'_>, viewer: Viewer, days: i64) -> Result<Token> {
    let token = make_link(tx, viewer, None, days)?;
    store::mark_by_terminal(tx, &token)?;
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
