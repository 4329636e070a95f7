//! The next-best plan: what would be chosen if this very plan were not to be had. Start at [`next_best`].

use super::plan::{Chain, Plan};
use super::question::Wanted;
use super::{Flaw, Question, Search, propose_again, verify};

/// The best of all plans but one that was found, and what any of them could reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextBest {
    /// How many fewer people it helps. Negative if more: best total first may prefer fewer.
    pub helped_fewer: i64,
    /// How much less its total score is; both 0 if it is just as good.
    pub score_less: i64,
    /// The rings and chains, by their first people.
    pub chains: Vec<Chain>,
    /// Most people helped, and with so many the best score, that any plan but the one could reach: as [`Plan::bound`].
    pub bound: (i64, i64),
    /// Whether the bound shows that no other plan is better.
    pub proven: bool,
    /// The best plans without one of the plan's rings, one after the other, and then those with one ring more that helps
    /// this person or that, each with its own proof.
    proof: Vec<Plan>,
}

/// Finds a plan that is best among all but this one, with a bound on all of them. `None` if no other plan was found.
///
/// Another plan is without one of the plan's open rings or chains, or has one more. So each of these is forbidden in turn and the
/// rest searched for anew, beginning from what stands; and where a ring more could be as good as none, everybody left out
/// is helped in turn beside the plan. The best of these is the answer, and the highest of their bounds is its bound.
///
/// Method: ranking by branching on what the best plan has, Lawler, "A procedure for computing the K best solutions to
/// discrete optimization problems and its application to the shortest path problem" (Management Science, 1972). Cost: that of [`super::propose`] with these steps, for each open ring.
///
/// ```
/// use matching::exchange::cycles::{Chain, Gift, Question, Search, next_best, propose, verify_next};
///
/// let gifts = vec![Gift::new(0, 1, 60), Gift::new(1, 0, 60), Gift::new(1, 2, 50), Gift::new(2, 1, 50)];
/// let question = Question::new(3, gifts)?;
/// let how = Search::steps(1_000);
/// let plan = propose(&question, &how, &|| false);
/// let next = next_best(&question, &plan, &how, &|| false).ok_or("there is another")?;
/// assert_eq!((&next.chains[..], next.score_less, next.proven), (&[Chain::closed(&[1, 2])][..], 20, true));
/// assert_eq!(verify_next(&question, &plan, &next), Ok(()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn next_best(question: &Question, plan: &Plan, how: &Search, stop: &(dyn Fn() -> bool + Sync)) -> Option<NextBest> {
    let asked = asked(question, plan);
    let proof: Vec<Plan> = asked.iter().map(|asked| propose_again(asked, plan, how, stop)).collect();
    let value = |plan: &Plan| (plan.helped() as i64, plan.score());
    let others = proof.iter().filter(|other| other.chains() != plan.chains());
    // The first of equals.
    let best = others.reduce(
        |best, other| {
            if question.rank(value(other)) > question.rank(value(best)) { other } else { best }
        },
    )?;
    let chains = best.chains().to_vec();
    let reached = value(best);
    let found = asked.iter().zip(&proof).filter(|(asked, other)| matters(asked, plan, other));
    let bounds = found.map(|(_, other)| other.bound());
    let bound = bounds.max_by_key(|&bound| question.rank(bound)).unwrap_or(reached);
    let own = value(plan);
    Some(NextBest {
        helped_fewer: own.0 - reached.0,
        score_less: own.1 - reached.1,
        chains,
        bound,
        proven: bound == reached,
        proof,
    })
}

/// Whether a search has found another plan, or could have: where it is sure that there is none, its bound is of no account.
fn matters(asked: &Question, plan: &Plan, other: &Plan) -> bool {
    other.chains() != plan.chains() || !other.is_at_ceiling(asked)
}

/// The questions of which each other plan answers one: without one of the plan's open chains, or with somebody helped
/// beside all of them.
fn asked(question: &Question, plan: &Plan) -> Vec<Question> {
    let open = plan.chains().iter().filter(|chain| !question.locks().contains(chain));
    let mut asked: Vec<Question> = open.filter_map(|chain| question.clone().forbid(chain.clone()).ok()).collect();
    if let Some(fixed) = beside(question, plan) {
        asked.extend(plan.left_out().map(|person| fixed.clone().wanting(Wanted::Helped { person })));
    }
    asked
}

/// The question with the plan's chains locked, if a chain more could be in a plan that is not better.
fn beside(question: &Question, plan: &Plan) -> Option<Question> {
    // With most people first, whoever is helped brings something.
    if plan.proven() && question.rank((1, 0)) == (1, 0) {
        return None;
    }
    plan.chains().iter().try_fold(question.clone(), |fixed, chain| fixed.lock(chain.clone())).ok()
}

/// Checks that `next` is another plan, that it reaches what it says, and that none but the plan exceeds its bound.
///
/// Each of the searches it rests on is checked as [`verify`] does, with nothing taken from the solver. Errors: the first
/// [`Flaw`] found. Cost: that of [`verify`], for each open ring.
pub fn verify_next(question: &Question, plan: &Plan, next: &NextBest) -> Result<(), Flaw> {
    verify(question, plan)?;
    let asked = asked(question, plan);
    if asked.len() != next.proof.len() {
        return Err(Flaw::Cases);
    }
    let mut found = None;
    for (asked, other) in asked.iter().zip(&next.proof) {
        verify(asked, other)?;
        if other.chains() == next.chains {
            found = Some(other);
        }
        if matters(asked, plan, other) && question.rank(other.bound()) > question.rank(next.bound) {
            return Err(Flaw::Gap);
        }
    }
    let other = found.filter(|other| other.chains() != plan.chains()).ok_or(Flaw::SamePlan)?;
    let (helped, score) = (other.helped() as i64, other.score());
    let same = (plan.helped() as i64 - helped, plan.score() - score) == (next.helped_fewer, next.score_less)
        && (!next.proven || next.bound == (helped, score));
    if same { Ok(()) } else { Err(Flaw::WrongTotals) }
}
