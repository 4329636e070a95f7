//! What stands between two people: why they cannot be paired, and what a wish to keep them together stands over.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::question::{Asked, Two, Work};
use crate::round::rules::Rules;

/// Why two people cannot be paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// They are one person.
    SamePerson,
    /// One evaluates the other.
    Evaluates,
    /// They are colleagues.
    SameWorkplace,
    /// One of them said no to the other in this round.
    SaidNo,
    /// They were a pair of the scheme before.
    MetBefore,
    /// The coordinator keeps them apart.
    KeptApart,
    /// Their fit is below the least the rules take.
    LowFit,
    /// The mentor takes nobody this time.
    NoPlace,
}

impl Bar {
    /// Whether keeping the two together stands over it.
    #[must_use]
    pub fn gives_way(self) -> bool {
        matches!(self, Bar::MetBefore | Bar::LowFit)
    }

    /// The key of its words, said of two people.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Bar::SamePerson => "bar-same-person",
            Bar::Evaluates => "bar-evaluates",
            Bar::SameWorkplace => "bar-same-workplace",
            Bar::SaidNo => "bar-said-no",
            Bar::MetBefore => "bar-met-before",
            Bar::KeptApart => "bar-kept-apart",
            Bar::LowFit => "bar-low-fit",
            Bar::NoPlace => "bar-no-place",
        }
    }
}

/// What stands before keeping two people together; a wish to keep them apart gives way to it.
#[must_use]
pub fn bar_to_wish(asked: &Asked<'_>, rules: &Rules, two: Two) -> Option<Bar> {
    Work::new(asked, rules).firm_bar(two)
}

impl Work<'_> {
    /// What stands between two people, if anything.
    pub(super) fn bar(&self, two: Two, score: i64) -> Option<Bar> {
        let asked = self.asked;
        self.firm_bar(two).or_else(|| match () {
            () if asked.apart.contains(&two) => Some(Bar::KeptApart),
            () if asked.together.contains(&two) => None,
            () if self.are_not_paired_again(two) => Some(Bar::MetBefore),
            () if score < self.least => Some(Bar::LowFit),
            () => None,
        })
    }

    /// What stands between two people, whatever anybody wishes.
    fn firm_bar(&self, two: Two) -> Option<Bar> {
        let (mentor, mentee) = two;
        if let Some(bar) = self.asked.never.get(&two) {
            return Some(*bar);
        }
        let colleagues = self.mentor_places[mentor] != 0 && self.mentor_places[mentor] == self.mentee_places[mentee];
        match () {
            () if self.rules.different_workplace && colleagues => Some(Bar::SameWorkplace),
            () if self.asked.mentors[mentor].places == 0 => Some(Bar::NoPlace),
            () => None,
        }
    }

    /// Whether the two were a pair before, and the rules do not pair them again by themselves.
    pub(super) fn are_not_paired_again(&self, two: Two) -> bool {
        !self.rules.earlier_pairs && self.asked.met_before.contains(&two)
    }

    /// How many of these pairs each bar stands before.
    pub(super) fn bars(&self, twos: impl Iterator<Item = Two>) -> Vec<(Bar, u32)> {
        let mut counted = BTreeMap::new();
        for bar in twos.filter_map(|two| self.bar(two, self.scale.score(two.0, two.1))) {
            *counted.entry(bar).or_insert(0) += 1;
        }
        counted.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::question::{Candidate, propose};
    use crate::round::rules::{Answers, Percent};

    /// A mentor and a mentee, whom nothing is known of but where they work.
    fn ask<T>(workplaces: (&str, &str), ask: impl FnOnce(Asked<'_>) -> T) -> T {
        let answers = Answers::new();
        let one = |workplace| Candidate { workplace: Some(workplace), places: 1, answers: &answers };
        ask(Asked { mentors: vec![one(workplaces.0)], mentees: vec![one(workplaces.1)], ..Asked::default() })
    }

    fn bars(asked: &Asked<'_>, rules: &Rules) -> (Option<Bar>, Option<Bar>) {
        (Work::new(asked, rules).bar((0, 0), 0), bar_to_wish(asked, rules, (0, 0)))
    }

    #[test]
    fn an_earlier_pair_is_one_again_when_the_rules_or_a_wish_ask_for_it() {
        let rules = Rules::default();
        ask(("Conwy", "Powys"), |mut asked| {
            asked.met_before.insert((0, 0));
            assert_eq!(bars(&asked, &rules), (Some(Bar::MetBefore), None));
            assert_eq!(bars(&asked, &Rules { earlier_pairs: true, ..rules.clone() }), (None, None));
            assert!(propose(&asked, &rules).unwrap().pairs.is_empty());
            asked.together.insert((0, 0));
            assert_eq!(bars(&asked, &rules), (None, None));
            let outcome = propose(&asked, &rules).unwrap();
            assert_eq!((outcome.pairs.len(), outcome.broken.len()), (1, 0));
        });
    }

    #[test]
    fn a_wish_stands_over_nothing_else_but_a_low_fit_and_keeping_apart() {
        let rules = Rules { least_fit: Percent(50), ..Rules::default() };
        ask(("Conwy", "Conwy"), |mut asked| {
            asked.met_before.insert((0, 0));
            asked.apart.insert((0, 0));
            assert_eq!(bars(&asked, &rules), (Some(Bar::SameWorkplace), Some(Bar::SameWorkplace)));
            let near = Rules { different_workplace: false, ..rules.clone() };
            assert_eq!(bars(&asked, &near), (Some(Bar::KeptApart), None));
            asked.mentors[0].places = 0;
            assert_eq!(bars(&asked, &near), (Some(Bar::NoPlace), Some(Bar::NoPlace)));
            for bar in [Bar::SamePerson, Bar::Evaluates, Bar::SaidNo] {
                asked.never.insert((0, 0), bar);
                asked.together.insert((0, 0));
                assert_eq!(bars(&asked, &near), (Some(bar), Some(bar)));
            }
        });
    }
}
