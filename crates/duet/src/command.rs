//! The terminal's side: `duet serve`, `duet demo`, `duet match`.

mod admin;
mod backup;
mod bounces;
mod demo;
mod doctor;
mod import;
mod logs;
mod mail;
mod public_url;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use kit::clock::Clock;
use kit::db::Store;
use kit::mail::Post;
use kit::random::Random;
use kit::seal::Keys;
use kit::words::{Language, Say};
use kit::{Error, Result};
use tokio::net::TcpListener;

use self::admin::{LinkArgs, PlaceArgs, VerifyArgs};
use self::backup::{BackupArgs, KeysCommand, RestoreArgs};
use self::bounces::MailCommand;
use self::demo::{DemoArgs, serve_demo};
use self::doctor::DoctorArgs;
use self::import::ImportArgs;
pub use self::logs::log_to;
use self::mail::MailArgs;
use self::public_url::public_url;
use crate::address;
use crate::by_mail;
use crate::erasure::erase;
use crate::factor::secret::Secrets;
use crate::organisation::{self, Installation};
use crate::person::{self, PersonDraft, Viewer};
use crate::proposal::command::{CheckProofArgs, MatchArgs, check_proof, run as run_match};
use crate::scheme::{self, Duty};
use crate::sign_in::{FIRST_LINK_DAYS, open};
use crate::web::figures::figures;
use crate::web::{App, router};
use crate::{audit, jobs, schema, words};

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
    /// Copy everything but the keys of private words to a file, while Duet serves or not.
    Backup(BackupArgs),
    /// Fill an empty database from such a file: SQLite or PostgreSQL, whichever it came from.
    Restore(RestoreArgs),
    /// Look after the keys of private words.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Look after mail.
    #[command(subcommand)]
    Mail(MailCommand),
    /// Look into the record of what was done.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Look after an installation.
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Bring a spreadsheet in: says what each row would do, and with --yes does it.
    Import(ImportArgs),
    /// Propose the best pairs for two spreadsheets, without a database.
    Match(MatchArgs),
    /// Check the proof of a plan, from the file that its page gives, without the solver.
    CheckProof(CheckProofArgs),
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
enum AuditCommand {
    /// Check that no row of the record was changed, removed or moved since it was sealed.
    Verify(VerifyArgs),
}

#[derive(Subcommand, Debug)]
enum AdminCommand {
    /// Print a link that signs somebody in once, within a day: for when all else is lost.
    Link(LinkArgs),
    /// List what Duet tried to do and gave up: by kind and number, with why.
    Jobs(PlaceArgs),
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
    /// The proxies in front, by IP address: only they are believed when they say whom a request comes from
    /// (X-Forwarded-For). Separate several by commas.
    #[arg(long, env = "DUET_TRUSTED_PROXIES", value_delimiter = ',', default_value = "127.0.0.1,::1")]
    trusted_proxies: Vec<IpAddr>,
    /// Name of the organisation, for the first run.
    #[arg(long, env = "DUET_ORGANISATION", default_value = "Our organisation")]
    organisation: String,
    /// Name of the first administrator, for the first run.
    #[arg(long, env = "DUET_ADMINISTRATOR_NAME", default_value = "Administrator")]
    administrator_name: String,
    /// Mail address of the first administrator, for the first run.
    #[arg(long, env = "DUET_ADMINISTRATOR", default_value = "administrator@localhost.localdomain")]
    administrator: String,
    #[command(flatten)]
    mail: MailArgs,
}

/// Runs the program; tells the person in one line when it cannot.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        Command::Match(args) => say().map_err(|cause| cause.to_string()).and_then(|say| run_match(args, say)),
        Command::CheckProof(args) => say().map_err(|cause| cause.to_string()).and_then(|say| check_proof(args, say)),
        Command::Migrate(args) => serving(migrate(args)),
        Command::Doctor(args) => serving(doctor::run(args, Clock::system(ZONE), Random::System)),
        Command::Backup(args) => serving(backup::backup(args)),
        Command::Restore(args) => serving(backup::restore(args)),
        Command::Keys(command) => serving(backup::look_after_keys(command)),
        Command::Mail(command) => serving(bounces::run(command)),
        Command::Audit(AuditCommand::Verify(args)) => serving(admin::verify(args)),
        Command::Admin(AdminCommand::Link(args)) => serving(admin::admin_link(args)),
        Command::Admin(AdminCommand::Jobs(args)) => serving(admin::admin_jobs(args)),
        Command::Import(args) => serving(import::run(args)),
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
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(kit::db::threads()).enable_all();
    let runtime = runtime.build().map_err(|cause| cause.to_string())?;
    runtime.block_on(work).map_err(|cause| match (&cause, say()) {
        (Error::Conflict(message) | Error::NotAllowed(message), Ok(say)) => say.message(message),
        (Error::Invalid(problems), Ok(say)) => problems.iter().map(|problem| say.message(&problem.message)).collect(),
        (Error::Internal(inner), _) => with_causes(inner.as_ref()),
        _ => cause.to_string(),
    })
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

/// The key store's file in the data folder.
const KEYS_FILE: &str = "duet-keys.sqlite";

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
            (None, None) => Ok(file_in(data, KEYS_FILE)),
            (None, Some(_)) => Err(Error::conflict("keys-url-missing")),
        }
    }
}

