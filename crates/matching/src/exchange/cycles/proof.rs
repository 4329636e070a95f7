//! The independent check: is this a plan for this question, and can none be above its bound?

use std::fmt;

use super::net::unit;
use super::plan::{Case, Plan, Prices};
use super::{Chain, Gift, Question};

/// What is wrong with a plan or its proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The proof is not about the people of the question.
    OtherPeople,
    /// A chain is too long or too short, begins with the wrong person, or names somebody unknown.
    NoChain,
    /// Somebody is in the plan twice.
    Twice {
        /// Who.
        person: u32,
    },
    /// A gift is not allowed, or scores less than the minimum.
    NotAllowed {
        /// Who gives.
        giver: u32,
        /// Who takes.
        taker: u32,
    },
    /// A locked ring or chain is not in the plan.
    LockBroken,
    /// A forbidden ring or chain is in the plan.
    Forbidden,
    /// The next-best plan is the plan itself, or not one of those that were looked at.
    SamePlan,
    /// People helped, left out, scores or bound are not what the plan and its proof add up to.
    WrongTotals,
    /// A price is below nothing where it may not be.
    WrongSign,
    /// A ring or chain weighs more than its people's prices: the proof bounds nothing.
    Undercut,
    /// Prices and cases leave room above the bound.
    Gap,
    /// The cases are not all there, or there are too many.
    Cases,
    /// There are more chains to look at than can be looked at.
    TooMany,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::OtherPeople => write!(f, "The proof is not about the people of the question."),
            Flaw::NoChain => write!(f, "The plan has a ring or chain that may not be."),
            Flaw::Twice { person } => write!(f, "Person {person} is in the plan twice."),
            Flaw::NotAllowed { giver, taker } => write!(f, "The gift of {giver} to {taker} is not allowed."),
            Flaw::LockBroken => write!(f, "A locked ring or chain is not in the plan."),
            Flaw::Forbidden => write!(f, "A forbidden ring or chain is in the plan."),
            Flaw::SamePlan => write!(f, "The next-best plan is the plan itself, or was not looked at."),
            Flaw::WrongTotals => write!(f, "The plan's totals are not those of its gifts, or its bound is another."),
            Flaw::WrongSign => write!(f, "The proof has a price below nothing."),
            Flaw::Undercut => write!(f, "A ring or chain weighs more than the proof allows."),
            Flaw::Gap => write!(f, "The proof leaves room above the bound."),
            Flaw::Cases => write!(f, "The proof does not look at every case once."),
            Flaw::TooMany => write!(f, "There are too many rings and chains to check the proof."),
        }
    }
}

impl std::error::Error for Flaw {}

/// Chains that may be looked at, and gifts on the way.
const MOST_CHAINS: usize = 400_000;
const MOST_GIFTS: u64 = 1 << 30;

/// Checks that a plan answers the question and that its proof shows nothing to be above its bound.
///
/// Shares nothing with the solver but the weights. Plan: chains that may be, locks, totals. Proof: no ring or chain of
/// the whole question undercuts the prices (all are looked at, by a search of its own); the bound is what they add up to,
/// or it is what the cases add up to, each of which is checked over the chains that the prices leave. If gifts have a price,
/// prices that count gifts are checked in the same way, and how many there can be is worked out from them.
///
/// Errors: the first [`Flaw`] found. Cost: O(n + m), the search for undercutting chains, and one look at these chains
/// per case.
///
/// ```
/// use matching::exchange::cycles::{Chain, Flaw, Gift, Question, Search, propose, verify};
///
/// let gifts = vec![Gift::new(0, 1, 60), Gift::new(1, 0, 40), Gift::new(1, 2, 40), Gift::new(2, 1, 90)];
/// let question = Question::new(3, gifts)?;
/// let plan = propose(&question, &Search::steps(1_000), &|| false);
/// assert_eq!(plan.chains(), [Chain::closed(&[1, 2])]);
/// assert_eq!(verify(&question, &plan), Ok(()));
///
/// // The same plan is no answer to a question that promises the other two to each other.
/// let promised = question.lock(Chain::closed(&[0, 1]))?;
/// assert_eq!(verify(&promised, &plan), Err(Flaw::LockBroken));
/// # Ok::<(), matching::exchange::cycles::Refusal>(())
/// ```
pub fn verify(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    check_plan(question, plan)?;
    check_totals(question, plan)?;
    check_bound(question, plan)
}

