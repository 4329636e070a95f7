//! Requests to be signed in by mail, in the database. Outside the organisations, and by hashes only.

use kit::clock::{Instant, days_later, minutes_later};
use kit::db::{OutsideConn, OutsideTx};
use kit::token::Token;
use kit::words::Language;
use kit::{Result, params};

use super::mail::Mail;
use super::{Budget, KNOWN_DAYS, MINUTES, MailId, Request, TRIES};
use crate::address::AddressHash;

kit::row!(Request { link_hash, code_hash, address_hash, shared, next, tries });

/// A mail as it waits.
#[derive(Clone)]
pub struct Waiting {
    /// Its id.
    pub id: MailId,
    /// To which address.
    pub address: String,
    /// In which language.
    pub language: Language,
    /// What it is about.
    pub subject: String,
    /// The text.
    pub body: String,
    /// When it was written.
    pub written_at: Instant,
}

kit::row!(Waiting { id, address, language, subject, body, written_at });

kit::sql! { outside
    WRITE -> () = "
        insert into sign_in_request
            (browser_hash, link_hash, code_hash, address_hash, known_hash, mailed, shared, next, tries, made_at, ends_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)";
    OPEN -> Request = "
        select link_hash, code_hash, address_hash, shared, next, tries from sign_in_request
        where browser_hash = $1 and used_at is null and ends_at > $2 and tries < $3";
    COUNT_TRY -> () = "
        update sign_in_request set tries = tries + 1
        where browser_hash = $1 and used_at is null and ends_at > $2 and tries < $3";
    SPEND -> () = "
        update sign_in_request set used_at = $2 where browser_hash = $1 and used_at is null and ends_at > $2";
    MAILS_TO_STRANGERS -> (i64,) = "
        select count(*) from sign_in_request
        where address_hash = $1 and made_at > $2 and mailed and known_hash is null";
    MAILS_TO_KNOWN -> (i64,) = "
        select count(*) from sign_in_request
        where address_hash = $1 and made_at > $2 and mailed and known_hash = $3";
    IS_KNOWN -> (i64,) = "
        select count(*) from sign_in_browser where token_hash = $1 and address_hash = $2 and ends_at > $3";
    KNOW -> () = "insert into sign_in_browser (token_hash, address_hash, ends_at) values ($1, $2, $3)";
    FORGET_ADDRESS -> () = "delete from sign_in_browser where address_hash = $1";
    BUDGET -> (i64, Instant) = "select thousandths, used_at from sign_in_budget where key_hash = $1";
    BEGIN_BUDGET -> () = "insert into sign_in_budget (key_hash, thousandths, used_at) values ($1, $2, $3)";
    KEEP_BUDGET -> () = "update sign_in_budget set thousandths = $2, used_at = $3 where key_hash = $1";
    WRITE_MAIL -> () = "
        insert into sign_in_mail (id, address, language, subject, body, written_at, run_at) values ($1, $2, $3, $4, $5, $6, $6)";
    MAILS -> Waiting = "
        select id, address, language, subject, body, written_at from sign_in_mail
        where address <> '' order by written_at desc, id desc limit 50";
    DUE -> Waiting = "
        select id, address, language, subject, body, written_at from sign_in_mail
        where run_at <= $1 and address <> '' order by run_at, id limit 20";
    CLAIM -> () = "update sign_in_mail set run_at = $3 where id = $1 and run_at <= $2";
    SENT -> () = "delete from sign_in_mail where id = $1";
    FORGET_REQUESTS -> () = "delete from sign_in_request where made_at < $1";
    FORGET_BROWSERS -> () = "delete from sign_in_browser where ends_at < $1";
    FORGET_BUDGETS -> () = "delete from sign_in_budget where used_at < $1";
    FORGET_MAILS_TO -> () = "delete from sign_in_mail where address = $1";
    FORGET_REQUESTS_OF -> () = "delete from sign_in_request where address_hash = $1";
    FORGET_MAILS -> () = "delete from sign_in_mail where written_at < $1";
}

/// Writes a request down.
///
/// # Errors
/// `Internal` when the database fails.
pub fn write(
    tx: &mut OutsideTx<'_>,
    browser: &Token,
    request: &Request,
    known: Option<&Vec<u8>>,
    mailed: bool,
) -> Result<()> {
    let now = tx.now();
    let ends_at = minutes_later(now, MINUTES);
    let Request { link_hash, code_hash, address_hash, shared, next, .. } = request;
    tx.run(
        &WRITE,
        params![browser.hash(), link_hash, code_hash, address_hash, known.cloned(), mailed, shared, next, now, ends_at],
    )?;
    Ok(())
}

/// The request a browser made, while it can be answered.
///
/// # Errors
/// `Internal` when the database fails.
pub fn open_request(c: &mut OutsideConn<'_>, browser: &Token) -> Result<Option<Request>> {
    let now = c.now();
    c.first(&OPEN, params![browser.hash(), now, TRIES])
}

