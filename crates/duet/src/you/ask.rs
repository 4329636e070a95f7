//! Asking to be known by an address.

use kit::db::Tx;
use kit::token::Token;
use kit::words::Say;
use kit::{Error, Message, Result};

use super::{AddressRequest, AddressRequestId, CODE_MINUTES, CODES_AN_HOUR, store};
use crate::audit::{self, Act};
use crate::by_mail::Code;
use crate::by_mail::mail::{self, Mail};
use crate::person::Viewer;
use crate::sign_in;

/// Sends a code to the address. It is worth something only with `browser`, the secret of the sign-in they ask with.
///
/// The answer is the same whether anybody here is known by the address: nobody learns who is by asking.
///
/// # Errors
/// `NotAllowed` when they came in by a link that somebody else made, who could else come in by an address of their own
/// for good; `Invalid` when it signs them in already; `Conflict` after three codes in an hour.
pub fn ask(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    browser: &Token,
    address: &str,
    main: bool,
    say: Say,
) -> Result<AddressRequestId> {
    if !sign_in::store::look_up(&mut tx.outside(), browser)?.is_some_and(|sign_in| sign_in.is_own()) {
        return Err(Error::NotAllowed(Message::new("you-come-in-yourself")));
    }
    if store::of(tx, viewer.person)?.iter().any(|known| known.signs_in && known.address == address) {
        return Err(Error::invalid("address", "you-address-known"));
    }
    if store::requests_of_an_hour(tx, viewer.person)? >= CODES_AN_HOUR {
        return Err(Error::conflict("you-codes-many"));
    }
    let code = Code::fresh(tx.random());
    let request = AddressRequest { address: address.to_owned(), main, code_hash: code.hash(browser), tries: 0 };
    let id = store::write_request(tx, viewer.person, &request)?;
    let parts = [
        say.t1("you-mail-code", "code", code.reveal()),
        say.t1("you-mail-code-how", "minutes", CODE_MINUTES),
        say.t("sign-in-mail-not-you").into_owned(),
    ];
    let mail = Mail {
        to: request.address,
        language: say.language,
        subject: say.t1("you-mail-code-subject", "code", code.reveal()),
        body: parts.join("\n\n"),
    };
    mail::send(&mut tx.outside_tx(), &mail)?;
    audit::store::note(tx, Some(viewer.person), Act::AddressAsked, viewer.person.0)?;
    Ok(id)
}
