//! How well a mentor and a mentee fit: the round's criteria, each worth its weight, added up.
//!
//! Applicants are compiled once (answers become numbers), so that scoring all pairs of 500 and 500 people
//! takes milliseconds.

use std::collections::HashMap;

use kit::sheet::folded;
use matching::assign::profiles::{self, Answer, Band};
use serde::{Deserialize, Serialize};

use crate::round::rules::{Answers, Criterion, Rules, answer};

/// A full part: criteria give 0 to 1000.
const FULL: i64 = 1000;

/// One term of a fit, in words' raw material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// What was looked at.
    pub about: About,
    /// Points it gave, of 100 for the whole fit.
    pub points: u32,
    /// Points it could have given.
    pub of: u32,
}

/// What a reason is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum About {
    /// Both gave, or did not give, the same answer.
    Same {
        /// The heading.
        heading: String,
        /// What the mentor answered.
        mentor: String,
        /// What the mentee answered.
        mentee: String,
    },
    /// They gave different answers, or the same.
    Different {
        /// The heading.
        heading: String,
        /// What the mentor answered.
        mentor: String,
        /// What the mentee answered.
        mentee: String,
    },
    /// What is wanted and offered.
    Overlap {
        /// The mentee's heading.
        heading: String,
        /// Wanted, and offered.
        met: Vec<String>,
        /// Wanted, and not offered.
        missed: Vec<String>,
    },
    /// Steps on a ladder, the mentor's lead; none when either is not on it.
    Ahead {
        /// The heading.
        heading: String,
        /// What the mentor answered.
        mentor: String,
        /// What the mentee answered.
        mentee: String,
        /// How many steps the mentor is ahead.
        steps: Option<i64>,
    },
}

/// All applicants of one role, ready to be scored against the other.
pub struct Scale<'r> {
    rules: &'r Rules,
    mentors: Vec<Vec<Compiled>>,
    mentees: Vec<Vec<Compiled>>,
    most: i64,
}

/// Everybody's answers as profiles take them: mentees, mentors.
pub type Sides = [Vec<Vec<Answer>>; 2];

/// One person's answer to one criterion, as numbers.
enum Compiled {
    /// A word's number; 0: no answer.
    Word(u32),
    /// A set of words' numbers.
    Words(Vec<u32>),
    /// The rung of a ladder.
    Rung(Option<i64>),
}

