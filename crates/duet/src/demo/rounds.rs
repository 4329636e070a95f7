//! What both rounds go through, by the same acts as the real thing: training, being asked where they stand, and words that
//! others may read. What whoever tries the demo out has done already is left as it is.

use kit::Result;
use kit::db::{Read, Tx};

use super::cast::{self, PlayedQuote, PlayedRating};
use super::load::desk;
use crate::letter;
use crate::outcome;
use crate::partnership::{self, Partnership};
use crate::person::{self, Viewer};
use crate::rating::{self, Answered, Moment, ask, rate};
use crate::round::{self, RoundId, Stage};
use crate::stage::{self, move_on};
use crate::testimonial::{self, Draft, Long, give};
use crate::training::{self, TrainingDraft};

/// Everybody completes the training, and the pairs begin to work.
pub(super) fn train(tx: &mut Tx<'_>, priya: Viewer, round: RoundId) -> Result<()> {
    goes_to(tx, priya, round, Stage::Training)?;
    let today = tx.today();
    let reached = round::store::reached(tx, priya, round)?;
    if training::store::of(tx, &reached)?.is_empty() {
        let draft = TrainingDraft { name: cast::TRAINING.to_owned(), held_on: today };
        training::plan::plan(tx, priya, round, &draft)?;
    }
    for training in training::store::of(tx, &reached)? {
        let training = training::store::reached(tx, priya, training.id)?;
        let all = training::store::attendees(tx, &training)?.into_iter().map(|one| (one.person, true)).collect();
        training::note::note(tx, priya, training.id, &all, today)?;
    }
    goes_to(tx, priya, round, Stage::Active)
}

/// The round is moved on until it stands at a stage, or something blocks it; one that stands there or further stays.
fn goes_to(tx: &mut Tx<'_>, priya: Viewer, round: RoundId, to: Stage) -> Result<()> {
    loop {
        let reached = round::store::reached(tx, priya, round)?;
        let pairs = partnership::list::store::tally(tx, &reached)?;
        let facts = move_on::facts(tx, &reached, &pairs)?;
        let here = stage::stands(reached.stage, &facts);
        match here.after().filter(|_| here < to && stage::blocks(here, &facts).is_empty()) {
            Some(next) => move_on::move_on(tx, priya, round, next)?,
            None => return Ok(()),
        }
    }
}

/// Everybody of a round is asked where they stand, and says.
pub(super) fn asked(
    tx: &mut Tx<'_>,
    priya: Viewer,
    round: RoundId,
    moment: Moment,
    ratings: &[PlayedRating],
) -> Result<()> {
    let reached = round::store::reached(tx, priya, round)?;
    let asked_last = rating::store::moments(tx, round)?.into_iter().max();
    let can_ask = rating::store::has_outcomes(tx, reached.scheme)? && !rating::store::people(tx, &reached)?.is_empty();
    if can_ask && asked_last < Some(moment) {
        ask::ask(tx, priya, round, moment, desk()?)?;
        let now = tx.now();
        letter::send::mark_all_sent(tx, priya, now)?;
    }
    if !rating::store::is_open(tx, round, moment)? {
        return Ok(());
    }
    ratings.iter().try_for_each(|one| says(tx, priya, round, moment, one))
}

/// One of them says where they stand, on each outcome they are asked about in its order.
fn says(tx: &mut Tx<'_>, priya: Viewer, round: RoundId, moment: Moment, rating: &PlayedRating) -> Result<()> {
    let (address, before, after, line, shared) = *rating;
    let (steps, line) = if moment == Moment::Before { (before, "") } else { (after, line) };
    let Some((viewer, pair)) = begun(tx, priya, round, address)? else { return Ok(()) };
    if steps.is_empty() || rating::store::own(tx, viewer, round, moment)?.is_some() {
        return Ok(());
    }
    let role = rate::role(&pair, viewer);
    let outcomes = outcome::store::of_scheme(tx, pair.scheme)?;
    let asked = outcomes.iter().filter(|one| one.is_asked() && rating::is_for(one, role)).map(|one| one.id);
    // More outcomes than the story knows of are answered as the first ones are.
    let steps = asked.zip(steps.iter().copied().cycle()).collect();
    rate::rate(tx, viewer, pair.id, moment, &Answered { steps, line: line.to_owned() }, shared)?;
    Ok(())
}

/// Some let others read their words, and asking ends: the round's report is whole.
pub(super) fn looks_back(tx: &mut Tx<'_>, priya: Viewer, round: RoundId, quotes: &[PlayedQuote]) -> Result<()> {
    quotes.iter().try_for_each(|quote| lets_read(tx, priya, round, quote))?;
    if rating::store::is_open(tx, round, Moment::After)? { ask::close(tx, priya, round) } else { Ok(()) }
}

/// One of them lets others read some words.
fn lets_read(tx: &mut Tx<'_>, priya: Viewer, round: RoundId, quote: &PlayedQuote) -> Result<()> {
    let (address, words, named, [in_report, on_website, in_announcement]) = *quote;
    let Some((viewer, pair)) = begun(tx, priya, round, address)? else { return Ok(()) };
    if testimonial::store::own(tx, viewer, round)?.is_some() {
        return Ok(());
    }
    let words = words.to_owned();
    let draft = Draft { words, named, in_report, on_website, in_announcement, long: Long::TwoYears };
    give::give(tx, viewer, pair.id, &draft)?;
    Ok(())
}

/// Somebody of the cast, and their pair of a round that has begun; none when they are away, or have none.
fn begun(c: &mut Read<'_>, priya: Viewer, round: RoundId, address: &str) -> Result<Option<(Viewer, Partnership)>> {
    let known = person::store::by_address(c, address)?;
    let Some(person) = known.filter(|one| one.membership.may_sign_in()) else { return Ok(None) };
    let viewer = Viewer { person: person.id, ..priya };
    let theirs = partnership::store::of(c, viewer)?;
    let pair = theirs.into_iter().find(|one| one.round == round && one.started_on.is_some());
    Ok(pair.map(|pair| (viewer, pair)))
}
