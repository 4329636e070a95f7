//! Erasure, in the database: what goes of each table. The one place where a concept's SQL stands beside another's, so
//! that it can be read whole.

use std::collections::BTreeMap;

use kit::clock::Day;
use kit::db::{Json, Read, Tx};
use kit::id::Uuid;
use kit::{Result, params};
use serde_json::Value;

use super::due::Cut;
use super::{Due, HowManyDue, Preview, Request, no_address, value_without, without};
use crate::application::{self, ApplicationId};
use crate::letter::LetterId;
use crate::person::{Person, PersonId};
use crate::round::RoundId;
use crate::round::rules::{Answers, Role};

struct Naming {
    id: LetterId,
    subject: String,
    body: String,
    of_a_pair: bool,
}
kit::row!(Naming { id, subject, body, of_a_pair });
kit::row!(Request { person, name, asked_at });
kit::row!(Due { person, name, last_on, has_pair });
kit::row!(HowManyDue { past, soon });
kit::row!(Preview { applications, letters, evaluations, appointments, partnerships, sessions, pupils });

/// Before any round.
const LONG_AGO: Day = jiff::civil::date(1900, 1, 1);

/// Those whose last round ended from `$2` on and before `$3`: unless they have a duty or teach today (`$4`), take part in a
/// round that ended later or goes on, or have asked to be erased.
macro_rules! due {
    () => {
        "
        from erasure_due d join person p on p.organisation = d.organisation and p.id = d.person
        where d.organisation = $1 and d.last_on >= $2 and d.last_on < $3 and p.erased_at is null
          and not exists (select 1 from appointment h where h.organisation = d.organisation and h.person = d.person
                          and h.started_on <= $4 and (h.finished_on is null or h.finished_on >= $4))
          and not exists (select 1 from teaching t where t.organisation = d.organisation and t.person = d.person
                          and (t.finished_on is null or t.finished_on >= $4))
          and not exists (select 1 from application a join round r on r.organisation = a.organisation and r.id = a.round
                          where a.organisation = d.organisation and a.person = d.person and r.ends_on > d.last_on)
          and not exists (select 1 from partnership q join round s on s.organisation = q.organisation and s.id = q.round
                          where q.organisation = d.organisation and (q.mentor = d.person or q.mentee = d.person) and s.ends_on > d.last_on)
          and not exists (select 1 from erasure_request e where e.organisation = d.organisation and e.person = d.person)"
    };
}

