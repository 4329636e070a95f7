//! A word of its own stands in every place where words are kept, and everybody looks everywhere: nobody finds one that
//! the access table does not let them see, and no log, and no copy of the database, holds a private one.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::Method;
use duet::policy;
use duet::schema::words::{SEALED, TYPED};
use testkit::{Page, Rows, TestDuet};

use crate::canaries::{self, Actor, CANARIES, Canary, START};
use crate::drill::{self, figure};

const FORM: &str = "application/x-www-form-urlencoded";

/// What no page shows anybody here: a mail to sign in with goes to its address only, unless this is a demo.
const ON_NO_PAGE: &[&str] = &["zqmailaddress", "zqmailsubject", "zqmailbody"];

/// What came of looking.
#[derive(Default)]
struct Crawl {
    /// Answers read.
    read: usize,
    /// Whom the table lets see what they saw: actor and word.
    fine: BTreeSet<(&'static str, &'static str)>,
    /// Who saw what they should not, and where.
    leaks: BTreeSet<String>,
}

impl Crawl {
    /// Reads an answer, headers and all.
    fn reads(&mut self, actor: &Actor, canaries: &[&'static Canary], page: &Page) {
        self.read += 1;
        let text = said(page);
        assert!(!text.contains("who can see this: ."), "{} tells of nobody", page.path());
        for canary in canaries.iter().filter(|canary| text.contains(canary.word)) {
            if actor.may_see(canary, page.path().ends_with("/everything")) {
                self.fine.insert((actor.name, canary.word));
            } else {
                self.leaks.insert(format!("{} finds {} at {}", actor.name, canary.word, page.path()));
            }
        }
    }
}

/// All an answer says, in lower case; what a mail wraps is joined.
fn said(page: &Page) -> String {
    let headers = page.headers().iter().map(|(name, value)| format!("{name}: {value:?}\n")).collect::<String>();
    let body = page.text();
    assert!(!body.to_lowercase().contains("content-transfer-encoding: base64"), "{} must be read", page.path());
    format!("{headers}{}", body.replace("=\r\n", "")).to_lowercase()
}

/// Every id there is, by the first word of the paths that name it.
fn ids(rows: &Rows) -> BTreeMap<&'static str, Vec<String>> {
    let of = |kind: &str| {
        let one = match kind {
            "administrators" => "person".to_owned(),
            "you" => "address_request".to_owned(),
            "imports" => "import_upload".to_owned(),
            "calls" => "round".to_owned(),
            plain => plain.replace('-', "_"),
        };
        let names = [one.clone(), one.replace("people", "person"), one.trim_end_matches('s').to_owned()];
        let names = names.into_iter().chain([one.trim_end_matches("es").to_owned(), one.replace("ies", "y")]);
        let table = names.into_iter().find(|name| rows.contains_key(name));
        let table = table.unwrap_or_else(|| panic!("which table holds the ids of /{kind}/{{id}}?"));
        rows[&table].iter().filter_map(|row| row.get("id").cloned()).collect()
    };
    let kinds: BTreeSet<&str> =
        policy::doors().iter().filter(|d| d.path.contains("{id}")).map(|d| kind(d.path)).collect();
    kinds.into_iter().map(|kind| (kind, of(kind))).collect()
}

