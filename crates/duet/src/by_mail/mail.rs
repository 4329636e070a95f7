//! The one place where mails that help somebody sign in are handed over.

use kit::Result;
use kit::db::OutsideTx;
use kit::words::Language;

use super::store;

/// A mail to hand over.
#[derive(Clone)]
pub struct Mail {
    /// To which address.
    pub to: String,
    /// In which language it is.
    pub language: Language,
    /// What it is about, in a line.
    pub subject: String,
    /// The text: paragraphs, with an empty line between two.
    pub body: String,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mail(hidden)")
    }
}

/// Hands a mail over, in the transaction that gives reason for it: it is sent once that is kept, or not at all.
///
/// # Errors
/// `Internal` when the database fails.
pub fn send(tx: &mut OutsideTx<'_>, mail: &Mail) -> Result<()> {
    store::write_mail(tx, mail)
}

/// Does as much work as [`send`] and hands nothing over: whether anybody is known by an address must not show in how
/// long the answer takes.
///
/// # Errors
/// `Internal` when the database fails.
pub fn pretend(tx: &mut OutsideTx<'_>, mail: &Mail) -> Result<()> {
    store::write_mail(tx, &Mail { to: String::new(), ..mail.clone() })
}
