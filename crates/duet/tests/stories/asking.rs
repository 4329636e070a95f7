//! Asking a route about an id, with what it would take from who may: for the stories about all routes.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Method;
use duet::access::{Holder, Reached, Relation};
use duet::assessment;
use duet::demo::cast;
use duet::import::{self, Contents, Side};
use duet::person;
use duet::round::RoundId;
use testkit::{Page, TestDuet, Visitor};

use crate::routes::Route;
use crate::steps;

/// An id that nothing has.
pub(crate) const NOTHING: &str = "01920000-0000-7000-8000-000000000000";

/// An id of each kind, by the first word of its paths.
pub(crate) type Ids = BTreeMap<&'static str, String>;

/// The ids of the demo's second round, once it is told; of Gwen's and Tom's pair; and Ruth's, who is the coach.
pub(crate) async fn ids(duet: &TestDuet) -> Ids {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let check = steps::goes_to_pairs(&mut priya).await.link("Go on to telling them");
    let letters = steps::tells_the_pairs(&mut priya).await;
    let rounds = priya.get("/rounds").await;
    let (ruth, organisation) = (cast::RUTH, duet.organisation());
    let known = |address| duet.store().read(organisation, move |c| person::store::by_address(c, address));
    let ruth = known(ruth).await.expect("a database").expect("the coach").id;
    let gwens = known(cast::GWEN).await.expect("a database").expect("the mentor").id;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    duet.sign_in(cast::GWEN).await;
    let end = gwen.get("/sign-ins").await.attributes("ul.people form", "action").concat();
    let pair = steps::pair_path(duet, cast::GWEN, "Tom Farrow").await;
    let reflection = gwen.get(&pair).await.link("Reflect on it");
    let code = gwen.post("/you/addresses", &[("address", "gwen@new.example"), ("use", "main")]).await;
    let you = code.path().rsplit('/').next().expect("an id").to_owned();
    let outcomes = format!("/schemes/{}/outcomes", rounds.link("Open a round").split('/').nth(2).expect("an id"));
    let outcome = priya.get(&outcomes).await.link("Change the words");
    let trainings = rounds.link("Second round") + "/trainings";
    let day = [("held_on-day", "9"), ("held_on-month", "12"), ("held_on-year", "2026")];
    let training = priya.post(&trainings, &[&[("name", "Listening")], &day[..]].concat()).await.link("Listening");
    let eligibility = priya.get(&(rounds.link("Second round") + "/eligibility")).await;
    let whose = |name| eligibility.attributes(&format!("details input[name={name}]"), "value").remove(0);
    let (person, role) = (whose("person"), whose("role"));
    let waiver = [("person", person.as_str()), ("role", role.as_str()), ("note", "She leads one in all but name.")];
    let let_in = priya.post(&(rounds.link("Second round") + "/waivers"), &waiver).await;
    let waiver = let_in.attributes("div.leftout form[action$=ending]", "action").concat();
    let id = |path: &str| path.split('/').nth(2).unwrap_or_else(|| panic!("no id in {path}")).to_owned();
    BTreeMap::from([
        ("rounds", id(&rounds.link("Second round"))),
        ("schemes", id(&rounds.link("Open a round"))),
        ("proposals", id(&check)),
        ("letters", id(&letters.link("Gwen Morris"))),
        ("person", ruth.to_string()),
        ("sessions", id(&reflection)),
        ("you", you),
        ("organisations", organisation.to_string()),
        ("administrators", ruth.to_string()),
        ("people", gwens.to_string()),
        ("sign-ins", id(&end)),
        ("partnerships", id(&pair)),
        ("entries", entry(&rounds.link("Second round"), duet).await),
        ("passkeys", passkey(duet).await),
        ("outcomes", id(&outcome)),
        ("trainings", id(&training)),
        ("waivers", id(&waiver)),
        ("capabilities", id(&priya.get("/capabilities").await.attributes("main li a.plain", "href").remove(0))),
        ("assessments", assessment(duet).await),
        ("pupils", pupil(duet).await),
        ("calls", call(duet).await),
        ("open-links", open_link(duet).await),
        ("imports", upload(duet, id(&rounds.link("Second round"))).await),
    ])
}

/// A pupil of Gwen's, at whose school Tom teaches music.
async fn pupil(duet: &TestDuet) -> String {
    let draft = duet::pupil::PupilDraft {
        name: "Nel Hughes".to_owned(),
        school: "Ysgol y Bryn".to_owned(),
        year_group: "Year 5".to_owned(),
        reference: None,
    };
    steps::teaches(duet, cast::PRIYA, draft, cast::GWEN, cast::TOM).await
}

/// A round that is open to apply to.
async fn call(duet: &TestDuet) -> String {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::opens_to_applications(&mut priya, "Third round").await.split('/').nth(2).expect("an id").to_owned()
}

/// A link that lets anybody apply to it.
async fn open_link(duet: &TestDuet) -> String {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = priya.get("/rounds").await.link("Third round");
    let made = priya.post(&format!("{round}/open-links"), &[]).await;
    let end = made.attributes("form[action^='/open-links/']", "action").concat();
    end.split('/').nth(2).expect("an id").to_owned()
}

/// An application that was entered for Gwen.
async fn entry(round: &str, duet: &TestDuet) -> String {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let form = priya.get(&format!("{round}/applications/new")).await;
    let gwen = [("Their name", "Gwen Morris"), ("Their mail address", cast::GWEN), ("role", "mentee")];
    let entered = priya.press(&form, "Enter it for them", &gwen).await;
    entered.is(200).sees("for Gwen Morris").path().rsplit('/').next().expect("an id").to_owned()
}

