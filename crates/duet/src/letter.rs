//! Letters: what people are told. With a mail server they go out by themselves ([`carry`]); without one they wait on a
//! page, to be printed or copied into any mail program, and are marked as sent there.

pub mod access;
pub mod carry;
pub mod come_back;
pub mod first;
pub mod gather;
pub mod link;
pub mod merge;
pub mod page;
pub mod send;
pub mod store;
pub mod write;

use jiff::SignedDuration;
use kit::clock::Instant;
use kit::mail::{Trouble, mailbox, one_line};
use kit::words::{Language, Words};
use kit::{Error, Result, id};
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};

use crate::person::Person;
use crate::wording::Kind;

id! {
    /// A letter's.
    pub LetterId;
}

/// How long letters that tell many people at once are held: until then it can be taken back.
pub const HOLD: SignedDuration = SignedDuration::from_mins(15);
/// The hour at which the day's one mail goes, for what can wait.
pub const DIGEST_HOUR: i8 = 17;

/// How many letters a page lists.
pub const PAGE: usize = 50;

/// A place in the list of letters: the letter it is after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// 2 for what came back, 1 for what is to be sent, 0 for what was.
    pub rank: i64,
    /// When it was written.
    pub written_at: Instant,
    /// Its id.
    pub id: LetterId,
}

impl Place {
    /// The place of a letter.
    #[must_use]
    pub fn of(letter: &Letter) -> Place {
        let rank = match (letter.sent_at, letter.back_at) {
            (Some(_), _) => 0,
            (None, Some(_)) => 2,
            (None, None) => 1,
        };
        Place { rank, written_at: letter.written_at, id: letter.id }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.rank, self.written_at.as_microsecond(), self.id)
    }
}

impl std::str::FromStr for Place {
    type Err = Error;
    fn from_str(text: &str) -> Result<Place> {
        let mut parts = text.splitn(3, '.');
        let mut part = || parts.next().ok_or(Error::NotFound);
        let (rank, at, id) = (part()?, part()?, part()?);
        let whole = |text: &str| text.parse::<i64>().map_err(|_| Error::NotFound);
        let written_at = Instant::from_microsecond(whole(at)?).map_err(|_| Error::NotFound)?;
        Ok(Place { rank: whole(rank)?, written_at, id: id.parse().map_err(|_| Error::NotFound)? })
    }
}

/// Where letters are written: in whose words, and whether they go out by themselves.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Both languages.
    pub words: &'static Words,
    /// Whether a mail server is set.
    pub by_itself: bool,
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
    /// When it was sent.
    pub sent_at: Option<Instant>,
    /// Which of Duet's letters it is.
    pub kind: Kind,
    /// When it goes out by itself; none: somebody sends it.
    pub goes_at: Option<Instant>,
    /// Why it last did not go.
    pub trouble: Option<String>,
    /// When it came back, or was given up.
    pub back_at: Option<Instant>,
}

/// How it stands with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was sent.
    Sent,
    /// Somebody has to send it.
    ToSend,
    /// It came back: somebody has to look.
    Back,
    /// It goes by itself, at this moment.
    Waits(Instant),
    /// It goes about now.
    OnItsWay,
    /// It did not go, and is tried again.
    Again,
}

impl Letter {
    /// How it stands with it.
    #[must_use]
    pub fn standing(&self, now: Instant) -> Standing {
        match (self.sent_at, self.back_at, self.goes_at) {
            (Some(_), ..) => Standing::Sent,
            (None, Some(_), _) => Standing::Back,
            (None, None, None) => Standing::ToSend,
            (None, None, Some(at)) if at > now => Standing::Waits(at),
            (None, None, Some(_)) if self.trouble.is_some() => Standing::Again,
            (None, None, Some(_)) => Standing::OnItsWay,
        }
    }

    /// The letter with a sign-in link at its end, in its own language; as it is without one.
    #[must_use]
    pub fn with_link(mut self, words: &'static Words, link: Option<&str>) -> Letter {
        if let Some(link) = link {
            self.body = with_link(&self.body, words.say(self.language).t("letter-link-below").as_ref(), link);
        }
        self
    }

