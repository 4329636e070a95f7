//! What `duet match` costs as a whole process, from two spreadsheets to a third.

use crate::{Result, shell};
use std::{
    fmt::Write,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const PEOPLE: usize = 500;
const RUNS: usize = 15;

/// Matches invented mentors and mentees, the same ones every time, and prints how long it took.
pub(super) fn run(duet: &Path, folder: &Path) -> Result {
    let [mentors, mentees, out] = ["mentors.csv", "mentees.csv", "pairs.csv"].map(|name| folder.join(name));
    fs::write(&mentors, people("mentor", PEOPLE))?;
    fs::write(&mentees, people("mentee", PEOPLE))?;
    println!("\n`duet match` on {PEOPLE} mentors and {PEOPLE} mentees, whole process, {RUNS} runs after one.\n");
    println!("| command | min ms | median ms | max ms |");
    println!("|---|--:|--:|--:|");
    let mut matching = shell::program(duet);
    matching
        .arg("match")
        .arg("--mentors")
        .arg(mentors)
        .arg("--mentees")
        .arg(mentees)
        .arg("--out")
        .arg(out)
        .arg("--why");
    println!("| duet match --why | {} |", measure(&mut matching)?);
    println!("| duet --version | {} |", measure(shell::program(duet).arg("--version"))?);
    Ok(())
}

fn measure(command: &mut Command) -> Result<String> {
    command.stdout(Stdio::null());
    shell::run(command)?;
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let began = Instant::now();
        shell::run(command)?;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    let ms = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1000.0);
    Ok(format!("{} | {} | {}", ms(times[0]), ms(times[RUNS / 2]), ms(times[RUNS - 1])))
}

const GRADES: [&str; 10] = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3"];
const ORGANISATIONS: [&str; 8] =
    ["Parks", "Libraries", "Harbours", "Museums", "Weather", "Maps", "Bridges", "Archives"];
const PROFESSIONS: [&str; 7] = ["DDaT", "Policy", "Security", "Finance", "Operations", "Research", "Project delivery"];
const IDENTITIES: [&str; 5] = ["", "Carer", "Disabled", "Part-time", "First in family at university"];

/// A spreadsheet of invented people with the headings of a civil-service mentoring scheme.
pub(super) fn people(kind: &str, count: usize) -> String {
    let is_mentor = kind == "mentor";
    let wish = if is_mentor { "characteristics" } else { "match with similar identity,identity to match" };
    let mut rows = format!(
        "first name,last name,email address,both mentor and mentee,job title,grade,organisation,profession,{wish},biography\n"
    );
    let mut dice = Dice(if is_mentor { 1 } else { 2 });
    for number in 0..count {
        let [grade, organisation, profession, identity] =
            [&GRADES[..], &ORGANISATIONS, &PROFESSIONS, &IDENTITIES].map(|words| dice.pick(words));
        let wish = match (is_mentor, identity) {
            (true, _) => identity.to_owned(),
            (false, "") => "no,".to_owned(),
            (false, _) => format!("yes,{identity}"),
        };
        let _ = writeln!(
            rows,
            "{kind},{number:03},{kind}.{number:03}@example.org,no,Some role,{grade},Department of {organisation},\
             {profession},{wish},\"I am a {grade}, in {profession}.\""
        );
    }
    rows
}

/// Seeded dice (SplitMix64): the same rows on every machine.
struct Dice(u64);

impl Dice {
    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        words[(mixed ^ (mixed >> 31)) as usize % words.len()]
    }
}
