//! Questions: what a round's form asks. Which headings, its rules say: a form asks what they read, and what the law
//! protects only for a purpose. In which words, and with which choices, its coordinator says. Start at [`asked`].

pub mod access;
pub mod page;
pub mod store;
pub mod word;

use kit::error::Check;
use kit::sheet::folded;
use kit::words::Language;
use kit::{Message, Result, id};
use serde::{Deserialize, Serialize};

use crate::mapping::is_private;
use crate::private_answer::MOST_PURPOSE;
use crate::round::rules::{Criterion, Role, Rules};

id! {
    /// A question's.
    pub QuestionId;
}

kit::named! {
    /// The part of a form that a question stands in, in order.
    pub enum Part {
        /// Whether they may take part.
        TakingPart = "taking-part",
        /// Whom they would go well with.
        Together = "together",
        /// What the law protects, for a purpose.
        Private = "private",
    }
}

/// The longest question, in characters.
pub const MOST_WORDS: usize = 500;
/// The most choices of a question.
pub const MOST_CHOICES: usize = 60;
/// The most characters of a choice, and of a heading.
pub const MOST_CHOICE: usize = 200;

/// Something that can be chosen: the word that rules read, and how it is said in Welsh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The word.
    pub word: String,
    /// The same in Welsh; empty: as it is.
    #[serde(default)]
    pub cy: String,
}

impl Choice {
    fn of(word: &str) -> Choice {
        Choice { word: word.trim().to_owned(), cy: String::new() }
    }

    /// How it is said in a language.
    #[must_use]
    pub fn said_in(&self, language: Language) -> &str {
        if language == Language::Welsh && !self.cy.is_empty() { &self.cy } else { &self.word }
    }
}

/// How a round asks for a heading, in its coordinator's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The heading, as rules know it.
    pub key: String,
    /// The heading, as it is written.
    pub heading: String,
    /// The question; empty: the heading is all.
    pub words: String,
    /// The same in Welsh.
    pub words_cy: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What the law protects is asked for this; empty for all else.
    pub purpose: String,
}

impl Worded {
    /// A heading about which nothing is said.
    #[must_use]
    pub fn plain(heading: &str) -> Worded {
        Worded {
            key: folded(heading),
            heading: heading.to_owned(),
            words: String::new(),
            words_cy: String::new(),
            choices: Vec::new(),
            purpose: String::new(),
        }
    }

    /// The question in a language: its words, or its heading as the beginning of a line.
    #[must_use]
    pub fn said_in(&self, language: Language) -> String {
        match (language, self.words.as_str(), self.words_cy.as_str()) {
            (Language::Welsh, _, words) if !words.is_empty() => words.to_owned(),
            (_, "", _) => capital(&self.heading),
            (_, words, _) => words.to_owned(),
        }
    }

    /// Checks it.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let long = |most: usize| Message::new("form-too-long").with("most", most);
        let fits = |one: &Choice| {
            let short = |text: &str| text.chars().count() <= MOST_CHOICE && !text.contains([';', ',']);
            short(&one.word) && one.cy.chars().count() <= MOST_CHOICE
        };
        Check::default()
            .that(!self.key.is_empty() && self.heading.chars().count() <= MOST_CHOICE, "heading", "form-missing")
            .that(self.words.chars().count() <= MOST_WORDS, "words", long(MOST_WORDS))
            .that(self.words_cy.chars().count() <= MOST_WORDS, "words_cy", long(MOST_WORDS))
            .that(
                self.choices.len() <= MOST_CHOICES,
                "choices",
                Message::new("question-choices-many").with("most", MOST_CHOICES),
            )
            .that(self.choices.iter().all(fits), "choices", "question-choice-odd")
            .that(self.purpose.chars().count() <= MOST_PURPOSE, "purpose", long(MOST_PURPOSE))
            .that(!is_private(&self.heading) || !self.purpose.is_empty(), "purpose", "question-needs-purpose")
            .done()
    }
}

fn capital(heading: &str) -> String {
    let mut letters = heading.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Choices as they are typed: one in each line, with its Welsh after `=`.
#[must_use]
pub fn choices(text: &str) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (word, cy) = line.split_once('=').unwrap_or((line, ""));
        let choice = Choice { word: word.trim().to_owned(), cy: cy.trim().to_owned() };
        if !choice.word.is_empty() && !found.iter().any(|one| alike(&one.word, &choice.word)) {
            found.push(choice);
        }
    }
    found
}

/// Choices as they would be typed.
#[must_use]
pub fn typed(choices: &[Choice]) -> String {
    let line = |one: &Choice| if one.cy.is_empty() { one.word.clone() } else { format!("{} = {}", one.word, one.cy) };
    choices.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether two answers are one to the rules.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// What a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A line.
    Line,
    /// One of its choices, and nothing else.
    OneOf,
    /// One of its choices, or something of their own.
    OneOrOther,
    /// Some of its choices, and more of their own, parted by `;`.
    Many,
}