kit::sql! {
    FORGET_DUE -> () = "delete from erasure_due where organisation = $1";
    FIND_DUE -> () = "
        insert into erasure_due (organisation, person, last_on)
        select $1, p.id, max(r.ends_on)
        from (select a.organisation, a.person, a.round from application a where a.organisation = $1
              union select m.organisation, m.mentor, m.round from partnership m where m.organisation = $1
              union select n.organisation, n.mentee, n.round from partnership n where n.organisation = $1) t
        join round r on r.organisation = t.organisation and r.id = t.round
        join person p on p.organisation = t.organisation and p.id = t.person
        where t.organisation = $1 and p.erased_at is null
        group by p.id
        having max(r.ends_on) < $2";
    DUE -> Due = concat!("
        select d.person, p.name, d.last_on,
               exists (select 1 from partnership l where l.organisation = d.organisation
                       and (l.mentor = d.person or l.mentee = d.person) and l.finished_on is null) as has_pair",
        due!(), "
        order by d.last_on, p.name, p.id limit 51");
    HOW_MANY_DUE -> HowManyDue = concat!("
        select cast(coalesce(sum(case when f.last_on < $5 then 1 else 0 end), 0) as bigint) as past,
               cast(coalesce(sum(case when f.last_on >= $5 then 1 else 0 end), 0) as bigint) as soon
        from (select d.last_on", due!(), "
              order by d.last_on limit 100) f");
    DROP_DUE -> () = "delete from erasure_due where organisation = $1 and person = $2";
    KNOWN -> Person = "
        select p.id, p.name, p.address, p.job_title, w.name as workplace, p.language, p.membership, p.notice_at,
               p.notice_shown is distinct from (select n.id from notice n where n.organisation = p.organisation order by n.written_at desc, n.id desc limit 1) as notice_is_newer
        from person p left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where p.organisation = $1 and p.id = $2 and p.erased_at is null";
    BY_ADDRESS -> (PersonId,) = "select id from person where organisation = $1 and address = $2 and erased_at is null";
    ASKED -> (PersonId,) = "select person from erasure_request where organisation = $1 and person = $2";
    ASK -> () = "insert into erasure_request (organisation, person, asked_at) values ($1, $2, $3)";
    DECIDE -> () = "update erasure_request set decided_at = $3 where organisation = $1 and person = $2";
    DECIDED -> (PersonId,) = "
        select person from erasure_request where organisation = $1 and decided_at is not null order by decided_at, person";
    REQUESTS -> Request = "
        select r.person, p.name, r.asked_at from erasure_request r
        join person p on p.organisation = r.organisation and p.id = r.person
        where r.organisation = $1 order by r.asked_at, r.person";
    PREVIEW -> Preview = "
        select
          (select count(*) from application a where a.organisation = $1 and a.person = $2) as applications,
          (select count(*) from letter l where l.organisation = $1 and l.person = $2) as letters,
          (select count(*) from evaluation e where e.organisation = $1 and (e.evaluator = $2 or e.evaluated = $2)) as evaluations,
          (select count(*) from appointment d where d.organisation = $1 and d.person = $2) as appointments,
          (select count(*) from partnership p where p.organisation = $1 and (p.mentor = $2 or p.mentee = $2)) as partnerships,
          (select count(*) from session s join partnership p on p.organisation = s.organisation and p.id = s.partnership
           where s.organisation = $1 and (p.mentor = $2 or p.mentee = $2)) as sessions,
          (select count(distinct t.pupil) from teaching t where t.organisation = $1 and t.person = $2) as pupils";

    BLANK_PERSON -> () = "
        update person set name = $3, address = $4, job_title = '', workplace = null, language = 'en', membership = 'erased', notice_at = null, notice_shown = null, erased_at = $5
        where organisation = $1 and id = $2";
    DROP_REQUEST -> () = "delete from erasure_request where organisation = $1 and person = $2";
    DROP_LETTERS_TO -> () = "delete from letter where organisation = $1 and person = $2";
    LETTERS_NAMING -> Naming = "
        select l.id, l.subject, l.body,
               exists (select 1 from partnership p where p.organisation = l.organisation
                       and ((p.mentor = $2 and p.mentee = l.person) or (p.mentee = $2 and p.mentor = l.person))) as of_a_pair
        from letter l
        where l.organisation = $1
          and (replace(l.body, $3, '') <> l.body or replace(l.body, $4, '') <> l.body
               or replace(l.subject, $3, '') <> l.subject or replace(l.subject, $4, '') <> l.subject)";
    DROP_LETTER -> () = "delete from letter where organisation = $1 and id = $2";
    REWRITE_LETTER -> () = "update letter set subject = $3, body = $4 where organisation = $1 and id = $2";
    DROP_EVALUATIONS -> () = "delete from evaluation where organisation = $1 and (evaluator = $2 or evaluated = $2)";
    END_APPOINTMENTS -> () = "
        update appointment set finished_on = $3
        where organisation = $1 and person = $2 and (finished_on is null or finished_on > $3)";
    BLANK_APPLICATIONS -> () = "update application set answers = '{}' where organisation = $1 and person = $2";
    ANSWERS_NAMING -> (ApplicationId, RoundId, Role, Json<Value>) = "
        select id, round, role, answers from application
        where organisation = $1 and (replace(cast(answers as text), $2, '') <> cast(answers as text)
                                     or replace(cast(answers as text), $3, '') <> cast(answers as text))";
    BLANK_PAIRS -> () = "
        update proposal_pair set reasons = '[]' where organisation = $1 and (mentor = $2 or mentee = $2)";
    DROP_LEFT_OUT -> () = "delete from proposal_left_out where organisation = $1 and person = $2";
    REASONS_NAMING -> (Uuid, PersonId, Json<Value>) = "
        select proposal, mentee, reasons from proposal_pair
        where organisation = $1 and (replace(cast(reasons as text), $2, '') <> cast(reasons as text)
                                     or replace(cast(reasons as text), $3, '') <> cast(reasons as text))";
    REWRITE_REASONS -> () = "
        update proposal_pair set reasons = $4 where organisation = $1 and proposal = $2 and mentee = $3";
    DROP_WISHES -> () = "delete from pair_wish where organisation = $1 and (mentor = $2 or mentee = $2)";
    END_PARTNERSHIPS -> () = "
        update partnership set finished_on = $3
        where organisation = $1 and (mentor = $2 or mentee = $2) and finished_on is null";
    ADDRESSES -> (String,) = "select address from person_address where organisation = $1 and person = $2";
    DROP_ADDRESSES -> () = "delete from person_address where organisation = $1 and person = $2";
    DROP_ADDRESS_REQUESTS -> () = "delete from address_request where organisation = $1 and person = $2";
    DROP_ADDRESS_CHANGES -> () = "delete from address_change where organisation = $1 and person = $2";
    DROP_TEACHING_TO_COME -> () = "delete from teaching where organisation = $1 and person = $2 and started_on > $3";
    END_TEACHING -> () = "
        update teaching set finished_on = $3
        where organisation = $1 and person = $2 and (finished_on is null or finished_on > $3)";
    DROP_FORM_KEYS -> () = "delete from form_key where organisation = $1 and person = $2";
    DROP_COMPLETIONS -> () = "delete from training_completion where organisation = $1 and person = $2";
    DROP_WAIVERS -> () = "delete from waiver where organisation = $1 and person = $2";
    DROP_RATINGS -> () = "delete from rating where organisation = $1 and person = $2";
    DROP_ASSESSMENTS -> () = "delete from assessment where organisation = $1 and person = $2";
    DROP_LEARNING_WISHES -> () = "delete from learning_wish where organisation = $1 and person = $2";
    DROP_TESTIMONIALS -> () = "delete from testimonial where organisation = $1 and person = $2";
    TESTIMONIALS_NAMING -> (Uuid, String) = "
        select id, words from testimonial
        where organisation = $1 and (replace(words, $2, '') <> words or replace(words, $3, '') <> words)";
    DROP_TESTIMONIAL -> () = "delete from testimonial where organisation = $1 and id = $2";
    DROP_EARLIER_PAIRS -> () = "delete from earlier_pair where organisation = $1 and (mentor = $2 or mentee = $2)";
    DROP_PRIVATE_ANSWERS -> () = "delete from private_answer where organisation = $1 and person = $2";
    DROP_TRIES -> () = "
        delete from another_try where organisation = $1 and partnership in (
            select p.id from partnership p where p.organisation = $1 and (p.mentor = $2 or p.mentee = $2))";
    DROP_DRAFTS -> () = "delete from application_draft where organisation = $1 and person = $2";
    DROP_ENCOURAGEMENTS -> () = "delete from encouragement where organisation = $1 and person = $2";
    DROP_UPLOADS -> () = "delete from import_upload where organisation = $1 and made_by = $2";
    DROP_REFLECTIONS -> () = "delete from reflection where organisation = $1 and author = $2";
}

/// Somebody who is not erased.
///
/// # Errors
/// `NotFound` when they are not there, or were erased.
pub fn known(c: &mut Read<'_>, id: PersonId) -> Result<Person> {
    c.one(&KNOWN, params![id])
}

/// Who has this address, if anybody.
///
/// # Errors
/// `Internal` when the database fails.
pub fn by_address(c: &mut Read<'_>, address: &str) -> Result<Option<PersonId>> {
    Ok(c.first(&BY_ADDRESS, params![address])?.map(|(id,)| id))
}

/// Whether somebody has asked to be erased.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_asked(c: &mut Read<'_>, person: PersonId) -> Result<bool> {
    Ok(c.first(&ASKED, params![person])?.is_some())
}

/// Notes that somebody asks.
///
/// # Errors
/// `Conflict` when they asked before.
pub fn ask(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    let now = tx.now();
    tx.run(&ASK, params![person, now])?;
    Ok(())
}

/// Notes that it is decided, whether or not they asked.
///
/// # Errors
/// `Internal` when the database fails.
pub fn decide(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    if !is_asked(tx, person)? {
        ask(tx, person)?;
    }
    let now = tx.now();
    tx.run(&DECIDE, params![person, now])?;
    Ok(())
}

/// Of whom it is decided, and not done.
///
/// # Errors
/// `Internal` when the database fails.
pub fn decided(c: &mut Read<'_>) -> Result<Vec<PersonId>> {
    Ok(c.all(&DECIDED, params![])?.into_iter().map(|(person,)| person).collect())
}

/// Who asked, the longest ago first. The caller has shown that the viewer administers.
///
/// # Errors
/// `Internal` when the database fails.
pub fn requests(c: &mut Read<'_>) -> Result<Vec<Request>> {
    c.all(&REQUESTS, params![])
}

/// Writes down anew whose last round ended before a day.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn find_due(tx: &mut Tx<'_>, before: Day) -> Result<()> {
    tx.run(&FORGET_DUE, params![])?;
    tx.run(&FIND_DUE, params![before])?;
    Ok(())
}

