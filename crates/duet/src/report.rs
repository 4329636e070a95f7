//! Reports: what a round came to. Counts of what was done; where people stood before and after, as far as it tells of
//! nobody alone; and words they let others read.

pub mod access;
pub mod page;
pub mod sheets;
pub mod store;

use crate::condition::Condition;
use crate::outcome::Outcome;
use crate::rating::guard;
use crate::rating::summary::{OutcomeTold, Summary};
use crate::testimonial::Quote;

/// A round in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Applications to be a mentor.
    pub mentors: i64,
    /// Applications to be a mentee.
    pub mentees: i64,
    /// The workplaces they came from.
    pub workplaces: i64,
    /// Pairs who both said yes.
    pub placed: i64,
    /// Pairs who have been told and have not both answered.
    pub waiting: i64,
    /// Pairs who met at least once.
    pub met: i64,
    /// Sessions held.
    pub sessions: i64,
    /// Their length, in minutes.
    pub minutes: i64,
}

impl Figures {
    /// Sessions for each pair who met, in tenths; 0 when nobody met.
    #[must_use]
    pub fn sessions_each(&self) -> String {
        if self.met == 0 { "0".to_owned() } else { format!("{:.1}", self.sessions as f64 / self.met as f64) }
    }
}

/// Everything a report says.
#[derive(Clone, Debug)]
pub struct Report {
    /// This round.
    pub figures: Figures,
    /// The round before it: its name, and its figures.
    pub earlier: Option<(String, Figures)>,
    /// The nations that people came from, where the round asks; small ones together.
    pub nations: Nations,
    /// Each outcome of which something is told, with what.
    pub outcomes: Vec<(Outcome, OutcomeTold)>,
    /// How the scheme has what good mentoring needs: three of the four conditions, as far as it has them.
    pub conditions: Vec<Condition>,
    /// How many outcomes it is meant to have: the fourth.
    pub named: usize,
    /// Whether asking where people stand has ended.
    pub is_asked: bool,
    /// Words that may stand here.
    pub quotes: Vec<Quote>,
}

/// Nations by name and how many applied from each, and how many from all the others.
pub type Nations = (Vec<(String, u64)>, u64);

/// Counts nations, and puts those together of which there are few.
#[must_use]
pub fn nations(said: Vec<String>) -> Nations {
    let mut counts = std::collections::BTreeMap::new();
    for nation in said.into_iter().filter(|nation| !nation.is_empty()) {
        *counts.entry(nation).or_insert(0_u64) += 1;
    }
    let (named, rest) = guard::named(&counts.into_iter().collect::<Vec<_>>());
    // A handful who are all there is: then nothing is said.
    if named.is_empty() && rest < guard::LEAST { (Vec::new(), 0) } else { (named, rest) }
}

/// The outcomes of which something is told, in their order; parts by role are left out where the reader sees totals only.
#[must_use]
pub fn told(outcomes: Vec<Outcome>, summary: Option<Summary>, totals_only: bool) -> Vec<(Outcome, OutcomeTold)> {
    let mut told = summary.unwrap_or_default().outcomes;
    let of = |outcome: Outcome| {
        let at = told.iter().position(|one| one.outcome == outcome.id)?;
        let mut one = told.swap_remove(at);
        if totals_only {
            (one.mentors, one.mentees) = (None, None);
        }
        Some((outcome, one))
    };
    outcomes.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_from_a_nation_are_not_told_apart() {
        let said = |counts: &[(&str, usize)]| {
            counts.iter().flat_map(|(nation, count)| vec![(*nation).to_owned(); *count]).collect::<Vec<_>>()
        };
        assert_eq!(nations(said(&[("England", 7), ("Wales", 6)])).0.len(), 2);
        assert_eq!(nations(said(&[("England", 7), ("Wales", 6), ("Jersey", 1)])), (vec![("England".to_owned(), 7)], 7));
        assert_eq!(nations(said(&[("Jersey", 1), ("", 9)])), (Vec::new(), 0));
    }
}
