//! Pupils and who teaches them, in the database.

use kit::access::Verb;
use kit::clock::{Day, Instant};
use kit::db::{Read, Tx};
use kit::sheet::folded;
use kit::{Result, params, values};

use super::access::{PUPIL, PUPIL_COUNT, PUPIL_SHEET, PUPIL_TUTOR};
use super::{AtLarge, Pupil, PupilDraft, PupilId, Role, Teaching, TeachingId, long_ago};
use crate::access::{Holder, Reached};
use crate::person::{self, PersonId, Viewer, WorkplaceId};

/// A pupil of somebody's, as their list shows them.
#[derive(Clone)]
pub struct Listed {
    /// Their id.
    pub id: PupilId,
    /// What they are called.
    pub name: String,
    /// Their school.
    pub school: String,
    /// Their year group.
    pub year_group: String,
    /// What the school knows them by.
    pub reference: Option<String>,
    /// What the viewer is to them.
    pub role: Role,
    /// Since when.
    pub started_on: Day,
}

/// A pupil whom no tutor teaches.
#[derive(Clone)]
pub struct Untaught {
    /// Their id.
    pub id: PupilId,
    /// What they are called.
    pub name: String,
    /// Their school.
    pub school: String,
    /// When they were added.
    pub made_at: Instant,
    /// The day on which it was taken back that somebody taught them, if it was.
    pub kept_from: Option<Day>,
    /// The last day a tutor taught them.
    pub last_on: Option<Day>,
}

/// That somebody teaches a pupil now, as who brings many in asks about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runs {
    /// Whom.
    pub pupil: PupilId,
    /// Who does.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// Since when.
    pub started_on: Day,
}

kit::row!(Pupil { id, name, school, year_group, reference });
kit::row!(Teaching { id, person, name, role, started_on, finished_on });
kit::row!(Listed { id, name, school, year_group, reference, role, started_on });
kit::row!(Untaught { id, name, school, made_at, kept_from, last_on });
kit::row!(Runs { pupil, person, role, started_on });

/// How many a search shows.
pub const MOST_FOUND: usize = 50;

