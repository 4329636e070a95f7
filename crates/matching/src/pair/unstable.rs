//! Instability: pairs who would both rather have each other.

use super::{First, Plan, Question};

/// Two people who are not together, and would both rather be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unstable {
    /// The one with the smaller number.
    pub one: u32,
    /// The one with the larger number.
    pub other: u32,
    /// Their score together.
    pub score: i64,
    /// The score each has now, the one first, or `None` for who is left out.
    pub now: [Option<i64>; 2],
}

impl Unstable {
    /// How much the score rises for the one for whom it rises less; `None` if both are left out now.
    #[must_use]
    pub fn pull(&self) -> Option<i64> {
        self.now.into_iter().flatten().map(|now| self.score.saturating_sub(now)).min()
    }
}

/// Every pair who would both rather have each other than what the plan gives them, those who gain most first.
///
/// Each is taken to like a partner as much as the pair's score says, and anybody allowed better than nobody, unless the
/// best total comes first and the score is below nothing. Locked people have promised, and want nobody else. The best
/// plan is not always stable, and a list of none says that nobody would leave it: a stable pairing, in Gale and Shapley,
/// "College admissions and the stability of marriage" (1962), for one pool. Cost: O(m + n · log m).
///
/// ```
/// use matching::pair::{Pair, Question, propose, unstable};
///
/// // The two in the middle like each other best, but then the others would have nobody.
/// let pair = |one, other, score| Pair { one, other, score };
/// let question = Question::new(4, vec![pair(0, 1, 50), pair(1, 2, 60), pair(2, 3, 50)])?;
/// let list = unstable(&question, &propose(&question));
/// assert_eq!(list.iter().map(|two| (two.one, two.other, two.pull())).collect::<Vec<_>>(), [(1, 2, Some(10))]);
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
#[must_use]
pub fn unstable(question: &Question, plan: &Plan) -> Vec<Unstable> {
    let everybody = 0..question.people() as u32;
    let score = |person: u32| plan.partner_of(person).and_then(|partner| question.score_of(person, partner));
    let now: Vec<Option<i64>> = everybody.clone().map(score).collect();
    let least = if question.order() == First::Total { 0 } else { i64::MIN };
    let mut list = Vec::new();
    for one in everybody.filter(|&one| question.locked(one).is_none()) {
        let later = question.options_of(one).filter(|&(other, _)| one < other && question.locked(other).is_none());
        for (other, score) in later {
            let now = [now[one as usize], now[other as usize]];
            let apart = plan.partner_of(one) != Some(other);
            if apart && score >= least && now.iter().all(|now| now.is_none_or(|now| score > now)) {
                list.push(Unstable { one, other, score, now });
            }
        }
    }
    list.sort_by_key(|two| (std::cmp::Reverse(two.pull().unwrap_or(i64::MAX)), two.one, two.other));
    list
}
