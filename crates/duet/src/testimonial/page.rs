//! Testimonials, in the browser: the page on which somebody gives or withdraws one, and the list of what may be shown
//! where.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Problem, Result};

use super::access::{QUOTE, TESTIMONIAL};
use super::{Draft, Long, MOST, Quote, Testimonial, Under, give, store};
use crate::access::Reached;
use crate::partnership::{self, Partnership, PartnershipId};
use crate::round::rules::Role;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of testimonials.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/partnerships/{id}/testimonial", get(ask).post(take))
        .route("/partnerships/{id}/testimonial/withdrawal", post(withdraw))
        .route("/rounds/{id}/quotes", get(list))
}

/// What a testimonial is asked; the places are ticked beside.
pub static GIVE: Spec = Spec {
    name: "testimonial",
    fields: &[
        Field { name: "words", takes: Takes::Prose(MOST) },
        Field { name: "named", takes: Takes::Choice(&["named", "nameless"]) },
        Field { name: "long", takes: Takes::Choice(&["half_year", "year", "two_years", "always"]) },
    ],
};

/// The places, and the keys of their words.
const PLACES: [(&str, &str); 3] = [
    ("in_report", "testimonial-in-report"),
    ("on_website", "testimonial-on-website"),
    ("in_announcement", "testimonial-in-announcement"),
];

#[derive(Template)]
#[template(path = "testimonial/give.html")]
struct Give {
    page: Shell,
    pair: Reached<Partnership>,
    other: String,
    form: Form,
    places: Vec<(&'static str, &'static str, bool)>,
    place_problem: Option<String>,
    live: Option<String>,
}

async fn ask(visitor: Visitor, Path(id): Path<PartnershipId>) -> Result<Response, Fault> {
    page(asked(&visitor, id, None, Vec::new()).await?)
}

async fn asked(visitor: &Visitor, id: PartnershipId, typed: Option<Typed>, found: Vec<Problem>) -> Result<Give> {
    let viewer = visitor.viewer;
    let (pair, own) = visitor
        .read(move |c| {
            let pair = partnership::store::reached(c, viewer, id)?.that_may(&TESTIMONIAL, Verb::Write)?;
            let own = store::own(c, viewer, pair.round)?;
            Ok((pair, own))
        })
        .await?;
    if pair.started_on.is_none() {
        return Err(kit::Error::conflict("testimonial-not-begun"));
    }
    let say = visitor.say;
    let live = own.as_ref().map(|own| match own.until_on {
        Some(day) => say.t1("testimonial-live-until", "day", say.day(day)),
        None => say.t("testimonial-live").into_owned(),
    });
    let typed = typed.unwrap_or_else(|| filled(own.as_ref()));
    let places = PLACES.map(|(name, key)| (name, key, !typed.text(name).is_empty())).to_vec();
    let place_problem = found.iter().find(|one| one.field == "places").map(|one| say.message(&one.message));
    let mut shell = visitor.page(say.t("testimonial-title").into_owned()).coloured(pair.colour);
    let who = shell.who_sees(&pair, &QUOTE, "testimonial-who-sees");
    let form = Form::new(&GIVE, say, typed).with_problems(found).seen_by(&["words"], &who);
    shell.seen_by = Some(who);
    let other = pair.other_name(viewer.person).to_owned();
    Ok(Give { other, page: shell.wrong_if(form.is_wrong()), pair, form, places, place_problem, live })
}

/// The form as it stands: what they gave, or a blank one in which nothing is agreed to.
fn filled(own: Option<&Testimonial>) -> Typed {
    let Some(own) = own else { return Typed::default() };
    let typed = Typed::default().with("words", &own.words).with("named", if own.named { "named" } else { "nameless" });
    let ticked =
        [("in_report", own.in_report), ("on_website", own.on_website), ("in_announcement", own.in_announcement)];
    ticked.into_iter().filter(|(_, ticked)| *ticked).fold(typed, |typed, (name, _)| typed.with(name, "yes"))
}

async fn take(visitor: Visitor, Path(id): Path<PartnershipId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let given = match read(&typed) {
        Ok(draft) => {
            let give = move |tx: &mut Tx<'_>| {
                give::give(tx, viewer, id, &draft)?;
                Ok(format!("/partnerships/{id}/testimonial"))
            };
            visitor.once(&typed, give).await
        }
        Err(cause) => Err(cause),
    };
    match given {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(asked(&visitor, id, Some(typed), problems(cause)?).await?),
    }
}

fn read(typed: &Typed) -> Result<Draft> {
    let mut read = GIVE.read(typed);
    let (words, under) = (read.prose("words"), read.choice("named").unwrap_or(Under::Nobody));
    let long = read.choice("long").unwrap_or(Long::Year);
    read.done()?;
    let ticked = |name| !typed.text(name).is_empty();
    Ok(Draft {
        words,
        named: under == Under::Name,
        in_report: ticked("in_report"),
        on_website: ticked("on_website"),
        in_announcement: ticked("in_announcement"),
        long,
    })
}

async fn withdraw(visitor: Visitor, Path(id): Path<PartnershipId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let withdraw = move |tx: &mut Tx<'_>| {
        give::withdraw(tx, viewer, id)?;
        Ok(format!("/partnerships/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, withdraw).await?))
}

#[derive(Template)]
#[template(path = "testimonial/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    quotes: Vec<(Quote, Vec<&'static str>, String)>,
}

async fn list(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, quotes) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&QUOTE, Verb::List)?;
            let quotes = store::live(c, &round)?;
            Ok((round, quotes))
        })
        .await?;
    let say = visitor.say;
    let shown = |quote: Quote| {
        let ticked = [quote.in_report, quote.on_website, quote.in_announcement];
        let places = PLACES.iter().zip(ticked).filter(|(_, ticked)| *ticked).map(|((_, key), _)| *key).collect();
        let until = quote.until_on.map(|day| say.t1("quotes-until", "day", say.day(day))).unwrap_or_default();
        (quote, places, until)
    };
    let shell = visitor.page(say.t("quotes-title").into_owned()).coloured(round.colour);
    page(List {
        page: shell.seen_by(&round, &QUOTE, "quotes-who-sees"),
        quotes: quotes.into_iter().map(shown).collect(),
        round,
    })
}
