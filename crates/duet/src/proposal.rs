//! Proposals: what the engine suggests and nobody has been told. [`question`] turns applicants and rules
//! into the engine's question and its answer back into people; [`fit`] scores two people; the acts are
//! [`make`], [`wish`] and [`publish`].

pub mod access;
pub mod ask;
pub mod bar;
pub mod board;
pub mod command;
pub mod evaluators;
pub mod fit;
pub mod letters;
pub mod make;
pub mod page;
pub mod proof;
pub mod publish;
pub mod question;
pub mod quick;
pub mod run;
pub mod sheets;
pub mod store;
pub mod what_if;
pub mod wish;
pub mod withdraw;
pub mod words;

use kit::clock::Instant;
use kit::id;

use crate::person::PersonId;
use crate::round::RoundId;
use crate::round::rules::Role;

id! {
    /// A proposal's.
    pub ProposalId;
}

kit::named! {
    /// What a coordinator wishes for two people.
    pub enum Wish {
        /// They are paired, whatever fits best.
        Together = "together",
        /// They are not paired.
        Apart = "apart",
    }
}

kit::named! {
    /// What comes first in a list of pairs.
    pub enum Order {
        /// The mentee's name.
        Name = "name",
        /// The best fit.
        Fit = "fit",
        /// The mentee's workplace.
        Workplace = "workplace",
    }
}

/// A proposal, without its pairs.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The round it is for.
    pub round: RoundId,
    /// When it was made.
    pub made_at: Instant,
    /// SHA-256 of all that went into it, in hexadecimal.
    pub question_hash: String,
    /// How many mentees have a mentor.
    pub placed: i64,
    /// When its pairs were told.
    pub published_at: Option<Instant>,
    /// Until when that can be taken back, when its letters go out by themselves.
    pub held_until: Option<Instant>,
}

/// A proposal among the others of its round.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its id.
    pub id: ProposalId,
    /// The round's first, second, third ….
    pub number: i64,
    /// When it was made.
    pub made_at: Instant,
    /// The name of who made it.
    pub made_by: String,
    /// How many mentees have a mentor.
    pub placed: i64,
    /// SHA-256 of all that went into it, in hexadecimal.
    pub question_hash: String,
    /// When its pairs were told.
    pub published_at: Option<Instant>,
}

/// A proposed pair, as the board shows it.
#[derive(Clone, Debug)]
pub struct ProposedPair {
    /// The mentor.
    pub mentor: PersonId,
    /// Their name.
    pub mentor_name: String,
    /// Where they work.
    pub mentor_workplace: Option<String>,
    /// The mentee.
    pub mentee: PersonId,
    /// Their name.
    pub mentee_name: String,
    /// Where they work.
    pub mentee_workplace: Option<String>,
    /// How well they fit, of 100.
    pub fit: u32,
    /// What the fit is made of.
    pub reasons: Vec<fit::Reason>,
    /// Whether the coordinator wished for them.
    pub together: bool,
}

/// Somebody a proposal leaves out, and why.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub workplace: Option<String>,
    /// As what they applied.
    pub role: Role,
    /// Why.
    pub reasons: question::WhyLeftOut<PersonId>,
}
