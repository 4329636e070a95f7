//! Looking after an installation, in the terminal.

use std::path::{Path, PathBuf};

use kit::{Error, Result};

use super::{KEYS_FILE, Places, open_store, open_without_keys, say, secrets};
use crate::person::{self, Viewer};
use crate::sign_in::{FIRST_LINK_DAYS, open};
use crate::{audit, organisation};

/// Where an installation's data is.
#[derive(clap::Args, Debug)]
pub(super) struct PlaceArgs {
    /// The database: postgres://…, or nothing for SQLite in the data folder.
    #[arg(long, env = "DUET_DATABASE_URL", hide_env_values = true)]
    pub(super) database_url: Option<String>,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    pub(super) data: PathBuf,
}

#[derive(clap::Args, Debug)]
pub(super) struct VerifyArgs {
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
    /// The heads that were kept outside the database; a copy from elsewhere proves more. Else those in the data folder.
    #[arg(long)]
    heads: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(super) struct LinkArgs {
    /// Whom it is for, by their mail address.
    #[arg(long)]
    address: String,
    /// The database: postgres://…, or nothing for SQLite in the data folder.
    #[arg(long, env = "DUET_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
    /// Where people reach Duet.
    #[arg(long, env = "DUET_PUBLIC_URL", default_value = "http://localhost:8080")]
    public_url: String,
}

pub(super) async fn verify(args: &VerifyArgs) -> Result<()> {
    let VerifyArgs { places, data, heads } = args;
    // Where the key store is not named, or lost, rows and chain are verified all the same; none is made in its place.
    let is_there = match (&places.keys_url, &places.database_url) {
        (Some(url), _) => url.starts_with("postgres") || Path::new(url).exists(),
        (None, Some(_)) => false,
        (None, None) => data.join(KEYS_FILE).exists(),
    };
    let (store, signer) = if is_there {
        let store = open_store(places, data).await?;
        let signer = secrets(&store, data).await?.signer();
        (store, Some(signer))
    } else {
        (open_without_keys(places.database_url.as_deref(), data).await?, None)
    };
    let heads = heads.clone().unwrap_or_else(|| data.join(audit::command::HEADS));
    audit::command::verify_all(&store, signer.as_ref(), &heads, say()?).await
}

/// Prints every job that was given up.
pub(super) async fn admin_jobs(args: &PlaceArgs) -> Result<()> {
    let store = open_without_keys(args.database_url.as_deref(), &args.data).await?;
    for organisation in store.read_outside(organisation::store::all).await? {
        for job in store.read(organisation.id, kit::job::store::dead).await? {
            let why = job.last_error.unwrap_or_default();
            println!("{}  {}  {}  {} times  {why}", job.failed_at, job.kind, job.subject, job.attempts);
        }
    }
    Ok(())
}

/// Prints a sign-in link for somebody of the first organisation that knows the address.
pub(super) async fn admin_link(args: &LinkArgs) -> Result<()> {
    let store = open_without_keys(args.database_url.as_deref(), &args.data).await?;
    let address = args.address.trim().to_lowercase();
    let link = store
        .write_outside(move |tx| {
            for organisation in organisation::store::all(tx)? {
                if let Some(person) = person::store::by_address(&mut tx.inside(organisation.id)?, &address)? {
                    let viewer = Viewer { organisation: organisation.id, person: person.id };
                    return open::make_terminal_link(tx, viewer, FIRST_LINK_DAYS);
                }
            }
            Err(Error::conflict("admin-nobody"))
        })
        .await?;
    println!("{}/sign-in/{}", args.public_url.trim_end_matches('/'), link.reveal());
    Ok(())
}
