//! The question: who needs and offers how many hours, what may go where, and what is fixed already.

use std::fmt;
use std::ops::Range;

use super::{First, Way};
use crate::scale::Scale;

/// The most needs, and the most offers, one question may have: about 16 million each.
const MOST: usize = 1 << 24;

/// Hours needed, hours offered, which may go where, what comes first and what is fixed.
///
/// ```
/// use matching::exchange::transport::{Question, Way, propose};
///
/// // Two need five hours each of somebody who has six. Nobody shall get more than four from the same person.
/// let ways = vec![Way::new(0, 0, 80).at_most(4), Way::new(1, 0, 30).at_most(4)];
/// let question = Question::new(vec![5, 5], vec![6], ways)?.lock(1, 0, 3)?;
/// let plan = propose(&question);
/// assert_eq!((plan.hours_of(0, 0), plan.hours_of(1, 0)), (3, 3));
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
#[derive(Debug, Clone)]
pub struct Question {
    needs: Vec<u32>,
    offers: Vec<u32>,
    /// By need and offer.
    ways: Vec<Way>,
    /// Where each need's ways begin, and one end more.
    starts: Vec<usize>,
    first: First,
    minimum: i64,
    /// Locked hours per way, per need and per offer.
    locks: Vec<u32>,
    kept: Vec<u32>,
    promised: Vec<u32>,
    largest: u64,
}

/// Why a question is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A need is named that the question does not have.
    UnknownNeed {
        /// The number that was named.
        need: u32,
    },
    /// An offer is named that the question does not have.
    UnknownOffer {
        /// The number that was named.
        offer: u32,
    },
    /// The same need and offer stand in the list of ways twice.
    WayTwice {
        /// The need of the way.
        need: u32,
        /// The offer of the way.
        offer: u32,
    },
    /// A lock or a limit is set where hours may not go.
    NotAllowed {
        /// The need.
        need: u32,
        /// The offer.
        offer: u32,
    },
    /// More hours are locked than the need, the offer or the way between them has.
    LockedTooMuch {
        /// The need of the lock.
        need: u32,
        /// The offer of the lock.
        offer: u32,
    },
    /// More needs, offers or ways than one question may have.
    TooMany,
    /// Scores or hours are so large that their sum over a plan could overflow.
    TooLarge,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::UnknownNeed { need } => write!(f, "There is no need {need}."),
            Refusal::UnknownOffer { offer } => write!(f, "There is no offer {offer}."),
            Refusal::WayTwice { need, offer } => write!(f, "Need {need} and offer {offer} are given twice."),
            Refusal::NotAllowed { need, offer } => {
                write!(f, "Hours of offer {offer} may not go to need {need}, so nothing can be fixed there.")
            }
            Refusal::LockedTooMuch { need, offer } => {
                write!(f, "More hours of offer {offer} are locked to need {need} than there are.")
            }
            Refusal::TooMany => write!(f, "There are more needs, offers or ways than one question can hold."),
            Refusal::TooLarge => write!(f, "The scores or hours are too large to be added up safely."),
        }
    }
}

impl std::error::Error for Refusal {}

impl Question {
    /// Asks to meet needs of so many hours with offers of so many, along `ways` only. Both are numbered from 0.
    ///
    /// Most hours come first until [`Question::first`] says otherwise. The order of `ways` does not matter.
    ///
    /// Errors: a way with a need or offer unknown, the same two twice, more than 2²⁴ on a side or 2³² ways, or scores so
    /// large that a plan's weight could overflow (with 50,000 hours, beyond some 10¹²).
    ///
    /// Cost: O(n + m), and O(m log m) if the ways are not in order of need and offer.
    ///
    /// ```
    /// use matching::exchange::transport::{Question, Refusal, Way};
    ///
    /// let ways = vec![Way::new(0, 7, 50)];
    /// assert_eq!(Question::new(vec![2], vec![3], ways).err(), Some(Refusal::UnknownOffer { offer: 7 }));
    /// ```
    pub fn new(needs: Vec<u32>, offers: Vec<u32>, mut ways: Vec<Way>) -> Result<Question, Refusal> {
        if needs.len() > MOST || offers.len() > MOST || ways.len() > u32::MAX as usize {
            return Err(Refusal::TooMany);
        }
        for &Way { need, offer, .. } in &ways {
            if need as usize >= needs.len() {
                return Err(Refusal::UnknownNeed { need });
            }
            if offer as usize >= offers.len() {
                return Err(Refusal::UnknownOffer { offer });
            }
        }
        let key = |way: &Way| u64::from(way.need) << 32 | u64::from(way.offer);
        if !ways.is_sorted_by_key(key) {
            ways.sort_unstable_by_key(key);
        }
        if let Some(two) = ways.windows(2).find(|two| key(&two[0]) == key(&two[1])) {
            return Err(Refusal::WayTwice { need: two[0].need, offer: two[0].offer });
        }
        let mut starts = vec![0; needs.len() + 1];
        for way in &ways {
            starts[way.need as usize + 1] += 1;
        }
        for need in 0..needs.len() {
            starts[need + 1] += starts[need];
        }
        let question = Question {
            starts,
            largest: ways.iter().map(|way| way.score.unsigned_abs()).max().unwrap_or(0),
            first: First::Count,
            minimum: i64::MIN,
            locks: vec![0; ways.len()],
            kept: vec![0; needs.len()],
            promised: vec![0; offers.len()],
            needs,
            offers,
            ways,
        };
        question.safe()
    }

