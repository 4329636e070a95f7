//! `duet doctor`: whether an installation is well, in one line for each thing, with what to do where it is not.

use std::net::ToSocketAddrs as _;
use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use kit::clock::Clock;
use kit::db::{Look, Migration, Schema, Store, look};
use kit::mail::{Trouble, Why};
use kit::random::Random;
use kit::seal::Keys;
use kit::words::Language;
use kit::{Error, Result, disk};

use super::Places;
use super::mail::MailArgs;
use crate::organisation::{self, Installation};
use crate::schema;
use crate::web::figures;

#[derive(clap::Args, Debug)]
pub(super) struct DoctorArgs {
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
    /// Where people reach it, as `duet serve` is told.
    #[arg(long, env = "DUET_PUBLIC_URL")]
    public_url: Option<String>,
    #[command(flatten)]
    mail: MailArgs,
}

/// How one thing is.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum How {
    Well,
    /// It works, and somebody should see to it.
    Look,
    /// It does not work, or not safely.
    Wrong,
}

/// One line of what is told.
struct Finding {
    how: How,
    what: &'static str,
    told: String,
}

fn well(what: &'static str, told: impl Into<String>) -> Finding {
    Finding { how: How::Well, what, told: told.into() }
}

fn see_to(what: &'static str, told: impl Into<String>) -> Finding {
    Finding { how: How::Look, what, told: told.into() }
}

fn wrong(what: &'static str, told: impl Into<String>) -> Finding {
    Finding { how: How::Wrong, what, told: told.into() }
}

/// Less free space than this is soon none.
const LITTLE: u64 = 1 << 30;
/// A backup older than this is old.
const OLD: SignedDuration = SignedDuration::from_hours(48);
/// So long may a mail server take to say hello.
const MAIL_PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);
/// A clock may be off by this much.
const PATIENCE: SignedDuration = SignedDuration::from_secs(5);

/// Looks at everything, and prints a line for each.
///
/// # Errors
/// `Conflict` when something is wrong: the program then ends with a failure.
pub(super) async fn run(args: &DoctorArgs, clock: Clock, random: Random) -> Result<()> {
    let database = args.places.database(&args.data);
    let mut found = vec![of_folder(&args.data), of_disk(&args.data)];
    let seen = of_database("database", &database, schema::MIGRATIONS, &clock, &mut found).await;
    let (rows, is_set_up) =
        if is_in_use(seen) { of_rows(&database, clock.clone(), random.clone()).await } else { (Vec::new(), false) };
    found.extend(rows);
    match args.places.keys(&args.data) {
        Err(_) => found.push(wrong("key store", "say where it is: --keys-url FILE, or postgres://…")),
        Ok(keys) if keys == database => found.push(wrong("key store", "it must be another database than the first")),
        Ok(keys) => {
            let there = of_database("key store", &keys, kit::seal::MIGRATIONS, &clock, &mut found).await;
            if there.is_some_and(|keys| keys.schema == Schema::None) && is_set_up {
                found.push(wrong(
                    "key store",
                    "it is gone: put the newest copy of it back, or private words stay closed",
                ));
            }
            if is_in_use(there) {
                found.push(of_keys(&keys, clock.clone(), random).await);
            }
        }
    }
    found.push(of_address(args.public_url.as_deref()));
    found.push(of_mail(&args.mail, args.public_url.as_deref()).await);
    let worst = found.iter().map(|one| one.how).fold(How::Well, |a, b| if b > a { b } else { a });
    for Finding { how, what, told } in found {
        let how = match how {
            How::Well => "well ",
            How::Look => "look ",
            How::Wrong => "WRONG",
        };
        println!("{how}  {what:<12}{told}");
    }
    if worst == How::Wrong { Err(Error::conflict("doctor-wrong")) } else { Ok(()) }
}

fn is_in_use(seen: Option<Look>) -> bool {
    seen.is_some_and(|seen| seen.schema == Schema::Same && !seen.is_broken && !seen.is_owner)
}

