//! Outcomes, in the database.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::access::OUTCOME;
use super::{Outcome, OutcomeDraft, OutcomeId};
use crate::access::{Holder, Reached};
use crate::person::Viewer;
use crate::scheme::{Scheme, SchemeId};

kit::row!(Outcome { id, scheme, scheme_name, colour, position, words, words_cy, for_role, withdrawn_on });

kit::sql! {
    OF -> Outcome = "
        select o.id, o.scheme, s.name as scheme_name, s.colour, o.position, o.words, o.words_cy, o.for_role, o.withdrawn_on
        from outcome o join scheme s on s.organisation = o.organisation and s.id = o.scheme
        where o.organisation = $1 and o.scheme = $2
        order by o.position";
    ONE -> Outcome = "
        select o.id, o.scheme, s.name as scheme_name, s.colour, o.position, o.words, o.words_cy, o.for_role, o.withdrawn_on
        from outcome o join scheme s on s.organisation = o.organisation and s.id = o.scheme
        where o.organisation = $1 and o.id = $2";
    HOLDERS -> Holder = "
        select h.duty as relation, h.person, p.name
        from outcome o
        join appointment h on h.organisation = o.organisation and (h.scheme = o.scheme or h.scheme is null)
        join person p on p.organisation = h.organisation and p.id = h.person
        where o.organisation = $1 and o.id = $2 and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        order by h.duty, p.name";
    LAST -> (i64,) = "
        select cast(coalesce(max(position), 0) as bigint) from outcome where organisation = $1 and scheme = $2";
    ADD -> () = "
        insert into outcome (organisation, id, scheme, position, words, words_cy, for_role)
        values ($1, $2, $3, $4, $5, $6, $7)";
    REWORD -> () = "
        update outcome set words = $3, words_cy = $4, for_role = $5 where organisation = $1 and id = $2";
    WITHDRAW -> () = "update outcome set withdrawn_on = $3 where organisation = $1 and id = $2";
}

/// A scheme's outcomes, in order: the withdrawn ones too.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn of(c: &mut Read<'_>, scheme: &Reached<Scheme>) -> Result<Vec<Outcome>> {
    scheme.must(&OUTCOME, Verb::List)?;
    c.all(&OF, params![scheme.id])
}

/// The same for who takes part, and is asked about them: the caller has shown that they do.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_scheme(c: &mut Read<'_>, scheme: SchemeId) -> Result<Vec<Outcome>> {
    c.all(&OF, params![scheme])
}

/// An outcome, and who stands how to it: those with a duty for its scheme, and the administrators.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: OutcomeId) -> Result<Reached<Outcome>> {
    let today = c.today();
    let outcome = c.one(&ONE, params![id])?;
    Ok(Reached::of(outcome, viewer, c.all(&HOLDERS, params![id, today])?))
}

/// Adds an outcome after the others.
///
/// # Errors
/// `NotFound` when the scheme is not theirs to change.
pub fn add(tx: &mut Tx<'_>, scheme: &Reached<Scheme>, draft: &OutcomeDraft) -> Result<OutcomeId> {
    scheme.must(&OUTCOME, Verb::Write)?;
    let position = tx.one(&LAST, params![scheme.id])?.0 + 1;
    let id = tx.fresh::<OutcomeId>();
    tx.run(&ADD, params![id, scheme.id, position, draft.words, draft.words_cy, draft.for_role])?;
    Ok(id)
}

/// Gives an outcome other words.
///
/// # Errors
/// `NotFound` when it is not theirs to change.
pub fn reword(tx: &mut Tx<'_>, outcome: &Reached<Outcome>, draft: &OutcomeDraft) -> Result<()> {
    outcome.must(&OUTCOME, Verb::Write)?;
    tx.run(&REWORD, params![outcome.id, draft.words, draft.words_cy, draft.for_role])?;
    Ok(())
}

/// Notes from when on nobody is asked about an outcome; none: people are asked again.
///
/// # Errors
/// `NotFound` when it is not theirs to withdraw.
pub fn withdraw(tx: &mut Tx<'_>, outcome: &Reached<Outcome>, on: Option<Day>) -> Result<()> {
    outcome.must(&OUTCOME, Verb::Delete)?;
    tx.run(&WITHDRAW, params![outcome.id, on])?;
    Ok(())
}