/// Where days begin and end.
const ZONE: &str = "Europe/London";

/// Opens the database with its key store. A key store in the same backup as the database would protect nothing, so
/// for a server it has to be said where it is.
async fn open_store(places: &Places, data: &Path) -> Result<Store> {
    open_by(Clock::system(ZONE), places, data).await
}

/// The same, by another clock.
async fn open_by(clock: Clock, places: &Places, data: &Path) -> Result<Store> {
    let keys = places.keys(data)?;
    let store = open_without_keys_by(clock, places.database_url.as_deref(), data).await?;
    let keys = Keys::open(&keys, store.clock().clone(), Random::System).await?;
    Ok(store.with_keys(keys))
}

/// The installation's own keys, out of the key store.
async fn secrets(store: &Store, data: &Path) -> Result<Secrets> {
    let keys = store.keys().ok_or_else(|| Error::internal("the key store is not open"))?;
    Secrets::of(keys, data).await
}

/// Opens the database for what needs no private word.
async fn open_without_keys(database_url: Option<&str>, data: &Path) -> Result<Store> {
    open_without_keys_by(Clock::system(ZONE), database_url, data).await
}

async fn open_without_keys_by(clock: Clock, database_url: Option<&str>, data: &Path) -> Result<Store> {
    make_folder(data).map_err(|cause| Error::internal(format!("{}: {cause}", data.display())))?;
    let url = database_url.map_or_else(|| file_in(data, "duet.sqlite"), str::to_owned);
    let store = Store::open(&url, schema::MIGRATIONS, clock, Random::System).await?;
    for organisation in store.read_outside(address::store::without).await? {
        store.write(organisation, person::store::make_addresses_known).await?;
    }
    Ok(store)
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
    // Nothing is listened to in clear by mistake, not for a moment.
    let public_url = public_url(args.listen, args.public_url.as_deref())?;
    // The door before anything is set up: a port that is taken must not cost the first administrator's link.
    let (listener, port) = bind(args.listen).await?;
    let public_url = public_url.unwrap_or_else(|| format!("http://localhost:{port}"));
    let metrics = match args.metrics_listen {
        Some(on) => Some(bind(on).await?.0),
        None => None,
    };
    let post = args.mail.post(&public_url)?;
    let store = open_store(&args.places, &args.data).await?;
    let secrets = secrets(&store, &args.data).await?;
    match store.read_outside(organisation::store::installation).await? {
        Some(Installation { demo: true, .. }) => return Err(Error::conflict("serve-is-demo")),
        Some(_) => {}
        None => first_run(&store, args, &public_url).await?,
    }
    if let Some(keys) = store.keys() {
        backup::warn_unconfirmed(keys).await?;
        backup::warn_lost(&store).await?;
    }
    let again = erase::replay(&store).await?;
    if again > 0 {
        tracing::warn!(again, "people whom the key store's ledger names were erased again");
    }
    let app = App { trusted_proxies: args.trusted_proxies.clone(), ..App::new(store, false, public_url, secrets)? };
    let app = if post.is_some() { app.with_mail() } else { app };
    listen(app, post, &args.data, Doors { pages: listener, metrics }).await
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

/// Takes the address; tells the port, which the system chooses when 0 is asked for.
async fn bind(on: SocketAddr) -> Result<(TcpListener, u16)> {
    let taken = |cause| Error::internal(format!("{on}: {cause}"));
    let listener = TcpListener::bind(on).await.map_err(taken)?;
    let port = listener.local_addr().map_err(taken)?.port();
    Ok((listener, port))
}

/// Where requests come in.
struct Doors {
    pages: TcpListener,
    metrics: Option<TcpListener>,
}

async fn listen(app: App, post: Option<Post>, data: &Path, doors: Doors) -> Result<()> {
    let app = Arc::new(app);
    if let Some(metrics) = doors.metrics {
        println!("Figures: http://{}/metrics", metrics.local_addr().map_err(Error::internal)?);
        let told = Arc::clone(&app);
        let page = kit::watch::page(move || {
            let told = Arc::clone(&told);
            async move { figures(&told).await }
        });
        tokio::spawn(axum::serve(metrics, page).into_future());
    }
    println!("Duet is ready: {}", app.public_url);
    let working = tokio::spawn(jobs::worker(&app, post.clone()).work(told_to_stop()));
    let carrying = tokio::spawn(by_mail::carry::work(app.store.clone(), post, told_to_stop()));
    let sweeping = tokio::spawn(jobs::sweep_up(app.store.clone(), told_to_stop()));
    let (heads, signer) = (Some(data.join(audit::command::HEADS)), app.secrets.signer());
    let sealing = tokio::spawn(audit::seal::work(app.store.clone(), signer, heads, told_to_stop()));
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(doors.pages, service).with_graceful_shutdown(told_to_stop()).await.map_err(Error::internal)?;
    // What was begun is ended: a letter that the mail server has just taken is written down as sent.
    working.await.map_err(Error::internal)?;
    carrying.await.map_err(Error::internal)?;
    sweeping.await.map_err(Error::internal)?;
    sealing.await.map_err(Error::internal)
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
