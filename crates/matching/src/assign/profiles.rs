//! From profiles: people described by what they answered, and scores computed when they are needed. Start at [`Profiles`].
//!
//! With 10,000 people there are some 22 million pairs, with 100,000 there are 2,200 million: the table of all scores is
//! never stored. [`propose`] solves with a few dozen promising pairs a mentee, then scores every allowed pair against the
//! prices found. A pair that would pay joins, and the search goes on from where it stood; once no pair would pay, the
//! prices prove the plan best among all pairs. That last pass is the certificate, and [`verify`] computes it anew.
//!
//! # Method
//!
//! Column generation: Ford and Fulkerson, "A suggested computation for maximal multi-commodity network flows" (1958);
//! Gilmore and Gomory (1961). For assignment with a sparse core and pricing of the rest: Volgenant, "Linear and
//! semi-assignment problems: a core oriented approach" (1996).

mod pass;
mod people;
mod score;

pub use people::{Answer, Band, Criterion, Profiles};

use super::proof::check;
use super::{Flaw, Pair, Plan, Proof, Question, Refusal, resume};
use pass::{Ladders, Pass};

/// Pairs each mentee starts with.
const CORE: usize = 24;

/// Pairs that join for one mentee in one pass.
const JOIN: usize = 8;

/// Proposes a best plan, as [`super::propose`] would if every allowed pair were written down.
///
/// Exact and proven over all allowed pairs. `threads` share the scoring; the plan is the same for any number of them.
///
/// Cost: a pass scores all pairs of n mentees and m mentors, O(n · m · criteria) simple steps that compile to vector
/// instructions; there are two passes at least, and a handful more where scores tie or people crowd. Memory is
/// O(n · pairs in the core), some 24 to 60 pairs a mentee.
///
/// Errors: as [`Question::new`]; everything else was refused when the profiles were made.
///
/// ```
/// use matching::assign::First;
/// use matching::assign::profiles::{Answer, Band, Criterion, Profiles, propose, verify};
///
/// // What is wanted and offered, the same site, and one or two steps ahead.
/// let criteria = vec![
///     Criterion::Shared { each: 10, most: 5 },
///     Criterion::Same { points: 20 },
///     Criterion::Steps { bands: vec![Band { from: 1, to: 2, points: 15 }] },
/// ];
/// let person = |skills: &[u32], site, grade| vec![Answer::List(skills.to_vec()), Answer::Word(site), Answer::Number(grade)];
/// let mentees = [person(&[1, 2], 1, 3), person(&[2], 2, 3)];
/// let mentors = [person(&[1, 2, 9], 2, 4), person(&[2], 1, 9)];
/// let people = Profiles::new(criteria, &mentees, &mentors, vec![1, 1])?;
/// assert_eq!(people.terms(0, 0), Some(vec![20, 0, 15]));
///
/// let plan = propose(&people, 1)?;
/// assert_eq!((plan.mentor_of(0), plan.mentor_of(1), plan.score()), (Some(1), Some(0), 75));
/// assert_eq!(verify(&people, &plan), Ok(()));
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
pub fn propose(people: &Profiles, threads: usize) -> Result<Plan, Refusal> {
    let prices = vec![0; people.mentors()];
    grow(people, &vec![None; people.mentees()], prices, threads)
}

/// Proposes a best plan after an edit, from where `before` stands; see [`super::resume`].
///
/// Cost: as [`propose`], but mostly with two passes.
///
/// Errors: as [`propose`].
pub fn resume_from(people: &Profiles, before: &Plan, threads: usize) -> Result<Plan, Refusal> {
    let price = |mentor| before.proof.prices.get(mentor).map_or(0, |&price| before.scale.carry(price, people.scale()));
    let prices = (0..people.mentors()).map(price).collect();
    grow(people, &before.partners, prices, threads)
}

/// Checks that a plan answers these profiles, and that its proof holds for every allowed pair.
///
/// Shares no scoring with [`propose`]: each pair is scored by itself, plainly. Cost: O(n · m · criteria).
///
/// Errors: the first [`Flaw`] found.
pub fn verify(people: &Profiles, plan: &Plan) -> Result<(), Flaw> {
    check(people, plan)
}

/// Solves on a core that grows until no pair outside it would pay.
fn grow(people: &Profiles, partners: &[Option<u32>], prices: Vec<i64>, threads: usize) -> Result<Plan, Refusal> {
    let ladders = Ladders::of(people);
    let mut core: Vec<Vec<(u32, i32)>> = Pass::new(people, &ladders, &prices, None, CORE).run(threads, None);
    for mentee in 0..people.mentees() as u32 {
        let kept = people.locked(mentee).or(partners.get(mentee as usize).copied().flatten());
        let kept = kept.and_then(|mentor| Some((mentor, people.points(mentee, mentor)?)));
        join(&mut core[mentee as usize], kept);
    }
    let (mut partners, mut prices) = (partners.to_vec(), prices);
    let mut seen = Seen::default();
    loop {
        let question = asked(people, &core)?;
        let mut plan = resume::from(&question, &partners, prices);
        close_rooms(people, &mut plan);
        let proof = plan.proof();
        let pass = Pass::new(people, &ladders, &proof.prices, Some(&proof.gains), JOIN);
        let changed = seen.changed(proof);
        let found = pass.run(threads, changed.as_ref());
        seen.note(proof, changed.is_none(), &found);
        if found.iter().all(Vec::is_empty) {
            return Ok(plan);
        }
        for (row, new) in core.iter_mut().zip(found) {
            join(row, new);
        }
        (partners, prices) = (plan.partners, plan.proof.prices);
    }
}

