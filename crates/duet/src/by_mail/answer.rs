//! Answering what a mail said: its code is typed, or its link opened, in the browser that asked.

use kit::Result;
use kit::db::{OutsideConn, OutsideTx};
use kit::token::{Token, same};

use super::{Code, Request, TRIES, store};
use crate::identity;
use crate::person::Viewer;
use crate::sign_in::{self, Beginning, open};

/// What an answer came to.
#[derive(Debug)]
pub enum Answered {
    /// It was right: signed in.
    In(Welcome),
    /// Not the code; so many tries are left.
    Wrong(i64),
    /// Nothing is asked here any more: used, past its time, or tried too often.
    Over,
}

/// What a code came to, before anybody is signed in by it.
#[derive(Debug)]
pub enum Tried {
    /// It was right: the address is theirs.
    Right(Request),
    /// Not the code; so many tries are left.
    Wrong(i64),
    /// Nothing is asked here any more.
    Over,
}

/// What the browser gets.
#[derive(Debug)]
pub struct Welcome {
    /// The secret of the sign-in.
    pub secret: Token,
    /// The secret by which it is known again; none on a shared computer.
    pub known: Option<Token>,
    /// Whether it is a shared computer.
    pub shared: bool,
    /// The page to go on to.
    pub next: String,
}

/// Takes the code that was typed. `before` is the secret of a sign-in that this browser had: they come back as the
/// same person, when the address leads to several.
///
/// A wrong code is counted, and that is kept: the caller must not roll it back. At five it is over.
///
/// # Errors
/// `Internal` when the database fails.
pub fn by_code(tx: &mut OutsideTx<'_>, browser: &Token, code: &Code, before: Option<&Token>) -> Result<Answered> {
    match try_code(tx, browser, code)? {
        Tried::Right(request) => let_in(tx, browser, request, before),
        Tried::Wrong(left) => Ok(Answered::Wrong(left)),
        Tried::Over => Ok(Answered::Over),
    }
}

/// Counts one try of a code, and tells what it came to. Nobody is signed in: that is [`enter`].
///
/// # Errors
/// `Internal` when the database fails.
pub fn try_code(tx: &mut OutsideTx<'_>, browser: &Token, code: &Code) -> Result<Tried> {
    let Some(request) = store::open_request(tx, browser)? else { return Ok(Tried::Over) };
    if !store::count_try(tx, browser)? {
        return Ok(Tried::Over);
    }
    let left = TRIES - request.tries - 1;
    if same(&request.code_hash, &code.hash(browser)) {
        return Ok(Tried::Right(request));
    }
    Ok(if left > 0 { Tried::Wrong(left) } else { Tried::Over })
}

/// Takes the link that was opened.
///
/// # Errors
/// As [`by_code`].
pub fn by_link(tx: &mut OutsideTx<'_>, browser: &Token, link: &Token, before: Option<&Token>) -> Result<Answered> {
    match of_link(tx, browser, link)? {
        Some(request) => let_in(tx, browser, request, before),
        None => Ok(Answered::Over),
    }
}

/// The request that a link belongs to, if this browser made it and it can still be answered.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_link(c: &mut OutsideConn<'_>, browser: &Token, link: &Token) -> Result<Option<Request>> {
    Ok(store::open_request(c, browser)?.filter(|request| same(&request.link_hash, &link.hash())))
}

fn let_in(tx: &mut OutsideTx<'_>, browser: &Token, request: Request, before: Option<&Token>) -> Result<Answered> {
    let all = identity::store::known_by(tx, &request.address_hash)?;
    let as_before = match before {
        Some(token) => sign_in::store::look_up(tx, token)?.map(|was| was.viewer()),
        None => None,
    };
    let same_person =
        |one: &&Viewer| as_before.is_some_and(|was| (was.organisation, was.person) == (one.organisation, one.person));
    let Some(&viewer) = all.iter().find(same_person).or(all.first()) else { return Ok(Answered::Over) };
    enter(tx, browser, request, viewer, before)
}

/// Uses a request up that was answered rightly, and signs this person in, whom its address leads to.
///
/// # Errors
/// `NotFound` when they are suspended or have left.
pub fn enter(
    tx: &mut OutsideTx<'_>,
    browser: &Token,
    request: Request,
    viewer: Viewer,
    before: Option<&Token>,
) -> Result<Answered> {
    if !store::spend(tx, browser)? {
        return Ok(Answered::Over);
    }
    if let Some(token) = before {
        sign_in::store::end(tx, token)?;
    }
    let known = if request.shared { None } else { Some(tx.fresh_token()) };
    if let Some(known) = &known {
        store::know(tx, known, &request.address_hash)?;
    }
    let how = Beginning { address: Some(request.address_hash), shared: request.shared, ..Beginning::default() };
    let secret = open::begin(tx, viewer, &how)?;
    Ok(Answered::In(Welcome { secret, known, shared: request.shared, next: request.next }))
}
