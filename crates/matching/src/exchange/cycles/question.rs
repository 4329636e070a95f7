//! The question: who could give what to whom, how far gifts may go round, and what is fixed already.

use std::fmt;
use std::ops::Range;

use super::{Chain, First, Gift};
use crate::scale::Scale;

/// The most people one question may have, and the most people times the longest chain.
const MOST: usize = 1 << 20;
const MOST_PLACES: usize = 1 << 26;

/// Who could give to whom, how far gifts may go round, what comes first and what is fixed.
///
/// ```
/// use matching::exchange::cycles::{Chain, Gift, Question, Search, propose};
///
/// let gifts = vec![Gift::new(0, 1, 50), Gift::new(1, 0, 50), Gift::new(1, 2, 90), Gift::new(2, 0, 90)];
/// let question = Question::new(3, gifts)?;
/// let plan = propose(&question, &Search::steps(1_000), &|| false);
/// assert_eq!(plan.helped(), 3);
///
/// // Two people have been promised to each other: then the third is left out.
/// let question = question.lock(Chain::closed(&[0, 1]))?;
/// let plan = propose(&question, &Search::steps(1_000), &|| false);
/// assert_eq!(plan.left_out().collect::<Vec<_>>(), [2]);
/// # Ok::<(), matching::exchange::cycles::Refusal>(())
/// ```
#[derive(Debug, Clone)]
pub struct Question {
    people: usize,
    /// By giver and taker.
    gifts: Vec<Gift>,
    /// Where each giver's gifts begin, and one end more.
    starts: Vec<usize>,
    first: First,
    minimum: i64,
    longest: usize,
    longest_open: usize,
    only_give: Vec<bool>,
    locks: Vec<Chain>,
    locked: Vec<bool>,
    forbidden: Vec<Chain>,
    pub(super) wanted: Option<Wanted>,
    largest: u64,
    /// Every score is a multiple of this.
    grain: u64,
}

/// What a plan shall do above all, if it can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// This gift is made.
    Gift { giver: u32, taker: u32 },
    /// This person gets something.
    Helped { person: u32 },
}

/// Why a question is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody is named whom the question does not have.
    Unknown {
        /// The number that was named.
        person: u32,
    },
    /// Somebody gives to themselves.
    ToThemselves {
        /// Who.
        person: u32,
    },
    /// The same gift stands in the list twice.
    GiftTwice {
        /// Who gives.
        giver: u32,
        /// Who takes.
        taker: u32,
    },
    /// A lock asks for a gift that is not allowed.
    NotAllowed {
        /// Who gives.
        giver: u32,
        /// Who takes.
        taker: u32,
    },
    /// Somebody is in two locks, or twice in one.
    LockedTwice {
        /// Who.
        person: u32,
    },
    /// The same ring or chain is locked and forbidden.
    LockedAndForbidden,
    /// A lock is longer than chains may be, has less than two people, or begins with somebody who also takes.
    LockOfNoUse,
    /// More people, or longer chains, than one question may have.
    TooMany,
    /// Scores are so large that their sum over a plan could overflow.
    TooLarge,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unknown { person } => write!(f, "There is no person {person}."),
            Refusal::ToThemselves { person } => write!(f, "Person {person} cannot give to themselves."),
            Refusal::GiftTwice { giver, taker } => write!(f, "The gift of {giver} to {taker} is given twice."),
            Refusal::NotAllowed { giver, taker } => {
                write!(f, "A lock has {giver} giving to {taker}, but that is not an allowed gift.")
            }
            Refusal::LockedTwice { person } => write!(f, "Person {person} is in two locks, or in one twice."),
            Refusal::LockedAndForbidden => write!(f, "The same ring or chain is locked and forbidden."),
            Refusal::LockOfNoUse => write!(f, "A lock is too long, too short, or begins with somebody who also takes."),
            Refusal::TooMany => write!(f, "There are more people or longer chains than one question can hold."),
            Refusal::TooLarge => write!(f, "The scores are too large to be added up safely."),
        }
    }
}

impl std::error::Error for Refusal {}

