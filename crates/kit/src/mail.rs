//! Mail: what is sent to one person ([`Mail`]), and the server that takes it ([`Post`]).

pub mod bounce;
mod post;

use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

pub use self::bounce::Bounce;
pub use self::post::{Post, PostSettings, Reply, Trouble, Why};
use crate::clock::Instant;
use crate::error::{Error, Result};
use crate::id::Uuid;
use crate::words::Language;

/// A mail to one person, in words.
#[derive(Clone)]
pub struct Mail {
    /// What it is known by: the same mail tried again has the same Message-ID.
    pub id: Uuid,
    /// To whom: their name.
    pub name: String,
    /// And their address.
    pub address: String,
    /// Whom an answer goes to, name and address; nobody: whoever it is from.
    pub reply_to: Option<(String, String)>,
    /// The language it is in.
    pub language: Language,
    /// What it is about, in a line.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The same as a page, for programs that show one.
    pub html: Option<String>,
    /// When it was written.
    pub written_at: Instant,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mail({})", self.id)
    }
}

impl Mail {
    /// The mail as it is sent (RFC 5322): text first, and the page beside it when there is one. `host` is the right half
    /// of its Message-ID.
    ///
    /// # Errors
    /// `Internal` when an address cannot stand in a mail.
    fn message(&self, from: &Mailbox, host: &str) -> Result<Message> {
        let mut message = Message::builder()
            .from(from.clone())
            .to(mailbox(&self.name, &self.address)?)
            .subject(one_line(&self.subject))
            .date(self.written_at.into())
            .message_id(Some(format!("<{}@{host}>", self.id)));
        if let Some((name, address)) = &self.reply_to {
            message = message.reply_to(mailbox(name, address)?);
        }
        let message = match &self.html {
            None => message.header(ContentType::TEXT_PLAIN).body(self.text.clone()),
            Some(html) => message.multipart(MultiPart::alternative_plain_html(self.text.clone(), html.clone())),
        };
        let mut message = message.map_err(Error::internal)?;
        let raw = |name, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
        message.headers_mut().insert_raw(raw("Content-Language", self.language.as_str()));
        // So that nobody's holiday notice answers it (RFC 3834).
        message.headers_mut().insert_raw(raw("Auto-Submitted", "auto-generated"));
        Ok(message)
    }
}

/// A name and an address as a mail has them.
///
/// # Errors
/// `Internal` when the address cannot stand in a mail.
pub fn mailbox(name: &str, address: &str) -> Result<Mailbox> {
    Ok(Mailbox::new(Some(one_line(name)), address.parse().map_err(Error::internal)?))
}

/// A text without line breaks and the like: none may enter a header.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(name: &str, subject: &str, text: &str) -> Mail {
        Mail {
            id: Uuid::nil(),
            name: name.to_owned(),
            address: "sian@conwy.example".to_owned(),
            reply_to: Some((name.to_owned(), "priya@libraries.example".to_owned())),
            language: Language::Welsh,
            subject: subject.to_owned(),
            text: text.to_owned(),
            html: None,
            written_at: Instant::UNIX_EPOCH,
        }
    }

    /// The names of the headers of a mail as it is sent.
    fn headers(mail: &Mail) -> Vec<String> {
        let from = "Duet <duet@duet.example>".parse().unwrap();
        let sent = String::from_utf8(mail.message(&from, "duet.example").unwrap().formatted()).unwrap();
        let head = sent.split("\r\n\r\n").next().unwrap_or_default().to_owned();
        let starts = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        starts.map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn nothing_somebody_wrote_makes_a_header() {
        let plain = headers(&mail("Siân", "Eich mentor", "Annwyl Siân"));
        assert!(plain.contains(&"Message-ID".to_owned()) && plain.contains(&"Auto-Submitted".to_owned()), "{plain:?}");
        let breaks = ["\r\n", "\n", "\r", "\r\n\r\n", "\u{2028}", "\u{85}", "\0", "\u{b}", "\u{c}"];
        for one in breaks {
            let long = "ŵ".repeat(300);
            for bad in [format!("a{one}Bcc: x@y.test"), format!("{long}{one}Bcc: x@y.test"), format!("{one}{one}x: y")]
            {
                assert_eq!(headers(&mail(&bad, "b", "c")), plain, "by name: {bad:?}");
                assert_eq!(headers(&mail("a", &bad, "c")), plain, "by subject: {bad:?}");
            }
        }
    }

    #[test]
    fn a_page_stands_beside_the_text() {
        let mut mail = mail("Siân", "s", "Annwyl Siân");
        mail.html = Some("<p>Annwyl Siân</p>".to_owned());
        let from = "Duet <duet@duet.example>".parse().unwrap();
        let sent = String::from_utf8(mail.message(&from, "duet.example").unwrap().formatted()).unwrap();
        let (text, page) = (sent.find("text/plain").unwrap(), sent.find("text/html").unwrap());
        assert!(text < page && sent.contains("multipart/alternative"), "{sent}");
        assert!(sent.contains("Message-ID: <00000000-0000-0000-0000-000000000000@duet.example>"), "{sent}");
    }
}
