//! Trainings: what both of a pair complete before they work on goals. Start at [`TrainingDraft`].

pub mod access;
pub mod note;
pub mod page;
pub mod plan;
pub mod store;

use kit::clock::Day;
use kit::error::Check;
use kit::{Result, id};

use crate::person::PersonId;
use crate::round::RoundId;
use crate::scheme::Colour;

id! {
    /// A training's.
    pub TrainingId;
}

/// A training, with what its page needs of its round.
#[derive(Clone, Debug)]
pub struct Training {
    /// Its id.
    pub id: TrainingId,
    /// What it is called.
    pub name: String,
    /// When it is.
    pub held_on: Day,
    /// Its round.
    pub round: RoundId,
    /// The round's name.
    pub round_name: String,
    /// The scheme's palette.
    pub colour: Colour,
    /// How many of those in pairs have completed it.
    pub completed: i64,
}

/// A training before it is planned.
#[derive(Clone, Debug)]
pub struct TrainingDraft {
    /// What it is called.
    pub name: String,
    /// When it is.
    pub held_on: Day,
}

impl TrainingDraft {
    /// Checks the draft against the end of its round.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self, ends_on: Day) -> Result<()> {
        Check::default()
            .that((1..=200).contains(&self.name.chars().count()), "name", "training-name-missing")
            .that(self.held_on <= ends_on, "held_on", "training-after-end")
            .done()
    }
}

/// Somebody of a pair, and whether they completed a training.
#[derive(Clone, Debug)]
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they completed it.
    pub completed_on: Option<Day>,
    /// The name of who says so.
    pub noted_by: Option<String>,
}

/// A training that somebody of a pair has still to complete.
#[derive(Clone, Debug)]
pub struct Outstanding {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// The training.
    pub name: String,
    /// When it is.
    pub held_on: Day,
}
