//! Calls, drafts and one's own applications, in the database. A draft is sealed under its person's key.

use kit::access::Verb;
use kit::clock::{Day, Instant};
use kit::db::{Json, Read, Tx};
use kit::id::Uuid;
use kit::seal::{Holder as KeyHolder, Opened, Place, Private, Sealed};
use kit::{Error, Result, params};

use super::access::{CALL, OWN_APPLICATION};
use super::{Call, DRAFT_DAYS, Draft, DraftId, Listed, Sent};
use crate::access::{Holder, Reached, Relation};
use crate::application::{self, ApplicationId};
use crate::person::{PersonId, Viewer};
use crate::round::rules::{Answers, Role, Rules};
use crate::round::{self, RoundId, Stage};
use crate::scheme::{Colour, SchemeId};

struct Row {
    id: RoundId,
    name: String,
    scheme: SchemeId,
    scheme_name: String,
    purpose: String,
    colour: Colour,
    starts_on: Day,
    ends_on: Day,
    apply_by: Option<Day>,
    stage: Stage,
    applied: bool,
    told: bool,
    own: bool,
    drafted: bool,
}
kit::row!(Row {
    id,
    name,
    scheme,
    scheme_name,
    purpose,
    colour,
    starts_on,
    ends_on,
    apply_by,
    stage,
    applied,
    told,
    own,
    drafted
});

struct SentRow {
    role: Role,
    job_title: String,
    workplace: Option<String>,
    places: u32,
    answers: Json<Answers>,
    applied_at: Instant,
    sent_at: Option<Instant>,
    waived: bool,
}
kit::row!(SentRow { role, job_title, workplace, places, answers, applied_at, sent_at, waived });

/// Rounds, as those who might apply see them: of `$2` whether they applied, and have begun to.
macro_rules! rounds {
    () => {
        "
        select r.id, r.name, r.scheme, s.name as scheme_name, s.purpose, s.colour, r.starts_on, r.ends_on,
               (select d.apply_by from round_deadline d where d.organisation = r.organisation and d.round = r.id
                order by d.number desc limit 1) as apply_by,
               coalesce((select t.stage from round_stage t where t.organisation = r.organisation and t.round = r.id
                         order by t.number desc limit 1), 'draft') as stage,
               exists (select 1 from application a where a.organisation = r.organisation and a.round = r.id) as applied,
               exists (select 1 from partnership p where p.organisation = r.organisation and p.round = r.id) as told,
               exists (select 1 from application a where a.organisation = r.organisation and a.round = r.id
                       and a.person = $2) as own,
               exists (select 1 from application_draft f where f.organisation = r.organisation and f.round = r.id
                       and f.person = $2) as drafted
        from round r join scheme s on s.organisation = r.organisation and s.id = r.scheme"
    };
}

