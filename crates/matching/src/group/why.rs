//! Reasons: what a place is made of, and what a swap of two people would cost.

use super::{Plan, Question};

/// Why a person is in her group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Her group.
    pub group: u32,
    /// The others in it with their distances from her, the farthest first.
    pub with: Vec<(u32, i64)>,
    /// The sum of these distances.
    pub brings: i64,
    /// For every other group, in order, the sum of its people's distances from her.
    pub elsewhere: Vec<(u32, i64)>,
    /// Whom she must be with.
    pub together: Vec<u32>,
    /// Whom she must not meet.
    pub apart: Vec<u32>,
    /// The focus she must share.
    pub focus: Option<u32>,
}

/// Why two people are not in each other's places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// Somebody unknown, or the same person twice.
    NotTwo,
    /// They are in one group already.
    OneGroup,
    /// A hard rule would be broken.
    Breaks(Broken),
    /// They could swap, at this price.
    Costs(Swap),
}

/// The rule a swap would break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Broken {
    /// The two would no longer be together.
    Together {
        /// Who would move.
        mover: u32,
        /// Whom she must be with.
        other: u32,
    },
    /// The two would meet.
    Apart {
        /// Who would move.
        mover: u32,
        /// Whom she must not meet.
        other: u32,
    },
    /// The two would be in one group and do not share the focus.
    Focus {
        /// Who would move.
        mover: u32,
        /// Somebody with another focus.
        other: u32,
    },
}

/// What a swap of two people would change, everybody else staying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Swap {
    /// How much less the sum of distances would be. Negative if it would be more: the search had too few steps, or
    /// more people would be alone.
    pub value_less: i64,
    /// How many more would be alone. Negative if fewer.
    pub more_alone: i64,
}

/// Says what the person's place is made of: what she brings to her group, what others would gain, and her rules.
///
/// `None` for somebody unknown, or a plan for another question. Cost: O(n).
///
/// ```
/// use matching::group::{Distances, Question, Search, propose, why};
///
/// let steps = [0, 1, 2, 3, 1, 0, 1, 2, 2, 1, 0, 1, 3, 2, 1, 0];
/// let question = Question::evenly(Distances::whole(4, &steps)?, 2)?;
/// let plan = propose(&question, &Search::steps(1000), &|| false)?;
/// let reasons = why(&question, &plan, 0).expect("person 0 is in the question");
/// assert_eq!((reasons.with, reasons.elsewhere), (vec![(2, 2)], vec![(1, 4)]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn why(question: &Question, plan: &Plan, person: u32) -> Option<Why> {
    let group = plan.group_of(person)?;
    let distance = |other: u32| question.distances.between(person, other);
    let sum = |members: &Vec<u32>| members.iter().map(|&other| distance(other)).sum::<Option<i64>>();
    let mut with = Vec::new();
    let mut elsewhere = Vec::new();
    for (number, members) in plan.groups().iter().enumerate() {
        if number as u32 == group {
            for &other in members.iter().filter(|&&other| other != person) {
                with.push((other, distance(other)?));
            }
        } else {
            elsewhere.push((number as u32, sum(members)?));
        }
    }
    with.sort_by_key(|&(other, distance)| (-distance, other));
    Some(Why {
        group,
        brings: with.iter().map(|&(_, distance)| distance).sum(),
        with,
        elsewhere,
        together: others(question.together.iter(), person),
        apart: others(question.apart.iter(), person),
        focus: question.focus.as_ref().and_then(|focus| focus.get(person as usize).copied()),
    })
}

/// Says why two people are not in each other's places: the rule that would break, or what the swap would cost.
///
/// Exact for this swap alone; a search that may move others as well could find the price lower. Cost: O(group + rules).
///
/// ```
/// use matching::group::{Distances, Question, Search, Swap, WhyNot, propose, why_not};
///
/// let steps = [0, 1, 2, 3, 1, 0, 1, 2, 2, 1, 0, 1, 3, 2, 1, 0];
/// let question = Question::evenly(Distances::whole(4, &steps)?, 2)?.apart(0, 3)?;
/// let plan = propose(&question, &Search::steps(1000), &|| false)?;
/// assert_eq!(plan.groups(), [vec![0, 2], vec![1, 3]]);
/// assert_eq!(why_not(&question, &plan, 2, 1), WhyNot::Costs(Swap { value_less: 2, more_alone: 0 }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn why_not(question: &Question, plan: &Plan, first: u32, second: u32) -> WhyNot {
    let known = |person: u32| (person as usize) < question.people();
    let groups = plan.group_of(first).zip(plan.group_of(second));
    let Some((here, there)) = groups.filter(|_| first != second && known(first) && known(second)) else {
        return WhyNot::NotTwo;
    };
    if here == there {
        return WhyNot::OneGroup;
    }
    let (left, joined) = (&plan.groups()[here as usize], &plan.groups()[there as usize]);
    let changed = |members: &[u32], out: u32, new: u32| -> Vec<u32> {
        members.iter().map(|&person| if person == out { new } else { person }).collect()
    };
    let after = [changed(left, first, second), changed(joined, second, first)];
    for (mover, company) in [(first, &after[1]), (second, &after[0])] {
        if let Some(broken) = broken(question, mover, company) {
            return WhyNot::Breaks(broken);
        }
    }
    let both = |measure: &dyn Fn(&Question, &[u32]) -> i64, groups: [&Vec<u32>; 2]| -> i64 {
        groups.into_iter().map(|group| measure(question, group)).sum()
    };
    let (before, after) = ([left, joined], [&after[0], &after[1]]);
    WhyNot::Costs(Swap {
        value_less: both(&value, before) - both(&value, after),
        more_alone: both(&alone, after) - both(&alone, before),
    })
}

/// The rule the mover's new company would break.
fn broken(question: &Question, mover: u32, company: &[u32]) -> Option<Broken> {
    if let Some(&other) = others(question.together.iter(), mover).iter().find(|other| !company.contains(other)) {
        return Some(Broken::Together { mover, other });
    }
    if let Some(&other) = others(question.apart.iter(), mover).iter().find(|other| company.contains(other)) {
        return Some(Broken::Apart { mover, other });
    }
    let stranger = |&&other: &&u32| !question.may_meet(mover, other);
    company.iter().filter(|&&other| other != mover).find(stranger).map(|&other| Broken::Focus { mover, other })
}

fn others<'a>(pairs: impl Iterator<Item = &'a (u32, u32)>, person: u32) -> Vec<u32> {
    pairs.filter(|two| two.0 == person || two.1 == person).map(|two| two.0 ^ two.1 ^ person).collect()
}

fn value(question: &Question, group: &[u32]) -> i64 {
    let distance = |one: u32, other: u32| question.distances.between(one, other).unwrap_or(0);
    let to_later = |at: usize| group[at + 1..].iter().map(|&other| distance(group[at], other)).sum::<i64>();
    (0..group.len()).map(to_later).sum()
}

fn alone(question: &Question, group: &[u32]) -> i64 {
    let count = |answers: &Vec<Option<u32>>| {
        let lonely = |&&person: &&u32| {
            let mine = answers[person as usize];
            mine.is_some() && group.iter().filter(|&&other| answers[other as usize] == mine).count() == 1
        };
        group.iter().filter(lonely).count() as i64
    };
    question.company.iter().map(count).sum()
}
