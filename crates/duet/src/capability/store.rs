//! Levels and capabilities, in the database.

use kit::access::Verb;
use kit::clock::{Day, Instant};
use kit::db::{Json, Read, Tx};
use kit::{Result, params};

use super::access::CAPABILITY;
use super::{Capability, CapabilityDraft, CapabilityId, Described, Framework, Scale, Words};
use crate::access::{Holder, Reached};
use crate::person::Viewer;

struct ScaleRow {
    version: i64,
    lowest: i64,
    levels: Json<Vec<Words>>,
    teaches: i64,
}
kit::row!(ScaleRow { version, lowest, levels, teaches });

struct Row {
    id: CapabilityId,
    position: i64,
    withdrawn_on: Option<Day>,
    version: i64,
    area: String,
    area_cy: String,
    name: String,
    name_cy: String,
    levels: Json<Vec<Described>>,
    written_at: Instant,
    written_by: String,
}
kit::row!(Row { id, position, withdrawn_on, version, area, area_cy, name, name_cy, levels, written_at, written_by });

// Who writes them: the administrators, and whoever coordinates a scheme.
kit::sql! {
    SCALE -> ScaleRow = "
        select version, lowest, levels, teaches from capability_scale
        where organisation = $1 order by version desc limit 1";
    ALL -> Row = "
        select c.id, c.position, c.withdrawn_on, w.version, w.area, w.area_cy, w.name, w.name_cy, w.levels, w.written_at,
               p.name as written_by
        from capability c
        join capability_wording w on w.organisation = c.organisation and w.capability = c.id
        join person p on p.organisation = w.organisation and p.id = w.written_by
        where c.organisation = $1
          and w.version = (select max(n.version) from capability_wording n
                           where n.organisation = c.organisation and n.capability = c.id)
        order by c.position";
    WORDINGS -> Row = "
        select c.id, c.position, c.withdrawn_on, w.version, w.area, w.area_cy, w.name, w.name_cy, w.levels, w.written_at,
               p.name as written_by
        from capability c
        join capability_wording w on w.organisation = c.organisation and w.capability = c.id
        join person p on p.organisation = w.organisation and p.id = w.written_by
        where c.organisation = $1 and c.id = $2
        order by w.version desc";
    HOLDERS -> Holder = "
        select distinct h.duty as relation, h.person, p.name
        from appointment h join person p on p.organisation = h.organisation and p.id = h.person
        where h.organisation = $1 and p.membership in ('invited', 'active')
          and h.started_on <= $2 and (h.finished_on is null or h.finished_on >= $2)
        order by h.duty, p.name, h.person";
    IS_ASSESSED -> (i64,) = "select count(*) from assessment where organisation = $1";
    LAST -> (i64,) = "select cast(coalesce(max(position), 0) as bigint) from capability where organisation = $1";
    WRITE_SCALE -> () = "
        insert into capability_scale (organisation, version, lowest, levels, teaches, written_at, written_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    ADD -> () = "insert into capability (organisation, id, position, made_at) values ($1, $2, $3, $4)";
    WORD -> () = "
        insert into capability_wording
            (organisation, capability, version, area, area_cy, name, name_cy, levels, written_at, written_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    WITHDRAW -> () = "update capability set withdrawn_on = $3 where organisation = $1 and id = $2";
}

impl From<Row> for Capability {
    fn from(row: Row) -> Capability {
        let Row { id, position, withdrawn_on, version, area, area_cy, name, name_cy, levels, written_at, .. } = row;
        Capability { id, position, withdrawn_on, version, area, area_cy, name, name_cy, levels: levels.0, written_at }
    }
}

/// The levels and capabilities of the organisation. Everybody who is signed in may read them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn framework(c: &mut Read<'_>) -> Result<Framework> {
    let scale = c.first(&SCALE, params![])?;
    let scale =
        scale.map(|ScaleRow { version, lowest, levels, teaches }| Scale { version, lowest, levels: levels.0, teaches });
    Ok(Framework { scale, all: c.all(&ALL, params![])?.into_iter().map(Capability::from).collect() })
}

/// The organisation's capabilities as a whole, and who stands how to them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn framework_reached(c: &mut Read<'_>, viewer: Viewer) -> Result<Reached<()>> {
    let today = c.today();
    Ok(Reached::of((), viewer, c.all(&HOLDERS, params![today])?))
}

