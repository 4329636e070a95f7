//! What a team can do together: those of a round, or those whom one supervises.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use kit::access::Verb;
use kit::table::{self, XLSX};
use serde::Deserialize;

use crate::assessment::access::ROUND_ASSESSMENTS;
use crate::assessment::heat::{self, Heat};
use crate::assessment::store::{self, Member};
use crate::assessment::{Assessment, sheets};
use crate::audit::Act;
use crate::capability::{self, Framework};
use crate::person::PersonId;
use crate::round::{self, RoundId};
use crate::web::{Confirmed, Fault, Shell, Visitor, page};

/// How many people stand side by side on one page.
const ABREAST: usize = 30;

/// Which part of it is asked for.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    from: usize,
    /// The number of an area; none: all.
    area: Option<usize>,
}

/// A cell: the level, and how full it is drawn.
type Cell = Option<(i64, i64)>;

/// A row of the table.
struct Row {
    name: String,
    cells: Vec<Cell>,
    teach: Vec<String>,
    learn: Vec<String>,
}

/// Where else one can look: where it leads, what it is called, whether one is there.
type Way = (String, String, bool);

#[derive(Template)]
#[template(path = "assessment/team.html")]
struct Team {
    page: Shell,
    /// The round's path and name; none for one's own team.
    round: Option<(String, String)>,
    people: Vec<(PersonId, String)>,
    areas: Vec<(String, Vec<Row>)>,
    /// Each level: its number, how full it is drawn, its name, whether it is the first on which somebody could teach.
    levels: Vec<(i64, i64, String, bool)>,
    /// Each area, when there are several.
    ways: Vec<Way>,
    before: Option<String>,
    next: Option<String>,
    all_people: usize,
    imports: bool,
}

pub(super) async fn of_round(
    visitor: Visitor,
    Path(id): Path<RoundId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, people, said, wishes, framework) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&ROUND_ASSESSMENTS, Verb::List)?;
            let people = store::people_in(c, &round)?;
            let said = store::in_round(c, &round)?;
            let wishes = store::wishes_in(c, &round)?;
            Ok((round, people, said, wishes, capability::store::framework(c)?))
        })
        .await?;
    let heat = heat::of(&framework, &people, &said, &wishes, visitor.say.language);
    let title = visitor.say.t("team-of-round").into_owned();
    let shell = visitor.page(title).coloured(round.colour).seen_by(&round, &ROUND_ASSESSMENTS, "team-who-sees");
    let of = Some((format!("/rounds/{id}"), round.name.clone()));
    page(team(&visitor, shell, of, &people, heat, &framework, &asked))
}

pub(super) async fn own(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (people, said, wishes, framework) = visitor
        .read(move |c| {
            let (people, said) = (store::supervised(c, viewer)?, store::of_team(c, viewer)?);
            Ok((people, said, store::wishes_of_team(c, viewer)?, capability::store::framework(c)?))
        })
        .await?;
    let heat = heat::of(&framework, &people, &said, &wishes, visitor.say.language);
    let mut shell = visitor.page(visitor.say.t("team-own").into_owned());
    shell.seen_by = Some(visitor.say.t("team-own-who-sees").into_owned());
    page(team(&visitor, shell, None, &people, heat, &framework, &asked))
}

fn team(
    visitor: &Visitor,
    shell: Shell,
    round: Option<(String, String)>,
    people: &[Member],
    heat: Heat,
    framework: &Framework,
    asked: &Asked,
) -> Team {
    let say = visitor.say;
    let scale = framework.scale.as_ref();
    let fill = |level: i64| scale.map_or(0, |scale| scale.fill(level));
    let from = asked.from.min(people.len().saturating_sub(1));
    let to = (from + ABREAST).min(people.len());
    let row = |row: heat::Row| Row {
        name: row.name,
        cells: row.levels[from..to].iter().map(|level| level.map(|level| (level, fill(level)))).collect(),
        teach: row.teach,
        learn: row.learn,
    };
    let path = shell.path.clone();
    let link = |from: usize, area: Option<usize>| match area {
        Some(area) => format!("{path}?from={from}&area={area}"),
        None => format!("{path}?from={from}"),
    };
    let name = |area: &str| if area.is_empty() { say.t("capability-no-area").into_owned() } else { area.to_owned() };
    let area = asked.area.filter(|area| *area < heat.areas.len());
    let mut ways: Vec<Way> = Vec::new();
    if heat.areas.len() > 1 {
        ways.push((link(from, None), say.t("team-all-areas").into_owned(), area.is_none()));
        let each = heat.areas.iter().enumerate();
        ways.extend(each.map(|(at, (of, _))| (link(from, Some(at)), name(of), area == Some(at))));
    }
    let shown = heat.areas.into_iter().enumerate().filter(|(at, _)| area.is_none_or(|area| area == *at));
    Team {
        people: people[from..to].iter().map(|one| (one.id, one.name.clone())).collect(),
        areas: shown.map(|(_, (of, rows))| (name(&of), rows.into_iter().map(row).collect())).collect(),
        levels: scale
            .map(|scale| {
                let level = |level: i64| {
                    let name = scale.name(level, say.language).to_owned();
                    (level, scale.fill(level), name, level == scale.teaches)
                };
                scale.numbers().map(level).collect()
            })
            .unwrap_or_default(),
        ways,
        before: (from > 0).then(|| link(from.saturating_sub(ABREAST), area)),
        next: (to < people.len()).then(|| link(to, area)),
        all_people: people.len(),
        imports: round.is_some(),
        round,
        page: shell,
    }
}

/// The round's matrix as a workbook.
pub(super) async fn taken_out(Confirmed(visitor): Confirmed, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let (name, people, said, framework): (String, Vec<Member>, Vec<Assessment>, Framework) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&ROUND_ASSESSMENTS, Verb::Export)?;
            let (people, said) = (store::people_in(c, &round)?, store::in_round(c, &round)?);
            Ok((round.name.clone(), people, said, capability::store::framework(c)?))
        })
        .await?;
    let tables = [sheets::matrix(say, &framework, &people, &said), sheets::history(say, &framework, &people, &said)];
    let book = table::to_xlsx(&tables, visitor.app.store.clock().today())?;
    let file = format!("{}.xlsx", say.t1("team-file", "round", name.as_str()));
    Ok(visitor.takes_out((Act::CapabilitiesTakenOut, id.0), &file, XLSX, book).await?)
}
