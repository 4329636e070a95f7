//! `duet match`: the best pairs for two spreadsheets, in the terminal. No database, nothing kept.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use kit::sheet::{Fault, MOST_WORKBOOK_BYTES, Sheet, too_large};
use kit::table::{Cell, Table};
use kit::words::Say;
use kit::{Error, Result};

use super::bar::bar_to_wish;
use super::proof::{Certificate, Flaw};
use super::question::{Outcome, OutcomePair, Two, propose};
use super::sheets::{asked, eligible};
use super::words;
use crate::application::sheet::{Entry, entries, is_apart};
use crate::round::rules::{Role, Rules, file, suggest};

/// Proposes the best mentor for each mentee of two spreadsheets.
#[derive(Args, Debug)]
pub struct MatchArgs {
    /// The mentors, as CSV or xlsx with headings.
    #[arg(long, value_name = "A.csv")]
    mentors: PathBuf,
    /// The mentees, as CSV or xlsx with headings.
    #[arg(long, value_name = "B.csv")]
    mentees: PathBuf,
    /// The rules; without it they are suggested from the columns of both files.
    #[arg(long, value_name = "R.toml")]
    rules: Option<PathBuf>,
    /// Where to write the pairs, as CSV.
    #[arg(long, value_name = "PAIRS.csv")]
    out: PathBuf,
    /// Keep a mentor and a mentee together, by their addresses: `mentor@a.org,mentee@b.org`. May be given again.
    #[arg(long, value_name = "MENTOR,MENTEE")]
    together: Vec<String>,
    /// Keep a mentor and a mentee apart. May be given again.
    #[arg(long, value_name = "MENTOR,MENTEE")]
    apart: Vec<String>,
    /// Print why each pair was chosen, and why each person left out was.
    #[arg(long)]
    why: bool,
}

/// Checks the certificate of a plan, without the solver.
#[derive(Args, Debug)]
pub struct CheckProofArgs {
    /// The file, as Duet gave it.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs `duet check-proof`: sums up a certificate, and says whether it shows that no plan is better.
///
/// # Errors
/// One plain answer: the file cannot be read, is none of ours, or does not hold, and where.
pub fn check_proof(args: &CheckProofArgs, say: Say) -> Result<(), Told> {
    let cause = |cause: &dyn std::fmt::Display| format!("{}: {cause}", args.file.display());
    let text = std::fs::read(&args.file).map_err(|fault| cause(&fault))?;
    let proof: Certificate<String> = serde_json::from_slice(&text).map_err(|fault| cause(&fault))?;
    let shown = proof.check().map_err(|flaw| match flaw {
        Flaw::Undercut(mentee, mentor) => {
            cause(&say.t2("certificate-undercut", "mentee", &proof.mentees[mentee], "mentor", &proof.mentors[mentor]))
        }
        _ => cause(&say.t("certificate-flaw")),
    })?;
    // Somebody who pipes us into `head` has read enough: that is not an error.
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{}", say.t2("certificate-placed", "placed", shown.placed, "pairs", shown.pairs))
        .and_then(|()| writeln!(out, "{}", say.t("certificate-holds")));
    Ok(())
}

/// A run that could not be done: what to tell the person.
pub type Told = String;

/// Runs `duet match`.
///
/// # Errors
/// One plain answer: the file, the line and column, and what to do. Nothing is written then.
pub fn run(args: &MatchArgs, say: Say) -> Result<(), Told> {
    let mentors = read_sheet(&args.mentors, say)?;
    let mentees = read_sheet(&args.mentees, say)?;
    let rules = match &args.rules {
        Some(path) => file::read(&read_file(path, say)?).map_err(|fault| told(path, &fault, say))?,
        None => suggest::rules(&mentors, &mentees, &is_apart),
    };
    let (mentors, _) = entries(&mentors, Role::Mentor, &rules).map_err(|fault| told(&args.mentors, &fault, say))?;
    let (mentees, _) = entries(&mentees, Role::Mentee, &rules).map_err(|fault| told(&args.mentees, &fault, say))?;
    let mentors_in = eligible(&mentors, Role::Mentor, &rules);
    let mentees_in = eligible(&mentees, Role::Mentee, &rules);
    let mut asked = asked(&mentors_in, &mentees_in);
    asked.together = wished(&args.together, &mentors_in, &mentees_in, say)?;
    asked.apart = wished(&args.apart, &mentors_in, &mentees_in, say)?;
    for two in &asked.together {
        if let Some(bar) = bar_to_wish(&asked, &rules, *two) {
            return Err(format!("{}, {}: {}", mentors_in[two.0].name, mentees_in[two.1].name, say.t(bar.key())));
        }
    }
    let outcome = propose(&asked, &rules).map_err(|cause| plain(&cause, say))?;
    write_pairs(&args.out, &outcome, &mentors_in, &mentees_in)
        .map_err(|cause| format!("{}: {cause}", args.out.display()))?;
    let all = Printed { say, rules: &rules, outcome: &outcome, mentors: &mentors_in, mentees: &mentees_in };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let refused = [(&mentors, Role::Mentor), (&mentees, Role::Mentee)];
    // Somebody who pipes us into `head` has read enough: that is not an error.
    let _ = all.print(&mut out, args.why, &refused).and_then(|()| out.flush());
    Ok(())
}

/// Pairs named on the command line, by their numbers.
fn wished(pairs: &[String], mentors: &[&Entry], mentees: &[&Entry], say: Say) -> Result<BTreeSet<Two>, Told> {
    let at =
        |people: &[&Entry], address: &str| people.iter().position(|one| one.address == address.trim().to_lowercase());
    let two = |pair: &String| {
        let (mentor, mentee) = pair.split_once(',')?;
        Some((at(mentors, mentor)?, at(mentees, mentee)?))
    };
    pairs.iter().map(|pair| two(pair).ok_or_else(|| say.t1("match-unknown-pair", "pair", pair))).collect()
}

fn write_pairs(path: &Path, outcome: &Outcome, mentors: &[&Entry], mentees: &[&Entry]) -> std::io::Result<()> {
    let row = |pair: &OutcomePair| {
        let (mentor, mentee) = (mentors[pair.two.0], mentees[pair.two.1]);
        let cells =
            [&mentee.name, &mentee.address, &mentor.name, &mentor.address].map(|cell| Cell::from(cell.as_str()));
        cells.into_iter().chain([Cell::from(i64::from(pair.fit))]).collect()
    };
    let headings = ["mentee", "mentee email", "mentor", "mentor email", "fit"].map(str::to_owned).to_vec();
    let table = Table { name: String::new(), headings, rows: outcome.pairs.iter().map(row).collect() };
    let bytes = table.to_csv().map_err(std::io::Error::other)?;
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return std::fs::write(path, bytes);
    }
    // Beside the file first, then in its place: a full disk leaves the old file whole.
    let beside = path.with_extension(format!("part-{}", std::process::id()));
    std::fs::File::create_new(&beside)?.write_all(&bytes)?;
    std::fs::rename(&beside, path)
}

