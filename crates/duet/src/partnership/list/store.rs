//! The pairs of a round, in the database, a page at a time.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::Read;
use kit::id::Uuid;
use kit::{Error, Result, params};

use super::{Group, Listed, MOST_SORTED, ON_A_PAGE, Tally};
use crate::access::Reached;
use crate::partnership::access::PARTNERSHIP;
use crate::partnership::{Overview, PartnershipId};
use crate::person::PersonId;
use crate::round::{Round, RoundId};

kit::row!(Tally { told, waiting, running, sessions });

/// Where a page begins: after this pair.
struct After {
    name: String,
    mentee: PersonId,
    id: PartnershipId,
    round: RoundId,
    finished_on: Option<Day>,
}
kit::row!(After { name, mentee, id, round, finished_on });

/// A page of pairs, after the mentee `$3`, `$4` and the pair `$5`: found first, in the round `$2`, then told about.
macro_rules! page_of {
    ($found:expr, $state:literal) => {
        concat!(
            "
        select f.id, m.name as mentor_name, f.mentee_name, f.started_on, f.finished_on, f.stepped_back,
               (select count(*) from partnership_answer a
                where a.organisation = $1 and a.partnership = f.id and a.answer = 'accept') as accepted,
               (select count(*) from session s where s.organisation = $1 and s.partnership = f.id) as sessions,
               (select cast(coalesce(sum(s.minutes), 0) as bigint) from session s
                where s.organisation = $1 and s.partnership = f.id) as minutes,
               (select max(s.held_on) from session s where s.organisation = $1 and s.partnership = f.id) as last_on
        from (select p.id, p.mentor, p.mentee, n.name as mentee_name, p.started_on, p.finished_on, p.stepped_back
              from ",
            $found,
            " and p.finished_on ",
            $state,
            "
                and n.name >= $3 and (n.name > $3 or n.id > $4 or (n.id = $4 and p.id > $5))
              order by n.name, n.id, p.id limit 51) f
        join person m on m.organisation = $1 and m.id = f.mentor
        order by f.mentee_name, f.mentee, f.id"
        )
    };
}

/// Those of a round that has few.
macro_rules! few {
    () => {
        "partnership p join person n on n.organisation = p.organisation and n.id = p.mentee
              where p.organisation = $1 and p.round = $2"
    };
}

/// The same from the side of the people, by name: `(p.round = $2) is true` keeps SQLite from reading a whole round for one
/// page (decision 0068).
macro_rules! many {
    () => {
        "person n join partnership p on p.organisation = n.organisation and p.mentee = n.id and (p.round = $2) is true
              where n.organisation = $1"
    };
}

kit::sql! {
    TALLY -> Tally = "
        select cast(count(*) as bigint) as told,
               cast(coalesce(sum(case when started_on is null and finished_on is null then 1 else 0 end), 0) as bigint) as waiting,
               cast(coalesce(sum(case when started_on is not null and finished_on is null then 1 else 0 end), 0) as bigint) as running,
               (select count(*) from partnership p
                join session s on s.organisation = p.organisation and s.partnership = p.id
                where p.organisation = $1 and p.round = $2) as sessions
        from partnership where organisation = $1 and round = $2";
    AFTER -> After = "
        select n.name, p.mentee, p.id, p.round, p.finished_on
        from partnership p join person n on n.organisation = p.organisation and n.id = p.mentee
        where p.organisation = $1 and p.id = $2";
    FEW_GOING -> Overview = page_of!(few!(), "is null");
    FEW_OVER -> Overview = page_of!(few!(), "is not null");
    MANY_GOING -> Overview = page_of!(many!(), "is null");
    MANY_OVER -> Overview = page_of!(many!(), "is not null");
}

/// How many pairs a round has, and how often they met.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn tally(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Tally> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.one(&TALLY, params![round.id])
}

/// The first page of each group that is not empty; or, of the group that a pair stands in, the page after it.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead, or the pair is not one of its.
pub fn pages(
    c: &mut Read<'_>,
    round: &Reached<Round>,
    tally: &Tally,
    after: Option<PartnershipId>,
) -> Result<Vec<Listed>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    let after = after.map(|id| c.one(&AFTER, params![id])).transpose()?;
    if after.as_ref().is_some_and(|one| one.round != round.id) {
        return Err(Error::NotFound);
    }
    let of_after = after.as_ref().map(|one| if one.finished_on.is_none() { Group::Going } else { Group::Over });
    let (name, mentee, id) = match after {
        Some(after) => (after.name, after.mentee, after.id),
        None => (String::new(), PersonId(Uuid::nil()), PartnershipId(Uuid::nil())),
    };
    let mut lists = Vec::new();
    for &group in Group::ALL {
        if of_after.is_some_and(|of| of != group) || tally.get(group) == 0 {
            continue;
        }
        let statement = match (group, tally.told > MOST_SORTED) {
            (Group::Going, false) => &FEW_GOING,
            (Group::Going, true) => &MANY_GOING,
            (Group::Over, false) => &FEW_OVER,
            (Group::Over, true) => &MANY_OVER,
        };
        let mut pairs = c.all(statement, params![round.id, name, mentee, id])?;
        let more = pairs.len() > ON_A_PAGE;
        pairs.truncate(ON_A_PAGE);
        let next = pairs.last().filter(|_| more).map(|pair| pair.id);
        lists.push(Listed { group, pairs, next });
    }
    Ok(lists)
}
