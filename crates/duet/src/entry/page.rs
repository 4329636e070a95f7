//! Entries, in the browser: the forms for a coordinator with somebody on the telephone, and the page on which who it is
//! for sets it right.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::sheet::folded;
use kit::web::go_to;
use kit::words::Language;
use kit::{Error, Problem, Result};

use super::access::ENTRY;
use super::application::{self as entering, ApplicationDraft};
use super::tell::Told;
use super::{Entry, EntryId, Settled, What, answer, correct, session as entering_session, settle, store};
use crate::access::Reached;
use crate::partnership::{self, Answer, Partnership, PartnershipId, Standing};
use crate::person::PersonId;
use crate::round::rules::{Answers, Role, Rules};
use crate::round::{self, Round, RoundId};
use crate::session::page::LOG;
use crate::session::{SessionDraft, Way};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of entries.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/applications/new", get(ask_application))
        .route("/rounds/{id}/applications", post(take_application))
        .route("/partnerships/{id}/entries", get(ask_pair))
        .route("/partnerships/{id}/entries/answer", post(take_answer))
        .route("/partnerships/{id}/entries/session", post(take_session))
        .route("/entries/{id}", get(show))
        .route("/entries/{id}/settlement", post(take_settlement))
        .route("/entries/{id}/correction", post(take_correction))
}

/// What an application that is entered is asked; the round's own headings come after.
pub static APPLICATION: Spec = Spec {
    name: "entry",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "address", takes: Takes::Address },
        Field { name: "job_title", takes: Takes::Line { most: 200, optional: true } },
        Field { name: "workplace", takes: Takes::Line { most: 200, optional: true } },
        Field { name: "language", takes: Takes::Choice(&["en", "cy"]) },
        Field { name: "role", takes: Takes::Choice(&["mentor", "mentee"]) },
        Field { name: "places", takes: Takes::Whole { least: 1, most: 20 } },
    ],
};

/// One heading of the round, and what was said under it.
struct Asked {
    name: String,
    heading: String,
    text: String,
}

#[derive(Template)]
#[template(path = "entry/application.html")]
struct Application {
    page: Shell,
    round: Reached<Round>,
    form: Form,
    asked: Vec<Asked>,
    who: String,
    wrong: Vec<String>,
}

async fn ask_application(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let typed = Typed::default().with("places", 1).with("language", "en");
    page(application(&visitor, id, typed, Vec::new()).await?)
}

async fn application(visitor: &Visitor, id: RoundId, typed: Typed, found: Vec<Problem>) -> Result<Application> {
    let (round, rules) = round_of(visitor, id).await?;
    let say = visitor.say;
    let asked = headings(&rules, None).into_iter().map(|(name, heading)| Asked {
        text: typed.text(&name).to_owned(),
        name,
        heading,
    });
    let asked = asked.collect();
    let wrong = found.iter().filter(|one| one.field == "answers").map(|one| say.message(&one.message)).collect();
    let form = Form::new(&APPLICATION, say, typed).with_problems(found);
    let shell = visitor.page(say.t("entry-application-title").into_owned()).coloured(round.colour);
    let who = shell.who_sees(&round, &crate::application::access::APPLICATION, "entry-application-who-sees");
    let form = form.seen_by(&["name", "address", "job_title", "workplace"], &who);
    Ok(Application {
        page: shell.wrong_if(form.is_wrong()).seen_by(&round, &crate::application::access::APPLICATION, ""),
        who,
        round,
        form,
        asked,
        wrong,
    })
}

async fn round_of(visitor: &Visitor, id: RoundId) -> Result<(Reached<Round>, Rules)> {
    let viewer = visitor.viewer;
    let reached = move |c: &mut Read<'_>| {
        let round = round::store::reached(c, viewer, id)?.that_may(&ENTRY, Verb::Write)?;
        let rules = round::store::rules(c, &round)?;
        Ok((round, rules))
    };
    visitor.read(reached).await
}

