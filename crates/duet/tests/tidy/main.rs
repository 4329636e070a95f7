//! The house is tidy: its directions, its SQL and its words, read from the source text.

mod directions;
mod source;
mod sql;
mod words;
