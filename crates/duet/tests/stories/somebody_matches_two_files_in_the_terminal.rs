//! Somebody matches two spreadsheets in the terminal, without a database.

use std::path::PathBuf;
use std::process::{Command, Output};

use duet::demo::cast;
use tempfile::TempDir;

/// Mentors, mentees and rules as they stand in files, and what is said of them.
type Try<'t> = (&'t [u8], &'t [u8], Option<&'t [u8]>, &'t str);

/// A folder with two sheets and, when given, rules.
struct Desk(TempDir);

impl Desk {
    fn with(mentors: &[u8], mentees: &[u8], rules: Option<&[u8]>) -> Desk {
        let desk = Desk(tempfile::tempdir().expect("a folder"));
        desk.write("a.csv", mentors);
        desk.write("b.csv", mentees);
        rules.inspect(|rules| desk.write("r.toml", rules));
        desk
    }

    fn cast() -> Desk {
        Desk::with(cast::MENTORS.as_bytes(), cast::MENTEES.as_bytes(), Some(cast::RULES.as_bytes()))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.file(name), bytes).expect("a file can be written");
    }

    fn matches(&self, more: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_duet"));
        command.current_dir(self.0.path()).args([
            "match",
            "--mentors",
            "a.csv",
            "--mentees",
            "b.csv",
            "--out",
            "pairs.csv",
        ]);
        if self.file("r.toml").exists() {
            command.args(["--rules", "r.toml"]);
        }
        command.args(more).output().expect("duet runs")
    }

    /// The pairs written, as (mentee, mentor, fit).
    fn pairs(&self) -> Vec<(String, String, u32)> {
        let mut rows = csv::Reader::from_path(self.file("pairs.csv")).expect("pairs were written");
        let row = |row: Result<csv::StringRecord, csv::Error>| {
            let row = row.expect("a row");
            (row[0].to_owned(), row[2].to_owned(), row[4].parse().expect("a fit"))
        };
        rows.records().map(row).collect()
    }
}

fn said(output: &[u8]) -> String {
    String::from_utf8(output.to_vec()).expect("text")
}

/// Mentees placed, and the sum of their fits.
fn value(desk: &Desk) -> (usize, u32) {
    let pairs = desk.pairs();
    (pairs.len(), pairs.iter().map(|(_, _, fit)| fit).sum())
}

#[test]
fn the_best_pairs_are_written() {
    let desk = Desk::cast();
    let done = desk.matches(&[]);
    assert!(done.status.success(), "{}", said(&done.stderr));
    let told = said(&done.stdout);
    assert!(
        told.contains("10 of 11 mentees have a mentor.") && told.contains("Proven: no better plan exists."),
        "{told}"
    );
    assert!(told.contains("Not eligible: Iain Baird."), "{told}");
    assert_eq!(value(&desk).0, 10);
    assert!(desk.pairs().iter().any(|(mentee, mentor, _)| mentee == "Aled Vaughan" && mentor == "Elin Prosser"));
    let written = std::fs::read_to_string(desk.file("pairs.csv")).expect("pairs");
    assert!(written.starts_with("\u{feff}mentee,mentee email,mentor,mentor email,fit\n"), "{written}");
    let files: Vec<_> =
        std::fs::read_dir(desk.0.path()).expect("a folder").flatten().map(|file| file.file_name()).collect();
    assert_eq!(files.len(), 4, "nothing else is left lying: {files:?}");
}

#[test]
fn why_says_a_reason_for_each_pair_and_each_person_left_out() {
    let desk = Desk::cast();
    let told = said(&desk.matches(&["--why"]).stdout);
    for (mentee, mentor, fit) in desk.pairs() {
        assert!(told.contains(&format!("{mentee} – {mentor}: {fit} of 100")), "{mentee} in {told}");
    }
    assert!(told.contains("experience") && told.contains("wants"), "{told}");
    assert!(told.contains("Left out, and why: Simon Achebe"), "{told}");
    assert!(!said(&desk.matches(&[]).stdout).contains("of 100"), "only when asked");
}

