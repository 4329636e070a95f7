//! Eligibility: the rules of who may take part, changed on the page with their effect shown before, and people who are let
//! in although they do not meet one. Start at [`RuleDraft`] and [`Effect::of`].

pub mod access;
pub mod change;
pub mod page;
pub mod store;
pub mod waive;

use kit::clock::Day;
use kit::error::Check;
use kit::{Message, Result, id};

use crate::application::Applicant;
use crate::mapping::is_private;
use crate::person::PersonId;
use crate::round::rules::{Alternative, Eligible, Role, Rules};

id! {
    /// A waiver's.
    pub WaiverId;
}

/// The longest note on a waiver, in characters.
pub const MOST_NOTE: usize = 500;
/// The longest rule in words, in characters.
pub const MOST_WORDS: usize = 500;
/// The most rules of a round.
pub const MOST_RULES: usize = 30;

/// Somebody who is let in although they do not meet a rule.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// Its id.
    pub id: WaiverId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Why.
    pub note: String,
    /// The name of who says so.
    pub made_by: String,
    /// Since when.
    pub made_on: Day,
}

/// A rule as it was typed.
#[derive(Clone, Debug)]
pub struct RuleDraft {
    /// Whom it is about.
    pub role: Role,
    /// The heading it reads.
    pub heading: String,
    /// The answers that are fine, parted by `;`. Empty: any answer.
    pub one_of: String,
    /// Other ways to meet it, one in each line: `heading: answer; answer`.
    pub or: String,
    /// The rule in words.
    pub words: String,
    /// The same in Welsh; may be empty.
    pub words_cy: String,
}

impl RuleDraft {
    /// The rule, when it can be read.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn rule(&self) -> Result<Eligible> {
        let lines = self.or.lines().map(str::trim).filter(|line| !line.is_empty());
        let or: Vec<Option<Alternative>> = lines.map(alternative).collect();
        let long = Message::new("form-too-long").with("most", MOST_WORDS);
        let protected = |heading: &str| Message::new("eligibility-protected").with("heading", heading);
        let in_or = or.iter().flatten().map(|one| one.heading.as_str()).find(|heading| is_private(heading));
        Check::default()
            .that(!kit::sheet::folded(&self.heading).is_empty(), "heading", "form-missing")
            .that(!is_private(&self.heading), "heading", protected(&self.heading))
            .that(or.iter().all(Option::is_some), "or", "eligibility-or-unreadable")
            .that(in_or.is_none(), "or", protected(in_or.unwrap_or_default()))
            .that((1..=MOST_WORDS).contains(&self.words.chars().count()), "words", "form-missing")
            .that(self.words_cy.chars().count() <= MOST_WORDS, "words_cy", long)
            .done()?;
        Ok(Eligible {
            role: self.role,
            heading: self.heading.clone(),
            one_of: parted(&self.one_of),
            or: or.into_iter().flatten().collect(),
            words: self.words.clone(),
            words_cy: self.words_cy.clone(),
        })
    }

    /// A rule as it would be typed.
    #[must_use]
    pub fn of(rule: &Eligible) -> RuleDraft {
        let line = |or: &Alternative| format!("{}: {}", or.heading, or.one_of.join("; "));
        RuleDraft {
            role: rule.role,
            heading: rule.heading.clone(),
            one_of: rule.one_of.join("; "),
            or: rule.or.iter().map(line).collect::<Vec<_>>().join("\n"),
            words: rule.words.clone(),
            words_cy: rule.words_cy.clone(),
        }
    }
}

fn alternative(line: &str) -> Option<Alternative> {
    let (heading, answers) = line.split_once(':')?;
    let (heading, one_of) = (heading.trim().to_owned(), parted(answers));
    (!heading.is_empty() && !one_of.is_empty()).then_some(Alternative { heading, one_of })
}