fn of_folder(data: &Path) -> Finding {
    let files = || std::fs::read_dir(data).into_iter().flatten().flatten().map(|entry| entry.path());
    let own = |path: &PathBuf| path.to_string_lossy().contains(".sqlite");
    match (data.is_dir(), disk::is_open_to_others(data)) {
        (false, _) => well("data folder", format!("{} is not there yet; duet serve makes it", data.display())),
        (true, false) => well("data folder", format!("{}, for its owner only", data.display())),
        (true, true) => match files().filter(own).find(|path| disk::is_open_to_others(path)) {
            Some(file) => wrong("data folder", format!("others can read what is in it: chmod 600 {}", file.display())),
            None => see_to("data folder", format!("others can look into it: chmod 700 {}", data.display())),
        },
    }
}

fn of_disk(data: &Path) -> Finding {
    let there = data.ancestors().find(|path| path.is_dir()).unwrap_or(Path::new("."));
    match disk::free(there) {
        None => see_to("disk", "how much is free cannot be told here"),
        Some(free) if free < LITTLE => see_to("disk", format!("{} MB free: make room soon", free >> 20)),
        Some(free) => well("disk", format!("{} GB free", free >> 30)),
    }
}

/// A database's lines; what was seen of it, when it could be.
async fn of_database(
    what: &'static str,
    url: &str,
    migrations: &'static [Migration],
    clock: &Clock,
    found: &mut Vec<Finding>,
) -> Option<Look> {
    // A server's address holds a password.
    let is_server = url.contains("://");
    let place = if is_server { "PostgreSQL" } else { url };
    let Ok(seen) = look(url, migrations, clock.now()).await else {
        let told = format!("{place} does not answer, or is no database: is the address right, and does it run?");
        found.push(wrong(what, told));
        return None;
    };
    found.push(match seen.schema {
        _ if seen.is_broken => {
            wrong(what, format!("{place} is damaged: stop Duet, keep the file, and put the last backup back"))
        }
        Schema::Same => well(what, format!("{place} answers, with this version's schema")),
        Schema::None if is_server => wrong(what, "it has no schema yet: run duet migrate"),
        Schema::None => well(what, format!("{place} is not there yet; duet serve makes it")),
        Schema::Behind(steps) if is_server => {
            wrong(what, format!("its schema is {steps} steps behind: run duet migrate"))
        }
        Schema::Behind(steps) => see_to(
            what,
            format!("its schema is {steps} steps behind: back it up, then run duet serve, which renews it"),
        ),
        Schema::Ahead => wrong(what, "its schema is newer than this program: run the newer version of Duet"),
    });
    if seen.is_owner {
        found.push(wrong("role", "row-level security would not hold for it: use the role that duet migrate made"));
    }
    if seen.clock_ahead.abs() > PATIENCE {
        let (seconds, how) =
            (seen.clock_ahead.as_secs(), if seen.clock_ahead.is_positive() { "behind" } else { "ahead of" });
        let told = format!("this machine's is {} seconds {how} the {what}'s: set it right", seconds.abs());
        found.push(wrong("clock", told));
    }
    Some(seen)
}