/// Up to 51 people whose time is over, and up to 51 of whom it is soon, the longest ago first. The caller has shown that
/// the viewer administers.
///
/// # Errors
/// `Internal` when the database fails.
pub fn due(c: &mut Read<'_>, cut: Cut) -> Result<[Vec<Due>; 2]> {
    let today = c.today();
    Ok([c.all(&DUE, params![LONG_AGO, cut.over, today])?, c.all(&DUE, params![cut.over, cut.soon, today])?])
}

/// How many they are. The caller has shown that the viewer administers.
///
/// # Errors
/// `Internal` when the database fails.
pub fn how_many_due(c: &mut Read<'_>, cut: Cut) -> Result<HowManyDue> {
    let today = c.today();
    c.one(&HOW_MANY_DUE, params![LONG_AGO, cut.soon, today, cut.over])
}

/// What there is about somebody, counted.
///
/// # Errors
/// `Internal` when the database fails.
pub fn preview(c: &mut Read<'_>, person: PersonId) -> Result<Preview> {
    c.one(&PREVIEW, params![person])
}

/// Every address somebody is known by.
///
/// # Errors
/// `Internal` when the database fails.
pub fn addresses(c: &mut Read<'_>, person: PersonId) -> Result<Vec<String>> {
    Ok(c.all(&ADDRESSES, params![person])?.into_iter().map(|(address,)| address).collect())
}

