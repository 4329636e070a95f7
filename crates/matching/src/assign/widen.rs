//! Widening: whose one more place would bring a mentee in.

use std::cmp::Reverse;

use super::detour::{Detour, Start, Ways};
use super::why::{Move, best, told};
use super::{Plan, Question};

/// What one more place with a mentor would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widening {
    /// The mentor who would take one more.
    pub mentor: u32,
    /// How many mentees would then be placed.
    pub placed: usize,
    /// The total score of that plan.
    pub score: i64,
    /// Who would move, by number of the mentee; [`Plan::after`] applies it.
    pub moves: Vec<Move>,
}

/// Finds every mentor whose one more place would get this left-out mentee placed, the best resulting plan first.
///
/// Exact: for each mentor listed, the moves lead to a best plan of the question with one place more there. With a
/// mentor not listed the place would bring nothing, or somebody else. Where she and somebody else are equally good, she
/// is the one placed here, though [`super::propose`] may choose the other. Mentors without any place count as well.
/// Empty if she is placed, unknown, or nobody's place would help. Equal plans come with fewer moves first, then by
/// the mentor's number.
///
/// Cost: O(m log m) for two searches that answer for all mentors together (source in `detour.rs`), and the moves.
///
/// ```
/// use matching::assign::{Pair, Question, one_more_place, propose};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// // Mentee 1 only gets on with mentor 0, who is taken by mentee 0, who could also go to mentor 1.
/// let pairs = vec![pair(0, 0, 90), pair(0, 1, 80), pair(1, 0, 50), pair(2, 1, 95)];
/// let question = Question::new(3, vec![1, 1], pairs)?;
/// let plan = propose(&question);
///
/// let ways = one_more_place(&question, &plan, 1);
/// assert_eq!(ways.iter().map(|way| (way.mentor, way.score)).collect::<Vec<_>>(), [(0, 235), (1, 225)]);
/// assert_eq!(plan.after(&ways[1].moves), [Some(1), Some(0), Some(1)]);
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn one_more_place(question: &Question, plan: &Plan, mentee: u32) -> Vec<Widening> {
    let plan = best(question, plan);
    if mentee as usize >= question.mentees() || plan.mentor_of(mentee).is_some() {
        return Vec::new();
    }
    let detour = Detour::new(question, &plan);
    let hers = detour.search(Start::Mentee(mentee), None);
    let anyones = detour.search(Start::Place(detour.out()), None);
    let mut found: Vec<(i64, Widening)> = Vec::new();
    for mentor in 0..question.mentors() as u32 {
        let at = mentor as usize;
        // The place brings its price, less the loss of filling it.
        let brings = plan.proof.prices[at].saturating_sub(hers.losses[at]);
        if brings > 0 && hers.losses[at] == anyones.losses[at] {
            found.push((brings, widening(question, &plan, &detour, &hers, mentor)));
        }
    }
    found.sort_by_key(|(brings, way)| (Reverse(*brings), way.moves.len(), way.mentor));
    found.into_iter().map(|(_, way)| way).collect()
}

fn widening(question: &Question, plan: &Plan, detour: &Detour<'_>, ways: &Ways, mentor: u32) -> Widening {
    let moves = told(detour, &detour.moves_to(ways, mentor));
    let (mut placed, mut score) = (plan.placed, plan.total);
    for step in &moves {
        let worth = |place: Option<u32>| place.and_then(|mentor| question.score_of(step.mentee, mentor)).unwrap_or(0);
        placed = placed + usize::from(step.to.is_some()) - usize::from(step.from.is_some());
        score += worth(step.to) - worth(step.from);
    }
    Widening { mentor, placed, score, moves }
}
