//! Reflections, in the database: sealed under their author's key.

use kit::clock::{Day, Instant};
use kit::db::{Read, Tx};
use kit::seal::{Holder, Opened, Place, Private, Sealed};
use kit::{Result, params};

use super::{Occasion, Reflection, ReflectionId};
use crate::partnership::PartnershipId;
use crate::person::Viewer;
use crate::session::{SessionId, entries_open_since};

struct Row {
    id: ReflectionId,
    session: SessionId,
    held_on: Day,
    words: Sealed<Private>,
    written_at: Instant,
}
kit::row!(Row { id, session, held_on, words, written_at });
kit::row!(Occasion { session, held_on, partnership, other, colour });

// A reflection's reach: its author, and nobody else.
kit::sql! {
    OCCASION -> Occasion = "
        select s.id as session, s.held_on, p.id as partnership, o.name as other, c.colour
        from session s
        join partnership p on p.organisation = s.organisation and p.id = s.partnership
        join round r on r.organisation = p.organisation and r.id = p.round
        join scheme c on c.organisation = r.organisation and c.id = r.scheme
        join person o on o.organisation = p.organisation and o.id in (p.mentor, p.mentee) and o.id <> $2
        where s.organisation = $1 and s.id = $3 and (p.mentor = $2 or p.mentee = $2)
          and not exists (select 1 from entry e where e.organisation = s.organisation and e.subject = s.id
                          and e.what = 'session' and e.settled is null and e.entered_at > $4)";
    OF -> Row = "
        select f.id, f.session, s.held_on, f.words, f.written_at
        from reflection f join session s on s.organisation = f.organisation and s.id = f.session
        where f.organisation = $1 and f.author = $2
        order by s.held_on desc, f.id desc";
    ON -> Row = "
        select f.id, f.session, s.held_on, f.words, f.written_at
        from reflection f join session s on s.organisation = f.organisation and s.id = f.session
        where f.organisation = $1 and f.author = $2 and f.session = $3";
    REFLECTED -> (SessionId,) = "
        select f.session from reflection f join session s on s.organisation = f.organisation and s.id = f.session
        where f.organisation = $1 and f.author = $2 and s.partnership = $3";
    ID_OF -> (ReflectionId,) = "select id from reflection where organisation = $1 and author = $2 and session = $3";
    SEALED -> (ReflectionId, Sealed<Private>) = "select id, words from reflection where organisation = $1 and author = $2";
    ANY -> (i64,) = "select count(*) from reflection where organisation = $1";
    RESEAL -> () = "update reflection set words = $4 where organisation = $1 and author = $2 and id = $3";
    ADD -> () = "
        insert into reflection (organisation, id, session, author, words, written_at) values ($1, $2, $3, $4, $5, $6)";
    CHANGE -> () = "
        update reflection set words = $4, written_at = $5 where organisation = $1 and author = $2 and id = $3";
    DELETE -> () = "delete from reflection where organisation = $1 and author = $2 and id = $3";
}

/// Where its words stand.
fn place(id: ReflectionId) -> Place {
    Place { table: "reflection", column: "words", row: id.0 }
}

/// A session the viewer was one of the pair in.
///
/// # Errors
/// `NotFound` when it is not there, not theirs, or was entered for one of them who has not said yet that it is right.
pub fn occasion(c: &mut Read<'_>, viewer: Viewer, session: SessionId) -> Result<Occasion> {
    let since = entries_open_since(c.now());
    c.one(&OCCASION, params![viewer.person, session, since])
}

/// Everything the viewer wrote, the newest session first.
///
/// # Errors
/// `Internal` when a database fails.
pub fn of(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Reflection>> {
    let rows = c.all(&OF, params![viewer.person])?;
    rows.into_iter().map(|row| row.opened(c, viewer)).collect()
}

/// What the viewer wrote about a session, if they did.
///
/// # Errors
/// `Internal` when a database fails.
pub fn on(c: &mut Read<'_>, viewer: Viewer, session: SessionId) -> Result<Option<Reflection>> {
    c.first(&ON, params![viewer.person, session])?.map(|row| row.opened(c, viewer)).transpose()
}

impl Row {
    fn opened(self, c: &mut Read<'_>, author: Viewer) -> Result<Reflection> {
        let words: Opened<Private> = c.open(Holder(author.person.0), place(self.id), &self.words)?;
        let Row { id, session, held_on, written_at, .. } = self;
        Ok(Reflection { id, session, held_on, words, written_at })
    }
}

/// The sessions of a pair that the viewer wrote about.
///
/// # Errors
/// `Internal` when the database fails.
pub fn reflected(c: &mut Read<'_>, viewer: Viewer, partnership: PartnershipId) -> Result<Vec<SessionId>> {
    Ok(c.all(&REFLECTED, params![viewer.person, partnership])?.into_iter().map(|(session,)| session).collect())
}

/// Which reflection the viewer wrote about a session, if they did.
///
/// # Errors
/// `Internal` when the database fails.
pub fn id_of(c: &mut Read<'_>, viewer: Viewer, session: SessionId) -> Result<Option<ReflectionId>> {
    Ok(c.first(&ID_OF, params![viewer.person, session])?.map(|(id,)| id))
}

/// Keeps a new one, sealed.
///
/// # Errors
/// `Conflict` when the viewer has one on this session, or was erased; `Internal` when a database fails.
pub fn add(tx: &mut Tx<'_>, viewer: Viewer, session: SessionId, words: &Private) -> Result<ReflectionId> {
    let (id, now) = (tx.fresh::<ReflectionId>(), tx.now());
    let sealed = tx.seal(Holder(viewer.person.0), place(id), words)?;
    tx.run(&ADD, params![id, session, viewer.person, sealed, now])?;
    Ok(id)
}

/// Keeps other words in one of the viewer's.
///
/// # Errors
/// `Conflict` when the viewer was erased; `Internal` when a database fails.
pub fn change(tx: &mut Tx<'_>, viewer: Viewer, id: ReflectionId, words: &Private) -> Result<()> {
    let now = tx.now();
    let sealed = tx.seal(Holder(viewer.person.0), place(id), words)?;
    tx.run(&CHANGE, params![viewer.person, id, sealed, now])?;
    Ok(())
}

/// Deletes one of the viewer's.
///
/// # Errors
/// `Internal` when the database fails.
pub fn delete(tx: &mut Tx<'_>, viewer: Viewer, id: ReflectionId) -> Result<()> {
    tx.run(&DELETE, params![viewer.person, id])?;
    Ok(())
}

/// Whether anybody wrote one. For whoever looks after the keys.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_any(c: &mut Read<'_>) -> Result<bool> {
    Ok(c.one(&ANY, params![])?.0 > 0)
}

/// Seals an author's words anew where they are not under the newest key; tells how many. What cannot be opened stays.
///
/// # Errors
/// `Internal` when a database fails.
pub fn reseal(tx: &mut Tx<'_>, author: Holder) -> Result<u64> {
    let mut count = 0;
    for (id, sealed) in tx.all(&SEALED, params![author.0])? {
        if let Some(newer) = tx.sealed_anew(author, place(id), &sealed)? {
            count += tx.run(&RESEAL, params![author.0, id, newer])?;
        }
    }
    Ok(count)
}
