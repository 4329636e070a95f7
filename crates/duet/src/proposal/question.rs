//! From people and rules to the engine's question, and from its answer back to people and reasons.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use kit::{Error, Result};
use matching::assign::{self, FairProof, Fairness, First, LeftOut, Pair, Plan};
use serde::{Deserialize, Serialize};

use super::bar::Bar;
use super::fit::{Reason, Scale};
use super::proof::{Certificate, MOST_KEPT, certify};
use crate::round::rules::{self, Answers, Rules};

/// One side of a question: somebody, as matching sees them.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// Where they work, as compared: none when not known.
    pub workplace: Option<&'a str>,
    /// How many mentees they take, as a mentor.
    pub places: u32,
    /// What they answered.
    pub answers: &'a Answers,
}

/// Two people by their numbers: (mentor, mentee).
pub type Two = (usize, usize);

/// All that goes into a proposal.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// The eligible mentors.
    pub mentors: Vec<Candidate<'a>>,
    /// The eligible mentees.
    pub mentees: Vec<Candidate<'a>>,
    /// Pairs of which one is the other, or evaluates them, or said no.
    pub never: BTreeMap<Two, Bar>,
    /// Pairs who were a pair of the scheme before.
    pub met_before: BTreeSet<Two>,
    /// Pairs the coordinator keeps apart.
    pub apart: BTreeSet<Two>,
    /// Pairs the coordinator keeps together.
    pub together: BTreeSet<Two>,
}

/// The answer: pairs and people left out, by their numbers.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The pairs, by mentee.
    pub pairs: Vec<OutcomePair>,
    /// Mentees without a mentor, and why.
    pub mentees_left_out: Vec<(usize, WhyLeftOut<usize>)>,
    /// Mentors without a mentee, and why.
    pub mentors_left_out: Vec<(usize, WhyLeftOut<usize>)>,
    /// Wishes for pairs that are not allowed any more, and why.
    pub broken: Vec<(Two, Bar)>,
    /// The sum of all scores, as the engine counts.
    pub score: i64,
    /// Why no plan is better, where that is kept.
    pub proof: Option<Certificate<usize>>,
}

/// A pair of the answer.
#[derive(Clone, Debug)]
pub struct OutcomePair {
    /// Who, by number.
    pub two: Two,
    /// How well they fit, of 100.
    pub fit: u32,
    /// What the fit is made of.
    pub reasons: Vec<Reason>,
    /// Whether the coordinator wished for them.
    pub together: bool,
}

/// Why somebody is left out; `P` names people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum WhyLeftOut<P> {
    /// Nobody may be paired with them: how many people each bar stands before.
    NobodyAllowed {
        /// Bar and how many people.
        bars: Vec<(Bar, u32)>,
    },
    /// Pairing them would cost more than it gives.
    Costs {
        /// How many fewer people would be placed.
        fewer: i64,
        /// By how much the total fit would fall, in points of a pair's 100.
        less: u32,
        /// Who would be left out instead.
        instead: Vec<P>,
        /// A mentor with whom they would be placed, if that mentor took one more.
        room: Option<P>,
        /// How many others would change mentor then.
        moves: usize,
    },
    /// As many are placed as can be and the worst-off as well as can be: somebody else would go without.
    Fairly {
        /// A mentor with whom they would be placed, if that mentor took one more.
        room: Option<P>,
    },
    /// All mentees they might have are better placed with others.
    NotNeeded,
}

impl<P> WhyLeftOut<P> {
    /// The mentor who could make room for them by taking one more.
    pub fn room(&self) -> Option<&P> {
        match self {
            WhyLeftOut::Costs { room, .. } | WhyLeftOut::Fairly { room } => room.as_ref(),
            WhyLeftOut::NobodyAllowed { .. } | WhyLeftOut::NotNeeded => None,
        }
    }

    /// Everybody else it speaks of.
    pub fn others(&self) -> impl Iterator<Item = &P> {
        let instead = match self {
            WhyLeftOut::Costs { instead, .. } => instead.as_slice(),
            _ => &[],
        };
        instead.iter().chain(self.room())
    }

