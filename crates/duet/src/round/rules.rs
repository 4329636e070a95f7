//! A round's rules: who may take part, who may not be put together, and what makes a good fit.
//!
//! The same words stand in a rules file (TOML), in the database (JSON) and on the page. Headings of the
//! spreadsheet are named as they stand there; case, spaces and punctuation do not matter.
//!
//! ```toml
//! first = "count"                  # most people placed, then best fit ("total": best fit alone; "worst_off": most
//!                                  # people placed, then whoever is worst off is raised before anybody else)
//! different_workplace = true       # colleagues are not put together
//! earlier_pairs = false            # two who were a pair before are not proposed again
//! least_fit = 20                   # no pair below this fit, of 100
//!
//! [[eligible]]
//! role = "mentee"
//! heading = "grade"
//! one_of = ["SEO", "Grade 7"]
//! words = "Mentees are SEO or Grade 7."
//!
//! [[criteria]]
//! kind = "same"                    # same, different, overlap, ahead
//! heading = "profession"
//! weight = 2
//! ```

pub mod file;
pub mod suggest;

use std::collections::BTreeMap;

use kit::sheet::folded;
use kit::words::Language;
use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};

kit::named! {
    /// What somebody asks to be in a round.
    pub enum Role {
        /// Gives.
        Mentor = "mentor",
        /// Is given to.
        Mentee = "mentee",
    }
}

kit::named! {
    /// What a proposal puts first.
    pub enum First {
        /// Most people placed, then best fit.
        Count = "count",
        /// Best fit altogether, even if somebody more is left out.
        Total = "total",
        /// Most people placed, then the lowest fit as high as can be, then the next lowest.
        WorstOff = "worst_off",
    }
}

/// A round's rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// What comes first.
    pub first: First,
    /// Whether two people of one workplace are kept apart.
    pub different_workplace: bool,
    /// Whether two who were a pair of the scheme before may be proposed again.
    pub earlier_pairs: bool,
    /// No pair below this fit, of 100.
    pub least_fit: Percent,
    /// Who may take part: each rule must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eligible: Vec<Eligible>,
    /// What makes a good fit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            first: First::Count,
            different_workplace: true,
            earlier_pairs: false,
            least_fit: Percent(0),
            eligible: Vec::new(),
            criteria: Vec::new(),
        }
    }
}

/// A rule about who may take part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligible {
    /// Whom it is about.
    pub role: Role,
    /// The heading it reads.
    pub heading: String,
    /// The answers that are fine, compared without case and outer spaces. Empty: any answer, but some answer.
    #[serde(default)]
    pub one_of: Vec<String>,
    /// Other headings that make up for it when answered with one of their words (any one is enough).
    #[serde(default)]
    pub or: Vec<Alternative>,
    /// The rule in words, as people are told it.
    pub words: String,
    /// The same in Welsh.
    #[serde(default)]
    pub words_cy: String,
}

/// Another way to meet a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The heading it reads.
    pub heading: String,
    /// The answers that are fine.
    pub one_of: Vec<String>,
}

/// Something that makes a fit good, and how much it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Criterion {
    /// Both gave the same answer.
    Same {
        /// The heading both are asked.
        heading: String,
        /// How much it counts.
        weight: Weight,
    },
    /// They gave different answers.
    Different {
        /// The heading both are asked.
        heading: String,
        /// How much it counts.
        weight: Weight,
    },
    /// The mentor offers what the mentee asks for: lists, parted by `;` or `,`.
    Overlap {
        /// The mentor's heading.
        offers: String,
        /// The mentee's heading.
        wants: String,
        /// How much it counts, when all that is wanted is offered.
        weight: Weight,
    },
    /// The mentor is some steps ahead of the mentee on a ladder.
    Ahead {
        /// The heading both are asked.
        heading: String,
        /// The ladder, lowest first.
        ladder: Vec<String>,
        /// The fewest steps that count in full.
        least: u32,
        /// The most steps that count in full; each further step halves it.
        most: u32,
        /// How much it counts.
        weight: Weight,
    },
}

