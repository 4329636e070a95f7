//! Words that stand nowhere else, one in each place where somebody's words are kept, and everybody who might come upon
//! one. For the story that nobody does who should not.

mod readers;
mod words;

use duet::by_mail::mail::{self, Mail};
use duet::person::{self, PersonDraft};
use duet::pupil::PupilDraft;
use duet::scheme::{self, Duty, SchemeId};
use duet::wording::{Kind, Wording, reword};
use duet::you::{self, AddressChange, AddressRequest};
use duet::{factor, identity};
use kit::db::Json;
use kit::token::Token;
use kit::words::Language;
use testkit::{Mailbox, Page, TestDuet, Visitor};

pub(crate) use self::readers::{Actor, Reader, actors, reader_of};
pub(crate) use self::words::{CANARIES, Canary, START};
use crate::steps;
use crate::{asking, drill};

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

pub(crate) const MENTOR: &str = "zqmentoraddress@one.example";
pub(crate) const MENTEE: &str = "zqmenteeaddress@three.example";
pub(crate) const COORDINATOR: &str = "cora@office.example";
/// An address of the mentor's besides.
pub(crate) const SECOND_ADDRESS: &str = "zqsecondaddress@one.example";
const OTHER: &str = "zqotheraddress@five.example";
const MANAGER: &str = "zqmanageraddress@three.example";
const SUPERVISOR: &str = "super@three.example";
const ASSESSOR: &str = "peer@three.example";
const COACH: &str = "zqcoachaddress@coaching.example";
const SPONSOR: &str = "spencer@office.example";
const SECOND_ADMINISTRATOR: &str = "second@office.example";

/// A Duet in which every canary has its place: a scheme, a round told and begun, a session, two reflections.
pub(crate) async fn told() -> TestDuet {
    drill::listen();
    let duet = TestDuet::called("Zqorganisation").await;
    happens(&duet).await;
    duet
}

/// The same where mail leaves: what is written meanwhile goes to a mailbox.
pub(crate) async fn told_by_mail() -> (TestDuet, Mailbox) {
    drill::listen();
    let (duet, mailbox) = (TestDuet::called("Zqorganisation").await, Mailbox::open().await);
    let duet = duet.with_mail(mailbox.post());
    happens(&duet).await;
    (duet, mailbox)
}

async fn happens(duet: &TestDuet) {
    let mut ada = duet.administrator().await;
    let scheme = [("name", "Zqschemename"), ("purpose", "Zqschemepurpose."), ("colour", "teal")];
    let opened = ada.post("/schemes/new", &scheme).await;
    runs(duet, &mut ada, opened.is(200)).await;
    let mut cora = duet.sign_in(COORDINATOR).await;
    let round = opened_round(&mut cora).await;
    let pairs = cora.get(&format!("{round}/people")).await;
    let pairs = cora.press(&pairs, "Propose pairs", &[]).await;
    let check = cora.follow(&pairs, "Go on to telling them").await;
    cora.press(&check, "Tell them now", &[]).await.is(200);
    // So long the letters are held, where they go out by themselves.
    duet.minutes_pass(15);
    duet.works().await;
    for (address, other) in [(MENTOR, "Zqmentee Zqmenteename"), (MENTEE, "Zqmentor Zqmentorname")] {
        steps::answers(&mut duet.sign_in(address).await, other, "Yes, I would").await.is(200);
    }
    duet.days_pass(1);
    meets_and_reflects(duet).await;
    says_what_it_should_bring(duet).await;
    says_where_they_stand(duet).await;
    says_what_they_can_do(duet).await;
    asking::supervises(duet, SUPERVISOR, MENTEE).await;
    asking::assesses(duet, ASSESSOR, MENTEE).await;
    is_known_otherwise(duet).await;
    rewords(duet).await;
    says_what_is_kept(&mut duet.administrator().await).await;
    teaches(duet).await;
    asks_and_applies(duet).await;
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

/// The coordinator says how the form asks, also for something the law protects; another round is open, and somebody has begun
/// an application to it and not sent it.
async fn asks_and_applies(duet: &TestDuet) {
    let mut cora = duet.sign_in(COORDINATOR).await;
    for round in [cora.get("/").await.link("Zqroundname"), steps::opens_to_applications(&mut cora, "Plain round").await]
    {
        let worded = [("words", "Zqquestionwords?"), ("words_cy", "Zqquestionwelsh?"), ("choices", "Zqquestionchoice")];
        let asked = [("heading", "Zqquestionheading"), ("purpose", "Zqquestionpurpose.")];
        let path = format!("{round}/questions/wording");
        cora.post(&path, &[&asked[..], &worded[..]].concat()).await.is(200).sees("Zqquestionwords");
    }
    let mut plain = duet.sign_in("plain@two.example").await;
    let pair =
        plain.get("/").await.links().into_iter().find(|(_, to)| to.starts_with("/partnerships/")).expect("a pair").1;
    plain.post(&format!("{pair}/answer"), &[("answer", "decline")]).await.is(200);
    cora.post(&format!("{pair}/another-try"), &[("note", "Zqtrynote.")]).await.is(200).sees("Zqtrynote");
    let call = plain.get("/").await.link("Apply to Plain round");
    let typed = [("job_title", "zqdraftwords"), ("workplace", "Two"), ("do", "later")];
    plain.post(&format!("{call}/mentee/steps/you"), &typed).await.is(200).sees("Only you can see it");
}

/// Both say where they stand, the mentee to the coach too; the mentor lets others read some words, without a name.
async fn says_where_they_stand(duet: &TestDuet) {
    let mut cora = duet.sign_in(COORDINATOR).await;
    let round = cora.get("/rounds").await.link("Zqroundname");
    cora.post(&format!("{round}/ratings"), &[("do", "before")]).await.is(200);
    // Where letters go by themselves they are held for so long, and the question opens with them.
    duet.minutes_pass(15);
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

/// The coordinator writes the levels and a capability, and the mentor says where they are.
async fn says_what_they_can_do(duet: &TestDuet) {
    let mut cora = duet.sign_in(COORDINATOR).await;
    let levels = [("names", "Zqlevelname\nConfident"), ("names_cy", ""), ("lowest", "1"), ("teaches", "2")];
    cora.post("/capabilities/levels", &levels).await.is(200).sees("Zqlevelname");
    let capability = [
        ("name", "Zqcapabilityname"),
        ("name_cy", "Zqcapabilitywelshname"),
        ("area", "Zqcapabilityarea"),
        ("area_cy", "Zqcapabilitywelsharea"),
        ("level-1", "Zqcapabilitylevel."),
    ];
    cora.post("/capabilities/new", &capability).await.is(200).sees("Zqcapabilitylevel");
    let mut mentor = duet.sign_in(MENTOR).await;
    let home = mentor.get("/").await;
    let own = mentor.follow(&home, "What you can do").await;
    let asking = mentor.follow(&own, "Say where you are").await;
    let name = asking.attributes("input[type=radio][value='2']", "name").concat();
    mentor.press(&asking, "Keep this", &[(&name, "2")]).await.is(200).sees("Zqcapabilityname");
}

/// The mentor has another address, asks for a third, changed one before, and has a passkey and a mail on its way.
async fn is_known_otherwise(duet: &TestDuet) {
    let viewer = duet.viewer(MENTOR).await;
    let known = duet.store().write(viewer.organisation, move |tx| {
        person::store::add_address(tx, viewer.person, SECOND_ADDRESS)?;
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
