//! What was asked of the engine beside others, and whether it was met.

use super::Line;

/// To how many people ours shall be quicker than everybody.
const LARGEST: usize = 10_000;
/// How many times as long OR-tools shall take from 100 to 1,000 people, and any crate for pairs of 1,000.
const OR_TOOLS: f64 = 5.0;
const CRATES: f64 = 20.0;

/// Who was beaten, as rows come in.
#[derive(Default)]
pub(super) struct Goals {
    beaten: usize,
    not_beaten: Vec<String>,
    or_tools: Vec<(f64, String)>,
    crates: Vec<(f64, String)>,
}

impl Goals {
    /// Looks at one file.
    pub(super) fn note(&mut self, line: &Line) {
        let file = format!("{} {} {}", line.question, line.family, line.size);
        for theirs in line.measured[1..].iter().filter(|theirs| !theirs.off) {
            let times = theirs.ms / line.ours();
            match times {
                _ if line.size > LARGEST => {}
                1.0.. => self.beaten += 1,
                _ => self.not_beaten.push(format!("{file}: {} takes {times:.2} of ours", theirs.name)),
            }
        }
        if (100..=1000).contains(&line.size)
            && let Some((times, _)) = line.times_ours(|theirs| theirs.name == "OR-tools")
        {
            self.or_tools.push((times, file.clone()));
        }
        if line.question == "pair"
            && line.size == 1000
            && let Some((times, name)) = line.times_ours(|theirs| theirs.rust)
        {
            self.crates.push((times, format!("{file} ({name})")));
        }
    }

    /// What was met and what was not, a line each.
    pub(super) fn told(&self) -> String {
        let all = self.beaten + self.not_beaten.len();
        let mut lines = vec![format!("Quicker than the other solver in {} of {all} comparisons.", self.beaten)];
        lines.extend(self.not_beaten.iter().map(|one| format!("- not in {one}")));
        lines.push(least_told("OR-tools, 100 to 1,000", &self.or_tools, OR_TOOLS));
        lines.push(least_told("Any crate, pairs of 1,000", &self.crates, CRATES));
        lines.join("\n")
    }
}

/// Whether the least of these is as much as was asked.
fn least_told(who: &str, times: &[(f64, String)], asked: f64) -> String {
    match times.iter().min_by(|one, other| one.0.total_cmp(&other.0)) {
        Some((least, file)) => {
            let met = if *least >= asked { "met" } else { "missed" };
            let below = times.iter().filter(|one| one.0 < asked).count();
            let others = if below > 1 { format!(", and less than {asked} in {below} rows") } else { String::new() };
            format!("{who}: at least {least:.1} times ours ({file}{others}); {asked} were asked: {met}.")
        }
        None => format!("{who}: not measured."),
    }
}
