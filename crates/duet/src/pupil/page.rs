//! Pupils, in the browser: whom one teaches, and one of them.

mod add;
mod counts;
mod end;
mod remove;
mod teach;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::access::Verb;
use kit::clock::Day;
use kit::db::Read;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::table::{self, XLSX};
use kit::words::Say;

use super::access::{PUPIL, PUPIL_COUNT, PUPIL_SHEET, PUPIL_TUTOR};
use super::store::{Listed, MOST_FOUND, Untaught};
use super::{
    AtLarge, MOST_REFERENCE, MOST_YEAR_GROUP, Pupil, PupilId, Role, Teaching, forgotten_on, look, sheet, store,
};
use crate::access::Reached;
use crate::audit::Act;
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The pages of pupils.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/pupils", get(list).post(find))
        .route("/pupils/counts", get(counts::show))
        .route("/pupils/list.xlsx", get(take_out))
        .route("/pupils/new", get(add::ask).post(add::take))
        .route("/pupils/{id}", get(show))
        .route("/pupils/{id}/description", get(add::ask_anew).post(add::take_anew))
        .route("/pupils/{id}/teachers", post(teach::take))
        .route("/pupils/{id}/ending", get(end::ask).post(end::take))
        .route("/pupils/{id}/slip", post(end::take_back))
        .route("/pupils/{id}/removal", get(remove::ask).post(remove::take))
}

const NAME: Field = Field { name: "name", takes: Takes::Line { most: 200, optional: false } };
const SCHOOL: Field = Field { name: "school", takes: Takes::Line { most: 200, optional: false } };
const YEAR_GROUP: Field = Field { name: "year_group", takes: Takes::Line { most: MOST_YEAR_GROUP, optional: true } };
const REFERENCE: Field = Field { name: "reference", takes: Takes::Line { most: MOST_REFERENCE, optional: true } };
const SINCE: Field = Field { name: "since", takes: Takes::Day };

/// What a tutor is asked of a new pupil.
pub static NEW: Spec = Spec { name: "pupil", fields: &[NAME, SCHOOL, YEAR_GROUP, REFERENCE, SINCE] };

/// What is asked of one that is there, and of a new one by who does not teach them.
pub static DESCRIBE: Spec = Spec { name: "pupil", fields: &[NAME, SCHOOL, YEAR_GROUP, REFERENCE] };

/// What an administrator is asked of who teaches a pupil.
pub static TEACHER: Spec = Spec {
    name: "teacher",
    fields: &[
        Field { name: "role", takes: Takes::Choice(&["tutor", "school_teacher"]) },
        NAME,
        Field { name: "address", takes: Takes::Address },
        SINCE,
    ],
};

/// What a tutor is asked of the music teacher at the school.
pub static SCHOOL_TEACHER: Spec =
    Spec { name: "teacher", fields: &[NAME, Field { name: "address", takes: Takes::Address }, SINCE] };

/// What is asked when somebody teaches a pupil no longer.
pub static END: Spec = Spec { name: "pupil", fields: &[Field { name: "last_on", takes: Takes::Day }] };

/// The pupils of one school.
struct School {
    name: String,
    pupils: Vec<(Listed, String)>,
}

#[derive(Template)]
#[template(path = "pupil/list.html")]
struct List {
    page: Shell,
    /// Whom they teach, and at whose school they teach music.
    taught: Vec<School>,
    at_school: Vec<School>,
    takes_out: bool,
    looks_after: bool,
    counts: bool,
    sought: String,
    found: Vec<Pupil>,
    more: bool,
    untaught: Vec<(Untaught, String)>,
    is_any: bool,
}

async fn list(visitor: Visitor) -> Result<Response, Fault> {
    page(listed(&visitor, String::new()).await?)
}

/// A child's name is looked for by a form and never by an address, which browsers and proxies keep.
async fn find(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    page(listed(&visitor, typed.text("find").to_owned()).await?)
}

