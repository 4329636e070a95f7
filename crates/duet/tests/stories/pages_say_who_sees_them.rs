//! Every page that shows somebody's data says who can see it, by name or “only you”; and where it says “nobody else”,
//! nobody else sees it.

use std::collections::{BTreeMap, BTreeSet};

use duet::policy;
use testkit::{Page, TestDuet};

use crate::asking;
use crate::who_may_do_what::actors::actors;
use crate::who_may_do_what::knocks;

/// The doors whose pages show nothing of anybody, and so say nothing; each with what it shows.
const OF_NOBODY: &[(&str, &str)] = &[
    ("/access", "the table itself"),
    ("/capabilities", "an organisation's framework: everybody who is signed in reads it"),
    ("/capabilities/levels", "the form for its levels: everybody who is signed in reads them"),
    ("/capabilities/new", "the form for a capability: everybody who is signed in reads it"),
    ("/capabilities/{id}", "the form for a capability: everybody who is signed in reads it"),
    ("/confirmation", "a box for a code"),
    ("/demo/post", "letters to invented people, in a demo only"),
    ("/notices/wording", "a form for what an organisation tells everybody"),
    ("/pupils/import", "a form for files"),
    ("/rounds", "the names of schemes and rounds"),
    ("/rounds/{id}/import", "a form for files"),
    ("/sign-in", "a box for an address"),
    ("/sign-in/mail/{link}", "that a link works in the browser that asked for it"),
    ("/try", "a form for files"),
];

/// The doors behind which one address shows each who opens it their own part; with what that is.
const OWN_PART: &[(&str, &str)] = &[
    ("/calls/{id}", "their own application"),
    ("/calls/{id}/{role}/steps/{step}", "their own application"),
    ("/calls/{id}/{role}/sending", "their own application"),
    ("/partnerships/{id}/before", "their own answers"),
    ("/partnerships/{id}/after", "their own answers"),
];

/// What a page says of who sees it: at its foot, and beside its fields.
fn who(page: &Page) -> Vec<String> {
    [".who-sees", "[id$=-who]"].into_iter().flat_map(|css| page.all(css)).collect()
}

/// Whether it names somebody: the reader is among them, or there would be no page.
fn by_name(said: &str) -> bool {
    let names = said.split_once("Who can see ").and_then(|(_, rest)| rest.split_once(": ")).map(|(_, names)| names);
    names.is_some_and(|names| names.split(|c: char| !c.is_alphanumeric()).any(|word| word == "you"))
}

/// Who read a page, and whom it said to see it.
type Reading = (String, Vec<String>);

#[tokio::test]
async fn by_name_behind_every_door_for_everybody() {
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    let (mut named, mut silent) = (BTreeSet::new(), BTreeMap::new());
    let mut readers: BTreeMap<(&str, String), Vec<Reading>> = BTreeMap::new();
    for mut actor in actors(&duet, &ids).await.into_iter().filter(|actor| actor.name != "guest") {
        for door in policy::doors().iter().filter(|door| door.method == "GET") {
            let kind = door.path.split('/').nth(1).unwrap_or_default();
            let id = ids.get(kind).map_or("", String::as_str);
            let page = knocks(&mut actor.visitor, door, id, &ids).await;
            if page.status() != 200 || !page.header("content-type").starts_with("text/html") {
                continue;
            }
            let who = who(&page);
            if who.iter().any(|said| by_name(said)) {
                named.insert(door.path);
            } else {
                silent.entry(door.path).or_insert_with(|| format!("{} sees {who:?}", actor.name));
            }
            if door.path.contains("{id}") {
                let reader = page.all(".whoami a[href='/you']").concat();
                readers.entry((door.path, id.to_owned())).or_default().push((reader, who));
            }
        }
    }
    let left: Vec<_> = silent.iter().filter(|(path, _)| OF_NOBODY.iter().all(|(open, _)| open != *path)).collect();
    let idle: Vec<_> = OF_NOBODY.iter().filter(|(path, _)| !silent.contains_key(path)).collect();
    let mut missing = BTreeSet::new();
    for ((path, _), all) in readers.iter().filter(|((path, _), _)| OWN_PART.iter().all(|(own, _)| own != path)) {
        for (reader, who) in all {
            for said in who.iter().filter(|said| said.contains("Nobody else.") && !said.contains(" more")) {
                let others = all.iter().map(|(other, _)| other).filter(|other| *other != reader);
                missing.extend(others.filter(|other| !said.contains(other.as_str())).map(|other| (path, other, said)));
            }
        }
    }
    assert!(
        left.is_empty() && idle.is_empty() && missing.is_empty(),
        "these name nobody who sees them: {left:#?}\nthese need no exception any more: {idle:#?}\nthese open a page that says that nobody else can: {missing:#?}"
    );
    assert!(named.len() >= 60, "only {} pages were looked at: {named:?}", named.len());
}
