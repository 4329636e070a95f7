//! The five ways an act can fail, and the words a person is told.

use std::error::Error as StdError;

/// The key of what somebody is told when too many ask at once.
pub const BUSY: &str = "conflict-busy";

/// What an act gives back.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an act did not happen. All but the last carry words for the person.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or not theirs to see: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// They may see it, but not do this.
    #[error("not allowed: {}", .0.key)]
    NotAllowed(Message),
    /// What was sent cannot be taken as it is: one problem per field.
    #[error("invalid: {} problems", .0.len())]
    Invalid(Vec<Problem>),
    /// Something changed in between, or the rules of the moment forbid it.
    #[error("conflict: {}", .0.key)]
    Conflict(Message),
    /// Our fault. Logged once, at the door; the person gets a reference.
    #[error("internal: {0}")]
    Internal(#[source] Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// Wraps a cause that no person can mend.
    pub fn internal(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Error {
        Error::Internal(cause.into())
    }

    /// One field's problem.
    #[must_use]
    pub fn invalid(field: &'static str, message: impl Into<Message>) -> Error {
        Error::Invalid(vec![Problem { field, message: message.into() }])
    }

    /// A conflict in these words.
    #[must_use]
    pub fn conflict(message: impl Into<Message>) -> Error {
        Error::Conflict(message.into())
    }

    /// What a person is told of it, where nothing but a sentence fits.
    #[must_use]
    pub fn told(&self) -> Message {
        match self {
            Error::NotAllowed(message) | Error::Conflict(message) => message.clone(),
            Error::Invalid(problems) => {
                problems.first().map_or(Message::new("error-request"), |one| one.message.clone())
            }
            Error::NotFound => Message::new("error-not-found"),
            Error::Internal(_) => Message::new("error-internal"),
        }
    }

    /// Whether a database could not be reached, or went away: nothing is wrong with what was asked.
    #[must_use]
    pub fn is_away(&self) -> bool {
        let Error::Internal(cause) = self else { return false };
        cause.is::<deadpool_postgres::PoolError>()
            || cause.downcast_ref::<tokio_postgres::Error>().is_some_and(crate::db::is_gone)
    }

    /// Whether too many ask at once.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self, Error::Conflict(message) if message.key == BUSY)
    }

    /// Whether trying the whole transaction again may succeed (SQLSTATE 40001 and 40P01).
    #[must_use]
    pub fn is_passing(&self) -> bool {
        let Error::Internal(cause) = self else { return false };
        let Some(cause) = cause.downcast_ref::<tokio_postgres::Error>() else { return false };
        cause.code().is_some_and(|code| ["40001", "40P01"].contains(&code.code()))
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(cause: tokio_postgres::Error) -> Error {
        Error::internal(cause)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Error {
        Error::internal(cause)
    }
}

/// A problem with one field of what was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The field's name, as the form and the API write it; empty when it is about the whole.
    pub field: &'static str,
    /// What to do about it.
    pub message: Message,
}

/// Words still to be said in somebody's language: a key of the translation files and what fills its gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Key in `locales/*/*.ftl`.
    pub key: &'static str,
    /// Name and value of each gap.
    pub gaps: Vec<(&'static str, Gap)>,
}

impl Message {
    /// A message without gaps.
    #[must_use]
    pub const fn new(key: &'static str) -> Message {
        Message { key, gaps: Vec::new() }
    }

    /// The same message with one more gap filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Gap>) -> Message {
        self.gaps.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Message {
        Message::new(key)
    }
}

/// What fills a gap: a number (which chooses plural forms) or a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Gap {
    /// A number.
    Number(i64),
    /// A text, said as it is.
    Text(String),
    /// Words of their own, said in the same language first.
    Words(Box<Message>),
}

impl From<String> for Gap {
    fn from(text: String) -> Gap {
        Gap::Text(text)
    }
}

impl From<&String> for Gap {
    fn from(text: &String) -> Gap {
        Gap::Text(text.clone())
    }
}

impl From<&str> for Gap {
    fn from(text: &str) -> Gap {
        Gap::Text(text.to_owned())
    }
}

impl From<Message> for Gap {
    fn from(message: Message) -> Gap {
        Gap::Words(Box::new(message))
    }
}

macro_rules! gap_from_number {
    ($($number:ty),+) => {$(
        impl From<$number> for Gap {
            fn from(number: $number) -> Gap {
                Gap::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
        impl From<&$number> for Gap {
            fn from(number: &$number) -> Gap {
                Gap::from(*number)
            }
        }
    )+};
}
gap_from_number!(i64, i32, u32, u64, usize);

/// Gathers problems while a draft is checked.
#[derive(Debug, Default)]
pub struct Check(Vec<Problem>);

impl Check {
    /// Notes a problem with `field` unless `fine`.
    pub fn that(&mut self, fine: bool, field: &'static str, message: impl Into<Message>) -> &mut Check {
        if !fine {
            self.0.push(Problem { field, message: message.into() });
        }
        self
    }

    /// `Ok` when nothing was noted, else `Error::Invalid` with all of it.
    pub fn done(&mut self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(std::mem::take(&mut self.0))) }
    }
}
