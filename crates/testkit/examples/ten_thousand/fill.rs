//! The people: invented from a seed, the same each time, through the product's own stores.

use duet::application;
use duet::application::store::Written;
use duet::demo::cast;
use duet::import;
use duet::partnership::{self, PartnershipId, RunningPair};
use duet::person::{self, PersonDraft, PersonId, Viewer};
use duet::proposal::make;
use duet::round::rules::{Answers, Role, file};
use duet::round::{self, RoundDraft, RoundId};
use duet::scheme::{self, Colour, SchemeDraft};
use duet::session::{self, SessionDraft, Way};
use kit::Result;
use kit::clock::Day;
use kit::db::Tx;
use kit::once::Taking;
use kit::words::Language;
use testkit::TestDuet;

const PEOPLE: usize = 10_000;
/// Of them in the round whose board is looked at.
const ON_THE_BOARD: usize = 200;
/// How many are added in one transaction.
const AT_ONCE: usize = 1_000;

/// Where to look.
pub(crate) struct Filled {
    everybody: RoundId,
    board: RoundId,
    paired: RoundId,
    /// Somebody in the middle of the list.
    middle: PersonId,
}

impl Filled {
    /// What each page is called, and its path.
    pub(crate) fn pages(&self) -> Vec<(&'static str, String)> {
        vec![
            ("home", "/".to_owned()),
            ("a round", format!("/rounds/{}", self.board)),
            ("the board, 200 people", format!("/rounds/{}/proposal", self.board)),
            ("people, 200", format!("/rounds/{}/people", self.board)),
            ("a list of 10,000", format!("/rounds/{}/people", self.everybody)),
            (
                "a page further on in it",
                format!("/rounds/{}/people?who=mentors&after=mentor.{}", self.everybody, self.middle),
            ),
            ("a round of 5,000 pairs", format!("/rounds/{}", self.paired)),
            ("somebody found in it", format!("/rounds/{}/people?find=zofia+york", self.everybody)),
        ]
    }
}

/// Adds ten thousand people to the demo's organisation, a round that all of them apply to, and one with a board.
pub(crate) async fn fill(duet: &TestDuet) -> Result<Filled> {
    let (store, organisation) = (duet.store(), duet.organisation());
    let priya = duet.viewer(cast::PRIYA).await;
    let (everybody, board, paired) = store.write(organisation, move |tx| rounds(tx, priya)).await?;
    let mut all = Vec::new();
    for from in (0..PEOPLE).step_by(AT_ONCE) {
        let some = store
            .write(organisation, move |tx| (from..from + AT_ONCE).map(|at| add(tx, at)).collect::<Result<Vec<_>>>());
        all.extend(some.await?);
    }
    let pairs: Vec<(PersonId, PersonId)> = all.chunks_exact(2).map(|two| (two[0], two[1])).collect();
    for (round, count) in [(everybody, PEOPLE), (board, ON_THE_BOARD)] {
        for (from, some) in all[..count].chunks(AT_ONCE).enumerate() {
            let some = some.to_vec();
            store.write(organisation, move |tx| apply(tx, priya, round, from * AT_ONCE, &some)).await?;
        }
    }
    make::make(store, priya, board, &Taking::none()).await?;
    store.write(organisation, move |tx| meet(tx, priya, paired, &pairs)).await?;
    Ok(Filled { everybody, board, paired, middle: all[PEOPLE / 2] })
}

fn rounds(tx: &mut Tx<'_>, priya: Viewer) -> Result<(RoundId, RoundId, RoundId)> {
    let draft = SchemeDraft {
        name: "Ten thousand".to_owned(),
        purpose: "To be many.".to_owned(),
        sponsor: String::new(),
        first_talk: false,
        colour: Colour::Teal,
    };
    let scheme = scheme::open::open(tx, priya, &draft)?;
    let rules = file::read(cast::RULES.as_bytes()).map_err(|fault| import::as_problem(("rules", fault)))?;
    let today = tx.today();
    let later = |days: i64| today.saturating_add(jiff::Span::new().days(days));
    let mut open = |name: &str, starts_on: Day| -> Result<RoundId> {
        let draft = RoundDraft { name: name.to_owned(), starts_on, ends_on: later(200) };
        let id = round::open::open(tx, priya, scheme, &draft)?;
        let reached = round::store::reached(tx, priya, id)?;
        round::store::set_rules(tx, &reached, &rules)?;
        Ok(id)
    };
    Ok((open("Everybody", today)?, open("A board", today)?, open("Pairs", later(30))?))
}

