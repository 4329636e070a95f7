//! Asking to be signed in by mail.

use kit::Result;
use kit::db::OutsideTx;
use kit::token::Token;

use super::mail::{self, Mail};
use super::{AskDraft, Code, MAILS_AN_HOUR, MINUTES, Request, store};
use crate::address::{self, AddressHash};
use crate::words;

/// Writes the request down and, if anybody is known by the address, a mail to it. Gives the secret that the browser
/// keeps: only with it is what the mail says worth anything.
///
/// Known or not, and however many mails there were, the answer is the same. Three mails an hour leave for an address;
/// a browser that was signed in by it before has three of its own, so that nobody is kept out by who asks in their
/// name.
///
/// # Errors
/// `Internal` when the database fails.
pub fn ask(tx: &mut OutsideTx<'_>, draft: &AskDraft, public_url: &str) -> Result<Token> {
    let is_anybody = !address::store::who(tx, &AddressHash::of(&draft.address))?.is_empty();
    request(tx, draft, is_anybody, &|link, code| letter(draft, public_url, link, code))
}

/// Writes a request down, and hands over the mail that `letter` makes of its link and code, unless it is not to leave, or
/// three have left for that address within the hour.
///
/// # Errors
/// `Internal` when the database fails, or the mail cannot be made.
pub fn request(
    tx: &mut OutsideTx<'_>,
    draft: &AskDraft,
    leaves: bool,
    letter: &dyn Fn(&Token, &Code) -> Result<Mail>,
) -> Result<Token> {
    store::forget_old(tx)?;
    let (browser, link, code) = (tx.fresh_token(), tx.fresh_token(), Code::fresh(tx.random()));
    let address_hash = AddressHash::of(&draft.address);
    let known = known(tx, draft, &address_hash)?;
    let may_mail = store::mails_of_an_hour(tx, &address_hash, known.as_ref())? < MAILS_AN_HOUR;
    let request = Request {
        link_hash: link.hash(),
        code_hash: code.hash(&browser),
        address_hash,
        shared: draft.shared,
        next: draft.next.clone(),
        tries: 0,
    };
    store::write(tx, &browser, &request, known.as_ref(), may_mail)?;
    let letter = letter(&link, &code)?;
    if leaves && may_mail {
        mail::send(tx, &letter)?;
    } else {
        mail::pretend(tx, &letter)?;
    }
    Ok(browser)
}

/// Whether one more mail may leave for an address within the hour, asked for by this browser.
///
/// # Errors
/// `Internal` when the database fails.
pub fn may_mail(tx: &mut OutsideTx<'_>, draft: &AskDraft) -> Result<bool> {
    let address_hash = AddressHash::of(&draft.address);
    let known = known(tx, draft, &address_hash)?;
    Ok(store::mails_of_an_hour(tx, &address_hash, known.as_ref())? < MAILS_AN_HOUR)
}

/// The hash of what the browser holds, when it was signed in by this address before.
fn known(tx: &mut OutsideTx<'_>, draft: &AskDraft, address: &AddressHash) -> Result<Option<Vec<u8>>> {
    match &draft.known {
        Some(token) if store::is_known(tx, token, address)? => Ok(Some(token.hash())),
        _ => Ok(None),
    }
}

fn letter(draft: &AskDraft, public_url: &str, link: &Token, code: &Code) -> Result<Mail> {
    let say = words::words()?.say(draft.language);
    let link = format!("{public_url}/sign-in/mail/{}", link.reveal());
    let parts = [
        say.t1("sign-in-mail-code", "code", code.reveal()),
        say.t("sign-in-mail-link").into_owned(),
        link,
        say.t1("sign-in-mail-once", "minutes", MINUTES),
        say.t("sign-in-mail-not-you").into_owned(),
    ];
    Ok(Mail {
        to: draft.address.clone(),
        language: draft.language,
        subject: say.t1("sign-in-mail-subject", "code", code.reveal()),
        body: parts.join("\n\n"),
    })
}
