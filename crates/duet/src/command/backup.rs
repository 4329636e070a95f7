//! `duet backup`, `duet restore`, `duet keys`: copies of the data, of the keys, and newer keys.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Subcommand;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use kit::db::{Store, Sums, Table, shape};
use kit::seal::Keys;
use kit::{Error, Result};
use serde_json::{Value, json};

use super::{Places, open_store};
use crate::erasure::erase;
use crate::organisation;
use crate::schema;

/// The only format there is.
const FORMAT: u64 = 1;
/// How long a write that began before a key was renewed may go on, where several may be under way.
const WRITES_END: Duration = Duration::from_secs(30);

#[derive(clap::Args, Debug)]
pub(super) struct BackupArgs {
    /// The file to write; there must be none of this name. Compressed lines of text, the same from either database.
    file: PathBuf,
    /// Also write the keys, to this file, in place of the copy that was there. Keep it apart from the data.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
}

#[derive(clap::Args, Debug)]
pub(super) struct RestoreArgs {
    /// The file that `duet backup` wrote.
    file: PathBuf,
    /// The copy of the keys, unless the key store itself is still there.
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
}

#[derive(Subcommand, Debug)]
pub(super) enum KeysCommand {
    /// Write a copy of all keys to a file, in place of the copy that was there.
    Copy(KeysArgs),
    /// Take the keys of a copy into the key store. Nobody who was erased gets a key back.
    Restore(KeysArgs),
    /// Check a copy, wherever it is kept now: it must hold every key. Until then Duet warns.
    Confirm(KeysArgs),
    /// Make newer keys for everybody, seal all private words anew, and drop the older keys. Duet may go on serving.
    Rotate(RotateArgs),
}

#[derive(clap::Args, Debug)]
pub(super) struct KeysArgs {
    /// The copy.
    file: PathBuf,
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
}

#[derive(clap::Args, Debug)]
pub(super) struct RotateArgs {
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
    /// Do not wait for writes under way: only when nothing serves this database.
    #[arg(long)]
    at_once: bool,
}

/// Writes data and, apart, keys; while Duet serves, in one snapshot.
pub(super) async fn backup(args: &BackupArgs) -> Result<()> {
    if args.file.exists() {
        return Err(Error::conflict("backup-there"));
    }
    let store = open_store(&args.places, &args.data).await?;
    let part = part(&args.file);
    let mut sink = GzEncoder::new(made(&part)?, Compression::default());
    let began = store.clock().now();
    let head =
        json!({"duet": "backup", "format": FORMAT, "schema": schema::MIGRATIONS.len(), "made_at": store.clock().now()});
    put(&mut sink, &head)?;
    let (mut sink, sums) = store.copy_out(tables(), sink).await?;
    put(&mut sink, &json!({"sums": sums}))?;
    let file = sink.finish().map_err(Error::internal)?;
    keep(&file, &part, &args.file)?;
    store.write_outside(move |tx| organisation::store::back_up(tx, began)).await?;
    let rows: u64 = sums.values().map(|(rows, _)| rows).sum();
    println!("{}: {rows} rows of {} tables.", args.file.display(), sums.len());
    let keys = keys(&store)?;
    // After the data: every key of a word in it was made before it.
    match &args.keys {
        Some(file) => copy_keys(keys, file).await?,
        None => println!("The keys of private words are not in it: duet keys copy FILE writes them."),
    }
    warn_unconfirmed(keys).await
}

/// Fills an empty database from a copy, of either kind; erases again whom the ledger names.
pub(super) async fn restore(args: &RestoreArgs) -> Result<()> {
    let file = args.file.clone();
    begin(&file)?;
    let store = open_store(&args.places, &args.data).await?;
    let sums = store.copy_in(tables(), move || Ok(Box::new(begin(&file)?) as Box<dyn BufRead>), same).await?;
    let (_, now) = store.copy_out(tables(), std::io::sink()).await?;
    if now != sums {
        return Err(Error::internal(
            "the database does not hold what was restored into it; throw it away, and try again",
        ));
    }
    let rows: u64 = sums.values().map(|(rows, _)| rows).sum();
    println!("{rows} rows of {} tables are restored, and are what was copied.", sums.len());
    let keys = keys(&store)?;
    if let Some(copy) = &args.keys {
        println!("The copy of the keys held {}.", keys.copy_in(read(copy)?).await?);
    }
    println!("Erased again: {}.", erase::replay(&store).await?);
    warn_lost(&store).await
}

/// Says that there are private words and no keys at all: the key store is lost, or another one. All else goes on.
pub(super) async fn warn_lost(store: &Store) -> Result<()> {
    let keys = keys(store)?;
    if keys.is_unused().await? && has_sealed(store).await? {
        eprintln!(
            "duet: there are private words, and the key store is empty. They stay closed, and all else works. Stop Duet, \
             and give it the key store it had (--keys-url), or the copy of the keys: duet keys restore FILE"
        );
    }
    Ok(())
}