/// A question as a form asks it.
#[derive(Clone, Debug)]
pub struct Question {
    /// Under which heading its answer is kept.
    pub key: String,
    /// The heading, as it is written.
    pub heading: String,
    /// Where it stands.
    pub part: Part,
    /// What it takes.
    pub takes: Takes,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// As it is asked.
    pub worded: Worded,
    /// Whether nobody misses an answer: another way to meet a rule, or what need not be said.
    pub optional: bool,
}

/// What a round's form asks who wants to be a mentor, or a mentee: each heading once, in the order of the rules.
#[must_use]
pub fn asked(rules: &Rules, role: Role, worded: &[Worded]) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    let mut add = |heading: &str, (part, optional): (Part, bool), takes: Takes, own: Vec<Choice>| {
        let key = folded(heading);
        if is_private(heading) || key.is_empty() || found.iter().any(|one| one.key == key) {
            return;
        }
        let mut worded = worded.iter().find(|one| one.key == key).cloned().unwrap_or_else(|| Worded::plain(heading));
        // What was asked for a purpose, and a rule reads since, is a question like any other now: it is matched by.
        worded.purpose.clear();
        let choices = joined(&own, &worded.choices);
        let takes = if choices.is_empty() && takes != Takes::Many { Takes::Line } else { takes };
        found.push(Question { key, heading: heading.to_owned(), part, takes, choices, worded, optional });
    };
    for rule in rules.eligible.iter().filter(|rule| rule.role == role) {
        let all = std::iter::once((&rule.heading, false)).chain(rule.or.iter().map(|or| (&or.heading, true)));
        for (heading, optional) in all {
            let own = words_of_rules(rules, heading);
            let takes = if yes_or_no(&own) { Takes::OneOf } else { Takes::OneOrOther };
            add(heading, (Part::TakingPart, optional), takes, own);
        }
    }
    for criterion in &rules.criteria {
        let heading = if role == Role::Mentor { criterion.headings().0 } else { criterion.headings().1 };
        let (takes, own) = match criterion {
            Criterion::Overlap { .. } => (Takes::Many, Vec::new()),
            Criterion::Ahead { ladder, .. } => (Takes::OneOf, ladder.iter().map(|rung| Choice::of(rung)).collect()),
            Criterion::Same { .. } | Criterion::Different { .. } => {
                let own = words_of_rules(rules, heading);
                (if yes_or_no(&own) { Takes::OneOf } else { Takes::OneOrOther }, own)
            }
        };
        add(heading, (Part::Together, false), takes, own);
    }
    for one in worded.iter().filter(|one| !one.purpose.is_empty()) {
        let takes = if one.choices.is_empty() { Takes::Line } else { Takes::OneOrOther };
        let (key, heading, choices) = (one.key.clone(), one.heading.clone(), one.choices.clone());
        let (part, worded) = (Part::Private, one.clone());
        if found.iter().any(|known| known.key == key) {
            continue;
        }
        found.push(Question { key, heading, part, takes, choices, worded, optional: true });
    }
    found
}

/// The words that rules name under a heading; with "no" beside a lone "yes".
fn words_of_rules(rules: &Rules, heading: &str) -> Vec<Choice> {
    let key = folded(heading);
    let own = rules.eligible.iter().filter(|rule| folded(&rule.heading) == key).flat_map(|rule| &rule.one_of);
    let or = rules.eligible.iter().flat_map(|rule| &rule.or).filter(|or| folded(&or.heading) == key);
    let words: Vec<Choice> = own.chain(or.flat_map(|or| &or.one_of)).map(|word| Choice::of(word)).collect();
    let words = joined(&words, &[]);
    match words.as_slice() {
        [only] if alike(&only.word, "yes") => vec![only.clone(), Choice::of("no")],
        _ => words,
    }
}

fn yes_or_no(choices: &[Choice]) -> bool {
    !choices.is_empty() && choices.iter().all(|one| alike(&one.word, "yes") || alike(&one.word, "no"))
}

/// Both, each word once; what is said of it in Welsh comes from either.
fn joined(own: &[Choice], more: &[Choice]) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    for choice in own.iter().chain(more).filter(|one| !one.word.is_empty()) {
        match all.iter_mut().find(|one| alike(&one.word, &choice.word)) {
            Some(there) if there.cy.is_empty() => there.cy.clone_from(&choice.cy),
            Some(_) => {}
            None => all.push(choice.clone()),
        }
    }
    all
}

