//! How far somebody has shown that it is they: what stands between signing in and the pages, and before grave acts.
//!
//! A handler names what it asks by its argument: [`Visitor`] that nothing is owed; [`Confirmed`] that, besides, they
//! showed it within ten minutes; [`SettingUp`] that they may set up a factor; [`Oneself`] the
//! same of whoever can show it; [`BeingTold`] that they may be shown what is kept of them; [`Arriving`] only that they signed in.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::response::Response;
use kit::Result;
use kit::web::go_to;

use super::visitor::{Told, arriving, in_query, page_asked, signed_out};
use super::{App, Visitor};
use crate::factor::{CONFIRMED_MINUTES, FIRST_MINUTES};

/// Marks the answer to a grave act that somebody has first to show for that it is they.
#[derive(Clone)]
pub(super) struct Unconfirmed;

/// What somebody who signed in has still to do before any page opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// Give a factor they have set up.
    Factor,
    /// Be shown what is kept of them, and why: they have not been, or it is another by now, and they are about to type
    /// something.
    Notice,
    /// Set one up: they have a duty, and none.
    SetUp,
}

impl Owed {
    /// Off to where that is done. Who asked for a page and gives a factor comes back to it.
    pub(super) fn leads(self, parts: &Parts, visitor: &Visitor) -> Response {
        let notice = format!("/notices/{}", visitor.viewer.organisation);
        match (self, page_asked(parts)) {
            (Owed::Notice, Some(path)) => go_to(&format!("{notice}?to={}", in_query(path))),
            (Owed::Notice, None) => go_to(&notice),
            (Owed::SetUp, _) => go_to("/factors/new"),
            (Owed::Factor, Some(path)) => go_to(&format!("/confirmation?to={}", in_query(path))),
            (Owed::Factor, None) => go_to("/confirmation"),
        }
    }
}

impl Visitor {
    /// What they have still to do, if anything. Whoever has set up a factor gives it, staff or not.
    #[must_use]
    pub fn owes(&self) -> Option<Owed> {
        let has_factor = self.factors() > 0;
        if has_factor && self.sign_in.factor_at.is_none() {
            return Some(Owed::Factor);
        }
        if self.told != Told::Today {
            return Some(Owed::Notice);
        }
        self.owes_setting_up()
    }

    /// What they have still to do before this request is answered. What they typed before a newer notice was written is
    /// taken: they are shown it with the next page.
    pub(super) fn owes_before(&self, parts: &Parts) -> Option<Owed> {
        match self.owes() {
            Some(Owed::Notice) if self.told == Told::Before && !parts.method.is_safe() => self.owes_setting_up(),
            owed => owed,
        }
    }

    fn owes_setting_up(&self) -> Option<Owed> {
        (self.factors() == 0 && self.needs_factor()).then_some(Owed::SetUp)
    }

    /// Whether they showed within so many minutes that it is they. In a demo, one click is all there is to show,
    /// unless they have set up a factor.
    fn is_confirmed(&self, minutes: i64) -> bool {
        let nothing_to_show = self.app.demo && self.factors() == 0;
        nothing_to_show || self.sign_in.is_confirmed(self.app.store.clock().now(), minutes)
    }

    /// Where they are asked to show it, and what for.
    fn to_confirmation(&self) -> Response {
        let mut response = go_to(&format!("/confirmation?to={}", in_query(&self.path)));
        response.extensions_mut().insert(Unconfirmed);
        response
    }

    /// Whether it is for them to set up a first factor. Who made a link for somebody could have used it, and would come
    /// in as them for good by a factor of their own, and shut them out: so nobody sets one up who came in by another's
    /// link. They come in by mail first. Only where no mail leaves is there no other way in for staff, who must have
    /// one: there it is taken, and stands on the record.
    fn may_begin(&self) -> bool {
        self.sign_in.is_own() || (self.needs_factor() && !self.app.mails)
    }
}

/// Somebody who is signed in, and may still owe a factor. Only for what they need to give it, to leave, or to stay.
pub struct Arriving(pub Visitor);

impl FromRequestParts<Arc<App>> for Arriving {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Arriving, Response> {
        arriving(parts, app).await?.map(Arriving).ok_or_else(|| signed_out(parts))
    }
}

impl OptionalFromRequestParts<Arc<App>> for Arriving {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Option<Arriving>, Response> {
        Ok(arriving(parts, app).await?.map(Arriving))
    }
}

/// Somebody who may be shown what is kept of them: they owe no factor that they have set up.
pub struct BeingTold(pub Visitor);

impl FromRequestParts<Arc<App>> for BeingTold {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<BeingTold, Response> {
        let Arriving(visitor) = <Arriving as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await?;
        match visitor.owes() {
            Some(owed @ (Owed::Factor | Owed::SetUp)) => Err(owed.leads(parts, &visitor)),
            Some(Owed::Notice) | None => Ok(BeingTold(visitor)),
        }
    }
}

/// Somebody who has shown within ten minutes that it is they: for grave acts. Others are asked first, whatever they
/// asked for and whether it is there or not.
pub struct Confirmed(pub Visitor);

impl FromRequestParts<Arc<App>> for Confirmed {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Confirmed, Response> {
        let visitor = <Visitor as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await?;
        if visitor.is_confirmed(CONFIRMED_MINUTES) { Ok(Confirmed(visitor)) } else { Err(visitor.to_confirmation()) }
    }
}

/// Somebody who has shown within ten minutes that it is they, if they have set up anything to show it by: for acts that
/// are grave for themselves. Who has set up nothing signed in, and can show no more.
pub struct Oneself(pub Visitor);

impl FromRequestParts<Arc<App>> for Oneself {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Oneself, Response> {
        let visitor = <Visitor as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await?;
        if visitor.factors() == 0 || visitor.is_confirmed(CONFIRMED_MINUTES) {
            Ok(Oneself(visitor))
        } else {
            Err(visitor.to_confirmation())
        }
    }
}

/// Somebody who may set up a factor: as [`Confirmed`], or, for their first, within the hour of signing in by something
/// of their own.
pub struct SettingUp(pub Visitor);

impl FromRequestParts<Arc<App>> for SettingUp {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<SettingUp, Response> {
        let Arriving(visitor) = <Arriving as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await?;
        if let Some(owed @ (Owed::Factor | Owed::Notice)) = visitor.owes_before(parts) {
            return Err(owed.leads(parts, &visitor));
        }
        let (minutes, may) = match visitor.factors() {
            0 => (FIRST_MINUTES, visitor.may_begin()),
            _ => (CONFIRMED_MINUTES, true),
        };
        // Who signed in before there were identities signs in afresh.
        let known = visitor.held.is_some();
        if known && may && visitor.is_confirmed(minutes) {
            Ok(SettingUp(visitor))
        } else {
            Err(visitor.to_confirmation())
        }
    }
}
