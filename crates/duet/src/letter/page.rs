//! Letters that wait to be sent, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::Error;
use kit::access::Verb;
use kit::clock::Instant;
use kit::form::Typed;
use kit::table::{self, CSV, XLSX};
use kit::web::{download, go_to};
use serde::Deserialize;

use super::access::{LETTER, OWN_LETTERS};
use super::{Letter, LetterId, Place, Standing, first, link, merge, send, store, trouble_words};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::factor::qr::{self, Square};
use crate::person;
use crate::web::{App, Confirmed, Fault, Posted, Shell, Visitor, page};

/// The pages of letters.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/letters", get(list))
        .route("/letters/{id}", get(show))
        .route("/letters/sending", post(mark_all_sent))
        .route("/letters/merge", post(take_out))
        .route("/letters/{id}/mail", post(mail))
        .route("/letters/{id}/sending", post(mark_sent))
        .route("/letters/{id}/sign-in-link", post(make_link))
}

#[derive(Template)]
#[template(path = "letter/list.html")]
struct List {
    page: Shell,
    waiting: i64,
    now: Instant,
    by_itself: bool,
    letters: Vec<(Letter, Word)>,
    next: Option<String>,
    is_first: bool,
}

/// The place after which a page of the list begins.
#[derive(Deserialize)]
struct After {
    after: Option<String>,
}

/// How it stands with a letter, in words: the status's shape, and what it says.
struct Word {
    state: &'static str,
    words: String,
}

fn word(visitor: &Visitor, letter: &Letter) -> Word {
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let said = |state, key: &str| Word { state, words: say.t(key).into_owned() };
    match letter.standing(clock.now()) {
        Standing::Sent => said("done", "letter-sent"),
        Standing::ToSend => said("wait", "letter-waiting"),
        Standing::Back => said("out", "letter-back"),
        Standing::OnItsWay => said("wait", "letter-on-its-way"),
        Standing::Again => said("wait", "letter-again"),
        Standing::Waits(at) => Word { state: "wait", words: say.t1("letter-waits", "time", clock.time_of(at)) },
    }
}

async fn list(visitor: Visitor, Query(from): Query<After>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let now = visitor.app.store.clock().now();
    let after: Option<Place> = from.after.map(|text| text.parse()).transpose()?;
    let (readers, (letters, next), waiting) = visitor
        .read(move |c| Ok((store::readers(c, viewer)?, store::seen_by(c, viewer, after)?, store::waiting(c, viewer)?)))
        .await?;
    let letters = letters.into_iter().map(|letter| (letter.clone(), word(&visitor, &letter))).collect();
    let shell = visitor.page(visitor.say.t("letters-title").into_owned());
    page(List {
        page: shell.seen_by(&readers, &OWN_LETTERS, "letters-who-sees"),
        waiting,
        now,
        by_itself: visitor.app.desk.by_itself,
        letters,
        next: next.map(|place| place.to_string()),
        is_first: after.is_none(),
    })
}

#[derive(Template)]
#[template(path = "letter/show.html")]
struct Show {
    page: Shell,
    letter: Letter,
    paragraphs: Vec<String>,
    link: Option<ToPrint>,
    word: Word,
    trouble: Option<String>,
    is_back: bool,
}

async fn show(visitor: Visitor, Path(id): Path<LetterId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (words, public_url) = (visitor.app.words, visitor.app.public_url.clone());
    let (letter, line) = visitor
        .read(move |c| {
            let letter = store::reached(c, viewer, id)?.that_may(&LETTER, Verb::See)?;
            let to = store::to_whom(c, id)?;
            let line = first::line(c, words.say(letter.language), &public_url, to)?;
            Ok((letter, line))
        })
        .await?;
    page(shown(&visitor, letter, line.as_deref(), None))
}

/// A link to sign in by, as it goes with a letter on paper.
struct ToPrint {
    link: String,
    /// Its end, to be typed.
    code: String,
    square: Option<Square>,
}

