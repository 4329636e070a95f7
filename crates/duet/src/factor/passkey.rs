//! Passkeys: adding one, signing in by one alone, and confirming by one. It is something one has, and asks its owner
//! for what one is or knows: so it counts as both.

pub mod page;

use data_encoding::BASE64URL_NOPAD;
use kit::clock::Instant;
use kit::db::{Json, OutsideTx};
use kit::token::Token;
use kit::{Error, Result};
use serde_json::{Value, json};

use super::secret::Secrets;
use super::set_up::{self, Done};
use super::webauthn::{Passkeys, Question};
use super::{MOST_PASSKEYS, PasskeyId, QUESTION_MINUTES, check_name, confirm, store};
use crate::audit::Act;
use crate::identity::{self, IdentityId};
use crate::person::{self, Viewer};
use crate::sign_in::{SignInId, open};

/// An answer of a browser's, with the sealed question that it answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was sealed, as it was handed out.
    pub question: String,
    /// What the browser says, as JSON.
    pub answer: String,
}

/// What questions for a new passkey are sealed as.
#[must_use]
pub fn asked_new(identity: IdentityId) -> String {
    format!("passkey new {identity}")
}

/// What questions for any passkey are sealed as.
pub const ASKED: &str = "passkey";

/// A question as it is handed to the browser. What we must know to check the answer goes with it, sealed: nothing is
/// kept here of questions that nobody answers.
///
/// # Errors
/// `Internal` when it cannot be sealed.
pub fn handed_out(app: (&Secrets, &kit::random::Random), of: &str, question: Question, now: Instant) -> Result<Value> {
    let (secrets, random) = app;
    let ends = now.as_second() + QUESTION_MINUTES * 60;
    let sealed = secrets.seal(random, of, &[&ends.to_be_bytes()[..], &question.state].concat())?;
    Ok(json!({ "publicKey": question.options, "question": BASE64URL_NOPAD.encode(&sealed) }))
}

/// Opens a sealed question and uses it up.
fn taken_back(tx: &mut OutsideTx<'_>, secrets: &Secrets, of: &str, question: &str) -> Result<Vec<u8>> {
    let state = BASE64URL_NOPAD.decode(question.as_bytes()).ok().and_then(|sealed| secrets.open(of, &sealed));
    let state = state.ok_or_else(failed)?;
    let (ends, state) = state.split_first_chunk::<8>().ok_or_else(failed)?;
    let ends = Instant::from_second(i64::from_be_bytes(*ends)).map_err(|_| failed())?;
    if ends <= tx.now() || !store::answer_once(tx, &Token::from_visitor(question).hash(), ends)? {
        return Err(failed());
    }
    Ok(state.to_vec())
}

/// One answer for all that can be wrong with one.
fn failed() -> Error {
    Error::conflict("passkey-failed")
}

/// Adds a passkey that was made in answer to a question. The caller has made sure that it is they.
///
/// # Errors
/// `Invalid` when the name is; `Conflict` when the answer does not hold, the passkey is known already, or there are
/// too many.
pub fn add(
    tx: &mut OutsideTx<'_>,
    viewer: Viewer,
    sign_in: SignInId,
    by: (&Passkeys, &Secrets),
    name: &str,
    answer: &Answer,
) -> Result<Done> {
    check_name(name)?;
    let identity = identity::store::of(tx, viewer)?;
    let state = taken_back(tx, by.1, &asked_new(identity), &answer.question)?;
    let made = by.0.made(&state, &answer.answer).ok_or_else(failed)?;
    if store::held(tx, viewer)?.is_some_and(|held| held.passkeys >= MOST_PASSKEYS) {
        return Err(Error::conflict("passkey-too-many"));
    }
    if store::by_credential(tx, &made.credential)?.is_some() {
        return Err(Error::conflict("passkey-known"));
    }
    store::add_passkey(tx, identity, &made.credential, name, &Json(made.public_key))?;
    set_up::done(tx, viewer, sign_in, identity, Act::PasskeyAdded)
}

/// Signs in whoever's passkey gave an answer: in the organisation they were in last, of those whose gate is open for
/// them.
///
/// # Errors
/// `Conflict` when the answer does not hold, or no gate is open: they are not told apart.
pub fn sign_in(tx: &mut OutsideTx<'_>, by: (&Passkeys, &Secrets), answer: &Answer) -> Result<Token> {
    let identity = proven(tx, by, answer)?;
    for viewer in store::people(tx, identity)? {
        let inside = &mut tx.inside(viewer.organisation)?;
        if person::store::get(inside, viewer.person)?.membership.may_sign_in() {
            return open::open_proven(tx, viewer);
        }
    }
    Err(failed())
}

/// Confirms a sign-in by a passkey of theirs; gives the secret that stands for it from now on.
///
/// # Errors
/// `Conflict` when the answer does not hold, or is somebody else's; `NotFound` when the sign-in has ended.
pub fn confirm(
    tx: &mut OutsideTx<'_>,
    viewer: Viewer,
    sign_in: SignInId,
    by: (&Passkeys, &Secrets),
    answer: &Answer,
) -> Result<Token> {
    let identity = proven(tx, by, answer)?;
    if store::held(tx, viewer)?.is_none_or(|held| held.identity != identity) {
        return Err(failed());
    }
    let given = confirm::given(tx, viewer, sign_in, Act::FactorGiven)?;
    given.1.ok_or_else(failed)
}

/// Whose passkey gave an answer that holds.
fn proven(tx: &mut OutsideTx<'_>, by: (&Passkeys, &Secrets), answer: &Answer) -> Result<IdentityId> {
    let state = taken_back(tx, by.1, ASKED, &answer.question)?;
    let (said, credential) = by.0.said(&answer.answer).ok_or_else(failed)?;
    let (id, identity, public_key) = store::by_credential(tx, &credential)?.ok_or_else(failed)?;
    if identity != said {
        return Err(failed());
    }
    let kept = by.0.proven(&state, &answer.answer, &public_key.0).ok_or_else(failed)?;
    used(tx, id, kept)?;
    Ok(identity)
}

fn used(tx: &mut OutsideTx<'_>, id: PasskeyId, public_key: Value) -> Result<()> {
    store::passkey_used(tx, id, &Json(public_key))
}
