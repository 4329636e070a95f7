//! Proposals and wishes for pairs, in the database.

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::{Json, Read, Tx};
use kit::{Result, params, values};

use super::access::PROPOSAL;
use super::fit::Reason;
use super::proof::Certificate;
use super::question::WhyLeftOut;
use super::{LeftOut, Order, Proposal, ProposalId, ProposedPair, Run, Wish};
use crate::access::Reached;
use crate::person::{PersonId, Viewer};
use crate::round::rules::{Role, Rules};
use crate::round::{Round, RoundId};

kit::row!(Run { id, number, made_at, made_by, placed, question_hash, published_at });
kit::row!(Proposal { id, round, made_at, question_hash, placed, published_at, held_until });

struct PairRow {
    mentor: PersonId,
    mentor_name: String,
    mentor_workplace: Option<String>,
    mentee: PersonId,
    mentee_name: String,
    mentee_workplace: Option<String>,
    score: u32,
    reasons: Json<Vec<Reason>>,
    together: bool,
}
kit::row!(PairRow {
    mentor,
    mentor_name,
    mentor_workplace,
    mentee,
    mentee_name,
    mentee_workplace,
    score,
    reasons,
    together
});

struct LeftOutRow {
    person: PersonId,
    name: String,
    workplace: Option<String>,
    role: Role,
    reasons: Json<WhyLeftOut<PersonId>>,
    everybody: i64,
}
kit::row!(LeftOutRow { person, name, workplace, role, reasons, everybody });

/// The pairs of a proposal, with the names beside them.
macro_rules! pairs_of {
    () => {
        "
        select p.mentor, m.name as mentor_name, mw.name as mentor_workplace,
               p.mentee, n.name as mentee_name, nw.name as mentee_workplace, p.score, p.reasons,
               (w.wish is not null) as together
        from proposal_pair p
        join proposal q on q.organisation = p.organisation and q.id = p.proposal
        join person m on m.organisation = p.organisation and m.id = p.mentor
        join person n on n.organisation = p.organisation and n.id = p.mentee
        left join workplace mw on mw.organisation = m.organisation and mw.id = m.workplace
        left join workplace nw on nw.organisation = n.organisation and nw.id = n.workplace
        left join pair_wish w on w.organisation = p.organisation and w.round = q.round and w.mentor = p.mentor
             and w.mentee = p.mentee and w.wish = 'together'
        where p.organisation = $1 and p.proposal = $2"
    };
}

/// Proposals, as a list of them shows each.
macro_rules! runs {
    () => {
        "
        select q.id, q.number, q.made_at, p.name as made_by, q.placed, q.question_hash, q.published_at
        from proposal q join person p on p.organisation = q.organisation and p.id = q.made_by"
    };
}

/// Proposals, as they are worked with.
macro_rules! proposals {
    () => {
        "
        select id, round, made_at, question_hash, placed, published_at, held_until from proposal"
    };
}

