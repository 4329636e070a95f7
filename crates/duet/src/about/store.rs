//! Everything about somebody, from the database: one statement for each table that says something about them.

use std::collections::HashMap;

use kit::clock::{Day, Instant};
use kit::db::{Json, Read, Sql};
use kit::{Result, params};
use serde_json::{Value, json};

use super::{SECTIONS, Section, Told};
use crate::audit::store::open_to_administrators;
use crate::call;
use crate::outcome::OutcomeId;
use crate::partnership::Answer;
use crate::person::{PersonId, Viewer};
use crate::private_answer;
use crate::rating;
use crate::reflection;

/// A row whose columns have these names and types, and how it is told.
macro_rules! told {
    ($($row:ident { $($field:ident: $type:ty),+ $(,)? })+) => {$(
        struct $row { $($field: $type),+ }
        kit::row!($row { $($field),+ });
        impl $row {
            fn told(self) -> Vec<Told> {
                vec![$((stringify!($field), json!(self.$field))),+]
            }
        }
    )+};
}

told! {
    Person { name: String, address: String, job_title: String, workplace: Option<String>, language: String, made_at: Instant, notice_at: Option<Instant> }
    Address { address: String, signs_in: bool, made_at: Instant }
    AddressChange { was: String, added: Option<String>, removed: Option<String>, made_at: Instant, undone_at: Option<Instant> }
    Linked { linked_at: Instant }
    SignIn { made_at: Instant, seen_at: Instant, shared: bool }
    Link { made_at: Instant, ends_at: Instant, used_at: Option<Instant> }
    Appointment { duty: String, scheme: Option<String>, started_on: Day, finished_on: Option<Day> }
    Evaluation { relation: String, evaluator: String, evaluated: String, started_on: Day, finished_on: Option<Day> }
    Import { round: String, made_at: Instant }
    Letter { subject: String, body: String, written_at: Instant, sent_at: Option<Instant> }
    Partnership { round: String, mentor: String, mentee: String, offered_at: Instant, started_on: Option<Day>, finished_on: Option<Day> }
    EarlierPair { scheme: String, mentor: String, mentee: String, started_on: Option<Day>, finished_on: Day }
    Answered { round: String, answer: Answer, answered_at: Instant }
    Session { held_on: Day, minutes: i64, way: String, mentor: String, mentee: String, logged_by: String, logged_at: Instant }
    Trained { round: String, training: String, completed_on: Day, noted_by: String }
    LetIn { round: String, role: String, note: String, made_by: String, made_on: Day, ended_on: Option<Day> }
    Entry { round: String, what: String, entered_for: String, entered_by: String, entered_at: Instant, settled: Option<String>, settled_at: Option<Instant> }
    Encouraged { round: String, person: String, made_by: String, made_at: Instant }
    Proposal { round: String, number: i64, made_at: Instant }
    Testimonial { round: String, words: String, named: bool, in_report: bool, on_website: bool, in_announcement: bool, until_on: Option<Day>, given_at: Instant }
    Assessed { person: String, capability: String, level: i64, assessed_on: Day, source: String, noted_by: String, noted_at: Instant }
    Learning { capability: String, wished_on: Day }
    Taught { role: String, school: String, started_on: Day, finished_on: Option<Day> }
    Asked { asked_at: Instant }
    Noted { noted_at: Instant, act: String, by_you: bool }
}

struct Application {
    round: String,
    role: String,
    places: i64,
    answers: Json<Value>,
    applied_at: Instant,
    sent_at: Option<Instant>,
}
kit::row!(Application { round, role, places, answers, applied_at, sent_at });

