//! People and workplaces, in the database.

use std::collections::HashMap;

use kit::db::{Read, Tx};
use kit::words::Language;
use kit::{Result, params, values};

use super::{Known, Membership, Person, PersonDraft, PersonId, WorkplaceId};
use crate::address::{self, AddressHash};

kit::row!(Known { by_address, id, name, own_name, job_title, workplace });
kit::row!(Person { id, name, address, job_title, workplace, language, membership, notice_at, notice_is_newer });

kit::sql! {
    PERSON -> Person = "
        select p.id, p.name, p.address, p.job_title, w.name as workplace, p.language, p.membership, p.notice_at,
               p.notice_shown is distinct from (select n.id from notice n where n.organisation = p.organisation order by n.written_at desc, n.id desc limit 1) as notice_is_newer
        from person p left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where p.organisation = $1 and p.id = $2";
    BY_ADDRESS -> Person = "
        select p.id, p.name, p.address, p.job_title, w.name as workplace, p.language, p.membership, p.notice_at,
               p.notice_shown is distinct from (select n.id from notice n where n.organisation = p.organisation order by n.written_at desc, n.id desc limit 1) as notice_is_newer
        from person_address a join person p on p.organisation = a.organisation and p.id = a.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where a.organisation = $1 and a.address = $2";
    KNOWN -> Known = "
        select a.address as by_address, p.id, p.name, p.own_name, p.job_title, w.name as workplace
        from person_address a join person p on p.organisation = a.organisation and p.id = a.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where a.organisation = $1";
    WORKPLACES -> (WorkplaceId, String) = "select id, name from workplace where organisation = $1";
    ADD -> () = "
        insert into person (organisation, id, name, address, job_title, workplace, language, membership, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, 'invited', $8)";
    ADD_ADDRESS -> () = "
        insert into person_address (organisation, address, person, signs_in, made_at) values ($1, $2, $3, $4, $5)";
    SIGN_IN_ADDRESSES -> (PersonId, String) = "
        select person, address from person_address where organisation = $1 and signs_in";
    CORRECT -> () = "
        update person set name = case when own_name then name else $3 end, job_title = $4, workplace = $5
        where organisation = $1 and id = $2";
    BELONG -> () = "update person set membership = $3 where organisation = $1 and id = $2";
    SPEAK -> () = "update person set language = $3 where organisation = $1 and id = $2";
    TOLD -> () = "
        update person set notice_at = $3,
               notice_shown = (select n.id from notice n where n.organisation = person.organisation order by n.written_at desc, n.id desc limit 1)
        where organisation = $1 and id = $2 and (notice_at is null or notice_shown is distinct from
              (select n.id from notice n where n.organisation = person.organisation order by n.written_at desc, n.id desc limit 1))";
    WORKPLACE -> (WorkplaceId,) = "select id from workplace where organisation = $1 and name = $2";
    ADD_WORKPLACE -> () = "insert into workplace (organisation, id, name) values ($1, $2, $3)";
}

/// A person of the organisation.
///
/// # Errors
/// `NotFound` when there is none.
pub fn get(c: &mut Read<'_>, id: PersonId) -> Result<Person> {
    c.one(&PERSON, params![id])
}

/// The person known by this address: the one they are written to, a second one, or one of before.
///
/// # Errors
/// `Internal` when the database fails.
pub fn by_address(c: &mut Read<'_>, address: &str) -> Result<Option<Person>> {
    c.first(&BY_ADDRESS, params![address])
}

/// Adds a person. Their address signs them in from now on.
///
/// # Errors
/// `Invalid` when the draft is; `Conflict` when the address is taken.
pub fn add(tx: &mut Tx<'_>, draft: &PersonDraft) -> Result<PersonId> {
    draft.check()?;
    let workplace = workplace(tx, &draft.workplace)?;
    let (id, now) = (tx.fresh::<PersonId>(), tx.now());
    let address = draft.address.to_lowercase();
    tx.run(&ADD, params![id, draft.name, address, draft.job_title, workplace, draft.language, now])?;
    add_address(tx, id, &address)?;
    Ok(id)
}

/// Everybody, once for each address they are known by. For who brings many in at once.
///
/// # Errors
/// `Internal` when the database fails.
pub fn known(c: &mut Read<'_>) -> Result<Vec<Known>> {
    c.all(&KNOWN, params![])
}

/// Every workplace, by its name.
///
/// # Errors
/// `Internal` when the database fails.
pub fn workplaces(c: &mut Read<'_>) -> Result<HashMap<String, WorkplaceId>> {
    Ok(c.all(&WORKPLACES, params![])?.into_iter().map(|(id, name)| (name, id)).collect())
}

/// Adds many workplaces.
///
/// # Errors
/// `Conflict` when one is there.
pub fn add_workplaces(tx: &mut Tx<'_>, new: &[(WorkplaceId, String)]) -> Result<()> {
    tx.run_many(&ADD_WORKPLACE, new.iter().map(|(id, name)| values![*id, *name]))?;
    Ok(())
}