/// A criterion as it is written: one flat table, so that a fault in it has its own place in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: Kind,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    heading: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    offers: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    wants: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ladder: Vec<String>,
    #[serde(default = "one")]
    least: u32,
    #[serde(default = "one")]
    most: u32,
    weight: Weight,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Same,
    Different,
    Overlap,
    Ahead,
}

fn one() -> u32 {
    1
}

/// The most steps of a ladder that a rule can ask for.
const MOST_STEPS: u32 = 1000;

impl TryFrom<Written> for Criterion {
    type Error = &'static str;
    fn try_from(written: Written) -> Result<Criterion, Self::Error> {
        let Written { kind, heading, offers, wants, ladder, least, most, weight } = written;
        let (has_heading, has_lists) = (!heading.is_empty(), !offers.is_empty() && !wants.is_empty());
        match kind {
            Kind::Same if has_heading => Ok(Criterion::Same { heading, weight }),
            Kind::Different if has_heading => Ok(Criterion::Different { heading, weight }),
            Kind::Overlap if has_lists => Ok(Criterion::Overlap { offers, wants, weight }),
            Kind::Ahead if has_heading && ladder.len() > 1 && least <= most && most <= MOST_STEPS => {
                Ok(Criterion::Ahead { heading, ladder, least, most, weight })
            }
            Kind::Same | Kind::Different => Err("rules-needs-heading"),
            Kind::Overlap => Err("rules-needs-lists"),
            Kind::Ahead => Err("rules-needs-ladder"),
        }
    }
}

impl From<Criterion> for Written {
    fn from(criterion: Criterion) -> Written {
        let weight = criterion.weight();
        let flat = |kind, heading| Written {
            kind,
            heading,
            offers: String::new(),
            wants: String::new(),
            ladder: Vec::new(),
            least: 1,
            most: 1,
            weight,
        };
        match criterion {
            Criterion::Same { heading, .. } => flat(Kind::Same, heading),
            Criterion::Different { heading, .. } => flat(Kind::Different, heading),
            Criterion::Overlap { offers, wants, .. } => Written { offers, wants, ..flat(Kind::Overlap, String::new()) },
            Criterion::Ahead { heading, ladder, least, most, .. } => {
                Written { ladder, least, most, ..flat(Kind::Ahead, heading) }
            }
        }
    }
}

impl Criterion {
    /// How much it counts.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self {
            Criterion::Same { weight, .. }
            | Criterion::Different { weight, .. }
            | Criterion::Overlap { weight, .. }
            | Criterion::Ahead { weight, .. } => *weight,
        }
    }

    /// The same, counting as much as said.
    #[must_use]
    pub fn weighing(mut self, counts: Weight) -> Criterion {
        match &mut self {
            Criterion::Same { weight, .. }
            | Criterion::Different { weight, .. }
            | Criterion::Overlap { weight, .. }
            | Criterion::Ahead { weight, .. } => *weight = counts,
        }
        self
    }

    /// The headings it reads, of mentor and mentee.
    #[must_use]
    pub fn headings(&self) -> (&str, &str) {
        match self {
            Criterion::Same { heading, .. }
            | Criterion::Different { heading, .. }
            | Criterion::Ahead { heading, .. } => (heading, heading),
            Criterion::Overlap { offers, wants, .. } => (offers, wants),
        }
    }
}

/// How much a criterion counts, in thousandths: 0 to 1000 whole ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight(u32);

impl Weight {
    /// A weight of so many whole ones.
    #[must_use]
    pub fn of(whole: u16) -> Weight {
        Weight(u32::from(whole.min(1000)) * 1000)
    }

    fn read(weight: f64) -> Option<Weight> {
        (0.0..=1000.0).contains(&weight).then(|| Weight((weight * 1000.0).round() as u32))
    }

    /// The weight in thousandths.
    #[must_use]
    pub fn thousandths(self) -> i64 {
        i64::from(self.0)
    }
}

impl std::str::FromStr for Weight {
    type Err = &'static str;
    /// Reads a number from 0 to 1000, as a form or a file writes it.
    fn from_str(text: &str) -> Result<Weight, &'static str> {
        text.parse().ok().and_then(Weight::read).ok_or("rules-weight")
    }
}

