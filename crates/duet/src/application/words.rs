//! A round's rules in somebody's language.

use kit::words::Say;

use crate::round::rules::{Criterion, First, Rules};

/// What makes a good plan, a sentence each.
#[must_use]
pub fn rules(say: Say, rules: &Rules) -> Vec<String> {
    let first = match rules.first {
        First::Count => "rule-first-count",
        First::Total => "rule-first-total",
        First::WorstOff => "rule-first-worst",
    };
    let mut words = vec![say.t(first).into_owned(), say.t("rule-never-evaluator").into_owned()];
    if rules.different_workplace {
        words.push(say.t("rule-different-workplace").into_owned());
    }
    words.push(say.t(if rules.earlier_pairs { "rule-earlier-pairs" } else { "rule-no-earlier-pairs" }).into_owned());
    if rules.least_fit.0 > 0 {
        words.push(say.t1("rule-least-fit", "fit", rules.least_fit.0));
    }
    words.extend(rules.criteria.iter().map(|criterion| {
        let key = match criterion {
            Criterion::Same { .. } => "rule-same",
            Criterion::Different { .. } => "rule-different",
            Criterion::Overlap { .. } => "rule-overlap",
            Criterion::Ahead { .. } => "rule-ahead",
        };
        say.t2(key, "heading", criterion.headings().1, "weight", criterion.weight().to_string())
    }));
    words
}
