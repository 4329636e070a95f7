//! Coming in by an open link, in the browser: what the round is and what is kept come first, then a name and an address, then
//! a code.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::access::Verb;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::token::Token;
use kit::web::{Page, cookie, go_to, set_cookie};
use kit::{Error, Message, Problem, Result};
use serde::Deserialize;

use crate::access::{Holder, Relation};
use crate::application::access::APPLICATION;
use crate::by_mail::answer::{self, Answered};
use crate::by_mail::page::{ASKED_COOKIE, CODE, KNOWN_COOKIE, enter, take_turn};
use crate::by_mail::{AskDraft, Code, MINUTES};
use crate::call::{self, Call};
use crate::condition;
use crate::notice::{self, Basis, Notice, NoticeId, USUAL_MONTHS};
use crate::open_link::come_in::{self, Shown};
use crate::open_link::{Coming, ask as asking, store};
use crate::organisation::{self, OrganisationId};
use crate::round;
use crate::round::rules::{Role, Rules};
use crate::scheme;
use crate::web::{Arriving, Fault, Guest, Network, Posted, SIGN_IN_COOKIE, Shell, page, problem_page, problems};

/// What a browser holds whose somebody is on their way in: what they typed.
const COMING_COOKIE: &str = "__Host-duet-coming";

/// What who comes is asked.
pub static COME: Spec = Spec {
    name: "open-call",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "address", takes: Takes::Address },
    ],
};

/// What a link leads to, as whoever holds it sees it.
struct Led {
    organisation: OrganisationId,
    name: String,
    call: Call,
    rules: Rules,
    conditions: Vec<condition::Condition>,
    /// The names of those who run it, of those who see who applies, and of those who look after the organisation.
    runners: String,
    readers: String,
    administrators: String,
    notice: Option<Notice>,
}

/// These people's names, each once.
fn names<'h>(holders: impl Iterator<Item = &'h Holder>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for holder in holders {
        if !names.contains(&holder.name.as_str()) {
            names.push(&holder.name);
        }
    }
    names.join(", ")
}

/// Where a link leads; none, when it leads nowhere or has ended: they are not told apart.
async fn led(guest: &Guest, link: &Token) -> Result<Option<Led>> {
    let (opened, secret) = (&guest.app.store, link.clone());
    let of = opened.read_outside(move |c| organisation::store::of_open_link(c, &secret.hash())).await?;
    let Some(organisation) = of else { return Ok(None) };
    let secret = link.clone();
    let found = opened
        .read(organisation, move |c| {
            let to = store::leads_to(c, &secret)?;
            let call = call::store::for_anybody(c, to.round)?;
            let leaders = round::store::leaders(c, to.round)?;
            let runs = leaders.iter().filter(|one| one.relation == Relation::Coordinator);
            let reads = leaders.iter().filter(|one| APPLICATION.allows(one.relation.as_str(), Verb::See));
            Ok(Led {
                organisation,
                name: organisation::store::get(&mut c.outside(), organisation)?.name,
                rules: round::store::rules_of(c, to.round)?,
                conditions: condition::store::of_scheme(c, call.scheme)?,
                runners: names(runs),
                readers: names(reads),
                administrators: names(scheme::store::administrators(c)?.iter()),
                notice: notice::store::newest(c)?,
                call,
            })
        })
        .await;
    match found {
        Err(Error::NotFound) => Ok(None),
        found => found.map(Some),
    }
}

#[derive(Template)]
#[template(path = "open_link/gone.html")]
struct Gone {
    page: Shell,
}

fn gone(guest: &Guest) -> Response {
    let page = guest.page(guest.say.t("open-call-gone-title").into_owned());
    Page(StatusCode::NOT_FOUND, Gone { page }).into_response()
}

