//! The terminal's side: `duet serve`, `duet demo`, `duet match`.

mod doctor;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use kit::clock::Clock;
use kit::db::Store;
use kit::random::Random;
use kit::seal::Keys;
use kit::words::{Language, Say};
use kit::{Error, Result};
use tokio::net::TcpListener;
use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

use self::doctor::DoctorArgs;
use crate::organisation::{self, Installation};
use crate::person::{self, PersonDraft, Viewer};
use crate::proposal::command::{MatchArgs, run as run_match};
use crate::scheme::{self, Duty};
use crate::sign_in::{FIRST_LINK_DAYS, open};
use crate::web::figures::figures;
use crate::web::{App, router};
use crate::{demo, schema, words};

/// Mentoring schemes and progression plans, for people who help each other grow.
#[derive(Parser, Debug)]
#[command(name = "duet", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve for real. The first run prints a one-use link for the first administrator.
    Serve(ServeArgs),
    /// Try it out: an invented round of 22 people, one click to come in as any of them.
    Demo(DemoArgs),
    /// Make or renew the schema of a PostgreSQL database, as its owner. SQLite needs none of this.
    Migrate(MigrateArgs),
    /// See whether an installation is well, and what to do where it is not. Changes nothing.
    Doctor(DoctorArgs),
    /// Look after an installation.
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Propose the best pairs for two spreadsheets, without a database.
    Match(MatchArgs),
}

#[derive(clap::Args, Debug)]
struct MigrateArgs {
    /// The database, as a role that owns it: postgres://owner@host/duet. Only this command needs it.
    #[arg(long, env = "DUET_OWNER_URL", hide_env_values = true)]
    owner_url: String,
    /// The key store, likewise: another database, which no backup of the first one holds.
    #[arg(long, env = "DUET_KEYS_OWNER_URL", hide_env_values = true)]
    keys_owner_url: Option<String>,
    /// The role that `duet serve` signs in as. Made when it is missing.
    #[arg(long, default_value = "duet_app")]
    app_role: String,
}

#[derive(Subcommand, Debug)]
enum AdminCommand {
    /// Print a link that signs somebody in once, within a day: for when all else is lost.
    Link(LinkArgs),
}

#[derive(clap::Args, Debug)]
struct LinkArgs {
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

#[derive(clap::Args, Debug)]
struct ServeArgs {
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
    /// The address to listen on. Plain http is for loopback; put a TLS proxy in front for anything else.
    #[arg(long, env = "DUET_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Where people reach it: https://…; without it, only this machine does.
    #[arg(long, env = "DUET_PUBLIC_URL")]
    public_url: Option<String>,
    /// Where to answer with figures for Prometheus: 127.0.0.1:PORT. Nowhere, unless it is said.
    #[arg(long, env = "DUET_METRICS_LISTEN")]
    metrics_listen: Option<SocketAddr>,
    /// Name of the organisation, for the first run.
    #[arg(long, env = "DUET_ORGANISATION", default_value = "Our organisation")]
    organisation: String,
    /// Name of the first administrator, for the first run.
    #[arg(long, env = "DUET_ADMINISTRATOR_NAME", default_value = "Administrator")]
    administrator_name: String,
    /// Mail address of the first administrator, for the first run.
    #[arg(long, env = "DUET_ADMINISTRATOR", default_value = "administrator@localhost.localdomain")]
    administrator: String,
}

#[derive(clap::Args, Debug)]
struct DemoArgs {
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

/// Runs the program; tells the person in one line when it cannot.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        Command::Match(args) => say().map_err(|cause| cause.to_string()).and_then(|say| run_match(args, say)),
        Command::Migrate(args) => serving(migrate(args)),
        Command::Admin(AdminCommand::Link(args)) => serving(admin_link(args)),
        Command::Doctor(args) => serving(doctor::run(args, Clock::system("Europe/London"), Random::System)),
        Command::Serve(args) => serving(serve(args)),
        Command::Demo(args) => serving(serve_demo(args)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(told) => {
            eprintln!("duet: {told}");
            ExitCode::FAILURE
        }
    }
}

fn say() -> Result<Say> {
    Ok(words::words()?.say(Language::English))
}

fn serving(work: impl Future<Output = Result<()>>) -> Result<(), String> {
    let asked = std::env::var("DUET_LOG").unwrap_or_else(|_| "info,refinery_core=warn".to_owned());
    log_to(&asked, std::io::stderr)?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|cause| cause.to_string())?;
    runtime.block_on(work).map_err(|cause| match (&cause, say()) {
        (Error::Conflict(message) | Error::NotAllowed(message), Ok(say)) => say.message(message),
        (Error::Invalid(problems), Ok(say)) => problems.iter().map(|problem| say.message(&problem.message)).collect(),
        (Error::Internal(inner), _) => with_causes(inner.as_ref()),
        _ => cause.to_string(),
    })
}

