//! Whatever the people of one organisation do, another in the same Duet is left as it was, byte by byte.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::person::{self, Membership};
use duet::policy;
use kit::random::Random;
use testkit::{Row, Rows, TestDuet, Visitor};

use crate::asking::{Ids, NOTHING, asks};
use crate::drill::{figure, times};
use crate::routes::Route;
use crate::steps;

const DILYS: &str = "dilys@elsewhere.example";

/// Another organisation that does the same as the demo's: people in a round, told, and a yes.
async fn elsewhere(duet: &TestDuet) -> Visitor {
    let mut dilys = duet.elsewhere(DILYS).await;
    let asking = steps::opens_a_round(&mut dilys).await;
    let people = steps::brings_in(&mut dilys, &asking, cast::MENTORS, cast::MENTEES).await;
    let pairs = dilys.press(&people, "Propose pairs", &[]).await;
    let check = dilys.follow(&pairs, "Go on to telling them").await;
    dilys.press(&check, "Tell them now", &[]).await.is(200);
    dilys
}

/// The rows of an organisation, and those of tables that belong to none.
fn of<'r>(rows: &'r Rows, organisation: &str) -> BTreeMap<&'r str, Vec<&'r Row>> {
    let own = |row: &&Row| row.get("organisation").or(row.get("id")).is_some_and(|one| one == organisation);
    rows.iter().map(|(table, rows)| (table.as_str(), rows.iter().filter(own).collect())).collect()
}

/// What somebody's pages show, and the files they lead to.
async fn pages(visitor: &mut Visitor) -> (BTreeMap<String, String>, BTreeSet<String>) {
    let (mut seen, mut files, mut ahead) = (BTreeMap::new(), BTreeSet::new(), vec!["/".to_owned()]);
    while let Some(path) = ahead.pop() {
        let page = visitor.get(&path).await;
        let links = page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with('/'));
        let (some, more): (Vec<_>, Vec<_>) = links.partition(|to| to.contains('.'));
        seen.insert(path, page.all("main").concat());
        files.extend(some);
        ahead.extend(more.into_iter().filter(|to| !seen.contains_key(to)));
    }
    // Shows a new secret each time it is opened; and the demo's post is everybody's.
    seen.retain(|path, _| !["/factors/new", "/demo/post"].contains(&path.as_str()));
    // And everything about oneself tells that it was taken out before.
    files.remove("/me/everything.json");
    (seen, files)
}

/// What these files hold. That they are taken out is on the record, and so on later pages.
async fn taken_out(visitor: &mut Visitor, files: &BTreeSet<String>) -> Vec<Vec<u8>> {
    let mut held = Vec::new();
    for path in files {
        held.push(visitor.get(path).await.is(200).body().to_vec());
    }
    held
}

/// Chooses by a seed.
struct Chance(Random);

impl Chance {
    fn of<'a, T>(&self, all: &'a [T]) -> &'a T {
        let [a, b, c, d] = self.0.bytes();
        &all[u32::from_be_bytes([a, b, c, d]) as usize % all.len()]
    }
}

/// Every id in the database, whosever it is, and one that nothing has.
fn ids(rows: &Rows) -> Vec<String> {
    let mut all: Vec<String> = rows.values().flatten().filter_map(|row| row.get("id").cloned()).collect();
    all.push(NOTHING.to_owned());
    all
}

/// An id for a path: three times of four one that suits it, and most of those their own; else any at all.
fn id_for(chance: &Chance, path: &str, rows: &Rows, theirs: &str, all: &[String]) -> String {
    let kind = path.split('/').nth(1).unwrap_or_default();
    let table = kind.replace("people", "person").replace('-', "_").trim_end_matches('s').to_owned();
    let mut fitting: Vec<&Row> = rows.get(&table).into_iter().flatten().collect();
    if *chance.of(&[true, true, true, false]) {
        fitting.retain(|row| row.get("organisation").is_none_or(|whose| whose != theirs));
    }
    let fitting: Vec<&String> = fitting.into_iter().filter_map(|row| row.get("id")).collect();
    if fitting.is_empty() || *chance.of(&[false, false, false, true]) {
        chance.of(all).clone()
    } else {
        (*chance.of(&fitting)).clone()
    }
}

