//! Until when people can apply, in the browser: the last day, and those before it.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;

use crate::access::Reached;
use crate::round::access::ROUND;
use crate::round::{Round, RoundId, deadline, store};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of a round's deadline.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/deadline", get(ask).post(take))
}

/// What a deadline is asked.
pub static SET: Spec = Spec { name: "deadline", fields: &[Field { name: "apply_by", takes: Takes::Day }] };

#[derive(Template)]
#[template(path = "round/deadline/edit.html")]
struct Edit {
    page: Shell,
    round: Reached<Round>,
    /// Each day that was set, newest first: the day, and when it was set.
    history: Vec<(String, String)>,
    form: Form,
}

async fn edit(visitor: &Visitor, id: RoundId, form: impl FnOnce(&Round) -> Form) -> Result<Edit> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let (round, days) = visitor
        .read(move |c| {
            let round = store::reached(c, viewer, id)?.that_may(&ROUND, Verb::Write)?;
            let days = store::deadlines(c, &round)?;
            Ok((round, days))
        })
        .await?;
    let form = form(&round);
    let shell = visitor.page(say.t("deadline-title").into_owned()).coloured(round.colour);
    let clock = visitor.app.store.clock();
    Ok(Edit {
        page: shell.wrong_if(form.is_wrong()).seen_by(&round, &ROUND, ""),
        history: days.into_iter().map(|(day, at)| (say.day(day), say.day(clock.day_of(at)))).collect(),
        round,
        form,
    })
}

async fn ask(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let say = visitor.say;
    let form = |round: &Round| {
        Form::new(
            &SET,
            say,
            round.apply_by.map_or_else(Typed::default, |day| Typed::default().with_day("apply_by", day)),
        )
    };
    page(edit(&visitor, id, form).await?)
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| store::reached(c, viewer, id)?.must(&ROUND, Verb::Write)).await?;
    let mut read = SET.read(&typed);
    let day = read.day("apply_by");
    let set = match read.done() {
        Ok(()) => {
            let set = move |tx: &mut Tx<'_>| {
                deadline::set(tx, viewer, id, day)?;
                Ok(format!("/rounds/{id}"))
            };
            visitor.once(&typed, set).await
        }
        Err(cause) => Err(cause),
    };
    match set {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let problems = problems(cause)?;
            problem_page(edit(&visitor, id, |_| Form::new(&SET, say, typed).with_problems(problems)).await?)
        }
    }
}