// A pupil's reach: who teaches them today, and the administrators.
kit::sql! {
    ONE -> Pupil = "
        select p.id, p.name, w.name as school, p.year_group, p.reference
        from pupil p join workplace w on w.organisation = p.organisation and w.id = p.school
        where p.organisation = $1 and p.id = $2";
    HOLDERS -> Holder = "
        select t.role as relation, t.person, n.name
        from teaching t join person n on n.organisation = t.organisation and n.id = t.person
        where t.organisation = $1 and t.pupil = $2 and n.membership in ('invited', 'active')
          and t.started_on <= $3 and (t.finished_on is null or t.finished_on >= $3)
        union
        select h.duty as relation, h.person, n.name
        from appointment h join person n on n.organisation = h.organisation and n.id = h.person
        where h.organisation = $1 and h.scheme is null and n.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)";
    HOLDERS_AT_LARGE -> Holder = "
        select t.role as relation, t.person, n.name
        from teaching t join person n on n.organisation = t.organisation and n.id = t.person
        where t.organisation = $1 and t.person = $2
        union
        select h.duty as relation, h.person, n.name
        from appointment h join person n on n.organisation = h.organisation and n.id = h.person
        where h.organisation = $1 and (h.scheme is null or h.duty = 'coordinator') and n.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)";
    TEACHING_OF -> Teaching = "
        select t.id, t.person, n.name, t.role, t.started_on, t.finished_on
        from teaching t join person n on n.organisation = t.organisation and n.id = t.person
        where t.organisation = $1 and t.pupil = $2 order by t.started_on, t.id";
    OF_VIEWER -> Listed = "
        select p.id, p.name, w.name as school, p.year_group, p.reference, t.role, t.started_on
        from teaching t
        join pupil p on p.organisation = t.organisation and p.id = t.pupil
        join workplace w on w.organisation = p.organisation and w.id = p.school
        where t.organisation = $1 and t.person = $2
          and t.started_on <= $3 and (t.finished_on is null or t.finished_on >= $3)
        order by w.name, p.name, p.id";
    HOW_MANY -> (i64,) = "
        select count(distinct pupil) from teaching
        where organisation = $1 and person = $2 and started_on <= $3 and (finished_on is null or finished_on >= $3)";
    IS_ANY -> (i64,) = "select count(*) from (select id from pupil where organisation = $1 limit 1) p";
    FIND -> Pupil = "
        select p.id, p.name, w.name as school, p.year_group, p.reference
        from pupil p join workplace w on w.organisation = p.organisation and w.id = p.school
        where p.organisation = $1 and (lower(p.name) like $2 or lower(p.reference) like $2)
        order by p.name, w.name, p.id limit 51";
    UNTAUGHT -> Untaught = "
        select p.id, p.name, w.name as school, p.made_at, p.kept_from,
               (select max(t.finished_on) from teaching t
                where t.organisation = p.organisation and t.pupil = p.id and t.role = 'tutor') as last_on
        from pupil p join workplace w on w.organisation = p.organisation and w.id = p.school
        where p.organisation = $1
          and not exists (select 1 from teaching t join person n on n.organisation = t.organisation and n.id = t.person
                          where t.organisation = p.organisation and t.pupil = p.id and n.membership not in ('left', 'erased')
                          and t.role = 'tutor' and (t.finished_on is null or t.finished_on >= $2))
        order by w.name, p.name, p.id limit 200";
    BY_SCHOOL -> (String, i64) = "
        select w.name, count(*)
        from pupil p join workplace w on w.organisation = p.organisation and w.id = p.school
        where p.organisation = $1
          and exists (select 1 from teaching t join person n on n.organisation = t.organisation and n.id = t.person
                      where t.organisation = p.organisation and t.pupil = p.id and t.role = 'tutor'
                      and n.membership not in ('left', 'erased') and t.started_on <= $2 and (t.finished_on is null or t.finished_on >= $2))
        group by w.id, w.name";
    BY_TUTOR -> (String, i64) = "
        select n.name, count(distinct t.pupil)
        from teaching t join person n on n.organisation = t.organisation and n.id = t.person
        where t.organisation = $1 and t.role = 'tutor' and n.membership not in ('left', 'erased')
          and t.started_on <= $2 and (t.finished_on is null or t.finished_on >= $2)
        group by n.id, n.name";
    ALL -> Pupil = "
        select p.id, p.name, w.name as school, p.year_group, p.reference
        from pupil p join workplace w on w.organisation = p.organisation and w.id = p.school
        where p.organisation = $1 order by p.id";
    AT -> Pupil = "
        select p.id, p.name, w.name as school, p.year_group, p.reference
        from pupil p join workplace w on w.organisation = p.organisation and w.id = p.school
        where p.organisation = $1 and p.school = $2";
    RUNNING -> Runs = "
        select pupil, person, role, started_on from teaching
        where organisation = $1 and started_on <= $2 and (finished_on is null or finished_on >= $2) order by id";
    ADD -> () = "
        insert into pupil (organisation, id, name, school, year_group, reference, made_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    DESCRIBE -> () = "
        update pupil set name = $3, school = $4, year_group = $5, reference = $6 where organisation = $1 and id = $2";
    TEACH -> () = "
        insert into teaching (organisation, id, pupil, person, role, started_on) values ($1, $2, $3, $4, $5, $6)";
    SINCE -> () = "
        update teaching set started_on = $5
        where organisation = $1 and pupil = $2 and person = $3 and role = $4 and started_on <= $6
          and (finished_on is null or finished_on >= $6)";
    END -> () = "update teaching set finished_on = $3 where organisation = $1 and id = $2";
    END_OF_WHO_LEFT -> () = "
        update teaching set finished_on = $2
        where organisation = $1 and started_on <= $2 and (finished_on is null or finished_on > $2)
          and exists (select 1 from person n where n.organisation = teaching.organisation and n.id = teaching.person
                      and n.membership in ('left', 'erased'))";
    TAKE_BACK -> () = "delete from teaching where organisation = $1 and id = $2";
    KEEP_FROM -> () = "update pupil set kept_from = $3 where organisation = $1 and id = $2";
    REMOVE_TEACHING -> () = "delete from teaching where organisation = $1 and pupil = $2";
    REMOVE -> () = "delete from pupil where organisation = $1 and id = $2";
    LONG_UNTAUGHT -> (PupilId,) = "
        select p.id from pupil p
        where p.organisation = $1 and p.made_at < $2 and (p.kept_from is null or p.kept_from < $3)
          and not exists (select 1 from teaching t where t.organisation = p.organisation and t.pupil = p.id
                          and t.role = 'tutor' and (t.finished_on is null or t.finished_on >= $3))
        order by p.id limit 1000";
}

/// A pupil, and who stands how to them.
///
/// # Errors
/// `NotFound` when there is none.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: PupilId) -> Result<Reached<Pupil>> {
    let today = c.today();
    let pupil = c.one(&ONE, params![id])?;
    Ok(Reached::of(pupil, viewer, c.all(&HOLDERS, params![id, today])?))
}

