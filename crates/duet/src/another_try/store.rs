//! Another try, in the database. That the two may be proposed again is read with who said no: `partnership::store`.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::AnotherTry;
use super::access::ANOTHER_TRY;
use crate::access::Reached;
use crate::partnership::Partnership;

kit::row!(AnotherTry { note, made_by, made_at });

kit::sql! {
    OF -> AnotherTry = "
        select t.note, b.name as made_by, t.made_at
        from another_try t join person b on b.organisation = t.organisation and b.id = t.made_by
        where t.organisation = $1 and t.partnership = $2";
    ADD -> () = "
        insert into another_try (organisation, partnership, note, made_by, made_at) values ($1, $2, $3, $4, $5)";
}

/// That the two of a pair that ended may be proposed again, if somebody said so.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn of(c: &mut Read<'_>, pair: &Reached<Partnership>) -> Result<Option<AnotherTry>> {
    pair.must(&ANOTHER_TRY, Verb::See)?;
    c.first(&OF, params![pair.id])
}

/// Notes it.
///
/// # Errors
/// `NotFound` when it is not theirs to say.
pub fn add(tx: &mut Tx<'_>, pair: &Reached<Partnership>, note: &str) -> Result<()> {
    pair.must(&ANOTHER_TRY, Verb::Write)?;
    let (by, now) = (pair.viewer().person, tx.now());
    tx.run(&ADD, params![pair.id, note, by, now])?;
    Ok(())
}
