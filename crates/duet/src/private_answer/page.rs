//! Private answers, in the browser: for whoever the purpose is for, and to delete when it is served.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::seal::{Opened, Private};
use kit::web::go_to;

use super::access::PRIVATE_ANSWER;
use super::{PrivateAnswer, delete, store};
use crate::access::Reached;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Confirmed, Fault, Posted, Shell, Visitor, page};

/// The pages of private answers.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/private-answers", get(show))
        .route("/rounds/{id}/private-answers/deletion", post(remove))
}

#[derive(Template)]
#[template(path = "private_answer/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    headings: Vec<(String, Vec<PrivateAnswer>)>,
}

impl List {
    /// An answer, or why it cannot be read.
    fn said(&self, one: &PrivateAnswer) -> String {
        match &one.answer {
            Opened::Words(words) => Private::reveal(words).to_owned(),
            Opened::KeyLost => self.page.t("sealed-key-lost"),
            Opened::Altered => self.page.t("sealed-altered"),
        }
    }
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, answers) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&PRIVATE_ANSWER, Verb::List)?;
            let answers = store::in_round(c, &round)?;
            Ok((round, answers))
        })
        .await?;
    let mut headings: Vec<(String, Vec<PrivateAnswer>)> = Vec::new();
    for answer in answers {
        match headings.last_mut().filter(|(heading, _)| *heading == answer.heading) {
            Some((_, all)) => all.push(answer),
            None => headings.push((answer.heading.clone(), vec![answer])),
        }
    }
    let shell = visitor.page(visitor.say.t("private-answers-title").into_owned()).coloured(round.colour);
    page(List { page: shell.seen_by(&round, &PRIVATE_ANSWER, "private-answers-who"), round, headings })
}

async fn remove(
    Confirmed(visitor): Confirmed,
    Path(id): Path<RoundId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, heading) = (visitor.viewer, typed.text("heading").to_owned());
    let remove = move |tx: &mut Tx<'_>| {
        delete::delete(tx, viewer, id, &heading)?;
        Ok(format!("/rounds/{id}/private-answers"))
    };
    Ok(go_to(&visitor.once(&typed, remove).await?))
}
