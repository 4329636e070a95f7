//! The question as the solver sees it: open mentees, rooms, and weights, without locks and forbidden pairs.

use std::ops::Range;

use super::Question;
use super::worth::Worth;

/// Open mentees' allowed pairs in rows, with weights in place of scores.
#[derive(Debug)]
pub(super) struct Net<W = i64> {
    starts: Vec<usize>,
    mentors: Vec<u32>,
    weights: Vec<W>,
    /// Places per mentor that no lock takes.
    pub(super) rooms: Vec<u32>,
    /// Pairs per mentor.
    pub(super) degrees: Vec<u32>,
}

impl Net {
    /// Leaves out locked mentees, their places, pairs below the minimum, and mentors with no place left.
    pub(super) fn of(question: &Question) -> Net {
        let scale = question.scale();
        Net::weighed(question, false, |_, _, score| scale.weight(score))
    }

    /// As [`Net::of`], but keeps mentors with no place left.
    pub(super) fn with_closed(question: &Question) -> Net {
        let scale = question.scale();
        Net::weighed(question, true, |_, _, score| scale.weight(score))
    }
}

impl<W: Worth> Net<W> {
    /// As [`Net::of`] or [`Net::with_closed`], with weights of one's own from mentee, mentor and score.
    pub(super) fn weighed(question: &Question, closed: bool, weigh: impl Fn(u32, u32, i64) -> W) -> Net<W> {
        let rooms: Vec<u32> = (0..question.mentors() as u32).map(|mentor| question.room_of(mentor)).collect();
        let mut net = Net {
            starts: Vec::with_capacity(question.mentees() + 1),
            mentors: Vec::with_capacity(question.pairs()),
            weights: Vec::with_capacity(question.pairs()),
            degrees: vec![0; rooms.len()],
            rooms,
        };
        net.starts.push(0);
        for mentee in 0..question.mentees() as u32 {
            if question.locked(mentee).is_none() {
                for (mentor, score) in question.options_of(mentee) {
                    if score >= question.least() && (closed || net.rooms[mentor as usize] > 0) {
                        net.mentors.push(mentor);
                        net.weights.push(weigh(mentee, mentor, score));
                        net.degrees[mentor as usize] += 1;
                    }
                }
            }
            net.starts.push(net.mentors.len());
        }
        net
    }

    /// How many mentees there are, locked ones included.
    pub(super) fn mentees(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many mentors there are.
    pub(super) fn mentors(&self) -> usize {
        self.rooms.len()
    }

    /// A mentee's allowed mentors and the weight of each pair, by mentor. Empty for the locked.
    pub(super) fn row(&self, mentee: u32) -> impl Iterator<Item = (u32, &W)> + '_ {
        let range = self.range(mentee);
        self.mentors[range.clone()].iter().copied().zip(&self.weights[range])
    }

    /// The weight of a pair, if it is allowed and open.
    pub(super) fn weight(&self, mentee: u32, mentor: u32) -> Option<&W> {
        let range = self.range(mentee);
        let at = self.mentors[range.clone()].binary_search(&mentor).ok()?;
        Some(&self.weights[range.start + at])
    }

    /// The same pairs by mentor. Cost: O(n + m).
    pub(super) fn columns(&self) -> Columns<W> {
        let mut starts = vec![0; self.mentors() + 1];
        for (mentor, &degree) in self.degrees.iter().enumerate() {
            starts[mentor + 1] = starts[mentor] + degree as usize;
        }
        let mut next = starts.clone();
        let mut cells = vec![(0, 0); self.mentors.len()];
        for mentee in 0..self.mentees() as u32 {
            for at in self.range(mentee) {
                let slot = &mut next[self.mentors[at] as usize];
                cells[*slot] = (mentee, at);
                *slot += 1;
            }
        }
        let (mentees, at): (Vec<u32>, Vec<usize>) = cells.into_iter().unzip();
        Columns { starts, mentees, weights: at.into_iter().map(|at| self.weights[at].clone()).collect() }
    }

    fn range(&self, mentee: u32) -> Range<usize> {
        self.starts[mentee as usize]..self.starts[mentee as usize + 1]
    }
}

/// A net's pairs by mentor.
#[derive(Debug)]
pub(super) struct Columns<W = i64> {
    starts: Vec<usize>,
    mentees: Vec<u32>,
    weights: Vec<W>,
}

impl<W> Columns<W> {
    /// No pairs, while others are looked at.
    pub(super) fn none() -> Columns<W> {
        Columns { starts: Vec::new(), mentees: Vec::new(), weights: Vec::new() }
    }

    /// The mentees who may go to a mentor and the weight of each pair, by mentee.
    pub(super) fn of(&self, mentor: u32) -> impl Iterator<Item = (u32, &W)> + '_ {
        let range = self.starts[mentor as usize]..self.starts[mentor as usize + 1];
        self.mentees[range.clone()].iter().copied().zip(&self.weights[range])
    }
}
