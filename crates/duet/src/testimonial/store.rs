//! Testimonials, in the database.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::access::QUOTE;
use super::{Draft, Quote, Testimonial, TestimonialId};
use crate::access::Reached;
use crate::person::Viewer;
use crate::round::rules::Role;
use crate::round::{Round, RoundId};

kit::row!(Testimonial { id, words, named, in_report, on_website, in_announcement, until_on });
kit::row!(Quote { words, role, name, workplace, in_report, on_website, in_announcement, until_on });

// A testimonial's reach: its author; and, as far as they allow and as long, those with a duty for its scheme, who come by
// the round. Of who wants no name shown, none is read.
kit::sql! {
    OWN -> Testimonial = "
        select id, words, named, in_report, on_website, in_announcement, until_on
        from testimonial where organisation = $1 and person = $2 and round = $3";
    LIVE -> Quote = "
        select t.words, t.role, case when t.named then p.name end as name, case when t.named then w.name end as workplace,
               t.in_report, t.on_website, t.in_announcement, t.until_on
        from testimonial t
        join person p on p.organisation = t.organisation and p.id = t.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where t.organisation = $1 and t.round = $2 and (t.until_on is null or t.until_on >= $3)
        order by t.role, t.given_at, t.id";
    ADD -> () = "
        insert into testimonial (organisation, id, round, person, role, words, named, in_report, on_website,
                                 in_announcement, until_on, given_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    DELETE -> () = "delete from testimonial where organisation = $1 and person = $2 and id = $3";
}

/// What the viewer lets others read of a round.
///
/// # Errors
/// `Internal` when the database fails.
pub fn own(c: &mut Read<'_>, viewer: Viewer, round: RoundId) -> Result<Option<Testimonial>> {
    c.first(&OWN, params![viewer.person, round])
}

/// Everything that may be shown of a round today, where and under which name: for who uses it.
///
/// # Errors
/// `NotFound` unless the viewer coordinates it.
pub fn live(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Quote>> {
    round.must(&QUOTE, Verb::List)?;
    let today = c.today();
    c.all(&LIVE, params![round.id, today])
}

/// What may stand in a round's report today.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn in_report(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Quote>> {
    round.must(&QUOTE, Verb::See)?;
    let today = c.today();
    let mut quotes = c.all(&LIVE, params![round.id, today])?;
    quotes.retain(|one| one.in_report);
    Ok(quotes)
}

/// Keeps the viewer's words, in place of those from before.
///
/// # Errors
/// `Internal` when the database fails.
pub fn keep(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId, role: Role, draft: &Draft) -> Result<TestimonialId> {
    if let Some(known) = own(tx, viewer, round)? {
        delete(tx, viewer, known.id)?;
    }
    let (id, now, until) = (tx.fresh::<TestimonialId>(), tx.now(), draft.long.until(tx.today()));
    let Draft { words, named, in_report, on_website, in_announcement, .. } = draft;
    let of = viewer.person;
    tx.run(&ADD, params![id, round, of, role, words, named, in_report, on_website, in_announcement, until, now])?;
    Ok(id)
}

/// Deletes the viewer's words.
///
/// # Errors
/// `Internal` when the database fails.
pub fn delete(tx: &mut Tx<'_>, viewer: Viewer, id: TestimonialId) -> Result<()> {
    tx.run(&DELETE, params![viewer.person, id])?;
    Ok(())
}
