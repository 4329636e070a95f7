//! Who evaluates whom: four dated relations. While one holds, the two are never put together.

pub mod note;
pub mod store;

use kit::clock::Day;
use kit::id;

use crate::person::PersonId;

id! {
    /// An evaluation relation's.
    pub EvaluationId;
}

kit::named! {
    /// How somebody evaluates somebody.
    pub enum Relation {
        /// Is their line manager.
        LineManages = "line_manages",
        /// Supervises their practice.
        Supervises = "supervises",
        /// Writes their appraisal.
        Appraises = "appraises",
        /// Decides what they are paid.
        DecidesPay = "decides_pay",
    }
}

/// That somebody evaluates somebody, from when to when.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// Its id.
    pub id: EvaluationId,
    /// Who does.
    pub evaluator: PersonId,
    /// Whom.
    pub evaluated: PersonId,
    /// How.
    pub relation: Relation,
    /// Its first day.
    pub started_on: Day,
    /// Its last day, if it is known.
    pub finished_on: Option<Day>,
}

impl Evaluation {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.started_on <= day && self.finished_on.is_none_or(|last| last >= day)
    }
}
