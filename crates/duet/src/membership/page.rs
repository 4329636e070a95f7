//! People, in the browser, for who looks after them.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::web::go_to;
use serde::Deserialize;

use super::access::PERSON;
use super::store::{Listed, MOST_LISTED};
use super::{change, check_step, store};
use crate::access::Reached;
use crate::assessment::{self, access::ASSESSMENT};
use crate::person::{Membership, Person, PersonId};
use crate::scheme::Duty;
use crate::web::{App, Confirmed, Fault, Posted, Shell, Visitor, page};

/// The pages of people.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/people", get(find))
        .route("/people/{id}", get(show))
        .route("/people/{id}/membership", post(belong))
}

#[derive(Deserialize)]
struct Sought {
    #[serde(default)]
    find: String,
}

#[derive(Template)]
#[template(path = "membership/find.html")]
struct Find {
    page: Shell,
    sought: String,
    found: Vec<(Listed, &'static str)>,
    more: bool,
    administers: bool,
}

async fn find(visitor: Visitor, Query(query): Query<Sought>) -> Result<Response, Fault> {
    let (viewer, words) = (visitor.viewer, query.find.clone());
    let (all, found) = visitor
        .read(move |c| {
            let all = store::found_by(c, viewer)?.that_may(&PERSON, Verb::List)?;
            Ok((all, store::find(c, viewer, &words)?))
        })
        .await?;
    page(Find {
        page: visitor.page(visitor.say.t("people-find-title").into_owned()).seen_by(&all, &PERSON, "people-who-sees"),
        sought: query.find,
        administers: visitor.does(Duty::Administrator),
        more: found.len() > MOST_LISTED,
        found: found.into_iter().take(MOST_LISTED).map(|one| (one.clone(), key(one.membership))).collect(),
    })
}

#[derive(Template)]
#[template(path = "membership/show.html")]
struct Show {
    page: Shell,
    person: Reached<Person>,
    membership_key: &'static str,
    may_suspend: bool,
    may_let_back: bool,
    may_leave: bool,
    may_erase: bool,
    sees_capabilities: bool,
    may_hand_over: bool,
}

async fn show(visitor: Visitor, Path(id): Path<PersonId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (person, sees_capabilities) = visitor
        .read(move |c| {
            let person = store::reached(c, viewer, id)?.that_may(&PERSON, Verb::See)?;
            Ok((person, assessment::store::person_reached(c, viewer, id)?.may(&ASSESSMENT, Verb::See)))
        })
        .await?;
    let decides = person.may(&PERSON, Verb::Decide) && id != viewer.person;
    let may = |to| decides && check_step(person.membership, to).is_ok();
    page(Show {
        page: visitor.page(person.name.clone()).seen_by(&person, &PERSON, ""),
        membership_key: key(person.membership),
        may_suspend: may(Membership::Suspended),
        may_let_back: may(Membership::Active),
        may_leave: may(Membership::Left),
        may_hand_over: person.may(&PERSON, Verb::Decide) && person.membership != Membership::Erased,
        may_erase: decides && person.membership != Membership::Erased,
        sees_capabilities,
        person,
    })
}

/// The key of how somebody belongs, in words.
fn key(membership: Membership) -> &'static str {
    match membership {
        Membership::Invited => "membership-invited",
        Membership::Active => "membership-active",
        Membership::Suspended => "membership-suspended",
        Membership::Left => "membership-left",
        Membership::Erased => "membership-erased",
    }
}

async fn belong(
    Confirmed(visitor): Confirmed,
    Path(id): Path<PersonId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, to) = (visitor.viewer, typed.text("membership").parse::<Membership>());
    let to = to.unwrap_or(Membership::Erased);
    let change = move |tx: &mut Tx<'_>| {
        change::change(tx, viewer, id, to)?;
        Ok(format!("/people/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, change).await?))
}
