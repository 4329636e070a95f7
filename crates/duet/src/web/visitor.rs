//! Who is looking: somebody, or somebody who is signed in; and the language and page they are on.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::{IntoResponse, Response};
use kit::access::{Resource, Verb};
use kit::db::OutsideConn;
use kit::form::Typed;
use kit::once::Once;
use kit::token::Token;
use kit::watch::Asker;
use kit::web::{cookie, go_to};
use kit::words::{Language, Say};
use kit::{Error, Result};

use super::{App, Fault, LANGUAGE_COOKIE, SIGN_IN_COOKIE, Shell, Stay};
use crate::factor::{self, Held};
use crate::identity::Known;
use crate::person::{self, Membership, Person, Viewer};
use crate::scheme::{self, Appointment, Duty};
use crate::sign_in::switch::Ways;
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

/// What somebody was shown of what is kept of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing yet.
    Never,
    /// What their organisation said before it wrote another notice.
    Before,
    /// What it says today.
    Today,
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
    /// What they were shown of what is kept of them, and why.
    pub told: Told,
    /// What they do, today.
    pub appointments: Vec<Appointment>,
    /// The organisations this somebody is linked to, this one too.
    pub memberships: Vec<Known>,
    /// The organisations that know the address they came in by, and are not linked.
    pub offered: Vec<Known>,
    /// The page they are on.
    pub path: String,
}