/// What Tom said of Gwen, as a colleague.
async fn assessment(duet: &TestDuet) -> String {
    let (gwen, tom) = (duet.viewer(cast::GWEN).await.person, duet.viewer(cast::TOM).await);
    let noted = duet.store().write(duet.organisation(), move |tx| {
        let capability = duet::capability::store::framework(tx)?.all.remove(0);
        let said = assessment::store::Said {
            person: gwen,
            capability: capability.id,
            version: capability.version,
            level: 4,
            assessed_on: tx.today(),
            source: assessment::Source::Peer,
            noted_by: tom.person,
            brought_in: false,
        };
        assessment::store::note(tx, &[said], &[])?;
        assessment::store::given(tx, tom)
    });
    noted.await.expect("an assessment")[0].id.to_string()
}

/// A passkey of Gwen's.
async fn passkey(duet: &TestDuet) -> String {
    let gwen = duet.viewer(cast::GWEN).await;
    let added = duet.store().write_outside(move |tx| {
        let identity = duet::identity::store::of(tx, gwen)?;
        let key = kit::db::Json(serde_json::json!({}));
        duet::factor::store::add_passkey(tx, identity, &vec![1], "Phone", &key)
    });
    added.await.expect("a passkey").to_string()
}

/// Spreadsheets that Gwen sent when she coordinated, which she does no more.
async fn upload(duet: &TestDuet, round: String) -> String {
    let (priya, gwen) = (duet.viewer(cast::PRIYA).await, duet.viewer(cast::GWEN).await);
    let round = RoundId(round.parse().expect("an id"));
    let kept = duet.store().write(duet.organisation(), move |tx| {
        let round = duet::round::store::reached(tx, priya, round)?.into_inner();
        let then = Holder { relation: Relation::Coordinator, person: gwen.person, name: "Gwen Morris".to_owned() };
        let files = vec![(Side::Mentors, cast::MENTORS.into()), (Side::Mentees, cast::MENTEES.into())];
        import::store::add(tx, &Reached::of(round, gwen, vec![then]), "people", &Contents { files, rules: None })
    });
    kept.await.expect("an upload").to_string()
}

pub(crate) fn kind(route: &Route) -> &str {
    route.path.split('/').nth(1).unwrap_or_default()
}

/// The path of a route about an id.
pub(crate) fn path(route: &str, id: &str, ids: &Ids) -> String {
    let path = route.replace("{id}", id).replace("{person}", &ids["person"]);
    let path = path.replace("{kind}", "mentee").replace("{language}", "en").replace("{condition}", "support");
    path.replace("{role}", "mentor").replace("{step}", "you")
}

/// Asks a route about an id with a body that it would take from who may.
pub(crate) async fn asks(visitor: &mut Visitor, route: &Route, method: &str, id: &str, ids: &Ids) -> Page {
    let path = path(&route.path, id, ids);
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
        Some("you") => "job_title=Mine&workplace=Mine&places=1&do=later".to_owned(),
        Some("another-try") => "note=Mine".to_owned(),
        Some("encouragements") => "name=Me&address=me@elsewhere.example&language=en".to_owned(),
        Some("ending") => "duty=sponsor".to_owned(),
        Some("appointments") => "name=Me&address=me@elsewhere.example&duty=coordinator".to_owned(),
        Some("answer") => format!("answer=decline{}", if route.path.contains("/entries/") { format!("&person={person}") } else { String::new() }),
        Some("membership") => "membership=erased".to_owned(),
        Some("testimonial") => "words=Mine&named=nameless&in_report=yes&long=year".to_owned(),
        Some("pupils") => "find=nel".to_owned(),
        Some("ratings") => "do=after".to_owned(),
        Some("settlement") => "how=taken_back".to_owned(),
        Some("session") => format!("person={person}&held_on-day=2&held_on-month=11&held_on-year=2026&minutes=60&way=phone&id={NOTHING}"),
        Some("sessions") => "held_on-day=2&held_on-month=11&held_on-year=2026&minutes=60&way=phone".to_owned(),
        Some("erasure" | "erasures") => "address=nobody%40elsewhere.example".to_owned(),
        Some("waivers") => format!("person={person}&role=mentor&note=Mine"),
        Some("stage") => "stage=training".to_owned(),
        Some("reflection") => "words=Mine".to_owned(),
        Some("evaluations") => format!("evaluator={person}&evaluated={person}&relation=supervises&holds=yes"),
        Some("places") => format!("mentor={person}"),
        Some("rules") => "first=total&least_fit=0".to_owned(),
        Some("wishes") => format!("mentor={person}&mentee={person}&wish=apart"),
        Some("new") => "name=Mine&starts_on-day=1&starts_on-month=2&starts_on-year=2027&ends_on-day=1&ends_on-month=3&ends_on-year=2027".to_owned(),
        _ => String::new(),
    };
    visitor.send(Method::POST, &path, "application/x-www-form-urlencoded", Body::from(body)).await
}

/// Somebody who supervises Gwen, and does nothing else here.
pub(crate) async fn supervisor(duet: &TestDuet, address: &'static str) -> Visitor {
    let gwen = duet.viewer(cast::GWEN).await.person;
    let added = duet.store().write(duet.organisation(), move |tx| {
        let draft = duet::person::PersonDraft {
            name: "Sue Visor".to_owned(),
            address: address.to_owned(),
            job_title: String::new(),
            workplace: String::new(),
            language: kit::words::Language::English,
        };
        let person = duet::person::store::add(tx, &draft)?;
        duet::evaluation::note::note(tx, person, gwen, duet::evaluation::Relation::Supervises)
    });
    added.await.expect("somebody can be supervised");
    duet.sign_in(address).await
}

/// Somebody who administers and does nothing else, whom no door appoints yet.
pub(crate) async fn second_administrator(duet: &TestDuet) -> Visitor {
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