impl Question {
    /// Asks for people numbered from 0 to give to each other along `gifts` only, in rings of at most three.
    ///
    /// Nobody gives or takes more than once. Most people helped comes first until [`Question::first`] says otherwise.
    /// The order of `gifts` does not matter.
    ///
    /// Errors: somebody unknown, a gift to oneself, the same gift twice, more than 2²⁰ people or 2³² gifts, or scores so
    /// large that a plan's weight could overflow.
    ///
    /// ```
    /// use matching::exchange::cycles::{Gift, Question, Refusal};
    ///
    /// let refused = Question::new(2, vec![Gift::new(1, 1, 50)]);
    /// assert_eq!(refused.err(), Some(Refusal::ToThemselves { person: 1 }));
    /// ```
    pub fn new(people: usize, mut gifts: Vec<Gift>) -> Result<Question, Refusal> {
        if people > MOST || gifts.len() > u32::MAX as usize {
            return Err(Refusal::TooMany);
        }
        for &Gift { giver, taker, .. } in &gifts {
            for person in [giver, taker] {
                if person as usize >= people {
                    return Err(Refusal::Unknown { person });
                }
            }
            if giver == taker {
                return Err(Refusal::ToThemselves { person: giver });
            }
        }
        gifts.sort_unstable();
        let same = |two: &&[Gift]| (two[0].giver, two[0].taker) == (two[1].giver, two[1].taker);
        if let Some(two) = gifts.windows(2).find(same) {
            return Err(Refusal::GiftTwice { giver: two[0].giver, taker: two[0].taker });
        }
        let mut starts = vec![0; people + 1];
        for gift in &gifts {
            starts[gift.giver as usize + 1] += 1;
        }
        for person in 0..people {
            starts[person + 1] += starts[person];
        }
        let question = Question {
            people,
            starts,
            first: First::Count,
            minimum: i64::MIN,
            longest: 3,
            longest_open: 0,
            only_give: vec![false; people],
            locks: Vec::new(),
            locked: vec![false; people],
            forbidden: Vec::new(),
            wanted: None,
            largest: gifts.iter().map(|gift| gift.score.unsigned_abs()).max().unwrap_or(0),
            grain: gifts.iter().fold(0, |grain, gift| common(grain, gift.score.unsigned_abs())).max(1),
            gifts,
        };
        // Scores themselves are added up too, and not only what is left of them without their common factor.
        let whole = i64::try_from(question.largest).ok().and_then(|size| size.checked_mul(64 * (people as i64 + 1)));
        whole.ok_or(Refusal::TooLarge)?;
        let safe = [First::Count, First::Total].into_iter().all(|first| question.scale_for(first).is_some());
        if safe { Ok(question) } else { Err(Refusal::TooLarge) }
    }

    /// Says what comes first: most people helped, or the best total score.
    #[must_use]
    pub fn first(mut self, first: First) -> Question {
        self.first = first;
        self
    }

    /// Forbids every gift scoring less than `score`. A lock stands nevertheless: somebody decided it.
    #[must_use]
    pub fn minimum(mut self, score: i64) -> Question {
        self.minimum = score;
        self
    }

    /// Sets how many people a ring may have: 3 unless said otherwise; with less than 2 there are no rings.
    ///
    /// Errors: longer chains than one question may have, with so many people.
    pub fn longest(mut self, people: usize) -> Result<Question, Refusal> {
        self.longest = people.min(self.people);
        self.short_enough()
    }

    /// Names people who only give, and how many gifts a chain that starts with one of them may have.
    ///
    /// Nobody gives to them; the last of a chain takes and gives nothing.
    ///
    /// Errors: somebody unknown, or longer chains than one question may have, with so many people.
    ///
    /// ```
    /// use matching::exchange::cycles::{Chain, Gift, Question, Search, propose};
    ///
    /// let gifts = vec![Gift::new(0, 1, 50), Gift::new(1, 2, 60), Gift::new(2, 0, 70)];
    /// let question = Question::new(3, gifts)?.only_give(&[0], 2)?;
    /// let plan = propose(&question, &Search::steps(1_000), &|| false);
    /// assert_eq!(plan.chains(), [Chain::open(&[0, 1, 2])]);
    /// assert_eq!((plan.helped(), plan.score()), (2, 110));
    /// # Ok::<(), matching::exchange::cycles::Refusal>(())
    /// ```
    pub fn only_give(mut self, people: &[u32], longest: usize) -> Result<Question, Refusal> {
        for &person in people {
            *self.only_give.get_mut(person as usize).ok_or(Refusal::Unknown { person })? = true;
        }
        self.longest_open = longest.min(self.people);
        self.short_enough()
    }

