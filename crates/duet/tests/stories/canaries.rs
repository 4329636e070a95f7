//! Words that stand nowhere else, one in each place where somebody's words are kept, and everybody who might come upon
//! one. For the story that nobody does who should not.

mod words;

use duet::access::Relation;
use duet::by_mail::mail::{self, Mail};
use duet::person::{self, PersonDraft};
use duet::pupil::PupilDraft;
use duet::scheme::{self, Duty, SchemeId};
use duet::wording::{Kind, Wording, reword};
use duet::you::{self, AddressChange, AddressRequest};
use duet::{factor, identity, policy};
use kit::access::Verb;
use kit::db::Json;
use kit::token::Token;
use kit::words::Language;
use testkit::{Page, TestDuet, Visitor};

pub(crate) use self::words::{CANARIES, Canary, START};
use crate::drill;
use crate::steps;

/// Somebody who looks everywhere.
pub(crate) struct Actor {
    pub(crate) name: &'static str,
    pub(crate) visitor: Visitor,
    /// Their duties, when they belong to the organisation.
    duties: Option<&'static [Relation]>,
}

impl Actor {
    /// Whether the table lets them see a canary.
    pub(crate) fn may_see(&self, canary: &Canary) -> bool {
        let mut stands = vec![Relation::Anybody];
        if let Some(duties) = self.duties {
            if canary.shown.is_empty() {
                return true;
            }
            stands.extend_from_slice(duties);
            stands.push(Relation::Member);
        }
        if canary.of == self.name {
            stands.extend([Relation::Oneself, Relation::Author, Relation::Tutor]);
        }
        if canary.among.contains(&self.name) {
            stands.extend([Relation::InThePartnership, Relation::SchoolTeacher]);
        }
        let resources = policy::resources();
        let lets = |stands: &[Relation], name: &str, verb: Verb| {
            let resource = resources.iter().find(|one| one.name == name);
            let resource = resource.unwrap_or_else(|| panic!("the table knows no {name}"));
            stands.iter().any(|relation| resource.allows(relation.as_str(), verb))
        };
        canary.shown.iter().any(|(name, verb)| lets(&stands, name, *verb))
            || canary.about.contains(&self.name) && lets(&[Relation::Oneself], "everything", Verb::See)
    }
}

const MENTORS: &str = "name,email,organisation,job title,offers,zqheading,places,line manager email
Zqmentor Zqmentorname,zqmentoraddress@one.example,Zqmentorplace,Zqmentorjob,zqshared; zqoffered,yes,1,
Plain Mentor,plain@two.example,Two,Head,plain,yes,1,
";
const MENTEES: &str = "name,email,organisation,job title,wants,zqheading,line manager email,health zqprivateheading
Zqmentee Zqmenteename,zqmenteeaddress@three.example,Zqmenteeplace,Zqmenteejob,zqshared; zqwanted,yes,zqmanageraddress@three.example,zqprivateanswer
Plain Mentee,plain@four.example,Four,Head,plain,yes,,
Zqother Zqothername,zqotheraddress@five.example,Five,Head,zqotherwanted,yes,,
Not Eligible,not@six.example,Six,Head,plain,no,,
";
const RULES: &str = "first = \"count\"
different_workplace = true