    /// The letter with a line more at its end.
    #[must_use]
    pub fn with_line(mut self, line: Option<&str>) -> Letter {
        if let Some(line) = line {
            self.body = format!("{}\n\n{line}\n", self.body.trim_end());
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
            .subject(one_line(&self.subject))
            .date(self.written_at.into())
            .header(ContentType::TEXT_PLAIN)
            .body(self.body.clone())
            .map_err(Error::internal)?;
        mail.headers_mut().insert_raw(unsent);
        Ok(mail.formatted())
    }
}

/// A body with a link at its end.
#[must_use]
pub fn with_link(body: &str, before: &str, link: &str) -> String {
    format!("{body}\n\n{before}\n{link}\n")
}

/// The key of what is said about why a letter did not go, and the mail server's code for it.
#[must_use]
pub fn trouble_words(trouble: &str) -> (&'static str, String) {
    use kit::mail::Why;
    let Ok(Trouble { why, code }) = trouble.parse() else { return ("trouble-late", String::new()) };
    let key = match why {
        Why::Refused => "trouble-refused",
        Why::NotNow => "trouble-not-now",
        Why::Settings => "trouble-settings",
        Why::NoAnswer => "trouble-no-answer",
        Why::Unreachable => "trouble-unreachable",
        Why::Certificate => "trouble-certificate",
        Why::NoTls => "trouble-no-tls",
    };
    (key, code.map(|code| format!(" ({code})")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            id: kit::id::Uuid::nil().into(),
            name: "Siân\r\nBcc: x@y.test".into(),
            address: "sian@conwy.test".into(),
            language: Language::Welsh,
            subject: "Eich mentor".into(),
            body: "Annwyl Siân,\n\nŵ".into(),
            written_at: Instant::UNIX_EPOCH,
            sent_at: None,
            kind: Kind::Mentee,
            goes_at: None,
            trouble: None,
            back_at: None,
        }
    }

    #[test]
    fn a_mail_file_keeps_welsh_letters_and_takes_no_header_from_a_name() {
        let sender = Person {
            id: kit::id::Uuid::nil().into(),
            name: "Priya Nair".into(),
            address: "priya@libraries.test".into(),
            job_title: String::new(),
            workplace: None,
            language: Language::English,
            membership: crate::person::Membership::Active,
            notice_at: None,
            notice_is_newer: false,
        };
        let eml = String::from_utf8(letter().as_eml(&sender).unwrap()).unwrap();
        assert!(eml.contains("Subject: Eich mentor\r\n"), "{eml}");
        assert!(eml.contains("From: \"Priya Nair\" <priya@libraries.test>\r\n"), "{eml}");
        assert!(!eml.contains("\nBcc:"), "{eml}");
    }

    #[test]
    fn a_place_in_the_list_is_read_as_it_was_written() {
        let letter = letter();
        let place = Place::of(&letter);
        assert_eq!(place.to_string().parse::<Place>().unwrap(), place);
        for odd in ["", "1", "1.2", "a.b.c", "1.9223372036854775807.x"] {
            assert!(odd.parse::<Place>().is_err(), "{odd}");
        }
    }

    #[test]
    fn how_it_stands_is_one_word() {
        let now: Instant = "2026-11-03T10:00:00Z".parse().unwrap();
        let one = |change: fn(&mut Letter, Instant)| {
            let mut letter = letter();
            change(&mut letter, now);
            letter.standing(now)
        };
        assert_eq!(one(|_, _| {}), Standing::ToSend);
        assert_eq!(one(|l, now| l.goes_at = Some(now + HOLD)), Standing::Waits(now + HOLD));
        assert_eq!(one(|l, now| l.goes_at = Some(now)), Standing::OnItsWay);
        let tried = |l: &mut Letter, now| (l.goes_at, l.trouble) = (Some(now), Some("not-now 450".to_owned()));
        assert_eq!(one(|l, now| (l.goes_at, l.trouble) = (Some(now), Some("not-now 450".to_owned()))), Standing::Again);
        let mut back = letter();
        tried(&mut back, now);
        back.back_at = Some(now);
        assert_eq!(back.standing(now), Standing::Back);
        back.sent_at = Some(now);
        assert_eq!(back.standing(now), Standing::Sent, "somebody sent it by hand");
    }
}