    /// Says what comes first: most hours, or the best total score.
    #[must_use]
    pub fn first(mut self, first: First) -> Question {
        self.first = first;
        self
    }

    /// Forbids every way scoring less than `score`. Locked hours stand nevertheless: somebody decided them.
    #[must_use]
    pub fn minimum(mut self, score: i64) -> Question {
        self.minimum = score;
        self
    }

    /// Fixes hours: every plan has at least so many there, and they count. A second lock replaces the first.
    ///
    /// Errors: a need or offer unknown, a way that is not allowed, or more hours than need, offer and way have left.
    ///
    /// ```
    /// use matching::exchange::transport::{Question, Refusal, Way};
    ///
    /// let question = Question::new(vec![2], vec![3], vec![Way::new(0, 0, 50)])?;
    /// assert_eq!(question.clone().lock(0, 0, 2)?.locked(0, 0), 2);
    /// assert_eq!(question.lock(0, 0, 3).err(), Some(Refusal::LockedTooMuch { need: 0, offer: 0 }));
    /// # Ok::<(), matching::exchange::transport::Refusal>(())
    /// ```
    pub fn lock(mut self, need: u32, offer: u32, hours: u32) -> Result<Question, Refusal> {
        let at = self.known(need, offer)?;
        let (kept, promised) = (self.kept[need as usize], self.promised[offer as usize]);
        let before = self.locks[at];
        let left_of_need = self.needs[need as usize] - (kept - before);
        let left_of_offer = self.offers[offer as usize] - (promised - before);
        if hours > left_of_need.min(left_of_offer).min(self.ways[at].most) {
            return Err(Refusal::LockedTooMuch { need, offer });
        }
        self.kept[need as usize] = kept - before + hours;
        self.promised[offer as usize] = promised - before + hours;
        self.locks[at] = hours;
        Ok(self)
    }

    /// Lets at most so many hours go this way; 0 forbids it.
    ///
    /// Errors: a need or offer unknown, a way that is not allowed, or more hours locked there already.
    pub fn at_most(mut self, need: u32, offer: u32, hours: u32) -> Result<Question, Refusal> {
        let at = self.known(need, offer)?;
        if self.locks[at] > hours {
            return Err(Refusal::LockedTooMuch { need, offer });
        }
        self.ways[at].most = hours;
        Ok(self)
    }

    /// Changes how many hours are needed. Errors: a need unknown, more hours locked to it, or too many to add up.
    pub fn need(mut self, need: u32, hours: u32) -> Result<Question, Refusal> {
        let known = self.needs.get_mut(need as usize).ok_or(Refusal::UnknownNeed { need })?;
        if self.kept[need as usize] > hours {
            let offer = self.first_lock(|way| way.need == need).map_or(0, |way| way.offer);
            return Err(Refusal::LockedTooMuch { need, offer });
        }
        *known = hours;
        self.safe()
    }

    /// Changes how many hours are offered. Errors: an offer unknown, more hours locked of it, or too many to add up.
    pub fn offer(mut self, offer: u32, hours: u32) -> Result<Question, Refusal> {
        let known = self.offers.get_mut(offer as usize).ok_or(Refusal::UnknownOffer { offer })?;
        if self.promised[offer as usize] > hours {
            let need = self.first_lock(|way| way.offer == offer).map_or(0, |way| way.need);
            return Err(Refusal::LockedTooMuch { need, offer });
        }
        *known = hours;
        self.safe()
    }