struct Printed<'p> {
    say: Say,
    rules: &'p Rules,
    outcome: &'p Outcome,
    mentors: &'p [&'p Entry],
    mentees: &'p [&'p Entry],
}

impl Printed<'_> {
    fn print(&self, out: &mut impl std::io::Write, why: bool, all: &[(&Vec<Entry>, Role)]) -> std::io::Result<()> {
        let (say, outcome) = (self.say, self.outcome);
        writeln!(out, "{}", say.t2("match-placed", "placed", outcome.pairs.len(), "mentees", self.mentees.len()))?;
        writeln!(out, "{}", say.t("proposal-proven"))?;
        for (entries, role) in all {
            for entry in *entries {
                for rule in self.rules.unmet(*role, &entry.answers) {
                    writeln!(
                        out,
                        "{}",
                        say.t2("match-not-eligible", "name", &entry.name, "rule", rule.said_in(say.language))
                    )?;
                }
            }
        }
        if !why {
            return Ok(());
        }
        for pair in &outcome.pairs {
            let (mentor, mentee) = (self.mentors[pair.two.0], self.mentees[pair.two.1]);
            writeln!(out, "\n{} – {}: {} {}", mentee.name, mentor.name, pair.fit, say.t("of-100"))?;
            for reason in &pair.reasons {
                writeln!(out, "  {:>3}  {}", reason.points, words::reason(say, reason))?;
            }
        }
        let mentor = |at: &usize| self.mentors.get(*at).map(|entry| entry.name.clone()).unwrap_or_default();
        let mentee = |at: &usize| self.mentees.get(*at).map(|entry| entry.name.clone()).unwrap_or_default();
        for (at, reason) in &outcome.mentees_left_out {
            writeln!(out, "\n{}: {}", say.t("left-out-title"), mentee(at))?;
            for line in
                words::left_out(say, reason, &mentee).into_iter().chain(words::would_place(say, reason, &mentor))
            {
                writeln!(out, "       {line}")?;
            }
        }
        for (at, reason) in &outcome.mentors_left_out {
            let lines = words::left_out(say, reason, &mentor);
            writeln!(
                out,
                "\n{}: {} ({})\n       {}",
                say.t("left-out-title"),
                mentor(at),
                say.t("mentor"),
                lines.join(" ")
            )?;
        }
        Ok(())
    }
}

fn read_sheet(path: &Path, say: Say) -> Result<Sheet, Told> {
    Sheet::read(&read_file(path, say)?).map_err(|fault| told(path, &fault, say))
}

/// The bytes of a file; one that is too large is not even read.
fn read_file(path: &Path, say: Say) -> Result<Vec<u8>, Told> {
    let cause = |cause: std::io::Error| format!("{}: {cause}", path.display());
    if std::fs::metadata(path).map_err(cause)?.len() > MOST_WORKBOOK_BYTES as u64 {
        return Err(told(path, &too_large(MOST_WORKBOOK_BYTES), say));
    }
    std::fs::read(path).map_err(cause)
}

fn told(path: &Path, fault: &Fault, say: Say) -> Told {
    format!("{}: {}", path.display(), say.message(&fault.message()))
}

fn plain(cause: &Error, say: Say) -> Told {
    match cause {
        Error::Conflict(message) | Error::NotAllowed(message) => say.message(message),
        other => other.to_string(),
    }
}
