//! All letters that wait, as one sheet for a mail merge.

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::Tx;
use kit::table::{Cell, Table};
use kit::words::{Say, Words};
use kit::{Error, Result};

use super::access::LETTER;
use super::{first, link, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// A row for each letter that waited for the viewer to send it at a moment, as the page showed them, with a fresh sign-in link where the viewer may make one:
/// each works once, and for who was never here the line on what is kept of them. Nothing is marked as sent. That they were taken
/// out is on the record, where there are any.
///
/// # Errors
/// `Internal` when the database fails.
pub fn merge(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    until: Instant,
    words: &'static Words,
    say: Say,
    public_url: &str,
) -> Result<Table> {
    let mut rows = Vec::new();
    for id in store::all_waiting(tx, viewer, until)? {
        let (letter, link) = match link::make(tx, viewer, id) {
            Ok((letter, token)) => (letter, format!("{public_url}/sign-in/{}", token.reveal())),
            Err(Error::NotAllowed(_)) => {
                (store::reached(tx, viewer, id)?.that_may(&LETTER, Verb::Export)?.into_inner(), String::new())
            }
            Err(cause) => return Err(cause),
        };
        let to = store::to_whom(tx, id)?;
        let line = first::line(tx, words.say(letter.language), public_url, to)?;
        let letter = letter.with_line(line.as_deref());
        let language = letter.language.own_name();
        let cells = [letter.name, letter.address, language.to_owned(), letter.subject, letter.body, link];
        rows.push(cells.map(Cell::from).to_vec());
    }
    if !rows.is_empty() {
        audit::store::note(tx, Some(viewer.person), Act::LettersTakenOut, viewer.person.0)?;
    }
    let headings = ["out-name", "out-address", "out-language", "out-subject", "out-words", "out-link"];
    let headings = headings.map(|key| say.t(key).into_owned()).to_vec();
    Ok(Table { name: say.t("letters-title").into_owned(), headings, rows })
}