/// Everything inside the organisation that says who somebody was: gone, or `instead` in its place.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut Tx<'_>, person: &Person, instead: &str) -> Result<()> {
    let (id, now, today) = (person.id, tx.now(), tx.today());
    tx.run(&DROP_COMPLETIONS, params![id])?;
    tx.run(&DROP_WAIVERS, params![id])?;
    tx.run(&DROP_REFLECTIONS, params![id])?;
    tx.run(&DROP_RATINGS, params![id])?;
    tx.run(&DROP_ASSESSMENTS, params![id])?;
    tx.run(&DROP_LEARNING_WISHES, params![id])?;
    tx.run(&DROP_TESTIMONIALS, params![id])?;
    // Others' words were let out exactly as they are: with the name in them they go, and are not changed.
    for (other, words) in tx.all(&TESTIMONIALS_NAMING, params![person.name, person.address])? {
        if without(&words, &person.name, &person.address, instead) != words {
            tx.run(&DROP_TESTIMONIAL, params![other])?;
        }
    }
    tx.run(&DROP_UPLOADS, params![id])?;
    // A pupil's year begins on the last day somebody taught them: that day stays.
    tx.run(&DROP_TEACHING_TO_COME, params![id, today])?;
    tx.run(&END_TEACHING, params![id, today])?;
    tx.run(&DROP_PRIVATE_ANSWERS, params![id])?;
    tx.run(&DROP_TRIES, params![id])?;
    tx.run(&DROP_DRAFTS, params![id])?;
    tx.run(&DROP_ENCOURAGEMENTS, params![id])?;
    tx.run(&DROP_EARLIER_PAIRS, params![id])?;
    tx.run(&DROP_ADDRESSES, params![id])?;
    tx.run(&DROP_ADDRESS_REQUESTS, params![id])?;
    tx.run(&DROP_ADDRESS_CHANGES, params![id])?;
    tx.run(&DROP_FORM_KEYS, params![id])?;
    tx.run(&DROP_LETTERS_TO, params![id])?;
    forget_in_letters(tx, person, instead)?;
    tx.run(&BLANK_APPLICATIONS, params![id])?;
    tx.run(&BLANK_PAIRS, params![id])?;
    tx.run(&DROP_LEFT_OUT, params![id])?;
    forget_in_answers(tx, person, instead)?;
    tx.run(&DROP_WISHES, params![id])?;
    tx.run(&DROP_EVALUATIONS, params![id])?;
    let yesterday = today.yesterday().map_err(kit::Error::internal)?;
    tx.run(&END_APPOINTMENTS, params![id, yesterday])?;
    tx.run(&END_PARTNERSHIPS, params![id, today])?;
    tx.run(&DROP_REQUEST, params![id])?;
    tx.run(&DROP_DUE, params![id])?;
    tx.run(&BLANK_PERSON, params![id, instead, no_address(id), now])?;
    Ok(())
}