// A call's reach: everybody of the organisation while it is open, who applied to it at any time, and who leads it.
kit::sql! {
    ONE -> Row = concat!(rounds!(), "
        where r.organisation = $1 and r.id = $3");
    NOT_PAST -> Row = concat!(rounds!(), "
        where r.organisation = $1 and r.ends_on >= $3
          and exists (select 1 from round_deadline d where d.organisation = r.organisation and d.round = r.id
                      and d.apply_by >= $3)
        order by r.starts_on, r.id");
    NAME -> (String,) = "select name from person where organisation = $1 and id = $2 and membership = 'active'";
    DRAFT -> (DraftId, Sealed<Private>) = "
        select id, words from application_draft where organisation = $1 and round = $2 and person = $3 and role = $4";
    DROP_DRAFT -> () = "
        delete from application_draft where organisation = $1 and round = $2 and person = $3 and role = $4";
    KEEP_DRAFT -> () = "
        insert into application_draft (organisation, id, round, person, role, words, saved_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    DRAFTED -> (Role, Instant) = "
        select role, saved_at from application_draft where organisation = $1 and round = $2 and person = $3 order by role";
    SENT -> SentRow = "
        select a.role, p.job_title, w.name as workplace, a.places, a.answers, a.applied_at, a.sent_at,
               exists (select 1 from waiver v where v.organisation = a.organisation and v.round = a.round
                       and v.person = a.person and v.role = a.role and v.ended_on is null) as waived
        from application a
        join person p on p.organisation = a.organisation and p.id = a.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where a.organisation = $1 and a.round = $2 and a.person = $3
        order by a.role";
    ID_OF -> (ApplicationId,) = "
        select id from application where organisation = $1 and round = $2 and person = $3 and role = $4";
    TAKE_BACK -> () = "delete from application where organisation = $1 and person = $2 and id = $3";
    STALE -> (DraftId, PersonId) = "
        select f.id, f.person
        from application_draft f
        join round_deadline d on d.organisation = f.organisation and d.round = f.round
        where f.organisation = $1 and d.apply_by <= $2
          and not exists (select 1 from round_deadline n where n.organisation = d.organisation and n.round = d.round
                          and n.number > d.number)
        order by f.id";
    FORGET_DRAFT -> () = "delete from application_draft where organisation = $1 and id = $2";
    SEALED -> (DraftId, Sealed<Private>) = "
        select id, words from application_draft where organisation = $1 and person = $2";
    RESEAL -> () = "update application_draft set words = $4 where organisation = $1 and person = $2 and id = $3";
    ANY -> (i64,) = "select count(*) from application_draft where organisation = $1";
    OWN_DRAFTS -> (DraftId, String, Role, Sealed<Private>, Instant) = "
        select f.id, r.name, f.role, f.words, f.saved_at
        from application_draft f join round r on r.organisation = f.organisation and r.id = f.round
        where f.organisation = $1 and f.person = $2 order by f.saved_at, f.id";
}

fn place(id: DraftId) -> Place {
    Place { table: "application_draft", column: "words", row: id.0 }
}

impl Row {
    fn listed(self) -> Listed {
        let Row { id, name, scheme, scheme_name, purpose, colour, starts_on, ends_on, .. } = self;
        let Row { apply_by, stage, applied, told, own, drafted, .. } = self;
        Listed {
            call: Call {
                id,
                name,
                scheme,
                scheme_name,
                purpose,
                colour,
                starts_on,
                ends_on,
                apply_by,
                stage,
                applied,
                told,
            },
            has_applied: own,
            has_draft: drafted,
        }
    }
}

/// A call, and who stands how to it: whoever leads its round, and, while it is open or once they have applied, whoever looks.
///
/// # Errors
/// `NotFound` when it is not there, or not theirs to see.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: RoundId) -> Result<Reached<Call>> {
    let today = c.today();
    let Listed { call, has_applied, has_draft } = c.one(&ONE, params![viewer.person, id])?.listed();
    let mut holders = round::store::leaders(c, id)?;
    let leads = holders.iter().any(|one| one.person == viewer.person && one.relation != Relation::Sponsor);
    if call.is_open(today) || has_applied || has_draft || leads {
        let (name,) = c.one(&NAME, params![viewer.person])?;
        let me = |relation| Holder { relation, person: viewer.person, name: name.clone() };
        holders.extend([me(Relation::Oneself), me(Relation::Member)]);
    }
    Reached::of(call, viewer, holders).that_may(&CALL, Verb::See)
}

/// A call as it is for anybody at all, whether it is open or not. The caller has shown that whoever looks holds an open link
/// to it.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn for_anybody(c: &mut Read<'_>, id: RoundId) -> Result<Call> {
    let nobody = PersonId(Uuid::nil());
    Ok(c.one(&ONE, params![nobody, id])?.listed().call)
}

/// The rounds that are open to apply to, the one that begins first first, with what the viewer has done about each.
///
/// # Errors
/// `Internal` when the database fails.
pub fn open_for(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Listed>> {
    let today = c.today();
    let rows = c.all(&NOT_PAST, params![viewer.person, today])?;
    Ok(rows.into_iter().map(Row::listed).filter(|one| one.call.is_open(today)).collect())
}

/// A call's rules.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn rules(c: &mut Read<'_>, call: &Reached<Call>) -> Result<Rules> {
    call.must(&CALL, Verb::See)?;
    round::store::rules_of(c, call.id)
}

/// What the viewer typed for a call and has not sent, if they did.
///
/// # Errors
/// `Conflict` when its key is lost; `Internal` when a database fails.
pub fn draft(c: &mut Read<'_>, call: &Reached<Call>, role: Role) -> Result<Option<Draft>> {
    call.must(&OWN_APPLICATION, Verb::See)?;
    let me = call.viewer().person;
    let Some((id, sealed)) = c.first(&DRAFT, params![call.id, me, role])? else { return Ok(None) };
    match c.open(KeyHolder(me.0), place(id), &sealed)? {
        Opened::Words(words) => serde_json::from_str(words.reveal()).map(Some).map_err(Error::internal),
        Opened::KeyLost => Err(Error::conflict("sealed-key-lost")),
        Opened::Altered => Err(Error::conflict("sealed-altered")),
    }
}

/// As what the viewer has begun an application to a call, and when they last saved it.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn drafted(c: &mut Read<'_>, call: &Reached<Call>) -> Result<Vec<(Role, Instant)>> {
    call.must(&OWN_APPLICATION, Verb::List)?;
    c.all(&DRAFTED, params![call.id, call.viewer().person])
}

/// Something the viewer has begun and not sent.
pub struct OwnDraft {
    /// The round's name.
    pub round: String,
    /// As what.
    pub role: Role,
    /// What they typed; none when it cannot be opened any more.
    pub draft: Option<Draft>,
    /// When they last saved it.
    pub saved_at: Instant,
}

