//! The page before anything comes in: what each column is taken for, and what each row would do.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::form::Typed;
use kit::web::go_to;
use kit::words::Say;
use kit::{Error, Result};
use serde::Deserialize;

use super::columns::SheetView;
use super::progress;
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::import::access::IMPORT;
use crate::import::choice::{Choice, Remembered, headings_hash, of_word, recalled};
use crate::import::underway::State;
use crate::import::{Contents, Given, Plan, Told, Upload, UploadId, Verdict, What, importers, keep, store, take};
use crate::mapping::kinds::{PEOPLE, by_name};
use crate::mapping::{Kind, Use};
use crate::person::Viewer;
use crate::pupil;
use crate::pupil::access::PUPIL_SHEET;
use crate::pupil::look;
use crate::round;
use crate::round::rules::Rules;
use crate::web::{Fault, Posted, Shell, Visitor, page};

/// How many rows of each verdict are told at first, and on a page of them alone.
const FIRST: usize = 12;
const ON_A_PAGE: usize = 200;

/// What stands after the columns of the files when what is offered besides is to be done.
const ADDS: &str = "adds";

/// Which rows are asked for.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    show: String,
    #[serde(default)]
    from: usize,
}

/// An upload, read: what it holds, and how its columns stand.
pub(super) struct Looked {
    pub(super) upload: Reached<Upload>,
    pub(super) given: Given,
    remembered: bool,
}

/// What a look needs of the database.
struct Kept {
    upload: Reached<Upload>,
    contents: Contents,
    choice: Option<Choice>,
    rules: Rules,
}

fn kept(c: &mut Read<'_>, viewer: Viewer, id: UploadId) -> Result<Kept> {
    let upload = store::reached(c, viewer, id)?.that_may(&IMPORT, Verb::See)?;
    let rules = rules_of(c, viewer, &upload)?;
    let Some((contents, choice)) = store::contents(c, &upload)? else { return Err(Error::conflict("import-taken")) };
    Ok(Kept { upload, contents, choice, rules })
}

/// The rules a sheet goes by: its round's.
///
/// # Errors
/// `Conflict` when it is not theirs to bring in any more.
fn rules_of(c: &mut Read<'_>, viewer: Viewer, upload: &Upload) -> Result<Rules> {
    let gone = |_| Error::conflict("import-not-yours-now");
    let Some(round) = upload.round else {
        pupil::store::at_large(c, viewer)?.must(&PUPIL_SHEET, Verb::Write).map_err(gone)?;
        return Ok(Rules::default());
    };
    let round = round::store::reached(c, viewer, round)?.that_may(&APPLICATION, Verb::Write).map_err(gone)?;
    round::store::rules(c, &round)
}

