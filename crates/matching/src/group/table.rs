//! Who is in which group now, and what every move would change.

use super::Question;
use super::rules::{NO_ANSWER, Rules};

/// Groups, with the sum of distances from every group to every person: the delta matrix of the field, row per group.
///
/// What a swap changes is read off in constant time; making it costs O(n), two rows added to, in order of memory.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) question: &'a Question,
    pub(super) rules: &'a Rules,
    pub(super) group_of: Vec<u32>,
    /// For each group, its distance to every person.
    sums: Vec<i32>,
    /// Each person's distance to her own group.
    pub(super) own: Vec<i32>,
    /// The sum of distances inside groups.
    pub(super) value: i64,
    /// For each group, how many each person must not meet there; empty where nobody is kept apart.
    foes: Vec<u32>,
    /// For each attribute and group, how many gave each answer: who gives the only one is alone.
    answers: Vec<Vec<u32>>,
    /// How many are alone.
    pub(super) alone: i64,
}

impl<'a> Table<'a> {
    /// Cost: O(n²), and memory for a sum for every group and person.
    pub(super) fn new(question: &'a Question, rules: &'a Rules, group_of: Vec<u32>) -> Table<'a> {
        let (people, groups) = (group_of.len(), question.sizes.len());
        let has_foes = rules.foes.iter().any(|foes| !foes.is_empty());
        let kinds = |answers: &Vec<u32>| {
            answers.iter().filter(|&&answer| answer != NO_ANSWER).max().map_or(0, |&last| last as usize + 1)
        };
        let mut table = Table {
            question,
            rules,
            sums: vec![0; people * groups],
            own: vec![0; people],
            value: 0,
            foes: vec![0; if has_foes { people * groups } else { 0 }],
            answers: rules.company.iter().map(|answers| vec![0; kinds(answers) * groups]).collect(),
            alone: 0,
            group_of,
        };
        for person in 0..people {
            let group = table.group_of[person] as usize;
            let row = table.question.distances.row(person);
            for (sum, distance) in table.sums[group * people..][..people].iter_mut().zip(row) {
                *sum += distance;
            }
            table.meet(person, group, 1);
        }
        for person in 0..people {
            table.own[person] = table.sum(table.group_of[person] as usize, person);
        }
        table.value = table.own.iter().map(|&own| i64::from(own)).sum::<i64>() / 2;
        table
    }

    pub(super) fn groups(&self) -> usize {
        self.question.sizes.len()
    }

    /// The sum of distances from the group to the person.
    pub(super) fn sum(&self, group: usize, person: usize) -> i32 {
        self.sums[group * self.group_of.len() + person]
    }

    /// The sums of distances from the group to everybody.
    pub(super) fn sums(&self, group: usize) -> &[i32] {
        &self.sums[group * self.group_of.len()..][..self.group_of.len()]
    }

    /// How much a swap of two single people in different groups adds to the value.
    pub(super) fn gain(&self, first: usize, second: usize) -> i32 {
        let (here, there) = (self.group_of[first] as usize, self.group_of[second] as usize);
        let distance = self.question.distances.row(first)[second];
        self.sum(there, first) - self.own[first] + self.sum(here, second) - self.own[second] - 2 * distance
    }

    /// Whether every hard rule holds after the swap of two single people in different groups.
    pub(super) fn allows(&self, first: usize, second: usize) -> bool {
        if self.rules.focus[first] != self.rules.focus[second] {
            return false;
        }
        if self.foes.is_empty() {
            return true;
        }
        let people = self.group_of.len();
        let meets = |group: u32, person: usize| self.foes[group as usize * people + person];
        let (into, back) = (meets(self.group_of[second], first), meets(self.group_of[first], second));
        if into == 0 && back == 0 {
            return true;
        }
        let each_other = u32::from(self.rules.foes[first].binary_search(&(second as u32)).is_ok());
        into == each_other && back == each_other
    }

    /// How many more are alone after the swap of two single people in different groups.
    pub(super) fn more_alone(&self, first: usize, second: usize) -> i32 {
        let groups = self.groups();
        let (here, there) = (self.group_of[first] as usize, self.group_of[second] as usize);
        let mut more = 0;
        for (answers, counts) in self.rules.company.iter().zip(&self.answers) {
            let (mine, theirs) = (answers[first], answers[second]);
            if mine != theirs {
                let moved = |answer: u32, from: usize, to: usize| {
                    if answer == NO_ANSWER {
                        return 0;
                    }
                    let count = |group: usize| counts[answer as usize * groups + group];
                    // A count of one is somebody alone, before and after.
                    i32::from(count(from) == 2) - i32::from(count(from) == 1) + i32::from(count(to) == 0)
                        - i32::from(count(to) == 1)
                };
                more += moved(mine, here, there) + moved(theirs, there, here);
            }
        }
        more
    }

    /// Swaps two single people in different groups. Cost: O(n).
    pub(super) fn swap(&mut self, first: usize, second: usize) {
        let people = self.group_of.len();
        let (here, there) = (self.group_of[first] as usize, self.group_of[second] as usize);
        self.value += i64::from(self.gain(first, second));
        let (mine, theirs) = (self.question.distances.row(first), self.question.distances.row(second));
        let ranges = [here * people..(here + 1) * people, there * people..(there + 1) * people];
        let Ok([left, joined]) = self.sums.get_disjoint_mut(ranges) else { return };
        let groups = self.group_of.iter().zip(&mut self.own);
        for ((((left, joined), mine), theirs), (&group, own)) in
            left.iter_mut().zip(joined).zip(mine).zip(theirs).zip(groups)
        {
            let change = theirs - mine;
            *left += change;
            *joined -= change;
            *own += if group == here as u32 { change } else { 0 };
            *own -= if group == there as u32 { change } else { 0 };
        }
        self.meet(first, here, -1);
        self.meet(second, there, -1);
        self.meet(first, there, 1);
        self.meet(second, here, 1);
        self.group_of.swap(first, second);
        self.own[first] = self.sum(there, first);
        self.own[second] = self.sum(here, second);
    }

    /// Moves one person, whatever the sizes: one step of a larger exchange. Cost: O(n).
    pub(super) fn shift(&mut self, person: usize, to: usize) {
        let from = self.group_of[person] as usize;
        let row = self.question.distances.row(person);
        let people = self.group_of.len();
        self.value -= i64::from(self.own[person]);
        for (sum, distance) in self.sums[from * people..][..people].iter_mut().zip(row) {
            *sum -= distance;
        }
        for (sum, distance) in self.sums[to * people..][..people].iter_mut().zip(row) {
            *sum += distance;
        }
        for ((own, &group), distance) in self.own.iter_mut().zip(&self.group_of).zip(row) {
            *own -= if group == from as u32 { *distance } else { 0 };
            *own += if group == to as u32 { *distance } else { 0 };
        }
        self.meet(person, from, -1);
        self.meet(person, to, 1);
        self.group_of[person] = to as u32;
        self.own[person] = self.sum(to, person);
        self.value += i64::from(self.own[person]);
    }

    /// Whether the person meets nobody in her group whom she must not meet.
    pub(super) fn at_ease(&self, person: usize) -> bool {
        self.rules.foes[person].iter().all(|&foe| self.group_of[foe as usize] != self.group_of[person])
    }

    /// Counts the person in or out of a group, for those who must not meet her and those who share her answers.
    fn meet(&mut self, person: usize, group: usize, by: i32) {
        let (people, groups) = (self.group_of.len(), self.question.sizes.len());
        for &foe in &self.rules.foes[person] {
            let count = &mut self.foes[group * people + foe as usize];
            *count = count.saturating_add_signed(by);
        }
        for (answers, counts) in self.rules.company.iter().zip(&mut self.answers) {
            if answers[person] != NO_ANSWER {
                let count = &mut counts[answers[person] as usize * groups + group];
                self.alone -= i64::from(*count == 1);
                *count = count.saturating_add_signed(by);
                self.alone += i64::from(*count == 1);
            }
        }
    }
}