    /// How many needs there are.
    #[must_use]
    pub fn needs(&self) -> usize {
        self.needs.len()
    }

    /// How many offers there are.
    #[must_use]
    pub fn offers(&self) -> usize {
        self.offers.len()
    }

    /// Hours of this need, locked ones included; 0 if it is unknown.
    #[must_use]
    pub fn needed(&self, need: u32) -> u32 {
        self.needs.get(need as usize).copied().unwrap_or(0)
    }

    /// Hours of this offer, locked ones included; 0 if it is unknown.
    #[must_use]
    pub fn offered(&self, offer: u32) -> u32 {
        self.offers.get(offer as usize).copied().unwrap_or(0)
    }

    /// The way between the two, if hours may go there. The minimum is not looked at. Cost: O(log d).
    #[must_use]
    pub fn way(&self, need: u32, offer: u32) -> Option<Way> {
        self.find(need, offer).map(|at| self.ways[at])
    }

    /// The hours locked between the two.
    #[must_use]
    pub fn locked(&self, need: u32, offer: u32) -> u32 {
        self.find(need, offer).map_or(0, |at| self.locks[at])
    }

    /// The ways of a need, by offer. The minimum is not looked at.
    pub fn ways_of(&self, need: u32) -> impl Iterator<Item = Way> + '_ {
        self.range(need).map(|at| self.ways[at])
    }

    /// All ways with the hours locked there, by need and offer.
    pub(super) fn all(&self) -> impl Iterator<Item = (Way, u32)> + '_ {
        self.ways.iter().copied().zip(self.locks.iter().copied())
    }

    /// The score below which no hour goes, unless locked.
    pub(super) fn least(&self) -> i64 {
        self.minimum
    }

    /// Hours of the need that no lock meets.
    pub(super) fn open_need(&self, need: u32) -> u32 {
        self.needs[need as usize] - self.kept[need as usize]
    }

    /// Hours of the offer that no lock takes.
    pub(super) fn open_offer(&self, offer: u32) -> u32 {
        self.offers[offer as usize] - self.promised[offer as usize]
    }

    /// How many hours more than the locked ones may go this way, whatever else does.
    pub(super) fn open_way(&self, way: Way, locked: u32) -> u32 {
        if way.score < self.minimum {
            return 0;
        }
        (way.most - locked).min(self.open_need(way.need)).min(self.open_offer(way.offer))
    }

    /// How scores become weights in this question.
    pub(super) fn scale(&self) -> Scale {
        // Every question that could have no scale was refused.
        self.scale_for(self.first).unwrap_or(Scale::least(self.first))
    }

    fn scale_for(&self, first: First) -> Option<Scale> {
        let sum = |hours: &[u32]| hours.iter().map(|&hours| u64::from(hours)).sum::<u64>();
        Scale::rounded(first, sum(&self.needs).min(sum(&self.offers)), self.largest)
    }

    fn safe(self) -> Result<Question, Refusal> {
        let safe = [First::Count, First::Total].into_iter().all(|first| self.scale_for(first).is_some());
        if safe { Ok(self) } else { Err(Refusal::TooLarge) }
    }

    fn known(&self, need: u32, offer: u32) -> Result<usize, Refusal> {
        if need as usize >= self.needs.len() {
            return Err(Refusal::UnknownNeed { need });
        }
        if offer as usize >= self.offers.len() {
            return Err(Refusal::UnknownOffer { offer });
        }
        self.find(need, offer).ok_or(Refusal::NotAllowed { need, offer })
    }

    fn find(&self, need: u32, offer: u32) -> Option<usize> {
        let range = self.range(need);
        let at = self.ways[range.clone()].binary_search_by_key(&offer, |way| way.offer).ok()?;
        Some(range.start + at)
    }

    fn range(&self, need: u32) -> Range<usize> {
        let need = need as usize;
        if need < self.needs.len() { self.starts[need]..self.starts[need + 1] } else { 0..0 }
    }

    fn first_lock(&self, of: impl Fn(&Way) -> bool) -> Option<Way> {
        self.all().find(|(way, locked)| *locked > 0 && of(way)).map(|(way, _)| way)
    }
}
