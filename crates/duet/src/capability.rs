//! Capabilities: what an organisation's people can do or learn, in its own words, and the levels on which they say how far.
//! Start at [`Framework`].

pub mod access;
pub mod add;
pub mod draft;
pub mod page;
pub mod reword;
pub mod scale;
pub mod store;
pub mod withdraw;

use std::collections::HashMap;

use kit::clock::{Day, Instant};
use kit::id;
use kit::sheet::folded;
use kit::words::Language;
use serde::{Deserialize, Serialize};

pub use self::draft::{CapabilityDraft, ScaleDraft};

id! {
    /// A capability's.
    pub CapabilityId;
}

/// The most capabilities that people are asked about at a time.
pub const MOST: usize = 200;

/// Words in English, and in Welsh where there are any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// In English.
    pub en: String,
    /// In Welsh; empty: the English stands for both.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cy: String,
}

impl Words {
    /// In a language.
    #[must_use]
    pub fn said_in(&self, language: Language) -> &str {
        if language == Language::Welsh && !self.cy.is_empty() { &self.cy } else { &self.en }
    }
}

/// The levels of an organisation.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Which version this is.
    pub version: i64,
    /// The number of the lowest.
    pub lowest: i64,
    /// What each is called, the lowest first.
    pub levels: Vec<Words>,
    /// From this one on somebody could teach it.
    pub teaches: i64,
}

impl Scale {
    /// The numbers of the levels, the lowest first.
    #[must_use]
    pub fn numbers(&self) -> std::ops::RangeInclusive<i64> {
        self.lowest..=self.highest()
    }

    /// The number of the highest.
    #[must_use]
    pub fn highest(&self) -> i64 {
        self.lowest + i64::try_from(self.levels.len()).unwrap_or(0) - 1
    }

    /// What a level is called; empty when there is none of this number.
    #[must_use]
    pub fn name(&self, level: i64, language: Language) -> &str {
        let at = usize::try_from(level - self.lowest).ok();
        at.and_then(|at| self.levels.get(at)).map_or("", |words| words.said_in(language))
    }

    /// How full a level is drawn: 0 for the lowest to 4 for the highest.
    #[must_use]
    pub fn fill(&self, level: i64) -> i64 {
        let all = (self.highest() - self.lowest).max(1);
        ((level - self.lowest).clamp(0, all) * 4 + all / 2) / all
    }

    /// The level that somebody means who writes its number, its name in either language, or both: `3`, `Confident`,
    /// `3 – Confident`, `Level 3`.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<i64> {
        let folded_text = folded(text);
        let is =
            |words: &Words| [&words.en, &words.cy].iter().any(|name| !name.is_empty() && folded(name) == folded_text);
        if let Some(at) = self.levels.iter().position(is) {
            return Some(self.lowest + i64::try_from(at).ok()?);
        }
        let number = |text: &str| text.trim().parse::<i64>().ok().filter(|level| self.numbers().contains(level));
        let text = text.trim();
        let bare = text.strip_suffix(".0").unwrap_or(text);
        let lower = bare.to_lowercase();
        let after = ["level", "lefel"].iter().find_map(|word| lower.strip_prefix(word));
        number(after.unwrap_or(bare)).or_else(|| {
            let (first, name) = text.split_once(|c: char| !c.is_ascii_digit())?;
            let level = number(first)?;
            let said = [Language::English, Language::Welsh].map(|language| folded(self.name(level, language)));
            said.contains(&folded(name)).then_some(level)
        })
    }
}

/// What one level of a capability looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    /// The level.
    pub level: i64,
    /// What it looks like.
    pub words: Words,
}

/// A capability, in the words that count now.
#[derive(Clone, Debug)]
pub struct Capability {
    /// Its id.
    pub id: CapabilityId,
    /// Where it stands among the others.
    pub position: i64,
    /// From when on nobody is asked about it.
    pub withdrawn_on: Option<Day>,
    /// Which version of its words this is.
    pub version: i64,
    /// What it belongs to; may be empty.
    pub area: String,
    /// The same in Welsh; empty: the English stands for both.
    pub area_cy: String,
    /// What it is.
    pub name: String,
    /// The same in Welsh; empty: the English stands for both.
    pub name_cy: String,
    /// What each level looks like, where that is said.
    pub levels: Vec<Described>,
    /// When these words were written.
    pub written_at: Instant,
}

impl Capability {
    /// What it is, in a language.
    #[must_use]
    pub fn said_in(&self, language: Language) -> &str {
        if language == Language::Welsh && !self.name_cy.is_empty() { &self.name_cy } else { &self.name }
    }

    /// What it belongs to, in a language; may be empty.
    #[must_use]
    pub fn area_in(&self, language: Language) -> &str {
        if language == Language::Welsh && !self.area_cy.is_empty() { &self.area_cy } else { &self.area }
    }

    /// What a level of it looks like; empty when that is not said.
    #[must_use]
    pub fn describes(&self, level: i64, language: Language) -> &str {
        self.levels.iter().find(|one| one.level == level).map_or("", |one| one.words.said_in(language))
    }

    /// Whether people are asked about it.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.withdrawn_on.is_none()
    }
}

/// An organisation's levels and capabilities.
#[derive(Clone, Debug, Default)]
pub struct Framework {
    /// Its levels, once they are written.
    pub scale: Option<Scale>,
    /// Every capability, in order: those that are withdrawn too.
    pub all: Vec<Capability>,
}

