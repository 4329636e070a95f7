//! The next-best plan: what would be chosen if this very plan were not to be had. Start at [`next_best`].

use super::detour::Detour;
use super::heap::Heap;
use super::proof::check_partners;
use super::seating::NOBODY;
use super::why::{best, told};
use super::{Flaw, Move, Plan, Question, verify};

/// The best of all plans but one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextBest {
    /// How many fewer mentees it places. Negative if more: best total first may prefer fewer.
    pub placed_fewer: i64,
    /// How much less its total score is; both 0 if it is just as good.
    pub score_less: i64,
    /// Who moves, by number of the mentee; [`Plan::after`] applies it.
    pub moves: Vec<Move>,
    proof: NextProof,
}

/// Why no plan but the best is better than the next.
///
/// Two plans differ by rounds of moves, in each of which somebody's place is somebody else's next. For being left out and then
/// for each mentor, without those before, this lists whom a round that begins there reaches for less than the
/// next-best plan loses, and at what loss at least. That none closes within it can be checked step by step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NextProof {
    reached: Vec<Vec<(u32, i64)>>,
}

/// Finds a plan that is best among all but this one. `None` if no other plan is possible.
///
/// Exact. The next-best plan differs from the best by one round of moves, the cheapest of all. A plan that is not a
/// best one for this question is replaced by [`super::propose`]'s before comparing.
///
/// Method: ranking assignments by their second best, Murty, "An algorithm for ranking all the assignments in order of
/// increasing cost" (1968), here with one shortest path per place instead of a solve, as by Chegireddy and Hamacher,
/// "Algorithms for finding k-best perfect matchings" (1987). Cost: O(k · m log m) for k mentors at worst; searches end at the
/// cheapest round known, so that most see a few people only. The proof holds O(k²) numbers at worst.
///
/// ```
/// use matching::assign::{Pair, Question, next_best, propose, verify_next};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// let question = Question::new(2, vec![1, 1], vec![pair(0, 0, 90), pair(0, 1, 60), pair(1, 0, 80), pair(1, 1, 20)])?;
/// let plan = propose(&question);
/// let next = next_best(&question, &plan).expect("there are others");
/// assert_eq!((plan.score(), next.placed_fewer, next.score_less), (140, 0, 30));
/// assert_eq!(plan.after(&next.moves), [Some(0), Some(1)]);
/// assert_eq!(verify_next(&question, &plan, &next), Ok(()));
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn next_best(question: &Question, plan: &Plan) -> Option<NextBest> {
    let plan = best(question, plan);
    let detour = Detour::new(question, &plan);
    let mut rounds = Rounds::new(&detour, &plan);
    let mut reached = vec![rounds.from(detour.out())];
    for mentor in 0..detour.out() {
        if rounds.least == 0 {
            break;
        }
        reached.push(rounds.from(mentor));
    }
    let moves = rounds.moves?;
    for labels in &mut reached {
        labels.retain(|label| label.1 < rounds.least);
    }
    let moves = told(&detour, &moves);
    let (placed_fewer, score_less) = compare(question, &plan, &plan.after(&moves));
    Some(NextBest { placed_fewer, score_less, moves, proof: NextProof { reached } })
}

/// How many fewer these partners place than the plan, and how much less they score.
fn compare(question: &Question, plan: &Plan, partners: &[Option<u32>]) -> (i64, i64) {
    let score = |(mentee, mentor): (usize, &Option<u32>)| question.score_of(mentee as u32, (*mentor)?);
    let scores = partners.iter().enumerate().filter_map(score);
    let (placed, total) = scores.fold((0, 0), |(placed, total), score| (placed + 1, total + score));
    (plan.placed as i64 - placed, plan.total - total)
}

/// The search for the cheapest round.
struct Rounds<'a> {
    detour: &'a Detour<'a>,
    plan: &'a Plan,
    losses: Vec<i64>,
    /// Who moved to each place (nobody if a place was given up), and from where.
    steps: Vec<(u32, u32)>,
    seen: Vec<u32>,
    queue: Heap,
    /// The loss of the cheapest round so far, and its moves.
    least: i64,
    moves: Option<Vec<(u32, u32)>>,
}