/// All pupils as one thing: the administrators and coordinators stand to it by their duty, and the viewer by what they
/// are or were to any pupil.
///
/// # Errors
/// `Internal` when the database fails.
pub fn at_large(c: &mut Read<'_>, viewer: Viewer) -> Result<Reached<AtLarge>> {
    let today = c.today();
    Ok(Reached::of(AtLarge, viewer, c.all(&HOLDERS_AT_LARGE, params![viewer.person, today])?))
}

/// Who teaches and taught a pupil, the longest ago first.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn teaching(c: &mut Read<'_>, pupil: &Reached<Pupil>) -> Result<Vec<Teaching>> {
    pupil.must(&PUPIL_TUTOR, Verb::See)?;
    c.all(&TEACHING_OF, params![pupil.id])
}

/// The pupils the viewer teaches today, by school and name.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_viewer(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Listed>> {
    let today = c.today();
    c.all(&OF_VIEWER, params![viewer.person, today])
}

/// How many pupils the viewer teaches today.
///
/// # Errors
/// `Internal` when the database fails.
pub fn how_many(c: &mut Read<'_>, viewer: Viewer) -> Result<i64> {
    let today = c.today();
    Ok(c.one(&HOW_MANY, params![viewer.person, today])?.0)
}

/// Whether the organisation has any pupils: nothing more is said.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_any(c: &mut Read<'_>) -> Result<bool> {
    Ok(c.one(&IS_ANY, params![])?.0 > 0)
}

/// Up to 51 pupils whose name or reference has this in it: for who may take any away, and must find them first.
///
/// # Errors
/// `NotFound` when it is not theirs to look.
pub fn find(c: &mut Read<'_>, at_large: &Reached<AtLarge>, words: &str) -> Result<Vec<Pupil>> {
    at_large.must(&PUPIL, Verb::Delete)?;
    let plain: String = words.trim().to_lowercase().chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
    if plain.is_empty() { Ok(Vec::new()) } else { c.all(&FIND, params![format!("%{plain}%")]) }
}

/// Up to 200 pupils whom no tutor teaches: for who can find them one.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn untaught(c: &mut Read<'_>, at_large: &Reached<AtLarge>) -> Result<Vec<Untaught>> {
    at_large.must(&PUPIL_TUTOR, Verb::Write)?;
    let today = c.today();
    c.all(&UNTAUGHT, params![today])
}

/// How many are taught today, by school and by tutor. As they are: the guard of small numbers comes after.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn counts(c: &mut Read<'_>, at_large: &Reached<AtLarge>) -> Result<[Vec<(String, i64)>; 2]> {
    at_large.must(&PUPIL_COUNT, Verb::See)?;
    let today = c.today();
    Ok([c.all(&BY_SCHOOL, params![today])?, c.all(&BY_TUTOR, params![today])?])
}

/// Every pupil, and who teaches them now. For who brings many in at once.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn all(c: &mut Read<'_>, at_large: &Reached<AtLarge>) -> Result<(Vec<Pupil>, Vec<Runs>)> {
    at_large.must(&PUPIL_SHEET, Verb::Write)?;
    let today = c.today();
    Ok((c.all(&ALL, params![])?, c.all(&RUNNING, params![today])?))
}

/// The pupils at a school. For who adds one more, to tell them apart.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn at_school(c: &mut Read<'_>, school: WorkplaceId) -> Result<Vec<Pupil>> {
    c.all(&AT, params![school])
}

/// The school of this name: one whose name differs in case, spaces or signs only, or a new one.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn school(tx: &mut Tx<'_>, name: &str) -> Result<WorkplaceId> {
    let wanted = folded(name);
    let known = person::store::workplaces(tx)?.into_iter().find(|(known, _)| folded(known) == wanted);
    if let Some((_, id)) = known {
        return Ok(id);
    }
    let id = tx.fresh::<WorkplaceId>();
    person::store::add_workplaces(tx, &[(id, name.to_owned())])?;
    Ok(id)
}

/// Adds a pupil.
///
/// # Errors
/// `Conflict` when another at the school has the reference.
pub(super) fn add(tx: &mut Tx<'_>, draft: &PupilDraft, school: WorkplaceId) -> Result<PupilId> {
    let (id, now) = (tx.fresh::<PupilId>(), tx.now());
    tx.run(&ADD, params![id, draft.name, school, draft.year_group, draft.reference, now])?;
    Ok(id)
}

/// Writes what is said about a pupil now.
///
/// # Errors
/// `NotFound` when it is not theirs to change; `Conflict` when another at the school has the reference.
pub(super) fn describe(tx: &mut Tx<'_>, pupil: &Reached<Pupil>, draft: &PupilDraft, school: WorkplaceId) -> Result<()> {
    pupil.must(&PUPIL, Verb::Write)?;
    tx.run(&DESCRIBE, params![pupil.id, draft.name, school, draft.year_group, draft.reference])?;
    Ok(())
}

