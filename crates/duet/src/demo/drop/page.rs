//! Trying out one's own spreadsheet, in the browser. What was sent goes back in the page, so that columns can be
//! settled and the pairs made anew, and is nowhere else.

use std::collections::BTreeMap;
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Multipart};
use axum::response::Response;
use axum::routing::get;
use data_encoding::BASE64;
use kit::id::Uuid;
use kit::sheet::MOST_COLUMNS;
use kit::table::CSV;
use kit::web::download;
use kit::words::Say;
use kit::{Error, Message, Result};
use tokio::sync::Semaphore;

use super::{Tried, sides, work_out};
use crate::application::sheet::Entry;
use crate::application::words::rules;
use crate::import::choice::of_word;
use crate::import::page::SHEETS;
use crate::import::page::columns::SheetView;
use crate::import::{Contents, Side};
use crate::mapping::Use;
use crate::mapping::kinds::PEOPLE;
use crate::person::PersonId;
use crate::proposal::board::{Board, draw};
use crate::proposal::question::{Outcome, WhyLeftOut};
use crate::proposal::{LeftOut, ProposedPair, words};
use crate::round::rules::Role;
use crate::web::{App, Fault, Guest, Shell, page, problem_page};

/// The pages of trying it out.
pub fn routes() -> Router<std::sync::Arc<App>> {
    let drop = get(ask).post(try_out).layer(DefaultBodyLimit::disable());
    Router::new().route("/try", drop).route("/try/applications.csv", get(sample))
}

/// The most bytes of a file.
const MOST: usize = 1024 * 1024;
/// The most that is read of one request: two files as they come back, and a word for each column.
const MOST_READ: usize = 8 * MOST;
/// The most parts of one: a word for each column of two sheets, and a few more.
const MOST_PARTS: usize = 2 * MOST_COLUMNS + 20;
/// The most pairs, the most left out, and the most rows not read, that the page tells of.
const SHOWN: usize = 40;
/// How many are worked out at once; and how long one waits for that.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
const PATIENCE: Duration = Duration::from_secs(5);

/// For who has none at hand.
const SAMPLE: &str = include_str!("../applications.csv");

#[derive(Template)]
#[template(path = "demo/drop.html")]
struct Drop {
    page: Shell,
    accept: &'static str,
    script: String,
    problem: Option<String>,
}

async fn ask(guest: Guest) -> Result<Response, Fault> {
    page(drop(&guest, None))
}

fn drop(guest: &Guest, problem: Option<String>) -> Drop {
    Drop {
        page: guest.page(guest.say.t("drop-title").into_owned()).wrong_if(problem.is_some()),
        accept: SHEETS,
        script: guest.app.assets.address("drop.js").to_owned(),
        problem,
    }
}

async fn sample() -> Response {
    download("applications.csv", CSV, SAMPLE.as_bytes().to_vec())
}

/// What was sent: files, and what is done with their columns.
#[derive(Default)]
struct Sent {
    names: Vec<String>,
    files: Vec<Vec<u8>>,
    typed: BTreeMap<String, String>,
}

async fn try_out(guest: Guest, body: Multipart) -> Result<Response, Fault> {
    let sent = match receive(body).await {
        Ok(sent) => sent,
        Err(Error::Conflict(why)) => return problem_page(drop(&guest, Some(guest.say.message(&why)))),
        Err(other) => return Err(Fault(other)),
    };
    let worked = in_turn(move || {
        let contents = contents(&sent);
        Ok::<_, Error>((work_out(&contents, &|at, sheet| settled(&sent, at, sheet.headings.len()))?, contents))
    });
    match worked.await?? {
        (Ok(tried), contents) => page(shown(&guest, &tried, &contents)),
        (Err(why), _) => problem_page(drop(&guest, Some(guest.say.message(&why)))),
    }
}

/// Does what takes long, when it is its turn. Who goes away does not stop it: the turn ends with the work.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let Ok(Ok(turn)) = tokio::time::timeout(PATIENCE, AT_ONCE.acquire()).await else {
        return Err(Error::conflict("drop-busy"));
    };
    let worked = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    worked.await.map_err(Error::internal)
}

/// The sheets and what they are: as somebody said, or as their names do.
fn contents(sent: &Sent) -> Contents {
    let guessed = sides(&sent.names);
    let side = |at: usize| sent.typed.get(&format!("side-{at}")).and_then(|word| word.parse::<Side>().ok());
    let files = sent.files.iter().enumerate();
    let files = files.map(|(at, bytes)| (side(at).unwrap_or(guessed[at]), bytes.clone()));
    Contents { files: files.collect(), rules: None }
}

