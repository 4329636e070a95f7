//! Asking a route about an id, with what it would take from who may: for the stories about all routes.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Method;
use duet::access::{Holder, Reached, Relation};
use duet::assessment;
use duet::demo::cast;
use duet::evaluation::{self, note};
use duet::import::{self, Contents, Side};
use duet::person::{self, PersonDraft, Viewer};
use duet::round::RoundId;
use duet::scheme::{self, Duty};
use duet::{identity, organisation};
use kit::words::Language;
use testkit::{Page, TestDuet, Visitor};

use crate::routes::Route;
use crate::steps;

/// An id that nothing has.
pub(crate) const NOTHING: &str = "01920000-0000-7000-8000-000000000000";

/// An id of each kind, by the first word of its paths.
pub(crate) type Ids = BTreeMap<&'static str, String>;

/// Whose the ids are, as far as they are somebody's own.
pub(crate) const OWNER: &str = "olwen.own@libraries.example";
/// Who teaches the pupil, and who teaches music at the pupil's school.
pub(crate) const TUTOR: &str = "tegan.tutor@libraries.example";
pub(crate) const TEACHER: &str = "sioned.school@libraries.example";
/// Who said where the owner stands.
pub(crate) const ASSESSOR: &str = "asa.sessor@libraries.example";
/// Who coaches the scheme, and may come to pay for it; and who may come to administer.
pub(crate) const RUNNER: &str = "dora.duty@libraries.example";
pub(crate) const HELPER: &str = "adam.helper@libraries.example";

/// The ids of the demo's second round, once it is told, and what belongs to it; of Gwen's and Tom's pair, who met, and she
/// reflected on it; and of what is somebody's own. Nobody who stands in one relation to any of them stands in another, but
/// who wrote something, who is one of the pair.
pub(crate) async fn ids(duet: &TestDuet) -> Ids {
    let owner = comes(duet, "Olwen Own", OWNER).await;
    for (name, address) in [("Tegan Tutor", TUTOR), ("Sioned School", TEACHER)] {
        comes(duet, name, address).await;
    }
    let helper = comes(duet, "Adam Helper", HELPER).await.person;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let check = steps::goes_to_pairs(&mut priya).await.link("Go on to telling them");
    let letters = steps::tells_the_pairs(&mut priya).await;
    let rounds = priya.get("/rounds").await;
    let mut olwen = duet.sign_in(OWNER).await;
    duet.sign_in(OWNER).await;
    let end = olwen.get("/sign-ins").await.attributes("ul.people form", "action").concat();
    let pair = steps::pair_path(duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let reflection = gwen.get(&pair).await.link("Reflect on it");
    gwen.post(&reflection, &[("words", "I listened.")]).await.is(200);
    let code = olwen.post("/you/addresses", &[("address", "olwen@new.example"), ("use", "main")]).await;
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
        ("person", runner(duet, &id(&rounds.link("Open a round"))).await),
        ("sessions", id(&reflection)),
        ("you", you),
        ("organisations", next_door(duet, owner).await.to_string()),
        ("administrators", helper.to_string()),
        ("people", owner.person.to_string()),
        ("sign-ins", id(&end)),
        ("partnerships", id(&pair)),
        ("entries", entry(&rounds.link("Second round"), duet).await),
        ("passkeys", passkey(duet, owner).await),
        ("outcomes", id(&outcome)),
        ("trainings", id(&training)),
        ("waivers", id(&waiver)),
        ("capabilities", id(&priya.get("/capabilities").await.attributes("main li a.plain", "href").remove(0))),
        ("assessments", assesses(duet, ASSESSOR, OWNER).await),
        ("pupils", pupil(duet).await),
        ("calls", call(duet).await),
        ("open-links", open_link(duet).await),
        ("imports", upload(duet, id(&rounds.link("Second round"))).await),
    ])
}

/// Somebody comes whom nobody knew, and does nothing here.
pub(crate) async fn comes(duet: &TestDuet, name: &str, address: &'static str) -> Viewer {
    let draft = drafted(name, address);
    let added = duet.store().write(duet.organisation(), move |tx| person::store::add(tx, &draft));
    Viewer { organisation: duet.organisation(), person: added.await.expect("somebody new") }
}

fn drafted(name: &str, address: &str) -> PersonDraft {
    let (name, address) = (name.to_owned(), address.to_owned());
    PersonDraft { name, address, job_title: String::new(), workplace: String::new(), language: Language::English }
}

/// Gives somebody a duty, if they have it not.
pub(crate) async fn appoints(duet: &TestDuet, address: &'static str, duty: Duty, scheme: Option<&str>) {
    let who = duet.viewer(address).await;
    let scheme = scheme.map(|id| scheme::SchemeId(id.parse().expect("an id")));
    let appointed = duet.store().write(who.organisation, move |tx| {
        let known = scheme::store::appointments(tx, who.person)?;
        if known.iter().any(|one| one.duty == duty && one.scheme == scheme) {
            return Ok(());
        }
        scheme::store::appoint(tx, who.person, duty, scheme)
    });
    appointed.await.expect("a duty");
}

