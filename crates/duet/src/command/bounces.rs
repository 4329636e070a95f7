//! `duet mail bounces`: mails that came back are read, and listed on the letters they were.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use kit::db::Store;
use kit::mail::bounce;
use kit::{Error, Result};

use super::admin::PlaceArgs;
use super::open_without_keys;
use crate::letter::come_back;
use crate::organisation;

/// As much of one mail as is read.
const MOST: u64 = 10 << 20;

#[derive(Subcommand, Debug)]
pub(super) enum MailCommand {
    /// Take in mails that came back (RFC 3464), so that their letters say so: from standard input, as an alias of a mail
    /// server pipes one; or from files and Maildir folders.
    Bounces(BouncesArgs),
}

#[derive(clap::Args, Debug)]
pub(super) struct BouncesArgs {
    /// Files of one mail each, or Maildir folders, whose new mails are read once. None: one mail from standard input.
    mails: Vec<PathBuf>,
    #[command(flatten)]
    place: PlaceArgs,
}

pub(super) async fn run(command: &MailCommand) -> Result<()> {
    let MailCommand::Bounces(args) = command;
    let store = open_without_keys(args.place.database_url.as_deref(), &args.place.data).await?;
    let (mut read, mut letters) = (0, 0);
    if args.mails.is_empty() {
        let mut raw = Vec::new();
        std::io::stdin().take(MOST).read_to_end(&mut raw).map_err(Error::internal)?;
        (read, letters) = (1, take_in(&store, &raw).await?);
    }
    for mail in &args.mails {
        for file in files(mail)? {
            read += 1;
            letters += take_in(&store, &read_file(&file)?).await?;
            seen(mail, &file)?;
        }
    }
    println!("{read} mails were read; {letters} letters came back.");
    Ok(())
}

/// How many letters a mail says came back, of whichever organisation.
async fn take_in(store: &Store, raw: &[u8]) -> Result<usize> {
    let Some(bounce) = bounce::read(raw) else { return Ok(0) };
    for organisation in store.read_outside(organisation::store::all).await? {
        let letters = store.write(organisation.id, move |tx| come_back::come_back(tx, bounce)).await?;
        if letters > 0 {
            return Ok(letters);
        }
    }
    Ok(0)
}

/// The file itself, or the new mails of a Maildir.
fn files(mail: &Path) -> Result<Vec<PathBuf>> {
    if !mail.is_dir() {
        return Ok(vec![mail.to_owned()]);
    }
    let new = mail.join("new");
    let entries = std::fs::read_dir(&new).map_err(|cause| told(&new, &cause))?;
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    found.sort();
    Ok(found)
}

fn read_file(file: &Path) -> Result<Vec<u8>> {
    let mut raw = Vec::new();
    let opened = std::fs::File::open(file);
    opened.and_then(|file| file.take(MOST).read_to_end(&mut raw)).map_err(|cause| told(file, &cause))?;
    Ok(raw)
}

/// A mail of a Maildir moves from `new` to `cur`, as seen: it is not read again.
fn seen(mail: &Path, file: &Path) -> Result<()> {
    if !mail.is_dir() {
        return Ok(());
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let name = name.split(":2,").next().unwrap_or_default().to_owned();
    let cur = mail.join("cur");
    std::fs::create_dir_all(&cur).map_err(|cause| told(&cur, &cause))?;
    std::fs::rename(file, cur.join(format!("{name}:2,S"))).map_err(|cause| told(file, &cause))
}

fn told(path: &Path, cause: &std::io::Error) -> Error {
    Error::internal(format!("{}: {cause}", path.display()))
}
