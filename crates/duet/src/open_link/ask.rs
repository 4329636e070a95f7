//! Asking to come in by an open link: a mail goes to the address that was typed.

use kit::db::OutsideTx;
use kit::token::Token;
use kit::{Error, Result};

use super::{Coming, MAILS, MAILS_OF_ONE, store};
use crate::by_mail::ask::{may_mail, request};
use crate::by_mail::mail::Mail;
use crate::by_mail::{self, AskDraft, Code, MINUTES};
use crate::call;
use crate::organisation;
use crate::words;

/// Writes a request down and a mail to the address, whether anybody is known by it or not: the answer, the mail and the work
/// are the same. Nothing of what they typed is kept but the address's hash, and the mail until it has left. Gives the secret
/// that the browser keeps. Only mails that leave are counted against the link, and against the network that asks.
///
/// # Errors
/// `NotFound` when the link leads nowhere; `Invalid` when what they typed is; `Conflict` when the round takes no applications
/// now, or too many mails were asked for by this link.
pub fn ask(
    tx: &mut OutsideTx<'_>,
    (link, network): (&Token, Option<&str>),
    coming: &Coming,
    draft: &AskDraft,
    public_url: &str,
) -> Result<Token> {
    coming.draft(draft.language).check()?;
    let organisation = organisation::store::of_open_link(tx, &link.hash())?.ok_or(Error::NotFound)?;
    let round = {
        let c = &mut tx.inside(organisation)?;
        let to = store::leads_to(c, link)?;
        let call = call::store::for_anybody(c, to.round)?;
        if !call.is_open(c.today()) {
            return Err(Error::conflict("call-closed"));
        }
        call.name
    };
    if may_mail(tx, draft)? {
        let key = format!("open link {}", link.reveal());
        let of_one = network.map(|network| (MAILS_OF_ONE, format!("{key} {network}")));
        for (budget, key) in of_one.into_iter().chain([(MAILS, key)]) {
            if !by_mail::store::take(tx, budget, &key)? {
                return Err(Error::conflict("open-call-too-many"));
            }
        }
    }
    request(tx, draft, true, &|half, code| letter(draft, (public_url, link, &round), half, code))
}

fn letter(
    draft: &AskDraft,
    (public_url, link, round): (&str, &Token, &str),
    half: &Token,
    code: &Code,
) -> Result<Mail> {
    let say = words::words()?.say(draft.language);
    let parts = [
        say.t2("open-link-mail-code", "round", round, "code", code.reveal()),
        say.t("sign-in-mail-link").into_owned(),
        format!("{public_url}/open-calls/{}/code?half={}", link.reveal(), half.reveal()),
        say.t1("sign-in-mail-once", "minutes", MINUTES),
        say.t("open-link-mail-not-you").into_owned(),
    ];
    Ok(Mail {
        to: draft.address.clone(),
        language: draft.language,
        subject: say.t2("open-link-mail-subject", "round", round, "code", code.reveal()),
        body: parts.join("\n\n"),
    })
}
