//! Asking the plan, in the browser: about two people, or about one and everybody they might have.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::form::Typed;
use kit::once::{Once, Taking};
use kit::web::go_to;
use kit::words::Say;
use kit::{Error, Result};

use super::{About, Answer, Asking, Cost, Way, places};
use crate::access::Reached;
use crate::application::Applicant;
use crate::person::PersonId;
use crate::proposal::access::PROPOSAL;
use crate::proposal::bar::Bar;
use crate::proposal::make::Gathered;
use crate::proposal::{Wish, words};
use crate::round::rules::Role;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The most people a page lists.
const MOST: usize = 40;

/// The pages of asking.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/reasons", get(ask)).route("/rounds/{id}/places", post(give))
}

#[derive(Template)]
#[template(path = "proposal/ask/show.html")]
struct Show {
    page: Shell,
    round: Reached<Round>,
    coordinates: bool,
    asked: Asked,
}

enum Asked {
    /// About two people.
    Two(Box<Two>),
    /// About one, and all they might have.
    One(One),
    /// Who is to be asked about.
    Nobody { mentors: Vec<(PersonId, String)>, mentees: Vec<(PersonId, String)>, sought: String, more: bool },
}

impl Asked {
    fn is_nobody(&self) -> bool {
        matches!(self, Asked::Nobody { .. })
    }
}

struct Two {
    mentor: Named,
    mentee: Named,
    fit: u32,
    reasons: Vec<(u32, u32, String)>,
    answer: String,
    /// Whether they are a pair of the plan.
    together: bool,
    /// Whether they could be one, if they were kept together.
    possible: bool,
    /// Whether a wish keeps them together, or apart.
    wish: Option<Wish>,
    /// Whether leave for colleagues would make it possible.
    colleagues: bool,
    costs: Option<Told>,
}

struct Named {
    person: PersonId,
    name: String,
    workplace: Option<String>,
}

/// What another plan would cost, in words, and who would change.
struct Told {
    words: Vec<String>,
    moves: Vec<String>,
}

struct One {
    who: Named,
    role: Role,
    now: Vec<String>,
    ways: Vec<(PersonId, String, Told)>,
    /// Everybody on the other side, best fit first.
    others: Vec<Other>,
    more: usize,
}

/// Somebody on the other side.
struct Other {
    who: Named,
    fit: u32,
    /// What stands between them.
    bar: Option<String>,
    /// Whether there is more to ask: nothing stands between them, or what gives way to a wish.
    asks: bool,
    /// Whether they are a pair.
    chosen: bool,
}

async fn ask(
    visitor: Visitor,
    Path(id): Path<RoundId>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (viewer, say, typed) = (visitor.viewer, visitor.say, Typed::from_pairs(pairs)?);
    let read = move |c: &mut kit::db::Read<'_>| {
        let round = round::store::reached(c, viewer, id)?.that_may(&PROPOSAL, Verb::See)?;
        let people = Gathered::from(c, &round)?;
        Ok((round, people))
    };
    let (round, people) = visitor.read(read).await?;
    let solve = move || answered(say, &people, &typed);
    let (title, asked) = tokio::task::spawn_blocking(solve).await.map_err(Error::internal)??;
    page(Show {
        page: visitor.page(title).coloured(round.colour).seen_by(&round, &PROPOSAL, "proposal-who-sees"),
        coordinates: round.may(&PROPOSAL, Verb::Write),
        round,
        asked,
    })
}

/// The number of somebody who is asked about; none when nobody is.
fn number(people: &[Applicant], text: &str) -> Result<Option<usize>> {
    if text.is_empty() {
        return Ok(None);
    }
    let person: PersonId = text.parse()?;
    let at = people.iter().position(|one| one.person == person);
    at.map(Some).ok_or(Error::conflict("wish-not-matchable"))
}

fn answered(say: Say, people: &Gathered, typed: &Typed) -> Result<(String, Asked)> {
    let (mentors, mentees) = (people.mentors(), people.mentees());
    let two = (number(mentors, typed.text("mentor"))?, number(mentees, typed.text("mentee"))?);
    if (two.0.is_none() && two.1.is_none()) || mentors.is_empty() || mentees.is_empty() {
        let sought = typed.text("sought");
        let found = |side: &[Applicant]| -> Vec<(PersonId, String)> {
            let matches = |one: &&Applicant| one.name.to_lowercase().contains(&sought.to_lowercase());
            let mut found: Vec<_> = side.iter().filter(matches).map(|one| (one.person, one.name.clone())).collect();
            found.sort_by(|one, other| one.1.cmp(&other.1));
            found
        };
        let (mut mentors, mut mentees) = (found(mentors), found(mentees));
        let more = mentors.len() > MOST || mentees.len() > MOST;
        mentors.truncate(MOST);
        mentees.truncate(MOST);
        return Ok((
            say.t("ask-title").into_owned(),
            Asked::Nobody { mentors, mentees, sought: sought.to_owned(), more },
        ));
    }
    let asked = people.asked();
    let asking = Asking::of(&asked, people.rules())?;
    let told = Teller { say, people, asking: &asking };
    match two {
        (Some(mentor), Some(mentee)) => {
            let title = say.t2("ask-two-title", "mentor", &mentors[mentor].name, "mentee", &mentees[mentee].name);
            Ok((title, Asked::Two(Box::new(told.two((mentor, mentee))?))))
        }
        (Some(at), None) => Ok((mentors[at].name.clone(), Asked::One(told.one(Role::Mentor, at)?))),
        (None, at) => {
            let at = at.unwrap_or(0);
            Ok((mentees[at].name.clone(), Asked::One(told.one(Role::Mentee, at)?)))
        }
    }
}

