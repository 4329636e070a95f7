//! Languages: Fluent files, loaded once, spoken through a [`Say`].

use std::borrow::Cow;
use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::{Error, Gap, Message, Result};

crate::named! {
    /// A language Duet speaks.
    pub enum Language {
        /// English, as written in Britain.
        English = "en",
        /// Welsh.
        Welsh = "cy",
    }
}

impl Language {
    /// The language's own name for itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Welsh => "Cymraeg",
        }
    }

    /// The first language of an `Accept-Language` header that is spoken here; else English.
    #[must_use]
    pub fn accepted(header: &str) -> Language {
        header
            .split(',')
            .filter_map(|range| range.trim().split(['-', ';']).next())
            .find_map(|tag| tag.parse().ok())
            .unwrap_or(Language::English)
    }
}

/// Every language's words.
pub struct Words {
    bundles: Vec<(Language, FluentBundle<FluentResource>)>,
}

impl Words {
    /// Loads the texts of each language's files.
    ///
    /// # Errors
    /// `Internal` when a file is not Fluent, or a key stands twice.
    pub fn load(files: &[(Language, &str)]) -> Result<Words> {
        let mut bundles = Vec::new();
        for &language in Language::ALL {
            let id: unic_langid::LanguageIdentifier = language.as_str().parse().map_err(Error::internal)?;
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Isolation marks would stand around every number and name (U+2068, U+2069).
            bundle.set_use_isolating(false);
            for (_, text) in files.iter().filter(|(of, _)| *of == language) {
                let resource = FluentResource::try_new((*text).to_owned())
                    .map_err(|(_, faults)| Error::internal(format!("{language}: {faults:?}")))?;
                bundle.add_resource(resource).map_err(|faults| Error::internal(format!("{language}: {faults:?}")))?;
            }
            bundles.push((language, bundle));
        }
        Ok(Words { bundles })
    }

    /// Speaks `language`.
    #[must_use]
    pub fn say(&'static self, language: Language) -> Say {
        Say { words: self, language }
    }

    fn bundle(&self, language: Language) -> Option<&FluentBundle<FluentResource>> {
        self.bundles.iter().find(|(of, _)| *of == language).map(|(_, bundle)| bundle)
    }
}

/// Says things in one language. Copied into every page.
#[derive(Clone, Copy)]
pub struct Say {
    words: &'static Words,
    /// The language spoken.
    pub language: Language,
}

impl Say {
    /// The words for `key` (`name` or `name.attribute`). A key that no file has is said as it is; a
    /// test keeps the files complete.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.fill(key, None)
    }

    /// The words for `key` with one gap filled.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Gap>) -> String {
        self.with(key, vec![(name, value.into())])
    }

    /// The words for `key` with two gaps filled.
    #[must_use]
    pub fn t2(
        &self,
        key: &str,
        name: &'static str,
        value: impl Into<Gap>,
        name2: &'static str,
        value2: impl Into<Gap>,
    ) -> String {
        self.with(key, vec![(name, value.into()), (name2, value2.into())])
    }

    /// The words of a message.
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        self.with(message.key, message.gaps.clone())
    }

    /// Whether any file has words for `key`.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.words.bundle(self.language).is_some_and(|bundle| formatted(bundle, key, None).is_some())
    }

    /// A day as people write it: `3 March 2027`.
    #[must_use]
    pub fn day(&self, day: impl std::borrow::Borrow<crate::clock::Day>) -> String {
        let day = day.borrow();
        format!("{} {} {}", day.day(), self.month(day.month()), day.year())
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub fn month(&self, month: i8) -> &'static str {
        const ENGLISH: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const WELSH: [&str; 12] = [
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr",
        ];
        let names = if self.language == Language::Welsh { WELSH } else { ENGLISH };
        usize::try_from(month - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or("")
    }

    fn with(&self, key: &str, gaps: Vec<(&'static str, Gap)>) -> String {
        let args: FluentArgs<'static> = gaps.into_iter().map(|(name, gap)| (name, self.spoken(gap))).collect();
        self.fill(key, Some(&args)).into_owned()
    }

    fn spoken(&self, gap: Gap) -> FluentValue<'static> {
        match gap {
            Gap::Number(number) => FluentValue::from(number),
            Gap::Text(text) => FluentValue::from(text),
            Gap::Words(message) => FluentValue::from(self.message(&message)),
        }
    }

    fn fill(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let spoken = [self.language, Language::English]
            .into_iter()
            .find_map(|language| formatted(self.words.bundle(language)?, key, args));
        spoken.map_or_else(|| Cow::Owned(key.to_owned()), Cow::Owned)
    }
}

fn formatted(bundle: &FluentBundle<FluentResource>, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = match key.split_once('.') {
        Some((name, attribute)) => bundle.get_message(name)?.get_attribute(attribute)?.value(),
        None => bundle.get_message(key)?.value()?,
    };
    Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}

/// The keys of a file (`name`, `name.attribute`), each with the gaps (`$name`) its text has: what the
/// test of complete translations compares.
#[must_use]
pub fn keys(text: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut name = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let start = line.trim_start();
        if let Some((left, _)) = line.split_once('=').filter(|(left, _)| is_identifier(left.trim_end())) {
            name = left.trim().to_owned();
            found.push((name.clone(), BTreeSet::new()));
        } else if let Some((left, _)) = start.split_once('=').filter(|(left, _)| left.starts_with('.')) {
            found.push((format!("{name}{}", left.trim()), BTreeSet::new()));
        }
        if let Some((_, gaps)) = found.last_mut() {
            gaps.extend(
                line.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect()),
            );
        }
    }
    found.into_iter().collect()
}

fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> &'static Words {
        let english =
            "hours = { $count ->\n    [one] one hour\n   *[other] { $count } hours\n }\n    .hint = Round up\n";
        let welsh = "hours = { $count ->\n    [zero] dim awr\n    [two] dwy awr\n   *[other] { $count } awr\n }\n";
        Box::leak(Box::new(Words::load(&[(Language::English, english), (Language::Welsh, welsh)]).unwrap()))
    }

    #[test]
    fn plurals_follow_each_language() {
        assert_eq!(words().say(Language::English).t1("hours", "count", 1), "one hour");
        assert_eq!(words().say(Language::Welsh).t1("hours", "count", 2), "dwy awr");
        assert_eq!(words().say(Language::Welsh).t1("hours", "count", 0), "dim awr");
    }

    #[test]
    fn a_missing_welsh_key_falls_back_to_english_then_to_itself() {
        assert_eq!(words().say(Language::Welsh).t("hours.hint"), "Round up");
        assert_eq!(words().say(Language::Welsh).t("nowhere"), "nowhere");
    }

    #[test]
    fn browsers_are_answered_in_their_first_language_spoken_here() {
        assert_eq!(Language::accepted("fr-FR,cy;q=0.8,en;q=0.5"), Language::Welsh);
        assert_eq!(Language::accepted(""), Language::English);
    }

    #[test]
    fn keys_know_their_gaps() {
        let found = keys("a = Hi { $who }\n    .hint = { $n } left\nb =\n    text\n");
        let names: Vec<_> = found.iter().map(|(k, g)| (k.as_str(), g.len())).collect();
        assert_eq!(names, [("a", 1), ("a.hint", 1), ("b", 0)]);
    }
}
