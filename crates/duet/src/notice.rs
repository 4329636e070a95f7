//! Notices: what an organisation tells people about what is kept of them: who answers for it, why, on what ground, for
//! how long, and what they can ask for. Start at [`NoticeDraft`].

pub mod access;
pub mod page;
pub mod read;
pub mod store;
pub mod write;

use kit::clock::Instant;
use kit::error::Check;
use kit::words::{Language, Say};
use kit::{Message, Result, id};

id! {
    /// A notice's.
    pub NoticeId;
}

kit::named! {
    /// On what ground the law lets an organisation keep what it keeps (UK GDPR, article 6). Consent is none of them: who
    /// is asked by their employer can hardly say no.
    pub enum Basis {
        /// It has good reasons, and they do not weigh more than people's rights.
        LegitimateInterests = "legitimate_interests",
        /// A task that the law gives it.
        PublicTask = "public_task",
        /// What was agreed with each person.
        Contract = "contract",
    }
}

/// The most characters of the words on why things are kept.
pub const MOST_PURPOSE: usize = 2000;
/// How many months after a round its people's details go, until an organisation says otherwise.
pub const USUAL_MONTHS: i64 = 24;
/// The most months it can say.
pub const MOST_MONTHS: i64 = 120;

/// What an organisation tells people.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// Who answers for what is kept.
    pub controller: String,
    /// How they are reached.
    pub contact: String,
    /// On what ground it is kept.
    pub basis: Basis,
    /// How many months after the end of a round it is kept at most.
    pub months: i64,
    /// Where one complains.
    pub complaints: String,
    /// Why it is kept, in English.
    pub purpose_en: String,
    /// The same, in Welsh.
    pub purpose_cy: String,
    /// When it was written.
    pub written_at: Instant,
}

impl Notice {
    /// Why it is kept, in a language.
    #[must_use]
    pub fn purpose(&self, language: Language) -> &str {
        match language {
            Language::English => &self.purpose_en,
            Language::Welsh => &self.purpose_cy,
        }
    }

    /// What an earlier one said otherwise, in a language: the key of what it is about, and the earlier words.
    #[must_use]
    pub fn changed_since(&self, earlier: &Notice, say: Say) -> Vec<(&'static str, String)> {
        let months = |notice: &Notice| say.t1("notice-how-long-months", "months", notice.months);
        let all = [
            ("notice-who-answers", self.controller.clone(), earlier.controller.clone()),
            ("notice-who-contact", self.contact.clone(), earlier.contact.clone()),
            ("notice-why", self.purpose(say.language).to_owned(), earlier.purpose(say.language).to_owned()),
            ("notice-ground", say.t(self.basis.key()).into_owned(), say.t(earlier.basis.key()).into_owned()),
            ("notice-how-long", months(self), months(earlier)),
            ("notice-complain-where", self.complaints.clone(), earlier.complaints.clone()),
        ];
        all.into_iter().filter(|(_, now, before)| now != before).map(|(key, _, before)| (key, before)).collect()
    }

    /// Whether a draft says the same.
    #[must_use]
    pub fn says(&self, draft: &NoticeDraft) -> bool {
        (&self.controller, &self.contact, self.basis, self.months, &self.complaints)
            == (&draft.controller, &draft.contact, draft.basis, draft.months, &draft.complaints)
            && (&self.purpose_en, &self.purpose_cy) == (&draft.purpose_en, &draft.purpose_cy)
    }
}

impl Basis {
    /// The key of what it means, in a sentence.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Basis::LegitimateInterests => "notice-basis-why-interests",
            Basis::PublicTask => "notice-basis-why-task",
            Basis::Contract => "notice-basis-why-contract",
        }
    }
}

/// A notice before it is kept.
#[derive(Clone, Debug)]
pub struct NoticeDraft {
    /// Who answers for what is kept.
    pub controller: String,
    /// How they are reached.
    pub contact: String,
    /// On what ground it is kept.
    pub basis: Basis,
    /// How many months after the end of a round it is kept at most.
    pub months: i64,
    /// Where one complains.
    pub complaints: String,
    /// Why it is kept, in English.
    pub purpose_en: String,
    /// The same, in Welsh.
    pub purpose_cy: String,
}

impl NoticeDraft {
    /// The notice it would be, were it kept at a moment.
    #[must_use]
    pub fn dated(self, written_at: Instant) -> Notice {
        let NoticeDraft { controller, contact, basis, months, complaints, purpose_en, purpose_cy } = self;
        let id = NoticeId(kit::id::Uuid::nil());
        Notice { id, controller, contact, basis, months, complaints, purpose_en, purpose_cy, written_at }
    }

    /// Checks it.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let line = |text: &str| !text.trim().is_empty() && text.chars().count() <= 300;
        let prose = |text: &str| !text.trim().is_empty() && text.chars().count() <= MOST_PURPOSE;
        let long = || Message::new("form-too-long").with("most", MOST_PURPOSE);
        Check::default()
            .that(line(&self.controller), "controller", "form-missing")
            .that(line(&self.contact), "contact", "form-missing")
            .that(line(&self.complaints), "complaints", "form-missing")
            .that((1..=MOST_MONTHS).contains(&self.months), "months", "form-missing")
            .that(prose(&self.purpose_en), "purpose_en", long())
            .that(prose(&self.purpose_cy), "purpose_cy", long())
            .done()
    }
}

/// A line for a letter to somebody who was never here: where it stands what is kept of them.
#[must_use]
pub fn line_of_letter(say: Say, public_url: &str, organisation: impl std::fmt::Display) -> String {
    format!("{}\n{public_url}/notices/{organisation}", say.t("notice-letter"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> NoticeDraft {
        NoticeDraft {
            controller: "The Libraries Federation".to_owned(),
            contact: "privacy@libraries.example".to_owned(),
            basis: Basis::PublicTask,
            months: 12,
            complaints: "The Information Commissioner".to_owned(),
            purpose_en: "To pair people.".to_owned(),
            purpose_cy: "I baru pobl.".to_owned(),
        }
    }

    #[test]
    fn it_says_who_answers_and_for_how_long() {
        assert!(draft().check().is_ok());
        assert!(NoticeDraft { controller: " ".to_owned(), ..draft() }.check().is_err());
        assert!(NoticeDraft { contact: String::new(), ..draft() }.check().is_err());
        assert!(NoticeDraft { months: 0, ..draft() }.check().is_err());
        assert!(NoticeDraft { months: MOST_MONTHS + 1, ..draft() }.check().is_err());
        assert!(NoticeDraft { purpose_cy: "a".repeat(MOST_PURPOSE + 1), ..draft() }.check().is_err());
    }
}