    /// The same reason, with mentors and mentees named another way.
    pub fn named<Q>(self, mentor: impl Fn(P) -> Q, mentee: impl Fn(P) -> Q) -> WhyLeftOut<Q> {
        match self {
            WhyLeftOut::NobodyAllowed { bars } => WhyLeftOut::NobodyAllowed { bars },
            WhyLeftOut::NotNeeded => WhyLeftOut::NotNeeded,
            WhyLeftOut::Fairly { room } => WhyLeftOut::Fairly { room: room.map(mentor) },
            WhyLeftOut::Costs { fewer, less, instead, room, moves } => WhyLeftOut::Costs {
                fewer,
                less,
                instead: instead.into_iter().map(mentee).collect(),
                room: room.map(mentor),
                moves,
            },
        }
    }
}

/// Proposes the best pairs there are, and says why: most people placed, then best fit (or as the rules say).
/// The engine's proof is checked before anything is given back.
///
/// # Errors
/// `Conflict` when more mentees are wished for a mentor than the mentor takes, or one for two mentors;
/// `Internal` when the engine's proof does not hold.
pub fn propose(asked: &Asked<'_>, rules: &Rules) -> Result<Outcome> {
    let work = Work::new(asked, rules);
    let (question, broken) = work.question()?;
    let Solved { plan, fair } = solve(&question, rules)?;
    Ok(Outcome {
        pairs: plan.pairs().map(|pair| work.pair(pair)).collect(),
        mentees_left_out: plan
            .left_out()
            .map(|mentee| (mentee as usize, work.why_mentee(&question, &plan, mentee)))
            .collect(),
        mentors_left_out: work.why_mentors(&plan),
        score: plan.score(),
        proof: certify(asked, (&question, &plan, fair.as_ref()), rules.first, work.scale.score_of(100), MOST_KEPT)?,
        broken,
    })
}

/// The best plan by the rules' first aim; and, when the worst-off come first, why none is fairer.
pub(super) struct Solved {
    pub(super) plan: Plan,
    pub(super) fair: Option<FairProof>,
}

/// The best plan by the rules' first aim, its proof checked.
///
/// # Errors
/// `Internal` when the proof does not hold.
pub(super) fn solve(question: &assign::Question, rules: &Rules) -> Result<Solved> {
    let flawed = |flaw| Error::internal(format!("the plan's proof does not hold: {flaw:?}"));
    if rules.first == rules::First::WorstOff {
        let fair = assign::propose_fair(question, Fairness::BeforeTotal);
        assign::verify_fair(question, Fairness::BeforeTotal, &fair).map_err(flawed)?;
        let (plan, proof) = fair.into_parts();
        return Ok(Solved { plan, fair: Some(proof) });
    }
    let plan = assign::propose(question);
    assign::verify(question, &plan).map_err(flawed)?;
    Ok(Solved { plan, fair: None })
}

/// The most possible pairs looked at: 5,000 mentors and 5,000 mentees. Each takes 16 bytes, and as many again
/// while it is solved.
const MOST_PAIRS: usize = 25_000_000;

/// A question being worked on: everybody's answers as numbers.
pub(super) struct Work<'w> {
    pub(super) asked: &'w Asked<'w>,
    pub(super) rules: &'w Rules,
    pub(super) scale: Scale<'w>,
    pub(super) least: i64,
    /// Workplaces as numbers; 0: not known.
    pub(super) mentor_places: Vec<u32>,
    pub(super) mentee_places: Vec<u32>,
}

