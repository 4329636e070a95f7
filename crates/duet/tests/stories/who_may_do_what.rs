//! The access table, cell by cell: every route is in it, and everybody finds open what it says, and nothing else.

pub(crate) mod actors;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use duet::access::Relation;
use duet::demo::cast;
use duet::person::{self, Membership, Viewer};
use duet::policy;
use duet::scheme::Duty;
use kit::access::Door;
use testkit::{Page, TestDuet, Visitor};

use self::actors::{Actor, NEVER_ALONE, actors};
use crate::asking::{self, Ids, NOTHING, asks};
use crate::routes::{self, Route};
use crate::steps;

#[test]
fn every_route_is_in_the_table_once_and_no_other() {
    let mut there: Vec<(String, String)> = Vec::new();
    for route in routes::all() {
        there.extend(route.methods.iter().map(|method| ((*method).to_owned(), route.path.clone())));
    }
    let mut listed: Vec<(String, String)> =
        policy::doors().iter().map(|door| (door.method.to_owned(), door.path.to_owned())).collect();
    there.sort();
    listed.sort();
    assert_eq!(listed, there);
}

#[test]
fn every_row_is_a_relation_and_every_resource_says_yes_or_no_to_every_duty() {
    for resource in policy::resources() {
        let rows: Vec<&str> = resource.rows.iter().map(|row| row.relation).collect();
        let known: BTreeSet<&str> = Relation::ALL.iter().map(|one| one.as_str()).collect();
        assert!(rows.iter().all(|row| known.contains(row)), "{}: {rows:?}", resource.name);
        assert!(rows.contains(&"member"), "{} says nothing of who has no duty", resource.name);
        let open_to_all = resource.rows.iter().any(|row| row.relation == "member" && row.may.contains(&true));
        let duties = Duty::ALL.iter().all(|duty| rows.contains(&duty.as_str()));
        assert!(open_to_all || duties, "{} leaves a duty out", resource.name);
    }
}

/// Whether the table lets somebody in these relations through.
fn opens(door: &Door, relations: &[Relation]) -> bool {
    relations.iter().any(|relation| door.resource.allows(relation.as_str(), door.verb))
}

/// Whether anybody may, who is not even signed in.
fn is_public(door: &Door) -> bool {
    opens(door, &[Relation::Anybody])
}

/// The id behind a door.
fn id_of<'i>(door: &Door, ids: &'i Ids) -> &'i str {
    let kind = door.path.split('/').nth(1).unwrap_or_default();
    ids.get(kind).map_or("", String::as_str)
}

pub(crate) async fn knocks(visitor: &mut Visitor, door: &Door, id: &str, ids: &Ids) -> Page {
    let route =
        Route { path: door.path.replace("{name}", "none").replace("{link}", "none"), methods: vec![door.method] };
    asks(visitor, &route, door.method, id, ids).await
}

/// Knocks at a door behind which is what there should be.
async fn tries(duet: &TestDuet, actor: &mut Actor, door: &Door, ids: &Ids) -> Page {
    let typed = is_there(duet, actor, door.path, ids).await;
    match typed {
        Some(typed) => {
            let kind = "application/x-www-form-urlencoded";
            actor.visitor.send(Method::POST, door.path, kind, Body::from(typed)).await
        }
        None => knocks(&mut actor.visitor, door, id_of(door, ids), ids).await,
    }
}

/// Sees to it that there is what a door leads to, whoever knocks: what the last knock took away, and what only somebody with
/// more than the cast has. Gives what is typed, where that is theirs alone.
async fn is_there(duet: &TestDuet, actor: &mut Actor, path: &str, ids: &Ids) -> Option<String> {
    let who = actor.who?;
    match path {
        "/schemes/{id}/people/{person}/ending" => {
            asking::appoints(duet, asking::RUNNER, Duty::Sponsor, Some(&ids["schemes"])).await;
        }
        "/administrators/{id}/ending" => asking::appoints(duet, asking::HELPER, Duty::Administrator, None).await,
        "/factors/code-app/removal" => {
            let new = actor.visitor.get("/factors/new").await;
            let code = steps::scanned(&new).code_at(duet.clock().now());
            actor.visitor.press(&new, "Set it up", &[("code", &code)]).await.is(200);
        }
        "/you/addresses/letters" | "/you/addresses/removal" => {
            let what = path.rsplit('/').next().unwrap_or_default();
            let address = format!("{}.{what}@more.example", actor.name.replace(' ', "."));
            let typed = format!("address={address}");
            let added =
                duet.store().write(who.organisation, move |tx| match person::store::by_address(tx, &address)? {
                    Some(_) => Ok(()),
                    None => person::store::add_address(tx, who.person, &address),
                });
            added.await.expect("an address more");
            return Some(typed);
        }
        _ => {}
    }
    None
}

