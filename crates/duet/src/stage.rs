//! Stages: where a round stands, and what still blocks its next step. Facts speak first: a round to which people applied is
//! open, and one whose pairs were told is being matched, whatever anybody said. Start at [`stands`].

pub mod access;
pub mod move_on;
pub mod page;
pub mod store;

use kit::clock::Day;

use crate::round::Stage;

/// How far a round's people have been asked where they stand in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookedBack {
    /// They have not been, and could be.
    NotAsked,
    /// They are being asked, and so many have not answered.
    Asking(i64),
    /// That has ended, or there is nothing to ask, or nobody.
    Done,
}

/// What is known of a round.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Today.
    pub today: Day,
    /// The last day to apply.
    pub apply_by: Option<Day>,
    /// When the round ends.
    pub ends_on: Day,
    /// How many applied as mentors.
    pub mentors: i64,
    /// How many applied as mentees.
    pub mentees: i64,
    /// How many pairs were ever told.
    pub told: i64,
    /// How many of them have still to answer.
    pub waiting: i64,
    /// How many go on.
    pub running: i64,
    /// How many people of those have training to complete.
    pub in_training: i64,
    /// Whether people were asked where they stand in the end; looked at in review only.
    pub looked_back: LookedBack,
}

/// What blocks a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Nobody said until when people can apply.
    NoDeadline,
    /// People can still apply, until then.
    StillOpen(Day),
    /// There is nobody to match.
    NobodyToMatch,
    /// No pair was told, or none said yes.
    NoPair,
    /// So many pairs have still to answer.
    Unanswered(i64),
    /// So many people have training to complete.
    InTraining(i64),
    /// Pairs meet until then.
    StillRuns(Day),
    /// Nobody was asked where they stand in the end.
    NotAsked,
    /// They are being asked, and so many have not answered.
    StillAsked(i64),
}

/// Where a round stands, when it was moved to `moved` last.
#[must_use]
pub fn stands(moved: Stage, facts: &Facts) -> Stage {
    moved.max(floor(facts))
}

/// What facts say by themselves.
fn floor(facts: &Facts) -> Stage {
    match (facts.told, facts.mentors + facts.mentees) {
        (0, 0) => Stage::Draft,
        (0, _) => Stage::Open,
        _ => Stage::Matching,
    }
}

/// What still blocks the step after a stage. The last has none.
#[must_use]
pub fn blocks(stage: Stage, facts: &Facts) -> Vec<Block> {
    let when = |holds: bool, block: Block| holds.then_some(block);
    let all = match stage {
        Stage::Draft => vec![when(facts.apply_by.is_none(), Block::NoDeadline)],
        Stage::Open => vec![
            facts.apply_by.filter(|day| *day >= facts.today).map(Block::StillOpen),
            when(facts.mentors == 0 || facts.mentees == 0, Block::NobodyToMatch),
        ],
        Stage::Matching => vec![
            when(facts.waiting > 0, Block::Unanswered(facts.waiting)),
            when(facts.waiting == 0 && facts.running == 0, Block::NoPair),
        ],
        Stage::Training => vec![when(facts.in_training > 0, Block::InTraining(facts.in_training))],
        Stage::Active => vec![when(facts.ends_on >= facts.today, Block::StillRuns(facts.ends_on))],
        Stage::Review => vec![match facts.looked_back {
            LookedBack::NotAsked => Some(Block::NotAsked),
            LookedBack::Asking(unanswered) => Some(Block::StillAsked(unanswered)),
            LookedBack::Done => None,
        }],
        Stage::Closed => Vec::new(),
    };
    all.into_iter().flatten().collect()
}

/// The stage before, when the round can go back to it: not behind what facts say.
#[must_use]
pub fn back(stage: Stage, facts: &Facts) -> Option<Stage> {
    stage.before().filter(|before| *before >= floor(facts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const NOTHING: Facts = Facts {
        today: date(2026, 11, 2),
        apply_by: None,
        ends_on: date(2027, 7, 31),
        mentors: 0,
        mentees: 0,
        told: 0,
        waiting: 0,
        running: 0,
        in_training: 0,
        looked_back: LookedBack::Done,
    };

    #[test]
    fn facts_speak_before_words() {
        assert_eq!(stands(Stage::Draft, &NOTHING), Stage::Draft);
        assert_eq!(stands(Stage::Draft, &Facts { mentors: 1, ..NOTHING }), Stage::Open);
        let told = Facts { mentors: 1, mentees: 1, told: 1, waiting: 1, ..NOTHING };
        assert_eq!(stands(Stage::Open, &told), Stage::Matching);
        assert_eq!(stands(Stage::Active, &told), Stage::Active);
        assert_eq!(back(Stage::Matching, &told), None);
        assert_eq!(back(Stage::Training, &told), Some(Stage::Matching));
        assert_eq!(back(Stage::Draft, &NOTHING), None);
    }

    #[test]
    fn each_stage_says_what_blocks_it() {
        assert_eq!(blocks(Stage::Draft, &NOTHING), [Block::NoDeadline]);
        let by = |apply_by| Facts { apply_by: Some(apply_by), mentors: 1, mentees: 1, ..NOTHING };
        assert_eq!(blocks(Stage::Open, &by(NOTHING.today)), [Block::StillOpen(NOTHING.today)]);
        assert!(blocks(Stage::Open, &by(date(2026, 11, 1))).is_empty());
        assert_eq!(blocks(Stage::Open, &NOTHING), [Block::NobodyToMatch]);
        assert_eq!(blocks(Stage::Matching, &NOTHING), [Block::NoPair]);
        assert_eq!(blocks(Stage::Matching, &Facts { waiting: 2, running: 1, ..NOTHING }), [Block::Unanswered(2)]);
        assert!(blocks(Stage::Matching, &Facts { running: 1, ..NOTHING }).is_empty());
        assert_eq!(blocks(Stage::Training, &Facts { in_training: 3, ..NOTHING }), [Block::InTraining(3)]);
        assert_eq!(blocks(Stage::Active, &NOTHING), [Block::StillRuns(NOTHING.ends_on)]);
        assert!(blocks(Stage::Active, &Facts { today: date(2027, 8, 1), ..NOTHING }).is_empty());
        let back = |looked_back| Facts { looked_back, ..NOTHING };
        assert_eq!(blocks(Stage::Review, &back(LookedBack::NotAsked)), [Block::NotAsked]);
        assert_eq!(blocks(Stage::Review, &back(LookedBack::Asking(3))), [Block::StillAsked(3)]);
        assert_eq!(blocks(Stage::Review, &back(LookedBack::Asking(0))), [Block::StillAsked(0)], "until it is ended");
        assert!(blocks(Stage::Review, &back(LookedBack::Done)).is_empty());
    }
}
