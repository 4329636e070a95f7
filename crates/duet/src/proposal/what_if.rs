//! What if the rules were others? The page's form is a draft of rules, and nothing of it is kept until somebody says so.
//! Start at [`Draft::read`].

pub mod keep;
pub mod page;

use kit::{Message, Problem};

use kit::form::Typed;
use kit::sheet::folded;

use super::quick::Quick;
use crate::mapping::is_private;
use crate::round::rules::{Criterion, First, Percent, Rules, Weight};

/// The most criteria there may be for one more to be added.
pub const MOST: usize = 24;

/// Rules as the form has them: criteria that count nothing are still in it, so that they can be given weight again.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The rules, with every criterion of the form.
    rules: Rules,
}

impl Draft {
    /// Reads a form over the rules that stand; one that was not filled in says just them. Who may take part is not in it.
    /// What cannot be read is told, and stays as it stands.
    #[must_use]
    pub fn read(typed: &Typed, now: &Rules) -> (Draft, Vec<Problem>) {
        let mut problems = Vec::new();
        let Ok(first) = typed.text("first").parse::<First>() else { return (Draft { rules: now.clone() }, problems) };
        let mut rules = Rules { first, criteria: Vec::new(), eligible: now.eligible.clone(), ..*now };
        rules.different_workplace = typed.text("different_workplace") == "yes";
        rules.earlier_pairs = typed.text("earlier_pairs") == "yes";
        match typed.text("least_fit").parse() {
            Ok(fit @ 0..=100) => rules.least_fit = Percent(fit),
            _ => problems.push(problem("least_fit", "what-if-least-fit")),
        }
        for at in 0.. {
            let written = typed.text(&format!("criterion-{at}"));
            if written.is_empty() {
                break;
            }
            let Ok(criterion) = serde_json::from_str::<Criterion>(written) else {
                problems.push(problem("weights", "error-request"));
                continue;
            };
            if let Some(problem) = protected("weights", &criterion) {
                problems.push(problem);
                continue;
            }
            let weight = typed.text(&format!("weight-{at}")).parse::<Weight>();
            let weight = weight.unwrap_or_else(|key| {
                problems.push(problem("weights", key));
                criterion.weight()
            });
            rules.criteria.push(criterion.weighing(weight));
        }
        match added(typed) {
            Ok(Some(one)) if rules.criteria.iter().any(|other| is_alike(&one, other)) => {
                problems.push(problem("add", "what-if-add-twice"));
            }
            Ok(Some(one)) if protected("add", &one).is_some() => problems.extend(protected("add", &one)),
            Ok(Some(_)) if rules.criteria.len() >= MOST => problems.push(problem("add", "what-if-add-many")),
            Ok(one) => rules.criteria.extend(one),
            Err(key) => problems.push(problem("add", key)),
        }
        (Draft { rules }, problems)
    }

    /// The rules to go by: without what counts nothing.
    #[must_use]
    pub fn rules(&self) -> Rules {
        let mut rules = self.rules.clone();
        rules.criteria.retain(|criterion| criterion.weight().thousandths() > 0);
        rules
    }

    /// Every criterion of the form.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.rules.criteria
    }
}

fn problem(field: &'static str, key: &'static str) -> Problem {
    Problem { field, message: Message::new(key) }
}

/// What is said when a criterion reads what the law protects: nobody is matched by that, whatever a form says.
fn protected(field: &'static str, criterion: &Criterion) -> Option<Problem> {
    let (mentors, mentees) = criterion.headings();
    let heading = [mentors, mentees].into_iter().find(|heading| is_private(heading))?;
    Some(Problem { field, message: Message::new("sheet-column-protected").with("heading", heading) })
}

/// The criterion that the form adds: it counts one.
fn added(typed: &Typed) -> Result<Option<Criterion>, &'static str> {
    let (mentors, mentees) = (typed.text("add-mentors").to_owned(), typed.text("add-mentees").to_owned());
    let weight = Weight::of(1);
    let both = || if mentors.is_empty() { Err("what-if-add-heading") } else { Ok(mentors.clone()) };
    Ok(Some(match typed.text("add") {
        "same" => Criterion::Same { heading: both()?, weight },
        "different" => Criterion::Different { heading: both()?, weight },
        "overlap" if mentors.is_empty() || mentees.is_empty() => return Err("what-if-add-lists"),
        "overlap" => Criterion::Overlap { offers: mentors, wants: mentees, weight },
        "ahead" => {
            let steps = typed.text("add-steps").split([';', '\n']).map(str::trim).filter(|step| !step.is_empty());
            let ladder: Vec<String> = steps.map(str::to_owned).collect();
            if ladder.len() < 2 {
                return Err("what-if-add-steps");
            }
            Criterion::Ahead { heading: both()?, ladder, least: 1, most: 2, weight }
        }
        _ => return Ok(None),
    }))
}