impl Framework {
    /// Those that people are asked about.
    pub fn standing(&self) -> impl Iterator<Item = &Capability> {
        self.all.iter().filter(|one| one.stands())
    }

    /// A capability, by its id.
    #[must_use]
    pub fn get(&self, id: CapabilityId) -> Option<&Capability> {
        self.all.iter().find(|one| one.id == id)
    }

    /// A capability by its name in either language, as people write it: one that stands before one that is withdrawn.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Capability> {
        self.by_name().remove(&folded(name))
    }

    /// Every capability by its folded name in either language, for who asks for many; the same goes before another as in
    /// [`named`](Framework::named).
    #[must_use]
    pub fn by_name(&self) -> HashMap<String, &Capability> {
        let mut named = HashMap::new();
        for one in self.standing().chain(self.all.iter().filter(|one| !one.stands())) {
            for name in [&one.name, &one.name_cy].map(|name| folded(name)) {
                if !name.is_empty() {
                    named.entry(name).or_insert(one);
                }
            }
        }
        named
    }

    /// Capabilities by what they belong to, areas in the order of their first capability; those that belong to nothing
    /// last.
    #[must_use]
    pub fn by_area<'f>(
        &self,
        some: impl Iterator<Item = &'f Capability>,
        language: Language,
    ) -> Vec<(String, Vec<&'f Capability>)> {
        let mut areas: Vec<(String, String, Vec<&Capability>)> = Vec::new();
        for one in some {
            let key = folded(&one.area);
            match areas.iter_mut().find(|(of, ..)| *of == key) {
                Some((_, name, all)) => {
                    if language == Language::Welsh && !one.area_cy.is_empty() {
                        name.clone_from(&one.area_cy);
                    }
                    all.push(one);
                }
                None => areas.push((key, one.area_in(language).to_owned(), vec![one])),
            }
        }
        areas.sort_by_key(|(key, ..)| key.is_empty());
        areas.into_iter().map(|(_, name, all)| (name, all)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(en: &str, cy: &str) -> Words {
        Words { en: en.to_owned(), cy: cy.to_owned() }
    }

    fn scale() -> Scale {
        let levels = vec![words("Beginning", "Dechrau"), words("Doing it", ""), words("Confident", "Hyderus")];
        Scale { version: 1, lowest: 1, levels, teaches: 3 }
    }

    #[test]
    fn a_level_is_known_by_its_number_or_its_name() {
        let scale = scale();
        for (text, level) in [
            ("1", Some(1)),
            ("3.0", Some(3)),
            (" doing IT ", Some(2)),
            ("hyderus", Some(3)),
            ("3 – Confident", Some(3)),
            ("2: Doing it", Some(2)),
            ("Level 2", Some(2)),
            ("lefel 3", Some(3)),
            ("0", None),
            ("4", None),
            ("2.5", None),
            ("2 – Confident", None),
            ("2/3", None),
            ("well", None),
            ("", None),
        ] {
            assert_eq!(scale.read(text), level, "{text}");
        }
    }

    #[test]
    fn the_lowest_level_is_empty_and_the_highest_full() {
        assert_eq!(scale().numbers().map(|level| scale().fill(level)).collect::<Vec<_>>(), [0, 2, 4]);
        let of = |count: usize| Scale { lowest: 0, levels: vec![Words::default(); count], ..scale() };
        let fills = |count: usize| of(count).numbers().map(|level| of(count).fill(level)).collect::<Vec<_>>();
        assert_eq!(fills(5), [0, 1, 2, 3, 4]);
        assert_eq!(fills(4), [0, 1, 3, 4]);
        assert_eq!(fills(7), [0, 1, 1, 2, 3, 3, 4]);
    }

    fn capability(name: &str, area: (&str, &str), withdrawn: bool) -> Capability {
        Capability {
            id: CapabilityId(kit::id::Uuid::from_u128(name.len() as u128)),
            position: 1,
            withdrawn_on: withdrawn.then(|| jiff::civil::date(2026, 1, 1)),
            version: 1,
            area: area.0.to_owned(),
            area_cy: area.1.to_owned(),
            name: name.to_owned(),
            name_cy: String::new(),
            levels: Vec::new(),
            written_at: Instant::default(),
        }
    }

    #[test]
    fn one_that_stands_goes_before_one_that_is_withdrawn_and_areas_keep_their_order() {
        let all = vec![
            capability("Ukulele", ("", ""), true),
            capability("Song  writing", ("Making music", ""), false),
            capability("ukulele", ("", ""), false),
            capability("Planning", ("Working together", ""), false),
            capability("Beat making", ("making music", "Creu"), false),
        ];
        let framework = Framework { scale: None, all };
        assert!(framework.named("Ukulele").is_some_and(Capability::stands));
        assert_eq!(framework.named("SONGWRITING").map(|one| one.name.as_str()), Some("Song  writing"));
        assert!(framework.named("").is_none() && framework.named("drums").is_none());
        let areas = |language| {
            let areas = framework.by_area(framework.standing(), language);
            areas.into_iter().map(|(area, all)| (area, all.len())).collect::<Vec<_>>()
        };
        let told = |area: &str, count| (area.to_owned(), count);
        assert_eq!(areas(Language::English), [told("Making music", 2), told("Working together", 1), told("", 1)]);
        assert_eq!(areas(Language::Welsh)[0], told("Creu", 2));
    }
}
