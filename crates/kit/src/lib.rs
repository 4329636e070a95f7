//! What any application needs: a store for two databases, errors with words, time and chance
//! through seams, languages, forms, sheets, safe pages. Knows no word of mentoring.
//!
//! Start at [`db::Store`]: everything an act does, it does on a [`db::Tx`].

pub mod access;
pub mod clock;
pub mod db;
pub mod disk;
pub mod error;
pub mod form;
pub mod id;
pub mod job;
pub mod mail;
pub mod named;
pub mod once;
pub mod random;
pub mod seal;
pub mod sheet;
pub mod table;
pub mod token;
pub mod watch;
pub mod web;
pub mod words;

pub use error::{Error, Message, Problem, Result};
