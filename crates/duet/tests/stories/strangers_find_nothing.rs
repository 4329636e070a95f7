//! What is not yours to see is not there: strangers, participants and sponsors get the answer of a page that
//! never was.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::person;
use testkit::{Page, TestDuet, Visitor};

use crate::routes::{self, Route};
use crate::steps;

/// An id that nothing has.
const NOTHING: &str = "01920000-0000-7000-8000-000000000000";

/// An id of each kind, by the first word of its paths.
type Ids = BTreeMap<&'static str, String>;

/// The ids of the demo's second round, once it is told; of Gwen's and Tom's pair; and Ruth's, who is the coach.
async fn ids(duet: &TestDuet) -> Ids {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let check = steps::goes_to_pairs(&mut priya).await.link("Go on to telling them");
    let letters = steps::tells_the_pairs(&mut priya).await;
    let rounds = priya.get("/rounds").await;
    let (ruth, organisation) = (cast::RUTH, duet.organisation());
    let ruth = duet.store().read(organisation, move |c| person::store::by_address(c, ruth)).await;
    let ruth = ruth.expect("a database").expect("the coach").id;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    duet.sign_in(cast::GWEN).await;
    let end = gwen.get("/sign-ins").await.attributes("ul.people form", "action").concat();
    let id = |path: &str| path.split('/').nth(2).unwrap_or_else(|| panic!("no id in {path}")).to_owned();
    BTreeMap::from([
        ("rounds", id(&rounds.link("Second round"))),
        ("schemes", id(&rounds.link("Open a round"))),
        ("proposals", id(&check)),
        ("letters", id(&letters.link("Gwen Morris"))),
        ("person", ruth.to_string()),
        ("sign-ins", id(&end)),
        ("passkeys", passkey(duet).await),
        ("partnerships", id(&steps::pair_path(duet, cast::GWEN, "Tom Farrow").await)),
    ])
}

/// A passkey of Ruth's.
async fn passkey(duet: &TestDuet) -> String {
    let ruth = duet.viewer(cast::RUTH).await;
    let added = duet.store().write_outside(move |tx| {
        let identity = duet::identity::store::of(tx, ruth)?;
        let key = kit::db::Json(serde_json::json!({}));
        duet::factor::store::add_passkey(tx, identity, &vec![1], "Phone", &key)
    });
    added.await.expect("a passkey").to_string()
}

fn kind(route: &Route) -> &str {
    route.path.split('/').nth(1).unwrap_or_default()
}

/// Asks a route about an id with a body that it would take from who may.
async fn asks(visitor: &mut Visitor, route: &Route, method: &str, id: &str, ids: &Ids) -> Page {
    let path = route.path.replace("{id}", id).replace("{person}", &ids["person"]);
    if method == "GET" {
        return visitor.send(Method::GET, &path, "", Body::empty()).await;
    }
    if route.path.ends_with("/import") {
        let files = [("mentors", "a.csv", cast::MENTORS.as_bytes()), ("mentees", "b.csv", cast::MENTEES.as_bytes())];
        let (kind, body) = testkit::multipart(&files);
        return visitor.send(Method::POST, &path, &kind, body).await;
    }
    let person = ids["person"].as_str();
    let body = match route.path.rsplit('/').next() {
        Some("appointments") => "name=Me&address=me@elsewhere.example&duty=coordinator".to_owned(),
        Some("answer") => "answer=decline".to_owned(),
        Some("sessions") => "held_on-day=2&held_on-month=11&held_on-year=2026&minutes=60&way=phone".to_owned(),
        Some("wishes") => format!("mentor={person}&mentee={person}&wish=apart"),
        Some("new") => "name=Mine&starts_on-day=1&starts_on-month=2&starts_on-year=2027&ends_on-day=1&ends_on-month=3&ends_on-year=2027".to_owned(),
        _ => String::new(),
    };
    visitor.send(Method::POST, &path, "application/x-www-form-urlencoded", Body::from(body)).await
}

/// An answer but for the id that was asked about, which stands in it as the way back.
fn but_for(page: &Page, id: &str) -> (u16, Vec<(String, String)>, String) {
    let headers = page.headers().iter().map(|(name, value)| (name.to_string(), format!("{value:?}"))).collect();
    (page.status(), headers, page.text().replace(id, "{id}"))
}

#[tokio::test]
async fn another_organisations_and_no_bodys_are_answered_alike() {
    let duet = TestDuet::demo().await;
    let ids = ids(&duet).await;
    // She administers and coordinates, elsewhere: every door of hers is open, but none of theirs.
    let mut dilys = duet.elsewhere("dilys@elsewhere.example").await;
    steps::opens_a_round(&mut dilys).await;
    let mut asked = 0;
    for route in routes::with_id() {
        let theirs = ids.get(kind(&route)).unwrap_or_else(|| panic!("an id is needed for {}", route.path));
        for method in &route.methods {
            let foreign = asks(&mut dilys, &route, method, theirs, &ids).await;
            let nothing = asks(&mut dilys, &route, method, NOTHING, &ids).await;
            foreign.is(404).sees("There is no such page, or it is not yours to see.");
            assert_eq!(but_for(&foreign, theirs), but_for(&nothing, NOTHING), "{method} {}", route.path);
            asked += 1;
        }
    }
    assert!(asked >= 15, "only {asked} were asked");
}