kit::sql! {
    KEEP -> () = "
        insert into proposal (organisation, id, round, number, made_by, made_at, rules, question_hash, placed, score)
        select $1, $2, $3, cast(coalesce(max(number), 0) + 1 as bigint), $4, $5, $6, $7, $8, $9
        from proposal where organisation = $1 and round = $3";
    KEEP_PAIR -> () = "
        insert into proposal_pair (organisation, proposal, mentor, mentee, score, reasons) values ($1, $2, $3, $4, $5, $6)";
    KEEP_LEFT_OUT -> () = "
        insert into proposal_left_out (organisation, proposal, person, role, reasons) values ($1, $2, $3, $4, $5)";
    KEEP_PROOF -> () = "
        insert into proposal_proof (organisation, proposal, proof) values ($1, $2, $3)";
    PROOF -> (Json<Certificate<PersonId>>,) = "
        select proof from proposal_proof where organisation = $1 and proposal = $2";
    RULES -> (Json<Rules>,) = "select rules from proposal where organisation = $1 and id = $2";
    RUNS -> Run = concat!(runs!(), "
        where q.organisation = $1 and q.round = $2 and q.number < $3
        order by q.number desc limit $4");
    RUN -> Run = concat!(runs!(), "
        where q.organisation = $1 and q.id = $2");
    LATEST -> Proposal = concat!(proposals!(), "
        where organisation = $1 and round = $2 order by number desc limit 1");
    ONE -> Proposal = concat!(proposals!(), " where organisation = $1 and id = $2");
    PAIRS -> PairRow = concat!(pairs_of!(), "
        order by n.name, n.id");
    SOME_PAIRS -> PairRow = concat!(pairs_of!(), "
        order by case when $3 = 'fit' then p.score end desc, 
                 case when $3 = 'workplace' then coalesce(nw.name, '') end, n.name, n.id
        limit $4 offset $5");
    TWOS -> (PersonId, PersonId) = "
        select mentor, mentee from proposal_pair where organisation = $1 and proposal = $2";
    LEFT_OUT -> LeftOutRow = "
        select l.person, p.name, w.name as workplace, l.role, l.reasons,
               (select count(*) from proposal_left_out o where o.organisation = $1 and o.proposal = $2) as everybody
        from proposal_left_out l
        join person p on p.organisation = l.organisation and p.id = l.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where l.organisation = $1 and l.proposal = $2
        order by l.role, p.name limit $3";
    PUBLISH -> () = "
        update proposal set published_at = $3, held_until = $4 where organisation = $1 and id = $2 and published_at is null";
    WITHDRAW -> () = "
        update proposal set published_at = null, held_until = null
        where organisation = $1 and id = $2 and held_until > $3";
    LEFT_TO_TELL -> (PersonId, Role) = "
        select l.person, l.role
        from proposal_left_out l
        join proposal p on p.organisation = l.organisation and p.id = l.proposal
        left join application a on a.organisation = l.organisation and a.round = p.round and a.person = l.person and a.role = l.role
        where l.organisation = $1 and l.proposal = $2
          and (l.role = 'mentee' or a.places > (
               select count(*) from partnership q
               where q.organisation = l.organisation and q.round = p.round and q.mentor = l.person and q.finished_on is null))
          and not exists (
               select 1 from letter t
               join proposal o on o.organisation = t.organisation and o.id = t.cause
               where t.organisation = l.organisation and t.person = l.person and o.round = p.round
                 and t.kind = case l.role when 'mentor' then 'mentor_left_out' else 'mentee_left_out' end)
        order by l.role, l.person";
    WISHES -> (PersonId, PersonId, Wish) = "
        select mentor, mentee, wish from pair_wish where organisation = $1 and round = $2";
    UNWISH -> () = "
        delete from pair_wish where organisation = $1 and round = $2 and mentor = $3 and mentee = $4";
    WISH -> () = "
        insert into pair_wish (organisation, round, mentor, mentee, wish, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)";
}

/// A proposal to keep: what went into it, and what came out.
pub struct Kept<'k> {
    /// The round.
    pub round: RoundId,
    /// Who asked for it.
    pub made_by: PersonId,
    /// The rules it was made by.
    pub rules: &'k Rules,
    /// SHA-256 of all that went in, in hexadecimal.
    pub question_hash: String,
    /// The sum of scores, as the engine counts.
    pub score: i64,
    /// The pairs: mentor, mentee, fit of 100, reasons.
    pub pairs: Vec<(PersonId, PersonId, u32, Vec<Reason>)>,
    /// Why no plan is better, where that is kept.
    pub proof: Option<Certificate<PersonId>>,
    /// Who is left out, and why.
    pub left_out: Vec<(PersonId, Role, WhyLeftOut<PersonId>)>,
}

/// Keeps a proposal.
///
/// # Errors
/// `Internal` when the database fails.
pub fn keep(tx: &mut Tx<'_>, kept: &Kept<'_>) -> Result<ProposalId> {
    let (id, now) = (tx.fresh::<ProposalId>(), tx.now());
    let placed = kept.pairs.len() as i64;
    tx.run(
        &KEEP,
        params![id, kept.round, kept.made_by, now, Json(kept.rules), kept.question_hash, placed, kept.score],
    )?;
    let pairs: Vec<_> = kept.pairs.iter().map(|(mentor, mentee, fit, why)| (mentor, mentee, fit, Json(why))).collect();
    tx.run_many(&KEEP_PAIR, pairs.iter().map(|(mentor, mentee, fit, why)| values![id, *mentor, *mentee, *fit, *why]))?;
    let left_out: Vec<_> = kept.left_out.iter().map(|(person, role, why)| (person, role, Json(why))).collect();
    tx.run_many(&KEEP_LEFT_OUT, left_out.iter().map(|(person, role, why)| values![id, *person, *role, *why]))?;
    if let Some(proof) = &kept.proof {
        tx.run(&KEEP_PROOF, params![id, Json(proof)])?;
    }
    Ok(id)
}

/// Why no plan is better than a proposal; none when that was not kept.
///
/// # Errors
/// `Internal` when the database fails.
pub fn proof(c: &mut Read<'_>, proposal: &Proposal) -> Result<Option<Certificate<PersonId>>> {
    Ok(c.first(&PROOF, params![proposal.id])?.map(|(proof,)| proof.0))
}

/// The rules a proposal was made by.
///
/// # Errors
/// `Internal` when the database fails.
pub fn rules(c: &mut Read<'_>, proposal: &Proposal) -> Result<Rules> {
    Ok(c.one(&RULES, params![proposal.id])?.0.0)
}

/// The proposals of a round before a number, the newest first, at most so many.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn runs(c: &mut Read<'_>, round: &Reached<Round>, before: i64, most: i64) -> Result<Vec<Run>> {
    round.must(&PROPOSAL, Verb::See)?;
    c.all(&RUNS, params![round.id, before, most])
}

/// When and by whom a proposal was made.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn run(c: &mut Read<'_>, proposal: &Proposal) -> Result<Run> {
    c.one(&RUN, params![proposal.id])
}

/// The newest proposal of a round.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn latest(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Option<Proposal>> {
    round.must(&PROPOSAL, Verb::See)?;
    c.first(&LATEST, params![round.id])
}

/// A proposal, and its round with who stands how to it.
///
/// # Errors
/// `NotFound` when it is not there, or not theirs to see.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: ProposalId) -> Result<(Proposal, Reached<Round>)> {
    let proposal: Proposal = c.one(&ONE, params![id])?;
    let round = crate::round::store::reached(c, viewer, proposal.round)?.that_may(&PROPOSAL, Verb::See)?;
    Ok((proposal, round))
}

