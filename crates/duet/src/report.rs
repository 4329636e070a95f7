//! Reports: what a round came to, in numbers.

pub mod access;
pub mod page;
pub mod store;

/// A round in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Applications to be a mentor.
    pub mentors: i64,
    /// Applications to be a mentee.
    pub mentees: i64,
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
