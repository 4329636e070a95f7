//! Who reaches whom, in the database.

use kit::db::Read;
use kit::{Result, params};

use crate::access::{Holder, Reached};
use crate::person::{self, Membership, Person, PersonId, Viewer};

/// Somebody, as a list shows them.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub address: String,
    /// How they belong.
    pub membership: Membership,
}

kit::row!(Listed { id, name, address, membership });

/// How many a list shows.
pub const MOST_LISTED: usize = 50;

// A person's reach: they themselves, the administrators, and who coordinates a scheme they apply to or run.
kit::sql! {
    HOLDERS -> Holder = "
        select 'oneself' as relation, p.id as person, p.name from person p where p.organisation = $1 and p.id = $2
        union
        select h.duty as relation, h.person, w.name
        from appointment h join person w on w.organisation = h.organisation and w.id = h.person
        where h.organisation = $1 and w.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
          and (h.scheme is null
               or exists (select 1 from application a join round r on r.organisation = a.organisation and r.id = a.round
                          where a.organisation = $1 and a.person = $2 and r.scheme = h.scheme)
               or exists (select 1 from appointment o where o.organisation = $1 and o.person = $2 and o.scheme = h.scheme))";
    FINDERS -> Holder = "
        select h.duty as relation, h.person, w.name
        from appointment h join person w on w.organisation = h.organisation and w.id = h.person
        where h.organisation = $1 and h.duty in ('administrator', 'coordinator') and w.membership in ('invited', 'active')
          and exists (select 1 from appointment o where o.organisation = h.organisation and o.person = $2
                      and (h.scheme is null or o.duty = 'administrator' or (o.duty = 'coordinator' and o.scheme = h.scheme))
                      and o.started_on <= $3 and (o.finished_on is null or o.finished_on >= $3))
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)";
    FIND -> Listed = "
        select p.id, p.name, p.address, p.membership
        from person p
        where p.organisation = $1 and (lower(p.name) like $4 or p.address like $4)
          and exists (select 1 from appointment h where h.organisation = p.organisation and h.person = $2
                      and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
                      and (h.duty = 'administrator'
                           or (h.duty = 'coordinator'
                               and (exists (select 1 from application a
                                            join round r on r.organisation = a.organisation and r.id = a.round
                                            where a.organisation = p.organisation and a.person = p.id and r.scheme = h.scheme)
                                    or exists (select 1 from appointment o where o.organisation = p.organisation
                                               and o.person = p.id and o.scheme = h.scheme)))))
        order by p.name, p.id limit 51";
}

/// A person, and who stands how to them.
///
/// # Errors
/// `NotFound` when there is none.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: PersonId) -> Result<Reached<Person>> {
    let today = c.today();
    let person = person::store::get(c, id)?;
    Ok(Reached::of(person, viewer, c.all(&HOLDERS, params![id, today])?))
}

/// Everybody whom the viewer looks after, as one thing, and who else looks after any of them: the administrators, and who
/// coordinates with the viewer; for an administrator, every coordinator.
///
/// # Errors
/// `Internal` when the database fails.
pub fn found_by(c: &mut Read<'_>, viewer: Viewer) -> Result<Reached<()>> {
    let today = c.today();
    Ok(Reached::of((), viewer, c.all(&FINDERS, params![viewer.person, today])?))
}

/// Up to 51 people whom the viewer looks after, whose name or address has this in it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn find(c: &mut Read<'_>, viewer: Viewer, words: &str) -> Result<Vec<Listed>> {
    let today = c.today();
    let plain: String = words.trim().to_lowercase().chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
    c.all(&FIND, params![viewer.person, today, format!("%{plain}%")])
}