fn parted(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A change of the rules.
#[derive(Clone, Debug)]
pub enum Change {
    /// One more, after the others.
    Add(Eligible),
    /// The rule that stands here, and says this, becomes another.
    Replace(usize, String, Eligible),
    /// The rule that stands here, and says this, goes.
    Remove(usize, String),
}

impl Change {
    /// The rules after the change.
    ///
    /// # Errors
    /// `Conflict` when the rule is not there any more, or says something else by now, or there would be too many.
    pub fn applied(&self, rules: &Rules) -> Result<Rules> {
        let mut changed = rules.clone();
        let there = |at: usize, was: &str| match rules.eligible.get(at) {
            Some(rule) if rule.words == was => Ok(()),
            _ => Err(kit::Error::conflict("eligibility-changed-meanwhile")),
        };
        match self {
            Change::Add(_) if rules.eligible.len() >= MOST_RULES => {
                return Err(kit::Error::Conflict(Message::new("eligibility-too-many").with("most", MOST_RULES)));
            }
            Change::Add(rule) => changed.eligible.push(rule.clone()),
            Change::Replace(at, was, rule) => {
                there(*at, was)?;
                changed.eligible[*at] = rule.clone();
            }
            Change::Remove(at, was) => {
                there(*at, was)?;
                changed.eligible.remove(*at);
            }
        }
        Ok(changed)
    }
}

/// Who would become eligible, and who would not be any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Who would become eligible: name, and as what.
    pub come_in: Vec<(String, Role)>,
    /// Who would not be any more.
    pub fall_out: Vec<(String, Role)>,
}

impl Effect {
    /// What a change of rules does to those who applied.
    #[must_use]
    pub fn of(before: &Rules, after: &Rules, applicants: &[Applicant]) -> Effect {
        let mut effect = Effect::default();
        for one in applicants {
            match (one.is_eligible(before), one.is_eligible(after)) {
                (false, true) => effect.come_in.push((one.name.clone(), one.role)),
                (true, false) => effect.fall_out.push((one.name.clone(), one.role)),
                _ => {}
            }
        }
        effect
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::rules::Answers;

    fn draft(or: &str) -> RuleDraft {
        RuleDraft {
            role: Role::Mentee,
            heading: "head of service".into(),
            one_of: "yes; acting".into(),
            or: or.into(),
            words: "A mentee is a head of service.".into(),
            words_cy: String::new(),
        }
    }

    fn applicant(name: &str, answer: &str, waived: bool) -> Applicant {
        let answers: Answers = [(kit::sheet::folded("head of service"), answer.to_owned())].into();
        Applicant {
            person: PersonId(kit::id::Uuid::nil()),
            name: name.into(),
            job_title: String::new(),
            workplace: None,
            role: Role::Mentee,
            places: 1,
            answers,
            waived,
            entered_by: None,
        }
    }

    #[test]
    fn a_rule_is_read_and_typed_again() {
        let rule = draft("leads a project: yes; soon\n\n could apply : yes").rule().unwrap();
        assert_eq!(rule.one_of, ["yes", "acting"]);
        assert_eq!(rule.or[0].one_of, ["yes", "soon"]);
        assert_eq!((rule.or.len(), rule.or[1].heading.as_str()), (2, "could apply"));
        assert_eq!(RuleDraft::of(&rule).rule().unwrap(), rule);
        for wrong in ["no colon", "heading:", ": yes", "Any disabilities?: no"] {
            assert!(draft(wrong).rule().is_err(), "{wrong}");
        }
        let protected = RuleDraft { heading: "Disability".into(), ..draft("") };
        let Err(kit::Error::Invalid(problems)) = protected.rule() else { panic!("the law protects it") };
        assert_eq!((problems[0].field, problems[0].message.key), ("heading", "eligibility-protected"));
    }

    #[test]
    fn the_effect_is_who_comes_in_and_who_falls_out() {
        let (none, one) = (Rules::default(), Change::Add(draft("").rule().unwrap()));
        let after = one.applied(&none).unwrap();
        let people = [applicant("Ann", "yes", false), applicant("Bob", "no", false), applicant("Cy", "no", true)];
        let effect = Effect::of(&none, &after, &people);
        assert_eq!((effect.come_in.len(), effect.fall_out), (0, vec![("Bob".to_owned(), Role::Mentee)]));
        let back = Change::Remove(0, "A mentee is a head of service.".into()).applied(&after).unwrap();
        assert_eq!(Effect::of(&after, &back, &people).come_in, [("Bob".to_owned(), Role::Mentee)]);
        assert!(Change::Remove(0, "Other words.".into()).applied(&after).is_err());
        assert!(Change::Remove(1, "A mentee is a head of service.".into()).applied(&after).is_err());
    }
}
