//! The next-best plan: what would be chosen if this very plan were not to be had. Start at [`next_best`].

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::detour::Detour;
use super::flow::Flow;
use super::plan::{Plan, Share, Shift};
use super::proof::check_plan;
use super::why::best;
use super::{Flaw, Question, verify};

/// The best of all plans but one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextBest {
    /// How many fewer hours it meets. Negative if more: best total first may prefer fewer.
    pub hours_fewer: i64,
    /// How much less its total score is; both 0 if it is just as good.
    pub score_less: i64,
    /// What goes another way, by need and offer: an hour each.
    pub shifts: Vec<Shift>,
    pub(super) proof: NextProof,
}

/// Why no plan but the best is better than the next.
///
/// Two plans differ by rounds, in each of which an hour goes on from need to offer to need, or is given up or newly met,
/// until it is back where it began. For hours that are not met or given, and then for each offer without those
/// before, this lists what a round that begins there reaches for less than the next-best plan loses: the node, the
/// node the round went to first, and the loss. Two such ways to a node are enough, for one of them does not come
/// from where the round would close. That no round closes for less can be checked step by step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NextProof {
    reached: Vec<Vec<Label>>,
}

/// A node, the first node of a way there, and what the way loses at least.
type Label = (u32, u32, i64);

/// Nowhere.
const NONE: u32 = u32::MAX;

/// Finds a plan that is best among all but this one. `None` if no other plan is possible.
///
/// Exact. The next-best plan differs from the best by one hour on one round of ways, the cheapest of all. A plan that is
/// not a best one for this question is replaced by [`super::propose`]'s before comparing.
///
/// Method: the cheapest round in the ways hours could shift, by one shortest-path search for each offer; it is for flows what
/// Chegireddy and Hamacher, "Algorithms for finding k-best perfect matchings" (1987), do for matchings. Cost: O(k · m log m) for k offers at worst; searches end at the
/// cheapest round known, so that most see a few needs only. The proof holds O(k · n) numbers at worst.
///
/// ```
/// use matching::exchange::transport::{Question, Way, next_best, propose, verify_next};
///
/// let ways = vec![Way::new(0, 0, 90), Way::new(0, 1, 60), Way::new(1, 0, 80), Way::new(1, 1, 20)];
/// let question = Question::new(vec![2, 2], vec![2, 2], ways)?;
/// let plan = propose(&question);
/// let next = next_best(&question, &plan).expect("there are others");
/// assert_eq!((plan.score(), next.hours_fewer, next.score_less), (280, 0, 30));
/// assert_eq!(next.shifts.len(), 4);
/// assert_eq!(verify_next(&question, &plan, &next), Ok(()));
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
#[must_use]
pub fn next_best(question: &Question, plan: &Plan) -> Option<NextBest> {
    let plan = best(question, plan);
    let detour = Detour::new(question, Flow::of(question, &plan));
    let mut rounds = Rounds::new(&detour);
    let mut reached = vec![rounds.from(detour.out())];
    for offer in 0..question.offers() as u32 {
        if rounds.least == 0 {
            break;
        }
        reached.push(rounds.from(detour.offer(offer)));
    }
    let round = rounds.round?;
    for labels in &mut reached {
        labels.retain(|label| label.2 < rounds.least);
    }
    let shifts = detour.told(&round);
    let score = |shift: &Shift| shift.hours * question.way(shift.need, shift.offer).map_or(0, |way| way.score);
    Some(NextBest {
        hours_fewer: -shifts.iter().map(|shift| shift.hours).sum::<i64>(),
        score_less: -shifts.iter().map(score).sum::<i64>(),
        shifts,
        proof: NextProof { reached },
    })
}

/// A step an hour could take: where to, at what loss, and along which arc, if any.
#[derive(Debug, Clone, Copy)]
struct Step {
    to: u32,
    loss: i64,
    arc: u32,
}

/// A way to a node: what it loses, the node it went to first, and its last step, from which label of which node.
#[derive(Debug, Clone, Copy)]
struct Way {
    loss: i64,
    first: u32,
    from: (u32, u8),
    arc: u32,
}

const NO_WAY: Way = Way { loss: i64::MAX, first: NONE, from: (NONE, 0), arc: NONE };

/// The search for the cheapest round.
struct Rounds {
    needs: u32,
    out: u32,
    steps: Vec<Vec<Step>>,
    /// Rounds through these have been looked at.
    gone: Vec<bool>,
    /// The two best ways to each node that differ in where they went first.
    ways: Vec<[Way; 2]>,
    seen: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32, u8)>>,
    least: i64,
    round: Option<Vec<(u32, bool)>>,
}