/// Whether two criteria look at the same thing in the same way.
fn is_alike(one: &Criterion, other: &Criterion) -> bool {
    let read = |criterion: &Criterion| {
        let (mentors, mentees) = criterion.headings();
        (folded(mentors), folded(mentees))
    };
    std::mem::discriminant(one) == std::mem::discriminant(other) && read(one) == read(other)
}

/// What becomes of one mentee, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who.
    pub mentee: usize,
    /// Their mentor now.
    pub from: Option<usize>,
    /// Their mentor then.
    pub to: Option<usize>,
}

/// What becomes of everybody whose mentor would be another, by mentee: who gets one, who loses theirs, who changes.
#[must_use]
pub fn changes(now: &[Option<usize>], then: &Quick) -> Vec<Change> {
    let now = |mentee: usize| now.get(mentee).copied().flatten();
    let all = then.partners.iter().enumerate().map(|(mentee, to)| Change { mentee, from: now(mentee), to: *to });
    all.filter(|change| change.from != change.to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        pairs.iter().fold(Typed::default(), |typed, (name, text)| typed.with(name, text))
    }

    fn now() -> Rules {
        let criteria = vec![Criterion::Same { heading: "Nation".into(), weight: Weight::of(2) }];
        Rules { criteria, least_fit: Percent(10), ..Rules::default() }
    }

    #[test]
    fn a_form_that_was_not_filled_in_says_what_stands() {
        assert_eq!(Draft::read(&Typed::default(), &now()), (Draft { rules: now() }, Vec::new()));
    }

    #[test]
    fn weights_change_and_what_counts_nothing_is_taken_out() {
        let nation = r#"{"kind":"same","heading":"Nation","weight":2}"#;
        let sent =
            |weight| typed(&[("first", "total"), ("least_fit", "0"), ("criterion-0", nation), ("weight-0", weight)]);
        let (draft, problems) = Draft::read(&sent("4.5"), &now());
        assert_eq!((draft.rules().criteria[0].weight().thousandths(), problems.len()), (4500, 0));
        assert_eq!((draft.rules().first, draft.rules().different_workplace), (First::Total, false));
        assert!(
            !draft.rules().earlier_pairs
                && Draft::read(&sent("1").with("earlier_pairs", "yes"), &now()).0.rules().earlier_pairs
        );
        let (draft, _) = Draft::read(&sent("0"), &now());
        assert_eq!((draft.criteria().len(), draft.rules().criteria.len()), (1, 0));
        let (draft, problems) = Draft::read(&sent("a lot"), &now());
        assert_eq!((draft.rules().criteria[0].weight(), problems[0].message.key), (Weight::of(2), "rules-weight"));
        let (_, problems) = Draft::read(&sent("1").with("criterion-0", "{"), &now());
        assert_eq!(problems[0].message.key, "error-request", "nothing is dropped in silence");
        let protected = r#"{"kind":"same","heading":"Disability","weight":2}"#;
        let (draft, problems) = Draft::read(&sent("1").with("criterion-0", protected), &now());
        assert_eq!((draft.criteria().len(), problems[0].message.key), (0, "sheet-column-protected"));
    }

    #[test]
    fn what_is_added_is_checked() {
        let sent = |more: &[(&str, &str)]| {
            let nation = r#"{"kind":"same","heading":"Nation","weight":2}"#;
            let all =
                [&[("first", "count"), ("least_fit", "5"), ("criterion-0", nation), ("weight-0", "2")], more].concat();
            let (draft, problems) = Draft::read(&typed(&all), &now());
            (draft.rules().criteria.len(), problems.first().map(|problem| problem.message.key))
        };
        assert_eq!(sent(&[("add", "different"), ("add-mentors", "nation")]), (2, None));
        assert_eq!(sent(&[("add", "same"), ("add-mentors", "NATION")]), (1, Some("what-if-add-twice")));
        assert_eq!(sent(&[("add", "same"), ("add-mentors", "Religion")]), (1, Some("sheet-column-protected")));
        assert_eq!(sent(&[("add", "overlap"), ("add-mentors", "offers")]), (1, Some("what-if-add-lists")));
        assert_eq!(
            sent(&[("add", "ahead"), ("add-mentors", "grade"), ("add-steps", "A")]),
            (1, Some("what-if-add-steps"))
        );
        assert_eq!(sent(&[("add", "ahead"), ("add-mentors", "grade"), ("add-steps", "A; B")]), (2, None));
        assert_eq!(sent(&[("least_fit", "101")]), (1, Some("what-if-least-fit")));
    }

    #[test]
    fn only_what_changes_is_a_change() {
        let then = Quick { partners: vec![Some(0), None, Some(2), None], total: 0, total_now: 0, fits: Vec::new() };
        let changed = changes(&[Some(0), Some(1), None], &then);
        let told: Vec<_> = changed.iter().map(|one| (one.mentee, one.from, one.to)).collect();
        assert_eq!(told, [(1, Some(1), None), (2, None, Some(2))]);
    }
}