/// What only the rows tell, and whether somebody set this Duet up.
async fn of_rows(database: &str, clock: Clock, random: Random) -> (Vec<Finding>, bool) {
    let now = clock.now();
    let Ok(store) = Store::open(database, schema::MIGRATIONS, clock, random).await else {
        return (vec![wrong("database", "it cannot be opened for work: is its file ours to write?")], false);
    };
    let installation = store.read_outside(organisation::store::installation).await;
    let is_set_up = matches!(installation, Ok(Some(_)));
    let set_up = match installation {
        Ok(None) => see_to("setting up", "nobody was let in yet: run duet serve, and open the link it prints"),
        Ok(Some(Installation { made_at, .. })) if made_at > now => {
            wrong("clock", format!("this machine's says {now}, which is before Duet was set up: set it right"))
        }
        Ok(Some(Installation { demo: true, .. })) => well("setting up", "a demo"),
        Ok(Some(Installation { made_at, .. })) => well("setting up", format!("done at {made_at}")),
        Err(_) => wrong("setting up", "it cannot be read whether it was done"),
    };
    let jobs = match figures::jobs(&store).await {
        Ok((due, 0)) => well("jobs", format!("{due} due, none given up")),
        Ok((_, failed)) => see_to("jobs", format!("{failed} were given up: duet admin jobs says why")),
        Err(_) => wrong("jobs", "they cannot be counted"),
    };
    let backup = match store.read_outside(organisation::store::backed_up).await {
        Err(_) => wrong("backup", "it cannot be read when the last one was made"),
        Ok(_) if !is_set_up => well("backup", "nothing to copy yet"),
        Ok(None) => see_to("backup", "none was made: duet backup FILE, and keep the file on another machine"),
        Ok(Some(at)) if now.duration_since(at) > OLD => {
            see_to("backup", format!("the last was made at {at}: duet backup FILE, each day, by itself"))
        }
        Ok(Some(at)) => well("backup", format!("the last was made at {at}")),
    };
    (vec![set_up, jobs, backup], is_set_up)
}

/// Whether a copy that was looked at holds every key.
async fn of_keys(keys: &str, clock: Clock, random: Random) -> Finding {
    let unconfirmed = match Keys::open(keys, clock, random).await {
        Ok(keys) => keys.unconfirmed().await,
        Err(cause) => Err(cause),
    };
    match unconfirmed {
        Ok(0) => well("key copy", "every key is in a copy that was checked"),
        Ok(some) => see_to(
            "key copy",
            format!("{some} keys are in none: duet keys copy FILE, and where it is kept, duet keys confirm FILE"),
        ),
        Err(_) => wrong("key store", "it cannot be opened for work: is its file ours to write?"),
    }
}

/// The mail server is reached and greeted; no mail is sent.
async fn of_mail(mail: &MailArgs, public_url: Option<&str>) -> Finding {
    let post = match mail.post(public_url.unwrap_or("http://localhost")) {
        Ok(None) => return well("mail", "no server is set: letters wait on a page"),
        Ok(Some(post)) => post.with_patience(MAIL_PATIENCE),
        Err(Error::Conflict(message)) => {
            let told = crate::words::words().map(|words| words.say(Language::English).message(&message));
            return wrong("mail", told.unwrap_or_default());
        }
        Err(cause) => return wrong("mail", cause.to_string()),
    };
    match post.greet().await {
        Ok(()) => well("mail", format!("{post:?} answers, and takes us for who we are")),
        Err(Trouble { why, code }) => {
            let code = code.map(|code| format!(" (it said {code})")).unwrap_or_default();
            let told = match why {
                Why::Unreachable => {
                    "cannot be reached: is it the right host and port, and does no firewall stand between?"
                }
                Why::Certificate => {
                    "shows a certificate that nobody here vouches for: name its authority by --smtp-authority"
                }
                Why::NoTls => "offers no TLS, or no way to sign in that we know: ask for port 465 or 587",
                Why::Settings | Why::Refused => {
                    "does not take our user and password: see DUET_SMTP_URL and the password"
                }
                Why::NoAnswer => "does not answer in time: try again, and see whether it is the right port",
                Why::NotNow => "asks to come back later: try again in some minutes",
            };
            wrong("mail", format!("{post:?} {told}{code}"))
        }
    }
}

fn of_address(public_url: Option<&str>) -> Finding {
    let Some(url) = public_url else {
        return well("address", "none is set: only this machine reaches Duet");
    };
    let Some(host) = url.strip_prefix("https://").and_then(|rest| rest.split('/').next()) else {
        return wrong("address", "--public-url must begin with https://");
    };
    let at = if host.contains(':') { host.to_owned() } else { format!("{host}:443") };
    match at.to_socket_addrs().map(|mut found| found.next()) {
        Ok(Some(_)) => well("address", format!("{host} is a name that is known here")),
        _ => see_to("address", format!("{host} is not known here: see that its DNS entry is there")),
    }
}