/// What changes something when it is aimed at one's own: who does it, where, with what. The other half is tried at random.
/// `{n}` is another number each time, `{fresh}` an id that nothing has.
const AIMED: [(&str, &str, &str); 16] = [
    (cast::PRIYA, "/schemes/new", "name=Scheme+{n}&purpose=To+try&colour=moss"),
    (
        cast::PRIYA,
        "/schemes/{id}/rounds/new",
        "name=Round+{n}&starts_on-day=1&starts_on-month=2&starts_on-year=2027&ends_on-day=1&ends_on-month=3&ends_on-year=2027",
    ),
    (cast::PRIYA, "/schemes/{id}/appointments", "name=Coach+{n}&address=coach{n}@coaching.example&duty=coach"),
    (cast::PRIYA, "/schemes/{id}/letters/mentee/cy", "subject=Pwnc+{n}&body=%7Bother%7D&do=keep"),
    (cast::PRIYA, "/letters/{id}/sign-in-link", ""),
    (cast::PRIYA, "/administrators", "name=Admin+{n}&address=admin{n}@office.example"),
    (
        cast::PRIYA,
        "/notices/wording",
        "controller=Us+{n}&contact=us@office.example&purpose_en=a&purpose_cy=b&basis=contract&months=12&complaints=c",
    ),
    (cast::PRIYA, "/you/name", "name=Priya+{n}"),
    (cast::RUTH, "/you/name", "name=Ruth+{n}"),
    (cast::HELEN, "/you/name", "name=Helen+{n}"),
    (cast::TOM, "/you/name", "name=Tom+{n}"),
    (steps::ALED, "/you/name", "name=Aled+{n}"),
    (
        cast::GWEN,
        "/partnerships/{id}/sessions",
        "id={fresh}&held_on-day=2&held_on-month=11&held_on-year=2026&minutes=45&way=phone",
    ),
    (
        cast::TOM,
        "/partnerships/{id}/sessions",
        "id={fresh}&held_on-day=2&held_on-month=11&held_on-year=2026&minutes=30&way=online",
    ),
    (cast::GWEN, "/sessions/{id}/reflection", "words=Thought+{n}"),
    (cast::TOM, "/sessions/{id}/reflection", "words=Thought+{n}"),
];

/// A path of an aim: at what is theirs three times of four; at anything else, the other organisation's too.
fn aimed_at(chance: &Chance, path: &str, own: &Ids, any: &str) -> String {
    let kind = path.split('/').nth(1).unwrap_or_default();
    match own.get(kind).filter(|_| *chance.of(&[true, true, true, false])) {
        Some(id) => path.replace("{id}", id),
        None => path.replace("{id}", any),
    }
}

/// She who may most does most.
const ACTORS: [&str; 9] =
    [cast::PRIYA, cast::PRIYA, cast::PRIYA, cast::PRIYA, cast::RUTH, cast::HELEN, cast::GWEN, cast::TOM, steps::ALED];

/// A browser signed in as somebody, who is let back in first when they were suspended meanwhile.
async fn comes_in(duet: &TestDuet, address: &'static str) -> Visitor {
    let back = duet.store().write(duet.organisation(), move |tx| {
        let person = person::store::by_address(tx, address)?.ok_or(kit::Error::NotFound)?.id;
        person::store::belong(tx, person, Membership::Active)
    });
    back.await.expect("somebody known");
    duet.sign_in(address).await
}