/// Logs what `asked` says (`debug`, `info,kit=debug`) to a writer, for the whole program. Of the libraries beneath never
/// more than `info`, whatever is asked: at `debug` the database's client logs every value it sends.
///
/// # Errors
/// With words for the person, when `asked` cannot be read or something else listens already.
pub fn log_to<W>(asked: &str, writer: W) -> Result<(), String>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let asked = EnvFilter::try_new(asked).map_err(|cause| format!("DUET_LOG: {cause}"))?;
    let layer = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(writer)
        .with_filter(asked.and(filter_fn(is_ours_or_quiet)));
    tracing_subscriber::registry().with(layer).try_init().map_err(|cause| cause.to_string())
}

fn is_ours_or_quiet(said: &Metadata<'_>) -> bool {
    let by = said.target().split("::").next().unwrap_or_default();
    *said.level() <= Level::INFO || ["duet", "kit", "matching"].contains(&by)
}

/// A failure with what lies behind it: `could not open: no such file`.
fn with_causes(cause: &(dyn std::error::Error + 'static)) -> String {
    let mut told = cause.to_string();
    let mut next = cause.source();
    while let Some(cause) = next {
        let words = cause.to_string();
        if !told.contains(&words) {
            told = format!("{told}: {words}");
        }
        next = cause.source();
    }
    told
}

/// Where an installation keeps what it knows.
#[derive(clap::Args, Debug)]
struct Places {
    /// The database: postgres://…, or nothing for SQLite in the data folder.
    #[arg(long, env = "DUET_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// The key store: postgres://… or a path. Nothing for SQLite in the data folder, when the database is there too.
    #[arg(long, env = "DUET_KEYS_URL", hide_env_values = true)]
    keys_url: Option<String>,
}

impl Places {
    /// Where the database is.
    fn database(&self, data: &Path) -> String {
        self.database_url.clone().unwrap_or_else(|| file_in(data, "duet.sqlite"))
    }

    /// Where the key store is.
    fn keys(&self, data: &Path) -> Result<String> {
        match (&self.keys_url, &self.database_url) {
            (Some(url), _) => Ok(url.clone()),
            (None, None) => Ok(file_in(data, "duet-keys.sqlite")),
            (None, Some(_)) => Err(Error::conflict("keys-url-missing")),
        }
    }
}

/// Opens the database with its key store. A key store in the same backup as the database would protect nothing, so
/// for a server it has to be said where it is.
async fn open_store(places: &Places, data: &Path) -> Result<Store> {
    let keys = places.keys(data)?;
    let store = open_without_keys(places.database_url.as_deref(), data).await?;
    let keys = Keys::open(&keys, store.clock().clone(), Random::System).await?;
    Ok(store.with_keys(keys))
}

/// Opens the database for what needs no private word.
async fn open_without_keys(database_url: Option<&str>, data: &Path) -> Result<Store> {
    make_folder(data).map_err(|cause| Error::internal(format!("{}: {cause}", data.display())))?;
    let url = database_url.map_or_else(|| file_in(data, "duet.sqlite"), str::to_owned);
    Store::open(&url, schema::MIGRATIONS, Clock::system("Europe/London"), Random::System).await
}

fn file_in(data: &Path, name: &str) -> String {
    data.join(name).to_string_lossy().into_owned()
}

/// Makes or renews the schema, and says how to go on.
async fn migrate(args: &MigrateArgs) -> Result<()> {
    let password = kit::db::migrate(&args.owner_url, schema::MIGRATIONS, &args.app_role).await?;
    if let Some(keys) = &args.keys_owner_url {
        kit::db::migrate(keys, kit::seal::MIGRATIONS, &args.app_role).await?;
    }
    println!("The schema is up to date.");
    if let Some(password) = password {
        println!("The role {} is new. Keep its password; it is shown only now:", args.app_role);
        println!("{password}");
    }
    println!(
        "Now: duet serve --database-url postgres://{}:PASSWORD@HOST/DATABASE --keys-url FILE_OR_URL",
        args.app_role
    );
    Ok(())
}

/// Makes the data folder, for nobody but who runs the program. One that is there keeps its rights.
fn make_folder(path: &Path) -> std::io::Result<()> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(path)
}