impl std::fmt::Display for Weight {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (f64::from(self.0) / 1000.0).fmt(f)
    }
}

impl Serialize for Weight {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

impl<'de> Deserialize<'de> for Weight {
    /// Refuses what is not a number from 0 to 1000 (not-a-number among it), at its place in the file.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Weight, D::Error> {
        Weight::read(f64::deserialize(from)?).ok_or_else(|| serde::de::Error::custom("rules-weight"))
    }
}

/// A part of 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Percent(pub u32);

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Percent, D::Error> {
        let percent = i64::deserialize(from)?;
        let whole = u32::try_from(percent).ok().filter(|p| *p <= 100);
        whole.map(Percent).ok_or_else(|| serde::de::Error::custom("rules-percent"))
    }
}

/// What somebody answered: folded heading to answer.
pub type Answers = BTreeMap<String, String>;

/// The answer under a heading; empty when there is none.
#[must_use]
pub fn answer<'a>(answers: &'a Answers, heading: &str) -> &'a str {
    answers.get(&folded(heading)).map_or("", String::as_str)
}

impl Rules {
    /// Whether they say nothing of who fits whom, and nothing of who may take part.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.criteria.is_empty() && self.eligible.is_empty()
    }

    /// The rules that somebody does not meet; none: they are eligible.
    #[must_use]
    pub fn unmet(&self, role: Role, answers: &Answers) -> Vec<&Eligible> {
        self.eligible.iter().filter(|rule| rule.role == role && !rule.holds(answers)).collect()
    }

    /// A mark of the rules of who may take part: the same rules have the same.
    ///
    /// # Errors
    /// `Internal` when they cannot be written down.
    pub fn mark(&self) -> kit::Result<String> {
        let text = serde_json::to_vec(&self.eligible).map_err(kit::Error::internal)?;
        Ok(kit::token::hex(&Sha256::digest(text)[..8]))
    }

    /// Every heading the rules read, as they name it.
    #[must_use]
    pub fn headings(&self, role: Role) -> Vec<&str> {
        let criteria = self.criteria.iter().map(|criterion| match role {
            Role::Mentor => criterion.headings().0,
            Role::Mentee => criterion.headings().1,
        });
        let eligible = self.eligible.iter().filter(|rule| rule.role == role);
        let eligible =
            eligible.flat_map(|rule| std::iter::once(&rule.heading).chain(rule.or.iter().map(|or| &or.heading)));
        criteria.chain(eligible.map(String::as_str)).collect()
    }
}

impl Eligible {
    fn holds(&self, answers: &Answers) -> bool {
        let own = answer(answers, &self.heading);
        let met = if self.one_of.is_empty() { !own.is_empty() } else { is_one_of(own, &self.one_of) };
        met || self.or.iter().any(|or| is_one_of(answer(answers, &or.heading), &or.one_of))
    }

    /// The rule in words.
    #[must_use]
    pub fn said_in(&self, language: Language) -> &str {
        if language == Language::Welsh && !self.words_cy.is_empty() { &self.words_cy } else { &self.words }
    }
}

fn is_one_of(answer: &str, words: &[String]) -> bool {
    words.iter().any(|word| word.trim().to_lowercase() == answer.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(heading, text)| (folded(heading), (*text).to_owned())).collect()
    }

    #[test]
    fn a_rule_can_be_met_another_way() {
        let rule = Eligible {
            role: Role::Mentee,
            heading: "Head of service".into(),
            one_of: vec!["yes".into()],
            or: vec![Alternative { heading: "major project".into(), one_of: vec!["Yes".into()] }],
            words: "Head of service, or leading a major project.".into(),
            words_cy: String::new(),
        };
        let rules = Rules { eligible: vec![rule], ..Rules::default() };
        assert!(rules.unmet(Role::Mentee, &answers(&[("head of service", "Yes ")])).is_empty());
        assert!(rules.unmet(Role::Mentee, &answers(&[("Head of Service", "no"), ("Major project", "yes")])).is_empty());
        assert_eq!(rules.unmet(Role::Mentee, &answers(&[])).len(), 1);
        assert!(rules.unmet(Role::Mentor, &answers(&[])).is_empty());
    }
}
