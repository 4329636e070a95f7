//! How many pupils there are, by school and by tutor: no names of theirs, and no small numbers.

use askama::Template;
use axum::response::Response;
use kit::Result;
use kit::access::Verb;

use crate::pupil::access::PUPIL_COUNT;
use crate::pupil::counts::{Told, told};
use crate::pupil::store;
use crate::web::{Fault, Shell, Visitor, page};

#[derive(Template)]
#[template(path = "pupil/counts.html")]
struct Counts {
    page: Shell,
    /// Each with the keys of its title, of what a row is, and of the rest.
    tables: [(Told, &'static str, &'static str, &'static str); 2],
    all: Option<u64>,
}

pub(super) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (at_large, [schools, tutors]) = visitor
        .read(move |c| {
            let at_large = store::at_large(c, viewer)?.that_may(&PUPIL_COUNT, Verb::See)?;
            let counts = store::counts(c, &at_large)?;
            Ok((at_large, counts))
        })
        .await?;
    let (schools, tutors) = (told(schools), told(tutors));
    page(Counts {
        page: visitor.page(visitor.say.t("pupil-counts-title").into_owned()).seen_by(&at_large, &PUPIL_COUNT, ""),
        all: schools.all,
        tables: [
            (schools, "pupil-counts-by-school", "pupil-school", "pupil-counts-other-schools"),
            (tutors, "pupil-counts-by-tutor", "pupil-tutor", "pupil-counts-other-tutors"),
        ],
    })
}