impl<'r> Scale<'r> {
    /// Compiles everybody's answers.
    #[must_use]
    pub fn new(rules: &'r Rules, mentors: &[&Answers], mentees: &[&Answers]) -> Scale<'r> {
        let mut numbers = Numbers::default();
        let mut compile = |people: &[&Answers], is_mentor: bool| -> Vec<Vec<Compiled>> {
            people
                .iter()
                .map(|answers| rules.criteria.iter().map(|c| numbers.compile(c, answers, is_mentor)).collect())
                .collect()
        };
        let (mentors, mentees) = (compile(mentors, true), compile(mentees, false));
        let most = rules.criteria.iter().map(|c| c.weight().thousandths() * FULL).sum::<i64>();
        Scale { rules, mentors, mentees, most }
    }

    /// The score of a pair, for the engine: whole, exact, larger is better.
    #[must_use]
    pub fn score(&self, mentor: usize, mentee: usize) -> i64 {
        let terms = self.rules.criteria.iter().zip(self.mentors[mentor].iter().zip(&self.mentees[mentee]));
        terms.map(|(criterion, (mentor, mentee))| part(criterion, mentor, mentee)).sum()
    }

    /// A score as a part of 100. Without criteria every pair fits equally: 100.
    #[must_use]
    pub fn fit(&self, score: i64) -> u32 {
        if self.most == 0 { 100 } else { u32::try_from((score * 100 + self.most / 2) / self.most).unwrap_or(0) }
    }

    /// The lowest score that reaches `fit`, of 100.
    #[must_use]
    pub fn score_of(&self, fit: u32) -> i64 {
        (self.most * i64::from(fit) + 99) / 100
    }

    /// What a pair's fit is made of, one reason a criterion.
    #[must_use]
    pub fn reasons(&self, mentor: usize, mentee: usize, given: (&Answers, &Answers)) -> Vec<Reason> {
        let terms = self.rules.criteria.iter().zip(self.mentors[mentor].iter().zip(&self.mentees[mentee]));
        terms
            .map(|(criterion, (mentor, mentee))| {
                let points = self.fit(part(criterion, mentor, mentee));
                Reason { about: about(criterion, mentor, mentee, given), points, of: self.fit(full(criterion)) }
            })
            .collect()
    }
}

/// What a criterion gives when it is met.
fn full(criterion: &Criterion) -> i64 {
    criterion.weight().thousandths() * FULL
}

/// What a criterion gives two people, 0 to [`full`].
fn part(criterion: &Criterion, mentor: &Compiled, mentee: &Compiled) -> i64 {
    let full = full(criterion);
    match (criterion, mentor, mentee) {
        (Criterion::Same { .. }, Compiled::Word(a), Compiled::Word(b)) if a == b && *a != 0 => full,
        (Criterion::Different { .. }, Compiled::Word(a), Compiled::Word(b)) if a != b && *a != 0 && *b != 0 => full,
        (Criterion::Overlap { .. }, Compiled::Words(offers), Compiled::Words(wants)) if !wants.is_empty() => {
            let met = wants.iter().filter(|want| offers.contains(want)).count() as i64;
            met * full / wants.len() as i64
        }
        (Criterion::Ahead { least, most, .. }, Compiled::Rung(Some(a)), Compiled::Rung(Some(b))) => {
            let (steps, least, most) = (a - b, i64::from(*least), i64::from(*most));
            match steps {
                _ if steps < least => 0,
                _ if steps <= most => full,
                _ => further(criterion, steps - most),
            }
        }
        _ => 0,
    }
}

/// What a ladder gives so many steps beyond the most that count in full.
fn further(criterion: &Criterion, steps: i64) -> i64 {
    criterion.weight().thousandths() * (FULL >> steps.min(10))
}

impl Scale<'_> {
    /// The same criteria and answers as the engine's profiles take them, mentees first; none where a weight is too large
    /// for them. They give each pair exactly [`Scale::score`].
    #[must_use]
    pub fn profiles(&self) -> Option<(Vec<profiles::Criterion>, Sides)> {
        let criteria = self.rules.criteria.iter().map(asked).collect::<Option<_>>()?;
        let side =
            |people: &[Vec<Compiled>]| people.iter().map(|one| one.iter().map(Compiled::told).collect()).collect();
        Some((criteria, [side(&self.mentees), side(&self.mentors)]))
    }
}

fn asked(criterion: &Criterion) -> Option<profiles::Criterion> {
    let points = i32::try_from(full(criterion)).ok()?;
    Some(match criterion {
        Criterion::Same { .. } => profiles::Criterion::Same { points },
        Criterion::Different { .. } => profiles::Criterion::Different { points },
        Criterion::Overlap { .. } => profiles::Criterion::Share { points },
        Criterion::Ahead { ladder, least, most, .. } => {
            let (least, most) = (i32::try_from(*least).ok()?, i32::try_from(*most).ok()?);
            let beyond = (most.saturating_add(1)..=i32::try_from(ladder.len()).ok()?).map(|steps| {
                let points = further(criterion, i64::from(steps - most)) as i32;
                Band { from: steps, to: steps, points }
            });
            let bands = std::iter::once(Band { from: least, to: most, points }).chain(beyond).collect();
            profiles::Criterion::Steps { bands }
        }
    })
}

impl Compiled {
    fn told(&self) -> Answer {
        match self {
            Compiled::Word(0) | Compiled::Rung(None) => Answer::None,
            Compiled::Word(word) => Answer::Word(*word),
            Compiled::Words(words) if words.is_empty() => Answer::None,
            Compiled::Words(words) => Answer::List(words.clone()),
            Compiled::Rung(Some(rung)) => Answer::Number(*rung as i32),
        }
    }
}

fn about(criterion: &Criterion, mentor: &Compiled, mentee: &Compiled, given: (&Answers, &Answers)) -> About {
    let (mentors, mentees) = criterion.headings();
    let (said, asked) = (answer(given.0, mentors).to_owned(), answer(given.1, mentees).to_owned());
    let heading = mentees.to_owned();
    match criterion {
        Criterion::Same { .. } => About::Same { heading, mentor: said, mentee: asked },
        Criterion::Different { .. } => About::Different { heading, mentor: said, mentee: asked },
        Criterion::Overlap { .. } => {
            let offered: Vec<String> = listed(&said).map(folded).collect();
            let (met, missed) = listed(&asked).map(str::to_owned).partition(|want| offered.contains(&folded(want)));
            About::Overlap { heading, met, missed }
        }
        Criterion::Ahead { .. } => {
            let steps = match (mentor, mentee) {
                (Compiled::Rung(Some(a)), Compiled::Rung(Some(b))) => Some(a - b),
                _ => None,
            };
            About::Ahead { heading, mentor: said, mentee: asked, steps }
        }
    }
}