impl<'w> Work<'w> {
    pub(super) fn new(asked: &'w Asked<'w>, rules: &'w Rules) -> Work<'w> {
        let mentors: Vec<&Answers> = asked.mentors.iter().map(|c| c.answers).collect();
        let mentees: Vec<&Answers> = asked.mentees.iter().map(|c| c.answers).collect();
        let scale = Scale::new(rules, &mentors, &mentees);
        let least = scale.score_of(rules.least_fit.0);
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut number = |candidate: &Candidate<'_>| {
            let Some(name) = candidate.workplace.filter(|name| !name.trim().is_empty()) else { return 0 };
            let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
            *numbers.entry(kit::sheet::folded(name)).or_insert(next)
        };
        let mentor_places = asked.mentors.iter().map(&mut number).collect();
        let mentee_places = asked.mentees.iter().map(&mut number).collect();
        Work { asked, rules, scale, least, mentor_places, mentee_places }
    }

    /// The engine's question, and the wishes that are not allowed any more.
    pub(super) fn question(&self) -> Result<(assign::Question, Vec<(Two, Bar)>)> {
        let (mentors, mentees) = (self.asked.mentors.len(), self.asked.mentees.len());
        if mentors.saturating_mul(mentees) > MOST_PAIRS {
            return Err(Error::conflict("proposal-too-many"));
        }
        let mut pairs = Vec::new();
        for mentee in 0..mentees {
            for mentor in 0..mentors {
                let score = self.scale.score(mentor, mentee);
                if self.bar((mentor, mentee), score).is_none() {
                    pairs.push(Pair { mentee: mentee as u32, mentor: mentor as u32, score });
                }
            }
        }
        let places = self.asked.mentors.iter().map(|mentor| mentor.places).collect();
        let first = if self.rules.first == rules::First::Total { First::Total } else { First::Count };
        let mut question = assign::Question::new(mentees, places, pairs).map_err(Error::internal)?.first(first);
        let mut broken = Vec::new();
        for &two in &self.asked.together {
            match self.bar(two, self.scale.score(two.0, two.1)) {
                Some(bar) => broken.push((two, bar)),
                None => {
                    question =
                        question.lock(two.1 as u32, two.0 as u32).map_err(|_| Error::conflict("wish-too-many"))?;
                }
            }
        }
        Ok((question, broken))
    }

    pub(super) fn pair(&self, pair: Pair) -> OutcomePair {
        let two = (pair.mentor as usize, pair.mentee as usize);
        let given = (self.asked.mentors[two.0].answers, self.asked.mentees[two.1].answers);
        OutcomePair {
            two,
            fit: self.scale.fit(pair.score),
            reasons: self.scale.reasons(two.0, two.1, given),
            together: self.asked.together.contains(&two),
        }
    }

    fn why_mentee(&self, question: &assign::Question, plan: &Plan, mentee: u32) -> WhyLeftOut<usize> {
        if self.rules.first == rules::First::WorstOff
            && let Some((mentor, _)) =
                question.options_of(mentee).max_by_key(|(mentor, score)| (*score, Reverse(*mentor)))
        {
            // What another choice would cost is told of totals, which are not looked at here.
            return WhyLeftOut::Fairly { room: Some(mentor as usize) };
        }
        match assign::why_left_out(question, plan, mentee) {
            LeftOut::Costs(change) => {
                let room = assign::one_more_place(question, plan, mentee).into_iter().next();
                WhyLeftOut::Costs {
                    fewer: change.placed_fewer,
                    less: self.scale.fit(change.score_less.max(0)),
                    instead: change.loses_place().map(|other| other as usize).collect(),
                    moves: room
                        .as_ref()
                        .map_or(0, |room| room.moves.iter().filter(|step| step.mentee != mentee).count()),
                    room: room.map(|room| room.mentor as usize),
                }
            }
            _ => {
                let twos = (0..self.asked.mentors.len()).map(|mentor| (mentor, mentee as usize));
                WhyLeftOut::NobodyAllowed { bars: self.bars(twos) }
            }
        }
    }