/// Reads an upload: with its columns as they were settled, or as they were for the same headings before, or as they
/// seem.
///
/// # Errors
/// `NotFound` unless it is the viewer's; `Conflict` when it was taken, or the round is not theirs any more.
pub(super) async fn look(visitor: &Visitor, id: UploadId) -> Result<Looked> {
    let viewer = visitor.viewer;
    let Kept { upload, contents, choice, rules } = visitor.read(move |c| kept(c, viewer, id)).await?;
    let kind = by_name(&upload.kind).ok_or(Error::NotFound)?;
    let (read, rules) = (contents.clone(), rules);
    let fallen = |_| Error::conflict("import-taken");
    if let Some(choice) = choice {
        let adds = choice.last().is_some_and(|last| last == &[ADDS]);
        let settled = move |at: usize, _: &kit::sheet::Sheet| {
            Some(choice.get(at)?.iter().map(|word| of_word(kind, word)).collect::<Vec<Use>>())
        };
        let given = blocking(move || Given::read(kind, &read, &rules, &settled)).await?.map_err(fallen)?;
        return Ok(Looked { upload, given: Given { adds, ..given }, remembered: false });
    }
    let first = rules.clone();
    let given = blocking(move || Given::read(kind, &read, &first, &|_, _| None)).await?.map_err(fallen)?;
    let hashes: Vec<String> = given.parts.iter().map(|part| headings_hash(kind, &part.sheet)).collect();
    let remembered: Vec<Option<Remembered>> = visitor
        .read(move |c| hashes.iter().map(|hash| store::remembered(c, kind.name, hash)).collect::<Result<_>>())
        .await?;
    if remembered.iter().all(Option::is_none) {
        return Ok(Looked { upload, given, remembered: false });
    }
    let settled =
        move |at: usize, sheet: &kit::sheet::Sheet| Some(recalled(kind, sheet, remembered.get(at)?.as_ref()?));
    let given = blocking(move || Given::read(kind, &contents, &rules, &settled)).await?.map_err(fallen)?;
    Ok(Looked { upload, given, remembered: true })
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

#[derive(Template)]
#[template(path = "import/check.html")]
struct Check {
    page: Shell,
    upload: Reached<Upload>,
    sheets: Vec<SheetView>,
    problems: Vec<String>,
    failed: Option<String>,
    remembered: bool,
    counts: Vec<(&'static str, usize, String)>,
    groups: Vec<Group>,
    refused: usize,
    hash: String,
    something: bool,
    overview: bool,
    /// What could be done besides: how much, the first of it and how much more; whether it is; and the keys of what that is
    /// called.
    offered: usize,
    offers: Vec<String>,
    offers_more: usize,
    adds: bool,
    offers_words: [&'static str; 2],
}

/// Rows of one verdict.
struct Group {
    verdict: &'static str,
    title: String,
    rows: Vec<Row>,
    more: usize,
    next: usize,
}

struct Row {
    place: String,
    about: String,
    note: String,
    changes: Vec<(String, String, String)>,
}

pub(super) async fn show(
    visitor: Visitor,
    Path(id): Path<UploadId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    if let Some(leads_to) = leads_on(&visitor, id).await? {
        return Ok(go_to(&leads_to));
    }
    let failed = match visitor.app.imports.of(id) {
        Some(State::Writing(writing)) => return progress::show(&visitor, id, &writing).await,
        Some(State::Failed(why)) => Some(visitor.say.message(&why)),
        None => None,
    };
    let Looked { upload, given, remembered } = look(&visitor, id).await?;
    let viewer = visitor.viewer;
    if let Some(round) = upload.round {
        let (plan, given) = visitor.read(move |c| Ok((take::plan(c, viewer, round, &given)?, given))).await?;
        return page(check(&visitor, upload, &given, &plan, failed, remembered, &asked));
    }
    let planned = move |c: &mut Read<'_>| {
        let plan = take::plan_of_pupils(c, viewer, &given)?;
        // What is told of who is known already is their name, and who teaches them.
        let is_told = plan.told.iter().any(|told| !told.changes.is_empty() || told.verdict == Verdict::Same);
        let at_large = pupil::store::at_large(c, viewer)?;
        let is_due = is_told && look::is_list_due(c, &at_large)?;
        Ok((plan, given, is_due))
    };
    let (plan, given, is_due) = visitor.read(planned).await?;
    if is_due {
        visitor.write(move |tx| look::look_through(tx, viewer)).await?;
    }
    page(check(&visitor, upload, &given, &plan, failed, remembered, &asked))
}

/// Where an upload leads that was taken already.
async fn leads_on(visitor: &Visitor, id: UploadId) -> Result<Option<String>> {
    let viewer = visitor.viewer;
    let upload = visitor.read(move |c| store::reached(c, viewer, id)?.that_may(&IMPORT, Verb::See)).await?;
    let leads_to = importers::of(&upload.kind).map_or("", |importer| importer.leads_to);
    Ok(upload.taken_at.map(|_| format!("{}{leads_to}", upload.path())))
}

fn check<P>(
    visitor: &Visitor,
    upload: Reached<Upload>,
    given: &Given,
    plan: &Plan<P>,
    failed: Option<String>,
    remembered: bool,
    asked: &Asked,
) -> Check {
    let say = visitor.say;
    let titles: Vec<String> =
        given.parts.iter().map(|part| say.t(&format!("import-sheet-{}", part.side)).into_owned()).collect();
    let several = given.parts.len() > 1;
    let named = |part: usize, words: String| if several { format!("{}: {words}", titles[part]) } else { words };
    let overview = !Verdict::ALL.iter().any(|verdict| verdict.as_str() == asked.show);
    let groups =
        Verdict::ALL.iter().filter_map(|verdict| group(say, plan, *verdict, asked, overview, given.kind, &named));
    let shell = visitor.page(say.t("import-check-title").into_owned()).coloured(upload.palette());
    let problems: Vec<String> = plan.problems.iter().map(|(part, why)| named(*part, say.message(why))).collect();
    let mut offers = plan.work.offers();
    let offered = offers.len();
    offers.truncate(FIRST);
    Check {
        page: shell.seen_by(&upload, &IMPORT, "import-check-kept").wrong_if(!problems.is_empty()),
        sheets: given
            .parts
            .iter()
            .zip(&titles)
            .enumerate()
            .map(|(at, (part, title))| SheetView::of(say, given.kind, at, part, title, Some(&given.missing(part))))
            .collect(),
        problems,
        failed,
        remembered,
        counts: Verdict::ALL
            .iter()
            // Where nobody answers by themselves nothing is said of it.
            .filter(|verdict| **verdict != Verdict::Kept || plan.count(Verdict::Kept) > 0)
            .map(|verdict| {
                let count = plan.count(*verdict);
                (verdict.as_str(), count, say.t1(&format!("import-count-{}", verdict.as_str()), "count", count))
            })
            .collect(),
        groups: groups.collect(),
        refused: plan.count(Verdict::Refused),
        hash: plan.hash(given),
        something: plan.told.iter().any(|told| told.verdict != Verdict::Refused),
        overview,
        offered,
        offers_more: offered - offers.len(),
        offers,
        adds: given.adds,
        offers_words: if given.kind == &PEOPLE {
            ["import-overrules-title", "import-overrules"]
        } else {
            ["import-offers", "import-adds"]
        },
        upload,
    }
}

fn group<P>(
    say: Say,
    plan: &Plan<P>,
    verdict: Verdict,
    asked: &Asked,
    overview: bool,
    kind: &Kind,
    named: &dyn Fn(usize, String) -> String,
) -> Option<Group> {
    let all: Vec<&Told> = plan.told.iter().filter(|told| told.verdict == verdict).collect();
    let alone = asked.show == verdict.as_str();
    if all.is_empty() || !(overview && verdict != Verdict::Same || alone) {
        return None;
    }
    let (from, most) = if alone { (asked.from.min(all.len()), ON_A_PAGE) } else { (0, FIRST) };
    let next = (from + most).min(all.len());
    let rows = all[from..next].iter().map(|told| row(say, kind, told, named)).collect();
    let title = say.t1(&format!("import-rows-{}", verdict.as_str()), "count", all.len());
    Some(Group { verdict: verdict.as_str(), title, rows, more: all.len() - next, next: if alone { next } else { 0 } })
}

fn row(say: Say, kind: &Kind, told: &Told, named: &dyn Fn(usize, String) -> String) -> Row {
    let line = say.t1("import-line", "line", i64::try_from(told.line).unwrap_or(0));
    let what = |what: &What| match what {
        What::Field(field) => say.t(importers::word_key(kind, field)).into_owned(),
        What::Answer(heading) => heading.clone(),
    };
    // A row that is new is new in all it says: only what it changes of somebody known is told.
    let changes = told.changes.iter().map(|one| (what(&one.what), one.was.clone(), one.becomes.clone()));
    Row {
        place: named(told.part, line),
        about: told.about.clone(),
        note: told.note.as_ref().map(|note| say.message(note)).unwrap_or_default(),
        changes: changes.collect(),
    }
}

pub(super) async fn settle(
    visitor: Visitor,
    Path(id): Path<UploadId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let Looked { given, .. } = look(&visitor, id).await?;
    let mut choice: Choice = given
        .parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let word = |column: usize| match typed.text(&format!("use-{at}-{column}")) {
                "sealed:" => format!("sealed:{}", typed.text(&format!("purpose-{at}-{column}"))),
                chosen => chosen.to_owned(),
            };
            (0..part.sheet.headings.len()).map(word).collect()
        })
        .collect();
    if !typed.text(ADDS).is_empty() {
        choice.push(vec![ADDS.to_owned()]);
    }
    let settle = move |tx: &mut Tx<'_>| {
        keep::settle(tx, viewer, id, &choice)?;
        Ok(format!("/imports/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, settle).await?))
}

pub(super) async fn throw_away(
    visitor: Visitor,
    Path(id): Path<UploadId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let drop = move |tx: &mut Tx<'_>| Ok(format!("{}/import", keep::throw_away(tx, viewer, id)?));
    Ok(go_to(&visitor.once(&typed, drop).await?).into_response())
}

/// Whether somebody ticked that refused rows may be left out.
pub(super) fn leaves_out(typed: &Typed) -> bool {
    !typed.text("without").is_empty()
}