#[derive(Template)]
#[template(path = "open_link/show.html")]
struct Show {
    page: Shell,
    /// The path of this page.
    path: String,
    organisation: String,
    call: Call,
    dates: String,
    until: String,
    is_open: bool,
    mails: bool,
    /// As what one can take part, and the rules of who can, in words.
    ways: [(Role, Vec<String>); 2],
    conditions: Vec<(&'static str, String)>,
    runners: String,
    /// What is kept, and why: as the page of the notice says it.
    notice: Option<Notice>,
    purpose: String,
    basis: Basis,
    months: i64,
    signed_in: bool,
    form: Form,
}

fn shown(guest: &Guest, link: &str, led: Led, typed: Typed, wrong: Vec<Problem>) -> Show {
    let (say, today) = (guest.say, guest.app.store.clock().today());
    let Led { name, call, rules, conditions, runners, readers, administrators, notice, .. } = led;
    let of = |role: Role| {
        let own = rules.eligible.iter().filter(|rule| rule.role == role);
        (role, own.map(|rule| rule.said_in(say.language).to_owned()).collect())
    };
    let form = Form::new(&COME, say, typed).with_problems(wrong);
    let who = say.t2("open-call-who-sees", "names", readers, "administrators", administrators);
    Show {
        page: guest.page(say.t1("call-title", "round", &call.name)).coloured(call.colour).wrong_if(form.is_wrong()),
        path: format!("/open-calls/{link}"),
        organisation: name,
        dates: say.t2("round-dates", "starts", say.day(call.starts_on), "ends", say.day(call.ends_on)),
        until: call.apply_by.map(|day| say.day(day)).unwrap_or_default(),
        is_open: call.is_open(today),
        mails: guest.app.mails,
        ways: [of(Role::Mentee), of(Role::Mentor)],
        conditions: condition::Kind::ALL
            .iter()
            .filter_map(|kind| conditions.iter().find(|one| one.kind == *kind))
            .map(|one| (one.kind.key(), one.said_in(say.language).to_owned()))
            .collect(),
        runners,
        purpose: notice.as_ref().map_or_else(
            || say.t("notice-purpose-usual").into_owned(),
            |notice| notice.purpose(say.language).to_owned(),
        ),
        basis: notice.as_ref().map_or(Basis::LegitimateInterests, |notice| notice.basis),
        months: notice.as_ref().map_or(USUAL_MONTHS, |notice| notice.months),
        notice,
        signed_in: false,
        form: form.seen_by(&["name", "address"], &who),
        call,
    }
}

pub(super) async fn show(visitor: Option<Arriving>, guest: Guest, Path(link): Path<String>) -> Result<Response, Fault> {
    let Some(secret) = Token::typed(&link) else { return Ok(gone(&guest)) };
    let Some(led) = led(&guest, &secret).await? else { return Ok(gone(&guest)) };
    // Who is in already applies like everybody there.
    if visitor.is_some_and(|Arriving(visitor)| visitor.viewer.organisation == led.organisation) {
        return Ok(go_to(&format!("/calls/{}", led.call.id)));
    }
    page(shown(&guest, secret.reveal(), led, Typed::default(), Vec::new()))
}

pub(super) async fn ask(
    guest: Guest,
    network: Network,
    headers: HeaderMap,
    Path(link): Path<String>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let Some(secret) = Token::typed(&link) else { return Ok(gone(&guest)) };
    let link = secret.reveal().to_owned();
    let Some(led) = led(&guest, &secret).await? else { return Ok(gone(&guest)) };
    if !guest.app.mails {
        return Err(Fault(Error::conflict("open-call-no-mail")));
    }
    let mut read = COME.read(&typed);
    let (name, address) = (read.line("name"), read.address("address"));
    let notice = typed.text("notice");
    let shown_notice = if notice.is_empty() { None } else { Some(notice.parse::<NoticeId>()?) };
    let coming = Coming { name, address, shown: shown_notice };
    let draft = AskDraft {
        address: coming.address.clone(),
        shared: !typed.text("shared").is_empty(),
        next: format!("/calls/{}", led.call.id),
        language: guest.say.language,
        known: cookie(&headers, KNOWN_COOKIE).map(Token::from_visitor),
    };
    let asked = match read.done() {
        Ok(()) => {
            take_turn(&guest.app, &network).await?;
            let (public_url, coming) = (guest.app.public_url.clone(), coming.clone());
            let ask = move |tx: &mut kit::db::OutsideTx<'_>| {
                asking::ask(tx, (&secret, network.0.as_deref()), &coming, &draft, &public_url)
            };
            guest.app.store.write_outside(ask).await
        }
        Err(cause) => Err(cause),
    };
    match asked {
        Ok(browser) => {
            let seconds = u64::try_from(MINUTES).unwrap_or(0) * 60;
            let cookies = axum::response::AppendHeaders([
                set_cookie(ASKED_COOKIE, browser.reveal(), seconds),
                set_cookie(COMING_COOKIE, &coming.to_cookie(), seconds),
            ]);
            Ok((cookies, go_to(&format!("/open-calls/{link}/code"))).into_response())
        }
        Err(cause) => {
            let wrong = problems(cause)?;
            problem_page(shown(&guest, &link, led, typed, wrong))
        }
    }
}