/// The gains and prices at which all pairs were last looked at.
///
/// A pair that did not pay then does not pay as long as neither its mentee's gain nor its mentor's price is lower, so
/// only rows and columns that fell have to be looked at again.
#[derive(Default)]
struct Seen {
    gains: Vec<i64>,
    prices: Vec<i64>,
    /// Mentees for whom more pairs may have paid than could join.
    unfinished: Vec<u32>,
}

/// What has to be looked at again.
struct Changed {
    /// Whether all of this mentee's pairs do.
    mentees: Vec<bool>,
    /// The mentors of whom everybody else's do.
    mentors: Vec<u32>,
}

impl Seen {
    /// What fell since; `None` if looking at everything costs no more.
    fn changed(&self, proof: &Proof) -> Option<Changed> {
        if self.prices.is_empty() {
            return None;
        }
        let mut mentees: Vec<bool> = proof.gains.iter().zip(&self.gains).map(|(gain, seen)| gain < seen).collect();
        for &mentee in &self.unfinished {
            mentees[mentee as usize] = true;
        }
        let fell = proof.prices.iter().zip(&self.prices).map(|(price, seen)| price < seen);
        let mentors: Vec<u32> = fell.enumerate().filter_map(|(mentor, fell)| fell.then_some(mentor as u32)).collect();
        let rows = mentees.iter().filter(|&&fell| fell).count();
        // A pair looked at by itself costs some eight times what it costs in a row.
        let few = rows * 2 < mentees.len() && mentors.len() * 16 < proof.prices.len();
        few.then_some(Changed { mentees, mentors })
    }

    fn note(&mut self, proof: &Proof, all: bool, found: &[Vec<(u32, i32)>]) {
        if all {
            (self.gains, self.prices) = (proof.gains.clone(), proof.prices.clone());
            self.unfinished.clear();
        }
        let full = found.iter().enumerate().filter(|(_, found)| found.len() == JOIN);
        self.unfinished.extend(full.map(|(mentee, _)| mentee as u32));
    }
}

fn join(row: &mut Vec<(u32, i32)>, new: impl IntoIterator<Item = (u32, i32)>) {
    row.extend(new);
    row.sort_unstable();
    row.dedup();
}

/// The question that allows only the core's pairs, in the scale of all.
fn asked(people: &Profiles, core: &[Vec<(u32, i32)>]) -> Result<Question, Refusal> {
    let pair =
        |mentee: usize, &(mentor, score): &(u32, i32)| Pair { mentee: mentee as u32, mentor, score: score.into() };
    let rows = core.iter().enumerate();
    let pairs: Vec<Pair> = rows.flat_map(|(mentee, row)| row.iter().map(move |cell| pair(mentee, cell))).collect();
    let mut question = Question::new(people.mentees(), people.capacities.clone(), pairs)?;
    for (mentee, lock) in people.locks.iter().enumerate() {
        if let Some(mentor) = *lock {
            question = question.lock(mentee as u32, mentor)?;
        }
    }
    question.largest = people.largest;
    Ok(question.first(people.first).minimum(people.minimum))
}

/// Nobody pays for a mentor without an open place: a price above every weight keeps all away.
fn close_rooms(people: &Profiles, plan: &mut Plan) {
    let heaviest = people.scale().weight(people.largest as i64);
    for mentor in 0..people.mentors() as u32 {
        if people.room_of(mentor) == 0 {
            plan.proof.prices[mentor as usize] = heaviest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Profiles {
        let criteria = vec![Criterion::Same { points: 20 }, Criterion::Apart];
        let person = |site, employer| vec![Answer::Word(site), Answer::Word(employer)];
        let mentees = [person(1, 1), person(1, 2), person(2, 3)];
        let mentors = [person(1, 1), person(2, 2), person(1, 9)];
        Profiles::new(criteria, &mentees, &mentors, vec![1, 1, 1]).expect("sound profiles")
    }

    #[test]
    fn every_changed_number_in_a_proof_is_found_out() {
        let plan = propose(&people(), 1).expect("solved");
        assert_eq!((plan.placed(), plan.score(), verify(&people(), &plan)), (3, 60, Ok(())));
        for change in [1, -1] {
            for at in 0..3 {
                let (mut gains, mut prices) = (plan.clone(), plan.clone());
                gains.proof.gains[at] += change;
                prices.proof.prices[at] += change;
                assert!(verify(&people(), &gains).is_err() && verify(&people(), &prices).is_err());
            }
        }
    }

    #[test]
    fn a_pair_outside_the_core_cannot_be_kept_quiet() {
        let people = people();
        // Solved as if mentee 0 could only have mentor 1: proven there, and found out over all pairs.
        let core = vec![vec![(1, 0)], vec![(0, 20), (2, 20)], vec![(1, 20)]];
        let mut plan = super::super::propose(&asked(&people, &core).expect("a sound core"));
        close_rooms(&people, &mut plan);
        assert!(matches!(verify(&people, &plan), Err(Flaw::Undercut { .. })));
    }
}
