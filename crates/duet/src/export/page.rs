//! A round's sheets, to take out by the browser.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::Read;
use kit::table::{self, CSV, Table, XLSX};
use kit::words::Say;

use super::access::SHEET;
use super::{sheets, store};
use crate::access::Reached;
use crate::audit::Act;
use crate::partnership;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Confirmed, Fault, Visitor};

/// The doors of exports.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/round.xlsx", get(workbook))
        .route("/rounds/{id}/people.csv", get(people))
        .route("/rounds/{id}/pairs.csv", get(pairs))
        .route("/rounds/{id}/sessions.csv", get(sessions))
}

/// Makes a table of what is read.
type Make = fn(&mut Read<'_>, &Reached<Round>, Say) -> kit::Result<Table>;

const PEOPLE: Make = |c, round, say| Ok(sheets::people(say, store::applied(c, round)?));
const PAIRS: Make = |c, round, say| Ok(sheets::pairs(say, partnership::store::overview(c, round)?));
const SESSIONS: Make = |c, round, say| Ok(sheets::sessions(say, &store::held(c, round)?));

async fn made(visitor: &Visitor, id: RoundId, tables: &'static [Make]) -> kit::Result<(String, Vec<Table>)> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&SHEET, Verb::Export)?;
            let tables = tables.iter().map(|make| make(c, &round, say)).collect::<kit::Result<_>>()?;
            Ok((round.name.clone(), tables))
        })
        .await
}

async fn workbook(Confirmed(visitor): Confirmed, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let (name, tables) = made(&visitor, id, &[PEOPLE, PAIRS, SESSIONS]).await?;
    let book = table::to_xlsx(&tables, visitor.app.store.clock().today())?;
    Ok(visitor.takes_out((Act::RoundTakenOut, id.0), &format!("{name}.xlsx"), XLSX, book).await?)
}

async fn one(visitor: Visitor, id: RoundId, table: &'static [Make], act: Act) -> Result<Response, Fault> {
    let (name, tables) = made(&visitor, id, table).await?;
    let Some(table) = tables.first() else { return Err(Fault(kit::Error::NotFound)) };
    let file = format!("{name}-{}.csv", table.name);
    Ok(visitor.takes_out((act, id.0), &file, CSV, table.to_csv()?).await?)
}

async fn people(Confirmed(visitor): Confirmed, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    one(visitor, id, &[PEOPLE], Act::PeopleTakenOut).await
}

async fn pairs(Confirmed(visitor): Confirmed, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    one(visitor, id, &[PAIRS], Act::PairsTakenOut).await
}

async fn sessions(Confirmed(visitor): Confirmed, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    one(visitor, id, &[SESSIONS], Act::SessionsTakenOut).await
}