fn check_plan(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    if !question.locks().iter().all(|lock| plan.chains.contains(lock)) {
        return Err(Flaw::LockBroken);
    }
    let mut seen = vec![false; question.people()];
    for chain in &plan.chains {
        if chain.people.iter().any(|&person| person as usize >= seen.len()) || !question.could_be(chain) {
            return Err(Flaw::NoChain);
        }
        if question.forbids(&chain.clone().in_order()) {
            return Err(Flaw::Forbidden);
        }
        for &person in &chain.people {
            if std::mem::replace(&mut seen[person as usize], true) {
                return Err(Flaw::Twice { person });
            }
        }
        if question.locks().contains(chain) {
            continue;
        }
        for (giver, taker) in chain.gifts() {
            let score = question.score_of(giver, taker).ok_or(Flaw::NotAllowed { giver, taker })?;
            if !question.is_open(&Gift { giver, taker, score }) {
                return Err(Flaw::NotAllowed { giver, taker });
            }
        }
    }
    Ok(())
}

fn check_totals(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    let mut helped = vec![false; question.people()];
    let mut total = 0i128;
    for chain in &plan.chains {
        chain.helped().for_each(|person| helped[person as usize] = true);
        let scores = chain.gifts().filter_map(|(giver, taker)| question.score_of(giver, taker));
        total += scores.map(i128::from).sum::<i128>();
    }
    let out = |person: &u32| !helped[*person as usize] && !question.only_gives(*person);
    let left_out = (0..question.people() as u32).filter(out);
    let same = left_out.eq(plan.left_out.iter().copied())
        && plan.helped == helped.iter().filter(|&&helped| helped).count()
        && i128::from(plan.total) == total
        && plan.proof.ceiling >= 0
        && plan.bound == plan.proof.bound(question);
    if same { Ok(()) } else { Err(Flaw::WrongTotals) }
}

fn check_bound(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    let proof = &plan.proof;
    let most = check_crowd(question, proof.crowd.as_deref())?;
    let unit = i128::from(unit(question));
    let above = (i128::from(proof.ceiling) + 1) * unit;
    let sum = sum_of(question, &proof.prices, most, |_| false)?;
    // A chain in a plan above the ceiling loses no more than this.
    let gap = if proof.cases.is_empty() { 0 } else { (sum - above).max(0) };
    if proof.cases.is_empty() && sum >= above {
        return Err(Flaw::Gap);
    }
    let walk = Walk::of(question, &proof.prices, gap, |gift| question.weight(gift));
    if proof.cases.is_empty() {
        return walk.undercut();
    }
    check_cases(question, plan, &walk.all()?, most, above)
}

/// How many open gifts there can be: no ring or chain undercuts these prices if every gift weighs one, so no plan has
/// more gifts than they add up to, nor a part of one. `None`: nothing is said, and gifts may have no price.
fn check_crowd(question: &Question, crowd: Option<&[i64]>) -> Result<Option<i128>, Flaw> {
    let Some(crowd) = crowd else { return Ok(None) };
    let prices = Prices { people: crowd.to_vec(), gift: 0 };
    let sum = sum_of(question, &prices, None, |_| false)?;
    Walk::of(question, &prices, 0, |_| 1).undercut()?;
    Ok(Some(sum / i128::from(unit(question))))
}

/// What everybody who is in no lock and the most gifts cost together. A price below nothing may be only where it is
/// `surely` paid.
fn sum_of(
    question: &Question,
    prices: &Prices,
    most: Option<i128>,
    surely: impl Fn(u32) -> bool,
) -> Result<i128, Flaw> {
    if prices.people.len() != question.people() {
        return Err(Flaw::OtherPeople);
    }
    let mut sum = i128::from(prices.gift) * most.unwrap_or(0);
    if prices.gift < 0 || (prices.gift > 0 && most.is_none()) {
        return Err(Flaw::WrongSign);
    }
    for (person, &price) in (0..).zip(&prices.people) {
        if price < 0 && !surely(person) {
            return Err(Flaw::WrongSign);
        }
        if !question.is_locked(person) {
            sum += i128::from(price);
        }
    }
    Ok(sum)
}