/// A capability in the words that count now, and who stands how to it.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: CapabilityId) -> Result<Reached<Capability>> {
    let today = c.today();
    let newest = c.first(&WORDINGS, params![id])?.ok_or(kit::Error::NotFound)?;
    Ok(Reached::of(Capability::from(newest), viewer, c.all(&HOLDERS, params![today])?))
}

/// Every version of a capability's words, the newest first, and who wrote each.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn wordings(c: &mut Read<'_>, capability: &Reached<Capability>) -> Result<Vec<(Capability, String)>> {
    capability.must(&CAPABILITY, Verb::See)?;
    let rows = c.all(&WORDINGS, params![capability.id])?;
    Ok(rows.into_iter().map(|row| (row.written_by.clone(), row)).map(|(by, row)| (row.into(), by)).collect())
}

/// Whether anybody was assessed: from then on levels keep their numbers.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_assessed(c: &mut Read<'_>) -> Result<bool> {
    Ok(c.one(&IS_ASSESSED, params![])?.0 > 0)
}

/// Writes the levels: a version more.
///
/// # Errors
/// `NotFound` when they are not theirs to write; `Conflict` when somebody wrote them at the same moment.
pub fn write_scale(tx: &mut Tx<'_>, framework: &Reached<()>, scale: &Scale) -> Result<()> {
    framework.must(&CAPABILITY, Verb::Write)?;
    let (now, by) = (tx.now(), framework.viewer().person);
    tx.run(&WRITE_SCALE, params![scale.version, scale.lowest, Json(&scale.levels), scale.teaches, now, by])?;
    Ok(())
}

/// Adds a capability after the others.
///
/// # Errors
/// `NotFound` when they are not theirs to write.
pub fn add(tx: &mut Tx<'_>, framework: &Reached<()>, draft: &CapabilityDraft) -> Result<CapabilityId> {
    framework.must(&CAPABILITY, Verb::Write)?;
    let (id, now) = (tx.fresh::<CapabilityId>(), tx.now());
    let position = tx.one(&LAST, params![])?.0 + 1;
    tx.run(&ADD, params![id, position, now])?;
    word(tx, framework.viewer(), id, 1, draft)?;
    Ok(id)
}

/// Says a capability in other words: a version more.
///
/// # Errors
/// `NotFound` when it is not theirs to write; `Conflict` when somebody did at the same moment.
pub fn reword(tx: &mut Tx<'_>, capability: &Reached<Capability>, draft: &CapabilityDraft) -> Result<()> {
    capability.must(&CAPABILITY, Verb::Write)?;
    word(tx, capability.viewer(), capability.id, capability.version + 1, draft)
}

fn word(tx: &mut Tx<'_>, by: Viewer, id: CapabilityId, version: i64, draft: &CapabilityDraft) -> Result<()> {
    let (now, CapabilityDraft { area, name, levels }) = (tx.now(), draft);
    tx.run(&WORD, params![id, version, area.en, area.cy, name.en, name.cy, Json(levels), now, by.person])?;
    Ok(())
}

/// Notes from when on nobody is asked about a capability; none: people are asked again.
///
/// # Errors
/// `NotFound` when it is not theirs to withdraw.
pub fn withdraw(tx: &mut Tx<'_>, capability: &Reached<Capability>, on: Option<Day>) -> Result<()> {
    capability.must(&CAPABILITY, Verb::Delete)?;
    tx.run(&WITHDRAW, params![capability.id, on])?;
    Ok(())
}