/// Notes that somebody teaches a pupil from a day on.
///
/// # Errors
/// `Conflict` when they do.
pub(super) fn teach(tx: &mut Tx<'_>, pupil: PupilId, person: PersonId, role: Role, since: Day) -> Result<()> {
    let id = tx.fresh::<TeachingId>();
    tx.run(&TEACH, params![id, pupil, person, role, since])?;
    Ok(())
}

/// Notes somebody's last day with a pupil.
///
/// # Errors
/// `Conflict` when it is before the first.
pub(super) fn end(tx: &mut Tx<'_>, id: TeachingId, last_on: Day) -> Result<()> {
    tx.run(&END, params![id, last_on])?;
    Ok(())
}

/// Takes it back that somebody teaches a pupil: it was a slip. If it was a tutor, a year for which the pupil is kept begins.
///
/// # Errors
/// `NotFound` when it is not theirs to do.
pub(super) fn take_back(tx: &mut Tx<'_>, pupil: &Reached<Pupil>, teaching: &Teaching) -> Result<()> {
    pupil.must(&PUPIL_TUTOR, Verb::Delete)?;
    let today = tx.today();
    tx.run(&TAKE_BACK, params![teaching.id])?;
    if teaching.role == Role::Tutor {
        tx.run(&KEEP_FROM, params![pupil.id, today])?;
    }
    Ok(())
}

/// Notes today as the last day of whoever has left, with all pupils.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn end_of_who_left(tx: &mut Tx<'_>) -> Result<()> {
    let today = tx.today();
    tx.run(&END_OF_WHO_LEFT, params![today])?;
    Ok(())
}

/// Takes a pupil away, and who taught them.
///
/// # Errors
/// `NotFound` when it is not theirs to do.
pub(super) fn remove(tx: &mut Tx<'_>, pupil: &Reached<Pupil>) -> Result<()> {
    pupil.must(&PUPIL, Verb::Delete)?;
    forget(tx, pupil.id)
}

/// The pupils whose time is over: no tutor has taught them for as long as they are kept.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn long_untaught(c: &mut Read<'_>) -> Result<Vec<PupilId>> {
    let (now, today) = (c.now(), c.today());
    let last = today.checked_sub(jiff::Span::new().days(super::DAYS_KEPT)).map_err(kit::Error::internal)?;
    Ok(c.all(&LONG_UNTAUGHT, params![long_ago(now), last])?.into_iter().map(|(id,)| id).collect())
}

/// Forgets a pupil.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn forget(tx: &mut Tx<'_>, id: PupilId) -> Result<()> {
    tx.run(&REMOVE_TEACHING, params![id])?;
    tx.run(&REMOVE, params![id])?;
    Ok(())
}

/// What a sheet brings: pupils new and changed, with their schools; teaching new, and since another day.
pub struct Brought {
    /// New pupils.
    pub new: Vec<(Pupil, WorkplaceId)>,
    /// Those that are said otherwise.
    pub changed: Vec<(Pupil, WorkplaceId)>,
    /// Who teaches whom from now on.
    pub teaching: Vec<Runs>,
    /// Who teaches whom since another day.
    pub since: Vec<Runs>,
}

/// Writes what a sheet brings.
///
/// # Errors
/// `NotFound` when it is not theirs to bring anything in; `Conflict` when something is there already.
pub fn bring(tx: &mut Tx<'_>, at_large: &Reached<AtLarge>, brought: &Brought) -> Result<()> {
    at_large.must(&PUPIL_SHEET, Verb::Write)?;
    let now = tx.now();
    let new = brought.new.iter();
    tx.run_many(&ADD, new.map(|(one, at)| values![one.id, one.name, *at, one.year_group, one.reference, now]))?;
    let changed = brought.changed.iter();
    tx.run_many(&DESCRIBE, changed.map(|(one, at)| values![one.id, one.name, *at, one.year_group, one.reference]))?;
    let teaching: Vec<(TeachingId, Runs)> = brought.teaching.iter().map(|one| (tx.fresh(), *one)).collect();
    tx.run_many(
        &TEACH,
        teaching.iter().map(|(id, one)| values![*id, one.pupil, one.person, one.role, one.started_on]),
    )?;
    let (since, today) = (brought.since.iter(), tx.today());
    tx.run_many(&SINCE, since.map(|one| values![one.pupil, one.person, one.role, one.started_on, today]))?;
    Ok(())
}