#[derive(Template)]
#[template(path = "open_link/code.html")]
struct CodePage {
    page: Shell,
    /// The page it began on.
    path: String,
    /// The address that was typed.
    address: String,
    /// The half in the mail's link, when this browser can use it: no digits are needed then.
    half: String,
    form: Form,
}

fn code_page(guest: &Guest, link: &str, coming: &Coming, half: &str, form: Form) -> CodePage {
    CodePage {
        page: guest.page(guest.say.t("sign-in-code-title").into_owned()).wrong_if(form.is_wrong()),
        path: format!("/open-calls/{link}"),
        address: coming.address.clone(),
        half: half.to_owned(),
        form,
    }
}

/// What a browser holds that asked: its half of the secret, and what was typed.
fn held(headers: &HeaderMap) -> Option<(Token, Coming)> {
    let browser = cookie(headers, ASKED_COOKIE).map(Token::from_visitor)?;
    Some((browser, cookie(headers, COMING_COOKIE).and_then(Coming::from_cookie)?))
}

/// The half of a mail's link, if it was opened.
#[derive(Deserialize)]
pub(super) struct Opened {
    #[serde(default)]
    half: String,
}

pub(super) async fn ask_for_code(
    guest: Guest,
    headers: HeaderMap,
    Path(link): Path<String>,
    Query(opened): Query<Opened>,
) -> Result<Response, Fault> {
    let Some(secret) = Token::typed(&link) else { return Ok(gone(&guest)) };
    let link = secret.reveal();
    let Some((browser, coming)) = held(&headers) else { return Ok(go_to(&format!("/open-calls/{link}"))) };
    let half = Token::from_visitor(&opened.half);
    let fits = guest.app.store.read_outside(move |c| answer::of_link(c, &browser, &half)).await?.is_some();
    let half = if fits { opened.half.as_str() } else { "" };
    page(code_page(&guest, link, &coming, half, Form::new(&CODE, guest.say, Typed::default())))
}

pub(super) async fn take_code(
    guest: Guest,
    network: Network,
    headers: HeaderMap,
    Path(link): Path<String>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let Some(secret) = Token::typed(&link) else { return Ok(gone(&guest)) };
    let link = secret.reveal().to_owned();
    let Some((browser, coming)) = held(&headers) else { return Ok(go_to(&format!("/open-calls/{link}"))) };
    let wrong = |message: Message| {
        let form =
            Form::new(&CODE, guest.say, Typed::default()).with_problems(problems(Error::invalid("code", message))?);
        problem_page(code_page(&guest, &link, &coming, "", form))
    };
    let code = Code::typed(typed.text("code"));
    let shown = match typed.text("half") {
        "" if !code.is_whole() => return wrong(Message::new("sign-in-code-digits")),
        "" => Shown::Code(code),
        half => Shown::Half(Token::from_visitor(half)),
    };
    take_turn(&guest.app, &network).await?;
    let before = cookie(&headers, SIGN_IN_COOKIE).map(Token::from_visitor);
    let (who, language) = (coming.clone(), guest.say.language);
    let come_in = move |tx: &mut kit::db::OutsideTx<'_>| {
        come_in::come_in(tx, &secret, (&browser, &shown), (&who, language), before.as_ref())
    };
    match guest.app.store.write_outside(come_in).await? {
        Answered::In(welcome) => {
            let mut response = enter(&welcome);
            let (name, value) = set_cookie(COMING_COOKIE, "", 0);
            if let Ok(value) = header::HeaderValue::from_str(&value) {
                response.headers_mut().append(name, value);
            }
            Ok(response)
        }
        Answered::Wrong(left) => wrong(Message::new("sign-in-code-wrong").with("left", left)),
        Answered::Over => Err(Fault(Error::conflict("sign-in-mail-dead"))),
    }
}
