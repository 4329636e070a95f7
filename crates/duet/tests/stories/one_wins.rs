//! What can be done once is done once, however many try at the same moment: one wins, and the others are told.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::letter::write::{Draft, write};
use duet::partnership::offer;
use duet::person::{self, Person, PersonDraft, PersonId, Viewer};
use duet::sign_in::open;
use duet::wording::{Kind, Wordings};
use kit::words::Language;
use testkit::{TestDuet, Visitor};
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use crate::drill::{figure, times};
use crate::steps;

/// A browser and the form it sends.
pub(crate) type Try = (Visitor, String, String);

/// Sends all of them at the same moment, each from a thread of its own: each status, in no order.
pub(crate) async fn at_once(tries: Vec<Try>) -> Vec<u16> {
    let send = |(mut visitor, path, form): Try| {
        let kind = "application/x-www-form-urlencoded";
        let sent = async move { visitor.send(Method::POST, &path, kind, Body::from(form)).await.status() };
        Handle::current().block_on(sent)
    };
    let sent: Vec<_> = tries.into_iter().map(|one| spawn_blocking(move || send(one))).collect();
    let mut answers = Vec::new();
    for one in sent {
        answers.push(one.await.expect("an answer"));
    }
    answers
}

/// So many browsers, that send the same form or each their own.
pub(crate) fn clients(visitor: &Visitor, path: &str, form: impl Fn(usize) -> String) -> Vec<Try> {
    (0..times(16, 64)).map(|number| (visitor.clone(), path.to_owned(), form(number))).collect()
}

/// So many were let through, and every other was told that it is done, or to try again.
#[track_caller]
pub(crate) fn wins(answers: &[u16], winners: usize, what: &str) {
    let count = |status| answers.iter().filter(|one| **one == status).count();
    assert_eq!((count(303), count(409)), (winners, answers.len() - winners), "{what}: {answers:?}");
}

pub(crate) fn rounds() -> usize {
    times(5, 200)
}

async fn known(duet: &TestDuet, address: &'static str) -> Person {
    let found = duet.store().read(duet.organisation(), move |c| person::store::by_address(c, address)).await;
    found.expect("a database").expect("somebody known")
}

/// Somebody new, who takes part in nothing yet.
async fn somebody(duet: &TestDuet, name: String) -> PersonId {
    let draft = PersonDraft {
        address: format!("{}@races.example", name.to_lowercase()),
        name,
        job_title: String::new(),
        workplace: String::new(),
        language: Language::English,
    };
    let added = duet.store().write(duet.organisation(), move |tx| {
        let person = person::store::add(tx, &draft)?;
        person::store::told(tx, person)?;
        Ok(person)
    });
    added.await.expect("a person")
}

/// A browser signed in as somebody, by their id.
async fn signed_in(duet: &TestDuet, person: PersonId) -> Visitor {
    let viewer = Viewer { organisation: duet.organisation(), person };
    let secret = duet.store().write_outside(move |tx| open::open(tx, viewer)).await.expect("a sign-in");
    let mut visitor = duet.guest();
    visitor.set_cookie(duet::web::SIGN_IN_COOKIE, secret.reveal());
    visitor
}

pub(crate) async fn count(duet: &TestDuet, query: &str) -> usize {
    let counted = duet.asked(&format!("select cast(count(*) as text) from {query}")).await;
    counted[0].parse().expect("a number")
}

