//! Testimonials: words that somebody lets others read. Exactly those words, under their name or none, in the places they
//! tick, until a day they choose; withdrawn at any time, and then gone at once. Start at [`Draft::check`].

pub mod access;
pub mod give;
pub mod page;
pub mod store;

use kit::clock::Day;
use kit::error::Check;
use kit::{Message, Result, id};

use crate::round::rules::Role;

id! {
    /// A testimonial's.
    pub TestimonialId;
}

kit::named! {
    /// Under which name it stands.
    pub enum Under {
        /// Their own, and where they work.
        Name = "named",
        /// None: as what they took part.
        Nobody = "nameless",
    }
}

kit::named! {
    /// How long it may be shown.
    pub enum Long {
        /// Half a year.
        HalfYear = "half_year",
        /// One year.
        Year = "year",
        /// Two years.
        TwoYears = "two_years",
        /// Until it is withdrawn.
        Always = "always",
    }
}

impl Long {
    /// The last day it may be shown, when it is given on a day.
    #[must_use]
    pub fn until(self, given_on: Day) -> Option<Day> {
        let months = match self {
            Long::HalfYear => 6,
            Long::Year => 12,
            Long::TwoYears => 24,
            Long::Always => return None,
        };
        Some(given_on.saturating_add(jiff::Span::new().months(months)))
    }
}

/// The most characters of one.
pub const MOST: usize = 600;

/// What somebody lets others read, before it is kept.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The exact words.
    pub words: String,
    /// Whether their name stands under it.
    pub named: bool,
    /// Whether it may stand in the report.
    pub in_report: bool,
    /// On the website.
    pub on_website: bool,
    /// In an announcement.
    pub in_announcement: bool,
    /// For how long.
    pub long: Long,
}

impl Draft {
    /// Checks that there are words, and a place where they may stand.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let length = self.words.chars().count();
        Check::default()
            .that(!self.words.trim().is_empty(), "words", "form-missing")
            .that(length <= MOST, "words", Message::new("form-too-long").with("most", MOST))
            .that(self.in_report || self.on_website || self.in_announcement, "places", "testimonial-place-missing")
            .done()
    }
}

/// One, as its author sees it.
#[derive(Clone, Debug)]
pub struct Testimonial {
    /// Its id.
    pub id: TestimonialId,
    /// The exact words.
    pub words: String,
    /// Whether their name stands under it.
    pub named: bool,
    /// Whether it may stand in the report.
    pub in_report: bool,
    /// On the website.
    pub on_website: bool,
    /// In an announcement.
    pub in_announcement: bool,
    /// The last day it may be shown.
    pub until_on: Option<Day>,
}

/// One, as it may be shown: with a name, or with none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The exact words.
    pub words: String,
    /// As what its author took part.
    pub role: Role,
    /// Their name; none when they want none shown.
    pub name: Option<String>,
    /// Where they work, beside the name.
    pub workplace: Option<String>,
    /// Whether it may stand in the report.
    pub in_report: bool,
    /// On the website.
    pub on_website: bool,
    /// In an announcement.
    pub in_announcement: bool,
    /// The last day it may be shown.
    pub until_on: Option<Day>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn words_need_a_place_and_have_a_last_day() {
        let draft = |words: &str, in_report| Draft {
            words: words.to_owned(),
            named: false,
            in_report,
            on_website: false,
            in_announcement: false,
            long: Long::Year,
        };
        assert!(draft("It helped.", true).check().is_ok());
        assert!(draft("It helped.", false).check().is_err() && draft("  ", true).check().is_err());
        assert!(draft(&"a".repeat(MOST + 1), true).check().is_err());
        assert_eq!(Long::Year.until(date(2026, 2, 28)), Some(date(2027, 2, 28)));
        assert_eq!(Long::HalfYear.until(date(2026, 8, 31)), Some(date(2027, 2, 28)));
        assert_eq!(Long::Always.until(date(2026, 2, 28)), None);
    }
}