/// Each person's open gifts, as taker and weight.
fn open_gifts(question: &Question, weight: impl Fn(&Gift) -> i64) -> Vec<Vec<(u32, i64)>> {
    let row = |giver| {
        let gifts = question.gifts_of(giver).filter(|gift| question.is_open(gift));
        gifts.map(|gift| (gift.taker, weight(&gift))).collect()
    };
    (0..question.people() as u32).map(row).collect()
}

/// A chain that may be in a plan above the ceiling: its people in order, its weight, and whether it is a ring.
type Left = (Vec<u32>, i64, bool);

/// A search for chains that lose no more than the gap.
struct Walk<'a> {
    gifts: Vec<Vec<(u32, i64)>>,
    question: &'a Question,
    prices: &'a Prices,
    unit: i128,
    gap: i128,
    /// The most that so many gifts from somebody on can bring, were people allowed to come twice.
    ahead: Vec<Vec<i128>>,
    path: Vec<u32>,
    /// Whether chains are kept, or only looked at.
    keep: bool,
    chains: Vec<Left>,
    seen: u64,
}

impl<'a> Walk<'a> {
    fn of(question: &'a Question, prices: &'a Prices, gap: i128, weight: impl Fn(&Gift) -> i64) -> Walk<'a> {
        Walk {
            gifts: open_gifts(question, weight),
            question,
            prices,
            unit: i128::from(unit(question)),
            gap,
            ahead: Vec::new(),
            path: Vec::new(),
            keep: true,
            chains: Vec::new(),
            seen: 0,
        }
    }

    /// An error if one undercuts the prices, however many there are that do not.
    fn undercut(self) -> Result<(), Flaw> {
        Walk { keep: false, ..self }.all().map(drop)
    }

    /// All of them; an error if one undercuts the prices.
    fn all(mut self) -> Result<Vec<Left>, Flaw> {
        let question = self.question;
        self.look_ahead(question.most_open().max(question.most_closed()));
        for person in 0..question.people() as u32 {
            if question.only_gives(person) {
                let price = i128::from(self.prices.people[person as usize]);
                self.from(person, question.most_open() + 1, false, -price)?;
            } else {
                self.from(person, question.most_closed(), true, 0)?;
            }
        }
        self.chains.sort_unstable();
        self.chains.dedup();
        Ok(self.chains)
    }

    fn brings(&self, (taker, worth): (u32, i64)) -> i128 {
        i128::from(worth) * self.unit - i128::from(self.prices.people[taker as usize]) - i128::from(self.prices.gift)
    }

    fn look_ahead(&mut self, longest: usize) {
        let mut now = vec![0; self.gifts.len()];
        for _ in 0..=longest {
            let best = |row: &Vec<(u32, i64)>| {
                let each = row.iter().map(|&gift| self.brings(gift) + now[gift.0 as usize]);
                each.max().unwrap_or(0).max(0)
            };
            let next: Vec<i128> = self.gifts.iter().map(best).collect();
            let settled = next == now;
            self.ahead.push(std::mem::replace(&mut now, next));
            if settled {
                break;
            }
        }
    }

    /// Whether so many gifts from somebody on could make up for what was lost so far.
    fn hopeless(&self, brought: i128, person: u32, left: usize) -> bool {
        brought + self.ahead[left.min(self.ahead.len() - 1)][person as usize] < -self.gap
    }

    /// Every chain of at most so many people that begins here. A ring is met where no part of the way loses more than
    /// the gap, for one of its people at least.
    fn from(&mut self, start: u32, most: usize, ring: bool, brought: i128) -> Result<(), Flaw> {
        self.path.clear();
        self.path.push(start);
        // For each place on the path: gifts tried, brought so far, weight so far.
        let mut steps: Vec<(usize, i128, i64)> = vec![(0, brought, 0)];
        while let Some(&(tried, brought, weight)) = steps.last() {
            let giver = self.path[steps.len() - 1];
            let Some(&(taker, worth)) = self.gifts[giver as usize].get(tried) else {
                steps.pop();
                self.path.pop();
                continue;
            };
            if let Some(step) = steps.last_mut() {
                step.0 += 1;
            }
            self.seen += 1;
            if self.seen > MOST_GIFTS || self.chains.len() > MOST_CHAINS {
                return Err(Flaw::TooMany);
            }
            let (brought, weight) = (brought + self.brings((taker, worth)), weight + worth);
            if ring && taker == start {
                self.note(brought, weight, true)?;
            } else if self.path.len() < most && !self.path.contains(&taker) {
                if ring && brought < -self.gap {
                    continue;
                }
                self.path.push(taker);
                if !ring {
                    self.note(brought, weight, false)?;
                }
                let left = most - self.path.len() + usize::from(ring);
                if left == 0 || self.hopeless(brought, taker, left) {
                    self.path.pop();
                } else {
                    steps.push((0, brought, weight));
                }
            }
        }
        Ok(())
    }

    fn is_forbidden(&self, closed: bool) -> bool {
        !self.question.forbidden().is_empty() && {
            let chain = Chain { people: self.path.clone(), closed };
            self.question.forbids(&chain.in_order())
        }
    }

    fn note(&mut self, brought: i128, weight: i64, ring: bool) -> Result<(), Flaw> {
        if brought >= -self.gap && self.is_forbidden(ring) {
            return Ok(());
        }
        if brought > 0 {
            return Err(Flaw::Undercut);
        }
        if self.keep && brought >= -self.gap {
            let mut people = self.path.clone();
            if ring {
                let first = (0..people.len()).min_by_key(|&at| people[at]).unwrap_or(0);
                people.rotate_left(first);
            }
            self.chains.push((people, weight, ring));
        }
        Ok(())
    }
}