/// The headings that a round's rules read, each once, and what its field is called: by the heading, so that an answer stays
/// under its own when the rules change meanwhile. Of one role, or of both.
fn headings(rules: &Rules, role: Option<Role>) -> Vec<(String, String)> {
    let mut found: Vec<&str> = Vec::new();
    for role in [Role::Mentor, Role::Mentee].into_iter().filter(|one| role.is_none_or(|role| role == *one)) {
        for heading in rules.headings(role) {
            if !found.iter().any(|known| folded(known) == folded(heading)) {
                found.push(heading);
            }
        }
    }
    found.iter().map(|heading| (format!("answer-{}", folded(heading)), (*heading).to_owned())).collect()
}

fn answers(headings: &[(String, String)], typed: &Typed) -> Answers {
    let said = headings.iter().map(|(name, heading)| (folded(heading), typed.text(name).to_owned()));
    said.filter(|(_, text)| !text.is_empty()).collect()
}

async fn take_application(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, desk) = (visitor.viewer, visitor.app.desk);
    let (_, rules) = round_of(&visitor, id).await?;
    let entered = match read_application(&typed, &rules) {
        Ok(draft) => {
            let enter = move |tx: &mut Tx<'_>| {
                let entry = entering::enter(tx, viewer, id, &draft, desk)?;
                Ok(format!("/entries/{entry}"))
            };
            visitor.once(&typed, enter).await
        }
        Err(cause) => Err(cause),
    };
    match entered {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(application(&visitor, id, typed, problems(cause)?).await?),
    }
}

fn read_application(typed: &Typed, rules: &Rules) -> Result<ApplicationDraft> {
    let mut read = APPLICATION.read(typed);
    let (name, address) = (read.line("name"), read.address("address"));
    let (job_title, workplace) = (read.line("job_title"), read.line("workplace"));
    let language = read.choice("language").unwrap_or(Language::English);
    let role = read.choice("role").unwrap_or(Role::Mentee);
    let places = u32::try_from(read.whole("places")).unwrap_or(1);
    read.done()?;
    let person = entering::person(name, address, job_title, workplace, language);
    Ok(ApplicationDraft { person, role, places, answers: answers(&headings(rules, None), typed) })
}

#[derive(Template)]
#[template(path = "entry/pair.html")]
struct Pair {
    page: Shell,
    pair: Reached<Partnership>,
    standing: Standing,
    is_told: bool,
    to_answer: Vec<(PersonId, String)>,
    two: [(PersonId, String, bool); 2],
    session: String,
    form: Form,
    entered: Vec<(EntryId, String, String, &'static str, String)>,
}

async fn ask_pair(visitor: Visitor, Path(id): Path<PartnershipId>) -> Result<Response, Fault> {
    let typed = Typed::default().with_day("held_on", visitor.app.store.clock().today()).with("minutes", 60);
    page(pair(&visitor, id, typed, Vec::new()).await?)
}

async fn pair(visitor: &Visitor, id: PartnershipId, typed: Typed, found: Vec<Problem>) -> Result<Pair> {
    let viewer = visitor.viewer;
    let (pair, answers, entered) = visitor
        .read(move |c| {
            let pair = partnership::store::reached(c, viewer, id)?.that_may(&ENTRY, Verb::Write)?;
            let (answers, entered) = (store::answers(c, &pair)?, store::of_pair(c, &pair)?);
            Ok((pair, answers, entered))
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let session = match typed.text("id") {
        "" => kit::id::fresh(clock.now(), visitor.app.store.random()).to_string(),
        known => known.to_owned(),
    };
    let two = [(pair.mentor, pair.mentor_name.clone()), (pair.mentee, pair.mentee_name.clone())];
    let chosen = typed.text("person").to_owned();
    let form = Form::new(&LOG, say, typed).with_problems(found);
    let title = say.t2("entry-pair-title", "mentor", &pair.mentor_name, "mentee", &pair.mentee_name);
    let row = |(id, what, name, at, settled): store::OfPair| {
        (id, say.t(what_key(what)).into_owned(), name, settled_key(settled), say.day(clock.day_of(at)))
    };
    Ok(Pair {
        page: visitor.page(title).coloured(pair.colour).wrong_if(form.is_wrong()).seen_by(
            &pair,
            &ENTRY,
            "entry-pair-who-sees",
        ),
        standing: pair.standing(),
        is_told: answer::is_told(&pair),
        to_answer: two.iter().filter(|(one, _)| !answers.iter().any(|(by, _)| by == one)).cloned().collect(),
        two: two.map(|(id, name)| (id, name, id.to_string() == chosen)),
        session,
        form,
        entered: entered.into_iter().map(row).collect(),
        pair,
    })
}

fn what_key(what: What) -> &'static str {
    match what {
        What::Application => "entry-is-application",
        What::Answer => "entry-is-answer",
        What::Session => "entry-is-session",
    }
}

fn settled_key(settled: Option<Settled>) -> &'static str {
    match settled {
        None => "entry-waits",
        Some(Settled::Right) => "entry-right",
        Some(Settled::TakenBack) => "entry-taken-back",
    }
}

/// Of whom a form of the pair's page speaks.
fn of_whom(typed: &Typed) -> Result<PersonId> {
    typed.text("person").parse().map_err(|_| Error::invalid("", "entry-who-missing"))
}

async fn take_answer(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, desk) = (visitor.viewer, visitor.app.desk);
    let said = of_whom(&typed).and_then(|person| Ok((person, typed.text("answer").parse::<Answer>()?)));
    let entered = match said {
        Ok((person, said)) => {
            let enter = move |tx: &mut Tx<'_>| {
                let entry = answer::enter(tx, viewer, id, person, said, desk)?;
                Ok(format!("/entries/{entry}"))
            };
            visitor.once(&typed, enter).await
        }
        Err(cause) => Err(cause),
    };
    entered_or_asked(&visitor, id, typed, entered).await
}