/// All of them are pairs, and every other pair has met once.
fn meet(tx: &mut Tx<'_>, priya: Viewer, round: RoundId, pairs: &[(PersonId, PersonId)]) -> Result<()> {
    let (today, round) = (tx.today(), round::store::reached(tx, priya, round)?);
    let running = |&(mentor, mentee): &(PersonId, PersonId)| RunningPair { mentor, mentee, started_on: Some(today) };
    let running: Vec<RunningPair> = pairs.iter().map(running).collect();
    partnership::store::add_running(tx, &round, &running, &[])?;
    let begun = partnership::store::begun(tx, &round)?;
    let sessions: Vec<(PartnershipId, SessionDraft)> = begun
        .iter()
        .step_by(2)
        .map(|pair| (pair.id, SessionDraft { id: tx.fresh(), held_on: today, minutes: 60, way: Way::Online }))
        .collect();
    session::store::log_many(tx, &round, &sessions)
}

/// Adds the person of this number.
fn add(tx: &mut Tx<'_>, at: usize) -> Result<PersonId> {
    let one = |from: &[&'static str], salt| from[chance(at, salt) % from.len()];
    let draft = PersonDraft {
        name: format!("{} {}{}", one(FIRST, 1), one(LAST, 2), one(ENDS, 3)),
        address: format!("person{at}@ten-thousand.example"),
        job_title: one(JOBS, 4).to_owned(),
        workplace: format!("{} Libraries", one(LAST, 5)),
        language: if chance(at, 6).is_multiple_of(5) { Language::Welsh } else { Language::English },
    };
    person::store::add(tx, &draft)
}

/// Half of them apply as mentors, half as mentees.
fn apply(tx: &mut Tx<'_>, priya: Viewer, round: RoundId, from: usize, some: &[PersonId]) -> Result<()> {
    let round = round::store::reached(tx, priya, round)?;
    for (at, person) in (from..).zip(some) {
        let one = |from: &[&'static str], salt| from[chance(at, salt) % from.len()].to_owned();
        let role = if at % 2 == 0 { Role::Mentor } else { Role::Mentee };
        let topics = format!("{}; {}", one(TOPICS, 7), one(TOPICS, 8));
        let said = [
            ("nation", one(NATIONS, 9)),
            ("head of service", "yes".to_owned()),
            ("experience", one(YEARS, 10)),
            (if role == Role::Mentor { "offers" } else { "wants" }, topics),
        ];
        let answers: Answers =
            said.into_iter().map(|(heading, answer)| (kit::sheet::folded(heading), answer)).collect();
        application::store::apply(tx, &round, Written { person: *person, role, places: 1, answers, sent_at: None })?;
    }
    Ok(())
}

/// A number that looks like chance and is the same each time (SplitMix64).
fn chance(at: usize, salt: u64) -> usize {
    let mut z = (at as u64).wrapping_add(salt << 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (z ^ (z >> 31)) as usize
}

const FIRST: &[&str] = &[
    "Aled", "Amina", "Ben", "Carys", "Chidi", "Dilys", "Elin", "Farah", "Gareth", "Hana", "Idris", "Jo", "Kemi",
    "Lowri", "Mair", "Nia", "Owain", "Priti", "Rhys", "Sioned", "Tariq", "Una", "Wyn", "Zofia",
];
const LAST: &[&str] = &[
    "Ash", "Beck", "Carr", "Dale", "East", "Field", "Glyn", "Hill", "Iver", "Kirk", "Lang", "Moor", "North", "Oak",
    "Penn", "Quay", "Ridge", "Stone", "Thorn", "Vale", "West", "York",
];
const ENDS: &[&str] = &["", "by", "ham", "ley", "ton", "well", "wick", "worth"];
const JOBS: &[&str] = &["Head of service", "Area manager", "Team leader", "Librarian", "Project manager"];
const NATIONS: &[&str] = &["England", "Wales", "Northern Ireland", "Jersey"];
const YEARS: &[&str] = &["under 2 years", "2 to 5 years", "6 to 10 years", "over 10 years"];
const TOPICS: &[&str] =
    &["budgets", "capital projects", "confidence", "councillors", "listening", "restructures", "service change"];