/// Somebody who coaches the scheme, whoever else does.
async fn runner(duet: &TestDuet, scheme: &str) -> String {
    let runner = comes(duet, "Dora Duty", RUNNER).await;
    appoints(duet, RUNNER, Duty::Coach, Some(scheme)).await;
    runner.person.to_string()
}

/// Another organisation, in which the owner is known to be who she is here.
async fn next_door(duet: &TestDuet, owner: Viewer) -> organisation::OrganisationId {
    let founded = duet.store().write_outside(|tx| organisation::store::found(tx, "Next door")).await;
    let organisation = founded.expect("another organisation");
    let added = duet.store().write(organisation, |tx| person::store::add(tx, &drafted("Olwen Next", OWNER)));
    let there = Viewer { organisation, person: added.await.expect("somebody new") };
    let linked = duet.store().write_outside(move |tx| identity::store::link(tx, owner, there));
    linked.await.expect("one is the other");
    organisation
}

/// A pupil with a tutor, at whose school somebody teaches music.
async fn pupil(duet: &TestDuet) -> String {
    let draft = duet::pupil::PupilDraft {
        name: "Nel Hughes".to_owned(),
        school: "Ysgol y Bryn".to_owned(),
        year_group: "Year 5".to_owned(),
        reference: None,
    };
    steps::teaches(duet, cast::PRIYA, draft, TUTOR, TEACHER).await
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

/// An application that was entered for the owner; beside another one, which stays when it is taken back.
async fn entry(round: &str, duet: &TestDuet) -> String {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let mut entry = String::new();
    for role in ["mentor", "mentee"] {
        let form = priya.get(&format!("{round}/applications/new")).await;
        let olwen = [("Their name", "Olwen Own"), ("Their mail address", OWNER), ("role", role)];
        let entered = priya.press(&form, "Enter it for them", &olwen).await;
        entry = entered.is(200).sees("for Olwen Own").path().rsplit('/').next().expect("an id").to_owned();
    }
    entry
}

/// Somebody new says where somebody stands, as a colleague.
pub(crate) async fn assesses(duet: &TestDuet, by: &'static str, of: &'static str) -> String {
    let (by, of) = (comes(duet, "Asa Sessor", by).await, duet.viewer(of).await.person);
    let noted = duet.store().write(duet.organisation(), move |tx| {
        let capability = duet::capability::store::framework(tx)?.all.remove(0);
        let said = assessment::store::Said {
            person: of,
            capability: capability.id,
            version: capability.version,
            level: 2,
            assessed_on: tx.today(),
            source: assessment::Source::Peer,
            noted_by: by.person,
            brought_in: false,
        };
        assessment::store::note(tx, &[said], &[])?;
        assessment::store::given(tx, by)
    });
    noted.await.expect("an assessment")[0].id.to_string()
}

/// Somebody new supervises somebody.
pub(crate) async fn supervises(duet: &TestDuet, by: &'static str, of: &'static str) {
    let (by, of) = (comes(duet, "Sue Visor", by).await.person, duet.viewer(of).await.person);
    let noted =
        duet.store().write(duet.organisation(), move |tx| note::note(tx, by, of, evaluation::Relation::Supervises));
    noted.await.expect("somebody can be supervised");
}

/// A passkey of the owner's.
async fn passkey(duet: &TestDuet, owner: Viewer) -> String {
    let added = duet.store().write_outside(move |tx| {
        let identity = identity::store::of(tx, owner)?;
        let key = kit::db::Json(serde_json::json!({}));
        duet::factor::store::add_passkey(tx, identity, &vec![1], "Phone", &key)
    });
    added.await.expect("a passkey").to_string()
}

/// Spreadsheets that the owner sent when she coordinated, which she does no more.
async fn upload(duet: &TestDuet, round: String) -> String {
    let (priya, olwen) = (duet.viewer(cast::PRIYA).await, duet.viewer(OWNER).await);
    let round = RoundId(round.parse().expect("an id"));
    let kept = duet.store().write(duet.organisation(), move |tx| {
        let round = duet::round::store::reached(tx, priya, round)?.into_inner();
        let then = Holder { relation: Relation::Coordinator, person: olwen.person, name: "Olwen Own".to_owned() };
        let files = vec![(Side::Mentors, cast::MENTORS.into()), (Side::Mentees, cast::MENTEES.into())];
        import::store::add(tx, &Reached::of(round, olwen, vec![then]), "people", &Contents { files, rules: None })
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

/// Where somebody is written to who administers and does nothing else.
pub(crate) const SECOND_ADMINISTRATOR: &str = "kit.office@libraries.example";

/// Somebody who administers and does nothing else.
pub(crate) async fn second_administrator(duet: &TestDuet) -> Visitor {
    comes(duet, "Kit Office", SECOND_ADMINISTRATOR).await;
    appoints(duet, SECOND_ADMINISTRATOR, Duty::Administrator, None).await;
    duet.sign_in(SECOND_ADMINISTRATOR).await
}