#[tokio::test]
async fn a_person_of_another_organisation_is_nobody_in_a_scheme_of_ones_own() {
    let duet = TestDuet::demo().await;
    let ids = ids(&duet).await;
    let mut dilys = duet.elsewhere("dilys@elsewhere.example").await;
    let opened = steps::opens_a_round(&mut dilys).await;
    let round = opened.path().trim_end_matches("/import").to_owned();
    let scheme = dilys.get("/rounds").await.link("Open a round");
    let scheme = scheme.trim_end_matches("/rounds/new").to_owned();
    for person in [ids["person"].as_str(), NOTHING] {
        dilys.post(&format!("{scheme}/people/{person}/sign-in-link"), &[]).await.is(404);
        let wish = [("mentor", person), ("mentee", person), ("wish", "together")];
        dilys.post(&format!("{round}/wishes"), &wish).await.is(404);
    }
    // The same address is another person here.
    let appointed = [("name", "Not Ruth"), ("address", cast::RUTH), ("duty", "coach")];
    dilys.post(&format!("{scheme}/appointments"), &appointed).await.is(200).sees("Not Ruth");
    let mut ruth = duet.sign_in(cast::RUTH).await;
    ruth.get("/").await.sees("Ruth Adeyemi").sees_no("Spring");
}

#[tokio::test]
async fn a_mentee_and_a_sponsor_do_not_see_what_the_coordinator_does() {
    let duet = TestDuet::demo().await;
    let ids = ids(&duet).await;
    for (address, theirs) in [(steps::ALED, vec![]), (cast::HELEN, vec!["/rounds/{id}/report", "/schemes/{id}"])] {
        let mut visitor = duet.sign_in(address).await;
        for route in routes::with_id() {
            for method in &route.methods {
                let id = &ids[kind(&route)];
                let page = asks(&mut visitor, &route, method, id, &ids).await;
                if theirs.contains(&route.path.as_str()) {
                    page.is(200);
                    continue;
                }
                let nothing = asks(&mut visitor, &route, method, NOTHING, &ids).await;
                page.is(404);
                assert_eq!(but_for(&page, id), but_for(&nothing, NOTHING), "{address} {method} {}", route.path);
            }
        }
        visitor.get("/rounds").await.sees_no("Open a round");
        visitor.get("/letters").await.sees("No letters yet.");
    }
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/letters").await.sees("21 letters wait to be sent.");
    steps::goes_to_round(&mut priya, "Second round").await.sees("0 of 10 said yes");
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_front_page() {
    let duet = TestDuet::demo().await;
    let ids = ids(&duet).await;
    for route in routes::with_id() {
        for method in &route.methods {
            let mut guest = duet.guest();
            let there = asks(&mut guest, &route, method, &ids[kind(&route)], &ids).await;
            let nothing = asks(&mut guest, &route, method, NOTHING, &ids).await;
            assert_eq!((there.status(), there.header("location")), (303, "/"), "{method} {}", route.path);
            assert_eq!(but_for(&there, ""), but_for(&nothing, ""), "{method} {}", route.path);
        }
    }
}

#[tokio::test]
async fn an_id_that_is_none_is_not_found_either() {
    let duet = TestDuet::demo().await;
    let ids = ids(&duet).await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    for route in routes::with_id() {
        for id in ["1", "'%20or%201=1", "..%2F..%2Fetc%2Fpasswd"] {
            let page = asks(&mut priya, &route, route.methods[0], id, &ids).await;
            assert!([400, 404].contains(&page.status()), "{} with {id}: {page:?}", route.path);
        }
    }
}

#[tokio::test]
async fn every_link_shown_leads_somewhere() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    for address in steps::EVERYBODY {
        let mut visitor = duet.sign_in(address).await;
        let (mut seen, mut ahead) = (Vec::new(), vec!["/".to_owned()]);
        while let Some(path) = ahead.pop() {
            let page = visitor.get(&path).await;
            assert_eq!(page.status(), 200, "{address} follows a link to {path}: {page:?}");
            let links = page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with('/'));
            seen.push(path);
            ahead.extend(links.filter(|to| !seen.contains(to)));
            ahead.sort();
            ahead.dedup();
        }
    }
}

#[tokio::test]
async fn an_administrator_who_coordinates_nothing_is_shown_no_dead_link() {
    let duet = TestDuet::demo().await;
    let mut kit = second_administrator(&duet).await;
    let rounds = kit.get("/rounds").await;
    for (words, path) in rounds.links().into_iter().filter(|(_, to)| to.starts_with("/rounds/")) {
        let page = kit.get(&path).await;
        assert_eq!(page.status(), 200, "“{words}” leads nowhere");
    }
}

/// Somebody who administers and does nothing else, whom no door appoints yet.
async fn second_administrator(duet: &TestDuet) -> Visitor {
    const ADDRESS: &str = "kit.office@libraries.example";
    let added = duet.store().write(duet.organisation(), |tx| {
        let draft = duet::person::PersonDraft {
            name: "Kit Office".to_owned(),
            address: ADDRESS.to_owned(),
            job_title: String::new(),
            workplace: String::new(),
            language: kit::words::Language::English,
        };
        let person = duet::person::store::add(tx, &draft)?;
        duet::scheme::store::appoint(tx, person, duet::scheme::Duty::Administrator, None)
    });
    added.await.expect("an administrator can be appointed");
    duet.sign_in(ADDRESS).await
}
