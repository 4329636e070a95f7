//! Loads the cast through the same acts as the real thing, on days counted back from today.

use kit::clock::{Clock, Day, days_later};
use kit::db::Store;
use kit::once::Taking;
use kit::words::Language;
use kit::{Error, Result};

use super::cast::{self, FIRST_PAIRS, HELEN, PRIYA, QUOTES, RATINGS, RUTH};
use super::{rounds, skills};
use crate::condition::{self, Condition};
use crate::import::take::{Consent, bring_in};
use crate::import::underway::Progress;
use crate::import::{Contents, Given, Side, as_problem};
use crate::letter::{self, Desk};
use crate::mapping::kinds::PEOPLE;
use crate::notice::{self, Basis, NoticeDraft, USUAL_MONTHS};
use crate::organisation::{self, OrganisationId};
use crate::outcome::{self, OutcomeDraft};
use crate::partnership::{self, Answer, answer};
use crate::person::{self, PersonDraft, PersonId, Viewer};
use crate::proposal::{Wish, make, publish, wish};
use crate::question::{self, Worded};
use crate::rating::Moment;
use crate::round::rules::Rules;
use crate::round::{self, RoundDraft, RoundId, Stage};
use crate::scheme::{self, Colour, Duty, SchemeDraft, SchemeId};
use crate::session::{SessionDraft, Way, log};
use crate::stage::move_on;
use crate::words;

/// How many days ago the first round began.
const FIRST_BEGAN: i64 = 175;

/// Fills a fresh database with the cast, and marks it as a demo.
///
/// # Errors
/// `Conflict` when it is not fresh.
pub async fn load(store: &Store) -> Result<()> {
    store.at(long_ago(store)).write_outside(|tx| organisation::store::install(tx, true)).await?;
    cast_comes(store).await
}

/// The cast comes into a demo, in an organisation of its own, and lives until today.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn cast_comes(store: &Store) -> Result<()> {
    let (now, today) = (store.clock().now(), store.clock().today());
    let past = store.at(long_ago(store));
    let (priya, scheme) = people(&past).await?;
    let first = round(
        &past,
        priya,
        scheme,
        today,
        "First round",
        (-FIRST_BEGAN, 15),
        (cast::FIRST_MENTORS, cast::FIRST_MENTEES),
    )
    .await?;
    skills::begin(&past, priya).await?;
    first_round(&past, priya, first).await?;
    skills::look_back(&past, priya).await?;

    let recent = store.at(Clock::set_to(days_later(now, -5), "Europe/London"));
    let second =
        round(&recent, priya, scheme, today, "Second round", (30, 240), (cast::MENTORS, cast::MENTEES)).await?;
    skills::join(&recent, priya).await?;
    make::make(&recent, priya, second, &Taking::none()).await?;
    Ok(())
}

/// A clock that stands where the story begins.
fn long_ago(store: &Store) -> Clock {
    Clock::set_to(days_later(store.clock().now(), -FIRST_BEGAN - 30), "Europe/London")
}

/// The federation, its people who do not apply, and the scheme.
async fn people(store: &Store) -> Result<(Viewer, SchemeId)> {
    let organisation = store.write_outside(|tx| organisation::store::found(tx, cast::ORGANISATION)).await?;
    store.write(organisation, move |tx| staff(tx, organisation)).await
}

fn staff(tx: &mut kit::db::Tx<'_>, organisation: OrganisationId) -> Result<(Viewer, SchemeId)> {
    for (address, name, job) in cast::STAFF {
        let draft = PersonDraft {
            name: (*name).to_owned(),
            address: (*address).to_owned(),
            job_title: (*job).to_owned(),
            workplace: cast::ORGANISATION.to_owned(),
            language: Language::English,
        };
        person::store::add(tx, &draft)?;
    }
    let priya = Viewer { organisation, person: found(tx, PRIYA)? };
    scheme::store::appoint(tx, priya.person, Duty::Administrator, None)?;
    tells(tx, priya)?;
    let draft = SchemeDraft {
        name: cast::SCHEME.to_owned(),
        purpose: "Heads of library services learn from each other: to lead with care, to find their voice, and to be less alone."
            .to_owned(),
        sponsor: String::new(),
        first_talk: false,
        colour: Colour::Teal,
    };
    let scheme = scheme::open::open(tx, priya, &draft)?;
    for (address, duty) in [(RUTH, Duty::Coach), (HELEN, Duty::Sponsor)] {
        let person = found(tx, address)?;
        scheme::store::appoint(tx, person, duty, Some(scheme))?;
        person::store::told(tx, person)?;
    }
    for (words, words_cy, for_role) in cast::OUTCOMES {
        let draft = OutcomeDraft { words: (*words).to_owned(), words_cy: (*words_cy).to_owned(), for_role: *for_role };
        outcome::add::add(tx, priya, scheme, &draft)?;
    }
    for (kind, words, words_cy) in cast::CONDITIONS {
        let condition = Condition { kind: *kind, words: (*words).to_owned(), words_cy: (*words_cy).to_owned() };
        condition::write::write(tx, priya, scheme, &condition)?;
    }
    Ok((priya, scheme))
}

/// What people are told about what is kept of them.
fn tells(tx: &mut kit::db::Tx<'_>, priya: Viewer) -> Result<()> {
    let said = |language, key| words::words().map(|words| words.say(language).t(key).into_owned());
    let draft = NoticeDraft {
        controller: cast::ORGANISATION.to_owned(),
        contact: "privacy@libraries.example".to_owned(),
        basis: Basis::LegitimateInterests,
        months: USUAL_MONTHS,
        complaints: said(Language::English, "notice-complaints-usual")?,
        purpose_en: said(Language::English, "notice-purpose-usual")?,
        purpose_cy: said(Language::Welsh, "notice-purpose-usual")?,
    };
    notice::write::write(tx, priya, &draft)?;
    person::store::told(tx, priya.person).map(|_| ())
}