/// A case on the way through the tree: who is surely in a chain, and the chains that a plan of it may have.
struct Decided<'a> {
    surely: Vec<u32>,
    chains: Vec<&'a Left>,
}

impl Decided<'_> {
    /// The plans of the case with a gift, and those without.
    fn split(self, giver: u32, taker: u32) -> [Self; 2] {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for chain in self.chains {
            if has(chain, giver, taker) {
                with.push(chain);
            } else {
                without.push(chain);
                if !(chain.0.contains(&giver) || chain.0.contains(&taker)) {
                    with.push(chain);
                }
            }
        }
        let surely = self.surely.iter().copied().chain([giver, taker]).collect();
        [Decided { surely, chains: with }, Decided { surely: self.surely, chains: without }]
    }
}

/// Whether the chain has the gift.
fn has((people, _, ring): &Left, giver: u32, taker: u32) -> bool {
    let Some(at) = people.iter().position(|&person| person == giver) else { return false };
    people.get(at + 1).or(people.first().filter(|_| *ring)) == Some(&taker)
}

fn check_cases(question: &Question, plan: &Plan, chains: &[Left], most: Option<i128>, above: i128) -> Result<(), Flaw> {
    let unit = i128::from(unit(question));
    // Cases to come.
    let mut open = vec![Decided { surely: Vec::new(), chains: chains.iter().collect() }];
    for case in &plan.proof.cases {
        let Some(mut decided) = open.pop() else { return Err(Flaw::Cases) };
        match case {
            &Case::Split { giver, taker } => {
                let [with, without] = decided.split(giver, taker);
                open.extend([without, with]);
            }
            Case::Narrow { prices } => {
                let sum = check_prices(question, prices, &decided, most, unit)?;
                decided.chains.retain(|chain| paid(prices, chain) - i128::from(chain.1) * unit <= sum - above);
                open.push(decided);
            }
            Case::End { prices } => {
                if check_prices(question, prices, &decided, most, unit)? >= above {
                    return Err(Flaw::Gap);
                }
            }
        }
    }
    if open.is_empty() { Ok(()) } else { Err(Flaw::Cases) }
}

/// What the prices of a case add up to, if none of its chains undercuts them. Who is surely in a chain may have a price
/// below nothing: it is paid in every plan of the case.
fn check_prices(
    question: &Question,
    prices: &Prices,
    decided: &Decided<'_>,
    most: Option<i128>,
    unit: i128,
) -> Result<i128, Flaw> {
    let sum = sum_of(question, prices, most, |person| decided.surely.contains(&person))?;
    let undercut = decided.chains.iter().any(|chain| paid(prices, chain) < i128::from(chain.1) * unit);
    if undercut { Err(Flaw::Undercut) } else { Ok(sum) }
}

fn paid(prices: &Prices, (people, _, ring): &Left) -> i128 {
    let gifts = people.len() - usize::from(!ring);
    let paid = people.iter().map(|&person| i128::from(prices.people[person as usize]));
    paid.sum::<i128>() + i128::from(prices.gift) * gifts as i128
}