impl<'a> Rounds<'a> {
    fn new(detour: &'a Detour<'a>, plan: &'a Plan) -> Rounds<'a> {
        let places = detour.out() as usize + 1;
        Rounds {
            detour,
            plan,
            losses: vec![i64::MAX; places],
            steps: vec![(NOBODY, NOBODY); places],
            seen: Vec::new(),
            queue: Heap::new(places),
            least: i64::MAX,
            moves: None,
        }
    }

    /// Looks for a cheaper round through this place and none before it; says whom it reached, and at what loss.
    fn from(&mut self, start: u32) -> Vec<(u32, i64)> {
        for &place in &self.seen {
            self.losses[place as usize] = i64::MAX;
        }
        self.seen.clear();
        self.queue.clear();
        let mut reached = Vec::new();
        self.look_from(start, start, 0);
        while let Some((loss, place)) = self.queue.pop() {
            if loss >= self.least {
                break;
            }
            reached.push((place, loss));
            self.look_from(start, place, loss);
        }
        reached
    }

    fn look_from(&mut self, start: u32, place: u32, loss: i64) {
        let (detour, out) = (self.detour, self.detour.out());
        if place == out {
            for mentor in (0..out).filter(|&mentor| !detour.guests(mentor).is_empty()) {
                self.reach(mentor, loss + self.plan.proof.prices[mentor as usize], NOBODY, place);
            }
        }
        for &guest in detour.guests(place) {
            let base = loss + self.plan.proof.gains[guest as usize];
            if start == out && place != out && base < self.least {
                self.close(start, guest, place, out, base);
            }
            for (mentor, &weight) in detour.net.row(guest) {
                if mentor == place || detour.net.rooms[mentor as usize] == 0 || (start != out && mentor < start) {
                    continue;
                }
                let reach = base + self.plan.proof.prices[mentor as usize] - weight;
                if reach >= self.least {
                    continue;
                }
                let spare = detour.guests(mentor).len() < detour.net.rooms[mentor as usize] as usize;
                if mentor == start || (start == out && spare) {
                    self.close(start, guest, place, mentor, reach);
                } else {
                    self.reach(mentor, reach, guest, place);
                }
            }
        }
    }

    fn reach(&mut self, place: u32, loss: i64, mover: u32, from: u32) {
        let at = place as usize;
        if loss >= self.losses[at] || loss >= self.least {
            return;
        }
        if self.losses[at] == i64::MAX {
            self.seen.push(place);
        }
        self.losses[at] = loss;
        self.steps[at] = (mover, from);
        self.queue.lower(place, loss);
    }

    /// The round that ends with this move is the cheapest so far.
    fn close(&mut self, start: u32, mover: u32, from: u32, to: u32, loss: i64) {
        let mut moves = vec![(mover, to)];
        let mut place = from;
        while place != start {
            let (mover, before) = self.steps[place as usize];
            if mover != NOBODY {
                moves.push((mover, place));
            }
            place = before;
        }
        (self.least, self.moves) = (loss, Some(moves));
    }
}

/// Checks that `next` is another plan, loses what it says, and that no plan but the best loses less.
///
/// Shares nothing with the search but the scale of the weights. Errors: the first [`Flaw`] found, in the plan or the next.
/// Cost: O(m) for the plans, and the pairs of those a list of the proof reaches.
pub fn verify_next(question: &Question, plan: &Plan, next: &NextBest) -> Result<(), Flaw> {
    verify(question, plan)?;
    let partners = plan.after(&next.moves);
    check_partners(question, &partners)?;
    if partners == plan.partners {
        return Err(Flaw::SamePlan);
    }
    if compare(question, plan, &partners) != (next.placed_fewer, next.score_less) {
        return Err(Flaw::WrongTotals);
    }
    let scale = question.scale();
    let loses =
        i128::from(next.score_less) * i128::from(scale.rate) + i128::from(next.placed_fewer) * i128::from(scale.bonus);
    let steps = Steps::new(question, plan);
    // Losing nothing is least of all, and needs no proof beyond the plan's.
    let starts = if loses > 0 { 0..question.mentors() + 1 } else { 0..0 };
    for number in starts {
        steps.check(number, next.proof.reached.get(number).ok_or(Flaw::Gap)?, loses)?;
    }
    Ok(())
}

/// What a step from place to place loses, read off question, plan and prices.
struct Steps<'a> {
    question: &'a Question,
    plan: &'a Plan,
    /// Who is where, being left out last.
    guests: Vec<Vec<u32>>,
}

impl<'a> Steps<'a> {
    fn new(question: &'a Question, plan: &'a Plan) -> Steps<'a> {
        let mut guests = vec![Vec::new(); question.mentors() + 1];
        for mentee in (0..question.mentees() as u32).filter(|&mentee| question.locked(mentee).is_none()) {
            guests[plan.mentor_of(mentee).map_or(question.mentors(), |mentor| mentor as usize)].push(mentee);
        }
        Steps { question, plan, guests }
    }

    /// Checks that no round through place number `number` (being left out first), and none before it, loses less.
    fn check(&self, number: usize, reached: &[(u32, i64)], loses: i128) -> Result<(), Flaw> {
        let out = self.question.mentors();
        let start = if number == 0 { out } else { number - 1 };
        let mut labels = std::collections::BTreeMap::new();
        for &(place, label) in reached {
            labels.insert(place as usize, i128::from(label));
        }
        labels.insert(start, 0);
        let label = |place: usize| labels.get(&place).copied().unwrap_or(loses).min(loses);
        for (&place, &at) in labels.iter().filter(|(place, _)| **place <= out) {
            let mut sound = true;
            self.each_from(start, place, |to, closes, loss| {
                let least = if closes { loses } else { label(to) };
                sound &= at + loss >= least;
            });
            if !sound {
                return Err(Flaw::Gap);
            }
        }
        Ok(())
    }

    /// Every step from a place that may be part of a round through `start`: where to, whether it ends the round, and its loss.
    fn each_from(&self, start: usize, place: usize, mut see: impl FnMut(usize, bool, i128)) {
        let (out, prices, scale) = (self.question.mentors(), &self.plan.proof.prices, self.question.scale());
        let full = |mentor: usize| self.guests[mentor].len() >= self.question.room_of(mentor as u32) as usize;
        if place == out {
            for mentor in (0..out).filter(|&mentor| !self.guests[mentor].is_empty()) {
                see(mentor, false, prices[mentor].into());
            }
        }
        for &guest in &self.guests[place] {
            let gain = i128::from(self.plan.proof.gains[guest as usize]);
            if start == out && place != out {
                see(out, true, gain);
            }
            for (mentor, score) in self.question.options_of(guest) {
                let at = mentor as usize;
                let open = score >= self.question.least() && self.question.room_of(mentor) > 0;
                if !open || at == place || (start != out && at < start) {
                    continue;
                }
                let loss = gain + i128::from(prices[at]) - i128::from(scale.weight(score));
                see(at, at == start || (start == out && !full(at)), loss);
            }
        }
    }
}
