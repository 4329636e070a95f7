//! The matching engine: wishes and limits in, a proposal with its proof and its reasons out.
//!
//! It stands alone: it imports nothing but `std`, reads no clock and no file, and throws dice only from the seed it is
//! given. The same question gets the same answer, in whatever order it was written down.
//!
//! | Module | Question | Answer |
//! |---|---|---|
//! | [`assign`] | Which mentor for which mentee, when mentors have a number of places? | exact, proven |
//! | [`pair`] | Who with whom in one pool, and where does the odd one out join in? | exact, pairs proven |
//! | [`exchange::transport`] | Which hours of offers to which needs? | exact, proven |
//! | [`exchange::cycles`] | Who gives to whom, so that everybody who gives gets? | searched for, with a bound, often proven |
//! | [`group`] | Which people into which group, when groups shall be diverse? | searched for, with a bound |
//!
//! People are numbers from 0, scores are whole numbers where more is better. Every answer can be checked by a function
//! that shares nothing with the one that found it, and can be asked why: start at [`assign::propose`].

pub mod assign;
mod dice;
pub mod exchange;
pub mod group;
pub mod pair;
mod scale;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct Readme;

#[cfg(test)]
#[path = "../tests/random/mod.rs"]
mod random;
