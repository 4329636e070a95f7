//! Reflections: what somebody writes for themselves about a session they were in. Only they see it, and that it is
//! there. Start at [`write::write`].

pub mod access;
pub mod delete;
pub mod page;
pub mod store;
pub mod write;

use kit::clock::{Day, Instant};
use kit::error::Check;
use kit::seal::{Opened, Private};
use kit::{Message, Result, id};

use crate::partnership::PartnershipId;
use crate::scheme::Colour;
use crate::session::SessionId;

id! {
    /// A reflection's.
    pub ReflectionId;
}

/// The most characters of one.
pub const MOST: usize = 5000;

/// A reflection, as its author reads it.
#[derive(Clone, Debug)]
pub struct Reflection {
    /// Its id.
    pub id: ReflectionId,
    /// The session it is about.
    pub session: SessionId,
    /// The day of that session.
    pub held_on: Day,
    /// What they wrote, or why it cannot be read.
    pub words: Opened<Private>,
    /// When they wrote it, or last changed it.
    pub written_at: Instant,
}

/// A session somebody can reflect on: they were one of the two.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// The session.
    pub session: SessionId,
    /// Its day.
    pub held_on: Day,
    /// The pair it was of.
    pub partnership: PartnershipId,
    /// The name of the other.
    pub other: String,
    /// The scheme's palette.
    pub colour: Colour,
}

/// Checks what is to be kept.
///
/// # Errors
/// `Invalid` when it is empty or too long.
pub fn check(words: &Private) -> Result<()> {
    let length = words.reveal().chars().count();
    Check::default()
        .that(!words.reveal().trim().is_empty(), "words", "form-missing")
        .that(length <= MOST, "words", Message::new("form-too-long").with("most", MOST))
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_there_and_not_too_many() {
        assert!(check(&Private::new("ŵ".repeat(MOST))).is_ok());
        assert!(check(&Private::new("ŵ".repeat(MOST + 1))).is_err());
        assert!(check(&Private::new(" \n ")).is_err());
    }
}
