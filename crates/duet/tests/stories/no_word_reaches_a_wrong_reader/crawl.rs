//! Everybody looks everywhere: every link, every address, every form; in whatever an answer is packed.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::Method;
use duet::policy;
use testkit::{Page, Rows, TestDuet};

use crate::canaries::{Actor, Canary, Reader, START};
use crate::drill;

const FORM: &str = "application/x-www-form-urlencoded";
const MERGE: &str = "/letters/merge";
/// What a form is sent with: broken, not a form at all, and empty; and words that are sought, as the canaries begin.
const BROKEN: [(&str, &str); 4] = [(FORM, "a=1&a=2"), ("text/plain", "a=1"), (FORM, ""), (FORM, "find=zq")];
/// What brings the letters that wait, as either kind of file.
const MERGED: [(&str, &str); 2] = [(FORM, "until=2099-01-01T00:00:00Z"), (FORM, "until=2099-01-01T00:00:00Z&as=csv")];

/// Every id there is, by the first word of the paths that name it.
type Ids = BTreeMap<&'static str, Vec<String>>;

/// What came of looking.
#[derive(Default)]
pub(super) struct Crawl {
    /// Answers read.
    pub(super) read: usize,
    /// Whom the table lets see what they saw: reader and word.
    pub(super) fine: BTreeSet<(&'static str, &'static str)>,
    /// Who saw what they should not, and where.
    pub(super) leaks: BTreeSet<String>,
    /// The workbooks in which somebody found a word: the last words of their paths.
    pub(super) workbooks: BTreeSet<String>,
}

/// All workbooks there are: each has an address of its own, but the letters', which is made of a form.
pub(super) fn workbooks() -> BTreeSet<String> {
    let paths: Vec<&str> = policy::doors().iter().map(|door| door.path).collect();
    paths.into_iter().filter(|path| path.ends_with(".xlsx") || *path == MERGE).map(last).collect()
}

fn last(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

impl Crawl {
    /// Reads an answer, headers and all.
    fn reads(&mut self, reader: &Reader, canaries: &[&'static Canary], page: &Page) {
        self.read += 1;
        let text = said(page);
        assert!(!text.contains("who can see this: ."), "{} tells of nobody", page.path());
        let found = self.finds(reader, canaries, &text, page.path());
        if found && page.is_workbook() {
            self.workbooks.insert(last(page.path()));
        }
    }

    /// Looks for all canaries in what somebody was told at a place, in lower case.
    pub(super) fn finds(&mut self, reader: &Reader, canaries: &[&'static Canary], text: &str, at: &str) -> bool {
        let mut found = false;
        for canary in canaries.iter().filter(|canary| text.contains(canary.word)) {
            found = true;
            if reader.may_see(canary, at.ends_with("/everything")) {
                self.fine.insert((reader.name, canary.word));
            } else {
                self.leaks.insert(format!("{} finds {} at {at}", reader.name, canary.word));
            }
        }
        found
    }
}

/// All an answer says, in lower case, whatever it is packed in; and what it is called.
fn said(page: &Page) -> String {
    let headers = page.headers().iter().map(|(name, value)| format!("{name}: {value:?}\n")).collect::<String>();
    format!("{headers}{}", page.whole()).to_lowercase()
}

fn ids(rows: &Rows) -> Ids {
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
fn paths(path: &'static str, ids: &Ids) -> Vec<String> {
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
async fn looks(crawl: &mut Crawl, actor: &mut Actor, canaries: &[&'static Canary], ids: &Ids) {
    let (mut seen, mut ahead) = (BTreeSet::new(), vec!["/".to_owned()]);
    for door in policy::doors().iter().filter(|door| door.method == "GET") {
        ahead.extend(paths(door.path, ids));
        ahead.extend(["find", "before", "q"].map(|name| format!("{}?{name}={START}", door.path)));
    }
    while let Some(path) = ahead.pop() {
        if path.contains('{') || !seen.insert(path.clone()) {
            continue;
        }
        let page = actor.visitor.send(Method::GET, &path, "", Body::empty()).await;
        crawl.reads(actor.reader, canaries, &page);
        let links = page.links().into_iter().map(|(_, to)| to).chain([page.header("location").to_owned()]);
        ahead.extend(links.filter(|to| to.starts_with('/')));
    }
}

/// Sends every form, empty and broken: what comes back is an error page, a file, or what was done.
async fn sends(crawl: &mut Crawl, actor: &mut Actor, canaries: &[&'static Canary], ids: &Ids) {
    let mut doors = policy::doors();
    doors.retain(|door| door.method == "POST" && door.path != "/sign-out");
    for door in doors {
        // A few of each, but of files with all about somebody: who is left out of it could be any of them.
        let most = if door.path.ends_with("/everything") { usize::MAX } else { drill::times(2, usize::MAX) };
        for path in paths(door.path, ids).into_iter().take(most) {
            let merged = if path == MERGE { &MERGED[..] } else { &[] };
            for (kind, body) in BROKEN.iter().chain(merged) {
                let page = actor.visitor.send(Method::POST, &path, kind, Body::from(*body)).await;
                assert!(page.status() < 500, "{} {path}: {page:?}", actor.reader.name);
                crawl.reads(actor.reader, canaries, &page);
            }
        }
    }
}

/// Everybody looks, then everybody sends.
pub(super) async fn crawls(duet: &TestDuet, actors: &mut [Actor], canaries: &[&'static Canary]) -> Crawl {
    let mut crawl = Crawl::default();
    let ids = ids(&duet.rows().await);
    for actor in actors.iter_mut() {
        looks(&mut crawl, actor, canaries, &ids).await;
    }
    for actor in actors.iter_mut() {
        sends(&mut crawl, actor, canaries, &ids).await;
    }
    crawl
}
