//! Conditions, in the database.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::access::CONDITION;
use super::{Condition, Kind};
use crate::access::Reached;
use crate::scheme::{Scheme, SchemeId};

kit::row!(Condition { kind, words, words_cy });

kit::sql! {
    OF -> Condition = "select kind, words, words_cy from condition where organisation = $1 and scheme = $2 order by kind";
    FORGET -> () = "delete from condition where organisation = $1 and scheme = $2 and kind = $3";
    KEEP -> () = "insert into condition (organisation, scheme, kind, words, words_cy) values ($1, $2, $3, $4, $5)";
}

/// The conditions that a scheme meets.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn of(c: &mut Read<'_>, scheme: &Reached<Scheme>) -> Result<Vec<Condition>> {
    scheme.must(&CONDITION, Verb::List)?;
    c.all(&OF, params![scheme.id])
}

/// The same, for the pages of other concepts: the caller has shown that they are the viewer's to read.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_scheme(c: &mut Read<'_>, scheme: SchemeId) -> Result<Vec<Condition>> {
    c.all(&OF, params![scheme])
}

/// Keeps how a scheme meets a condition, instead of what it said before.
///
/// # Errors
/// `NotFound` when it is not theirs to write.
pub fn keep(tx: &mut Tx<'_>, scheme: &Reached<Scheme>, condition: &Condition) -> Result<()> {
    scheme.must(&CONDITION, Verb::Write)?;
    let kind: Kind = condition.kind;
    tx.run(&FORGET, params![scheme.id, kind])?;
    tx.run(&KEEP, params![scheme.id, kind, condition.words, condition.words_cy])?;
    Ok(())
}
