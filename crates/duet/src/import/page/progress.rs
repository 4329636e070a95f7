//! Bringing it in, and the page one waits on while it is written.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use kit::Result;
use kit::access::Verb;
use kit::once::Once;
use kit::web::go_to;

use super::check::{self, Looked};
use crate::access::Reached;
use crate::import::access::IMPORT;
use crate::import::take::{self, Consent};
use crate::import::underway::Progress;
use crate::import::{Upload, UploadId, store};
use crate::web::{Fault, Posted, Shell, Visitor, page};
use kit::Error;

/// How long a browser waits for the answer before it is shown how far it is.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Brings an upload in. What is done soon is answered at once; else the page of the upload says how far it is.
pub(super) async fn take(visitor: Visitor, Path(id): Path<UploadId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let once = Once::sent(&typed);
    if let Ok(leads_to) = visitor.read(move |c| once.went_to(c, viewer.person.0)).await {
        return Ok(go_to(&leads_to));
    }
    let Looked { given, .. } = check::look(&visitor, id).await?;
    let seen = Some(typed.text("seen").to_owned());
    let consent = Consent { seen, without_refused: check::leaves_out(&typed) };
    let (app, progress) = (Arc::clone(&visitor.app), visitor.app.imports.begin(id)?);
    let writing = tokio::spawn(async move {
        let done = app
            .store
            .write(viewer.organisation, move |tx| {
                once.run(tx, viewer.person.0, |tx| take::take(tx, viewer, id, &given, &consent, &progress))
            })
            .await;
        app.imports.end(id, done.as_ref().err().map(Error::told));
        done
    });
    match tokio::time::timeout(PATIENCE, writing).await {
        Ok(done) => Ok(go_to(&done.map_err(Error::internal)??)),
        Err(_) => Ok(go_to(&format!("/imports/{id}"))),
    }
}

#[derive(Template)]
#[template(path = "import/progress.html")]
struct Waiting {
    page: Shell,
    upload: Reached<Upload>,
    done: usize,
    all: usize,
}

/// How far one is: a page that asks again by itself, each second.
pub(super) async fn show(visitor: &Visitor, id: UploadId, progress: &Progress) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let upload = visitor.read(move |c| store::reached(c, viewer, id)?.that_may(&IMPORT, Verb::See)).await?;
    let (done, all) = progress.seen();
    let shell = visitor.page(visitor.say.t("import-progress-title").into_owned()).coloured(upload.palette());
    let mut response = page(Waiting { page: shell.seen_by(&upload, &IMPORT, ""), upload, done, all })?;
    response.headers_mut().insert(HeaderName::from_static("refresh"), HeaderValue::from_static("1"));
    Ok(response)
}