/// The pairs of a proposal, by the mentee's name.
///
/// # Errors
/// `Internal` when the database fails.
pub fn pairs(c: &mut Read<'_>, proposal: &Proposal) -> Result<Vec<ProposedPair>> {
    let rows = c.all(&PAIRS, params![proposal.id])?;
    Ok(rows.into_iter().map(PairRow::pair).collect())
}

/// A page of a proposal's pairs, `most` from the one numbered `from`. A kept plan does not change, so numbers are places.
///
/// # Errors
/// `Internal` when the database fails.
pub fn some_pairs(c: &mut Read<'_>, proposal: &Proposal, by: Order, from: i64, most: i64) -> Result<Vec<ProposedPair>> {
    let rows = c.all(&SOME_PAIRS, params![proposal.id, by, most, from])?;
    Ok(rows.into_iter().map(PairRow::pair).collect())
}

/// The pairs of a proposal by their ids alone: mentor, mentee.
///
/// # Errors
/// `Internal` when the database fails.
pub fn twos(c: &mut Read<'_>, proposal: &Proposal) -> Result<Vec<(PersonId, PersonId)>> {
    c.all(&TWOS, params![proposal.id])
}

impl PairRow {
    fn pair(self) -> ProposedPair {
        ProposedPair {
            mentor: self.mentor,
            mentor_name: self.mentor_name,
            mentor_workplace: self.mentor_workplace,
            mentee: self.mentee,
            mentee_name: self.mentee_name,
            mentee_workplace: self.mentee_workplace,
            fit: self.score,
            reasons: self.reasons.0,
            together: self.together,
        }
    }
}

/// Who a proposal leaves out: mentees first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn left_out(c: &mut Read<'_>, proposal: &Proposal) -> Result<Vec<LeftOut>> {
    Ok(some_left_out(c, proposal, i64::MAX)?.0)
}

/// The first so many of whom a proposal leaves out, mentees first, and how many there are.
///
/// # Errors
/// `Internal` when the database fails.
pub fn some_left_out(c: &mut Read<'_>, proposal: &Proposal, most: i64) -> Result<(Vec<LeftOut>, usize)> {
    let rows = c.all(&LEFT_OUT, params![proposal.id, most])?;
    let everybody = rows.first().map_or(0, |row| usize::try_from(row.everybody).unwrap_or(0));
    Ok((rows.into_iter().map(LeftOutRow::left_out).collect(), everybody))
}

impl LeftOutRow {
    fn left_out(self) -> LeftOut {
        let LeftOutRow { person, name, workplace, role, reasons, .. } = self;
        LeftOut { person, name, workplace, role, reasons: reasons.0 }
    }
}

/// Notes that a proposal's pairs were told, and until when that can be taken back; tells whether they had not been before.
///
/// # Errors
/// `Internal` when the database fails.
pub fn publish(tx: &mut Tx<'_>, id: ProposalId, held_until: Option<Instant>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&PUBLISH, params![id, now, held_until])? == 1)
}

/// Notes that telling a proposal's pairs was taken back; tells whether it still could be.
///
/// # Errors
/// `Internal` when the database fails.
pub fn withdraw(tx: &mut Tx<'_>, id: ProposalId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&WITHDRAW, params![id, now])? == 1)
}

/// Whom a proposal leaves out, and as what, that hear so when it is published: not who has had such a letter in this round,
/// and no mentor without a place to give. The proposal must be one that `reached` gave.
///
/// # Errors
/// `Internal` when the database fails.
pub fn left_to_tell(c: &mut Read<'_>, proposal: &Proposal) -> Result<Vec<(PersonId, Role)>> {
    c.all(&LEFT_TO_TELL, params![proposal.id])
}

/// The coordinator's wishes for pairs of a round: (mentor, mentee, wish).
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn wishes(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(PersonId, PersonId, Wish)>> {
    round.must(&PROPOSAL, Verb::See)?;
    c.all(&WISHES, params![round.id])
}

/// Sets or takes back a wish for a pair.
///
/// # Errors
/// `Conflict` when the two are one person.
pub fn wish(
    tx: &mut Tx<'_>,
    by: PersonId,
    round: RoundId,
    mentor: PersonId,
    mentee: PersonId,
    wish: Option<Wish>,
) -> Result<()> {
    tx.run(&UNWISH, params![round, mentor, mentee])?;
    if let Some(wish) = wish {
        let now = tx.now();
        tx.run(&WISH, params![round, mentor, mentee, wish, by, now])?;
    }
    Ok(())
}