async fn listed(visitor: &Visitor, sought: String) -> Result<List> {
    let (viewer, say, words) = (visitor.viewer, visitor.say, sought.clone());
    let (at_large, mine, found, untaught, is_any, is_due) = visitor
        .read(move |c| {
            let at_large = store::at_large(c, viewer)?.that_may(&PUPIL, Verb::List)?;
            let looks_after = at_large.may(&PUPIL, Verb::Delete);
            let found = if looks_after { store::find(c, &at_large, &words)? } else { Vec::new() };
            let untaught = if looks_after { store::untaught(c, &at_large)? } else { Vec::new() };
            let mine = store::of_viewer(c, viewer)?;
            let is_due = !(found.is_empty() && untaught.is_empty()) && look::is_list_due(c, &at_large)?;
            Ok((at_large, mine, found, untaught, store::is_any(c)?, is_due))
        })
        .await?;
    if is_due {
        visitor.write(move |tx| look::look_through(tx, viewer)).await?;
    }
    let clock = visitor.app.store.clock();
    let kept = |one: &Untaught| say.day(forgotten_on(one.last_on, one.kept_from, clock.day_of(one.made_at)));
    let of = |role: Role| by_school(say, mine.iter().filter(move |one| one.role == role).cloned());
    Ok(List {
        page: visitor.page(say.t("pupils-title").into_owned()).seen_by(&at_large, &PUPIL, "pupils-who-sees"),
        taught: of(Role::Tutor),
        at_school: of(Role::SchoolTeacher),
        takes_out: at_large.may(&PUPIL, Verb::Export) && !mine.is_empty(),
        looks_after: at_large.may(&PUPIL_SHEET, Verb::Write),
        counts: at_large.may(&PUPIL_COUNT, Verb::See),
        sought,
        more: found.len() > MOST_FOUND,
        found: found.into_iter().take(MOST_FOUND).collect(),
        untaught: untaught
            .into_iter()
            .map(|one| (one.clone(), say.t1("pupil-kept-until", "day", kept(&one))))
            .collect(),
        is_any,
    })
}

/// Pupils that come in the order of their schools, school by school.
fn by_school(say: Say, pupils: impl Iterator<Item = Listed>) -> Vec<School> {
    let mut schools: Vec<School> = Vec::new();
    for one in pupils {
        let since = say.t1("pupil-taught-since", "day", say.day(one.started_on));
        match schools.last_mut().filter(|last| last.name == one.school) {
            Some(last) => last.pupils.push((one, since)),
            None => schools.push(School { name: one.school.clone(), pupils: vec![(one, since)] }),
        }
    }
    schools
}

async fn take_out(visitor: Visitor) -> Result<Response, Fault> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let pupils = visitor
        .read(move |c| {
            store::at_large(c, viewer)?.must(&PUPIL, Verb::Export)?;
            store::of_viewer(c, viewer)
        })
        .await?;
    let book = table::to_xlsx(&[sheet::sheet(say, pupils)], visitor.app.store.clock().today())?;
    let (name, what) = (format!("{}.xlsx", say.t("pupils-title")), (Act::PupilsTakenOut, viewer.person.0));
    Ok(visitor.takes_out(what, &name, XLSX, book).await?)
}

#[derive(Template)]
#[template(path = "pupil/show.html")]
struct Show {
    page: Shell,
    pupil: Reached<Pupil>,
    /// Who teaches them now: words, and whether it is the viewer's to end.
    now: Vec<(Teaching, String, bool)>,
    before: Vec<(Teaching, String)>,
    may_write: bool,
    may_remove: bool,
    names_tutors: bool,
    /// Whether the viewer sees them without teaching them, which is on the record.
    on_record: bool,
    /// Who administers, by name.
    ask: String,
    form: Form,
}