/// What somebody settled for the columns of a sheet. Nothing is sealed here: nothing is kept.
fn settled(sent: &Sent, at: usize, columns: usize) -> Option<Vec<Use>> {
    let word = |column: usize| sent.typed.get(&format!("use-{at}-{column}")).map(|word| of_word(&PEOPLE, word));
    let uses: Option<Vec<Use>> = (0..columns).map(word).collect();
    uses.map(|uses| uses.into_iter().map(|of| if matches!(of, Use::Sealed(_)) { Use::LeftOut } else { of }).collect())
}

/// Receives the parts. What is too large is read to its end and thrown away, since a browser shows no answer before it
/// has sent all.
async fn receive(mut body: Multipart) -> Result<Sent> {
    let (mut sent, mut read, mut parts, mut too_large) = (Sent::default(), 0, 0, false);
    let broken = |_| Error::invalid("", "error-request");
    while let Some(mut part) = body.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        // A name takes room too, with nothing behind it.
        parts += 1;
        read += name.len() + file.as_ref().map_or(0, String::len);
        if parts > MOST_PARTS {
            return Err(Error::invalid("", "error-too-large"));
        }
        too_large |= read > MOST_READ;
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken)? {
            read += chunk.len();
            if read > 20 * MOST_READ {
                return Err(Error::invalid("", "error-too-large"));
            }
            if read <= MOST_READ && bytes.len() <= 2 * MOST {
                bytes.extend_from_slice(&chunk);
            } else {
                too_large = true;
            }
        }
        match name.as_str() {
            "sheets" if bytes.is_empty() => {}
            "sheets" => {
                sent.names.push(file.unwrap_or_default());
                sent.files.push(bytes);
            }
            "sheet" => {
                sent.names.push(String::new());
                sent.files.push(BASE64.decode(&bytes).map_err(|_| Error::invalid("", "error-request"))?);
            }
            _ if too_large => {}
            _ => {
                let text = String::from_utf8(bytes).map_err(|_| Error::invalid("", "error-request"))?;
                sent.typed.insert(name, text);
            }
        }
    }
    if sent.typed.contains_key("sample") {
        (sent.names, sent.files) = (vec![String::new()], vec![SAMPLE.as_bytes().to_vec()]);
    }
    match sent.files.len() {
        _ if too_large || sent.files.iter().any(|bytes| bytes.len() > MOST) => Err(Error::conflict("drop-too-large")),
        0 => Err(Error::conflict("drop-none")),
        1 | 2 => Ok(sent),
        _ => Err(Error::conflict("drop-too-many-files")),
    }
}

#[derive(Template)]
#[template(path = "demo/dropped.html")]
struct Shown {
    page: Shell,
    script: String,
    sheets: Vec<SheetView>,
    /// Each file as it came, and what it may be: word, words, whether it is.
    files: Vec<(String, String, Vec<Choice>)>,
    problems: Vec<String>,
    unread: Vec<(String, String)>,
    more_unread: usize,
    found: Option<Found>,
    remembered: bool,
}

/// What a file may be: which side, in words, whether it is.
type Choice = (Side, String, bool);

/// A reason of a pair's fit: points, of how many, and the words.
type Point = (u32, u32, String);

/// Who goes with whom.
struct Found {
    board: Board,
    placed: usize,
    mentees: usize,
    pairs: Vec<(ProposedPair, Vec<Point>)>,
    more: usize,
    left_out: Vec<Left>,
    more_out: usize,
    rules: Vec<String>,
}

struct Left {
    name: String,
    workplace: Option<String>,
    is_mentor: bool,
    reasons: Vec<String>,
    would_place: Option<String>,
}

