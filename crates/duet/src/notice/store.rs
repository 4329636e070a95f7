//! Notices, in the database.

use kit::db::{Read, Tx};
use kit::{Result, params};

use super::{Notice, NoticeDraft, NoticeId};
use crate::person::PersonId;

kit::row!(Notice { id, controller, contact, basis, months, complaints, purpose_en, purpose_cy, written_at });

kit::sql! {
    NEWEST -> Notice = "
        select id, controller, contact, basis, months, complaints, purpose_en, purpose_cy, written_at
        from notice where organisation = $1 order by written_at desc, id desc limit 1";
    SHOWN -> Notice = "
        select n.id, n.controller, n.contact, n.basis, n.months, n.complaints, n.purpose_en, n.purpose_cy, n.written_at
        from notice n join person p on p.organisation = n.organisation and p.notice_shown = n.id
        where n.organisation = $1 and p.id = $2";
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

/// What somebody was shown last, if anything was written by then.
///
/// # Errors
/// `Internal` when the database fails.
pub fn shown(c: &mut Read<'_>, to: PersonId) -> Result<Option<Notice>> {
    c.first(&SHOWN, params![to])
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
