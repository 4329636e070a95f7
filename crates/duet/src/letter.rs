//! Letters: what people are told. While no mail server is set they wait on a page, to be printed or
//! copied into any mail program, and are marked as sent there.

pub mod access;
pub mod link;
pub mod page;
pub mod send;
pub mod store;

use kit::clock::Instant;
use kit::words::{Language, Words};
use kit::{Error, Result, id};
use lettre::Message;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};

use crate::person::Person;

id! {
    /// A letter's.
    pub LetterId;
}

/// A letter to somebody.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// To whom: their name.
    pub name: String,
    /// And their address.
    pub address: String,
    /// The language it is in.
    pub language: Language,
    /// What it is about, in a line.
    pub subject: String,
    /// The letter: paragraphs, with an empty line between two.
    pub body: String,
    /// When it was written.
    pub written_at: Instant,
    /// When somebody marked it as sent.
    pub sent_at: Option<Instant>,
}

impl Letter {
    /// The letter with a sign-in link at its end, in its own language; as it is without one.
    #[must_use]
    pub fn with_link(mut self, words: &'static Words, link: Option<&str>) -> Letter {
        if let Some(link) = link {
            self.body = format!("{}\n\n{}\n{link}\n", self.body, words.say(self.language).t("letter-link-below"));
        }
        self
    }

    /// The letter as a mail file (RFC 5322), which mail programs open as a draft of `sender`'s.
    ///
    /// # Errors
    /// `Internal` when an address cannot stand in a mail.
    pub fn as_eml(&self, sender: &Person) -> Result<Vec<u8>> {
        let unsent = HeaderValue::new(HeaderName::new_from_ascii_str("X-Unsent"), "1".to_owned());
        let mut mail = Message::builder()
            .from(mailbox(&sender.name, &sender.address)?)
            .to(mailbox(&self.name, &self.address)?)
            .subject(self.subject.as_str())
            .date(self.written_at.into())
            .header(ContentType::TEXT_PLAIN)
            .body(self.body.clone())
            .map_err(Error::internal)?;
        mail.headers_mut().insert_raw(unsent);
        Ok(mail.formatted())
    }
}

fn mailbox(name: &str, address: &str) -> Result<Mailbox> {
    let one_line = name.replace(|c: char| c.is_control(), " ");
    Ok(Mailbox::new(Some(one_line), address.parse().map_err(Error::internal)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_file_keeps_welsh_letters_and_takes_no_header_from_a_name() {
        let letter = Letter {
            id: kit::id::Uuid::nil().into(),
            name: "Siân\r\nBcc: x@y.test".into(),
            address: "sian@conwy.test".into(),
            language: Language::Welsh,
            subject: "Eich mentor".into(),
            body: "Annwyl Siân,\n\nŵ".into(),
            written_at: Instant::UNIX_EPOCH,
            sent_at: None,
        };
        let sender = Person {
            id: kit::id::Uuid::nil().into(),
            name: "Priya Nair".into(),
            address: "priya@libraries.test".into(),
            job_title: String::new(),
            workplace: None,
            language: Language::English,
            membership: crate::person::Membership::Active,
        };
        let eml = String::from_utf8(letter.as_eml(&sender).unwrap()).unwrap();
        assert!(eml.contains("Subject: Eich mentor\r\n"), "{eml}");
        assert!(eml.contains("From: \"Priya Nair\" <priya@libraries.test>\r\n"), "{eml}");
        assert!(!eml.contains("\nBcc:"), "{eml}");
    }
}
