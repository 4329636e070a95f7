//! The pages on which a capability is added, and said in other words.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Problem, Result};

use super::described;
use crate::capability::access::CAPABILITY;
use crate::capability::draft::{MOST_AREA, MOST_NAME};
use crate::capability::{Capability, CapabilityDraft, CapabilityId, Described, Scale, Words, add, reword, store};
use crate::web::{Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// What a capability is asked; beside it what each level looks like, as many as there are.
pub static WRITE: Spec = Spec {
    name: "capability",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: MOST_NAME, optional: false } },
        Field { name: "area", takes: Takes::Line { most: MOST_AREA, optional: true } },
        Field { name: "name_cy", takes: Takes::Line { most: MOST_NAME, optional: true } },
        Field { name: "area_cy", takes: Takes::Line { most: MOST_AREA, optional: true } },
    ],
};

/// The levels there can be: what was typed is read for each.
const LEVELS: std::ops::RangeInclusive<i64> = 0..=7;

fn draft(typed: &Typed) -> Result<CapabilityDraft> {
    let mut read = WRITE.read(typed);
    let name = Words { en: read.line("name"), cy: read.line("name_cy") };
    let area = Words { en: read.line("area"), cy: read.line("area_cy") };
    read.done()?;
    let told = |name: String| typed.text(&name).replace("\r\n", "\n").replace('\r', "\n");
    let described = |level: i64| Described {
        level,
        words: Words { en: told(format!("level-{level}")), cy: told(format!("level-{level}-cy")) },
    };
    let levels = LEVELS.map(described).filter(|one| !one.words.en.is_empty() || !one.words.cy.is_empty());
    let draft = CapabilityDraft { area, name, levels: levels.collect() };
    draft.check()?;
    Ok(draft)
}

fn filled(one: &Capability) -> Typed {
    let typed = Typed::default()
        .with("name", &one.name)
        .with("name_cy", &one.name_cy)
        .with("area", &one.area)
        .with("area_cy", &one.area_cy);
    one.levels.iter().fold(typed, |typed, level| {
        typed
            .with(&format!("level-{}", level.level), &level.words.en)
            .with(&format!("level-{}-cy", level.level), &level.words.cy)
    })
}

/// A level to be described: number, name, and what is said of it, in English and in Welsh.
struct Level {
    number: i64,
    name: String,
    words: String,
    words_cy: String,
}

/// Words of before: when, who wrote them, what they were.
struct Before {
    when: String,
    name: String,
    levels: Vec<(i64, String, String)>,
}

#[derive(Template)]
#[template(path = "capability/write.html")]
struct Write {
    page: Shell,
    /// The capability that is said in other words; none: one is added.
    of: Option<Capability>,
    form: Form,
    levels: Vec<Level>,
    /// What capabilities belong to already, to choose from.
    areas: Vec<String>,
    before: Vec<Before>,
    who: String,
    /// What is wrong with what is said of a level.
    wrong: Option<String>,
    lacks_levels: bool,
}

/// What the page needs: the capability, if there is one, with the words of before; and the whole framework.
type Known = (Option<(Capability, Vec<(Capability, String)>)>, crate::capability::Framework);

fn known(c: &mut Read<'_>, viewer: crate::person::Viewer, id: Option<CapabilityId>) -> Result<Known> {
    let of = match id {
        Some(id) => {
            let reached = store::reached(c, viewer, id)?.that_may(&CAPABILITY, Verb::Write)?;
            let wordings = store::wordings(c, &reached)?;
            Some((reached.into_inner(), wordings))
        }
        None => {
            store::framework_reached(c, viewer)?.must(&CAPABILITY, Verb::Write)?;
            None
        }
    };
    Ok((of, store::framework(c)?))
}

async fn write_page(
    visitor: &Visitor,
    id: Option<CapabilityId>,
    typed: Option<Typed>,
    found: Vec<Problem>,
) -> Result<Write> {
    let viewer = visitor.viewer;
    let (of, framework) = visitor.read(move |c| known(c, viewer, id)).await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let typed = typed.unwrap_or_else(|| of.as_ref().map(|(one, _)| filled(one)).unwrap_or_default());
    let wrong = found.iter().find(|one| one.field == "levels").map(|one| say.message(&one.message));
    let level = |scale: &Scale, number: i64| Level {
        number,
        name: scale.name(number, say.language).to_owned(),
        words: typed.text(&format!("level-{number}")).to_owned(),
        words_cy: typed.text(&format!("level-{number}-cy")).to_owned(),
    };
    let levels = framework.scale.as_ref().map(|scale| scale.numbers().map(|number| level(scale, number)).collect());
    let areas = framework.by_area(framework.all.iter(), kit::words::Language::English);
    let before = |(one, by): &(Capability, String)| Before {
        when: say.t2("capability-written", "day", say.day(clock.day_of(one.written_at)), "name", by.as_str()),
        name: one.said_in(say.language).to_owned(),
        levels: framework.scale.as_ref().map(|scale| described(say, scale, one)).unwrap_or_default(),
    };
    let wordings = of.as_ref().map(|(_, wordings)| wordings.as_slice()).unwrap_or_default();
    let before = wordings.iter().skip(1).map(before).collect();
    let who = say.t("capabilities-who-sees").into_owned();
    let form = Form::new(&WRITE, say, typed.clone()).with_problems(found);
    let form = form.seen_by(&["name", "name_cy", "area", "area_cy"], &who);
    let title = if of.is_some() { "capability-edit-title" } else { "capability-add-title" };
    Ok(Write {
        page: visitor.page(say.t(title).into_owned()).wrong_if(form.is_wrong()),
        of: of.map(|(one, _)| one),
        form,
        lacks_levels: framework.scale.is_none(),
        levels: levels.unwrap_or_default(),
        areas: areas.into_iter().map(|(area, _)| area).filter(|area| !area.is_empty()).collect(),
        before,
        who,
        wrong,
    })
}

pub(super) async fn ask_new(visitor: Visitor) -> Result<Response, Fault> {
    page(write_page(&visitor, None, None, Vec::new()).await?)
}

pub(super) async fn ask(visitor: Visitor, Path(id): Path<CapabilityId>) -> Result<Response, Fault> {
    page(write_page(&visitor, Some(id), None, Vec::new()).await?)
}

pub(super) async fn take_new(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    taken(visitor, None, typed).await
}

pub(super) async fn take(
    visitor: Visitor,
    Path(id): Path<CapabilityId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    taken(visitor, Some(id), typed).await
}

async fn taken(visitor: Visitor, id: Option<CapabilityId>, typed: Typed) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| known(c, viewer, id).map(|_| ())).await?;
    let done = match draft(&typed) {
        Ok(draft) => {
            let keep = move |tx: &mut Tx<'_>| {
                match id {
                    Some(id) => reword::reword(tx, viewer, id, &draft)?,
                    None => drop(add::add(tx, viewer, &draft)?),
                }
                Ok("/capabilities".to_owned())
            };
            visitor.once(&typed, keep).await
        }
        Err(cause) => Err(cause),
    };
    match done {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(write_page(&visitor, id, Some(typed), problems(cause)?).await?),
    }
}