/// Counts one try of a code; tells whether it was allowed.
///
/// # Errors
/// `Internal` when the database fails.
pub fn count_try(tx: &mut OutsideTx<'_>, browser: &Token) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&COUNT_TRY, params![browser.hash(), now, TRIES])? == 1)
}

/// Uses a request up; tells whether it could still be used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn spend(tx: &mut OutsideTx<'_>, browser: &Token) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&SPEND, params![browser.hash(), now])? == 1)
}

/// How many mails an address was good for within the last hour: asked for by this known browser, or by all strangers.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mails_of_an_hour(c: &mut OutsideConn<'_>, address: &AddressHash, known: Option<&Vec<u8>>) -> Result<i64> {
    let since = minutes_later(c.now(), -60);
    let (count,) = match known {
        Some(known) => c.one(&MAILS_TO_KNOWN, params![address, since, known])?,
        None => c.one(&MAILS_TO_STRANGERS, params![address, since])?,
    };
    Ok(count)
}

/// Whether a browser was signed in by this address before.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_known(c: &mut OutsideConn<'_>, token: &Token, address: &AddressHash) -> Result<bool> {
    let now = c.now();
    Ok(c.one(&IS_KNOWN, params![token.hash(), address, now])?.0 > 0)
}

/// Knows a browser by a secret from now on.
///
/// # Errors
/// `Internal` when the database fails.
pub fn know(tx: &mut OutsideTx<'_>, token: &Token, address: &AddressHash) -> Result<()> {
    let ends_at = days_later(tx.now(), KNOWN_DAYS);
    tx.run(&KNOW, params![token.hash(), address, ends_at])?;
    Ok(())
}

/// Knows no browser by this address any more.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget_address(tx: &mut OutsideTx<'_>, address: &AddressHash) -> Result<()> {
    tx.run(&FORGET_ADDRESS, params![address])?;
    Ok(())
}

/// Takes one try from a budget; tells whether there was one left.
///
/// # Errors
/// `Internal` when the database fails.
pub fn take(tx: &mut OutsideTx<'_>, budget: Budget, key: &str) -> Result<bool> {
    let (key_hash, now) = (Token::from_visitor(key).hash(), tx.now());
    let was = tx.first(&BUDGET, params![key_hash])?;
    let Some(left) = budget.spend(was, now) else { return Ok(false) };
    let statement = if was.is_some() { &KEEP_BUDGET } else { &BEGIN_BUDGET };
    tx.run(statement, params![key_hash, left, now])?;
    Ok(true)
}

/// Writes a mail that is to leave.
///
/// # Errors
/// `Internal` when the database fails.
pub fn write_mail(tx: &mut OutsideTx<'_>, mail: &Mail) -> Result<()> {
    let (id, now) = (tx.fresh::<MailId>(), tx.now());
    tx.run(&WRITE_MAIL, params![id, mail.to, mail.language, mail.subject, mail.body, now])?;
    Ok(())
}

/// The newest 50 mails. For the demo's post, where nobody is real.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mails(c: &mut OutsideConn<'_>) -> Result<Vec<Waiting>> {
    c.all(&MAILS, params![])
}

/// Forgets what is over: requests that no longer count, browsers not seen for a year, and mails whose words are worth
/// nothing any more.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget_old(tx: &mut OutsideTx<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(&FORGET_REQUESTS, params![minutes_later(now, -60)])?;
    tx.run(&FORGET_BROWSERS, params![now])?;
    tx.run(&FORGET_BUDGETS, params![minutes_later(now, -24 * 60)])?;
    tx.run(&FORGET_MAILS, params![days_later(now, -8)])?;
    Ok(())
}

/// Forgets an address of somebody who is erased: what was asked for it, what waits for it, what knows it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut OutsideTx<'_>, address: &str) -> Result<()> {
    let hash = AddressHash::of(address);
    tx.run(&FORGET_MAILS_TO, params![address])?;
    tx.run(&FORGET_REQUESTS_OF, params![hash])?;
    tx.run(&FORGET_ADDRESS, params![hash])?;
    Ok(())
}

/// Up to twenty mails that are due, the longest first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn due(c: &mut OutsideConn<'_>) -> Result<Vec<Waiting>> {
    let now = c.now();
    c.all(&DUE, params![now])
}

/// Takes a mail to send it: nobody else does for a minute. Tells whether it was still there to take.
///
/// # Errors
/// `Internal` when the database fails.
pub fn claim(tx: &mut OutsideTx<'_>, id: MailId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&CLAIM, params![id, now, minutes_later(now, 1)])? == 1)
}

/// A mail has gone, or never will: it is not kept.
///
/// # Errors
/// `Internal` when the database fails.
pub fn drop_mail(tx: &mut OutsideTx<'_>, id: MailId) -> Result<()> {
    tx.run(&SENT, params![id])?;
    Ok(())
}

/// Forgets the mails whose code has ended.
///
/// # Errors
/// `Internal` when the database fails.
pub fn drop_old_mails(tx: &mut OutsideTx<'_>) -> Result<()> {
    let before = minutes_later(tx.now(), -MINUTES);
    tx.run(&FORGET_MAILS, params![before])?;
    Ok(())
}