async fn take_session(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, desk) = (visitor.viewer, visitor.app.desk);
    let entered = match read_session(&typed) {
        Ok((person, draft)) => {
            let enter = move |tx: &mut Tx<'_>| {
                let entry = entering_session::enter(tx, viewer, id, person, draft, desk)?;
                Ok(format!("/entries/{entry}"))
            };
            visitor.once(&typed, enter).await
        }
        Err(cause) => Err(cause),
    };
    entered_or_asked(&visitor, id, typed, entered).await
}

async fn entered_or_asked(
    visitor: &Visitor,
    id: PartnershipId,
    typed: Typed,
    entered: Result<String>,
) -> Result<Response, Fault> {
    match entered {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(pair(visitor, id, typed, problems(cause)?).await?),
    }
}

fn read_session(typed: &Typed) -> Result<(PersonId, SessionDraft)> {
    let person = of_whom(typed)?;
    let mut read = LOG.read(typed);
    let (held_on, minutes, way) = (read.day("held_on"), read.whole("minutes"), read.choice("way"));
    read.done()?;
    let id = typed.text("id").parse().map_err(|_| Error::invalid("", "error-request"))?;
    Ok((person, SessionDraft { id, held_on, minutes, way: way.unwrap_or(Way::Phone) }))
}

#[derive(Template)]
#[template(path = "entry/show.html")]
struct Show {
    page: Shell,
    entry: Reached<Entry>,
    told: Option<String>,
    day: String,
    until: String,
    is_open: bool,
    is_theirs: bool,
    takes_back: bool,
    asked: Vec<Asked>,
    places: Option<u32>,
    who: String,
    wrong: Vec<String>,
}

async fn show(visitor: Visitor, Path(id): Path<EntryId>) -> Result<Response, Fault> {
    page(shown(&visitor, id, None, &[]).await?)
}

