//! The access table, cell by cell: every route is in it, and everybody finds open what it says, and nothing else.

use std::collections::BTreeSet;

use duet::access::Relation;
use duet::demo::cast;
use duet::person::{self, Membership};
use duet::policy;
use duet::scheme::{self, Duty};
use kit::access::Door;
use testkit::{Page, TestDuet, Visitor};

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

/// Somebody who tries every door.
pub(crate) struct Actor {
    pub(crate) name: &'static str,
    pub(crate) visitor: Visitor,
    /// Their relations to what the ids name.
    to_ids: Vec<Relation>,
    /// Their relations to what no id names: their organisation, and what is theirs.
    to_own: Vec<Relation>,
}

/// One of each relation, and some of none.
pub(crate) async fn actors(duet: &TestDuet) -> Vec<Actor> {
    use Relation::{
        Administrator, Assessor, Author, Coach, Coordinator, InThePartnership, Member, Oneself, SchoolTeacher, Sponsor,
        Supervisor, Tutor,
    };
    let actor = |name, visitor, duties: &[Relation], more: &[Relation]| {
        // Who teaches stands so to their pupils, and to all of them together.
        let teaches: Vec<Relation> =
            more.iter().copied().filter(|one| matches!(one, Relation::Tutor | Relation::SchoolTeacher)).collect();
        Actor {
            name,
            visitor,
            to_ids: [&[Member], duties, more].concat(),
            to_own: [&[Member, Oneself], duties, &teaches].concat(),
        }
    };
    let coordinator = only_a_coordinator(duet).await;
    let mut elsewhere = duet.elsewhere("dilys@elsewhere.example").await;
    steps::opens_a_round(&mut elsewhere).await;
    vec![
        Actor {
            name: "guest",
            visitor: duet.guest(),
            to_ids: vec![Relation::Anybody],
            to_own: vec![Relation::Anybody],
        },
        Actor {
            name: "elsewhere",
            visitor: elsewhere,
            // Known to another organisation, they are nobody to what is in this one.
            to_ids: vec![],
            to_own: vec![Member, Oneself, Administrator, Coordinator],
        },
        actor("applicant", duet.sign_in(steps::ALED).await, &[], &[]),
        actor("sponsor", duet.sign_in(cast::HELEN).await, &[Sponsor], &[]),
        actor("coach", duet.sign_in(cast::RUTH).await, &[Coach], &[]),
        actor("administrator", asking::second_administrator(duet).await, &[Administrator], &[]),
        actor("supervisor", asking::supervisor(duet, "sue.visor@libraries.example").await, &[], &[Supervisor]),
        actor("mentee", duet.sign_in(cast::TOM).await, &[], &[InThePartnership, Author, Assessor, SchoolTeacher]),
        actor("mentor", duet.sign_in(cast::GWEN).await, &[], &[InThePartnership, Author, Oneself, Tutor]),
        actor("coordinator", coordinator, &[Coordinator], &[]),
        actor("both", duet.sign_in(cast::PRIYA).await, &[Coordinator, Administrator], &[]),
    ]
}

async fn only_a_coordinator(duet: &TestDuet) -> Visitor {
    const ADDRESS: &str = "cora.lewis@libraries.example";
    let added = duet.store().write(duet.organisation(), |tx| {
        let priya = person::store::by_address(tx, cast::PRIYA)?.ok_or(kit::Error::NotFound)?.id;
        let hers = scheme::store::appointments(tx, priya)?.into_iter().find_map(|one| one.scheme);
        let draft = person::PersonDraft {
            name: "Cora Lewis".to_owned(),
            address: ADDRESS.to_owned(),
            job_title: String::new(),
            workplace: String::new(),
            language: kit::words::Language::English,
        };
        let cora = person::store::add(tx, &draft)?;
        scheme::store::appoint(tx, cora, Duty::Coordinator, hers)
    });
    added.await.expect("a coordinator can be appointed");
    duet.sign_in(ADDRESS).await
}

/// Whether the table lets somebody in these relations through.
fn opens(door: &Door, relations: &[Relation]) -> bool {
    relations.iter().any(|relation| door.resource.allows(relation.as_str(), door.verb))
}