fn is_shut(page: &Page) -> bool {
    page.status() == 404 || is_shown_out(page)
}

/// Whether it is the answer to who is not signed in: off to the front page, or a page that keeps what was typed.
fn is_shown_out(page: &Page) -> bool {
    let (to, goes_in) = (page.header("location"), page.header("set-cookie").starts_with("__Host-duet="));
    (page.status() == 303 && !goes_in && (to == "/" || to.starts_with("/?next=")))
        || (page.status() == 403 && page.has("Your sign-in has ended"))
}

#[tokio::test]
async fn every_cell_holds() {
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    let mut actors = actors(&duet, &ids).await;
    for relation in Relation::ALL {
        let besides = NEVER_ALONE.iter().find(|(one, _)| one == relation).map(|(_, besides)| *besides);
        let stands: Vec<Relation> = besides.into_iter().chain([*relation]).collect();
        assert!(actors.iter().any(|one| one.stands_out_by() == stands), "nobody is {stands:?}, and nothing else");
    }
    let mut doors = policy::doors();
    doors.retain(|door| !is_public(door));
    doors.sort_by_key(|door| (door.method, !door.path.contains("{id}")));
    let (mut open, mut shut) = (0, 0);
    // What is shut, to everybody, before anything that is open: it changes nothing, and all is there still.
    for actor in &mut actors {
        for door in &doors {
            if opens(door, actor.stands(door)) {
                continue;
            }
            let page = tries(&duet, actor, door, &ids).await;
            let told = format!("{} {} {} is answered {}", actor.name, door.method, door.path, page.status());
            assert!(is_shut(&page), "{told}");
            if door.path.contains("{id}") {
                let nothing = knocks(&mut actor.visitor, door, NOTHING, &ids).await;
                let page = page.text().replace(id_of(door, &ids), "{id}");
                assert_eq!(page, nothing.text().replace(NOTHING, "{id}"), "{told}");
            }
            shut += 1;
        }
    }
    for actor in &mut actors {
        for door in &doors {
            if !opens(door, actor.stands(door)) {
                continue;
            }
            let page = tries(&duet, actor, door, &ids).await;
            let told = format!("{} {} {} is answered {}", actor.name, door.method, door.path, page.status());
            assert!(page.status() < 500 && !is_shut(&page), "{told}");
            open += 1;
            if door.path == "/organisations/{id}/opening" {
                // They have gone there.
                actor.visitor = duet.sign_in(asking::OWNER).await;
            }
        }
    }
    println!("{open} cells are open, and {shut} are shut");
    assert!(open >= 80 && shut >= 200, "{open} doors open and {shut} shut were tried");
}

#[tokio::test]
async fn only_who_is_active_passes_the_gate() {
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    let doors = policy::doors();
    for mut actor in actors(&duet, &ids).await {
        let Some(who) = actor.who else { continue };
        for state in Membership::ALL.iter().copied().filter(|state| *state != Membership::Active) {
            belongs(&duet, who, state).await;
            for door in doors.iter().filter(|door| !is_public(door)) {
                let page = knocks(&mut actor.visitor, door, id_of(door, &ids), &ids).await;
                let told = format!("{}, {state}: {} {}", actor.name, door.method, door.path);
                assert!(is_shown_out(&page), "{told}: {page:?}");
            }
        }
        belongs(&duet, who, Membership::Active).await;
        actor.visitor.get("/access").await.is(200);
    }
}

async fn belongs(duet: &TestDuet, who: Viewer, state: Membership) {
    let done = duet.store().write(who.organisation, move |tx| person::store::belong(tx, who.person, state));
    done.await.expect("somebody known");
}

#[tokio::test]
async fn pages_say_by_name_who_can_see_them() {
    let duet = TestDuet::demo().await;
    let pair = {
        steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
        steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await
    };
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get(&pair).await.sees("Who can see this: you, Tom Farrow. Nobody else.");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::goes_to_round(&mut priya, "Second round")
        .await
        .sees("Who can see this: you (coordinator), Ruth Adeyemi (coach). Nobody else.");
    priya.get("/audit").await.sees("Who can see this: you (administrator). Nobody else.");
}

#[tokio::test]
async fn the_table_is_there_to_read() {
    let duet = TestDuet::demo().await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let page = aled.get("/access").await;
    page.is(200).sees("A session").sees("the pair").sees_no("resource-").sees_no("relation-").sees_no("verb-");
}