[[eligible]]
role = \"mentee\"
heading = \"zqheading\"
one_of = [\"yes\"]
words = \"Zqrulewords are met.\"
words_cy = \"Zqrulewords yn Gymraeg.\"

[[criteria]]
kind = \"overlap\"
offers = \"offers\"
wants = \"wants\"
weight = 6

[[criteria]]
kind = \"same\"
heading = \"zqheading\"
weight = 1
";

const MENTOR: &str = "zqmentoraddress@one.example";
const MENTEE: &str = "zqmenteeaddress@three.example";
const OTHER: &str = "zqotheraddress@five.example";
const COACH: &str = "zqcoachaddress@coaching.example";
const COORDINATOR: &str = "cora@office.example";
const SPONSOR: &str = "spencer@office.example";
const SECOND_ADMINISTRATOR: &str = "second@office.example";

/// A Duet in which every canary has its place: a scheme, a round told and begun, a session, two reflections.
pub(crate) async fn told() -> TestDuet {
    drill::listen();
    let duet = TestDuet::called("Zqorganisation").await;
    let mut ada = duet.administrator().await;
    let scheme = [("name", "Zqschemename"), ("purpose", "Zqschemepurpose."), ("colour", "teal")];
    let opened = ada.post("/schemes/new", &scheme).await;
    runs(&duet, &mut ada, opened.is(200)).await;
    let mut cora = duet.sign_in(COORDINATOR).await;
    let round = opened_round(&mut cora).await;
    let pairs = cora.get(&format!("{round}/people")).await;
    let pairs = cora.press(&pairs, "Propose pairs", &[]).await;
    let check = cora.follow(&pairs, "Go on to telling them").await;
    cora.press(&check, "Tell them now", &[]).await.is(200);
    for (address, other) in [(MENTOR, "Zqmentee Zqmenteename"), (MENTEE, "Zqmentor Zqmentorname")] {
        steps::answers(&mut duet.sign_in(address).await, other, "Yes, I would").await.is(200);
    }
    duet.days_pass(1);
    meets_and_reflects(&duet).await;
    says_what_it_should_bring(&duet).await;
    says_where_they_stand(&duet).await;
    is_known_otherwise(&duet).await;
    rewords(&duet).await;
    says_what_is_kept(&mut ada).await;
    teaches(&duet).await;
    duet
}

/// The mentor is the tutor of a pupil, and the mentee teaches music at the school.
async fn teaches(duet: &TestDuet) {
    let draft = PupilDraft {
        name: "Zqpupilname".to_owned(),
        school: "Zqpupilschool".to_owned(),
        year_group: "Zqpupilyear".to_owned(),
        reference: Some("Zqpupilreference".to_owned()),
    };
    steps::teaches(duet, testkit::ADMINISTRATOR, draft, MENTOR, MENTEE).await;
}

/// Both say where they stand, the mentee to the coach too; the mentor lets others read some words, without a name.
async fn says_where_they_stand(duet: &TestDuet) {
    let mut cora = duet.sign_in(COORDINATOR).await;
    let round = cora.get("/rounds").await.link("Zqroundname");
    cora.post(&format!("{round}/ratings"), &[("do", "before")]).await.is(200);
    for (address, other, line, share) in
        [(MENTOR, "Zqmenteename", "zqmentorrating", ""), (MENTEE, "Zqmentorname", "zqmenteerating", "yes")]
    {
        let mut visitor = duet.sign_in(address).await;
        let pair = visitor.get("/").await.link(other);
        let form = visitor.get(&format!("{pair}/before")).await;
        let names = form.attributes("#ladder fieldset input[value='1']", "name");
        let mut said: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "3")).collect();
        said.extend([("line", line), ("shared", share)].into_iter().filter(|(_, text)| !text.is_empty()));
        visitor.post(&format!("{pair}/before"), &said).await.is(200);
        if address == MENTOR {
            let words = [("words", "Zqtestimonial."), ("named", "nameless"), ("in_report", "yes"), ("long", "always")];
            visitor.post(&format!("{pair}/testimonial"), &words).await.is(200);
        }
    }
}

/// The mentor has another address, asks for a third, changed one before, and has a passkey and a mail on its way.
async fn is_known_otherwise(duet: &TestDuet) {
    let viewer = duet.viewer(MENTOR).await;
    let known = duet.store().write(viewer.organisation, move |tx| {
        person::store::add_address(tx, viewer.person, "zqsecondaddress@one.example")?;
        let (address, code_hash) = ("zqaskedaddress@one.example".to_owned(), vec![1; 32]);
        let request = AddressRequest { address, main: false, code_hash, tries: 0 };
        you::store::write_request(tx, viewer.person, &request)?;
        let change = AddressChange {
            was: "zqwasaddress@one.example".to_owned(),
            added: Some("zqaddedaddress@one.example".to_owned()),
            removed: Some("zqremovedaddress@one.example".to_owned()),
        };
        let undo = Token::fresh(tx.random());
        you::store::write_change(tx, viewer.person, &change, &undo)
    });
    known.await.expect("addresses can be written down");
    let proven = duet.store().write_outside(move |tx| {
        let identity = identity::store::of(tx, viewer)?;
        factor::store::add_passkey(tx, identity, &vec![2; 16], "Zqpasskey", &Json(serde_json::json!({})))?;
        let mail = Mail {
            to: "zqmailaddress@one.example".to_owned(),
            language: Language::English,
            subject: "Zqmailsubject".to_owned(),
            body: "Zqmailbody.".to_owned(),
        };
        mail::send(tx, &mail)
    });
    proven.await.expect("a passkey and a mail can be written down");
}

