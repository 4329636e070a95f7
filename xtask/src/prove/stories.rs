//! The drills that are stories: told on both databases as often as is published, and one table of the figures they print.

use crate::{Result, postgres::Postgres, shell};
use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Write},
    process::{Command, Stdio},
    time::Instant,
};

/// A drill: its name here, and the story that tells it.
pub(super) struct Drill {
    pub(super) name: &'static str,
    story: &'static str,
}

pub(super) const DRILLS: [Drill; 6] = [
    Drill { name: "canaries", story: "no_word_reaches_a_wrong_reader" },
    Drill { name: "organisations", story: "organisations_leave_each_other_alone" },
    Drill { name: "races", story: "one_wins" },
    Drill { name: "record", story: "nobody_rewrites_the_record" },
    Drill { name: "kills", story: "what_was_saved_stays_saved" },
    Drill { name: "timing", story: "known_and_unknown_are_answered_in_the_same_time" },
];

/// The story of the database server that is killed: it needs one of its own.
const SERVER: &str = "what_was_saved_outlives_the_server";

/// Tells it a few times, as a test.
pub(super) fn short_of_the_server() -> Result {
    let server = Postgres::start_to_be_killed()?;
    shell::run(&mut of_the_server(&server, "test -p duet --test stories"))
}

fn of_the_server(server: &Postgres, cargo: &str) -> Command {
    let mut command = shell::cargo(cargo);
    command.args([SERVER, "--", "--ignored", "--nocapture"]);
    command.env("TEST_DATABASE_URL", server.url()).env("DUET_KILLED_SERVER", server.pid_file());
    command
}

/// What the stories print: drill and figure in the order met, and its value by engine.
#[derive(Default)]
struct Figures {
    order: Vec<(String, String)>,
    values: BTreeMap<(String, String), [String; 2]>,
}

/// Tells these, and prints the table.
pub(super) fn run(drills: &[Drill]) -> Result {
    shell::run(&mut shell::cargo("test --release -p duet --test stories --no-run"))?;
    let server = Postgres::start()?;
    let (mut figures, mut missed) = (Figures::default(), Vec::new());
    for Drill { name, story } in drills {
        for (at, engine) in ["SQLite", "PostgreSQL"].into_iter().enumerate() {
            let mut command = shell::cargo("test --release -p duet --test stories");
            command.args([*story, "--", "--nocapture"]).env("DUET_PROVE", "1").env_remove("TEST_DATABASE_URL");
            if at == 1 {
                command.env("TEST_DATABASE_URL", server.url());
            }
            let began = Instant::now();
            println!("\n== {name} on {engine}");
            if let Err(error) = figures.gather(&mut command, at) {
                missed.push(format!("{name} on {engine}: {error}"));
            }
            figures.note(name, "seconds it took", at, format!("{:.0}", began.elapsed().as_secs_f64()));
        }
        if *name == "kills" {
            println!("\n== {name} of the PostgreSQL server");
            let to_be_killed = Postgres::start_to_be_killed()?;
            let mut command = of_the_server(&to_be_killed, "test --release -p duet --test stories");
            if let Err(error) = figures.gather(command.env("DUET_PROVE", "1"), 1) {
                missed.push(format!("{name} of the PostgreSQL server: {error}"));
            }
        }
    }
    figures.print();
    if missed.is_empty() { Ok(()) } else { Err(missed.join("\n").into()) }
}

impl Figures {
    /// Runs a program whose output goes to the terminal, and keeps the figures in it.
    fn gather(&mut self, command: &mut Command, engine: usize) -> Result {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or("it has no output")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            writeln!(io::stdout(), "{line}")?;
            self.hear(&line, engine);
        }
        let status = child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("`{}`: {status}", shell::spoken(command)).into()) }
    }

    /// Knows `figure | kills | acknowledged writes lost | 0`, wherever it stands in a line.
    fn hear(&mut self, line: &str, engine: usize) {
        let Some((_, figure)) = line.split_once("figure | ") else { return };
        if let [drill, what, value] = figure.splitn(3, " | ").collect::<Vec<_>>()[..] {
            self.note(drill, what, engine, value.to_owned());
        }
    }

    fn note(&mut self, drill: &str, what: &str, engine: usize, value: String) {
        let key = (drill.to_owned(), what.to_owned());
        if !self.order.contains(&key) {
            self.order.push(key.clone());
        }
        self.values.entry(key).or_default()[engine] = value;
    }

    fn print(&self) {
        println!("\n| drill | figure | SQLite | PostgreSQL |\n|---|---|--:|--:|");
        for key in &self.order {
            let [sqlite, postgres] = &self.values[key];
            println!("| {} | {} | {sqlite} | {postgres} |", key.0, key.1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn figures_are_heard_among_other_lines() {
        let mut figures = Figures::default();
        for (line, engine) in [
            ("running 3 tests", 0),
            ("test story::told ... figure | kills | lost | 0", 0),
            ("figure | kills | lost | 1 | 2", 1),
            ("figure | kills", 1),
        ] {
            figures.hear(line, engine);
        }
        assert_eq!(figures.order, [("kills".to_owned(), "lost".to_owned())]);
        assert_eq!(figures.values[&figures.order[0]], ["0".to_owned(), "1 | 2".to_owned()]);
    }
}