pub(super) fn found(c: &mut kit::db::Read<'_>, address: &str) -> Result<PersonId> {
    Ok(person::store::by_address(c, address)?.ok_or(Error::NotFound)?.id)
}

/// Opens a round that begins and ends so many days from now, and brings its applicants in.
async fn round(
    store: &Store,
    priya: Viewer,
    scheme: SchemeId,
    today: Day,
    name: &'static str,
    (begins, ends): (i64, i64),
    (mentors, mentees): (&'static str, &'static str),
) -> Result<RoundId> {
    let files = [(Side::Mentors, mentors), (Side::Mentees, mentees)];
    let contents = Contents {
        files: files.into_iter().map(|(side, text)| (side, text.as_bytes().to_vec())).collect(),
        rules: Some(cast::RULES.as_bytes().to_vec()),
    };
    let given = Given::read(&PEOPLE, &contents, &Rules::default(), &|_, _| None).map_err(as_problem)?;
    let day = |days: i64| today.saturating_add(jiff::Span::new().days(days));
    let round = RoundDraft { name: name.to_owned(), starts_on: day(begins), ends_on: day(ends) };
    store
        .write(priya.organisation, move |tx| {
            let id = round::open::open(tx, priya, scheme, &round)?;
            let (apply_by, open) = (tx.today().saturating_add(jiff::Span::new().days(14)), Stage::Open);
            round::deadline::set(tx, priya, id, apply_by)?;
            move_on::move_on(tx, priya, id, open)?;
            bring_in(tx, priya, id, &given, &Consent::default(), &Progress::default())?;
            asks(tx, priya, id)?;
            Ok(id)
        })
        .await
}

/// The round's form asks in words of its own, in both languages.
fn asks(tx: &mut kit::db::Tx<'_>, priya: Viewer, round: RoundId) -> Result<()> {
    for (heading, words, words_cy, lines) in cast::QUESTIONS {
        let (words, words_cy) = ((*words).to_owned(), (*words_cy).to_owned());
        let worded = Worded { words, words_cy, choices: question::choices(lines), ..Worded::plain(heading) };
        question::word::word(tx, priya, round, &worded)?;
    }
    Ok(())
}

/// Plays the first round: paired, told, begun, met.
async fn first_round(store: &Store, priya: Viewer, round: RoundId) -> Result<()> {
    let desk = desk()?;
    for (mentor, mentee, _) in FIRST_PAIRS {
        let two = store.read(priya.organisation, move |c| Ok((found(c, mentor)?, found(c, mentee)?))).await?;
        wish::wish(store, priya, round, two, Some(Wish::Together), &Taking::none()).await?;
    }
    let plan = make::make(store, priya, round, &Taking::none()).await?.ok_or(Error::NotFound)?;
    store
        .write(priya.organisation, move |tx| {
            publish::publish(tx, priya, plan, desk)?;
            let now = tx.now();
            letter::send::mark_all_sent(tx, priya, now)
        })
        .await?;
    let began = store.clock().now();
    store.clock().set(days_later(began, 28));
    store
        .write(priya.organisation, move |tx| {
            FIRST_PAIRS.iter().try_for_each(|(mentor, mentee, _)| begin(tx, priya, mentor, mentee))?;
            rounds::train(tx, priya, round)?;
            rounds::asked(tx, priya, round, Moment::Before, RATINGS)
        })
        .await?;
    for (mentor, _, sessions) in FIRST_PAIRS {
        for &(day, minutes) in *sessions {
            store.clock().set(days_later(began, 30 + day));
            store.write(priya.organisation, move |tx| meet(tx, priya, mentor, minutes)).await?;
        }
    }
    store.clock().set(days_later(began, FIRST_BEGAN + 25));
    store
        .write(priya.organisation, move |tx| {
            rounds::asked(tx, priya, round, Moment::After, RATINGS)?;
            rounds::looks_back(tx, priya, round, QUOTES)
        })
        .await
}

/// Letters of the past were sent by hand.
pub(super) fn desk() -> Result<Desk> {
    Ok(Desk { words: words::words()?, by_itself: false })
}

/// Both say yes.
fn begin(tx: &mut kit::db::Tx<'_>, priya: Viewer, mentor: &str, mentee: &str) -> Result<()> {
    for address in [mentor, mentee] {
        let viewer = Viewer { person: found(tx, address)?, ..priya };
        person::store::told(tx, viewer.person)?;
        let theirs = partnership::store::of(tx, viewer)?;
        let id = theirs.first().ok_or(Error::NotFound)?.id;
        answer::answer(tx, viewer, id, Answer::Accept)?;
    }
    Ok(())
}

/// The mentor logs a session of today.
fn meet(tx: &mut kit::db::Tx<'_>, priya: Viewer, mentor: &str, minutes: i64) -> Result<()> {
    let viewer = Viewer { person: found(tx, mentor)?, ..priya };
    let theirs = partnership::store::of(tx, viewer)?;
    let id = theirs.first().ok_or(Error::NotFound)?.id;
    let way = if minutes > 60 { Way::InPerson } else { Way::Online };
    log::log(tx, viewer, id, SessionDraft { id: tx.fresh(), held_on: tx.today(), minutes, way }, desk()?)?;
    Ok(())
}