fn shown(visitor: &Visitor, letter: Reached<Letter>, line: Option<&str>, link: Option<ToPrint>) -> Show {
    let shell = visitor.page(visitor.say.t1("letter-title", "name", &letter.name));
    let shell = shell.seen_by(&letter, &LETTER, "letter-who-sees");
    let letter = letter.into_inner().with_line(line);
    let paragraphs = letter.body.split("\n\n").map(str::to_owned).collect();
    let trouble = letter.trouble.as_deref().filter(|_| letter.sent_at.is_none()).map(|trouble| {
        let (key, code) = trouble_words(trouble);
        visitor.say.t1(key, "code", code)
    });
    Show {
        page: shell,
        word: word(visitor, &letter),
        is_back: letter.standing(visitor.app.store.clock().now()) == Standing::Back,
        trouble,
        paragraphs,
        letter,
        link,
    }
}

/// The letter as a mail file, with a sign-in link in it where one may be made.
async fn mail(Confirmed(visitor): Confirmed, Path(id): Path<LetterId>) -> Result<Response, Fault> {
    let (viewer, words, public_url) = (visitor.viewer, visitor.app.words, visitor.app.public_url.clone());
    let (letter, sender) = visitor
        .write(move |tx| {
            let letter = store::reached(tx, viewer, id)?.that_may(&LETTER, Verb::Export)?;
            let sender = person::store::get(tx, viewer.person)?;
            let (letter, token) = match link::make(tx, viewer, id) {
                Err(Error::NotAllowed(_)) => {
                    audit::store::note(tx, Some(viewer.person), Act::LettersTakenOut, id.0)?;
                    (letter.into_inner(), None)
                }
                // That the link was made is on the record.
                made => made.map(|(letter, token)| (letter, Some(token)))?,
            };
            let (say, to) = (words.say(letter.language), store::to_whom(tx, id)?);
            let line = first::line(tx, say, &public_url, to)?;
            let link = token.map(|token| format!("{public_url}/sign-in/{}", token.reveal()));
            Ok((letter.with_link(words, link.as_deref()).with_line(line.as_deref()), sender))
        })
        .await?;
    Ok(download(&format!("{}.eml", letter.name), "message/rfc822", letter.as_eml(&sender)?))
}

/// Every letter that waits, a row each, for the mail merge of any word processor or mail program: with a sign-in link
/// where one may be made.
async fn take_out(Confirmed(visitor): Confirmed, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let (words, public_url) = (visitor.app.words, visitor.app.public_url.clone());
    let until = until(&typed)?;
    let table = visitor.write(move |tx| merge::merge(tx, viewer, until, words, say, &public_url)).await?;
    if typed.text("as") == "csv" {
        return Ok(download("letters.csv", CSV, table.to_csv()?));
    }
    let today = visitor.app.store.clock().today();
    Ok(download("letters.xlsx", XLSX, table::to_xlsx(&[table], today)?))
}

async fn mark_all_sent(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, until) = (visitor.viewer, until(&typed)?);
    visitor.write(move |tx| send::mark_all_sent(tx, viewer, until)).await?;
    Ok(go_to("/letters"))
}

/// The moment of the page that somebody had before them: what came after it they have not seen.
fn until(typed: &Typed) -> kit::Result<Instant> {
    typed.text("until").parse().map_err(|_| Error::invalid("", "error-request"))
}

async fn mark_sent(visitor: Visitor, Path(id): Path<LetterId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    visitor.write(move |tx| send::mark_sent(tx, viewer, id)).await?;
    Ok(go_to("/letters"))
}

/// Makes a link to print with the letter; it is shown once, and kept only as a hash.
async fn make_link(Confirmed(visitor): Confirmed, Path(id): Path<LetterId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (words, public_url) = (visitor.app.words, visitor.app.public_url.clone());
    let (letter, line, token) = visitor
        .write(move |tx| {
            let (_, token) = link::make(tx, viewer, id)?;
            let (letter, to) = (store::reached(tx, viewer, id)?, store::to_whom(tx, id)?);
            let line = first::line(tx, words.say(letter.language), &public_url, to)?;
            Ok((letter, line, token))
        })
        .await?;
    let link = format!("{}/sign-in/{}", visitor.app.public_url, token.reveal());
    let to_print = ToPrint { code: token.in_fours(), square: qr::draw(&link), link };
    page(shown(&visitor, letter, line.as_deref(), Some(to_print)))
}
