//! Setting a factor up, and the paper codes that go with the first.

use kit::db::OutsideTx;
use kit::token::Token;
use kit::{Error, Result};

use super::code_app::Shared;
use super::secret::Secrets;
use super::{Held, recovery, store};
use crate::audit::{self, Act};
use crate::identity::{self, IdentityId};
use crate::person::Viewer;
use crate::sign_in::{self, SignInId};

/// What setting up gives: the secret that the browser holds from now on, and, with the first factor, recovery codes
/// to show this once.
#[derive(Debug)]
pub struct Done {
    /// The sign-in's new secret.
    pub secret: Token,
    /// The recovery codes; none when there were some already.
    pub codes: Vec<String>,
}

/// What a code app's secret is sealed as, in the database and in the form that sets it up.
#[must_use]
pub fn sealed_as(identity: IdentityId) -> String {
    format!("code_app {identity}")
}

/// Sets up a code app whose secret has been shown, in the place of any there was, once a code of it is typed.
///
/// The caller has made sure that it is they: see `CONFIRMED_MINUTES`. The sign-in counts as given a factor.
///
/// # Errors
/// `Invalid` when the code is not the app's; `Conflict` when the sealed secret is not one that we showed to them.
pub fn code_app(
    tx: &mut OutsideTx<'_>,
    viewer: Viewer,
    sign_in: SignInId,
    secrets: &Secrets,
    sealed: &Vec<u8>,
    typed: &str,
) -> Result<Done> {
    let identity = identity::store::of(tx, viewer)?;
    let shared = secrets.open(&sealed_as(identity), sealed).and_then(|bytes| Shared::from_bytes(&bytes));
    let shared = shared.ok_or(Error::conflict("factor-page-old"))?;
    let step = shared.step_typed(typed, tx.now(), 0).ok_or(Error::invalid("code", "factor-code-wrong-new"))?;
    store::set_app(tx, identity, sealed, step)?;
    store::forgive(tx, identity)?;
    done(tx, viewer, sign_in, identity, Act::CodeAppAdded)
}

/// Notes a factor just set up: the sign-in is proven by it, and there are paper codes.
pub(super) fn done(
    tx: &mut OutsideTx<'_>,
    viewer: Viewer,
    sign_in: SignInId,
    identity: IdentityId,
    act: Act,
) -> Result<Done> {
    let secret = tx.fresh_token();
    sign_in::store::prove(tx, sign_in, &secret)?;
    let codes = if store::codes_left(tx, identity)? == 0 { fresh_codes(tx, identity)? } else { Vec::new() };
    audit::store::note(&mut tx.inside_tx(viewer.organisation)?, Some(viewer.person), act, viewer.person.0)?;
    Ok(Done { secret, codes })
}

/// Makes ten fresh recovery codes in the place of all there were, to show this once.
///
/// # Errors
/// `Conflict` when they have no factor that the codes could stand in for.
pub fn recovery_codes(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<Vec<String>> {
    let held = store::held(tx, viewer)?.filter(|held| held.count() > 0);
    let Held { identity, .. } = held.ok_or(Error::conflict("factor-none-yet"))?;
    let codes = fresh_codes(tx, identity)?;
    let inside = &mut tx.inside_tx(viewer.organisation)?;
    audit::store::note(inside, Some(viewer.person), Act::RecoveryCodesMade, viewer.person.0)?;
    Ok(codes)
}

fn fresh_codes(tx: &mut OutsideTx<'_>, identity: IdentityId) -> Result<Vec<String>> {
    let codes = recovery::fresh(tx.random());
    let hashes: Vec<Vec<u8>> = codes.iter().filter_map(|code| recovery::hash(code)).collect();
    store::set_codes(tx, identity, &hashes)?;
    Ok(codes)
}
