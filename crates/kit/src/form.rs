//! Forms: a field is declared once, and drives the page, the check and what is said about both.
//!
//! Words follow from names: field `minutes` of form `session` is labelled `session-minutes`, hinted
//! `session-minutes.hint` (when the files have one), and its option `online` is `session-way-online`.

use std::collections::BTreeMap;

use askama::Template;

use crate::clock::Day;
use crate::error::{Error, Message, Problem, Result};
use crate::words::Say;

/// A form: its name in the translation files, and its fields.
#[derive(Debug)]
pub struct Spec {
    /// Prefix of its keys.
    pub name: &'static str,
    /// Its fields, in the order asked.
    pub fields: &'static [Field],
}

/// One field.
#[derive(Debug)]
pub struct Field {
    /// Its name in the page, in problems, in the translation files.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
}

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// One line of text of at most so many characters.
    Line {
        /// Most characters.
        most: usize,
        /// May be left empty.
        optional: bool,
    },
    /// Some lines of text of at most so many characters.
    Prose(usize),
    /// A mail address.
    Address,
    /// Six digits that somebody was sent, or reads in an app.
    Code,
    /// The same, or a longer code with letters, from paper.
    AnyCode,
    /// A whole number within limits.
    Whole {
        /// The least taken.
        least: i64,
        /// The most taken.
        most: i64,
    },
    /// A day, as three boxes.
    Day,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A file, with the endings a browser should offer.
    File(&'static str),
}

/// What was typed, field by field, kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed(BTreeMap<String, String>);

impl Typed {
    /// Takes the pairs of a posted form.
    ///
    /// # Errors
    /// `Invalid` when a name stands twice (nobody's browser does that, and readers would differ), or a text holds NUL.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Result<Typed> {
        let mut typed = BTreeMap::new();
        for (name, text) in pairs {
            if text.contains('\0') {
                return Err(Error::invalid("", "error-request"));
            }
            if typed.insert(name, text).is_some() {
                return Err(Error::invalid("", "error-request"));
            }
        }
        Ok(Typed(typed))
    }

    /// What was typed into `name`, trimmed; empty when nothing was.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Whether the form had this field, empty or not.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Puts `text` into a field, as if it had been typed.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl ToString) -> Typed {
        self.0.insert(name.to_owned(), text.to_string());
        self
    }

    /// Puts a day into the three boxes of a field.
    #[must_use]
    pub fn with_day(self, name: &str, day: Day) -> Typed {
        self.with(&format!("{name}-day"), day.day())
            .with(&format!("{name}-month"), day.month())
            .with(&format!("{name}-year"), day.year())
    }
}

/// Reads typed text into values, gathering one problem per field.
pub struct Reader<'t> {
    spec: &'static Spec,
    typed: &'t Typed,
    problems: Vec<Problem>,
}

impl Spec {
    /// Begins reading what was typed into this form.
    #[must_use]
    pub fn read<'t>(&'static self, typed: &'t Typed) -> Reader<'t> {
        Reader { spec: self, typed, problems: Vec::new() }
    }

    fn field(&self, name: &str) -> Option<&'static Field> {
        let fields: &'static [Field] = self.fields;
        fields.iter().find(|field| field.name == name)
    }
}