    fn why_mentors(&self, plan: &Plan) -> Vec<(usize, WhyLeftOut<usize>)> {
        let busy: BTreeSet<usize> = plan.pairs().map(|pair| pair.mentor as usize).collect();
        let idle = (0..self.asked.mentors.len()).filter(|mentor| !busy.contains(mentor));
        idle.map(|mentor| {
            let bars = self.bars((0..self.asked.mentees.len()).map(|mentee| (mentor, mentee)));
            let barred: u32 = bars.iter().map(|(_, people)| people).sum();
            let nobody = barred as usize == self.asked.mentees.len();
            (mentor, if nobody { WhyLeftOut::NobodyAllowed { bars } } else { WhyLeftOut::NotNeeded })
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::rules::{Criterion, Percent, Weight};

    fn people(words: &[(&str, &str)]) -> Vec<(String, Answers)> {
        words
            .iter()
            .map(|(place, topic)| ((*place).to_owned(), Answers::from([("topic".into(), (*topic).to_owned())])))
            .collect()
    }

    fn asked<'a>(mentors: &'a [(String, Answers)], mentees: &'a [(String, Answers)]) -> Asked<'a> {
        let side = |people: &'a [(String, Answers)]| {
            people.iter().map(|(place, answers)| Candidate { workplace: Some(place), places: 1, answers }).collect()
        };
        Asked { mentors: side(mentors), mentees: side(mentees), ..Asked::default() }
    }

    fn by_topic() -> Rules {
        Rules { criteria: vec![Criterion::Same { heading: "topic".into(), weight: Weight::of(1) }], ..Rules::default() }
    }

    #[test]
    fn most_are_placed_then_best_fit_and_colleagues_never() {
        let mentors = people(&[("Conwy", "law"), ("Powys", "art")]);
        let mentees = people(&[("Conwy", "law"), ("Gwent", "art")]);
        let outcome = propose(&asked(&mentors, &mentees), &by_topic()).unwrap();
        let twos: Vec<_> = outcome.pairs.iter().map(|pair| (pair.two, pair.fit)).collect();
        assert_eq!(twos, [((1, 0), 0), ((0, 1), 0)]);
    }

    #[test]
    fn who_is_left_out_learns_what_would_place_them() {
        let mentors = people(&[("Conwy", "law")]);
        let mentees = people(&[("Powys", "law"), ("Gwent", "art")]);
        let outcome = propose(&asked(&mentors, &mentees), &by_topic()).unwrap();
        let why = &outcome.mentees_left_out[0];
        assert_eq!(why, &(1, WhyLeftOut::Costs { fewer: 0, less: 100, instead: vec![0], room: Some(0), moves: 0 }));
    }

    #[test]
    fn an_evaluator_is_never_paired_even_when_wished_for() {
        let (mentors, mentees) = (people(&[("Conwy", "law")]), people(&[("Powys", "law")]));
        let mut asked = asked(&mentors, &mentees);
        asked.never.insert((0, 0), Bar::Evaluates);
        asked.together.insert((0, 0));
        let outcome = propose(&asked, &by_topic()).unwrap();
        assert!(outcome.pairs.is_empty());
        assert_eq!(outcome.broken, [((0, 0), Bar::Evaluates)]);
        assert_eq!(outcome.mentees_left_out[0].1, WhyLeftOut::NobodyAllowed { bars: vec![(Bar::Evaluates, 1)] });
    }

    #[test]
    fn wishes_and_a_least_fit_are_kept() {
        let mentors = people(&[("Conwy", "law"), ("Powys", "art")]);
        let mentees = people(&[("Gwent", "law"), ("Neath", "art")]);
        let mut asked = asked(&mentors, &mentees);
        asked.together.insert((0, 1));
        let rules = Rules { least_fit: Percent(50), ..by_topic() };
        let outcome = propose(&asked, &rules).unwrap();
        assert_eq!(outcome.pairs.iter().map(|pair| pair.two).collect::<Vec<_>>(), [(0, 1)]);
        assert_eq!(outcome.mentees_left_out[0].1, WhyLeftOut::NobodyAllowed { bars: vec![(Bar::LowFit, 1)] });
        asked.together.clear();
        asked.apart.insert((0, 0));
        assert_eq!(propose(&asked, &rules).unwrap().pairs.iter().map(|pair| pair.two).collect::<Vec<_>>(), [(1, 1)]);
    }
}
