//! Who evaluates whom: four dated relations. While one holds, the two are never put together.

pub mod note;
pub mod store;

use kit::id;

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
