//! Private answers, in the database: sealed under the key of whom they are about.

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::{Read, Tx};
use kit::seal::{Holder, Opened, Place, Private, Sealed};
use kit::{Result, params, values};

use super::access::PRIVATE_ANSWER;
use super::{PrivateAnswer, PrivateAnswerId};
use crate::access::Reached;
use crate::person::{PersonId, Viewer};
use crate::round::{Round, RoundId};

struct Row {
    id: PrivateAnswerId,
    person: PersonId,
    name: String,
    heading: String,
    purpose: String,
    answer: Sealed<Private>,
    made_at: Instant,
}
kit::row!(Row { id, person, name, heading, purpose, answer, made_at });

kit::sql! {
    IN_ROUND -> Row = "
        select a.id, a.person, p.name, a.heading, a.purpose, a.answer, a.made_at
        from private_answer a join person p on p.organisation = a.organisation and p.id = a.person
        where a.organisation = $1 and a.round = $2
        order by a.heading, p.name, a.id";
    ABOUT -> Row = "
        select a.id, a.person, r.name, a.heading, a.purpose, a.answer, a.made_at
        from private_answer a join round r on r.organisation = a.organisation and r.id = a.round
        where a.organisation = $1 and a.person = $2
        order by a.made_at, a.id";
    DROP -> () = "
        delete from private_answer where organisation = $1 and round = $2 and person = $3 and heading = $4";
    KEEP -> () = "
        insert into private_answer (organisation, id, round, person, heading, purpose, answer, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    DELETE -> () = "delete from private_answer where organisation = $1 and round = $2 and heading = $3";
    OWN_IN -> (PrivateAnswerId, String, Sealed<Private>) = "
        select id, heading, answer from private_answer where organisation = $1 and person = $2 and round = $3";
    FORGET_OWN -> () = "delete from private_answer where organisation = $1 and round = $2 and person = $3";
    SEALED -> (PrivateAnswerId, Sealed<Private>) = "
        select id, answer from private_answer where organisation = $1 and person = $2";
    RESEAL -> () = "update private_answer set answer = $4 where organisation = $1 and person = $2 and id = $3";
    ANY -> (i64,) = "select count(*) from private_answer where organisation = $1";
}

/// Where an answer stands.
fn place(id: PrivateAnswerId) -> Place {
    Place { table: "private_answer", column: "answer", row: id.0 }
}

/// Every private answer of a round, by heading.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn in_round(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<PrivateAnswer>> {
    round.must(&PRIVATE_ANSWER, Verb::See)?;
    let rows = c.all(&IN_ROUND, params![round.id])?;
    rows.into_iter().map(|row| opened(c, row)).collect()
}

/// Every private answer about the viewer; each with the name of its round in place of theirs.
///
/// # Errors
/// `Internal` when a database fails.
pub fn about(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<PrivateAnswer>> {
    let rows = c.all(&ABOUT, params![viewer.person])?;
    rows.into_iter().map(|row| opened(c, row)).collect()
}

fn opened(c: &mut Read<'_>, row: Row) -> Result<PrivateAnswer> {
    let Row { id, person, name, heading, purpose, answer, made_at } = row;
    let answer = c.open(Holder(person.0), place(id), &answer)?;
    Ok(PrivateAnswer { person, name, heading, purpose, answer, made_at })
}

/// An answer to keep: about whom, under which heading, for what purpose, and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'k> {
    /// Whom it is about.
    pub person: PersonId,
    /// Under which heading.
    pub heading: &'k str,
    /// For what.
    pub purpose: &'k str,
    /// What it says.
    pub answer: &'k Private,
}

/// Keeps answers for their purposes, each in place of what was kept about somebody under its heading before.
///
/// # Errors
/// `NotFound` when the round is not theirs to keep any for; `Conflict` when whom one is about was erased.
pub fn keep(tx: &mut Tx<'_>, round: &Reached<Round>, answers: &[Kept<'_>]) -> Result<()> {
    round.must(&PRIVATE_ANSWER, Verb::Write)?;
    kept(tx, round.id, answers)
}

/// Keeps what the viewer says of themselves under a heading, for a purpose they were told; nothing said is forgotten there.
/// The caller has shown that they are asked.
///
/// # Errors
/// `Conflict` when they were erased; `Internal` when a database fails.
pub fn keep_own(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    round: RoundId,
    (heading, purpose): (&str, &str),
    answer: Option<&Private>,
) -> Result<()> {
    let Some(answer) = answer else {
        tx.run(&DROP, params![round, viewer.person, heading])?;
        return Ok(());
    };
    kept(tx, round, &[Kept { person: viewer.person, heading, purpose, answer }])
}

/// What the viewer said of themselves in a round: heading and words. What cannot be opened any more is left out.
///
/// # Errors
/// `Internal` when a database fails.
pub fn own_in(c: &mut Read<'_>, viewer: Viewer, round: RoundId) -> Result<Vec<(String, Private)>> {
    let mut found = Vec::new();
    for (id, heading, sealed) in c.all(&OWN_IN, params![viewer.person, round])? {
        if let Opened::Words(words) = c.open(Holder(viewer.person.0), place(id), &sealed)? {
            found.push((heading, words));
        }
    }
    Ok(found)
}

/// Forgets what the viewer said of themselves in a round.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget_own(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId) -> Result<()> {
    tx.run(&FORGET_OWN, params![round, viewer.person])?;
    Ok(())
}

fn kept(tx: &mut Tx<'_>, round: RoundId, answers: &[Kept<'_>]) -> Result<()> {
    let now = tx.now();
    let ids: Vec<PrivateAnswerId> = answers.iter().map(|_| tx.fresh()).collect();
    let words: Vec<_> =
        ids.iter().zip(answers).map(|(id, one)| (Holder(one.person.0), place(*id), one.answer)).collect();
    let sealed = tx.seal_many(&words)?;
    tx.run_many(&DROP, answers.iter().map(|one| values![round, one.person, one.heading]))?;
    let rows = ids.iter().zip(answers).zip(&sealed);
    tx.run_many(
        &KEEP,
        rows.map(|((id, one), sealed)| values![*id, round, one.person, one.heading, one.purpose, *sealed, now]),
    )?;
    Ok(())
}

/// Deletes every answer of a round under one heading.
///
/// # Errors
/// `NotFound` when they are not theirs to delete.
pub fn delete(tx: &mut Tx<'_>, round: &Reached<Round>, heading: &str) -> Result<()> {
    round.must(&PRIVATE_ANSWER, Verb::Delete)?;
    tx.run(&DELETE, params![round.id, heading])?;
    Ok(())
}

/// Whether there is any. For whoever looks after the keys.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_any(c: &mut Read<'_>) -> Result<bool> {
    Ok(c.one(&ANY, params![])?.0 > 0)
}

/// Seals what is about somebody anew where it is not under the newest key; tells how many. What cannot be opened stays.
///
/// # Errors
/// `Internal` when a database fails.
pub fn reseal(tx: &mut Tx<'_>, person: Holder) -> Result<u64> {
    let mut count = 0;
    for (id, sealed) in tx.all(&SEALED, params![person.0])? {
        if let Some(newer) = tx.sealed_anew(person, place(id), &sealed)? {
            count += tx.run(&RESEAL, params![person.0, id, newer])?;
        }
    }
    Ok(count)
}
