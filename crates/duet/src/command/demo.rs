//! `duet demo`: the cast, on this machine alone.

use std::net::SocketAddr;
use std::path::PathBuf;

use kit::clock::Clock;
use kit::{Error, Result};

use super::{Doors, KEYS_FILE, Places, ZONE, bind, file_in, listen, open_by, secrets};
use crate::demo;
use crate::demo::stage::Stage;
use crate::organisation::{self, Installation};
use crate::web::App;

#[derive(clap::Args, Debug)]
pub(super) struct DemoArgs {
    /// The folder for the demo's data.
    #[arg(long, default_value = "data/demo")]
    data: PathBuf,
    /// The port on this machine; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The database: postgres://…, or nothing for SQLite in the data folder.
    #[arg(long, env = "DUET_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
}

/// Serves the demo, on this machine alone; makes it when there is none.
///
/// # Errors
/// `Conflict` when the database is a real one; `Internal` when it cannot be opened, or the port is taken.
pub(super) async fn serve_demo(args: &DemoArgs) -> Result<()> {
    let (listener, port) = bind(SocketAddr::from(([127, 0, 0, 1], args.port))).await?;
    let (database_url, keys) = (args.database_url.clone(), file_in(&args.data, KEYS_FILE));
    let places = Places { database_url, keys_url: Some(keys) };
    let store = open_by(Clock::movable(ZONE), &places, &args.data).await.inspect_err(|cause| {
        if args.database_url.is_none() && matches!(cause, Error::Internal(_)) {
            eprintln!("duet: if another version made this demo, delete {} and start again.", args.data.display());
        }
    })?;
    match store.read_outside(organisation::store::installation).await? {
        Some(Installation { demo: false, .. }) => return Err(Error::conflict("demo-is-real")),
        Some(_) => {}
        None => demo::load::load(&store).await?,
    }
    let place =
        args.database_url.as_deref().map_or_else(|| args.data.display().to_string(), |_| "PostgreSQL".to_owned());
    println!("Demo data: {place}");
    let secrets = secrets(&store, &args.data).await?;
    let stage = Stage::of_folder(&args.data, store.clock())?;
    let app = App { stage, ..App::new(store, true, format!("http://localhost:{port}"), secrets)? };
    listen(app, None, &args.data, Doors { pages: listener, metrics: None }).await
}
