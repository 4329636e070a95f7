//! The floor: what a page costs that does nothing but show 25 rows. axum, rusqlite, one prepared statement, `format!`.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use kit::{Error, Result};
use rusqlite::Connection;

type File = State<Arc<Mutex<Connection>>>;

/// Serves it from a file of its own with ten thousand people, on a free port of this machine: `localhost:PORT`.
pub(crate) async fn serve() -> Result<String> {
    let file = Connection::open_in_memory()?;
    file.execute_batch(
        "create table person (id text primary key, name text not null, job text not null) strict;
         with recursive n(at) as (select 1 union all select at + 1 from n where at < 10000)
         insert into person select printf('%08d', at), 'Somebody of number ' || at, 'Head of service' from n;",
    )?;
    let pages = Router::new().route("/", get(page)).with_state(Arc::new(Mutex::new(file)));
    let listener =
        tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.map_err(Error::internal)?;
    let port = listener.local_addr().map_err(Error::internal)?.port();
    tokio::spawn(axum::serve(listener, pages).into_future());
    Ok(format!("localhost:{port}"))
}

async fn page(State(file): File) -> Html<String> {
    let file = file.lock().unwrap_or_else(PoisonError::into_inner);
    let mut page = "<!doctype html><title>People</title><table>".to_owned();
    let asked = file.prepare_cached("select id, name, job from person where id > ? order by id limit 25");
    let mut statement = asked.expect("a statement that was prepared before");
    let rows = statement.query_map(["00005000"], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    });
    for (id, name, job) in rows.expect("it runs").flatten() {
        let _ = write!(page, "<tr><td>{id}<td>{name}<td>{job}");
    }
    page.push_str("</table>");
    Html(page)
}