fn shown(guest: &Guest, tried: &Tried, contents: &Contents) -> Shown {
    let say = guest.say;
    let parts = &tried.given.parts;
    let title = |side: Side| say.t(&format!("import-sheet-{side}")).into_owned();
    let several = parts.len() > 1;
    let named = |(part, why): (usize, &Message)| match several {
        true => format!("{}: {}", title(parts[part].side), say.message(why)),
        false => say.message(why),
    };
    let choices: &[Side] = if several { &[Side::Mentors, Side::Mentees] } else { &[Side::Both] };
    let files = contents.files.iter().enumerate().map(|(at, (side, bytes))| {
        let options = choices.iter().map(|one| (*one, title(*one), one == side)).collect();
        (format!("side-{at}"), BASE64.encode(bytes), options)
    });
    let key = if tried.outcome.is_some() { "drop-found-title" } else { "drop-title" };
    Shown {
        page: guest.page(say.t(key).into_owned()).wrong_if(!tried.problems.is_empty()),
        script: guest.app.assets.address("board.js").to_owned(),
        sheets: parts
            .iter()
            .enumerate()
            .map(|(at, part)| SheetView::of(say, &PEOPLE, at, part, &title(part.side), None))
            .collect(),
        files: files.collect(),
        problems: tried.problems.iter().map(|(part, why)| named((*part, why))).collect(),
        unread: tried.unread.iter().take(SHOWN).map(|one| (one.about.clone(), named((one.part, &one.why)))).collect(),
        more_unread: tried.unread.len().saturating_sub(SHOWN),
        found: tried.outcome.as_ref().map(|outcome| found(say, tried, outcome)),
        remembered: false,
    }
}

fn found(say: Say, tried: &Tried, outcome: &Outcome) -> Found {
    let mentor = |at: usize| (PersonId(Uuid::from_u128(at as u128 + 1)), &tried.mentors[at]);
    let mentee = |at: usize| (PersonId(Uuid::from_u128((at as u128 + 1) << 64)), &tried.mentees[at]);
    let place = |entry: &Entry| (!entry.workplace.is_empty()).then(|| entry.workplace.clone());
    let pairs = outcome.pairs.iter().take(SHOWN).map(|pair| {
        let ((mentor, one), (mentee, other)) = (mentor(pair.two.0), mentee(pair.two.1));
        ProposedPair {
            mentor,
            mentor_name: one.name.clone(),
            mentor_workplace: place(one),
            mentee,
            mentee_name: other.name.clone(),
            mentee_workplace: place(other),
            fit: pair.fit,
            reasons: pair.reasons.clone(),
            together: false,
        }
    });
    let pairs: Vec<ProposedPair> = pairs.collect();
    let out = |(person, entry): (PersonId, &Entry), role: Role, why: &WhyLeftOut<usize>| LeftOut {
        person,
        name: entry.name.clone(),
        workplace: place(entry),
        role,
        reasons: why.clone().named(|at| mentor(at).0, |at| mentee(at).0),
    };
    let mentees = outcome.mentees_left_out.iter().map(|(at, why)| (out(mentee(*at), Role::Mentee, why), why));
    let mentors = outcome.mentors_left_out.iter().map(|(at, why)| (out(mentor(*at), Role::Mentor, why), why));
    let all: Vec<(LeftOut, &WhyLeftOut<usize>)> = mentees.chain(mentors).collect();
    let drawn: Vec<LeftOut> = all.iter().take(SHOWN).map(|(one, _)| one.clone()).collect();
    let mentor_name = |at: &usize| tried.mentors[*at].name.clone();
    let mentee_name = |at: &usize| tried.mentees[*at].name.clone();
    let left = |(one, why): &(LeftOut, &WhyLeftOut<usize>)| Left {
        name: one.name.clone(),
        workplace: one.workplace.clone(),
        is_mentor: one.role == Role::Mentor,
        reasons: words::left_out(say, why, &mentee_name),
        would_place: words::would_place(say, why, &mentor_name),
    };
    let reasons = |pair: &ProposedPair| pair.reasons.iter().map(|r| (r.points, r.of, words::reason(say, r))).collect();
    Found {
        board: draw(&pairs, &drawn),
        placed: outcome.pairs.len(),
        mentees: tried.mentees.len(),
        more: outcome.pairs.len() - pairs.len(),
        pairs: pairs.into_iter().map(|pair| (pair.clone(), reasons(&pair))).collect(),
        left_out: all.iter().take(SHOWN).map(left).collect(),
        more_out: all.len().saturating_sub(SHOWN),
        rules: rules(say, &tried.given.rules),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_goes_away_keeps_their_turn_until_the_work_is_done() {
        let ((go, wait), (began, has_begun)) = (std::sync::mpsc::channel(), tokio::sync::oneshot::channel());
        let asked = tokio::spawn(in_turn(move || {
            let _ = began.send(());
            wait.recv().is_ok()
        }));
        has_begun.await.unwrap();
        asked.abort();
        assert!(asked.await.is_err(), "nobody waits for it any more");
        assert_eq!(AT_ONCE.available_permits(), 1, "and it still goes on");
        go.send(()).unwrap();
        while AT_ONCE.available_permits() < 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}
