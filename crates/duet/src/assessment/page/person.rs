//! What one person can do, and how they came there.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::access::Verb;
use kit::words::Say;

use crate::access::Reached;
use crate::assessment::access::ASSESSMENT;
use crate::assessment::{Assessment, AssessmentId, Source, steps, store};
use crate::capability::{self, Capability, CapabilityId, Framework, Scale};
use crate::person::{Person, PersonId};
use crate::web::{Fault, Shell, Visitor, page};

/// One word about where somebody stands.
struct Said {
    id: AssessmentId,
    day: String,
    level: i64,
    level_name: String,
    mark: String,
    /// Whose word it is.
    from: String,
    /// Whether the capability was said in other words then.
    before: bool,
    /// Whether the reader said it, and can take it away.
    is_own: bool,
}

/// A capability of theirs.
struct Of {
    name: String,
    withdrawn: bool,
    now: String,
    fill: i64,
    drawn: String,
    wishes: bool,
    /// The newest first.
    said: Vec<Said>,
}

#[derive(Template)]
#[template(path = "assessment/person.html")]
struct Show {
    page: Shell,
    person: Reached<Person>,
    own: bool,
    writes: bool,
    knows_all: bool,
    areas: Vec<(String, Vec<Of>)>,
    /// What nothing was said of yet.
    silent: Vec<String>,
    /// What the reader said of others, on their own page.
    given: Vec<(PersonId, String, usize)>,
    has_framework: bool,
    legend: Vec<(String, String)>,
}

pub(super) async fn show(visitor: Visitor, Path(id): Path<PersonId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let own = viewer.person == id;
    let (person, said, wishes, framework, given) = visitor
        .read(move |c| {
            let person = store::person_reached(c, viewer, id)?.that_may(&ASSESSMENT, Verb::See)?;
            let said = store::of(c, &person)?;
            let knows_all = person.may(&ASSESSMENT, Verb::List);
            let wishes = if knows_all { store::wishes_of(c, &person)? } else { Vec::new() };
            let given = if own { store::given(c, viewer)? } else { Vec::new() };
            Ok((person, said, wishes, capability::store::framework(c)?, given))
        })
        .await?;
    let say = visitor.say;
    let knows_all = person.may(&ASSESSMENT, Verb::List);
    let title = if own {
        say.t("assessments-own").into_owned()
    } else {
        say.t1("assessments-of", "name", person.name.as_str())
    };
    let is_shown = |one: &&Capability| said.iter().any(|word| word.capability == one.id) || wishes.contains(&one.id);
    let shown = framework.by_area(framework.all.iter().filter(is_shown), say.language);
    let of = |one: &Capability| of(say, &framework, one, &said, &wishes, viewer.person);
    let silent = framework.standing().filter(|one| !is_shown(one)).map(|one| one.said_in(say.language).to_owned());
    let mut sources: Vec<Source> = said.iter().map(|one| one.source).collect();
    sources.sort();
    sources.dedup();
    page(Show {
        page: visitor.page(title).seen_by(&person, &ASSESSMENT, "assessments-who-sees"),
        own,
        writes: person.may(&ASSESSMENT, Verb::Write) && framework.scale.is_some() && person.membership.may_sign_in(),
        knows_all,
        areas: shown.into_iter().map(|(area, all)| (area, all.into_iter().map(of).collect())).collect(),
        silent: if knows_all { silent.collect() } else { Vec::new() },
        given: counted(&given),
        has_framework: framework.standing().next().is_some() && framework.scale.is_some(),
        legend: sources.iter().map(|one| (steps::legend(*one), say.t(one.key()).into_owned())).collect(),
        person,
    })
}

fn of(
    say: Say,
    framework: &Framework,
    one: &Capability,
    said: &[Assessment],
    wishes: &[CapabilityId],
    me: PersonId,
) -> Of {
    let own: Vec<&Assessment> = said.iter().filter(|word| word.capability == one.id).collect();
    let scale = framework.scale.as_ref();
    let name = |level: i64| scale.map_or("", |scale| scale.name(level, say.language)).to_owned();
    let told = |scale: &Scale, level: i64| {
        say.message(
            &kit::Message::new("assessment-stands")
                .with("level", level)
                .with("most", scale.highest())
                .with("name", name(level)),
        )
    };
    let word = |word: &&Assessment| Said {
        id: word.id,
        day: say.day(word.assessed_on),
        level: word.level,
        level_name: name(word.level),
        mark: steps::legend(word.source),
        from: match word.source {
            Source::Own => say.t(Source::Own.key()).into_owned(),
            source => say.t2(
                "assessment-from",
                "source",
                say.t(source.key()).into_owned(),
                "name",
                word.noted_by_name.as_str(),
            ),
        },
        before: word.version != one.version,
        is_own: word.noted_by == me,
    };
    let newest = own.last().zip(scale);
    Of {
        name: one.said_in(say.language).to_owned(),
        withdrawn: !one.stands(),
        now: newest.map(|(word, scale)| told(scale, word.level)).unwrap_or_default(),
        fill: newest.map_or(0, |(word, scale)| scale.fill(word.level)),
        drawn: scale.map(|scale| steps::draw(scale, &own)).unwrap_or_default(),
        wishes: wishes.contains(&one.id),
        said: own.iter().rev().map(word).collect(),
    }
}

/// Whom somebody said something of, and how often.
fn counted(given: &[Assessment]) -> Vec<(PersonId, String, usize)> {
    let mut found: Vec<(PersonId, String, usize)> = Vec::new();
    for one in given {
        match found.last_mut().filter(|(person, ..)| *person == one.person) {
            Some((.., count)) => *count += 1,
            None => found.push((one.person, one.name.clone(), 1)),
        }
    }
    found
}
