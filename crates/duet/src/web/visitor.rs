//! Who is looking: somebody, or somebody who is signed in; and the language and page they are on.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use kit::Result;
use kit::token::Token;
use kit::watch::Asker;
use kit::web::{cookie, go_to};
use kit::words::{Language, Say};

use super::{App, Fault, LANGUAGE_COOKIE, SIGN_IN_COOKIE, Shell};
use crate::person::{self, Membership, Person, Viewer};
use crate::scheme::{self, Appointment, Duty};
use crate::sign_in::{self, SignIn, SignInId};

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
    pub sign_in: SignInId,
    /// Who they are.
    pub viewer: Viewer,
    /// Their name.
    pub name: String,
    /// What they do, today.
    pub appointments: Vec<Appointment>,
    path: String,
}

impl Visitor {
    /// The shell of a page for them.
    #[must_use]
    pub fn page(&self, title: String) -> Shell {
        let mut shell = Shell::new(&self.app, self.say, &self.path, title);
        shell.reader = Some(self.name.clone());
        shell.ways.push(("/", "way-home"));
        if !self.appointments.is_empty() {
            shell.ways.push(("/rounds", "way-rounds"));
        }
        if self.does(Duty::Coordinator) {
            shell.ways.push(("/letters", "way-letters"));
        }
        if self.does(Duty::Administrator) || self.does(Duty::Coordinator) {
            shell.ways.push(("/people", "way-people"));
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
        match signed_in(app, &parts.headers).await {
            Ok(Some((sign_in, person, appointments))) => {
                if let Some(asker) = parts.extensions.get::<Asker>() {
                    asker.is(sign_in.person.0);
                }
                Ok(Visitor {
                    app: Arc::clone(app),
                    say: app.words.say(chosen(&parts.headers).unwrap_or(person.language)),
                    sign_in: sign_in.id,
                    viewer: sign_in.viewer(),
                    name: person.name,
                    appointments,
                    path: page_path(&parts.method, &parts.uri, &parts.headers),
                })
            }
            Ok(None) => Err(go_to("/")),
            Err(cause) => Err(Fault(cause).into_response()),
        }
    }
}

impl axum::extract::OptionalFromRequestParts<Arc<App>> for Visitor {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Option<Visitor>, Response> {
        match <Visitor as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await {
            Ok(visitor) => Ok(Some(visitor)),
            Err(refusal) if refusal.status() == StatusCode::SEE_OTHER => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }
}

/// Who a browser is signed in as: its sign-in, its person, what they do.
async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<(SignIn, Person, Vec<Appointment>)>> {
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
                let inside = &mut c.inside(sign_in.organisation)?;
                let person = person::store::get(inside, sign_in.person)?;
                if person.membership != Membership::Active {
                    return Ok(None);
                }
                let appointments = scheme::store::appointments(inside, sign_in.person)?;
                Ok(Some((sign_in, person, appointments)))
            })
            .await?
    };
    let Some((sign_in, person, appointments)) = found else { return Ok(None) };
    if sign_in.is_stale(app.store.clock().now()) {
        // Bookkeeping: nobody's page waits for it.
        let store = app.store.clone();
        tokio::spawn(async move {
            if let Err(cause) = store.write_outside(move |tx| sign_in::store::seen(tx, &token)).await {
                tracing::warn!(%cause, "a sign-in's use was not written down");
            }
        });
    }
    Ok(Some((sign_in, person, appointments)))
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
pub(super) fn own_path(path: &str) -> &str {
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