    /// Fixes a ring or chain: every plan contains it, and its people are helped. Locking it again changes nothing.
    ///
    /// Errors: somebody unknown or locked already, a gift that is not allowed, or a lock that could not be in a plan.
    pub fn lock(mut self, chain: Chain) -> Result<Question, Refusal> {
        let chain = chain.in_order();
        if self.locks.contains(&chain) {
            return Ok(self);
        }
        if self.forbids(&chain) {
            return Err(Refusal::LockedAndForbidden);
        }
        self.all_known(&chain)?;
        for (at, &person) in chain.people.iter().enumerate() {
            if self.locked[person as usize] || chain.people[..at].contains(&person) {
                return Err(Refusal::LockedTwice { person });
            }
        }
        if !self.could_be(&chain) {
            return Err(Refusal::LockOfNoUse);
        }
        for (giver, taker) in chain.gifts() {
            if self.score_of(giver, taker).is_none() {
                return Err(Refusal::NotAllowed { giver, taker });
            }
        }
        for &person in &chain.people {
            self.locked[person as usize] = true;
        }
        self.locks.push(chain);
        self.locks.sort_unstable();
        Ok(self)
    }

    /// Forbids a ring or chain: no plan contains it, though each of its gifts may be made in another.
    ///
    /// Errors: somebody unknown, or the chain is locked.
    ///
    /// ```
    /// use matching::exchange::cycles::{Chain, Gift, Question, Search, propose};
    ///
    /// let gifts = vec![Gift::new(0, 1, 50), Gift::new(1, 2, 50), Gift::new(2, 0, 50), Gift::new(1, 0, 90)];
    /// let question = Question::new(3, gifts)?.forbid(Chain::closed(&[0, 1, 2]))?;
    /// let plan = propose(&question, &Search::steps(1_000), &|| false);
    /// assert_eq!(plan.chains(), [Chain::closed(&[0, 1])]);
    /// # Ok::<(), matching::exchange::cycles::Refusal>(())
    /// ```
    pub fn forbid(mut self, chain: Chain) -> Result<Question, Refusal> {
        let chain = chain.in_order();
        self.all_known(&chain)?;
        if self.locks.contains(&chain) {
            return Err(Refusal::LockedAndForbidden);
        }
        if let Err(at) = self.forbidden.binary_search(&chain) {
            self.forbidden.insert(at, chain);
        }
        Ok(self)
    }

    /// The rings and chains that no plan may contain.
    #[must_use]
    pub fn forbidden(&self) -> &[Chain] {
        &self.forbidden
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> usize {
        self.people
    }

    /// The score of the gift, or `None` if it is not in the list. The minimum is not looked at.
    #[must_use]
    pub fn score_of(&self, giver: u32, taker: u32) -> Option<i64> {
        let range = self.range(giver);
        let at = self.gifts[range.clone()].binary_search_by_key(&taker, |gift| gift.taker).ok()?;
        Some(self.gifts[range.start + at].score)
    }

    /// What somebody could give, by taker. The minimum is not looked at.
    pub fn gifts_of(&self, giver: u32) -> impl Iterator<Item = Gift> + '_ {
        self.range(giver).map(|at| self.gifts[at])
    }

    /// The rings and chains that are fixed.
    #[must_use]
    pub fn locks(&self) -> &[Chain] {
        &self.locks
    }

    /// Whether the person is in a lock.
    #[must_use]
    pub fn is_locked(&self, person: u32) -> bool {
        self.locked.get(person as usize).copied().unwrap_or(false)
    }

    /// Whether the person only gives.
    #[must_use]
    pub fn only_gives(&self, person: u32) -> bool {
        self.only_give.get(person as usize).copied().unwrap_or(false)
    }

    /// Whether the chain, told in order, is forbidden.
    pub(super) fn forbids(&self, chain: &Chain) -> bool {
        self.forbidden.binary_search(chain).is_ok()
    }

    /// People helped and score with what comes first in front, so that the greater is better.
    pub(super) fn rank(&self, (helped, score): (i64, i64)) -> (i64, i64) {
        if self.first == First::Count { (helped, score) } else { (score, helped) }
    }