/// Letters that told others of being paired with them go; in the rest, such as those they signed, their name does.
fn forget_in_letters(tx: &mut Tx<'_>, person: &Person, instead: &str) -> Result<()> {
    let told = |text: &str| without(text, &person.name, &person.address, instead);
    for one in tx.all(&LETTERS_NAMING, params![person.id, person.name, person.address])? {
        let (subject, body) = (told(&one.subject), told(&one.body));
        if (&subject, &body) == (&one.subject, &one.body) {
            continue;
        }
        if one.of_a_pair {
            tx.run(&DROP_LETTER, params![one.id])?;
        } else {
            tx.run(&REWRITE_LETTER, params![one.id, subject, body])?;
        }
    }
    Ok(())
}

/// Their name in what others answered (who manages them, say), and in what was made of it.
fn forget_in_answers(tx: &mut Tx<'_>, person: &Person, instead: &str) -> Result<()> {
    // As it stands inside a JSON text.
    let inner = |text: &str| Value::from(text).to_string().trim_matches('"').to_owned();
    let (name, address) = (inner(&person.name), inner(&person.address));
    let told = |value| Json(value_without(value, &person.name, &person.address, instead));
    let mut rounds: BTreeMap<RoundId, Vec<(ApplicationId, Role, Answers)>> = BTreeMap::new();
    for (id, round, role, Json(answers)) in tx.all(&ANSWERS_NAMING, params![name, address])? {
        let answers = serde_json::from_value(told(answers).0).map_err(kit::Error::internal)?;
        rounds.entry(round).or_default().push((id, role, answers));
    }
    for (round, some) in rounds {
        application::store::rewrite(tx, round, &some)?;
    }
    for (proposal, mentee, Json(reasons)) in tx.all(&REASONS_NAMING, params![name, address])? {
        tx.run(&REWRITE_REASONS, params![proposal, mentee, told(reasons)])?;
    }
    Ok(())
}
