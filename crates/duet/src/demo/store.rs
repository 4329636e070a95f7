//! The demo, in the database: what is needed to start over.

use kit::db::OutsideTx;
use kit::{Error, Result, params};

use super::cast;
use crate::organisation;

kit::sql! { outside
    RENAME -> () = "update organisation set name = name || ' (before)' where id = $1";
    SIGN_INS -> () = "delete from sign_in where organisation = $1";
    LINKS -> () = "delete from sign_in_link where organisation = $1";
    JOBS -> () = "delete from job_index where organisation = $1";
    MAILS -> () = "delete from sign_in_mail";
    KNOWN -> () = "delete from known_address where organisation = $1";
    PEOPLE -> () = "update person set address = 'before.' || address where organisation = $1";
    ADDRESSES -> () = "update person_address set address = 'before.' || address where organisation = $1";
}

/// Makes room for the cast to come anew: the organisation they are in keeps its rows, and nobody finds it any more.
///
/// # Errors
/// `NotFound` when this is no demo, or they are not there.
pub fn retire(tx: &mut OutsideTx<'_>) -> Result<()> {
    if !organisation::store::installation(tx)?.is_some_and(|installation| installation.demo) {
        return Err(Error::NotFound);
    }
    let old = organisation::store::by_name(tx, cast::ORGANISATION)?.id;
    // From here on the transaction is that organisation's, and may change its people.
    tx.inside_tx(old)?;
    for statement in [&KNOWN, &PEOPLE, &ADDRESSES, &SIGN_INS, &LINKS, &JOBS, &RENAME] {
        tx.run(statement, params![old])?;
    }
    tx.run(&MAILS, params![])?;
    Ok(())
}
