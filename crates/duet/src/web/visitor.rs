//! Who is looking: somebody, or somebody who is signed in; and the language and page they are on.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::{IntoResponse, Response};
use kit::Result;
use kit::token::Token;
use kit::web::{cookie, go_to};
use kit::words::{Language, Say};

use super::{App, Fault, LANGUAGE_COOKIE, SIGN_IN_COOKIE, Shell};
use crate::factor::{self, Held};
use crate::person::{self, Person, Viewer};
use crate::scheme::{self, Appointment, Duty};
use crate::sign_in::{self, SignIn};

/// Somebody whose browser asks for a page, signed in or not.
pub struct Guest {
    /// The app.
    pub app: Arc<App>,
    /// Their language.
    pub say: Say,
    /// The page asked for.
    pub path: String,
}

impl Guest {
    /// The shell of a page for somebody who is not signed in.
    #[must_use]
    pub fn page(&self, title: String) -> Shell {
        Shell::new(&self.app, self.say, &self.path, title)
    }
}

impl FromRequestParts<Arc<App>> for Guest {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Guest, Self::Rejection> {
        Ok(Guest {
            app: Arc::clone(app),
            say: spoken(app, &parts.headers),
            path: page_path(&parts.method, &parts.uri, &parts.headers),
        })
    }
}

/// Somebody who is signed in.
pub struct Visitor {
    /// The app.
    pub app: Arc<App>,
    /// Their language.
    pub say: Say,
    /// The sign-in they use.
    pub sign_in: SignIn,
    /// What they prove themselves by besides.
    pub held: Option<Held>,
    /// Who they are.
    pub viewer: Viewer,
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub address: String,
    /// What they do, today.
    pub appointments: Vec<Appointment>,
    /// The page they are on.
    pub path: String,
}

impl Visitor {
    /// The shell of a page for them.
    #[must_use]
    pub fn page(&self, title: String) -> Shell {
        let mut shell = Shell::new(&self.app, self.say, &self.path, title);
        shell.reader = Some(self.name.clone());
        if self.owes().is_some() {
            return shell;
        }
        shell.ways.push(("/", "way-home"));
        if !self.appointments.is_empty() {
            shell.ways.push(("/rounds", "way-rounds"));
        }
        if self.does(Duty::Coordinator) {
            shell.ways.push(("/letters", "way-letters"));
        }
        if self.does(Duty::Administrator) {
            shell.ways.push(("/audit", "way-audit"));
        }
        shell
    }

    /// Whether they do this for any scheme.
    #[must_use]
    pub fn does(&self, duty: Duty) -> bool {
        self.appointments.iter().any(|a| a.duty == duty)
    }

    /// Whether they do this for this scheme.
    #[must_use]
    pub fn does_for(&self, duty: Duty, scheme: scheme::SchemeId) -> bool {
        self.appointments.contains(&Appointment { duty, scheme: Some(scheme) })
    }

    /// Whether they have a duty today, for any scheme or the whole organisation.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        !self.appointments.is_empty()
    }

    /// Whether they must have a second factor: whoever has a duty, but in a demo, where it is offered.
    #[must_use]
    pub fn needs_factor(&self) -> bool {
        self.is_staff() && !self.app.demo
    }

    /// How many factors they have set up.
    #[must_use]
    pub fn factors(&self) -> i64 {
        self.held.map_or(0, |held| held.count())
    }

    /// Reads their organisation's data.
    ///
    /// # Errors
    /// What the closure gives.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut kit::db::Read<'_>) -> Result<T> + Send + 'static,
    {
        self.app.store.read(self.viewer.organisation, work).await
    }

    /// Writes their organisation's data.
    ///
    /// # Errors
    /// What the closure gives.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut kit::db::Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.app.store.write(self.viewer.organisation, work).await
    }
}

impl FromRequestParts<Arc<App>> for Visitor {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Visitor, Response> {
        let visitor = arriving(parts, app).await?.ok_or_else(|| go_to("/"))?;
        match visitor.owes() {
            None => Ok(visitor),
            Some(owed) => Err(go_to(owed.path())),
        }
    }
}

