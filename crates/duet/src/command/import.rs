//! `duet import`: a spreadsheet brought in from the terminal, through the same reading, plan and act as the page. It says what
//! each row would do, and keeps nothing until it is told to.

use std::path::PathBuf;

use kit::db::{Read, Store, Tx};
use kit::words::Say;
use kit::{Error, Result};

use super::{Places, open_store, say};
use crate::import::choice::{headings_hash, recalled};
use crate::import::take::{self, Consent};
use crate::import::underway::Progress;
use crate::import::{Contents, Given, Plan, Side, Verdict, What, as_problem, importers, store};
use crate::mapping::Kind;
use crate::mapping::kinds::PEOPLE;
use crate::organisation;
use crate::person::{self, Viewer};
use crate::round::rules::Rules;
use crate::round::{self, RoundId};

/// How many rows of each verdict are told.
const FIRST: usize = 12;

#[derive(clap::Args, Debug)]
pub(super) struct ImportArgs {
    /// The spreadsheet, as CSV or xlsx with headings.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What it holds: people, evaluations, workplaces, pairs, sessions or capabilities.
    #[arg(long, default_value = "people")]
    kind: String,
    /// The round it is for: its name, or the id in its address.
    #[arg(long)]
    round: String,
    /// Who brings it in, by their mail address: somebody who coordinates the round. The record names them.
    #[arg(long = "as", value_name = "ADDRESS")]
    by: String,
    /// Of people without a column that says what they are: mentors or mentees.
    #[arg(long)]
    side: Option<String>,
    /// Keep it. Without this, nothing is kept.
    #[arg(long)]
    yes: bool,
    /// Leave out the rows that cannot come in, instead of nothing coming in.
    #[arg(long)]
    without_refused: bool,
    #[command(flatten)]
    places: Places,
    /// The folder for data.
    #[arg(long, env = "DUET_DATA", default_value = "data")]
    data: PathBuf,
}

/// Says what a spreadsheet would do, and with `--yes` brings it in.
///
/// # Errors
/// `Invalid` when the file cannot be read; `NotFound` when the round is not theirs to coordinate; `Conflict` when something is in
/// the way: then nothing is kept.
pub(super) async fn run(args: &ImportArgs) -> Result<()> {
    let kind = importers::of(&args.kind).ok_or_else(|| Error::conflict("import-kind-unknown"))?.kind;
    let side = match (kind == &PEOPLE, args.side.as_deref()) {
        (false, _) => Side::File,
        (true, None) => Side::Both,
        (true, Some(side)) => side.parse().map_err(|_| Error::conflict("import-side-unknown"))?,
    };
    let fault = |cause| Error::internal(format!("{}: {cause}", args.file.display()));
    let contents = Contents { files: vec![(side, std::fs::read(&args.file).map_err(fault)?)], rules: None };
    let store = open_store(&args.places, &args.data).await?;
    let (viewer, round) = who(&store, &args.by, &args.round).await?;
    let present = store
        .read(viewer.organisation, move |c| {
            let round = round::store::reached(c, viewer, round)?;
            round::store::rules(c, &round)
        })
        .await?;
    let given = read(&store, viewer, kind, (&contents, &present)).await?;
    let (plan, given) =
        store.read(viewer.organisation, move |c| Ok((take::plan(c, viewer, round, &given)?, given))).await?;
    let say = say()?;
    tell(say, &plan, kind);
    if let Some((_, problem)) = plan.problems.first() {
        return Err(Error::conflict(problem.clone()));
    }
    if !args.yes {
        println!("{}", say.t("import-nothing-kept"));
        return Ok(());
    }
    let consent = Consent { seen: Some(plan.hash(&given)), without_refused: args.without_refused };
    drop(plan);
    let bring_in =
        move |tx: &mut Tx<'_>| take::bring_in(tx, viewer, round, &given, &consent, &Progress::default()).map(drop);
    store.write(viewer.organisation, bring_in).await?;
    println!("{}", say.t("import-kept"));
    Ok(())
}

/// Somebody of the first organisation that knows both the address and the round.
async fn who(store: &Store, address: &str, round: &str) -> Result<(Viewer, RoundId)> {
    let (address, round) = (address.trim().to_lowercase(), round.to_owned());
    store
        .read_outside(move |c| {
            let mut nothing = Error::conflict("admin-nobody");
            for organisation in organisation::store::all(c)? {
                let c = &mut c.inside(organisation.id)?;
                let Some(person) = person::store::by_address(c, &address)? else { continue };
                let viewer = Viewer { organisation: organisation.id, person: person.id };
                match round_of(c, viewer, &round) {
                    Ok(round) => return Ok((viewer, round)),
                    Err(Error::Conflict(why)) => nothing = Error::Conflict(why),
                    Err(cause) => return Err(cause),
                }
            }
            Err(nothing)
        })
        .await
}

/// The round of this id or name, among those that somebody does something for.
fn round_of(c: &mut Read<'_>, viewer: Viewer, name: &str) -> Result<RoundId> {
    let all = round::store::seen_by(c, viewer)?;
    let is = |one: &&round::Round| one.id.to_string() == name || one.name == name;
    let mut named = all.iter().filter(is);
    match (named.next(), named.next()) {
        (Some(one), None) => Ok(one.id),
        (Some(_), Some(_)) => Err(Error::conflict("import-round-several")),
        _ => Err(Error::conflict("import-round-none")),
    }
}

/// Reads the file: its columns as they were settled for the same headings before, or as they seem.
async fn read(
    store: &Store,
    viewer: Viewer,
    kind: &'static Kind,
    (contents, present): (&Contents, &Rules),
) -> Result<Given> {
    let first = Given::read(kind, contents, present, &|_, _| None).map_err(as_problem)?;
    let hash = first.parts.first().map(|part| headings_hash(kind, &part.sheet)).unwrap_or_default();
    match store.read(viewer.organisation, move |c| store::remembered(c, kind.name, &hash)).await? {
        Some(remembered) => {
            let settled = |_: usize, sheet: &kit::sheet::Sheet| Some(recalled(kind, sheet, &remembered));
            Given::read(kind, contents, present, &settled).map_err(as_problem)
        }
        None => Ok(first),
    }
}

/// Prints what each row would do: counts, and the first rows that cannot come in or change something.
fn tell(say: Say, plan: &Plan, kind: &Kind) {
    for verdict in Verdict::ALL {
        let count = plan.count(verdict);
        println!("{count} {}", say.t1(&format!("import-count-{}", verdict.as_str()), "count", count));
    }
    for verdict in [Verdict::Refused, Verdict::Changed] {
        for told in plan.told.iter().filter(|told| told.verdict == verdict).take(FIRST) {
            let line = say.t1("import-line", "line", i64::try_from(told.line).unwrap_or(0));
            let why = told.note.as_ref().map(|note| say.message(note)).unwrap_or_default();
            println!("{line}: {} {why}", told.about);
            for change in &told.changes {
                let what = match &change.what {
                    What::Field(field) => say.t(importers::word_key(kind, field)).into_owned(),
                    What::Answer(heading) => heading.clone(),
                };
                println!("  {what}: {} → {}", change.was, change.becomes);
            }
        }
    }
}
