//! The matching engine: wishes and limits in, a proposal with its proof and its reasons out.
//!
//! It stands alone: it imports nothing but `std`, reads no clock and no file, and throws no dice. The same question
//! gets the same answer, in whatever order it was written down.
//!
//! | Module | Question |
//! |---|---|
//! | [`assign`] | Which mentor for which mentee, when mentors have a number of places? |
//!
//! Exchanging hours or skills, pairing up one pool, and forming groups will each be a module beside it.
//!
//! People are numbers from 0, scores are whole numbers where more is better. Every answer is exact, carries its own
//! proof, and can be asked why: start at [`assign::propose`].

pub mod assign;