/// What people are told about what is kept of them.
async fn says_what_is_kept(ada: &mut Visitor) {
    let told = [
        ("controller", "Zqcontroller"),
        ("contact", "zqcontact@office.example"),
        ("purpose_en", "Zqpurposeen."),
        ("purpose_cy", "Zqpurposecy."),
        ("basis", "contract"),
        ("months", "12"),
        ("complaints", "Zqcomplaints"),
    ];
    ada.post("/notices/wording", &told).await.is(200).sees("Zqcontroller");
}

/// The coordinator puts a letter into the scheme's own words, in the language nobody here reads.
async fn rewords(duet: &TestDuet) {
    let (viewer, scheme) = (duet.viewer(COORDINATOR).await, duet.asked("select cast(id as text) from scheme").await);
    let scheme = SchemeId(scheme[0].parse().expect("an id"));
    let kept = duet.store().write(viewer.organisation, move |tx| {
        let (subject, body) = ("Zqwordingsubject".to_owned(), "Zqwordingbody: {other}.".to_owned());
        let letter = (Kind::Mentee, Language::Welsh);
        reword::reword(tx, viewer, scheme, letter, &Wording { subject, body })
    });
    kept.await.expect("a letter can be put into other words");
}

/// The coordinator says what the scheme should bring those who take part.
async fn says_what_it_should_bring(duet: &TestDuet) {
    let mut cora = duet.sign_in(COORDINATOR).await;
    let scheme = cora.get("/rounds").await.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let words = [("words", "Zqoutcomewords."), ("words_cy", "Zqoutcomewelsh."), ("for_role", "both")];
    cora.post(&format!("{scheme}/outcomes"), &words).await.is(200).sees("Zqoutcomewords");
    let round = cora.get("/").await.link("Zqroundname");
    let eligibility = cora.get(&format!("{round}/eligibility")).await;
    let person = eligibility.attributes("details input[name=person]", "value").concat();
    let waiver = [("person", person.as_str()), ("role", "mentee"), ("note", "Zqwaivernote.")];
    cora.post(&format!("{round}/waivers"), &waiver).await.is(200).sees("Zqwaivernote");
    let held = [("name", "Zqtraining"), ("held_on-day", "2"), ("held_on-month", "12"), ("held_on-year", "2026")];
    cora.post(&format!("{round}/trainings"), &held).await.is(200).sees("Zqtraining");
    let words = [("words", "Zqconditionwords."), ("words_cy", "Zqconditionwelsh.")];
    cora.post(&format!("{scheme}/conditions/reward"), &words).await.is(200).sees("Zqconditionwords");
    let form = cora.get(&format!("{scheme}/description")).await;
    cora.press(&form, "Keep this", &[("sponsor", "Zqschemesponsor")]).await.is(200).sees("Zqschemesponsor");
}

/// The coordinator sends one more sheet and settles its columns, and does not bring it in.
async fn sends_more(cora: &mut Visitor, round: &str) {
    let sheet =
        "name,email,role,health,offers,wants,zqheading\nNew Person,new@seven.example,mentor,zqsentcell,plain,,yes\n";
    let check = cora.upload(&format!("{round}/import"), &[("both", "more.csv", sheet.as_bytes())]).await;
    let sealed = [("use-0-3", "sealed:"), ("purpose-0-3", "Zqsealedwhy")];
    cora.press(&check, "Look again", &sealed).await.is(200).sees("Nothing has been saved yet.");
}