/// Everything the viewer has begun and not sent.
///
/// # Errors
/// `Internal` when a database fails.
pub fn own_drafts(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<OwnDraft>> {
    let mut found = Vec::new();
    for (id, round, role, sealed, saved_at) in c.all(&OWN_DRAFTS, params![viewer.person])? {
        let opened = c.open(KeyHolder(viewer.person.0), place(id), &sealed)?;
        let draft = opened.words().and_then(|words| serde_json::from_str(words.reveal()).ok());
        found.push(OwnDraft { round, role, draft, saved_at });
    }
    Ok(found)
}

/// Keeps what the viewer typed, instead of what they had saved before.
///
/// # Errors
/// `NotFound` when it is not theirs to write.
pub fn keep_draft(tx: &mut Tx<'_>, call: &Reached<Call>, role: Role, draft: &Draft) -> Result<()> {
    call.must(&OWN_APPLICATION, Verb::Write)?;
    let (id, me, now) = (tx.fresh::<DraftId>(), call.viewer().person, tx.now());
    let text = serde_json::to_string(draft).map_err(Error::internal)?;
    let sealed = tx.seal(KeyHolder(me.0), place(id), &Private::new(text))?;
    tx.run(&DROP_DRAFT, params![call.id, me, role])?;
    tx.run(&KEEP_DRAFT, params![id, call.id, me, role, sealed, now])?;
    Ok(())
}

/// Throws away what the viewer typed; tells whether there was anything.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn drop_draft(tx: &mut Tx<'_>, call: &Reached<Call>, role: Role) -> Result<bool> {
    call.must(&OWN_APPLICATION, Verb::Write)?;
    Ok(tx.run(&DROP_DRAFT, params![call.id, call.viewer().person, role])? > 0)
}

/// The viewer's applications to a call. What the law protects is not told here: it is on the page about oneself.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn sent(c: &mut Read<'_>, call: &Reached<Call>) -> Result<Vec<Sent>> {
    call.must(&OWN_APPLICATION, Verb::See)?;
    let sent = |row: SentRow| Sent {
        role: row.role,
        draft: Draft {
            job_title: row.job_title,
            workplace: row.workplace.unwrap_or_default(),
            places: row.places,
            answers: row.answers.0,
            private: Answers::new(),
        },
        applied_at: row.applied_at,
        sent_at: row.sent_at,
        waived: row.waived,
    };
    Ok(c.all(&SENT, params![call.id, call.viewer().person])?.into_iter().map(sent).collect())
}

/// Which application to a call is the viewer's, if they applied in this role.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn id_of(c: &mut Read<'_>, call: &Reached<Call>, role: Role) -> Result<Option<ApplicationId>> {
    call.must(&OWN_APPLICATION, Verb::See)?;
    Ok(c.first(&ID_OF, params![call.id, call.viewer().person, role])?.map(|(id,)| id))
}

/// Writes the viewer's application, and says whether it is a new one.
///
/// # Errors
/// `NotFound` when it is not theirs to send.
pub fn apply(tx: &mut Tx<'_>, call: &Reached<Call>, role: Role, draft: &Draft) -> Result<(ApplicationId, bool)> {
    call.must(&OWN_APPLICATION, Verb::Decide)?;
    application::store::apply_oneself(tx, call.id, (call.viewer().person, role), draft.places, draft.answers.clone())
}

/// Removes an application of the viewer's.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn remove(tx: &mut Tx<'_>, call: &Reached<Call>, id: ApplicationId) -> Result<()> {
    call.must(&OWN_APPLICATION, Verb::Delete)?;
    tx.run(&TAKE_BACK, params![call.viewer().person, id])?;
    Ok(())
}

/// The drafts that are to be thrown away by now ([`drafts_go_on`](super::drafts_go_on)), and whose.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn stale_drafts(c: &mut Read<'_>) -> Result<Vec<(DraftId, PersonId)>> {
    let before = c.today().checked_sub(jiff::Span::new().days(DRAFT_DAYS)).map_err(Error::internal)?;
    c.all(&STALE, params![before])
}

/// Throws a draft away.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn forget_draft(tx: &mut Tx<'_>, id: DraftId) -> Result<()> {
    tx.run(&FORGET_DRAFT, params![id])?;
    Ok(())
}

/// Whether anybody has begun an application. For whoever looks after the keys.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_any(c: &mut Read<'_>) -> Result<bool> {
    Ok(c.one(&ANY, params![])?.0 > 0)
}

/// Seals somebody's drafts anew where they are not under the newest key; tells how many. What cannot be opened stays.
///
/// # Errors
/// `Internal` when a database fails.
pub fn reseal(tx: &mut Tx<'_>, person: KeyHolder) -> Result<u64> {
    let mut count = 0;
    for (id, sealed) in tx.all(&SEALED, params![person.0])? {
        if let Some(newer) = tx.sealed_anew(person, place(id), &sealed)? {
            count += tx.run(&RESEAL, params![person.0, id, newer])?;
        }
    }
    Ok(count)
}