/// Whether anybody may, who is not even signed in.
fn is_public(door: &Door) -> bool {
    opens(door, &[Relation::Anybody])
}

pub(crate) async fn knocks(visitor: &mut Visitor, door: &Door, id: &str, ids: &Ids) -> Page {
    let route =
        Route { path: door.path.replace("{name}", "none").replace("{link}", "none"), methods: vec![door.method] };
    asks(visitor, &route, door.method, id, ids).await
}

/// Doors that lead on only where there is more than the cast has: a second address, a second organisation, an app for
/// codes, an administrator or a sponsor whose name is Ruth.
const OF_MORE: [&str; 6] = [
    "/factors/code-app/removal",
    "/schemes/{id}/people/{person}/ending",
    "/administrators/{id}/ending",
    "/you/addresses/letters",
    "/you/addresses/removal",
    "/organisations/{id}/opening",
];

fn is_shut(page: &Page) -> bool {
    page.status() == 404 || is_shown_out(page)
}

/// Whether it is the answer to who is not signed in: off to the front page, or a page that keeps what was typed.
fn is_shown_out(page: &Page) -> bool {
    let to = page.header("location");
    (page.status() == 303 && (to == "/" || to.starts_with("/?next=")))
        || (page.status() == 403 && page.has("Your sign-in has ended"))
}

#[tokio::test]
async fn every_cell_holds() {
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    let (mut open, mut shut) = (0, 0);
    for mut actor in actors(&duet).await {
        // What is shut first: it changes nothing. What is open may.
        let mut doors = policy::doors();
        doors.retain(|door| !is_public(door));
        doors.sort_by_key(|door| (opens(door, relations(&actor, door)), door.method, !door.path.contains("{id}")));
        for door in doors {
            let kind = door.path.split('/').nth(1).unwrap_or_default();
            let id = ids.get(kind).map_or("", String::as_str);
            let page = knocks(&mut actor.visitor, &door, id, &ids).await;
            let told = format!("{} {} {} is answered {}", actor.name, door.method, door.path, page.status());
            assert!(page.status() < 500, "{told}");
            let expected = opens(&door, relations(&actor, &door));
            if expected && OF_MORE.contains(&door.path) {
                continue;
            }
            assert_eq!(!is_shut(&page), expected, "{told}");
            if expected {
                open += 1;
                continue;
            }
            shut += 1;
            if door.path.contains("{id}") {
                let nothing = knocks(&mut actor.visitor, &door, NOTHING, &ids).await;
                assert_eq!(page.text().replace(id, "{id}"), nothing.text().replace(NOTHING, "{id}"), "{told}");
            }
        }
    }
    assert!(open >= 80 && shut >= 200, "{open} doors open and {shut} shut were tried");
}

fn relations<'a>(actor: &'a Actor, door: &Door) -> &'a [Relation] {
    // The organisation that is asked about knows everybody in it.
    let own = door.path == "/organisations/{id}/opening" && actor.name != "elsewhere";
    if door.path.contains("{id}") && !own { &actor.to_ids } else { &actor.to_own }
}

#[tokio::test]
async fn only_who_is_active_passes_the_gate() {
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    for address in [cast::PRIYA, cast::GWEN, cast::RUTH] {
        let mut visitor = duet.sign_in(address).await;
        for state in Membership::ALL.iter().copied().filter(|state| *state != Membership::Active) {
            belongs(&duet, address, state).await;
            for door in policy::doors().iter().filter(|door| !is_public(door)) {
                let kind = door.path.split('/').nth(1).unwrap_or_default();
                let page = knocks(&mut visitor, door, ids.get(kind).map_or("", String::as_str), &ids).await;
                let told = format!("{address}, {state}: {} {}", door.method, door.path);
                assert!(is_shown_out(&page), "{told}: {page:?}");
            }
        }
        belongs(&duet, address, Membership::Active).await;
        visitor.get("/access").await.is(200);
    }
}

async fn belongs(duet: &TestDuet, address: &'static str, state: Membership) {
    let done = duet.store().write(duet.organisation(), move |tx| {
        let person = person::store::by_address(tx, address)?.ok_or(kit::Error::NotFound)?.id;
        person::store::belong(tx, person, state)
    });
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
