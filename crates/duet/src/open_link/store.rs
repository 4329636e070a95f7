//! Open links, in the database, each asked about within the organisation it leads to. Which that is `organisation::store` says.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::token::Token;
use kit::{Result, params};

use super::access::OPEN_LINK;
use super::{LeadsTo, OpenLink, OpenLinkId};
use crate::access::Reached;
use crate::person::Viewer;
use crate::round::{self, Round, RoundId};

kit::row!(OpenLink { id, made_by, made_at, ended_at, came_in });
kit::row!(LeadsTo { link, round });

kit::sql! {
    OF -> OpenLink = "
        select l.id, b.name as made_by, l.made_at, l.ended_at, l.came_in
        from open_link l join person b on b.organisation = l.organisation and b.id = l.made_by
        where l.organisation = $1 and l.round = $2 order by l.made_at desc, l.id desc";
    ROUND_OF -> (RoundId,) = "select round from open_link where organisation = $1 and id = $2";
    LEADS_TO -> LeadsTo = "
        select id as link, round from open_link where organisation = $1 and secret_hash = $2 and ended_at is null";
    ADD -> () = "
        insert into open_link (organisation, secret_hash, id, round, made_by, made_at, came_in)
        values ($1, $2, $3, $4, $5, $6, 0)";
    END -> () = "update open_link set ended_at = $3 where organisation = $1 and id = $2 and ended_at is null";
    COUNT -> () = "update open_link set came_in = came_in + 1 where organisation = $1 and id = $2";
}

/// Every link of a round, the newest first.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn of(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<OpenLink>> {
    round.must(&OPEN_LINK, Verb::List)?;
    c.all(&OF, params![round.id])
}

/// The round of a link, and who stands how to it.
///
/// # Errors
/// `NotFound` when it is not there, or its round not theirs to see.
pub fn round_of(c: &mut Read<'_>, viewer: Viewer, id: OpenLinkId) -> Result<Reached<Round>> {
    let (round,) = c.one(&ROUND_OF, params![id])?;
    round::store::reached(c, viewer, round)
}

/// Where a link leads, for whoever holds its secret.
///
/// # Errors
/// `NotFound` when it is none of the organisation's, or has ended.
pub fn leads_to(c: &mut Read<'_>, secret: &Token) -> Result<LeadsTo> {
    c.one(&LEADS_TO, params![secret.hash()])
}

/// Keeps a new link, by its hash.
///
/// # Errors
/// `NotFound` when it is not theirs to make.
pub fn add(tx: &mut Tx<'_>, round: &Reached<Round>, secret: &Token) -> Result<OpenLinkId> {
    round.must(&OPEN_LINK, Verb::Write)?;
    let (id, by, now) = (tx.fresh::<OpenLinkId>(), round.viewer().person, tx.now());
    tx.run(&ADD, params![secret.hash(), id, round.id, by, now])?;
    Ok(id)
}

/// Ends a link; tells whether it was open.
///
/// # Errors
/// `NotFound` when it is not theirs to end.
pub fn end(tx: &mut Tx<'_>, round: &Reached<Round>, id: OpenLinkId) -> Result<bool> {
    round.must(&OPEN_LINK, Verb::Delete)?;
    let now = tx.now();
    Ok(tx.run(&END, params![id, now])? == 1)
}

/// Counts somebody who came in by a link.
///
/// # Errors
/// `Internal` when the database fails.
pub fn count(tx: &mut Tx<'_>, id: OpenLinkId) -> Result<()> {
    tx.run(&COUNT, params![id])?;
    Ok(())
}