impl Reader<'_> {
    /// A line of text; empty when there is a problem with it.
    pub fn line(&mut self, name: &'static str) -> String {
        let (most, optional) = match self.spec.field(name).map(|f| f.takes) {
            Some(Takes::Line { most, optional }) => (most, optional),
            _ => (254, false),
        };
        match self.typed.text(name) {
            "" if optional => String::new(),
            text => self.written(name, text.to_owned(), most, char::is_control),
        }
    }

    /// Text of several lines, each ended as here and not as browsers do; empty when there is a problem with it.
    pub fn prose(&mut self, name: &'static str) -> String {
        let text = self.typed.text(name).replace("\r\n", "\n").replace('\r', "\n");
        let Some(Takes::Prose(most)) = self.spec.field(name).map(|f| f.takes) else { return String::new() };
        self.written(name, text, most, |c| c.is_control() && c != '\n')
    }

    /// The same, where it is fine to type nothing.
    pub fn prose_if_any(&mut self, name: &'static str) -> String {
        if self.typed.text(name).is_empty() { String::new() } else { self.prose(name) }
    }

    fn written(&mut self, name: &'static str, text: String, most: usize, is_odd: fn(char) -> bool) -> String {
        if text.is_empty() {
            self.problem(name, Message::new("form-missing"));
        } else if text.chars().count() > most {
            self.problem(name, Message::new("form-too-long").with("most", most));
        } else if text.chars().any(is_odd) {
            self.problem(name, Message::new("form-control-characters"));
        }
        text
    }

    /// A mail address; empty when there is a problem with it.
    pub fn address(&mut self, name: &'static str) -> String {
        let text = self.line(name);
        if !text.is_empty() && !looks_like_address(&text) {
            self.problem(name, Message::new("form-address"));
        }
        text.to_lowercase()
    }

    /// A whole number within the field's limits; the least when there is a problem with it.
    pub fn whole(&mut self, name: &'static str) -> i64 {
        let Some(Takes::Whole { least, most }) = self.spec.field(name).map(|f| f.takes) else { return 0 };
        match self.typed.text(name).parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => return number,
            _ => self.problem(name, Message::new("form-whole").with("least", least).with("most", most)),
        }
        least
    }

    /// A day; the first of 1970 when there is a problem with it.
    pub fn day(&mut self, name: &'static str) -> Day {
        let part = |which: &str| self.typed.text(&format!("{name}-{which}")).parse::<i16>().ok();
        let narrow = |part: Option<i16>| part.and_then(|p| i8::try_from(p).ok());
        let day = match (part("year"), narrow(part("month")), narrow(part("day"))) {
            // Two digits are a year of long ago to a calendar, and a slip to everybody else.
            (Some(year @ 1900..2200), Some(month), Some(day)) => Day::new(year, month, day).ok(),
            _ => None,
        };
        day.unwrap_or_else(|| {
            self.problem(name, Message::new("form-date"));
            jiff::civil::date(1970, 1, 1)
        })
    }

    /// One of the field's words; none when there is a problem with it.
    pub fn choice<T: std::str::FromStr>(&mut self, name: &'static str) -> Option<T> {
        let chosen = self.typed.text(name).parse().ok();
        if chosen.is_none() {
            self.problem(name, Message::new("form-choice"));
        }
        chosen
    }

    /// `Ok` when every field could be read, else all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn done(self) -> Result<()> {
        if self.problems.is_empty() { Ok(()) } else { Err(Error::Invalid(self.problems)) }
    }

    fn problem(&mut self, field: &'static str, message: Message) {
        if !self.problems.iter().any(|p| p.field == field) {
            self.problems.push(Problem { field, message });
        }
    }
}

/// Whether a text can be a mail address: one `@`, something before it, a dotted host after it, no spaces.
#[must_use]
pub fn looks_like_address(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let no_odd = |c: char| !c.is_whitespace() && !c.is_control() && !"<>(),;:\"[]\\@".contains(c);
    text.len() <= 254
        && !local.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && local.chars().all(no_odd)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !text.contains("..")
        && host.split('.').all(is_label)
}

/// Whether a text can be a part of a host's name (RFC 1123).
fn is_label(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (1..=63).contains(&text.len()) && text.chars().all(inner) && !text.starts_with('-') && !text.ends_with('-')
}

/// A form on a page: what was typed, and what is wrong with it.
pub struct Form {
    spec: &'static Spec,
    say: Say,
    typed: Typed,
    problems: Vec<Problem>,
    seen: BTreeMap<&'static str, String>,
}

impl Form {
    /// A form with these texts in its fields.
    #[must_use]
    pub fn new(spec: &'static Spec, say: Say, typed: Typed) -> Form {
        Form { spec, say, typed, problems: Vec::new(), seen: BTreeMap::new() }
    }

    /// The same form, with what is wrong.
    #[must_use]
    pub fn with_problems(mut self, problems: Vec<Problem>) -> Form {
        self.problems = problems;
        self
    }

    /// The same form, saying beside these fields who will see what is written there: in full beside the first of them,
    /// in short beside those that follow.
    #[must_use]
    pub fn seen_by(mut self, fields: &[&'static str], who: &str) -> Form {
        self.seen.extend(fields.iter().map(|field| (*field, who.to_owned())));
        self
    }

    /// Whether something is wrong.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    /// The summary of what is wrong, at the top of the page; nothing when all is well.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary { heading: self.say.t("form-problems").into_owned(), problems: self.wrong() }
    }

