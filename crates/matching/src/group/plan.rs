//! The answer: who is with whom, and how much better any other grouping could be.

use super::Question;
use super::anneal::Best;
use super::rules::Rules;

/// Groups that keep every hard rule, their value, and a bound no grouping can exceed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(super) groups: Vec<Vec<u32>>,
    pub(super) group_of: Vec<u32>,
    pub(super) value: i64,
    pub(super) bound: i64,
    pub(super) alone: Vec<Alone>,
    pub(super) always_alone: usize,
}

/// Somebody who is the only one in her group with her answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alone {
    /// Who.
    pub person: u32,
    /// Her answer, to the attribute nobody was to be alone with.
    pub answer: u32,
}

impl Plan {
    pub(super) fn new(question: &Question, rules: &Rules, best: Best) -> Plan {
        let mut groups = vec![Vec::new(); question.sizes.len()];
        for (person, &group) in best.group_of.iter().enumerate() {
            groups[group as usize].push(person as u32);
        }
        // Groups of one size stand in order of their lowest numbers.
        let mut by_size: Vec<usize> = (0..groups.len()).collect();
        by_size.sort_by_key(|&group| (question.sizes[group], groups[group].first().copied()));
        let mut places: Vec<usize> = (0..groups.len()).collect();
        places.sort_by_key(|&group| question.sizes[group]);
        let mut ordered = vec![Vec::new(); groups.len()];
        for (place, group) in places.into_iter().zip(by_size) {
            ordered[place] = std::mem::take(&mut groups[group]);
        }
        let mut group_of = best.group_of;
        for (group, members) in ordered.iter().enumerate() {
            for &person in members {
                group_of[person as usize] = group as u32;
            }
        }
        let alone = alone(question, &ordered);
        let (value, bound) = (best.value, bound(question).max(best.value));
        Plan { groups: ordered, group_of, value, bound, alone, always_alone: rules.always_alone }
    }

    /// The people of each group, by number; the groups as in [`Question::sizes`], those of one size by lowest number.
    #[must_use]
    pub fn groups(&self) -> &[Vec<u32>] {
        &self.groups
    }

    /// The person's group, counted from 0, or `None` for somebody unknown.
    #[must_use]
    pub fn group_of(&self, person: u32) -> Option<u32> {
        self.group_of.get(person as usize).copied()
    }

    /// The sum of the distances of every two people in one group, in units of [`super::Distances`].
    #[must_use]
    pub fn value(&self) -> i64 {
        self.value
    }

    /// No grouping has a larger sum. Honest but simple, and often far off: see [`Plan::gap`].
    #[must_use]
    pub fn bound(&self) -> i64 {
        self.bound
    }

    /// How much larger, at most, the best sum could be. 0 is a proof that none is.
    ///
    /// The bound asks nothing but that each person has company as far away as the sizes and the rules about two people
    /// allow, so a gap says little: on distances drawn at random groups within a thousandth of the best known leave
    /// gaps of a third to a half.
    #[must_use]
    pub fn gap(&self) -> i64 {
        self.bound - self.value
    }

    /// Who is the only one in her group with her answer, though nobody was to be alone with it.
    #[must_use]
    pub fn alone(&self) -> &[Alone] {
        &self.alone
    }

    /// How many are alone in any grouping, because nobody else, or nobody of their focus, gave their answer.
    #[must_use]
    pub fn always_alone(&self) -> usize {
        self.always_alone
    }
}

/// For each attribute in order, who is alone.
fn alone(question: &Question, groups: &[Vec<u32>]) -> Vec<Alone> {
    let mut alone = Vec::new();
    for answers in &question.company {
        for group in groups {
            for &person in group {
                let same = |other: &&u32| answers[**other as usize] == answers[person as usize];
                let answer = answers[person as usize].filter(|_| group.iter().filter(same).count() == 1);
                alone.extend(answer.map(|answer| Alone { person, answer }));
            }
        }
    }
    alone.sort_unstable();
    alone
}

/// A sum no grouping exceeds.
///
/// In a group of s a person has s − 1 distances, at most her s − 1 largest to people she may meet. Her t-th largest
/// counts only in groups larger than t, so for each t as many count as there are people in such groups, at most the
/// largest of them. Each distance is counted from both its ends. Cost: O(n² log n).
fn bound(question: &Question) -> i64 {
    let largest = question.sizes.iter().max().map_or(0, |&size| size as usize);
    let people = question.people();
    let mut ranked: Vec<Vec<i32>> = vec![Vec::with_capacity(people); largest.saturating_sub(1)];
    for person in 0..people {
        let row = question.distances.row(person).iter().enumerate();
        let met = row.filter(|(other, _)| *other != person && question.may_meet(person as u32, *other as u32));
        let mut far: Vec<i32> = met.map(|(_, &distance)| distance).collect();
        far.sort_unstable_by(|one, other| other.cmp(one));
        for (rank, &distance) in ranked.iter_mut().zip(&far) {
            rank.push(distance);
        }
    }
    let mut doubled = 0;
    for (rank, distances) in ranked.iter_mut().enumerate() {
        let larger = question.sizes.iter().filter(|&&size| size as usize > rank + 1);
        let count: usize = larger.map(|&size| size as usize).sum();
        distances.sort_unstable_by(|one, other| other.cmp(one));
        doubled += distances.iter().take(count).map(|&distance| i64::from(distance)).sum::<i64>();
    }
    doubled / 2
}