struct Teller<'t> {
    say: Say,
    people: &'t Gathered,
    asking: &'t Asking<'t>,
}

impl Teller<'_> {
    fn mentor(&self, at: usize) -> &Applicant {
        &self.people.mentors()[at]
    }

    fn mentee(&self, at: usize) -> &Applicant {
        &self.people.mentees()[at]
    }

    fn two(&self, two: (usize, usize)) -> Result<Two> {
        let say = self.say;
        let About { pair, answer } = self.asking.about(two)?;
        let (mentor, mentee) = (self.mentor(two.0), self.mentee(two.1));
        let wished =
            self.people.wishes().iter().find(|(one, other, _)| (*one, *other) == (mentor.person, mentee.person));
        let said = match &answer {
            Answer::Together if pair.together => say.t("ask-kept").into_owned(),
            Answer::Together => say.t("ask-together").into_owned(),
            Answer::Barred(bar) => say.t(bar.key()).into_owned(),
            Answer::KeptWith(at) => say.t1("ask-kept-with", "mentor", &self.mentor(*at).name),
            Answer::NoPlaceLeft => say.t("ask-no-place-left").into_owned(),
            Answer::Costs(_) => say.t("ask-costs").into_owned(),
        };
        Ok(Two {
            fit: pair.fit,
            reasons: pair.reasons.iter().map(|one| (one.points, one.of, words::reason(say, one))).collect(),
            together: answer == Answer::Together,
            possible: match answer {
                Answer::Costs(_) => true,
                Answer::Barred(bar) => bar.gives_way(),
                _ => false,
            },
            wish: wished.map(|(_, _, wish)| *wish),
            colleagues: answer == Answer::Barred(Bar::SameWorkplace),
            answer: said,
            costs: if let Answer::Costs(cost) = &answer { Some(self.told(cost)) } else { None },
            mentor: named(mentor),
            mentee: named(mentee),
        })
    }

    fn one(&self, role: Role, at: usize) -> Result<One> {
        let (own, other) = match role {
            Role::Mentor => (self.mentor(at), self.people.mentees()),
            Role::Mentee => (self.mentee(at), self.people.mentors()),
        };
        let pair = |other: usize| if role == Role::Mentor { (at, other) } else { (other, at) };
        let chosen = |other: usize| {
            let (mentor, mentee) = pair(other);
            self.asking.mentor_of(mentee) == Some(mentor)
        };
        let mut others: Vec<(usize, u32, Option<Bar>)> = (0..other.len())
            .map(|number| {
                let (bar, fit) = self.asking.fit(pair(number));
                (number, fit, bar)
            })
            .collect();
        others.sort_by_key(|(number, fit, bar)| (bar.is_some(), std::cmp::Reverse(*fit), &other[*number].name));
        let more = others.len().saturating_sub(MOST);
        let row = |(number, fit, bar): &(usize, u32, Option<Bar>)| {
            let said = bar.map(|bar| self.say.t(bar.key()).into_owned());
            let asks = bar.is_none_or(Bar::gives_way);
            Other { who: named(&other[*number]), fit: *fit, bar: said, asks, chosen: chosen(*number) }
        };
        let ways = if role == Role::Mentee { self.asking.ways(at)? } else { Vec::new() };
        let way = |way: &Way| {
            let mentor = self.mentor(way.mentor);
            (mentor.person, mentor.name.clone(), self.told(&way.cost))
        };
        Ok(One {
            who: named(own),
            role,
            now: (0..other.len()).filter(|number| chosen(*number)).map(|number| other[number].name.clone()).collect(),
            ways: ways.iter().map(way).collect(),
            others: others.iter().take(MOST).map(row).collect(),
            more,
        })
    }

    fn told(&self, cost: &Cost) -> Told {
        Told { words: words::price(self.say, cost), moves: words::steps(self.say, cost, self.people) }
    }
}

fn named(one: &Applicant) -> Named {
    Named { person: one.person, name: one.name.clone(), workplace: one.workplace.clone() }
}

async fn give(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let mentor: PersonId = typed.text("mentor").parse()?;
    let form = Taking { once: Once::sent(&typed), leads_to: format!("/rounds/{id}/proposal") };
    match places::give(&visitor.app.store, visitor.viewer, id, mentor, &form).await {
        Err(cause) if !Once::is_taken(&cause) => Err(Fault(cause)),
        _ => Ok(go_to(&form.leads_to)),
    }
}
