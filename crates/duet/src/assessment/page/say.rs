//! The page on which somebody says where they stand, or who knows them notes it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Problem, Result};

use crate::access::Reached;
use crate::assessment::access::ASSESSMENT;
use crate::assessment::{Assessment, Notes, Source, latest, note, store};
use crate::capability::{self, Capability, CapabilityId, Framework};
use crate::person::{Person, PersonId, Viewer};
use crate::web::{Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// What is asked beside the levels, of who notes where another stands.
pub static NOTE: Spec = Spec {
    name: "assessment",
    fields: &[
        Field { name: "source", takes: Takes::Choice(&["supervision", "observation"]) },
        Field { name: "assessed_on", takes: Takes::Day },
    ],
};

/// A level to choose: its number, its name, what it looks like.
struct Choice {
    level: i64,
    name: String,
    words: String,
    chosen: bool,
}

/// A capability that is asked about.
struct Asked {
    id: CapabilityId,
    name: String,
    /// Where they stood last, in words; empty: nothing was said.
    stands: String,
    choices: Vec<Choice>,
    wishes: bool,
}

impl Asked {
    fn is_chosen(&self) -> bool {
        self.choices.iter().any(|one| one.chosen)
    }
}

#[derive(Template)]
#[template(path = "assessment/say.html")]
struct Ask {
    page: Shell,
    person: Reached<Person>,
    own: bool,
    form: Form,
    areas: Vec<(String, Vec<Asked>)>,
}

struct Known {
    person: Reached<Person>,
    framework: Framework,
    said: Vec<Assessment>,
    wishes: Vec<CapabilityId>,
}

fn known(c: &mut Read<'_>, viewer: Viewer, id: PersonId) -> Result<Known> {
    let person = store::person_reached(c, viewer, id)?.that_may(&ASSESSMENT, Verb::Write)?;
    let (said, wishes) = (store::of(c, &person)?, store::wishes_of(c, &person)?);
    Ok(Known { framework: capability::store::framework(c)?, said, wishes, person })
}

pub(super) async fn ask(visitor: Visitor, Path(id): Path<PersonId>) -> Result<Response, Fault> {
    page(asking(&visitor, id, None, Vec::new()).await?)
}

async fn asking(visitor: &Visitor, id: PersonId, typed: Option<Typed>, found: Vec<Problem>) -> Result<Ask> {
    let viewer = visitor.viewer;
    let Known { person, framework, said, wishes } = visitor.read(move |c| known(c, viewer, id)).await?;
    let (say, own, today) = (visitor.say, viewer.person == id, visitor.app.store.clock().today());
    let latest = latest(&said);
    let asked = |one: &Capability| {
        let chosen = typed.as_ref().and_then(|typed| typed.text(&format!("level-{}", one.id)).parse::<i64>().ok());
        let scale = framework.scale.as_ref();
        let choice = |level: i64| Choice {
            level,
            name: scale.map_or("", |scale| scale.name(level, say.language)).to_owned(),
            words: one.describes(level, say.language).to_owned(),
            chosen: chosen == Some(level),
        };
        let stands = latest.get(&(id, one.id)).zip(scale).map(|(word, scale)| {
            let message = kit::Message::new("assessment-stood").with("level", word.level);
            let message = message.with("name", scale.name(word.level, say.language).to_owned());
            say.message(&message.with("day", say.day(word.assessed_on)))
        });
        let ticked = |typed: &Typed| !typed.text(&format!("learn-{}", one.id)).is_empty();
        Asked {
            id: one.id,
            name: one.said_in(say.language).to_owned(),
            stands: stands.unwrap_or_default(),
            choices: scale.map(|scale| scale.numbers().map(choice).collect()).unwrap_or_default(),
            wishes: typed.as_ref().map_or(wishes.contains(&one.id), ticked),
        }
    };
    let areas = framework.by_area(framework.standing(), say.language);
    let areas = areas.into_iter().map(|(area, all)| (area, all.into_iter().map(asked).collect())).collect();
    let title = if own {
        say.t("assessment-say").into_owned()
    } else {
        say.t1("assessment-note", "name", person.name.as_str())
    };
    let first = || Typed::default().with("source", Source::Supervision).with_day("assessed_on", today);
    let form = Form::new(&NOTE, say, typed.clone().unwrap_or_else(first)).with_problems(found);
    let shell = visitor.page(title).wrong_if(form.is_wrong());
    Ok(Ask { page: shell.seen_by(&person, &ASSESSMENT, ""), person, own, form, areas })
}

/// What was noted: the levels of what is asked about, whatever else was sent.
fn read(typed: &Typed, framework: &Framework, own: bool, today: Day) -> Result<Notes> {
    let (source, assessed_on) = if own {
        (Some(Source::Own), today)
    } else {
        let mut read = NOTE.read(typed);
        let (source, day) = (read.choice::<Source>("source"), read.day("assessed_on"));
        read.done()?;
        (source, day)
    };
    let level = |one: &Capability| Some((one.id, typed.text(&format!("level-{}", one.id)).parse().ok()?));
    let wish = |one: &&Capability| !typed.text(&format!("learn-{}", one.id)).is_empty();
    let wishes = || framework.standing().filter(wish).map(|one| one.id).collect();
    Ok(Notes {
        assessed_on,
        source: source.unwrap_or(Source::Observation),
        levels: framework.standing().filter_map(level).collect(),
        wishes: own.then(wishes),
    })
}

pub(super) async fn take(visitor: Visitor, Path(id): Path<PersonId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, today) = (visitor.viewer, visitor.app.store.clock().today());
    let own = viewer.person == id;
    // Before anything is said about what they chose: is it theirs to say?
    let framework = visitor
        .read(move |c| {
            store::person_reached(c, viewer, id)?.must(&ASSESSMENT, Verb::Write)?;
            capability::store::framework(c)
        })
        .await?;
    let noted = match read(&typed, &framework, own, today) {
        Ok(notes) => {
            let note = move |tx: &mut Tx<'_>| {
                note::note(tx, viewer, id, &notes)?;
                Ok(format!("/people/{id}/capabilities"))
            };
            visitor.once(&typed, note).await
        }
        Err(cause) => Err(cause),
    };
    match noted {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(asking(&visitor, id, Some(typed), problems(cause)?).await?),
    }
}
