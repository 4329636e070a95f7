//! The question as the solver sees it: open mentees, rooms, and weights, without locks and forbidden pairs.

use std::ops::Range;

use super::Question;

/// Open mentees' allowed pairs in rows, with weights in place of scores.
#[derive(Debug)]
pub(super) struct Net {
    starts: Vec<usize>,
    mentors: Vec<u32>,
    weights: Vec<i64>,
    /// Places per mentor that no lock takes.
    pub(super) rooms: Vec<u32>,
    /// Pairs per mentor.
    pub(super) degrees: Vec<u32>,
}

impl Net {
    /// Leaves out locked mentees, their places, pairs below the minimum, and mentors with no place left.
    pub(super) fn of(question: &Question) -> Net {
        Net::build(question, false)
    }

    /// As [`Net::of`], but keeps mentors with no place left.
    pub(super) fn with_closed(question: &Question) -> Net {
        Net::build(question, true)
    }

    fn build(question: &Question, closed: bool) -> Net {
        let scale = question.scale();
        let rooms: Vec<u32> = (0..question.mentors() as u32).map(|mentor| question.room_of(mentor)).collect();
        let mut net = Net {
            starts: Vec::with_capacity(question.mentees() + 1),
            mentors: Vec::new(),
            weights: Vec::new(),
            degrees: vec![0; rooms.len()],
            rooms,
        };
        net.starts.push(0);
        for mentee in 0..question.mentees() as u32 {
            if question.locked(mentee).is_none() {
                for (mentor, score) in question.options_of(mentee) {
                    if score >= question.least() && (closed || net.rooms[mentor as usize] > 0) {
                        net.mentors.push(mentor);
                        net.weights.push(scale.weight(score));
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
    pub(super) fn row(&self, mentee: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        let range = self.range(mentee);
        let weights = &self.weights[range.clone()];
        self.mentors[range].iter().copied().zip(weights.iter().copied())
    }

    /// The weight of a pair, if it is allowed and open.
    pub(super) fn weight(&self, mentee: u32, mentor: u32) -> Option<i64> {
        let range = self.range(mentee);
        let at = self.mentors[range.clone()].binary_search(&mentor).ok()?;
        Some(self.weights[range.start + at])
    }

    fn range(&self, mentee: u32) -> Range<usize> {
        self.starts[mentee as usize]..self.starts[mentee as usize + 1]
    }
}
