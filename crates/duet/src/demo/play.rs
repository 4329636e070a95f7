//! The second round, played by the same acts as the real thing: told, begun, trained, met, looked back on. One pair meets
//! once and falls quiet.

use kit::clock::{Clock, Day};
use kit::db::{Read, Store, Tx};
use kit::once::Taking;
use kit::{Error, Result};

use super::cast::{self, LATER_QUOTES, LATER_RATINGS, PRIYA};
use super::load::{desk, found};
use super::rounds;
use super::stage::Scene;
use crate::letter;
use crate::organisation;
use crate::partnership::{self, Answer, Partnership, Standing, answer};
use crate::person::{PersonId, Viewer};
use crate::proposal::{make, publish};
use crate::rating::Moment;
use crate::round::{self, Round};
use crate::session::{SessionDraft, Way, log};

/// The sixth week, counted from the round's first day.
const WEEK_SIX: i64 = 38;
/// Which pair falls quiet, of those in the order they stand in.
const QUIET: usize = 2;

/// Whether the newest round has begun without us: then nobody can be told in time any more.
pub(super) async fn has_begun(store: &Store) -> Result<bool> {
    let organisation = store.read_outside(|c| organisation::store::by_name(c, cast::ORGANISATION)).await?.id;
    let (_, round) = store.read(organisation, move |c| newest_round(c, organisation)).await?;
    Ok(round.starts_on <= store.clock().today())
}

/// Plays on until a scene; tells how many days the clock then has to be ahead.
///
/// # Errors
/// `Internal` when the database fails; `Conflict` when the pairs cannot be told.
pub(super) async fn until(store: &Store, scene: Scene) -> Result<i64> {
    let organisation = store.read_outside(|c| organisation::store::by_name(c, cast::ORGANISATION)).await?.id;
    let (priya, round) = store.read(organisation, move |c| newest_round(c, organisation)).await?;
    let week_six = later(round.starts_on, WEEK_SIX).min(round.ends_on);
    let (from, to) = match scene {
        Scene::Today => return Ok(0),
        Scene::WeekSix => (round.starts_on, week_six),
        Scene::LastDay => (later(week_six, 1), round.ends_on),
    };
    if scene == Scene::WeekSix {
        tell(store, priya, &round).await?;
    }
    let past = store.at(Clock::set_to(store.clock().now(), "Europe/London"));
    let id = round.id;
    if scene == Scene::WeekSix {
        past.clock().set_day(round.starts_on);
        past.write(organisation, move |tx| {
            pairs(tx, priya, id)?.iter().try_for_each(|(two, _)| begin(tx, priya, two))?;
            rounds::train(tx, priya, id)?;
            rounds::asked(tx, priya, id, Moment::Before, LATER_RATINGS)
        })
        .await?;
    }
    let pairs = store.read(organisation, move |c| pairs(c, priya, id)).await?;
    let mut met: Vec<(Day, Meeting)> = Vec::new();
    for (at, (two, pair)) in pairs.iter().enumerate() {
        if pair.standing() == Standing::Running {
            let days = meetings(at, round.starts_on, round.ends_on).into_iter().filter(|day| (from..=to).contains(day));
            met.extend(days.map(|day| (day, Meeting { mentor: two.0, pair: pair.id, minutes: [60, 45, 75][at % 3] })));
        }
    }
    met.sort_by_key(|(day, _)| *day);
    for (day, meeting) in met {
        past.clock().set_day(day);
        past.write(organisation, move |tx| meeting.held(tx, priya)).await?;
    }
    if scene == Scene::LastDay {
        past.clock().set_day(round.ends_on);
        past.write(organisation, move |tx| {
            rounds::asked(tx, priya, id, Moment::After, LATER_RATINGS)?;
            rounds::looks_back(tx, priya, id, LATER_QUOTES)
        })
        .await?;
    }
    let really = store.clock().real().today();
    Ok(i64::from(to.since(really).map_err(Error::internal)?.get_days()))
}

/// The coordinator, and the round that begins last.
fn newest_round(c: &mut Read<'_>, organisation: organisation::OrganisationId) -> Result<(Viewer, Round)> {
    let priya = Viewer { organisation, person: found(c, PRIYA)? };
    let round = round::store::seen_by(c, priya)?.into_iter().next().ok_or(Error::NotFound)?;
    Ok((priya, round))
}

/// Proposes the pairs anew, so that every wish counts, and tells them; unless that was done.
async fn tell(store: &Store, priya: Viewer, round: &Round) -> Result<()> {
    let (id, desk) = (round.id, desk()?);
    if !store.read(priya.organisation, move |c| pairs(c, priya, id)).await?.is_empty() {
        return Ok(());
    }
    let plan = make::make(store, priya, id, &Taking::none()).await?.ok_or(Error::NotFound)?;
    store
        .write(priya.organisation, move |tx| {
            publish::publish(tx, priya, plan, desk)?;
            let now = tx.now();
            letter::send::mark_all_sent(tx, priya, now)
        })
        .await
}

type Two = (PersonId, PersonId);

/// The round's pairs that have not ended, by the name of the mentee.
fn pairs(c: &mut Read<'_>, priya: Viewer, round: round::RoundId) -> Result<Vec<(Two, Partnership)>> {
    let reached = round::store::reached(c, priya, round)?;
    let mut all = Vec::new();
    for (mentor, mentee) in partnership::store::open_in(c, &reached)? {
        let theirs = partnership::store::of(c, Viewer { person: mentee, ..priya })?;
        let pair = theirs.into_iter().find(|one| one.round == round && one.mentor == mentor);
        all.extend(pair.map(|pair| ((mentor, mentee), pair)));
    }
    all.sort_by(|(_, one), (_, other)| one.mentee_name.cmp(&other.mentee_name));
    Ok(all)
}

/// Both say yes, who has not yet.
fn begin(tx: &mut Tx<'_>, priya: Viewer, two: &Two) -> Result<()> {
    for person in [two.0, two.1] {
        let viewer = Viewer { person, ..priya };
        let theirs = partnership::store::of(tx, viewer)?;
        let pair = theirs.iter().find(|one| (one.mentor, one.mentee) == *two && one.standing() == Standing::Offered);
        if let Some(pair) = pair
            && !partnership::store::answered_by(tx, person)?.contains(&pair.id)
        {
            answer::answer(tx, viewer, pair.id, Answer::Accept)?;
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Meeting {
    mentor: PersonId,
    pair: partnership::PartnershipId,
    minutes: i64,
}

impl Meeting {
    /// The mentor logs it, today.
    fn held(self, tx: &mut Tx<'_>, priya: Viewer) -> Result<()> {
        let way = if self.minutes > 60 { Way::InPerson } else { Way::Online };
        let draft = SessionDraft { id: tx.fresh(), held_on: tx.today(), minutes: self.minutes, way };
        log::log(tx, Viewer { person: self.mentor, ..priya }, self.pair, draft, desk()?).map(|_| ())
    }
}

/// The days a pair meets on: every three to five weeks, each pair in its own rhythm.
fn meetings(at: usize, starts_on: Day, ends_on: Day) -> Vec<Day> {
    let at_i = i64::try_from(at).unwrap_or(0);
    let (first, rhythm) = (if at == QUIET { 2 } else { 4 + at_i * 3 % 10 }, 21 + at_i % 3 * 7);
    let days = (0..).map(|nth| later(starts_on, first + nth * rhythm)).take_while(|day| *day <= ends_on);
    days.take(if at == QUIET { 1 } else { usize::MAX }).collect()
}

fn later(day: Day, days: i64) -> Day {
    day.saturating_add(jiff::Span::new().days(days))
}