/// Who runs the scheme: people with names of their own, each with one duty only.
async fn runs(duet: &TestDuet, ada: &mut Visitor, opened: &Page) {
    let rounds = ada.get("/rounds").await;
    let scheme = rounds.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    assert_eq!(opened.status(), 200);
    for (name, address, duty) in [
        ("Zqcoordinatorname", COORDINATOR, "coordinator"),
        ("Zqcoachname", COACH, "coach"),
        ("Zqsponsorname", SPONSOR, "sponsor"),
    ] {
        let asked = [("name", name), ("address", address), ("duty", duty)];
        ada.post(&format!("{scheme}/appointments"), &asked).await.is(200).sees(name);
    }
    let added = duet.store().write(duet.organisation(), |tx| {
        let draft = PersonDraft {
            name: "Zqadministratorname".to_owned(),
            address: SECOND_ADMINISTRATOR.to_owned(),
            job_title: String::new(),
            workplace: String::new(),
            language: Language::English,
        };
        let person = person::store::add(tx, &draft)?;
        scheme::store::appoint(tx, person, Duty::Administrator, None)
    });
    added.await.expect("an administrator can be appointed");
}

async fn opened_round(cora: &mut Visitor) -> String {
    let rounds = cora.get("/rounds").await;
    let asking = cora.follow(&rounds, "Open a round").await;
    let round = [
        ("Name of the round", "Zqroundname"),
        ("When do pairs begin to meet?", "1 12 2026"),
        ("When does the round end?", "31 7 2027"),
    ];
    let asking = cora.press(&asking, "Open a round", &round).await;
    let files = [
        ("mentors", "mentors.csv", MENTORS.as_bytes()),
        ("mentees", "mentees.csv", MENTEES.as_bytes()),
        ("rules", "rules.toml", RULES.as_bytes()),
    ];
    let check = cora.upload(asking.path(), &files).await;
    let sealed = [("use-1-7", "sealed:"), ("purpose-1-7", "Zqprivatewhy")];
    let check = cora.press(&check, "Look again", &sealed).await;
    let people = cora.press(&check, "Bring them in", &[]).await;
    people.is(200).sees("Zqmentor Zqmentorname");
    let round = people.path().trim_end_matches("/people").to_owned();
    sends_more(cora, &round).await;
    round
}

async fn meets_and_reflects(duet: &TestDuet) {
    for (address, other, words) in
        [(MENTOR, "Zqmenteename", "zqmentorreflection"), (MENTEE, "Zqmentorname", "zqmenteereflection")]
    {
        let mut visitor = duet.sign_in(address).await;
        let home = visitor.get("/").await;
        let mut pair = visitor.follow(&home, other).await;
        if address == MENTOR {
            let form = visitor.follow(&pair, "Log a session").await;
            let met = [("When did you meet?", "4 11 2026"), ("minutes", "50"), ("way", "phone")];
            pair = visitor.press(&form, "Save the session", &met).await;
        }
        let form = visitor.follow(pair.is(200), "Reflect on it").await;
        visitor.press(&form, "Keep it", &[("words", words)]).await.is(200);
    }
}

/// One of each relation, and some of none.
pub(crate) async fn actors(duet: &TestDuet) -> Vec<Actor> {
    use Relation::{Administrator, Coach, Coordinator, Sponsor};
    let mut elsewhere = duet.elsewhere("dilys@elsewhere.example").await;
    steps::opens_a_round(&mut elsewhere).await;
    let actor = |name, visitor, duties: &'static [Relation]| Actor { name, visitor, duties: Some(duties) };
    vec![
        Actor { name: "guest", visitor: duet.guest(), duties: None },
        Actor { name: "elsewhere", visitor: elsewhere, duties: None },
        actor("member", duet.sign_in("plain@two.example").await, &[]),
        actor("applicant", duet.sign_in(OTHER).await, &[]),
        actor("mentee", duet.sign_in(MENTEE).await, &[]),
        actor("mentor", duet.sign_in(MENTOR).await, &[]),
        actor("sponsor", duet.sign_in(SPONSOR).await, &[Sponsor]),
        actor("coach", duet.sign_in(COACH).await, &[Coach]),
        actor("coordinator", duet.sign_in(COORDINATOR).await, &[Coordinator]),
        actor("administrator", duet.sign_in(SECOND_ADMINISTRATOR).await, &[Administrator]),
    ]
}
