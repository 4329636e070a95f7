//! Reasons in somebody's language: for pages, letters and the terminal.

use kit::Message;
use kit::words::Say;

use super::ask::Cost;
use super::bar::Bar;
use super::fit::{About, Reason};
use super::make::Gathered;
use super::question::WhyLeftOut;
pub use crate::application::words::rules;
use crate::round::rules::Criterion;

/// One reason of a pair's fit.
#[must_use]
pub fn reason(say: Say, reason: &Reason) -> String {
    let message = match &reason.about {
        About::Same { heading, mentor, mentee } if reason.points > 0 => Message::new("reason-same")
            .with("heading", heading)
            .with("answer", if mentor.is_empty() { mentee } else { mentor }),
        About::Same { heading, mentor, mentee } => two_answers("reason-not-same", heading, mentor, mentee),
        About::Different { heading, mentor, mentee } if reason.points > 0 => {
            two_answers("reason-different", heading, mentor, mentee)
        }
        About::Different { heading, mentor, mentee } => two_answers("reason-not-different", heading, mentor, mentee),
        About::Overlap { heading, met, missed } => overlap(heading, met, missed),
        About::Ahead { heading, mentor, mentee, steps } => match steps {
            Some(steps) if *steps > 0 => two_answers("reason-ahead", heading, mentor, mentee).with("steps", *steps),
            Some(_) => two_answers("reason-not-ahead", heading, mentor, mentee),
            None => two_answers("reason-ladder-unknown", heading, mentor, mentee),
        },
    };
    say.message(&message)
}

fn two_answers(key: &'static str, heading: &str, mentor: &str, mentee: &str) -> Message {
    let said = |answer: &str| {
        if answer.is_empty() {
            Message::new("reason-no-answer")
        } else {
            Message::new("reason-answer").with("answer", answer)
        }
    };
    Message::new(key).with("heading", heading).with("mentor", said(mentor)).with("mentee", said(mentee))
}

fn overlap(heading: &str, met: &[String], missed: &[String]) -> Message {
    let key = match (met.is_empty(), missed.is_empty()) {
        (true, true) => "reason-overlap-nothing-asked",
        (true, false) => "reason-overlap-none",
        (false, true) => "reason-overlap-all",
        (false, false) => "reason-overlap-some",
    };
    Message::new(key).with("heading", heading).with("met", met.join(", ")).with("missed", missed.join(", "))
}

/// What a criterion looks at, without how much it counts.
#[must_use]
pub fn criterion(say: Say, criterion: &Criterion) -> String {
    let key = match criterion {
        Criterion::Same { .. } => "what-if-same-heading",
        Criterion::Different { .. } => "what-if-different-heading",
        Criterion::Overlap { .. } => "what-if-overlap-heading",
        Criterion::Ahead { .. } => "what-if-ahead-heading",
    };
    say.t1(key, "heading", criterion.headings().1)
}

/// What another plan would cost, and who would change: a sentence each.
#[must_use]
pub fn cost(say: Say, cost: &Cost, people: &Gathered) -> Vec<String> {
    price(say, cost).into_iter().chain(steps(say, cost, people)).collect()
}

/// What another plan would cost.
#[must_use]
pub fn price(say: Say, cost: &Cost) -> Vec<String> {
    let mut words = Vec::new();
    match cost.fewer {
        0 => {}
        fewer if fewer > 0 => words.push(say.t1("ask-fewer", "count", fewer)),
        more => words.push(say.t1("ask-more", "count", -more)),
    }
    words.push(match cost.less {
        0 => say.t("ask-as-good").into_owned(),
        less if less > 0 => say.t1("ask-worse", "points", less),
        better => say.t1("ask-better", "points", -better),
    });
    words
}

/// Who would change, forty at most.
#[must_use]
pub fn steps(say: Say, cost: &Cost, people: &Gathered) -> Vec<String> {
    let mentor = |at: Option<usize>| at.map(|at| people.mentors()[at].name.clone());
    let step = |(mentee, from, to): &(usize, Option<usize>, Option<usize>)| {
        let name = &people.mentees()[*mentee].name;
        match (mentor(*from), mentor(*to)) {
            (Some(from), Some(to)) => {
                say.message(&Message::new("ask-moves").with("name", name).with("from", from).with("to", to))
            }
            (None, Some(to)) => say.t2("ask-gets", "name", name, "to", to),
            (from, None) => say.t2("ask-loses", "name", name, "from", from.unwrap_or_default()),
        }
    };
    cost.moves.iter().take(40).map(step).collect()
}

/// Why somebody is left out, in one or two sentences. `name` finds people's names.
#[must_use]
pub fn left_out<P>(say: Say, why: &WhyLeftOut<P>, name: &dyn Fn(&P) -> String) -> Vec<String> {
    match why {
        WhyLeftOut::NotNeeded => vec![say.t("left-out-not-needed").into_owned()],
        WhyLeftOut::Fairly { .. } => vec![say.t("left-out-fairly").into_owned()],
        WhyLeftOut::NobodyAllowed { bars } if bars.is_empty() => vec![say.t("left-out-nobody").into_owned()],
        WhyLeftOut::NobodyAllowed { bars } => {
            let bars: Vec<String> =
                bars.iter().map(|(bar, people)| say.t1(counted_key(*bar), "people", *people)).collect();
            vec![say.t1("left-out-barred", "bars", bars.join(", "))]
        }
        WhyLeftOut::Costs { fewer, less, instead, .. } => {
            let names: Vec<String> = instead.iter().map(name).collect();
            let key = match (*fewer > 0, names.is_empty(), *less) {
                (true, ..) => "left-out-fewer",
                (false, false, 0) => "left-out-tie",
                (false, false, _) => "left-out-instead",
                (false, true, _) => "left-out-worse",
            };
            vec![
                say.message(
                    &Message::new(key).with("names", names.join(", ")).with("less", *less).with("fewer", *fewer),
                ),
            ]
        }
    }
}

/// The least change that would place somebody, when there is one.
#[must_use]
pub fn would_place<P>(say: Say, why: &WhyLeftOut<P>, name: &dyn Fn(&P) -> String) -> Option<String> {
    let (room, moves) = match why {
        WhyLeftOut::Costs { room: Some(room), moves, .. } => (room, moves),
        WhyLeftOut::Fairly { room: Some(room) } => return Some(say.t1("left-out-room-fairly", "mentor", name(room))),
        _ => return None,
    };
    Some(say.message(&Message::new("left-out-room").with("mentor", name(room)).with("moves", *moves)))
}

fn counted_key(bar: Bar) -> &'static str {
    match bar {
        Bar::SamePerson => "bars-same-person",
        Bar::Evaluates => "bars-evaluates",
        Bar::SameWorkplace => "bars-same-workplace",
        Bar::SaidNo => "bars-said-no",
        Bar::MetBefore => "bars-met-before",
        Bar::KeptApart => "bars-kept-apart",
        Bar::LowFit => "bars-low-fit",
        Bar::NoPlace => "bars-no-place",
    }
}