fn kind(path: &'static str) -> &'static str {
    path.split('/').nth(1).unwrap_or_default()
}

/// A door's paths: one for each id there is.
fn paths(path: &'static str, ids: &BTreeMap<&'static str, Vec<String>>) -> Vec<String> {
    let plain = path.replace("{name}", "none").replace("{link}", "none");
    let plain = plain
        .replace("{kind}", "mentee")
        .replace("{role}", "mentor")
        .replace("{step}", "you")
        .replace("{condition}", "support")
        .replace("{language}", "cy");
    let plain = plain.replace("{person}", ids["people"].first().map_or("", String::as_str));
    match ids.get(kind(path)).filter(|_| path.contains("{id}")) {
        Some(ids) => ids.iter().map(|id| plain.replace("{id}", id)).collect(),
        None => vec![plain],
    }
}

/// Follows every link from home, tries every address there is, and looks for all canaries at once.
async fn looks(crawl: &mut Crawl, actor: &mut Actor, canaries: &[&'static Canary], rows: &Rows) {
    let (mut seen, mut ahead) = (BTreeSet::new(), vec!["/".to_owned()]);
    for door in policy::doors().iter().filter(|door| door.method == "GET") {
        ahead.extend(paths(door.path, &ids(rows)));
        ahead.extend(["find", "before", "q"].map(|name| format!("{}?{name}={START}", door.path)));
    }
    while let Some(path) = ahead.pop() {
        if path.contains('{') || !seen.insert(path.clone()) {
            continue;
        }
        let page = actor.visitor.send(Method::GET, &path, "", Body::empty()).await;
        crawl.reads(actor, canaries, &page);
        let links = page.links().into_iter().map(|(_, to)| to).chain([page.header("location").to_owned()]);
        ahead.extend(links.filter(|to| to.starts_with('/')));
    }
}

/// Sends every form, empty and broken: what comes back is an error page, a file, or what was done.
async fn sends(crawl: &mut Crawl, actor: &mut Actor, canaries: &[&'static Canary], rows: &Rows) {
    let mut doors = policy::doors();
    doors.retain(|door| door.method == "POST" && door.path != "/sign-out");
    for door in doors {
        // A few of each, but of files with all about somebody: who is left out of it could be any of them.
        let most = if door.path.ends_with("/everything") { usize::MAX } else { drill::times(2, usize::MAX) };
        for path in paths(door.path, &ids(rows)).into_iter().take(most) {
            let sought = format!("find={START}");
            for (kind, body) in [(FORM, "a=1&a=2"), ("text/plain", "a=1"), (FORM, ""), (FORM, sought.as_str())] {
                let page = actor.visitor.send(Method::POST, &path, kind, Body::from(body.to_owned())).await;
                assert!(page.status() < 500, "{} {path}: {page:?}", actor.name);
                crawl.reads(actor, canaries, &page);
            }
        }
    }
}

/// Everybody looks, then everybody sends.
async fn crawls(duet: &TestDuet, actors: &mut [Actor], canaries: &[&'static Canary]) -> Crawl {
    let mut crawl = Crawl::default();
    let rows = duet.rows().await;
    for actor in actors.iter_mut() {
        looks(&mut crawl, actor, canaries, &rows).await;
    }
    for actor in actors.iter_mut() {
        sends(&mut crawl, actor, canaries, &rows).await;
    }
    crawl
}

/// The canaries that stand in a log that should hold nobody's words.
fn in_the_log(canaries: &[&'static Canary], log: &str) -> Vec<&'static str> {
    let log = log.to_lowercase();
    canaries.iter().map(|canary| canary.word).filter(|word| log.contains(word)).collect()
}

#[tokio::test]
async fn every_place_of_words_holds_one() {
    let rows = canaries::told().await.rows().await;
    let holds = |table: &str, column: &str, word: &str| {
        rows[table].iter().any(|row| row.get(column).is_some_and(|text| text.to_lowercase().contains(word)))
    };
    for (table, column) in TYPED {
        let of_it = CANARIES.iter().filter(|canary| canary.kept.contains(&(table, column))).collect::<Vec<_>>();
        assert!(!of_it.is_empty(), "{table}.{column} needs a canary");
        let missing = of_it.iter().find(|canary| !holds(table, column, canary.word)).map(|canary| canary.word);
        assert_eq!(missing, None, "it is not in {table}.{column}");
    }
    for (table, column) in SEALED {
        let of_it = CANARIES.iter().filter(|canary| canary.kept.contains(&(table, column))).count();
        assert!(of_it > 0, "{table}.{column} needs a canary");
        assert!(rows[*table].len() >= of_it, "no canary was put in {table}.{column}");
    }
}

#[tokio::test]
async fn nobody_finds_what_the_table_does_not_let_them_see() {
    let duet = canaries::told().await;
    let mut actors = canaries::actors(&duet).await;
    let secrets: Vec<String> = actors.iter().flat_map(|actor| actor.visitor.cookies().values().cloned()).collect();
    let canaries: Vec<&Canary> = CANARIES.iter().collect();
    let sealed = canaries.iter().filter(|canary| canary.is_sealed());
    for word in sealed.map(|canary| canary.word) {
        assert_eq!(duet.grep(word).await, 0, "{word} stands in the database");
    }
    for secret in &secrets {
        assert_eq!(duet.grep(secret).await, 0, "a cookie's secret stands in the database");
    }
    assert!(duet.grep("Zqmentorname").await > 0, "what is there is found");

    let crawl = crawls(&duet, &mut actors, &canaries).await;
    assert!(crawl.leaks.is_empty(), "{:#?}", crawl.leaks);
    let found: BTreeSet<&str> = crawl.fine.iter().map(|(_, word)| *word).collect();
    let unfound: Vec<_> = canaries.iter().map(|canary| canary.word).filter(|word| !found.contains(word)).collect();
    assert_eq!(unfound, ON_NO_PAGE, "which canaries nobody at all finds: is this looking where they are?");

    tracing::debug!(target: "duet::story", word = "zqlistening", "our own code is heard at its most talkative");
    tracing::debug!(target: "tokio_postgres::query", word = "zqquiet", "a library beneath is not");
    let log = drill::logged();
    assert!(log.contains("zqlistening") && !log.contains("zqquiet"), "{log}");
    assert_eq!(in_the_log(&canaries, &log), [""; 0], "names and words are not logged");
    assert!(!secrets.iter().any(|secret| log.contains(secret.as_str())), "a cookie's secret is logged");
    let leaks = crawl.leaks.len();
    figure("canaries", "places × people", format!("{} × {}", canaries.len(), actors.len()));
    figure("canaries", "answers read", crawl.read);
    figure("canaries", "found by whom the table lets", crawl.fine.len());
    figure("canaries", "found by anybody else", leaks);
    figure("canaries", "private words in the database, names in the log", 0);
}

/// The same crawl finds a word that was let slip: on a page, in a log, in the database.
#[tokio::test]
async fn a_word_that_slips_out_is_found() {
    let duet = canaries::told().await;
    let mut actors = canaries::actors(&duet).await;
    actors.retain(|actor| ["elsewhere", "coach", "coordinator", "mentor"].contains(&actor.name));
    let slipped: Vec<&Canary> = CANARIES.iter().filter(|canary| canary.word == "zqmentorreflection").collect();
    // Somebody copies it to where the scheme's people see it.
    let coordinator = actors.iter_mut().find(|actor| actor.name == "coordinator").expect("a coordinator");
    let asked = [("name", "zqmentorreflection"), ("address", "new@office.example"), ("duty", "coach")];
    let scheme = format!("/schemes/{}", duet.rows().await["scheme"][0]["id"]);
    coordinator.visitor.post(&format!("{scheme}/appointments"), &asked).await.is(200);
    let crawl = crawls(&duet, &mut actors, &slipped).await;
    let by = |name: &str| crawl.leaks.iter().any(|leak| leak.starts_with(name));
    assert!(by("coach finds") && by("coordinator finds"), "{:#?}", crawl.leaks);
    assert!(!by("elsewhere") && crawl.fine.contains(&("mentor", "zqmentorreflection")), "{:#?}", crawl.leaks);
    assert!(duet.grep("zqmentorreflection").await > 0);
    assert_eq!(in_the_log(&slipped, "a reflection: ZQmentorreflection"), ["zqmentorreflection"], "also in a log");
}
