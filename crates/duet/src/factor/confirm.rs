//! Confirming: giving a factor, after the link that signed in, or before a grave act.

use kit::db::OutsideTx;
use kit::token::Token;
use kit::{Error, Result};

use super::code_app::Shared;
use super::secret::Secrets;
use super::set_up::sealed_as;
use super::{Given, recovery, store};
use crate::audit::{self, Act};
use crate::identity::IdentityId;
use crate::person::Viewer;
use crate::sign_in::{self, SignInId};

/// Takes a code of the app, or a recovery code, each of which is used once. When it is right, the sign-in counts as
/// given a factor and as confirmed now, and another secret stands for it from now on.
///
/// A wrong code of the app uses up patience, and that is written down: so it is no error here. Recovery codes are too
/// long to guess, and go on working when patience is used up: nobody locks anybody out.
///
/// # Errors
/// `Conflict` when they have no factor; `NotFound` when the sign-in has ended.
pub fn by_code(
    tx: &mut OutsideTx<'_>,
    viewer: Viewer,
    sign_in: SignInId,
    secrets: &Secrets,
    typed: &str,
) -> Result<(Given, Option<Token>)> {
    let held = store::held(tx, viewer)?.filter(|held| held.count() > 0);
    let identity = held.ok_or(Error::conflict("factor-none-yet"))?.identity;
    if let Some(hash) = recovery::hash(typed) {
        if !store::spend_code(tx, identity, &hash)? {
            return refused(tx, viewer);
        }
        return given(tx, viewer, sign_in, Act::RecoveryCodeUsed);
    }
    let patience = store::patience(tx, identity)?;
    if let Some(minutes) = patience.wait(tx.now()) {
        return Ok((Given::Wait(minutes), None));
    }
    if !is_of_app(tx, identity, secrets, typed)? {
        store::use_patience(tx, identity, patience)?;
        return refused(tx, viewer);
    }
    store::forgive(tx, identity)?;
    given(tx, viewer, sign_in, Act::FactorGiven)
}

/// Whether a code is the app's; if so, it is spent.
fn is_of_app(tx: &mut OutsideTx<'_>, identity: IdentityId, secrets: &Secrets, typed: &str) -> Result<bool> {
    let Some((sealed, last_step)) = store::app(tx, identity)? else { return Ok(false) };
    let shared = secrets.open(&sealed_as(identity), &sealed).and_then(|bytes| Shared::from_bytes(&bytes));
    let shared = shared.ok_or(Error::internal("a code app's secret is not sealed under this installation's key"))?;
    match shared.step_typed(typed, tx.now(), last_step) {
        Some(step) => store::spend_step(tx, identity, step),
        None => Ok(false),
    }
}

fn refused(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<(Given, Option<Token>)> {
    note(tx, viewer, Act::FactorRefused)?;
    Ok((Given::Wrong, None))
}

/// Marks the sign-in, under a new secret.
pub(super) fn given(
    tx: &mut OutsideTx<'_>,
    viewer: Viewer,
    sign_in: SignInId,
    act: Act,
) -> Result<(Given, Option<Token>)> {
    let secret = tx.fresh_token();
    sign_in::store::prove(tx, sign_in, &secret)?;
    note(tx, viewer, act)?;
    Ok((Given::Right, Some(secret)))
}

fn note(tx: &mut OutsideTx<'_>, viewer: Viewer, act: Act) -> Result<()> {
    audit::store::note(&mut tx.inside_tx(viewer.organisation)?, Some(viewer.person), act, viewer.person.0)
}