/// Gives each word a number, the same for the same word.
#[derive(Default)]
struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn compile(&mut self, criterion: &Criterion, answers: &Answers, is_mentor: bool) -> Compiled {
        let (mentors, mentees) = criterion.headings();
        let said = answer(answers, if is_mentor { mentors } else { mentees });
        match criterion {
            Criterion::Same { .. } | Criterion::Different { .. } => Compiled::Word(self.number(said)),
            Criterion::Overlap { .. } => {
                let mut words: Vec<u32> = listed(said).map(|word| self.number(word)).collect();
                words.sort_unstable();
                words.dedup();
                Compiled::Words(words)
            }
            Criterion::Ahead { ladder, .. } => {
                let rung = ladder.iter().position(|rung| folded(rung) == folded(said));
                Compiled::Rung(rung.map(|at| at as i64))
            }
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        let word = folded(word);
        if word.is_empty() {
            return 0;
        }
        let next = u32::try_from(self.0.len() + 1).unwrap_or(u32::MAX);
        *self.0.entry(word).or_insert(next)
    }
}

/// The items of a list answer, parted by `;` or, when there is none, by `,`.
fn listed(answer: &str) -> impl Iterator<Item = &str> {
    let parted = if answer.contains(';') { ';' } else { ',' };
    answer.split(parted).map(str::trim).filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::rules::Weight;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(heading, text)| (folded(heading), (*text).to_owned())).collect()
    }

    fn scored(criteria: Vec<Criterion>, mentor: &[(&str, &str)], mentee: &[(&str, &str)]) -> u32 {
        let rules = Rules { criteria, ..Rules::default() };
        let (mentor, mentee) = (answers(mentor), answers(mentee));
        let scale = Scale::new(&rules, &[&mentor], &[&mentee]);
        scale.fit(scale.score(0, 0))
    }

    #[test]
    fn the_same_answer_counts_whatever_its_case() {
        let same = || vec![Criterion::Same { heading: "Nation".into(), weight: Weight::of(1) }];
        assert_eq!(scored(same(), &[("nation", "Wales")], &[("nation", "WALES ")]), 100);
        assert_eq!(scored(same(), &[("nation", "Wales")], &[("nation", "England")]), 0);
        assert_eq!(scored(same(), &[("nation", "")], &[("nation", "")]), 0);
    }

    #[test]
    fn an_overlap_counts_by_the_part_of_what_is_wanted() {
        let overlap =
            vec![Criterion::Overlap { offers: "offers".into(), wants: "wants".into(), weight: Weight::of(2) }];
        assert_eq!(
            scored(overlap, &[("offers", "Budgets; Buildings; Councillors")], &[("wants", "budgets; listening")]),
            50
        );
    }

    #[test]
    fn too_far_ahead_counts_less_with_each_step() {
        let ladder: Vec<String> = ["A", "B", "C", "D", "E", "F"].map(String::from).into();
        let fit = |mentor: &str, mentee: &str| {
            let ahead = Criterion::Ahead {
                heading: "grade".into(),
                ladder: ladder.clone(),
                least: 1,
                most: 2,
                weight: Weight::of(1),
            };
            scored(vec![ahead], &[("grade", mentor)], &[("grade", mentee)])
        };
        assert_eq!(
            [fit("A", "A"), fit("B", "A"), fit("C", "A"), fit("D", "A"), fit("E", "A"), fit("A", "B")],
            [0, 100, 100, 50, 25, 0]
        );
    }

    #[test]
    fn reasons_add_up_to_the_fit() {
        let criteria = vec![
            Criterion::Same { heading: "nation".into(), weight: Weight::of(1) },
            Criterion::Overlap { offers: "offers".into(), wants: "wants".into(), weight: Weight::of(3) },
        ];
        let rules = Rules { criteria, ..Rules::default() };
        let (mentor, mentee) =
            (answers(&[("nation", "Wales"), ("offers", "a, b")]), answers(&[("nation", "Wales"), ("wants", "b, c")]));
        let scale = Scale::new(&rules, &[&mentor], &[&mentee]);
        let reasons = scale.reasons(0, 0, (&mentor, &mentee));
        assert_eq!(reasons.iter().map(|r| (r.points, r.of)).collect::<Vec<_>>(), [(25, 25), (38, 75)]);
        assert_eq!(scale.fit(scale.score(0, 0)), 63);
    }
}