    /// The score below which no gift is made, unless locked.
    pub(super) fn least(&self) -> i64 {
        self.minimum
    }

    /// The same question with something wanted above all.
    pub(super) fn wanting(self, wanted: Wanted) -> Question {
        Question { wanted: Some(wanted), ..self }
    }

    /// Whether this gift may be made beside the locks.
    pub(super) fn is_open(&self, gift: &Gift) -> bool {
        gift.score >= self.minimum
            && !self.locked[gift.giver as usize]
            && !self.locked[gift.taker as usize]
            && !self.only_give[gift.taker as usize]
    }

    /// Whether a chain has a length and a beginning that it may have.
    pub(super) fn could_be(&self, chain: &Chain) -> bool {
        let takes = |person: &u32| !self.only_gives(*person);
        let (first, others) = match chain.people.split_first() {
            Some((first, others)) if !others.is_empty() => (first, others),
            _ => return false,
        };
        let length = if chain.closed { chain.people.len() <= self.longest } else { others.len() <= self.longest_open };
        length && takes(first) == chain.closed && others.iter().all(takes)
    }

    /// The most people of a ring.
    pub(super) fn most_closed(&self) -> usize {
        self.longest
    }

    /// The most gifts of a chain that stays open.
    pub(super) fn most_open(&self) -> usize {
        self.longest_open
    }

    /// The weight of an open gift. What is wanted above all weighs more than everything else together.
    pub(super) fn weight(&self, gift: &Gift) -> i64 {
        let wanted = match self.wanted {
            Some(Wanted::Gift { giver, taker }) => (giver, taker) == (gift.giver, gift.taker),
            Some(Wanted::Helped { person }) => person == gift.taker,
            None => false,
        };
        // A question that could have no scale was refused.
        let scale = self.scale_for(self.first).unwrap_or(Scale::least(self.first));
        let all = if wanted { self.all_weights() } else { 0 };
        scale.weight(gift.score / self.grain as i64) + all
    }

    /// More than any two plans' weights differ, as long as nothing is wanted above all.
    pub(super) fn all_weights(&self) -> i64 {
        let scale = self.scale_for(self.first).unwrap_or(Scale::least(self.first));
        let size = i64::try_from(self.largest / self.grain).unwrap_or(i64::MAX);
        let heaviest = scale.rate.saturating_mul(size).saturating_add(scale.bonus);
        heaviest.saturating_mul(2 * self.people as i64 + 2)
    }

    /// Most people helped, and then the best score, that a weight of open gifts allows for; what is wanted not counted.
    pub(super) fn told(&self, weight: i64) -> (i64, i64) {
        let all = self.all_weights();
        let weight = if self.wanted.is_some() && weight > all / 2 { weight - all } else { weight };
        let scale = self.scale_for(self.first).unwrap_or(Scale::least(self.first));
        let (helped, score) = scale.unpack(weight.into());
        (helped as i64, score as i64 * self.grain as i64)
    }

    fn scale_for(&self, first: First) -> Option<Scale> {
        let scale = Scale::rounded(first, self.people as u64, self.largest / self.grain)?;
        // Prices are counted in fractions of a weight, and all people's are added up.
        let size = i64::try_from(self.largest / self.grain).ok()?;
        let heaviest = scale.rate.checked_mul(size)?.checked_add(scale.bonus)?;
        heaviest.checked_mul(2 * self.people as i64 + 2)?.checked_mul(64)?;
        Some(scale)
    }

    fn all_known(&self, chain: &Chain) -> Result<(), Refusal> {
        match chain.people.iter().find(|&&person| person as usize >= self.people) {
            Some(&person) => Err(Refusal::Unknown { person }),
            None => Ok(()),
        }
    }

    fn short_enough(self) -> Result<Question, Refusal> {
        let longest = self.longest.max(self.longest_open) + 1;
        if longest.saturating_mul(self.people) > MOST_PLACES { Err(Refusal::TooMany) } else { Ok(self) }
    }

    fn range(&self, giver: u32) -> Range<usize> {
        let giver = giver as usize;
        if giver < self.people { self.starts[giver]..self.starts[giver + 1] } else { 0..0 }
    }
}

/// The greatest common divisor (Euclid).
fn common(one: u64, other: u64) -> u64 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