/// Nobody signed in is none. Who has yet to give a second factor is led to do that, here as everywhere.
impl axum::extract::OptionalFromRequestParts<Arc<App>> for Visitor {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Option<Visitor>, Response> {
        match arriving(parts, app).await? {
            None => Ok(None),
            Some(visitor) => match visitor.owes() {
                None => Ok(Some(visitor)),
                Some(owed) => Err(go_to(owed.path())),
            },
        }
    }
}

/// Who a request's browser is signed in as, whether or not a second factor was given.
pub(super) async fn arriving(parts: &Parts, app: &Arc<App>) -> Result<Option<Visitor>, Response> {
    let found = signed_in(app, &parts.headers).await.map_err(|cause| Fault(cause).into_response())?;
    Ok(found.map(|Found { sign_in, person, appointments, held }| Visitor {
        app: Arc::clone(app),
        say: app.words.say(chosen(&parts.headers).unwrap_or(person.language)),
        sign_in,
        held,
        viewer: sign_in.viewer(),
        name: person.name,
        address: person.address,
        appointments,
        path: page_path(&parts.method, &parts.uri, &parts.headers),
    }))
}

struct Found {
    sign_in: SignIn,
    person: Person,
    appointments: Vec<Appointment>,
    held: Option<Held>,
}

/// Who a browser is signed in as: its sign-in, its person, what they do, what they have set up.
async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<Found>> {
    let Some(secret) = cookie(headers, SIGN_IN_COOKIE) else { return Ok(None) };
    let token = Token::from_visitor(secret);
    let found = {
        let token = token.clone();
        app.store
            .read_outside(move |c| {
                let now = c.now();
                let Some(sign_in) = sign_in::store::look_up(c, &token)?.filter(|sign_in| sign_in.holds(now)) else {
                    return Ok(None);
                };
                let held = factor::store::held(c, sign_in.viewer())?;
                let inside = &mut c.inside(sign_in.organisation)?;
                let person = person::store::get(inside, sign_in.person)?;
                let appointments = scheme::store::appointments(inside, sign_in.person)?;
                Ok(Some(Found { sign_in, person, appointments, held }))
            })
            .await?
    };
    let Some(found) = found else { return Ok(None) };
    if found.sign_in.is_stale(app.store.clock().now()) {
        // Bookkeeping: nobody's page waits for it.
        let store = app.store.clone();
        tokio::spawn(async move {
            if let Err(cause) = store.write_outside(move |tx| sign_in::store::seen(tx, &token)).await {
                tracing::warn!(%cause, "a sign-in's use was not written down");
            }
        });
    }
    Ok(Some(found))
}

/// The page somebody is on: the one they asked for, or, when they sent a form, the one it stood on.
pub(super) fn page_path(method: &Method, uri: &Uri, headers: &HeaderMap) -> String {
    if method == Method::GET {
        return uri.path().to_owned();
    }
    let referer = headers.get(header::REFERER).and_then(|v| v.to_str().ok()).and_then(|text| text.parse::<Uri>().ok());
    referer.map_or_else(|| "/".to_owned(), |referer| own_path(referer.path()).to_owned())
}

/// The language a browser is answered in: the one chosen here, else its own.
pub(super) fn spoken(app: &App, headers: &HeaderMap) -> Say {
    let own = || {
        headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).map_or(Language::English, Language::accepted)
    };
    app.words.say(chosen(headers).unwrap_or_else(own))
}

fn chosen(headers: &HeaderMap) -> Option<Language> {
    cookie(headers, LANGUAGE_COOKIE).and_then(|word| word.parse().ok())
}

/// A path of ours to go back to; home for anything that could lead elsewhere.
pub fn own_path(path: &str) -> &str {
    let fine =
        path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.chars().any(char::is_control);
    if fine { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_led_elsewhere() {
        for fine in ["/", "/rounds/1?x=1"] {
            assert_eq!(own_path(fine), fine);
        }
        for bad in
            ["", "//evil.test", "https://evil.test", "/\\evil.test", "\\\\evil.test", "/a\nb", "javascript:alert(1)"]
        {
            assert_eq!(own_path(bad), "/");
        }
    }
}