impl Visitor {
    /// The shell of a page for them.
    #[must_use]
    pub fn page(&self, title: String) -> Shell {
        let mut shell = Shell::new(&self.app, self.say, &self.path, title);
        shell.reader = Some(self.name.clone());
        let (lifetime, now) =
            (self.sign_in.lifetime(self.app.is_strict(&self.appointments)), self.app.store.clock().now());
        let script = self.app.assets.address("stay.js").to_owned();
        shell.stay = Stay::of(&self.sign_in, lifetime, now).map(|stay| (stay, script));
        if self.owes().is_some() {
            return shell;
        }
        if self.memberships.len() > 1 || !self.offered.is_empty() {
            let here = self.memberships.iter().find(|one| one.organisation == self.viewer.organisation);
            shell.organisation = here.map(|one| one.name.clone());
        }
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
            shell.ways.push(("/administrators", "way-administrators"));
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

    /// Whether one of their duties for this scheme lets them do this with what belongs to it.
    #[must_use]
    pub fn may_for(&self, scheme: scheme::SchemeId, resource: &Resource, verb: Verb) -> bool {
        // Who has a duty stands to things in the relation of the same word.
        Duty::ALL.iter().any(|duty| self.does_for(*duty, scheme) && resource.allows(duty.as_str(), verb))
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

    /// Takes a form of theirs once, however often it is sent. `work` says where its answer leads; a second sending is
    /// led to the same place, and nothing is done again.
    ///
    /// # Errors
    /// What the closure gives.
    pub async fn once<F>(&self, typed: &Typed, work: F) -> Result<String>
    where
        F: Fn(&mut kit::db::Tx<'_>) -> Result<String> + Send + 'static,
    {
        let (once, person) = (Once::sent(typed), self.viewer.person.0);
        match self.write(move |tx| once.run(tx, person, |tx| work(tx))).await {
            // Two at one moment: whatever they met at first, the one that was kept says where it led.
            Err(Error::Conflict(told)) => {
                let went_to = self.read(move |c| once.went_to(c, person)).await;
                went_to.map_err(|_| Error::Conflict(told))
            }
            done => done,
        }
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
        let visitor = arriving(parts, app).await?.ok_or_else(|| signed_out(parts))?;
        match visitor.owes_before(parts) {
            None => Ok(visitor),
            Some(owed) => Err(owed.leads(parts, &visitor)),
        }
    }
}

/// Nobody signed in is none. Who has yet to give a second factor is led to do that, here as everywhere.
impl axum::extract::OptionalFromRequestParts<Arc<App>> for Visitor {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Option<Visitor>, Response> {
        match arriving(parts, app).await? {
            None => Ok(None),
            Some(visitor) => match visitor.owes_before(parts) {
                None => Ok(Some(visitor)),
                Some(owed) => Err(owed.leads(parts, &visitor)),
            },
        }
    }
}

/// Who a request's browser is signed in as, whether or not a second factor was given.
pub(super) async fn arriving(parts: &Parts, app: &Arc<App>) -> Result<Option<Visitor>, Response> {
    let found = signed_in(app, &parts.headers).await.map_err(|cause| Fault(cause).into_response())?;
    if let (Some(found), Some(asker)) = (&found, parts.extensions.get::<Asker>()) {
        asker.is(found.sign_in.person.0);
    }
    Ok(found.map(|Found { sign_in, person, appointments, ways, held }| Visitor {
        app: Arc::clone(app),
        say: app.words.say(chosen(&parts.headers).unwrap_or(person.language)),
        viewer: sign_in.viewer(),
        sign_in,
        held,
        name: person.name,
        address: person.address,
        told: match (person.notice_at, person.notice_is_newer) {
            (None, _) => Told::Never,
            (Some(_), true) => Told::Before,
            (Some(_), false) => Told::Today,
        },
        appointments,
        memberships: ways.linked,
        offered: ways.offered,
        path: page_path(&parts.method, &parts.uri, &parts.headers),
    }))
}

/// Marks the answer to a request that needed somebody signed in, and had nobody.
#[derive(Clone)]
pub(super) struct SignedOut;

/// Off to the front page; who asked for a page comes back to it from there.
pub(super) fn signed_out(parts: &Parts) -> Response {
    let mut response = match page_asked(parts) {
        Some(path) => go_to(&format!("/?next={}", in_query(path))),
        None => go_to("/"),
    };
    response.extensions_mut().insert(SignedOut);
    response
}

/// The page that was asked for, if it is one to come back to.
pub(super) fn page_asked(parts: &Parts) -> Option<&str> {
    let path = parts.uri.path();
    (parts.method == Method::GET && path != "/" && own_path(path) == path).then_some(path)
}

/// A path as it can stand in a query.
#[must_use]
pub fn in_query(path: &str) -> String {
    path.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace('#', "%23")
}

struct Found {
    sign_in: SignIn,
    person: Person,
    appointments: Vec<Appointment>,
    ways: Ways,
    held: Option<Held>,
}

/// Who a browser is signed in as: its sign-in, its person, what they do, where else they are known, what they have set up.
async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<Found>> {
    let Some(secret) = cookie(headers, SIGN_IN_COOKIE) else { return Ok(None) };
    let token = Token::from_visitor(secret);
    let now = app.store.clock().now();
    let found = {
        let token = token.clone();
        app.store.read_outside(move |c| look_up(c, &token)).await?
    };
    let Some(found) = found else { return Ok(None) };
    let lifetime = found.sign_in.lifetime(app.is_strict(&found.appointments));
    if !lifetime.holds(found.sign_in.made_at, found.sign_in.seen_at, now) {
        return Ok(None);
    }
    if lifetime.is_stale(found.sign_in.seen_at, now) {
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

fn look_up(c: &mut OutsideConn<'_>, token: &Token) -> Result<Option<Found>> {
    let Some(sign_in) = sign_in::store::look_up(c, token)? else { return Ok(None) };
    let ways = sign_in::switch::ways(c, &sign_in)?;
    let held = factor::store::held(c, sign_in.viewer())?;
    let inside = &mut c.inside(sign_in.organisation)?;
    let person = person::store::get(inside, sign_in.person)?;
    if person.membership != Membership::Active {
        return Ok(None);
    }
    let appointments = scheme::store::appointments(inside, sign_in.person)?;
    Ok(Some(Found { sign_in, person, appointments, ways, held }))
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
#[must_use]
pub fn own_path(path: &str) -> &str {
    let plain = |b: u8| b.is_ascii_graphic() && !b"\\\"<>^`{|}".contains(&b);
    let fine = path.starts_with('/') && !path.starts_with("//") && path.len() <= 500 && path.bytes().all(plain);
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
