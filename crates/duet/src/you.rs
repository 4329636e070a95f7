//! You: what an organisation knows you by, and how you change it. Your name; the addresses that sign you in.

pub mod access;
pub mod ask;
pub mod change;
pub mod confirm;
pub mod page;
pub mod rename;
pub mod store;
pub mod undo;

use kit::error::Check;
use kit::{Result, id};

/// How many minutes a code for an address can be typed.
pub const CODE_MINUTES: i64 = 30;
/// How many codes somebody may ask for in an hour.
pub const CODES_AN_HOUR: i64 = 3;
/// For how many days a change of address can be undone.
pub const UNDO_DAYS: i64 = 7;

id! {
    /// That of a request to be known by an address.
    pub AddressRequestId;
    /// That of a change of address.
    pub AddressChangeId;
}

/// An address you are known by.
#[derive(Clone)]
pub struct KnownAddress {
    /// The address.
    pub address: String,
    /// Whether it signs you in; else it is one of before, by which a spreadsheet finds you.
    pub signs_in: bool,
}

/// A request to be known by an address, while its code can be typed.
#[derive(Clone)]
pub struct AddressRequest {
    /// The address.
    pub address: String,
    /// Whether it is to be the one you are written to.
    pub main: bool,
    /// The hash of its code.
    pub code_hash: Vec<u8>,
    /// How often a code was typed.
    pub tries: i64,
}

/// What changed about the addresses that sign somebody in.
#[derive(Clone, Default)]
pub struct AddressChange {
    /// The one they were written to before.
    pub was: String,
    /// The one that signs in since.
    pub added: Option<String>,
    /// The one that does no longer.
    pub removed: Option<String>,
}

/// A name as you write it.
#[derive(Clone, Debug)]
pub struct NameDraft(pub String);

impl NameDraft {
    /// Checks it.
    ///
    /// # Errors
    /// `Invalid` when it is empty or too long.
    pub fn check(&self) -> Result<()> {
        let fine = (1..=200).contains(&self.0.chars().count()) && !self.0.chars().any(char::is_control);
        Check::default().that(fine, "name", "person-name-missing").done()
    }
}