impl Rounds {
    fn new(detour: &Detour) -> Rounds {
        let nodes = detour.out() as usize + 1;
        let mut steps = vec![Vec::new(); nodes];
        detour.each_step(|from: u32, to, loss, arc| steps[from as usize].push(Step { to, loss, arc }));
        Rounds {
            needs: detour.offer(0),
            out: detour.out(),
            steps,
            gone: vec![false; nodes],
            ways: vec![[NO_WAY; 2]; nodes],
            seen: Vec::new(),
            heap: BinaryHeap::new(),
            least: i64::MAX,
            round: None,
        }
    }

    /// Looks for a cheaper round through this node and none that is gone; says what it reached, and at what loss.
    fn from(&mut self, start: u32) -> Vec<Label> {
        let mut reached = Vec::new();
        for at in 0..self.steps[start as usize].len() {
            let step = self.steps[start as usize][at];
            self.reach(step.to, Way { loss: step.loss, first: step.to, from: (start, 0), arc: step.arc });
        }
        while let Some(Reverse((loss, node, label))) = self.heap.pop() {
            let way = self.ways[node as usize][label as usize];
            if way.loss != loss {
                continue;
            }
            if loss >= self.least {
                break;
            }
            reached.push((node, way.first, loss));
            for at in 0..self.steps[node as usize].len() {
                let step = self.steps[node as usize][at];
                let loss = loss.saturating_add(step.loss);
                if step.to != start {
                    self.reach(step.to, Way { loss, first: way.first, from: (node, label), arc: step.arc });
                } else if way.first != node && loss < self.least {
                    self.close(start, node, label, step.arc, loss);
                }
            }
        }
        self.heap.clear();
        for node in self.seen.drain(..) {
            self.ways[node as usize] = [NO_WAY; 2];
        }
        self.gone[start as usize] = true;
        reached
    }

    fn reach(&mut self, node: u32, way: Way) {
        if self.gone[node as usize] || way.loss >= self.least {
            return;
        }
        let ways = &mut self.ways[node as usize];
        // One label for each first node: its own, if it has one, else a free or the worse one.
        let slot = match ways.iter().position(|known| known.first == way.first) {
            Some(slot) => slot,
            None => usize::from(ways[1].loss >= ways[0].loss),
        };
        if way.loss < ways[slot].loss {
            if ways[0].first == NONE && ways[1].first == NONE {
                self.seen.push(node);
            }
            ways[slot] = way;
            self.heap.push(Reverse((way.loss, node, slot as u8)));
        }
    }

    /// The round that ends with this arc is the cheapest so far.
    fn close(&mut self, start: u32, last: u32, label: u8, arc: u32, loss: i64) {
        let mut nodes = vec![(last, arc)];
        let (mut node, mut label) = (last, label);
        while node != start {
            let way = self.ways[node as usize][label as usize];
            (node, label) = way.from;
            nodes.push((node, way.arc));
        }
        // A way may pass a node twice: then the round between does without what lies between the two.
        nodes.reverse();
        let mut round: Vec<(u32, u32)> = Vec::new();
        for (node, arc) in nodes {
            if let Some(at) = round.iter().position(|known| known.0 == node) {
                round.truncate(at);
            }
            round.push((node, arc));
        }
        let more = |&(node, arc): &(u32, u32)| (arc != NONE).then_some((arc, node < self.needs && node != self.out));
        self.round = Some(round.iter().filter_map(more).collect());
        self.least = loss;
    }
}

/// Checks that `next` is another plan, loses what it says, and that no plan but the best loses less.
///
/// Shares nothing with the search but the scale of the weights. Errors: the first [`Flaw`] found, in the plan or the next.
/// Cost: O(m log m) for the plans, and the ways of those a list of the proof reaches.
pub fn verify_next(question: &Question, plan: &Plan, next: &NextBest) -> Result<(), Flaw> {
    verify(question, plan)?;
    let other = after(question, plan, &next.shifts)?;
    check_plan(question, &other)?;
    if other.shares == plan.shares {
        return Err(Flaw::SamePlan);
    }
    if (plan.hours as i64 - other.hours as i64, plan.total - other.total) != (next.hours_fewer, next.score_less) {
        return Err(Flaw::WrongTotals);
    }
    let scale = question.scale();
    let loses =
        i128::from(next.score_less) * i128::from(scale.rate) + i128::from(next.hours_fewer) * i128::from(scale.bonus);
    // Losing nothing is least of all, and needs no proof beyond the plan's.
    let starts = if loses > 0 { 0..question.offers() + 1 } else { 0..0 };
    let mut paths =
        Paths { steps: steps_of(question, plan), gone: vec![false; question.needs() + question.offers() + 1] };
    let (needs, out) = (question.needs(), question.needs() + question.offers());
    for number in starts {
        let start = if number == 0 { out } else { needs + number - 1 };
        paths.check(start, next.proof.reached.get(number).ok_or(Flaw::Gap)?, loses)?;
        paths.gone[start] = true;
    }
    Ok(())
}

