//! A round's name and dates, in the browser: the form to change them.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Form, Typed};
use kit::web::go_to;

use crate::access::Reached;
use crate::round::access::ROUND;
use crate::round::page::{NEW, read};
use crate::round::{Round, RoundId, describe, store};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of a round's description.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/description", get(ask).post(take))
}

#[derive(Template)]
#[template(path = "round/describe/edit.html")]
struct Edit {
    page: Shell,
    round: Reached<Round>,
    form: Form,
}

async fn described(visitor: &Visitor, id: RoundId) -> Result<Reached<Round>> {
    let viewer = visitor.viewer;
    visitor.read(move |c| store::reached(c, viewer, id)?.that_may(&ROUND, Verb::Write)).await
}

fn edit(visitor: &Visitor, round: Reached<Round>, form: Form) -> Edit {
    let shell = visitor.page(visitor.say.t("round-edit-title").into_owned()).coloured(round.colour);
    let form = form.seen_by(&["name"], &shell.who_sees(&round, &ROUND, "round-name-who-sees"));
    Edit { page: shell.wrong_if(form.is_wrong()).seen_by(&round, &ROUND, ""), round, form }
}

async fn ask(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let round = described(&visitor, id).await?;
    let typed = Typed::default().with("name", &round.name);
    let typed = typed.with_day("starts_on", round.starts_on).with_day("ends_on", round.ends_on);
    page(edit(&visitor, round, Form::new(&NEW, visitor.say, typed)))
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let round = described(&visitor, id).await?;
    let kept = match read(&typed) {
        Ok(draft) => {
            let describe = move |tx: &mut Tx<'_>| {
                describe::describe(tx, viewer, id, &draft)?;
                Ok(format!("/rounds/{id}"))
            };
            visitor.once(&typed, describe).await
        }
        Err(cause) => Err(cause),
    };
    match kept {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&NEW, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(edit(&visitor, round, form))
        }
    }
}