async fn shown(visitor: &Visitor, id: EntryId, typed: Option<&Typed>, found: &[Problem]) -> Result<Show> {
    let viewer = visitor.viewer;
    let (entry, told, said, rules) = visitor
        .read(move |c| {
            let entry = store::reached(c, viewer, id)?;
            looked_up(c, entry)
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let (role, places) = (said.as_ref().map(|one| one.role), said.as_ref().map(|one| one.places));
    let asked = headings(&rules, role).into_iter().filter(|_| said.is_some()).map(|(name, heading)| Asked {
        text: match (typed, &said) {
            (Some(typed), _) => typed.text(&name).to_owned(),
            (None, Some(said)) => round::rules::answer(&said.answers.0, &heading).to_owned(),
            (None, None) => String::new(),
        },
        name,
        heading,
    });
    let title = say.t2("entered-by", "by", &entry.by_name, "name", &entry.for_name);
    let is_theirs = entry.may(&ENTRY, Verb::Decide);
    let shell = visitor.page(title).coloured(entry.colour).wrong_if(!found.is_empty());
    let who = shell.who_sees(&entry, &ENTRY, "entry-answers-who-sees");
    Ok(Show {
        asked: asked.collect(),
        told: told.map(|told| told.words(say, &entry.round_name)),
        day: say.day(clock.day_of(entry.entered_at)),
        until: say.day(clock.day_of(entry.entered_at + crate::session::ENTRY_OPEN)),
        is_open: entry.is_open(clock.now()),
        is_theirs,
        takes_back: is_theirs || entry.may(&ENTRY, Verb::Delete),
        places: places.filter(|_| role == Some(Role::Mentor)),
        wrong: found.iter().map(|one| say.message(&one.message)).collect(),
        page: shell.seen_by(&entry, &ENTRY, ""),
        who,
        entry,
    })
}

type LookedUp = (Reached<Entry>, Option<Told>, Option<store::Said>, Rules);

/// What an entry says today; nothing when it was taken back.
fn looked_up(c: &mut Read<'_>, entry: Reached<Entry>) -> Result<LookedUp> {
    if entry.settled == Some(Settled::TakenBack) {
        return Ok((entry, None, None, Rules::default()));
    }
    let (told, said, rules) = match entry.what {
        What::Application => {
            let said = store::application(c, &entry)?;
            (Some(Told::Application(said.role)), Some(said), store::rules(c, &entry)?)
        }
        What::Answer => {
            let told = store::answer(c, &entry)?.map(|(said, other)| Told::Answer(said, other));
            (told, None, Rules::default())
        }
        What::Session => {
            let told = store::session(c, &entry)?.map(|(session, other)| Told::Session(session, other));
            (told, None, Rules::default())
        }
    };
    Ok((entry, told, said, rules))
}

async fn take_settlement(visitor: Visitor, Path(id): Path<EntryId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, how): (_, Settled) = (visitor.viewer, typed.text("how").parse()?);
    let settle = move |tx: &mut Tx<'_>| {
        settle::settle(tx, viewer, id, how)?;
        Ok(format!("/entries/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, settle).await?))
}

async fn take_correction(visitor: Visitor, Path(id): Path<EntryId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (_, _, said, rules) = visitor
        .read(move |c| {
            let entry = store::reached(c, viewer, id)?.that_may(&ENTRY, Verb::Decide)?;
            looked_up(c, entry)
        })
        .await?;
    let said = said.ok_or_else(|| Error::conflict("entry-settled"))?;
    // What the page did not ask, as a column that came with a sheet, stays as it is.
    let asked = headings(&rules, Some(said.role)).into_iter().filter(|(name, _)| typed.has(name));
    let answers: Answers = asked.map(|(name, heading)| (folded(&heading), typed.text(&name).to_owned())).collect();
    let places = match said.role {
        Role::Mentor => typed.text("places").parse().ok().filter(|places| (1..=20).contains(places)),
        Role::Mentee => Some(1),
    };
    let corrected = match places {
        Some(places) => {
            let correct = move |tx: &mut Tx<'_>| {
                correct::correct(tx, viewer, id, places, &answers)?;
                Ok(format!("/entries/{id}"))
            };
            visitor.once(&typed, correct).await
        }
        None => Err(Error::invalid("places", kit::Message::new("form-whole").with("least", 1).with("most", 20))),
    };
    match corrected {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(shown(&visitor, id, Some(&typed), &problems(cause)?).await?),
    }
}
