//! Notices, in the database.

use kit::db::{Read, Tx};
use kit::{Result, params};

use super::{Notice, NoticeDraft, NoticeId};
use crate::person::PersonId;

kit::row!(Notice { controller, contact, basis, months, complaints, purpose_en, purpose_cy, written_at });

kit::sql! {
    NEWEST -> Notice = "
        select controller, contact, basis, months, complaints, purpose_en, purpose_cy, written_at
        from notice where organisation = $1 order by written_at desc, id desc limit 1";
    WRITE -> () = "
        insert into notice (organisation, id, controller, contact, basis, months, complaints, purpose_en, purpose_cy, written_at, written_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
}

/// What the organisation tells people, if it has written it. Anybody may read it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn newest(c: &mut Read<'_>) -> Result<Option<Notice>> {
    c.first(&NEWEST, params![])
}

/// Keeps one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn write(tx: &mut Tx<'_>, by: PersonId, draft: &NoticeDraft) -> Result<NoticeId> {
    let (id, now) = (tx.fresh::<NoticeId>(), tx.now());
    tx.run(
        &WRITE,
        params![
            id,
            draft.controller,
            draft.contact,
            draft.basis,
            draft.months,
            draft.complaints,
            draft.purpose_en,
            draft.purpose_cy,
            now,
            by
        ],
    )?;
    Ok(id)
}
