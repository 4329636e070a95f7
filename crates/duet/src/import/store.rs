//! Uploads and remembered mappings, in the database.

use std::collections::HashSet;

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::{Json, Read, Tx};
use kit::seal::{Holder as KeyHolder, Opened, Place, Private, Sealed};
use kit::{Result, params};

use super::access::IMPORT;
use super::choice::{Choice, Remembered};
use super::{Contents, Upload, UploadId};
use crate::access::{Holder, Reached};
use crate::application::access::APPLICATION;
use crate::person::{PersonId, Viewer};
use crate::pupil::AtLarge;
use crate::pupil::access::PUPIL_SHEET;
use crate::round::{Round, RoundId};

struct SealedRow {
    id: UploadId,
    contents: Option<Sealed<Contents>>,
    choice: Option<Sealed<Private>>,
}
kit::row!(SealedRow { id, contents, choice });
kit::row!(Upload { id, round, round_name, colour, kind, made_at, taken_at });

kit::sql! {
    ADD -> () = "
        insert into import_upload (organisation, id, round, kind, made_by, made_at, contents) values ($1, $2, $3, $4, $5, $6, $7)";
    ONE -> Upload = "
        select u.id, u.round, r.name as round_name, s.colour, u.kind, u.made_at, u.taken_at
        from import_upload u
        left join round r on r.organisation = u.organisation and r.id = u.round
        left join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where u.organisation = $1 and u.id = $2";
    HOLDERS -> Holder = "
        select 'oneself' as relation, u.made_by as person, p.name
        from import_upload u join person p on p.organisation = u.organisation and p.id = u.made_by
        where u.organisation = $1 and u.id = $2";
    SEALED -> SealedRow = "select id, contents, choice from import_upload where organisation = $1 and id = $2";
    SEALED_OF -> SealedRow = "select id, contents, choice from import_upload where organisation = $1 and made_by = $2";
    RESEAL -> () = "update import_upload set contents = $3, choice = $4 where organisation = $1 and id = $2";
    CHOOSE -> () = "update import_upload set choice = $3 where organisation = $1 and id = $2 and taken_at is null";
    TAKEN -> () = "
        update import_upload set contents = null, choice = null, taken_at = $3
        where organisation = $1 and id = $2 and taken_at is null";
    DROP -> () = "delete from import_upload where organisation = $1 and id = $2";
    FORGET -> () = "delete from import_upload where organisation = $1 and made_at < $2";
    ANY -> (i64,) = "select count(*) from import_upload where organisation = $1 and contents is not null";
    REACHED -> (PersonId,) = "
        select a.person from appointment h
        join round r on r.organisation = h.organisation and r.scheme = h.scheme
        join application a on a.organisation = r.organisation and a.round = r.id
        where h.organisation = $1 and h.person = $2 and h.duty = 'coordinator'
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        union
        select p.mentor from appointment h
        join round r on r.organisation = h.organisation and r.scheme = h.scheme
        join partnership p on p.organisation = r.organisation and p.round = r.id
        where h.organisation = $1 and h.person = $2 and h.duty = 'coordinator'
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        union
        select p.mentee from appointment h
        join round r on r.organisation = h.organisation and r.scheme = h.scheme
        join partnership p on p.organisation = r.organisation and p.round = r.id
        where h.organisation = $1 and h.person = $2 and h.duty = 'coordinator'
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)";
    REMEMBERED -> (Json<Remembered>,) = "
        select uses from import_mapping where organisation = $1 and kind = $2 and headings_hash = $3";
    REMEMBER -> () = "insert into import_mapping (organisation, kind, headings_hash, uses) values ($1, $2, $3, $4)";
    LET_GO -> () = "delete from import_mapping where organisation = $1 and kind = $2 and headings_hash = $3";
}

fn contents_of(id: UploadId) -> Place {
    Place { table: "import_upload", column: "contents", row: id.0 }
}

fn choice_of(id: UploadId) -> Place {
    Place { table: "import_upload", column: "choice", row: id.0 }
}

fn holder(viewer: Viewer) -> KeyHolder {
    KeyHolder(viewer.person.0)
}

/// Keeps what somebody sent, sealed under their key.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring anything in to; `Internal` when a database fails.
pub fn add(tx: &mut Tx<'_>, round: &Reached<Round>, kind: &str, contents: &Contents) -> Result<UploadId> {
    round.must(&APPLICATION, Verb::Write)?;
    keep(tx, round.viewer(), Some(round.id), kind, contents)
}

/// Keeps a sheet of pupils, in the same way.
///
/// # Errors
/// `NotFound` when it is not theirs to bring any in; `Internal` when a database fails.
pub fn add_of_pupils(
    tx: &mut Tx<'_>,
    at_large: &Reached<AtLarge>,
    kind: &str,
    contents: &Contents,
) -> Result<UploadId> {
    at_large.must(&PUPIL_SHEET, Verb::Write)?;
    keep(tx, at_large.viewer(), None, kind, contents)
}