/// [`add`] for many, whose ids are settled and whose workplaces are there.
///
/// # Errors
/// `Invalid` when a draft is; `Conflict` when an address is taken.
pub fn add_many(tx: &mut Tx<'_>, new: &[(PersonId, PersonDraft)], at: &HashMap<String, WorkplaceId>) -> Result<()> {
    let (organisation, now) = (tx.organisation(), tx.now());
    new.iter().try_for_each(|(_, draft)| draft.check())?;
    let rows: Vec<_> = new.iter().map(|(id, draft)| (id, draft, at.get(&draft.workplace))).collect();
    tx.run_many(
        &ADD,
        rows.iter().map(|(id, one, workplace)| {
            values![*id, one.name, one.address, one.job_title, *workplace, one.language, now]
        }),
    )?;
    tx.run_many(&ADD_ADDRESS, new.iter().map(|(id, one)| values![one.address, *id, true, now]))?;
    let hashes: Vec<_> = new.iter().map(|(id, one)| (AddressHash::of(&one.address), id.0)).collect();
    address::store::note_many(&mut tx.outside_tx(), organisation, &hashes)
}

/// [`correct`] for many, whose workplaces are there.
///
/// # Errors
/// `Invalid` when a draft is.
pub fn correct_many(
    tx: &mut Tx<'_>,
    newer: &[(PersonId, PersonDraft)],
    at: &HashMap<String, WorkplaceId>,
) -> Result<()> {
    newer.iter().try_for_each(|(_, draft)| draft.check())?;
    let rows: Vec<_> = newer.iter().map(|(id, draft)| (id, draft, at.get(&draft.workplace))).collect();
    tx.run_many(&CORRECT, rows.iter().map(|(id, one, workplace)| values![*id, one.name, one.job_title, *workplace]))?;
    Ok(())
}

/// Adds an address that signs somebody in.
///
/// # Errors
/// `Conflict` when the organisation knows anybody by it already.
pub fn add_address(tx: &mut Tx<'_>, id: PersonId, address: &str) -> Result<()> {
    let (organisation, now) = (tx.organisation(), tx.now());
    tx.run(&ADD_ADDRESS, params![address, id, true, now])?;
    address::store::note(&mut tx.outside_tx(), &AddressHash::of(address), organisation, id.0)
}

/// Every address that signs somebody in, and whom.
///
/// # Errors
/// `Internal` when the database fails.
pub fn sign_in_addresses(c: &mut Read<'_>) -> Result<Vec<(PersonId, String)>> {
    c.all(&SIGN_IN_ADDRESSES, params![])
}

/// Makes the addresses that sign in known outside, for an organisation of which none are.
///
/// # Errors
/// `Internal` when the database fails.
pub fn make_addresses_known(tx: &mut Tx<'_>) -> Result<()> {
    let organisation = tx.organisation();
    for (person, text) in sign_in_addresses(tx)? {
        address::store::note(&mut tx.outside_tx(), &AddressHash::of(&text), organisation, person.0)?;
    }
    Ok(())
}

/// Writes what a newer source says about somebody known. A name they wrote themselves stays.
///
/// # Errors
/// `Invalid` when the draft is.
pub fn correct(tx: &mut Tx<'_>, id: PersonId, draft: &PersonDraft) -> Result<()> {
    draft.check()?;
    let workplace = workplace(tx, &draft.workplace)?;
    tx.run(&CORRECT, params![id, draft.name, draft.job_title, workplace])?;
    Ok(())
}

/// Sets how somebody belongs.
///
/// # Errors
/// `Internal` when the database fails.
pub fn belong(tx: &mut Tx<'_>, id: PersonId, membership: Membership) -> Result<()> {
    tx.run(&BELONG, params![id, membership])?;
    Ok(())
}

/// Sets the language somebody is written to in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn speak(tx: &mut Tx<'_>, id: PersonId, language: Language) -> Result<()> {
    tx.run(&SPEAK, params![id, language])?;
    Ok(())
}

/// Writes down that somebody was shown what their organisation says today of what is kept of them, and why; tells whether
/// it was the first time.
///
/// # Errors
/// `Internal` when the database fails.
pub fn told(tx: &mut Tx<'_>, id: PersonId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&TOLD, params![id, now])? == 1)
}

/// The workplace of this name, made when new; none for an empty name.
fn workplace(tx: &mut Tx<'_>, name: &str) -> Result<Option<WorkplaceId>> {
    if name.is_empty() {
        return Ok(None);
    }
    if let Some((id,)) = tx.first(&WORKPLACE, params![name])? {
        return Ok(Some(id));
    }
    let id = tx.fresh::<WorkplaceId>();
    tx.run(&ADD_WORKPLACE, params![id, name])?;
    Ok(Some(id))
}
