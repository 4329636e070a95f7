//! A question on a form: how it stands there with what was answered, and how an answer is read.

use askama::Template;
use kit::Message;
use kit::form::Typed;
use kit::words::Say;

use crate::entry::application::MOST_ANSWER;
use crate::question::{Choice, Question, Takes, alike, parts};

/// A question, ready to stand in a form.
#[derive(Template)]
#[template(path = "call/question.html")]
pub struct Asked {
    name: String,
    label: String,
    hint: String,
    who: String,
    problem: String,
    say: Say,
    takes: Takes,
    /// The choices: place, word, as it is said, whether it is chosen.
    options: Vec<(usize, String, String, bool)>,
    /// What stands in the line: the answer, or what is none of the choices.
    text: String,
}

// A template that escaped its own texts.
impl askama::filters::HtmlSafe for Asked {}

impl Asked {
    /// A question with its answer, who will see that, and what is wrong with it.
    #[must_use]
    pub fn of(say: Say, question: &Question, answer: &str, who: &str, problem: Option<&Message>) -> Asked {
        let is_line = question.choices.is_empty();
        let said = if question.takes == Takes::Many { parts(answer) } else { vec![answer.to_owned()] };
        let is_chosen = |choice: &Choice| said.iter().any(|part| alike(part, &choice.word));
        let options = question.choices.iter().enumerate();
        let options = options.map(|(at, one)| (at, one.word.clone(), word_said(say, one), is_chosen(one))).collect();
        let own = said.iter().filter(|part| !question.choices.iter().any(|one| alike(part, &one.word)));
        let own = own.cloned().collect::<Vec<_>>().join("; ");
        let key = match question.takes {
            Takes::Many if is_line => "call-hint-list",
            Takes::Many => "call-hint-many",
            _ => "",
        };
        Asked {
            name: name(question),
            label: question.worded.said_in(say.language),
            hint: if key.is_empty() { String::new() } else { say.t(key).into_owned() },
            who: who.to_owned(),
            problem: problem.map(|message| say.message(message)).unwrap_or_default(),
            takes: if is_line { Takes::Line } else { question.takes },
            say,
            options,
            text: if is_line { answer.to_owned() } else { own },
        }
    }

    /// What it is called in a summary of problems.
    #[must_use]
    pub fn label(&self) -> &str {
        self.label.trim_end_matches('?')
    }

    /// Where a summary of problems leads.
    #[must_use]
    pub fn first_box(&self) -> String {
        if self.options.is_empty() { self.name.clone() } else { format!("{}-0", self.name) }
    }

    /// What is wrong with it.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }
}

/// The name of a question's field.
#[must_use]
pub fn name(question: &Question) -> String {
    format!("answer-{}", question.key)
}

/// What was typed as the answer to a question.
#[must_use]
pub fn read(question: &Question, typed: &Typed) -> String {
    let name = name(question);
    let chosen = |word: &str| question.choices.iter().find(|one| alike(&one.word, word)).map(|one| one.word.clone());
    match question.takes {
        _ if question.choices.is_empty() => typed.text(&name).to_owned(),
        Takes::Many => {
            let ticked = (0..question.choices.len()).filter_map(|at| chosen(typed.text(&format!("{name}-{at}"))));
            let more = parts(typed.text(&format!("{name}-other")));
            let mut all: Vec<String> = Vec::new();
            for part in ticked.chain(more) {
                if !all.iter().any(|known| alike(known, &part)) {
                    all.push(part);
                }
            }
            all.join("; ")
        }
        Takes::OneOrOther if !typed.text(&format!("{name}-other")).is_empty() => {
            typed.text(&format!("{name}-other")).to_owned()
        }
        Takes::Line | Takes::OneOf | Takes::OneOrOther => chosen(typed.text(&name)).unwrap_or_default(),
    }
}

/// What is wrong with an answer, if anything.
#[must_use]
pub fn wrong(answer: &str) -> Option<Message> {
    if answer.chars().count() > MOST_ANSWER {
        return Some(Message::new("form-too-long").with("most", MOST_ANSWER));
    }
    answer.chars().any(char::is_control).then(|| Message::new("form-control-characters"))
}

/// An answer in the reader's language, where its choices are.
#[must_use]
pub fn said(say: Say, question: &Question, answer: &str) -> String {
    let one = |part: &str| {
        let choice = question.choices.iter().find(|one| alike(&one.word, part));
        choice.map_or_else(|| part.to_owned(), |choice| word_said(say, choice))
    };
    match question.takes {
        Takes::Many => parts(answer).iter().map(|part| one(part)).collect::<Vec<_>>().join("; "),
        Takes::Line | Takes::OneOf | Takes::OneOrOther => one(answer),
    }
}

/// A choice in the reader's language: a yes and a no are said in every one.
fn word_said(say: Say, choice: &Choice) -> String {
    match choice.word.to_lowercase().as_str() {
        "yes" if choice.cy.is_empty() => say.t("call-yes").into_owned(),
        "no" if choice.cy.is_empty() => say.t("call-no").into_owned(),
        _ => choice.said_in(say.language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::{Part, Worded, choices};

    fn question(takes: Takes, lines: &str) -> Question {
        let worded = Worded::plain("wants");
        let (key, heading, choices) = (worded.key.clone(), worded.heading.clone(), choices(lines));
        Question { key, heading, part: Part::Together, takes, choices, worded, optional: false }
    }

    #[test]
    fn an_answer_is_read_from_boxes_and_lines() {
        let many = question(Takes::Many, "budgets\nlistening");
        let typed = Typed::default().with("answer-wants-1", "listening").with("answer-wants-other", "pay; Listening");
        assert_eq!(read(&many, &typed), "listening; pay");
        assert_eq!(read(&many, &Typed::default().with("answer-wants-0", "nothing of ours")), "");
        let one = question(Takes::OneOf, "yes\nno");
        assert_eq!(read(&one, &Typed::default().with("answer-wants", "Yes")), "yes");
        assert_eq!(read(&one, &Typed::default().with("answer-wants", "perhaps")), "");
        let other = question(Takes::OneOrOther, "Wales");
        let typed = Typed::default().with("answer-wants", "Wales").with("answer-wants-other", "Scotland");
        assert_eq!(read(&other, &typed), "Scotland");
        assert_eq!(read(&question(Takes::Many, ""), &Typed::default().with("answer-wants", "a; b")), "a; b");
    }
}