async fn show(visitor: Visitor, Path(id): Path<PupilId>) -> Result<Response, Fault> {
    let today = visitor.app.store.clock().today();
    page(shown(&visitor, id, Typed::default().with_day("since", today), Vec::new()).await?)
}

async fn shown(visitor: &Visitor, id: PupilId, typed: Typed, problems: Vec<kit::Problem>) -> Result<Show> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let (pupil, teaching) = look_at(visitor, move |c| {
        let pupil = store::reached(c, viewer, id)?.that_may(&PUPIL, Verb::See)?;
        let teaching = store::teaching(c, &pupil)?;
        Ok((pupil, teaching))
    })
    .await?;
    let today = visitor.app.store.clock().today();
    let names_tutors = pupil.may(&PUPIL_TUTOR, Verb::Write);
    let (now, before): (Vec<_>, Vec<_>) = teaching.into_iter().partition(|one| one.holds_on(today));
    let ends = |one: &Teaching| names_tutors || one.person == viewer.person;
    let spec = if names_tutors { &TEACHER } else { &SCHOOL_TEACHER };
    let shell = visitor.page(pupil.name.clone());
    let form = Form::new(spec, say, typed).with_problems(problems);
    let form = form.seen_by(&["name", "address"], &shell.who_sees(&pupil, &PUPIL, "teacher-who-sees"));
    let ask: Vec<&str> = pupil.who_may(&PUPIL, Verb::Delete).iter().map(|one| one.name.as_str()).collect();
    Ok(Show {
        now: now.into_iter().map(|one| (one.clone(), since(say, &one), ends(&one))).collect(),
        before: before.into_iter().map(|one| (one.clone(), taught(say, &one))).collect(),
        may_write: pupil.may(&PUPIL, Verb::Write),
        may_remove: pupil.may(&PUPIL, Verb::Delete),
        names_tutors,
        on_record: look::is_stranger(&pupil),
        ask: ask.join(", "),
        page: shell.wrong_if(form.is_wrong()).seen_by(&pupil, &PUPIL, ""),
        pupil,
        form,
    })
}

/// Reads a pupil and what is asked of them. An administrator who does not teach them is on the record before they see any of it.
async fn look_at<T, F>(visitor: &Visitor, work: F) -> Result<(Reached<Pupil>, T)>
where
    T: Send + 'static,
    F: FnOnce(&mut Read<'_>) -> Result<(Reached<Pupil>, T)> + Send + 'static,
{
    let viewer = visitor.viewer;
    let looked = move |c: &mut Read<'_>| {
        let (pupil, found) = work(c)?;
        let is_due = look::is_due(c, &pupil)?;
        Ok((pupil, found, is_due))
    };
    let (pupil, found, is_due) = visitor.read(looked).await?;
    let id = pupil.id;
    if is_due {
        visitor.write(move |tx| look::look(tx, viewer, id)).await?;
    }
    Ok((pupil, found))
}

/// Since when somebody teaches a pupil, and, where it is known, until when.
fn since(say: Say, one: &Teaching) -> String {
    let role = say.t(one.role.key()).into_owned();
    match one.finished_on {
        None => say.t2("pupil-role-since", "role", role, "day", say.day(one.started_on)),
        Some(last) => say.t2("pupil-role-until", "role", role, "day", say.day(last)),
    }
}

fn taught(say: Say, one: &Teaching) -> String {
    let days = |day: Option<Day>| day.map(|day| say.day(day)).unwrap_or_default();
    let role = say.t(one.role.key()).into_owned();
    let from = days(Some(one.started_on));
    format!("{role}, {}", say.t2("pupil-from-until", "from", from, "until", days(one.finished_on)))
}

/// All pupils, for who may add any.
async fn may_add(visitor: &Visitor) -> Result<Reached<AtLarge>> {
    let viewer = visitor.viewer;
    visitor.read(move |c| store::at_large(c, viewer)?.that_may(&PUPIL, Verb::Write)).await
}
