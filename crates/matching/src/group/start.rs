//! First groups that keep every hard rule, drawn by chance.

use std::collections::BTreeSet;

use super::Question;
use super::rules::{Conflict, Rules};
use crate::dice::Dice;

/// How many placements one attempt may try; enough to try all of them for eight people.
const PATIENCE: usize = 400_000;
const ATTEMPTS: usize = 16;

/// Finds groups that keep every hard rule.
///
/// Sizes are first shared out between focuses, exactly; then blocks are placed one by one, the largest and most
/// restricted first, with backtracking. A last attempt leaves the sharing out to the backtracking, so that for a few
/// people every grouping is tried before giving up. Whoever had a group before stays in it where the rules let her.
/// Cost: O(n · groups) where rules are few, at worst the patience.
pub(super) fn start(
    question: &Question,
    rules: &Rules,
    before: Option<&[u32]>,
    dice: &mut Dice,
) -> Result<Vec<u32>, Conflict> {
    let mut stuck = None;
    for attempt in 0..=ATTEMPTS {
        // Groups that stood before may have their focuses still.
        let shared = attempt < ATTEMPTS && rules.focuses > 1 && (attempt > 0 || before.is_none());
        let labels = if shared {
            share_out(question, rules, dice)?.into_iter().map(Some).collect()
        } else {
            vec![None; question.sizes.len()]
        };
        // Short tries first: a fresh order often succeeds where patience does not.
        let patience = if attempt < ATTEMPTS { 40 * question.people() + 1000 } else { PATIENCE.max(question.people()) };
        match Filling::new(question, rules, labels, before, dice).fill(patience) {
            Ok(group_of) => return Ok(group_of),
            Err(block) => stuck = stuck.max(Some(rules.blocks[block][0])),
        }
    }
    Err(Conflict::NotFound { person: stuck.unwrap_or(0) })
}

/// Gives every group a focus so that the people of each fill their groups, or finds that none fits.
///
/// A depth-first search over focuses; states that failed are remembered, so with two sizes it is polynomial.
fn share_out(question: &Question, rules: &Rules, dice: &mut Dice) -> Result<Vec<u32>, Conflict> {
    let kinds: Vec<u32> = BTreeSet::from_iter(question.sizes.iter().copied()).into_iter().collect();
    let count = |kind: &u32| question.sizes.iter().filter(|&size| size == kind).count();
    let mut left: Vec<usize> = kinds.iter().map(count).collect();
    let mut waiting = vec![0; rules.focuses];
    for &focus in &rules.focus {
        waiting[focus as usize] += 1;
    }
    let mut failed = BTreeSet::new();
    let mut shares = vec![Share::new(0, waiting[0], 0, kinds.len(), dice)];
    while let Some(share) = shares.last_mut() {
        if let Some(kind) = share.given.take() {
            left[kind] += 1;
        }
        let Some(kind) = share.choices.pop() else {
            failed.insert((share.focus, share.people, share.from, left.clone()));
            shares.pop();
            if failed.len() > PATIENCE {
                break;
            }
            continue;
        };
        let size = kinds[kind] as usize;
        if left[kind] == 0 || size > share.people {
            continue;
        }
        left[kind] -= 1;
        share.given = Some(kind);
        let (focus, people, from) = match share.people - size {
            0 => (share.focus + 1, waiting.get(share.focus + 1).copied().unwrap_or(0), 0),
            rest => (share.focus, rest, kind),
        };
        if focus == waiting.len() {
            return Ok(handed_out(question, &kinds, &shares));
        }
        if !failed.contains(&(focus, people, from, left.clone())) {
            shares.push(Share::new(focus, people, from, kinds.len(), dice));
        }
    }
    Err(if failed.len() > PATIENCE { Conflict::NotFound { person: 0 } } else { Conflict::FocusDoesNotFit })
}

/// One group for a focus: which sizes may still be tried, in order from `from`, and which it was given.
struct Share {
    focus: usize,
    people: usize,
    from: usize,
    choices: Vec<usize>,
    given: Option<usize>,
}

impl Share {
    fn new(focus: usize, people: usize, from: usize, kinds: usize, dice: &mut Dice) -> Share {
        let mut choices: Vec<usize> = (from..kinds).collect();
        dice.shuffle(&mut choices);
        Share { focus, people, from, choices, given: None }
    }
}

/// Each group's focus, the first groups of a size going to the first who were given that size.
fn handed_out(question: &Question, kinds: &[u32], shares: &[Share]) -> Vec<u32> {
    let mut queues = vec![Vec::new(); kinds.len()];
    for share in shares.iter().rev() {
        if let Some(kind) = share.given {
            queues[kind].push(share.focus as u32);
        }
    }
    let next = |size: &u32| kinds.binary_search(size).ok().and_then(|kind| queues[kind].pop()).unwrap_or(0);
    question.sizes.iter().map(next).collect()
}