kit::sql! {
    PERSON -> Person = "
        select p.name, p.address, p.job_title, w.name as workplace, p.language, p.made_at, p.notice_at
        from person p left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where p.organisation = $1 and p.id = $2";
    ADDRESSES -> Address = "
        select address, signs_in, made_at from person_address where organisation = $1 and person = $2 order by made_at, address";
    ADDRESS_CHANGES -> AddressChange = "
        select was, added, removed, made_at, undone_at from address_change
        where organisation = $1 and person = $2 order by made_at, id";
    LINKED -> Linked = "select linked_at from identity_person where organisation = $1 and person = $2";
    SIGN_INS -> SignIn = "
        select made_at, seen_at, shared from sign_in where organisation = $1 and person = $2 order by made_at";
    LINKS -> Link = "
        select made_at, ends_at, used_at from sign_in_link where organisation = $1 and person = $2 order by made_at";
    APPOINTMENTS -> Appointment = "
        select a.duty, s.name as scheme, a.started_on, a.finished_on
        from appointment a left join scheme s on s.organisation = a.organisation and s.id = a.scheme
        where a.organisation = $1 and a.person = $2 order by a.started_on, a.id";
    EVALUATIONS -> Evaluation = "
        select e.relation, r.name as evaluator, d.name as evaluated, e.started_on, e.finished_on
        from evaluation e
        join person r on r.organisation = e.organisation and r.id = e.evaluator
        join person d on d.organisation = e.organisation and d.id = e.evaluated
        where e.organisation = $1 and (e.evaluator = $2 or e.evaluated = $2) order by e.started_on, e.id";
    APPLICATIONS -> Application = "
        select r.name as round, a.role, a.places, a.answers, a.applied_at, a.sent_at
        from application a join round r on r.organisation = a.organisation and r.id = a.round
        where a.organisation = $1 and a.person = $2 order by a.applied_at, a.id";
    IMPORTS -> Import = "
        select r.name as round, i.made_at
        from application_import i join round r on r.organisation = i.organisation and r.id = i.round
        where i.organisation = $1 and i.made_by = $2 order by i.made_at, i.id";
    LETTERS -> Letter = "
        select subject, body, written_at, sent_at from letter
        where organisation = $1 and person = $2 and (goes_at is null or goes_at <= $3 or waits) order by written_at, id";
    PARTNERSHIPS -> Partnership = "
        select r.name as round, m.name as mentor, n.name as mentee, p.offered_at, p.started_on, p.finished_on
        from partnership p
        join round r on r.organisation = p.organisation and r.id = p.round
        join person m on m.organisation = p.organisation and m.id = p.mentor
        join person n on n.organisation = p.organisation and n.id = p.mentee
        where p.organisation = $1 and (p.mentor = $2 or p.mentee = $2) and p.offered_at <= $3 order by p.offered_at, p.id";
    EARLIER_PAIRS -> EarlierPair = "
        select s.name as scheme, m.name as mentor, n.name as mentee, e.started_on, e.finished_on
        from earlier_pair e
        join scheme s on s.organisation = e.organisation and s.id = e.scheme
        join person m on m.organisation = e.organisation and m.id = e.mentor
        join person n on n.organisation = e.organisation and n.id = e.mentee
        where e.organisation = $1 and (e.mentor = $2 or e.mentee = $2) order by e.finished_on, e.id";
    ANSWERS -> Answered = "
        select r.name as round, a.answer, a.answered_at
        from partnership_answer a
        join partnership p on p.organisation = a.organisation and p.id = a.partnership
        join round r on r.organisation = p.organisation and r.id = p.round
        where a.organisation = $1 and a.person = $2 order by a.answered_at, p.id";
    TRAINED -> Trained = "
        select r.name as round, t.name as training, c.completed_on, n.name as noted_by
        from training_completion c
        join training t on t.organisation = c.organisation and t.id = c.training
        join round r on r.organisation = t.organisation and r.id = t.round
        join person n on n.organisation = c.organisation and n.id = c.noted_by
        where c.organisation = $1 and c.person = $2 order by c.completed_on, t.id";
    LET_IN -> LetIn = "
        select r.name as round, w.role, w.note, b.name as made_by, w.made_on, w.ended_on
        from waiver w
        join round r on r.organisation = w.organisation and r.id = w.round
        join person b on b.organisation = w.organisation and b.id = w.made_by
        where w.organisation = $1 and w.person = $2 order by w.made_on, w.id";
    SESSIONS -> Session = "
        select s.held_on, s.minutes, s.way, m.name as mentor, n.name as mentee, l.name as logged_by, s.logged_at
        from session s
        join partnership p on p.organisation = s.organisation and p.id = s.partnership
        join person m on m.organisation = p.organisation and m.id = p.mentor
        join person n on n.organisation = p.organisation and n.id = p.mentee
        join person l on l.organisation = s.organisation and l.id = s.logged_by
        where s.organisation = $1 and (p.mentor = $2 or p.mentee = $2) order by s.held_on, s.id";
    ENTRIES -> Entry = "
        select r.name as round, e.what, f.name as entered_for, b.name as entered_by, e.entered_at, e.settled, e.settled_at
        from entry e
        join round r on r.organisation = e.organisation and r.id = e.round
        join person f on f.organisation = e.organisation and f.id = e.entered_for
        join person b on b.organisation = e.organisation and b.id = e.entered_by
        where e.organisation = $1 and (e.entered_for = $2 or e.entered_by = $2) order by e.entered_at, e.id";
    ENCOURAGED -> Encouraged = "
        select r.name as round, p.name as person, b.name as made_by, e.made_at
        from encouragement e
        join round r on r.organisation = e.organisation and r.id = e.round
        join person p on p.organisation = e.organisation and p.id = e.person
        join person b on b.organisation = e.organisation and b.id = e.made_by
        where e.organisation = $1 and (e.person = $2 or e.made_by = $2) order by e.made_at, e.id";
    PROPOSALS -> Proposal = "
        select r.name as round, p.number, p.made_at
        from proposal p join round r on r.organisation = p.organisation and r.id = p.round
        where p.organisation = $1 and p.made_by = $2 order by p.made_at, p.id";
    TESTIMONIALS -> Testimonial = "
        select r.name as round, t.words, t.named, t.in_report, t.on_website, t.in_announcement, t.until_on, t.given_at
        from testimonial t join round r on r.organisation = t.organisation and r.id = t.round
        where t.organisation = $1 and t.person = $2 order by t.given_at, t.id";
    ASSESSED -> Assessed = "
        select p.name as person, w.name as capability, a.level, a.assessed_on, a.source, n.name as noted_by, a.noted_at
        from assessment a
        join capability_wording w on w.organisation = a.organisation and w.capability = a.capability and w.version = a.version
        join person p on p.organisation = a.organisation and p.id = a.person
        join person n on n.organisation = a.organisation and n.id = a.noted_by
        where a.organisation = $1 and (a.person = $2 or (a.noted_by = $2 and not a.brought_in)) order by a.assessed_on, a.id";
    LEARNING -> Learning = "
        select w.name as capability, l.wished_on
        from learning_wish l
        join capability_wording w on w.organisation = l.organisation and w.capability = l.capability
        where l.organisation = $1 and l.person = $2
          and w.version = (select max(n.version) from capability_wording n
                           where n.organisation = w.organisation and n.capability = w.capability)
        order by l.wished_on, w.name";
    OUTCOMES -> (OutcomeId, String) = "select id, words from outcome where organisation = $1";
    TEACHING -> Taught = "
        select t.role, w.name as school, t.started_on, t.finished_on
        from teaching t
        join pupil p on p.organisation = t.organisation and p.id = t.pupil
        join workplace w on w.organisation = p.organisation and w.id = p.school
        where t.organisation = $1 and t.person = $2 order by t.started_on, t.id";
    ASKED -> Asked = "select asked_at from erasure_request where organisation = $1 and person = $2";
    NOTED -> Noted = "
        select noted_at, act, coalesce(actor = $2, actor is not null) as by_you from audit
        where organisation = $1 and (actor = $2 or subject = $2) order by id";
    NOTED_ON_PAPER -> Noted = concat!("
        select noted_at, act, coalesce(actor = $2, actor is not null) as by_you from audit
        where organisation = $1 and (actor = $2 or subject = $2)
          and ", open_to_administrators!(), "
        order by id");
}

/// Every row about the viewer, table by table, with what nobody else can open.
///
/// # Errors
/// `Internal` when a database fails.
pub fn everything(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Section>> {
    let mut sections = readable(c, viewer.person, &NOTED)?;
    let me = params![viewer.person];
    let locked = [
        ("application_draft", drafts(c, viewer)?),
        ("private_answer", private_answers(c, viewer)?),
        ("reflection", reflections(c, viewer)?),
        ("partnership_answer", c.all(&ANSWERS, me)?.into_iter().map(Answered::told).collect()),
        ("rating", ratings(c, viewer)?),
        ("testimonial", c.all(&TESTIMONIALS, me)?.into_iter().map(Testimonial::told).collect()),
        ("assessment", c.all(&ASSESSED, me)?.into_iter().map(Assessed::told).collect()),
        ("learning_wish", c.all(&LEARNING, me)?.into_iter().map(Learning::told).collect()),
    ];
    sections.extend(locked.into_iter().map(|(name, rows)| Section { name, rows }));
    sections.sort_by_key(|section| SECTIONS.iter().position(|name| *name == section.name));
    Ok(sections)
}

/// Every row about somebody that is not locked, table by table; nor what would tell that something locked is there. A pair whose
/// letters are held, and the letters, are not there yet: until they go, it can be taken back, and then it never was.
///
/// # Errors
/// `Internal` when the database fails.
pub fn on_paper(c: &mut Read<'_>, person: PersonId) -> Result<Vec<Section>> {
    readable(c, person, &NOTED_ON_PAPER)
}

fn readable(c: &mut Read<'_>, person: PersonId, noted: &Sql<Noted>) -> Result<Vec<Section>> {
    let now = c.now();
    let (me, and_now) = (params![person], params![person, now]);
    macro_rules! rows {
        ($statement:expr, by now) => {
            c.all($statement, and_now)?.into_iter().map(|row| row.told()).collect::<Vec<_>>()
        };
        ($statement:expr) => {
            c.all($statement, me)?.into_iter().map(|row| row.told()).collect::<Vec<_>>()
        };
    }
    let sections = vec![
        ("person", rows!(&PERSON)),
        ("person_address", rows!(&ADDRESSES)),
        ("address_change", rows!(&ADDRESS_CHANGES)),
        ("identity_person", rows!(&LINKED)),
        ("sign_in", rows!(&SIGN_INS)),
        ("sign_in_link", rows!(&LINKS)),
        ("appointment", rows!(&APPOINTMENTS)),
        ("evaluation", rows!(&EVALUATIONS)),
        ("application", rows!(&APPLICATIONS)),
        ("encouragement", rows!(&ENCOURAGED)),
        ("application_import", rows!(&IMPORTS)),
        ("letter", rows!(&LETTERS, by now)),
        ("partnership", rows!(&PARTNERSHIPS, by now)),
        ("earlier_pair", rows!(&EARLIER_PAIRS)),
        ("training_completion", rows!(&TRAINED)),
        ("waiver", rows!(&LET_IN)),
        ("session", rows!(&SESSIONS)),
        ("entry", rows!(&ENTRIES)),
        ("teaching", rows!(&TEACHING)),
        ("proposal", rows!(&PROPOSALS)),
        ("erasure_request", rows!(&ASKED)),
        ("audit", rows!(noted)),
    ];
    Ok(sections.into_iter().map(|(name, rows)| Section { name, rows }).collect())
}

impl Application {
    fn told(self) -> Vec<Told> {
        vec![
            ("round", json!(self.round)),
            ("role", json!(self.role)),
            ("places", json!(self.places)),
            ("answers", self.answers.0),
            ("applied_at", json!(self.applied_at)),
            ("sent_at", json!(self.sent_at)),
        ]
    }
}

/// What the viewer wrote for themselves; what cannot be opened any more is told as nothing.
fn private_answers(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Vec<Told>>> {
    let all = private_answer::store::about(c, viewer)?;
    let told = |one: &private_answer::PrivateAnswer| {
        let words = one.answer.words().map(|words| words.reveal().to_owned());
        vec![
            ("round", json!(one.name)),
            ("heading", json!(one.heading)),
            ("purpose", json!(one.purpose)),
            ("answer", json!(words)),
            ("made_at", json!(one.made_at)),
        ]
    };
    Ok(all.iter().map(told).collect())
}

/// What the viewer typed of an application and has not sent; what cannot be opened any more is told as nothing.
fn drafts(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Vec<Told>>> {
    let mut told = Vec::new();
    for one in call::store::own_drafts(c, viewer)? {
        let draft = one.draft.unwrap_or_default();
        told.push(vec![
            ("round", json!(one.round)),
            ("role", json!(one.role.as_str())),
            ("job_title", json!(draft.job_title)),
            ("workplace", json!(draft.workplace)),
            ("places", json!(draft.places)),
            ("answers", json!(draft.answers)),
            ("private_answers", json!(draft.private)),
            ("saved_at", json!(one.saved_at)),
        ]);
    }
    Ok(told)
}

fn reflections(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Vec<Told>>> {
    let all = reflection::store::of(c, viewer)?;
    let told = |one: &reflection::Reflection| {
        let words = one.words.words().map(|words| words.reveal().to_owned());
        vec![("held_on", json!(one.held_on)), ("words", json!(words)), ("written_at", json!(one.written_at))]
    };
    Ok(all.iter().map(told).collect())
}

/// Where the viewer said they stand; what cannot be opened any more is told as nothing.
fn ratings(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Vec<Told>>> {
    let outcomes: HashMap<OutcomeId, String> = c.all(&OUTCOMES, params![])?.into_iter().collect();
    let told = |one: rating::Rating| {
        let answered = one.answered.unwrap_or_default();
        let steps: serde_json::Map<String, Value> = answered
            .steps
            .iter()
            .map(|(id, step)| (outcomes.get(id).cloned().unwrap_or_else(|| id.to_string()), json!(step)))
            .collect();
        vec![
            ("moment", json!(one.moment.as_str())),
            ("steps", json!(steps)),
            ("line", json!(answered.line)),
            ("shared_with_coach", json!(one.shared)),
            ("rated_at", json!(one.rated_at)),
        ]
    };
    Ok(rating::store::all_own(c, viewer)?.into_iter().map(told).collect())
}