fn keep(tx: &mut Tx<'_>, viewer: Viewer, round: Option<RoundId>, kind: &str, contents: &Contents) -> Result<UploadId> {
    let (id, now) = (tx.fresh::<UploadId>(), tx.now());
    let sealed = tx.seal(holder(viewer), contents_of(id), contents)?;
    tx.run(&ADD, params![id, round, kind, viewer.person, now, sealed])?;
    Ok(id)
}

/// An upload, and whose it is.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: UploadId) -> Result<Reached<Upload>> {
    let upload = c.one(&ONE, params![id])?;
    Ok(Reached::of(upload, viewer, c.all(&HOLDERS, params![id])?))
}

/// What an upload holds, and what was settled for its columns. Nothing when it was taken, or its key is lost.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn contents(c: &mut Read<'_>, upload: &Reached<Upload>) -> Result<Option<(Contents, Option<Choice>)>> {
    upload.must(&IMPORT, Verb::See)?;
    let (key, row) = (holder(upload.viewer()), c.one(&SEALED, params![upload.id])?);
    let Some(sealed) = row.contents else { return Ok(None) };
    let Opened::Words(contents) = c.open(key, contents_of(row.id), &sealed)? else { return Ok(None) };
    let Some(sealed) = row.choice else { return Ok(Some((contents, None))) };
    let choice = c.open(key, choice_of(row.id), &sealed)?;
    let choice = choice.words().and_then(|words| serde_json::from_str(words.reveal()).ok());
    Ok(Some((contents, choice)))
}

/// Settles what is done with the columns.
///
/// # Errors
/// `NotFound` when it is not theirs; `Internal` when a database fails.
pub fn choose(tx: &mut Tx<'_>, upload: &Reached<Upload>, choice: &Choice) -> Result<()> {
    upload.must(&IMPORT, Verb::Write)?;
    let text = serde_json::to_string(choice).map_err(kit::Error::internal)?;
    let sealed = tx.seal(holder(upload.viewer()), choice_of(upload.id), &Private::new(text))?;
    tx.run(&CHOOSE, params![upload.id, sealed])?;
    Ok(())
}

/// Notes that it was brought in, and lets go what it held. Tells whether it was the first time.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn taken(tx: &mut Tx<'_>, upload: &Reached<Upload>) -> Result<bool> {
    upload.must(&IMPORT, Verb::Decide)?;
    let now = tx.now();
    Ok(tx.run(&TAKEN, params![upload.id, now])? == 1)
}

/// Throws it away.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn throw_away(tx: &mut Tx<'_>, upload: &Reached<Upload>) -> Result<()> {
    upload.must(&IMPORT, Verb::Delete)?;
    tx.run(&DROP, params![upload.id])?;
    Ok(())
}

/// Throws away everybody's of before a moment.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut Tx<'_>, before: Instant) -> Result<()> {
    tx.run(&FORGET, params![before])?;
    Ok(())
}

/// Everybody who applied to a round that somebody coordinates today, or is in a pair of one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn reached_people(c: &mut Read<'_>, viewer: Viewer) -> Result<HashSet<PersonId>> {
    let today = c.today();
    Ok(c.all(&REACHED, params![viewer.person, today])?.into_iter().map(|(person,)| person).collect())
}

/// What was remembered for sheets with these headings.
///
/// # Errors
/// `Internal` when the database fails.
pub fn remembered(c: &mut Read<'_>, kind: &str, headings_hash: &str) -> Result<Option<Remembered>> {
    Ok(c.first(&REMEMBERED, params![kind, headings_hash])?.map(|(uses,)| uses.0))
}

/// Remembers what was done with a sheet's columns, in place of what was before.
///
/// # Errors
/// `Internal` when the database fails.
pub fn remember(tx: &mut Tx<'_>, kind: &str, headings_hash: &str, uses: &Remembered) -> Result<()> {
    if remembered(tx, kind, headings_hash)?.as_ref() != Some(uses) {
        tx.run(&LET_GO, params![kind, headings_hash])?;
        tx.run(&REMEMBER, params![kind, headings_hash, Json(uses)])?;
    }
    Ok(())
}

/// Whether any upload holds anything. For whoever looks after the keys.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_any(c: &mut Read<'_>) -> Result<bool> {
    Ok(c.one(&ANY, params![])?.0 > 0)
}

/// Seals somebody's uploads anew where they are not under the newest key; tells how many. What cannot be opened stays.
///
/// # Errors
/// `Internal` when a database fails.
pub fn reseal(tx: &mut Tx<'_>, key: KeyHolder) -> Result<u64> {
    let mut count = 0;
    for SealedRow { id, contents, choice } in tx.all(&SEALED_OF, params![key.0])? {
        let newer = contents.as_ref().map(|old| tx.sealed_anew(key, contents_of(id), old)).transpose()?.flatten();
        let chosen = choice.as_ref().map(|old| tx.sealed_anew(key, choice_of(id), old)).transpose()?.flatten();
        if newer.is_some() || chosen.is_some() {
            count += tx.run(&RESEAL, params![id, newer.or(contents), chosen.or(choice)])?;
        }
    }
    Ok(count)
}