/// Groups being filled, block by block, with a way back.
struct Filling<'a> {
    question: &'a Question,
    rules: &'a Rules,
    /// Blocks in the order they are placed.
    order: Vec<usize>,
    /// Groups in the order they are tried, after the one each block was in before.
    tried: Vec<usize>,
    before: Option<&'a [u32]>,
    labels: Vec<Option<u32>>,
    given: Vec<bool>,
    members: Vec<Vec<u32>>,
    group_of: Vec<u32>,
}

impl<'a> Filling<'a> {
    fn new(
        question: &'a Question,
        rules: &'a Rules,
        labels: Vec<Option<u32>>,
        before: Option<&'a [u32]>,
        dice: &mut Dice,
    ) -> Filling<'a> {
        let groups = labels.len();
        let mut order: Vec<usize> = (0..rules.blocks.len()).collect();
        let mut tried: Vec<usize> = (0..groups).collect();
        dice.shuffle(&mut order);
        dice.shuffle(&mut tried);
        let foes = |block: usize| rules.blocks[block].iter().map(|&one| rules.foes[one as usize].len()).sum::<usize>();
        order.sort_by_cached_key(|&block| std::cmp::Reverse((rules.blocks[block].len(), foes(block))));
        let given = labels.iter().map(Option::is_some).collect();
        let group_of = vec![u32::MAX; question.people()];
        Filling { question, rules, order, tried, before, labels, given, members: vec![Vec::new(); groups], group_of }
    }

    /// Each person's group, or the block for which no place was left when patience ran out.
    fn fill(mut self, patience: usize) -> Result<Vec<u32>, usize> {
        // For each placed block, which try it stands on: its group before, then those in `tried`.
        let mut path: Vec<usize> = Vec::new();
        let (mut next, mut farthest, mut steps) = (0, 0, 0);
        while path.len() < self.order.len() {
            let block = self.order[path.len()];
            farthest = farthest.max(path.len());
            steps += 1;
            match (next..=self.tried.len()).find(|&at| self.takes(at, block)) {
                Some(at) if steps <= patience => {
                    let Some(group) = self.group_at(at, block) else { continue };
                    self.put(group, block);
                    path.push(at);
                    next = 0;
                }
                _ => {
                    let last = path.pop().filter(|_| steps <= patience).ok_or(self.order[farthest])?;
                    let block = self.order[path.len()];
                    let group = self.group_of[self.rules.blocks[block][0] as usize];
                    self.take_back(group as usize, block);
                    next = last + 1;
                }
            }
        }
        Ok(self.group_of)
    }

    /// The group of a try: first the one the block was in before, if any.
    fn group_at(&self, at: usize, block: usize) -> Option<usize> {
        match at.checked_sub(1) {
            Some(at) => self.tried.get(at).copied(),
            None => {
                let first = self.rules.blocks[block][0] as usize;
                let group = self.before?.get(first).map(|&group| group as usize)?;
                (group < self.members.len()).then_some(group)
            }
        }
    }

    fn takes(&self, at: usize, block: usize) -> bool {
        let Some(group) = self.group_at(at, block) else { return false };
        let people = &self.rules.blocks[block];
        let size = self.question.sizes[group];
        let room = size as usize - self.members[group].len();
        let focus = self.rules.focus[people[0] as usize];
        // Of empty groups that are alike only the first is tried.
        let twin = |&other: &usize| {
            self.members[other].is_empty()
                && self.question.sizes[other] == size
                && self.labels[other] == self.labels[group]
        };
        people.len() <= room
            && self.labels[group].is_none_or(|label| label == focus)
            && !people.iter().any(|&one| {
                self.rules.foes[one as usize].iter().any(|&foe| self.group_of[foe as usize] == group as u32)
            })
            && !(at > 0 && self.members[group].is_empty() && self.tried[..at - 1].iter().any(twin))
    }

    fn put(&mut self, group: usize, block: usize) {
        for &person in &self.rules.blocks[block] {
            self.members[group].push(person);
            self.group_of[person as usize] = group as u32;
            self.labels[group] = Some(self.rules.focus[person as usize]);
        }
    }

    fn take_back(&mut self, group: usize, block: usize) {
        for &person in &self.rules.blocks[block] {
            self.members[group].pop();
            self.group_of[person as usize] = u32::MAX;
        }
        if self.members[group].is_empty() && !self.given[group] {
            self.labels[group] = None;
        }
    }
}