async fn has_sealed(store: &Store) -> Result<bool> {
    for one in store.read_outside(organisation::store::all).await? {
        if store.read(one.id, schema::has_sealed).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Copies, confirms or renews keys.
pub(super) async fn look_after_keys(command: &KeysCommand) -> Result<()> {
    match command {
        KeysCommand::Copy(args) => {
            let store = open_store(&args.places, &args.data).await?;
            copy_keys(keys(&store)?, &args.file).await?;
            warn_unconfirmed(keys(&store)?).await
        }
        KeysCommand::Restore(args) => {
            let store = open_store(&args.places, &args.data).await?;
            println!("The copy of the keys held {}.", keys(&store)?.copy_in(read(&args.file)?).await?);
            println!("Erased again: {}.", erase::replay(&store).await?);
            Ok(())
        }
        KeysCommand::Confirm(args) => {
            let store = open_store(&args.places, &args.data).await?;
            let count = keys(&store)?.confirm(read(&args.file)?).await?;
            println!("The copy holds every key: {count}.");
            Ok(())
        }
        KeysCommand::Rotate(args) => {
            let store = open_store(&args.places, &args.data).await?;
            let wait = if args.at_once || store.engine() == "sqlite" { Duration::ZERO } else { WRITES_END };
            let (sealed, dropped) = rotate(&store, wait).await?;
            println!("{sealed} private texts are sealed under newer keys; {dropped} older keys are dropped.");
            warn_unconfirmed(keys(&store)?).await
        }
    }
}

/// Newer keys for everybody. Cut off at any point nothing is lost: older keys go last, holder by holder.
async fn rotate(store: &Store, wait: Duration) -> Result<(u64, u64)> {
    let keys = keys(store)?;
    let holders = keys.holders().await?;
    for (organisation, holder) in &holders {
        keys.renew(*organisation, *holder).await?;
    }
    // A write that sealed under an older key may not have ended: it has, by then.
    tokio::time::sleep(wait).await;
    let (mut sealed, mut dropped) = (0, 0);
    for (organisation, holder) in holders {
        sealed += store.write(organisation, move |tx| schema::reseal(tx, holder)).await?;
        dropped += keys.drop_older(organisation, holder).await?;
    }
    Ok((sealed, dropped))
}

/// Says how many keys are in no copy that somebody has confirmed.
pub(super) async fn warn_unconfirmed(keys: &Keys) -> Result<()> {
    let unconfirmed = keys.unconfirmed().await?;
    if unconfirmed > 0 {
        eprintln!(
            "duet: keys in no confirmed copy: {unconfirmed}. If the key store is lost, private words are too. \
             Copy them (duet keys copy FILE), keep the file apart from the data, and check it there: duet keys confirm FILE"
        );
    }
    Ok(())
}

async fn copy_keys(keys: &Keys, to: &Path) -> Result<()> {
    let part = part(to);
    let file = made(&part)?;
    let count = keys.copy_out(&file).await?;
    keep(&file, &part, to)?;
    println!("{}: {count} keys. Who has this file and the data can read every private word.", to.display());
    Ok(())
}

fn keys(store: &Store) -> Result<&Keys> {
    store.keys().ok_or_else(|| Error::internal("the key store is not open"))
}

fn tables() -> Vec<Table> {
    shape(schema::MIGRATIONS, schema::OUTSIDE)
}

/// Whether what was taken in is what stands at the end of the copy.
fn same(sums: &Sums, end: &str) -> Result<()> {
    let end: Value = serde_json::from_str(end).unwrap_or_default();
    if end == json!({"sums": sums}) { Ok(()) } else { Err(Error::conflict("backup-changed")) }
}

/// Begins reading a copy, after its head.
fn begin(file: &Path) -> Result<BufReader<GzDecoder<BufReader<File>>>> {
    let mut lines = BufReader::new(GzDecoder::new(read(file)?));
    let mut head = String::new();
    let read = lines.read_line(&mut head).ok().and_then(|_| serde_json::from_str::<Value>(&head).ok());
    let head = read.filter(|head| head["duet"] == "backup" && head["format"] == FORMAT);
    let head = head.ok_or_else(|| Error::conflict("backup-none"))?;
    if head["schema"] == schema::MIGRATIONS.len() { Ok(lines) } else { Err(Error::conflict("backup-other-schema")) }
}

fn read(file: &Path) -> Result<BufReader<File>> {
    File::open(file).map(BufReader::new).map_err(|cause| told(file, &cause))
}

fn part(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// A file for nobody but who runs this.
fn made(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|cause| told(path, &cause))
}

/// Gives a whole file its name: under that name there is never a part of one, power cut or not.
fn keep(file: &File, part: &Path, name: &Path) -> Result<()> {
    file.sync_all().and_then(|()| std::fs::rename(part, name)).map_err(|cause| told(name, &cause))?;
    let folder = name.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|cause| told(folder, &cause))
}

fn put(sink: &mut impl Write, line: &Value) -> Result<()> {
    writeln!(sink, "{line}").map_err(Error::internal)
}

fn told(path: &Path, cause: &std::io::Error) -> Error {
    Error::internal(format!("{}: {cause}", path.display()))
}
