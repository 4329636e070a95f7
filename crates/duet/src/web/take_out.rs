//! Files that somebody takes out: each is on the record before it is given.

use axum::response::Response;
use kit::Result;
use kit::id::Uuid;
use kit::web::download;

use super::Visitor;
use crate::audit::{self, Act};

impl Visitor {
    /// Gives a file with anybody's data in it, once it is on the record that they take it out: what they take, and of what.
    /// An act that writes hands its file over by itself, since it is on the record already.
    ///
    /// # Errors
    /// `Internal` when the database fails: then no file is given.
    pub async fn takes_out(
        &self,
        (act, of): (Act, Uuid),
        name: &str,
        kind: &'static str,
        body: Vec<u8>,
    ) -> Result<Response> {
        let person = self.viewer.person;
        self.write(move |tx| audit::store::note(tx, Some(person), act, of)).await?;
        Ok(download(name, kind, body))
    }
}
