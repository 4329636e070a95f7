//! Levels and capabilities before they are kept.

use kit::error::Check;
use kit::sheet::folded;
use kit::{Message, Result};

use super::{Described, Words};

/// The fewest and the most levels.
pub const LEVELS: std::ops::RangeInclusive<usize> = 2..=7;
/// The longest name of a level, in characters.
pub const MOST_LEVEL: usize = 60;
/// The longest name of a capability, in characters.
pub const MOST_NAME: usize = 120;
/// The longest name of what capabilities belong to, in characters.
pub const MOST_AREA: usize = 80;
/// The longest that is said of what a level looks like, in characters.
pub const MOST_WORDS: usize = 400;

/// Levels before they are kept: as they are typed, one to a line, the lowest first.
#[derive(Clone, Debug)]
pub struct ScaleDraft {
    /// The number of the lowest: 0 or 1.
    pub lowest: i64,
    /// What each is called.
    pub names: String,
    /// The same in Welsh; may be empty.
    pub names_cy: String,
    /// From this one on somebody could teach it.
    pub teaches: i64,
}

impl ScaleDraft {
    /// Checks the draft, and gives what each level is called.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<Vec<Words>> {
        let lines = |text: &str| {
            text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        let (names, welsh) = (lines(&self.names), lines(&self.names_cy));
        let fits = |names: &[String]| names.iter().all(|name| name.chars().count() <= MOST_LEVEL);
        // A name that is a number, or that two levels share, could not be told from another in a sheet.
        let apart = |names: &[String]| {
            let all: std::collections::BTreeSet<String> = names.iter().map(|name| folded(name)).collect();
            all.len() == names.len() && all.iter().all(|name| name.chars().any(char::is_alphabetic))
        };
        let most = i64::try_from(names.len()).unwrap_or(0) + self.lowest - 1;
        let long = || Message::new("capability-level-long").with("most", MOST_LEVEL);
        Check::default()
            .that(LEVELS.contains(&names.len()), "names", "capability-levels-count")
            .that(fits(&names), "names", long())
            .that(apart(&names), "names", "capability-levels-apart")
            .that(welsh.is_empty() || welsh.len() == names.len(), "names_cy", "capability-levels-welsh")
            .that(fits(&welsh), "names_cy", long())
            .that(apart(&welsh), "names_cy", "capability-levels-apart")
            .that((0..=1).contains(&self.lowest), "lowest", "form-choice")
            .that(
                (self.lowest..=most).contains(&self.teaches),
                "teaches",
                Message::new("form-whole").with("least", self.lowest).with("most", most),
            )
            .done()?;
        let cy = |at: usize| welsh.get(at).cloned().unwrap_or_default();
        Ok(names.into_iter().enumerate().map(|(at, en)| Words { en, cy: cy(at) }).collect())
    }
}

/// A capability before it is kept, or as it is to be said from now on.
#[derive(Clone, Debug, Default)]
pub struct CapabilityDraft {
    /// What it belongs to; may be empty.
    pub area: Words,
    /// What it is.
    pub name: Words,
    /// What levels look like.
    pub levels: Vec<Described>,
}

impl CapabilityDraft {
    /// Checks the draft.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let within = |text: &str, most: usize| text.chars().count() <= most;
        let too_long = |most: usize| Message::new("form-too-long").with("most", most);
        let described = |one: &Described| within(&one.words.en, MOST_WORDS) && within(&one.words.cy, MOST_WORDS);
        let odd = |text: &str| text.chars().any(|c| c.is_control() && c != '\n');
        let plain = |one: &Described| !odd(&one.words.en) && !odd(&one.words.cy);
        Check::default()
            .that(!folded(&self.name.en).is_empty(), "name", "capability-name-missing")
            .that(within(&self.name.en, MOST_NAME), "name", too_long(MOST_NAME))
            .that(within(&self.name.cy, MOST_NAME), "name_cy", too_long(MOST_NAME))
            .that(within(&self.area.en, MOST_AREA), "area", too_long(MOST_AREA))
            .that(within(&self.area.cy, MOST_AREA), "area_cy", too_long(MOST_AREA))
            .that(
                self.levels.iter().all(described),
                "levels",
                Message::new("capability-described-long").with("most", MOST_WORDS),
            )
            .that(self.levels.iter().all(plain), "levels", "form-control-characters")
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(names: &str, names_cy: &str, lowest: i64, teaches: i64) -> ScaleDraft {
        ScaleDraft { lowest, names: names.to_owned(), names_cy: names_cy.to_owned(), teaches }
    }

    #[test]
    fn levels_are_two_to_seven_and_told_apart() {
        let good = scale("Beginning\n\n Doing it \nConfident", "Dechrau\nGwneud\nHyderus", 1, 3).check().unwrap();
        assert_eq!(good[1], Words { en: "Doing it".into(), cy: "Gwneud".into() });
        assert!(scale("No\nYes", "", 0, 0).check().is_ok());
        for bad in [
            scale("Only one", "", 1, 1),
            scale("a\nb\nc\nd\ne\nf\ng\nh", "", 1, 1),
            scale("Good\ngood", "", 1, 1),
            scale("1\n2", "", 1, 1),
            scale("No\nYes", "Na", 1, 1),
            scale("No\nYes", "", 1, 0),
            scale("No\nYes", "", 1, 3),
            scale("No\nYes", "", 2, 2),
            scale(&format!("No\n{}", "y".repeat(MOST_LEVEL + 1)), "", 1, 1),
        ] {
            assert!(bad.check().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_capability_has_a_name_and_everything_is_bounded() {
        let draft = |name: &str, area: &str, words: &str| CapabilityDraft {
            area: Words { en: area.to_owned(), cy: String::new() },
            name: Words { en: name.to_owned(), cy: String::new() },
            levels: vec![Described { level: 1, words: Words { en: words.to_owned(), cy: String::new() } }],
        };
        assert!(draft("Ukulele", "", "").check().is_ok());
        assert!(draft(&"n".repeat(MOST_NAME), &"a".repeat(MOST_AREA), &"w".repeat(MOST_WORDS)).check().is_ok());
        let long = |most: usize| "l".repeat(most + 1);
        for (name, area, words) in [
            ("", "", ""),
            ("–", "", ""),
            (long(MOST_NAME).as_str(), "", ""),
            ("U", long(MOST_AREA).as_str(), ""),
            ("U", "", long(MOST_WORDS).as_str()),
            ("U", "", "a\u{7}b"),
        ] {
            assert!(draft(name, area, words).check().is_err(), "{name} {area} {words}");
        }
    }
}