#[test]
fn rules_are_suggested_when_none_are_given() {
    let desk = Desk::with(cast::MENTORS.as_bytes(), cast::MENTEES.as_bytes(), None);
    let done = desk.matches(&[]);
    assert!(done.status.success(), "{}", said(&done.stderr));
    assert_eq!(value(&desk).0, 10);
}

#[test]
fn no_cell_written_is_a_formula() {
    let desk = Desk::with(
        b"name,email,organisation\n=HYPERLINK(1),ada@one.example,Joy\n",
        b"name,email,organisation\n@SUM(1),eve@two.example,Love\n-2+3,fay@four.example,Care\n",
        None,
    );
    let done = desk.matches(&[]);
    assert!(done.status.success(), "{}", said(&done.stderr));
    let mut rows = csv::Reader::from_path(desk.file("pairs.csv")).expect("pairs");
    for cell in rows.records().flatten().flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
}

#[test]
fn the_order_of_lines_changes_nothing_that_counts() {
    let (forwards, backwards) = (Desk::cast(), Desk::cast());
    for (name, sheet) in [("a.csv", cast::MENTORS), ("b.csv", cast::MENTEES)] {
        let (head, rows) = sheet.split_once('\n').expect("headings");
        let turned: Vec<&str> = std::iter::once(head).chain(rows.lines().rev()).collect();
        backwards.write(name, turned.join("\n").as_bytes());
    }
    assert!(forwards.matches(&[]).status.success() && backwards.matches(&[]).status.success());
    assert_eq!(value(&forwards), value(&backwards));
    let again = std::fs::read(forwards.file("pairs.csv")).expect("pairs");
    forwards.matches(&[]);
    assert_eq!(std::fs::read(forwards.file("pairs.csv")).expect("pairs"), again, "the same files, the same pairs");
}

#[test]
fn bad_input_gets_one_line_and_nothing_is_written() {
    let (good, people) = (&b"name,email,organisation\nAda,ada@one.example,Joy\n"[..], cast::MENTEES.as_bytes());
    let tries: &[Try<'_>] = &[
        (b"", people, None, "duet: a.csv: The file is empty."),
        (b"name,organisation\nAda,Joy\n", people, None, "duet: a.csv: Line 1: There is no column “email address”."),
        (
            good,
            b"name,email,organisation\nEve,eve@two.example,Love\nFay,eve@two.example,Care\n",
            None,
            "duet: b.csv: Line 3, column 2: Line 2 has the same mail address.",
        ),
        (
            good,
            b"\xef\xbb\xbfname,email,organisation\nEve,eve@two.example,M\xf4n\n",
            None,
            "duet: b.csv: Line 2, column 3: The file says that it is UTF-8, and this letter is not.",
        ),
        (
            good,
            good,
            Some(b"[[criteria]]\nkind = \"same\"\nheading = \"organisation\"\nweight = nan\n"),
            "duet: r.toml: Line 4, column 10: A weight must be a number from 0 to 1000.",
        ),
        (
            good,
            good,
            Some(b"[[criteria]]\nkind = \"same\"\nheading = \"town\"\nweight = 1\n"),
            "duet: a.csv: Line 1: The rules read a column “town”, and this file has none.",
        ),
    ];
    for (mentors, mentees, rules, answer) in tries {
        refuses(&Desk::with(mentors, mentees, *rules), answer);
    }
    let large = Desk::cast();
    let file = std::fs::File::create(large.file("a.csv")).expect("a file");
    file.set_len(300 * 1024 * 1024).expect("a large file with nothing in it");
    refuses(&large, "duet: a.csv: The file is larger than 10 MB.");
    let missing = Desk::cast();
    std::fs::remove_file(missing.file("b.csv")).expect("a file is removed");
    refuses(&missing, "duet: b.csv: No such file or directory");
}

#[track_caller]
fn refuses(desk: &Desk, answer: &str) {
    desk.write("pairs.csv", b"what was there before");
    let done = desk.matches(&["--why"]);
    assert_eq!(done.status.code(), Some(1));
    let told = said(&done.stderr);
    assert!(told.starts_with(answer), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert_eq!(said(&done.stdout), "");
    assert_eq!(std::fs::read(desk.file("pairs.csv")).expect("the old file"), b"what was there before");
    assert!(!desk.file("pairs.csv.part").exists(), "no half file is left");
}
