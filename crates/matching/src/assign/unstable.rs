//! Instability: pairs who would both rather have each other than what the plan gives them.

use super::{Plan, Question};

/// A mentee and a mentor who would both rather have each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unstable {
    /// The mentee.
    pub mentee: u32,
    /// The mentor she would rather have.
    pub mentor: u32,
    /// Whom she has now.
    pub now: Option<u32>,
    /// Whom the mentor would give up for her: the least liked of those in the mentor's places. `None` if there is a place to spare.
    pub instead_of: Option<u32>,
}

/// Lists the pairs who would both rather have each other, going by the scores; by mentee, then mentor.
///
/// Empty means that the plan is stable: Gale and Shapley, "College admissions and the stability of marriage" (1962). The
/// best plan for all need not be; how many it upsets is worth knowing before it is announced. A mentor with a place
/// to spare would rather have anybody allowed, and one without would give up no more than one for one. Equal scores upset
/// nobody. Whoever is locked stays, and pairs below the minimum are no pairs.
///
/// Cost: O(n + m).
///
/// ```
/// use matching::assign::{Pair, Question, propose, unstable};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// let question = Question::new(2, vec![1, 1], vec![pair(0, 0, 90), pair(0, 1, 80), pair(1, 0, 70), pair(1, 1, 20)])?;
/// let plan = propose(&question);
/// assert_eq!(plan.score(), 150);
///
/// // Mentee 0 and mentor 0 fit better than what either has, and would need to be told why not.
/// let upset = unstable(&question, &plan);
/// assert_eq!(upset.iter().map(|pair| (pair.mentee, pair.mentor, pair.instead_of)).collect::<Vec<_>>(), [(0, 0, Some(1))]);
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn unstable(question: &Question, plan: &Plan) -> Vec<Unstable> {
    unstable_by(question, plan, |_, _, score| (score, score))
}

/// As [`unstable`], where each side has likings of its own.
///
/// `likes` gets mentee, mentor and score of an allowed pair and says how much the mentee likes the mentor, and how much the
/// mentor likes the mentee: more is better, in any measure, each side compared only with itself.
///
/// ```
/// use matching::assign::{Pair, Question, propose, unstable_by};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// let question = Question::new(2, vec![1, 1], vec![pair(0, 0, 90), pair(0, 1, 80), pair(1, 0, 70), pair(1, 1, 20)])?;
/// let plan = propose(&question);
/// // Mentor 0 would as soon have either.
/// assert!(unstable_by(&question, &plan, |_, mentor, score| (score, if mentor == 0 { 0 } else { score })).is_empty());
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn unstable_by(question: &Question, plan: &Plan, likes: impl Fn(u32, u32, i64) -> (i64, i64)) -> Vec<Unstable> {
    let mentees = || (0..question.mentees() as u32).filter(|&mentee| question.locked(mentee).is_none());
    let partner = |mentee| {
        let mentor = plan.mentor_of(mentee)?;
        Some((mentor, question.score_of(mentee, mentor)?))
    };
    // Each mentor's open places taken, and the least liked of those who have them.
    let mut taken = vec![0u32; question.mentors()];
    let mut least: Vec<Option<(i64, u32)>> = vec![None; question.mentors()];
    for mentee in mentees() {
        if let Some((mentor, score)) = partner(mentee) {
            let liked = (likes(mentee, mentor, score).1, mentee);
            let slot = &mut least[mentor as usize];
            *slot = Some(slot.map_or(liked, |least| least.min(liked)));
            taken[mentor as usize] += 1;
        }
    }
    let mut found = Vec::new();
    for mentee in mentees() {
        let now = partner(mentee);
        let hers = now.map(|(mentor, score)| likes(mentee, mentor, score).0);
        for (mentor, score) in question.options_of(mentee) {
            let likes = likes(mentee, mentor, score);
            if score < question.least()
                || now.is_some_and(|now| now.0 == mentor)
                || hers.is_some_and(|hers| likes.0 <= hers)
            {
                continue;
            }
            let now = now.map(|now| now.0);
            if taken[mentor as usize] < question.room_of(mentor) {
                found.push(Unstable { mentee, mentor, now, instead_of: None });
            } else if let Some((liked, guest)) = least[mentor as usize]
                && likes.1 > liked
            {
                found.push(Unstable { mentee, mentor, now, instead_of: Some(guest) });
            }
        }
    }
    found
}