/// The parts of a list: `listening; budgets`.
#[must_use]
pub fn parts(answer: &str) -> Vec<String> {
    answer.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// What people answered so far, to choose from: the most frequent first.
#[must_use]
pub fn said(answers: &[String]) -> Vec<Choice> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for part in answers.iter().flat_map(|answer| parts(answer)) {
        match counts.iter_mut().find(|(known, _)| alike(known, &part)) {
            Some((_, count)) => *count += 1,
            None => counts.push((part, 1)),
        }
    }
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.to_lowercase().cmp(&other.0.to_lowercase())));
    let short = counts.into_iter().filter(|(word, _)| word.chars().count() <= MOST_CHOICE);
    short.take(MOST_CHOICES).map(|(word, _)| Choice { word, cy: String::new() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::rules::{Alternative, Eligible, Weight};

    fn rules() -> Rules {
        let eligible = |role, heading: &str, one_of: &[&str], or: Vec<Alternative>| Eligible {
            role,
            heading: heading.into(),
            one_of: one_of.iter().map(|word| (*word).to_owned()).collect(),
            or,
            words: "Words.".into(),
            words_cy: String::new(),
        };
        let or = vec![Alternative { heading: "leads a project".into(), one_of: vec!["yes".into()] }];
        Rules {
            eligible: vec![
                eligible(Role::Mentee, "Head of service", &["yes"], or),
                eligible(Role::Mentee, "nation", &["England", "Wales"], vec![]),
                eligible(Role::Mentee, "religion", &["any"], vec![]),
            ],
            criteria: vec![
                Criterion::Overlap { offers: "offers".into(), wants: "wants".into(), weight: Weight::of(1) },
                Criterion::Same { heading: "nation".into(), weight: Weight::of(1) },
                Criterion::Ahead {
                    heading: "experience".into(),
                    ladder: vec!["little".into(), "much".into()],
                    least: 1,
                    most: 1,
                    weight: Weight::of(1),
                },
            ],
            ..Rules::default()
        }
    }

    fn told(questions: &[Question]) -> Vec<(&str, Takes, usize)> {
        questions.iter().map(|one| (one.key.as_str(), one.takes, one.choices.len())).collect()
    }

    #[test]
    fn a_form_asks_what_the_rules_read_and_nothing_else() {
        let mentee = asked(&rules(), Role::Mentee, &[]);
        let expected = [
            ("headofservice", Takes::OneOf, 2),
            ("leadsaproject", Takes::OneOf, 2),
            ("nation", Takes::OneOrOther, 2),
            ("wants", Takes::Many, 0),
            ("experience", Takes::OneOf, 2),
        ];
        assert_eq!(told(&mentee), expected, "and nothing that the law protects");
        let mentor = asked(&rules(), Role::Mentor, &[]);
        let expected = [("offers", Takes::Many, 0), ("nation", Takes::OneOrOther, 2), ("experience", Takes::OneOf, 2)];
        assert_eq!(told(&mentor), expected);
        assert_eq!(mentor[0].worded.said_in(Language::Welsh), "Offers");
    }

    #[test]
    fn it_asks_in_the_words_of_its_coordinator_and_the_protected_only_for_a_purpose() {
        let wants = Worded {
            words: "What would you like help with?".into(),
            choices: choices("budgets = cyllidebau\nlistening\n\nBudgets"),
            ..Worded::plain("wants")
        };
        let health = Worded { purpose: "To find a room with step-free access.".into(), ..Worded::plain("health") };
        let asked = asked(&rules(), Role::Mentee, &[wants, health]);
        let wants = asked.iter().find(|one| one.key == "wants").unwrap();
        assert_eq!(wants.worded.said_in(Language::Welsh), "What would you like help with?");
        assert_eq!(
            wants.choices.iter().map(|one| one.said_in(Language::Welsh)).collect::<Vec<_>>(),
            ["cyllidebau", "listening"]
        );
        assert_eq!(asked.last().map(|one| (one.key.as_str(), one.part)), Some(("health", Part::Private)));
        assert!(Worded::plain("health").check().is_err(), "nobody asks for health without saying why");
        assert!(Worded { purpose: "A lift.".into(), ..Worded::plain("health") }.check().is_ok());
        let odd =
            |choices: &str| Worded { choices: super::choices(choices), ..Worded::plain("wants") }.check().is_err();
        assert!(odd("budgets; plans") && odd(&"a".repeat(201)) && !odd("budgets = cyllidebau; cynlluniau"));
        assert_eq!(typed(&choices("a = b\nc")), "a = b\nc");
    }

    #[test]
    fn what_people_said_so_far_stands_once_the_most_frequent_first() {
        let long = "a".repeat(MOST_CHOICE + 1);
        let answers = ["pay; listening; budgets", "Listening", "listening, pay", "", &long].map(str::to_owned);
        let said: Vec<String> = said(&answers).into_iter().map(|one| one.word).collect();
        assert_eq!(said, ["listening", "pay", "budgets"]);
    }

    #[test]
    fn what_was_asked_for_a_purpose_and_a_rule_reads_since_is_asked_once_and_matched_by() {
        let nation = Worded { purpose: "To send a map.".into(), ..Worded::plain("nation") };
        let asked = asked(&rules(), Role::Mentee, &[nation]);
        let of_it: Vec<&Question> = asked.iter().filter(|one| one.key == "nation").collect();
        assert_eq!(of_it.len(), 1, "asked once");
        let mut draft = crate::call::Draft::default();
        draft.set(of_it[0], "Wales".into());
        assert!(draft.private.is_empty(), "what rules read is not locked away from them");
        assert_eq!(draft.asked_only(&asked).answers.get("nation").map(String::as_str), Some("Wales"));
    }
}
