//! Open links: by one of a round that is open, anybody can come in and apply, also whom nobody knows here. They read what the
//! round is and what is kept of them, type their name and address, and show by a code that the address is theirs: nobody is
//! made a person before. Start at [`come_in::come_in`].

pub mod access;
pub mod ask;
pub mod come_in;
pub mod end;
pub mod make;
pub mod page;
pub mod store;

use data_encoding::BASE64URL_NOPAD;
use kit::clock::Instant;
use kit::id;
use kit::words::Language;
use serde::{Deserialize, Serialize};

use crate::by_mail::Budget;
use crate::notice::NoticeId;
use crate::person::PersonDraft;
use crate::round::RoundId;

id! {
    /// An open link's.
    pub OpenLinkId;
}

/// The most links of a round that are open at once.
pub const MOST: usize = 10;
/// How many mails one link is good for, whoever asks: a newsletter's morning, and no flood.
pub const MAILS: Budget = Budget { burst: 200, a_minute: 10 };
/// How many of them for one network, so that nobody can use up what is everybody's: a library's afternoon.
pub const MAILS_OF_ONE: Budget = Budget { burst: 40, a_minute: 3 };

/// A link that somebody made.
#[derive(Clone, Debug)]
pub struct OpenLink {
    /// Its id.
    pub id: OpenLinkId,
    /// The name of who made it.
    pub made_by: String,
    /// When.
    pub made_at: Instant,
    /// When it was ended.
    pub ended_at: Option<Instant>,
    /// How many people nobody knew before have come in by it.
    pub came_in: i64,
}

/// Where a link leads that is open.
#[derive(Clone, Debug)]
pub struct LeadsTo {
    /// The link.
    pub link: OpenLinkId,
    /// The round.
    pub round: RoundId,
}

/// Who is on their way in: what they typed. It waits in their own browser, and nowhere here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coming {
    /// Their name.
    pub name: String,
    /// Their address.
    pub address: String,
    /// What they were shown of what is kept of them; none, when nothing had been written.
    pub shown: Option<NoticeId>,
}

impl std::fmt::Debug for Coming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Coming(hidden)")
    }
}

impl Coming {
    /// What is kept as a person, once the address has been shown to be theirs.
    #[must_use]
    pub fn draft(&self, language: Language) -> PersonDraft {
        let (name, address) = (self.name.clone(), self.address.clone());
        PersonDraft { name, address, job_title: String::new(), workplace: String::new(), language }
    }

    /// As it stands in a cookie.
    #[must_use]
    pub fn to_cookie(&self) -> String {
        BASE64URL_NOPAD.encode(serde_json::json!(self).to_string().as_bytes())
    }

    /// As it was sent back; none when it is not one.
    #[must_use]
    pub fn from_cookie(text: &str) -> Option<Coming> {
        serde_json::from_slice(&BASE64URL_NOPAD.decode(text.as_bytes()).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_typed_comes_back_from_their_browser() {
        let coming = Coming { name: "Siân Hughes; o Fôn".into(), address: "sian@ynys.example".into(), shown: None };
        let cookie = coming.to_cookie();
        assert!(cookie.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)), "{cookie}");
        assert_eq!(Coming::from_cookie(&cookie), Some(coming.clone()));
        assert_eq!(Coming::from_cookie("no"), None);
        assert_eq!(format!("{coming:?}"), "Coming(hidden)");
    }
}