pub(crate) fn told(what: &str, rounds: usize) {
    figure("one wins", what, format!("{rounds} × {}: 1 each", times(16, 64)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_link_lets_one_in() {
    let duet = TestDuet::demo().await;
    let viewer = Viewer { organisation: duet.organisation(), person: known(&duet, steps::ALED).await.id };
    for _ in 0..rounds() {
        let made = duet.store().write_outside(move |tx| open::make_link(tx, viewer, None, 1)).await.expect("a link");
        let before = count(&duet, "sign_in").await;
        let path = format!("/sign-in/{}", made.reveal());
        let answers = at_once(clients(&duet.guest(), &path, |_| String::new())).await;
        wins(&answers, 1, "a link");
        assert_eq!(count(&duet, "sign_in").await, before + 1);
    }
    told("a sign-in link", rounds());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_logged_once_and_has_one_reflection() {
    let duet = TestDuet::demo().await;
    let gwen = duet.sign_in(cast::GWEN).await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    for _ in 0..rounds() {
        let id = kit::id::fresh(duet.clock().now(), duet.store().random());
        let form = format!("id={id}&held_on-day=2&held_on-month=11&held_on-year=2026&minutes=30&way=phone");
        let answers = at_once(clients(&gwen, &format!("{pair}/sessions"), |_| form.clone())).await;
        let fine = answers.iter().filter(|status| **status == 303).count();
        assert!(fine >= 1 && answers.iter().all(|status| [303, 409].contains(status)), "{answers:?}");
        assert_eq!(count(&duet, &format!("session where cast(id as text) = '{id}'")).await, 1);
        assert_eq!(count(&duet, &format!("audit where cast(subject as text) = '{id}'")).await, 1);

        let answers =
            at_once(clients(&gwen, &format!("/sessions/{id}/reflection"), |n| format!("words=word{n}"))).await;
        assert!(answers.iter().all(|status| [303, 409].contains(status)), "{answers:?}");
        let one = format!("reflection where cast(session as text) = '{id}'");
        assert_eq!(count(&duet, &one).await, 1);
        let written = format!("audit where act = 'reflection.written' and subject in (select id from {one})");
        assert_eq!(count(&duet, &written).await, 1, "written once; the others changed it");
    }
    told("a session by its id", rounds());
    told("a reflection on a session", rounds());
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_answers_once_and_the_last_place_goes_to_one() {
    let duet = TestDuet::demo().await;
    let round = duet.asked("select cast(id as text) from round where name = 'Second round'").await;
    let round = duet::round::RoundId(round[0].parse().expect("an id"));
    let here = duet.organisation();
    for number in 0..rounds() {
        let (mentor, mentee) =
            (somebody(&duet, format!("Mentor{number}")).await, somebody(&duet, format!("Mentee{number}")).await);
        // Many offer the same mentee at once: there is one place beside her.
        let mut offering = Vec::new();
        for rival in 0..times(16, 64) {
            let (store, rival) = (
                duet.store().clone(),
                if rival == 0 { mentor } else { somebody(&duet, format!("Rival{number}x{rival}")).await },
            );
            offering.push((store, rival));
        }
        let offering: Vec<_> = offering
            .into_iter()
            .map(|(store, rival)| {
                tokio::spawn(async move {
                    store
                        .write(here, move |tx| offer::offer(tx, round, rival, mentee, tx.now()))
                        .await
                        .map(|id| (id, rival))
                })
            })
            .collect();
        let mut placed = Vec::new();
        for one in offering {
            placed.extend(one.await.expect("no panic").ok());
        }
        assert_eq!(placed.len(), 1, "one place");
        let (pair, mentor) = placed[0];
        // Both say yes, or one of them no, all at once: each has one answer.
        let path = format!("/partnerships/{pair}/answer");
        let both = [signed_in(&duet, mentor).await, signed_in(&duet, mentee).await];
        let words = |n: usize| if number % 2 == 1 && n.is_multiple_of(3) { "answer=decline" } else { "answer=accept" };
        let tries = (0..times(16, 64)).map(|n| (both[n % 2].clone(), path.clone(), words(n).to_owned())).collect();
        let answers = at_once(tries).await;
        let said = count(&duet, &format!("partnership_answer where cast(partnership as text) = '{pair}'")).await;
        let noted = count(&duet, &format!("audit where cast(subject as text) = '{pair}'")).await;
        wins(&answers, said, "an answer");
        assert_eq!(noted, said);
        let state = format!("partnership where cast(id as text) = '{pair}' and ");
        let (running, over) = (
            count(&duet, &format!("{state} started_on is not null and finished_on is null")).await,
            count(&duet, &format!("{state} started_on is null and finished_on is not null")).await,
        );
        assert!(
            (said, running, over) == (2, 1, 0) || (said <= 2 && (running, over) == (0, 1)),
            "{said} {running} {over}"
        );
    }
    told("an answer of each of a pair", rounds());
    told("the one place beside a mentee", rounds());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_goes_out_once() {
    let duet = TestDuet::demo().await;
    let (priya, tom) = (duet.sign_in(cast::PRIYA).await, known(&duet, cast::TOM).await.id);
    let scheme = duet.asked("select cast(id as text) from scheme").await;
    let scheme = duet::scheme::SchemeId(scheme[0].parse().expect("an id"));
    let (by, desk) = (duet.viewer(cast::PRIYA).await.person, duet.desk());
    for _ in 0..rounds() {
        let letter = duet.store().write(duet.organisation(), move |tx| {
            let cause = tx.fresh();
            let draft = Draft { kind: Kind::MenteeLeftOut, scheme, to: tom, by, cause, held: false };
            write(tx, desk, &Wordings::default(), draft, &|_, _| vec![("name", "Tom".to_owned())])
        });
        let letter = letter.await.expect("a letter").expect("it waits for no mail");
        let answers = at_once(clients(&priya, &format!("/letters/{letter}/sending"), |_| String::new())).await;
        assert!(answers.iter().all(|status| [303, 409].contains(status)), "{answers:?}");
        assert_eq!(count(&duet, &format!("audit where cast(subject as text) = '{letter}'")).await, 1);
    }
    told("the sending of a letter", rounds());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_told_once() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    steps::opens_a_round(&mut ada).await;
    let new = ada.get("/rounds").await.link("Open a round");
    for number in 0..rounds() {
        let round = [
            ("name", format!("Round {number}")),
            ("starts_on-day", "1".into()),
            ("starts_on-month", "2".into()),
            ("starts_on-year", "2027".into()),
            ("ends_on-day", "31".into()),
            ("ends_on-month", "7".into()),
            ("ends_on-year", "2027".into()),
        ];
        let round: Vec<(&str, &str)> = round.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let asking = ada.post(&new, &round).await;
        let mentors = format!(
            "name,email,organisation\nAda Quill,a{number}@one.example,Joy\nBo Reed,b{number}@one.example,Joy\n"
        );
        let mentees = format!(
            "name,email,organisation\nEve Sedge,e{number}@two.example,Love\nFay Teal,f{number}@two.example,Love\n"
        );
        let people = steps::brings_in(&mut ada, &asking, &mentors, &mentees).await;
        let pairs = ada.press(&people, "Propose pairs", &[]).await;
        let (partnerships, letters) = (count(&duet, "partnership").await, count(&duet, "letter").await);
        let answers = at_once(clients(&ada, &pairs.link("Go on to telling them"), |_| String::new())).await;
        wins(&answers, 1, "a publication");
        assert_eq!((count(&duet, "partnership").await - partnerships, count(&duet, "letter").await - letters), (2, 4));
    }
    told("the telling of a proposal", rounds());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_comes_in_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    // And on another node: what one program has under way, the other does not know.
    let other = testkit::signed_in(duet.database().open(duet.clock().clone()).await, cast::PRIYA).await;
    let import = steps::opens_a_round(&mut priya).await.path().to_owned();
    for number in 0..rounds() {
        let sheet = |whose: &str, one: &str, two: &str| {
            let row = |name: &str| format!("{name},{name}{number}@{whose}.example,{whose}\n");
            format!("name,email,organisation\n{}{}", row(one), row(two))
        };
        let (mentors, mentees) = (sheet("joy", "ada", "bo"), sheet("love", "eve", "fay"));
        let files = [("mentors", "a.csv", mentors.as_bytes()), ("mentees", "b.csv", mentees.as_bytes())];
        let check = priya.upload(&import, &files).await;
        let seen = check.is(200).attributes("input[name=seen]", "value").remove(0);
        let things = ["person", "application", "audit where act = 'round.people_imported'"];
        let mut before = Vec::new();
        for thing in things {
            before.push(count(&duet, thing).await);
        }
        let path = format!("{}/taking", check.path());
        let one = |n: usize| if n.is_multiple_of(2) { priya.clone() } else { other.clone() };
        let tries = (0..times(16, 64)).map(|n| (one(n), path.clone(), format!("seen={seen}"))).collect();
        let answers = at_once(tries).await;
        assert!(answers.contains(&303), "{answers:?}");
        assert!(answers.iter().all(|status| [303, 404, 409].contains(status)), "{answers:?}");
        // Where the machine is slow, whoever brings it in is led to a page that says how far it is.
        for _ in 0..300 {
            if count(&duet, things[2]).await > before[2] {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        for (at, (thing, more)) in things.into_iter().zip([4, 4, 1]).enumerate() {
            assert_eq!(count(&duet, thing).await, before[at] + more, "{thing}, sheet {number}");
        }
    }
    told("bringing a sheet in", rounds());
}
