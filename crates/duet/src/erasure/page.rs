//! Erasure, in the browser: for administrators, and the button by which somebody asks for it.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Problem, Result};

use super::access::ERASURE;
use super::due::Cut;
use super::{Due, MOST_DUE, Preview, Request, ask, erase, store};
use crate::access::Reached;
use crate::person::{Person, PersonId};
use crate::scheme;
use crate::web::{App, Confirmed, Fault, Oneself, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of erasure.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/erasures", get(list).post(find))
        .route("/people/{id}/erasure", get(show).post(take))
        .route("/me/erasure", post(ask_for_it))
}

/// By what somebody to be erased is found.
pub static FIND: Spec = Spec { name: "erasures", fields: &[Field { name: "address", takes: Takes::Address }] };

/// What has to be typed before somebody is erased.
pub static ERASE: Spec = Spec { name: "erasure", fields: &[Field { name: "address", takes: Takes::Address }] };

#[derive(Template)]
#[template(path = "erasure/list.html")]
struct List {
    page: Shell,
    requests: Vec<(Request, String)>,
    months: i64,
    over: Listed,
    soon: Listed,
    form: Form,
}

/// People of one list of those whose time is over, or is soon, and whether there are more.
struct Listed {
    people: Vec<(Due, String)>,
    more: bool,
}

#[derive(Template)]
#[template(path = "erasure/show.html")]
struct Show {
    page: Shell,
    person: Person,
    preview: Preview,
    form: Form,
}

async fn list(visitor: Visitor) -> Result<Response, Fault> {
    page(listed(&visitor, Typed::default(), Vec::new()).await?)
}

async fn listed(visitor: &Visitor, typed: Typed, problems: Vec<Problem>) -> Result<List> {
    let organisation = administered(visitor).await?;
    let (requests, cut, [over, soon]) = visitor
        .read(|c| {
            let cut = Cut::today(c)?;
            Ok((store::requests(c)?, cut, store::due(c, cut)?))
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let form = Form::new(&FIND, say, typed).with_problems(problems);
    let ended = |one: Due| (one.clone(), say.t1("erasures-last-on", "day", say.day(one.last_on)));
    let listed = |due: Vec<Due>| Listed {
        more: due.len() > MOST_DUE,
        people: due.into_iter().take(MOST_DUE).map(ended).collect(),
    };
    Ok(List {
        months: cut.months,
        over: listed(over),
        soon: listed(soon),
        page: visitor.page(say.t("erasures-title").into_owned()).wrong_if(form.is_wrong()).seen_by(
            &organisation,
            &ERASURE,
            "",
        ),
        requests: requests.into_iter().map(|one| (one.clone(), say.day(clock.day_of(one.asked_at)))).collect(),
        form,
    })
}

async fn find(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    administered(&visitor).await?;
    let found = match read(&FIND, &typed) {
        Ok(address) => {
            let found = visitor.read(move |c| store::by_address(c, &address)).await?;
            found.ok_or_else(|| Error::invalid("address", "erasure-nobody"))
        }
        Err(cause) => Err(cause),
    };
    match found {
        Ok(person) => Ok(go_to(&format!("/people/{person}/erasure"))),
        Err(cause) => problem_page(listed(&visitor, typed, problems(cause)?).await?),
    }
}

async fn show(visitor: Visitor, Path(id): Path<PersonId>) -> Result<Response, Fault> {
    page(previewed(&visitor, id, Typed::default(), Vec::new()).await?)
}

async fn previewed(visitor: &Visitor, id: PersonId, typed: Typed, problems: Vec<Problem>) -> Result<Show> {
    let viewer = visitor.viewer;
    let (organisation, (person, preview)) = visitor
        .read(move |c| Ok((scheme::store::organisation_reached(c, viewer)?, erase::preview(c, viewer, id)?)))
        .await?;
    let form = Form::new(&ERASE, visitor.say, typed).with_problems(problems);
    let shell = visitor.page(visitor.say.t1("erasure-title", "name", &person.name)).wrong_if(form.is_wrong());
    Ok(Show { page: shell.seen_by(&organisation, &ERASURE, ""), person, preview, form })
}

async fn take(
    Confirmed(visitor): Confirmed,
    Path(id): Path<PersonId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    visitor.read(move |c| erase::preview(c, viewer, id)).await?;
    let instead = visitor.say.t("person-erased").into_owned();
    let erased = match read(&ERASE, &typed) {
        Ok(address) => erase::erase(&visitor.app.store, viewer, id, address, instead).await,
        Err(cause) => Err(cause),
    };
    match erased {
        // Whoever erased themselves is signed out by it.
        Ok(()) if id == viewer.person => Ok(go_to("/")),
        Ok(()) => Ok(go_to("/erasures")),
        Err(cause) => problem_page(previewed(&visitor, id, typed, problems(cause)?).await?),
    }
}

async fn ask_for_it(Oneself(visitor): Oneself, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let ask = move |tx: &mut Tx<'_>| ask::ask(tx, viewer).map(|()| "/me".to_owned());
    Ok(go_to(&visitor.once(&typed, ask).await?))
}

async fn administered(visitor: &Visitor) -> Result<Reached<()>> {
    let viewer = visitor.viewer;
    visitor.read(move |c| scheme::store::organisation_reached(c, viewer)?.that_may(&ERASURE, Verb::List)).await
}

fn read(spec: &'static Spec, typed: &Typed) -> Result<String> {
    let mut read = spec.read(typed);
    let address = read.address("address");
    read.done()?;
    Ok(address)
}