/// The plan with hours shifted, if nobody gets more than they need by it.
fn after(question: &Question, plan: &Plan, shifts: &[Shift]) -> Result<Plan, Flaw> {
    let hours = plan.shares.iter().map(|share| ((share.need, share.offer), i64::from(share.hours)));
    let mut hours: BTreeMap<(u32, u32), i64> = hours.collect();
    for shift in shifts {
        let known = hours.entry((shift.need, shift.offer)).or_insert(0);
        *known = known.checked_add(shift.hours).ok_or(Flaw::WrongTotals)?;
    }
    let mut shares = Vec::new();
    let mut got = vec![0u64; question.needs()];
    for ((need, offer), hours) in hours.into_iter().filter(|(_, hours)| *hours != 0) {
        let way = question.way(need, offer).ok_or(Flaw::NotAllowed { need, offer })?;
        let hours = u32::try_from(hours).map_err(|_| Flaw::OverLimit { need, offer })?;
        got[need as usize] += u64::from(hours);
        shares.push(Share { need, offer, hours, score: way.score });
    }
    match (0..question.needs() as u32).find(|&need| got[need as usize] > u64::from(question.needed(need))) {
        Some(need) => Err(Flaw::OverNeed { need }),
        None => Ok(Plan::new(question, shares, plan.proof.clone())),
    }
}

/// Every step an hour could take from node to node and its loss, read off question, plan and prices.
fn steps_of(question: &Question, plan: &Plan) -> Vec<Vec<(usize, i128)>> {
    let (needs, offers, scale) = (question.needs(), question.offers(), question.scale());
    let out = needs + offers;
    let mut steps = vec![Vec::new(); out + 1];
    let (mut met, mut given) = (vec![0; needs], vec![0; offers]);
    for (way, locked) in question.all() {
        let (need, offer) = (way.need as usize, way.offer as usize);
        let open = plan.hours_of(way.need, way.offer) - locked;
        let loss = i128::from(plan.proof.gains[need]) + i128::from(plan.proof.prices[offer])
            - i128::from(scale.weight(way.score));
        if open < question.open_way(way, locked) {
            steps[need].push((needs + offer, loss));
        }
        if open > 0 {
            steps[needs + offer].push((need, -loss));
        }
        met[need] += open;
        given[offer] += open;
    }
    for need in 0..needs {
        if met[need] > 0 {
            steps[need].push((out, plan.proof.gains[need].into()));
        }
        if met[need] < question.open_need(need as u32) {
            steps[out].push((need, -i128::from(plan.proof.gains[need])));
        }
    }
    for offer in 0..offers {
        if given[offer] > 0 {
            steps[out].push((needs + offer, plan.proof.prices[offer].into()));
        }
        if given[offer] < question.open_offer(offer as u32) {
            steps[needs + offer].push((out, -i128::from(plan.proof.prices[offer])));
        }
    }
    steps
}

/// Where an hour could go, without the nodes that have been looked at.
struct Paths {
    steps: Vec<Vec<(usize, i128)>>,
    gone: Vec<bool>,
}

impl Paths {
    fn from(&self, node: usize) -> impl Iterator<Item = (usize, i128)> + '_ {
        let open = self.steps.get(node).filter(|_| !self.gone[node]).map_or(&[][..], Vec::as_slice);
        open.iter().copied().filter(|step| !self.gone[step.0])
    }

    /// Checks that no round through `start` of more than two nodes loses less.
    fn check(&self, start: usize, reached: &[Label], loses: i128) -> Result<(), Flaw> {
        let mut labels: BTreeMap<usize, Vec<(usize, i128)>> = BTreeMap::new();
        for &(node, first, loss) in reached {
            labels.entry(node as usize).or_default().push((first as usize, i128::from(loss)));
        }
        // Whether a way to the node that first went to `first` is accounted for: by its own label, or by two others.
        let known = |node: usize, first: usize, loss: i128| {
            let labels = labels.get(&node).map_or(&[][..], Vec::as_slice);
            let mut lower = labels.iter().filter(|label| label.1 <= loss).map(|label| label.0);
            let one = lower.next();
            loss >= loses
                || one == Some(first)
                || one.is_some_and(|one| lower.any(|other| other == first || other != one))
        };
        let begins = self.from(start).all(|(to, loss)| known(to, to, loss));
        let goes_on = |(&node, labels): (&usize, &Vec<(usize, i128)>)| {
            labels.iter().all(|&(first, at)| {
                self.from(node).all(|(to, loss)| match to == start {
                    true => first == node || at + loss >= loses,
                    false => known(to, first, at + loss),
                })
            })
        };
        let sound = begins && labels.iter().filter(|(node, _)| **node != start).all(goes_on);
        if sound { Ok(()) } else { Err(Flaw::Gap) }
    }
}
