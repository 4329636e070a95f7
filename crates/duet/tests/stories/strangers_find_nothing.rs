//! What is not yours to see is not there: strangers, participants and sponsors get the answer of a page that
//! never was.

use duet::demo::cast;
use testkit::{Page, TestDuet};

use crate::asking::{self, NOTHING, asks, ids, kind};
use crate::routes;
use crate::steps;

/// An answer but for the id that was asked about, which stands in it as the way back.
fn but_for(page: &Page, id: &str) -> (u16, Vec<(String, String)>, String) {
    let headers = page
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), format!("{value:?}").replace(id, "{id}")))
        .collect();
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
        dilys.post(&format!("{scheme}/people/{person}/ending"), &[("duty", "coach")]).await.is(404);
        let wish = [("mentor", person), ("mentee", person), ("wish", "together")];
        dilys.post(&format!("{round}/wishes"), &wish).await.is(409).sees("One of these two cannot be matched");
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
    for (address, theirs) in [
        (steps::ALED, vec![]),
        (
            cast::HELEN,
            vec!["/rounds/{id}/report", "/rounds/{id}/report.xlsx", "/schemes/{id}", "/schemes/{id}/outcomes"],
        ),
    ] {
        let mut visitor = duet.sign_in(address).await;
        // A call that is open is everybody's, and the form in it everybody's own.
        for route in routes::with_id().into_iter().filter(|route| kind(route) != "calls") {
            for method in &route.methods {
                let id = &ids[kind(&route)];
                let page = asks(&mut visitor, &route, method, id, &ids).await;
                if *method == "GET" && theirs.contains(&route.path.as_str()) {
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
    priya.get("/letters").await.sees("23 letters wait to be sent.");
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
            let path = route.path.replace("{id}", &ids[kind(&route)]).replace("{person}", &ids["person"]);
            let path = path
                .replace("{kind}", "mentee")
                .replace("{role}", "mentor")
                .replace("{step}", "you")
                .replace("{condition}", "support")
                .replace("{language}", "en");
            let to = if *method == "GET" { format!("/?next={path}") } else { "/".to_owned() };
            assert_eq!((there.status(), there.header("location")), (303, to.as_str()), "{method} {}", route.path);
            assert_eq!(but_for(&there, &ids[kind(&route)]), but_for(&nothing, NOTHING), "{method} {}", route.path);
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
    let mut kit = asking::second_administrator(&duet).await;
    let rounds = kit.get("/rounds").await;
    for (words, path) in rounds.links().into_iter().filter(|(_, to)| to.starts_with("/rounds/")) {
        let page = kit.get(&path).await;
        assert_eq!(page.status(), 200, "“{words}” leads nowhere");
    }
}