async fn serve(args: &ServeArgs) -> Result<()> {
    // The door before anything is set up: a port that is taken must not cost the first administrator's link.
    let (listener, port) = bind(args.listen).await?;
    let metrics = match args.metrics_listen {
        Some(on) => Some(bind(on).await?.0),
        None => None,
    };
    let public_url = public_url(args, port)?;
    let store = open_store(&args.places, &args.data).await?;
    match store.read_outside(organisation::store::installation).await? {
        Some(Installation { demo: true, .. }) => return Err(Error::conflict("serve-is-demo")),
        Some(_) => {}
        None => first_run(&store, args, &public_url).await?,
    }
    listen(App::new(store, false, public_url)?, listener, metrics).await
}

/// The address people use. Anything but loopback must be https, so that nobody's sign-in travels in clear.
fn public_url(args: &ServeArgs, port: u16) -> Result<String> {
    match &args.public_url {
        Some(url) if url.starts_with("https://") => Ok(url.trim_end_matches('/').to_owned()),
        None if args.listen.ip().is_loopback() => Ok(format!("http://localhost:{port}")),
        _ => Err(Error::conflict("serve-needs-https")),
    }
}

/// Sets up a fresh database: an organisation, its administrator, and a link to come in once.
async fn first_run(store: &Store, args: &ServeArgs, public_url: &str) -> Result<()> {
    let name = args.organisation.clone();
    let draft = PersonDraft {
        name: args.administrator_name.clone(),
        address: args.administrator.clone(),
        job_title: String::new(),
        workplace: String::new(),
        language: Language::English,
    };
    let link = store
        .write_outside(move |tx| {
            organisation::store::install(tx, false)?;
            let organisation = organisation::store::found(tx, &name)?;
            let inside = &mut tx.inside_tx(organisation)?;
            let person = person::store::add(inside, &draft)?;
            scheme::store::appoint(inside, person, Duty::Administrator, None)?;
            open::make_link(tx, Viewer { organisation, person }, None, FIRST_LINK_DAYS)
        })
        .await?;
    println!("This is the first run. Open this link to come in as administrator; it works once, within a day:");
    println!("{public_url}/sign-in/{}", link.reveal());
    Ok(())
}

/// Prints a sign-in link for somebody of the first organisation that knows the address.
async fn admin_link(args: &LinkArgs) -> Result<()> {
    let store = open_without_keys(args.database_url.as_deref(), &args.data).await?;
    let address = args.address.trim().to_lowercase();
    let link = store
        .write_outside(move |tx| {
            for organisation in organisation::store::all(tx)? {
                if let Some(person) = person::store::by_address(&mut tx.inside(organisation.id)?, &address)? {
                    let viewer = Viewer { organisation: organisation.id, person: person.id };
                    return open::make_link(tx, viewer, None, FIRST_LINK_DAYS);
                }
            }
            Err(Error::conflict("admin-nobody"))
        })
        .await?;
    println!("{}/sign-in/{}", args.public_url.trim_end_matches('/'), link.reveal());
    Ok(())
}

async fn serve_demo(args: &DemoArgs) -> Result<()> {
    let (listener, port) = bind(SocketAddr::from(([127, 0, 0, 1], args.port))).await?;
    let (database_url, keys) = (args.database_url.clone(), file_in(&args.data, "duet-keys.sqlite"));
    let places = Places { database_url, keys_url: Some(keys) };
    let store = open_store(&places, &args.data).await.inspect_err(|cause| {
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
    listen(App::new(store, true, format!("http://localhost:{port}"))?, listener, None).await
}

/// Takes the address; tells the port, which the system chooses when 0 is asked for.
async fn bind(on: SocketAddr) -> Result<(TcpListener, u16)> {
    let taken = |cause| Error::internal(format!("{on}: {cause}"));
    let listener = TcpListener::bind(on).await.map_err(taken)?;
    let port = listener.local_addr().map_err(taken)?.port();
    Ok((listener, port))
}

async fn listen(app: App, listener: TcpListener, metrics: Option<TcpListener>) -> Result<()> {
    let app = Arc::new(app);
    if let Some(metrics) = metrics {
        println!("Figures: http://{}/metrics", metrics.local_addr().map_err(Error::internal)?);
        let told = Arc::clone(&app);
        let page = kit::watch::page(move || {
            let told = Arc::clone(&told);
            async move { figures(&told).await }
        });
        tokio::spawn(axum::serve(metrics, page).into_future());
    }
    println!("Duet is ready: {}", app.public_url);
    axum::serve(listener, router(app)).with_graceful_shutdown(told_to_stop()).await.map_err(Error::internal)
}

/// Ctrl-C, or the signal a service manager sends.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let mut terminated = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(signal) => signal,
            Err(cause) => {
                tracing::warn!(%cause, "only Ctrl-C stops the server");
                let _ = interrupted.await;
                return;
            }
        };
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupted.await;
    }
}
