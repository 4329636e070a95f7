//! Beside every field in which somebody writes words that are kept, it says who can see them.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::policy;
use testkit::{Page, TestDuet};

use crate::asking::{self, Ids};

/// Forms whose words are not kept: what is typed there finds somebody, or is compared, and is forgotten.
const NOT_KEPT: [&str; 4] = ["/sign-in", "/sign-in/paper", "/erasures", "/people/{id}/erasure"];

/// Beside a field whose readers are those of the one before it.
const SAME: &str = "Who can see this: the same people as above.";

/// The boxes for words on a page: the form they stand in, their id, and what describes them.
fn boxes(page: &Page) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for form in page.text().split("<form method=\"post\" action=\"").skip(1) {
        let (action, rest) = form.split_once('"').unwrap_or_default();
        let inside = rest.split("</form>").next().unwrap_or_default();
        for tag in inside.split('<').filter(|tag| {
            let line = tag.starts_with("input ") && (tag.contains("type=\"text\"") || tag.contains("type=\"email\""));
            tag.starts_with("textarea ") || line
        }) {
            let tag = tag.split('>').next().unwrap_or_default();
            // Numbers, days and codes are no words.
            if tag.contains("inputmode=\"numeric\"") || tag.contains("one-time-code") {
                continue;
            }
            let said = |name: &str| {
                let rest = tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                rest.unwrap_or_default().to_owned()
            };
            found.push((action.to_owned(), said("id"), said("aria-describedby")));
        }
    }
    found
}

fn path(door: &str, ids: &Ids) -> String {
    let kind = door.split('/').nth(1).unwrap_or_default();
    let path = door.replace("{id}", ids.get(kind).map_or("", String::as_str)).replace("{person}", &ids["person"]);
    path.replace("{kind}", "mentee")
        .replace("{role}", "mentor")
        .replace("{step}", "you")
        .replace("{language}", "en")
        .replace("{name}", "none")
        .replace("{link}", "none")
}

#[tokio::test]
async fn in_every_form_of_every_page() {
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    let (mut said, mut silent) = (BTreeSet::new(), BTreeSet::new());
    for address in [cast::PRIYA, cast::RUTH, cast::GWEN, asking::OWNER, asking::TUTOR] {
        let mut visitor = duet.sign_in(address).await;
        for door in policy::doors().iter().filter(|door| door.method == "GET") {
            let page = visitor.send(Method::GET, &path(door.path, &ids), "", Body::empty()).await;
            for (action, id, described) in boxes(&page) {
                if NOT_KEPT.iter().any(|open| action == path(open, &ids)) {
                    continue;
                }
                let words = described.split(' ').filter(|one| one.ends_with("-who")).map(|one| format!("#{one}"));
                let words: String = words.flat_map(|one| page.all(&one)).collect();
                let again = words == SAME
                    && page.text().split(&format!("id=\"{id}\"")).next().is_some_and(|above| {
                        above.split("Who can see this: ").skip(1).any(|who| !who.starts_with("the same"))
                    });
                let named = words.starts_with("Who can see this: ") && words.len() > 25 && words != SAME;
                if named || again {
                    said.insert((door.path, id))
                } else {
                    silent.insert((door.path, id))
                };
            }
        }
    }
    assert_eq!(silent, BTreeSet::new(), "these do not say who can see what is written there");
    assert!(said.len() >= 12, "only {said:?} were looked at");
}

#[tokio::test]
async fn by_name_and_drawn_from_the_table() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let you = priya.get("/you").await;
    assert!(you.all("#name-who").concat().starts_with("Who can see this: you (administrator)."), "{you:?}");
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let you = gwen.get("/you").await;
    let who = you.all("#name-who").concat();
    assert!(who.starts_with("Who can see this: you, Priya Nair (") && who.contains("put together with"), "{who}");
}