#[tokio::test]
async fn whatever_one_does_the_other_is_as_it_was() {
    let (operations, seed) = (times(250, 10_000), std::env::var("DUET_SEED").ok().and_then(|s| s.parse().ok()));
    let (seed, duet) = (seed.unwrap_or(20_261), TestDuet::demo().await);
    let mut dilys = elsewhere(&duet).await;
    let (_, files) = pages(&mut dilys).await;
    let held = taken_out(&mut dilys, &files).await;
    assert!(held.len() >= 4, "and files: {files:?}");
    let (shown, _) = pages(&mut dilys).await;
    assert!(shown.len() >= 15, "she has pages: {:?}", shown.keys());
    let before = duet.rows().await;
    let theirs = before["organisation"].iter().find(|row| row["name"] == "Elsewhere").expect("she founded it");
    let theirs = theirs["id"].clone();
    let there: usize = of(&before, &theirs).values().map(Vec::len).sum();
    assert!(there > 100, "there is something to leave alone: {there} rows");

    let chance = Chance(Random::seeded(seed));
    let mut doors = policy::doors();
    doors.retain(|door| !["/sign-out", "/assets/{name}", "/health"].contains(&door.path));
    let mut rows = before.clone();
    let mut visitors: BTreeMap<&str, Visitor> = BTreeMap::new();
    let (mut answers, mut all): (BTreeMap<u16, usize>, _) = (BTreeMap::new(), ids(&rows));
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await.replace("/partnerships/", "");
    let met =
        duet.asked(&format!("select cast(id as text) from session where cast(partnership as text) = '{pair}'")).await;
    let own = Ids::from([("partnerships", pair), ("sessions", met[0].clone())]);
    for operation in 0..operations {
        if operation % 250 == 0 {
            rows = duet.rows().await;
            assert_eq!(of(&rows, &theirs), of(&before, &theirs), "seed {seed}, by operation {operation}");
            all = ids(&rows);
        }
        let (aim, door) = (*chance.of(&AIMED), chance.of(&doors));
        let is_aimed = *chance.of(&[true, false]);
        let address = if is_aimed { aim.0 } else { *chance.of(&ACTORS) };
        if !visitors.contains_key(address) {
            visitors.insert(address, comes_in(&duet, address).await);
        }
        let visitor = visitors.get_mut(address).expect("they came in");
        let page = if is_aimed {
            let any = id_for(&chance, aim.1, &rows, &theirs, &all);
            let fresh = kit::id::fresh(duet.clock().now(), duet.store().random()).to_string();
            let body = aim.2.replace("{n}", &operation.to_string()).replace("{fresh}", &fresh);
            let path = aimed_at(&chance, aim.1, &own, &any);
            visitor.send(Method::POST, &path, "application/x-www-form-urlencoded", Body::from(body)).await
        } else {
            let named = Ids::from([("person", id_for(&chance, "/people", &rows, &theirs, &all))]);
            let route = Route { path: door.path.replace("{link}", "none"), methods: vec![door.method] };
            asks(visitor, &route, door.method, &id_for(&chance, door.path, &rows, &theirs, &all), &named).await
        };
        assert!(page.status() < 500, "seed {seed}, operation {operation}: {} {}: {page:?}", door.method, door.path);
        *answers.entry(page.status()).or_default() += 1;
        if page.header("location") == "/" {
            visitors.remove(address);
        }
    }
    let after = duet.rows().await;
    assert_eq!(of(&after, &theirs), of(&before, &theirs), "seed {seed}");
    assert_eq!(pages(&mut dilys).await.0, shown, "seed {seed}");
    assert!(taken_out(&mut dilys, &files).await == held, "seed {seed}: her files are others");
    let changed = after["audit"].len() - before["audit"].len();
    assert!(changed * 10 >= operations * 3, "only {changed} of {operations} changed anything: {answers:?}");
    figure("organisations", "random operations by one's people, ids of both", operations);
    figure("organisations", "answers by status", format!("{answers:?}"));
    figure("organisations", "acts on one's record meanwhile", changed);
    figure("organisations", "rows of the other compared", of(&after, &theirs).values().map(Vec::len).sum::<usize>());
    figure("organisations", "pages of the other compared", shown.len());
    figure("organisations", "differences", 0);
}

#[tokio::test]
async fn a_changed_row_would_be_noticed() {
    let duet = TestDuet::demo().await;
    elsewhere(&duet).await;
    let before = duet.rows().await;
    let theirs = before["organisation"].iter().find(|row| row["name"] == "Elsewhere").expect("founded")["id"].clone();
    let at = kit::id::OrganisationId(theirs.parse().expect("an id"));
    let known = duet.store().read(at, |c| person::store::by_address(c, DILYS)).await.expect("a database");
    let dilys = known.expect("she is known").id;
    let done = duet.store().write(at, move |tx| person::store::speak(tx, dilys, kit::words::Language::Welsh)).await;
    done.expect("a word of a row changes");
    let after = duet.rows().await;
    let differ: Vec<_> =
        of(&before, &theirs).into_iter().filter(|(table, rows)| of(&after, &theirs)[table] != *rows).collect();
    assert_eq!(differ.iter().map(|(table, _)| *table).collect::<Vec<_>>(), ["person"]);
}