    /// What is wrong, line by line: where a box stands, and the words.
    #[must_use]
    pub fn wrong(&self) -> Vec<(String, String)> {
        let first_box = |field: &'static str| match self.spec.field(field).map(|f| f.takes) {
            Some(Takes::Day) => format!("{field}-day"),
            Some(Takes::Choice(words)) => format!("{field}-{}", words.first().unwrap_or(&"")),
            _ => field.to_owned(),
        };
        self.problems.iter().map(|p| (first_box(p.field), self.labelled(p))).collect()
    }

    /// A problem with its field's label before it, as the summary lists it.
    fn labelled(&self, problem: &Problem) -> String {
        let words = self.say.message(&problem.message);
        match self.spec.field(problem.field) {
            Some(field) => {
                format!("{}: {words}", self.say.t(&format!("{}-{}", self.spec.name, field.name)).trim_end_matches('?'))
            }
            None => words,
        }
    }

    /// A field with its label, hint, problem and text.
    ///
    /// # Panics
    /// Never: a field that the form does not have shows nothing, and a test of all forms finds it.
    #[must_use]
    pub fn field(&self, name: &str) -> FieldView {
        let key = format!("{}-{name}", self.spec.name);
        let hint = format!("{key}.hint");
        let takes = self.spec.field(name).map_or(Takes::Line { most: 0, optional: true }, |f| f.takes);
        FieldView {
            label: self.say.t(&key).into_owned(),
            hint: if self.say.knows(&hint) { self.say.t(&hint).into_owned() } else { String::new() },
            problem: self
                .problems
                .iter()
                .find(|p| p.field == name)
                .map(|p| self.say.message(&p.message))
                .unwrap_or_default(),
            shape: self.shape(name, &key, takes),
            seen: self.seen_words(name),
            name: name.to_owned(),
        }
    }

    /// Who sees what is written there, in words; short where the field before it said the same.
    fn seen_words(&self, name: &str) -> String {
        let Some(who) = self.seen.get(name) else { return String::new() };
        let before = self.spec.fields.iter().take_while(|field| field.name != name);
        let said = before.filter_map(|field| self.seen.get(field.name)).last();
        if said == Some(who) { self.say.t("form-seen-the-same").into_owned() } else { who.clone() }
    }

    fn shape(&self, name: &str, key: &str, takes: Takes) -> Shape {
        let text = self.typed.text(name).to_owned();
        match takes {
            Takes::Line { .. } => Shape::Line { text, kind: "text", mode: "", autocomplete: "" },
            Takes::Prose(_) => Shape::Prose { text },
            Takes::Address => Shape::Line { text, kind: "email", mode: "", autocomplete: "email" },
            Takes::Code => Shape::Line { text, kind: "text", mode: "numeric", autocomplete: "one-time-code" },
            Takes::AnyCode => Shape::Line { text, kind: "text", mode: "", autocomplete: "one-time-code" },
            Takes::Whole { most, .. } => {
                Shape::Line { text, kind: "text", mode: if most >= 0 { "numeric" } else { "" }, autocomplete: "" }
            }
            Takes::Day => Shape::Day {
                parts: ["day", "month", "year"].map(|part| {
                    (
                        part,
                        self.say.t(&format!("form-{part}")).into_owned(),
                        self.typed.text(&format!("{name}-{part}")).to_owned(),
                    )
                }),
            },
            Takes::Choice(words) => Shape::Choice {
                options: words
                    .iter()
                    .map(|word| (*word, self.say.t(&format!("{key}-{word}")).into_owned(), text == *word))
                    .collect(),
            },
            Takes::File(endings) => Shape::File { endings },
        }
    }
}

enum Shape {
    Line { text: String, kind: &'static str, mode: &'static str, autocomplete: &'static str },
    Prose { text: String },
    Day { parts: [(&'static str, String, String); 3] },
    Choice { options: Vec<(&'static str, String, bool)> },
    File { endings: &'static str },
}

/// One field, ready to stand in a page.
#[derive(Template)]
#[template(path = "field.html")]
pub struct FieldView {
    name: String,
    label: String,
    hint: String,
    /// Who will see what is written there.
    seen: String,
    problem: String,
    shape: Shape,
}

impl FieldView {
    /// The ids of what describes the field: its hint, who sees it, its problem.
    fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let problem = (!self.problem.is_empty()).then(|| format!("{}-problem", self.name));
        let seen = (!self.seen.is_empty()).then(|| format!("{}-who", self.name));
        hint.into_iter().chain(seen).chain(problem).collect::<Vec<_>>().join(" ")
    }
}

/// What is wrong, ready to stand at the top of a page.
#[derive(Template)]
#[template(path = "problems.html")]
pub struct Summary {
    heading: String,
    problems: Vec<(String, String)>,
}

// Both are templates that escaped their own texts.
impl askama::filters::HtmlSafe for FieldView {}
impl askama::filters::HtmlSafe for Summary {}

#[cfg(test)]
mod tests;
