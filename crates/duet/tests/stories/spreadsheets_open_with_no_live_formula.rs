//! Every file that Duet gives out is opened by LibreOffice itself, with words in it that a spreadsheet would take for formulas: it
//! finds no formula and no link in any. `cargo xtask prove spreadsheets` installs LibreOffice and tells this; it is not among the
//! ordinary tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::policy;
use testkit::{TestDuet, Visitor};

use crate::drill::figure;
use crate::steps;

/// Words that a spreadsheet would take for a formula, a link, or a command.
const EVIL: [&str; 9] = [
    "=1+1",
    "=HYPERLINK(\"https://evil.test\",\"me\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1;2)",
    "=WEBSERVICE(\"https://evil.test\")",
    "\u{ff1d}1+1",
    "https://evil.test/?a=1",
    "mailto:evil@evil.test",
];

/// Who teaches the pupils of such names.
const TUTOR: &str = "evil.tutor@one.example";

/// What opens every file, and where.
struct Office {
    program: String,
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Office {
        let program = std::env::var("DUET_DRILL_SOFFICE").unwrap_or_else(|_| "soffice".to_owned());
        Office { program, folder: tempfile::tempdir().expect("a folder") }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file to be opened.
    fn takes(&self, name: &str, bytes: &[u8]) -> PathBuf {
        std::fs::create_dir_all(self.file("in")).expect("a folder");
        let path = self.file("in").join(name);
        std::fs::write(&path, bytes).expect("a file can be written");
        path
    }

    /// Opens files and says them anew in another kind.
    fn converts(&self, files: &[PathBuf], to: &str, out: &str, filter: &[&str]) {
        let mut command = Command::new(&self.program);
        let profile = format!("-env:UserInstallation=file://{}", self.file("profile").display());
        command.arg(profile).args(["--headless", "--norestore"]).args(filter).args(["--convert-to", to, "--outdir"]);
        let ended =
            command.arg(self.file(out)).args(files).output().expect("LibreOffice: cargo xtask prove spreadsheets");
        assert!(ended.status.success(), "{ended:?}");
    }

    /// What each file is when it is open: one text, in which every formula and every link has its own words.
    fn opens(&self, files: &[PathBuf]) -> Vec<(String, String)> {
        let (books, texts): (Vec<_>, Vec<_>) =
            files.iter().cloned().partition(|file| file.extension().is_some_and(|ending| ending == "xlsx"));
        if !books.is_empty() {
            self.converts(&books, "fods", "out", &[]);
        }
        // UTF-8, commas, quotes; every cell as a spreadsheet would take it, formulas worked out: more than it does by itself.
        if !texts.is_empty() {
            self.converts(&texts, "fods", "out", &["--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true"]);
        }
        let opened = |file: &PathBuf| {
            let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
            let path = self.file("out").join(format!("{name}.fods"));
            let text = std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
            (file.file_name().expect("a name").to_string_lossy().into_owned(), text)
        };
        files.iter().map(opened).collect()
    }
}

/// The formulas and links in an opened file.
fn live(text: &str) -> Vec<String> {
    let body = text.split("<office:body>").nth(1).unwrap_or(text);
    let found = ["table:formula=", "xlink:href=", "<text:a", "<table:dde"].into_iter();
    found.flat_map(|what| body.match_indices(what).map(|(at, _)| near(body, at))).collect()
}

fn near(text: &str, at: usize) -> String {
    text[at..].chars().take(80).collect()
}

/// Somebody of each evil name applies, a round is called so, and one of a pair lets others read such words.
async fn speaks_evil(duet: &TestDuet, priya: &mut Visitor) -> Vec<String> {
    let rounds = ["First round", "Second round"];
    let mut paths = Vec::new();
    for (at, name) in rounds.into_iter().enumerate() {
        let path = steps::goes_to_round(priya, name).await.path().to_owned();
        for (number, words) in EVIL.iter().enumerate() {
            let address = format!("evil{at}{number}@one.example");
            let said = [("name", *words), ("address", &address), ("job_title", words), ("workplace", words)];
            let more = [("language", "en"), ("role", "mentee"), ("places", "1"), ("answer-0", words)];
            priya.post(&format!("{path}/applications"), &[&said[..], &more[..]].concat()).await.is(200);
        }
        paths.push(path);
    }
    let pair = steps::pair_path(duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let words = [("words", EVIL[0]), ("named", "named"), ("in_report", "yes"), ("long", "always")];
    gwen.post(&format!("{pair}/testimonial"), &words).await.is(200);
    gwen.post("/you/name", &[("name", EVIL[1])]).await.is(200);
    let scheme = priya.get("/rounds").await.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    priya.post(&format!("{scheme}/conditions/reward"), &[("words", EVIL[5]), ("words_cy", "")]).await.is(200);
    for (at, words) in EVIL.iter().enumerate() {
        let form = priya.get("/capabilities/new").await;
        // Two of them are one name, once they are folded.
        let said = [("name", &*format!("{words} {at}")), ("area", words)];
        priya.press(&form, "Keep this", &said).await.is(200);
    }
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |(at, words): (usize, &&str)| {
        format!("{},{},{2},{2},{TUTOR}\n", quoted(&format!("{words} {at}")), quoted(words), quoted(EVIL[0]))
    };
    let rows: Vec<String> = EVIL.iter().enumerate().map(row).collect();
    let pupils = format!("Pupil,School,Year,Tutor,Tutor email\n{}", rows.concat());
    let check = priya.upload("/pupils/import", &[("file", "pupils.csv", pupils.as_bytes())]).await;
    check.is(200).sees("0 cannot come in");
    priya.press(&check, "Bring them in", &[]).await.is(200);
    for path in &paths {
        let form = priya.get(&format!("{path}/description")).await;
        priya.press(&form, "Keep this", &[("Name of the round", EVIL[0])]).await.is(200);
    }
    paths
}

/// Every file there is to take out, as it comes to who may: the coordinator, and of pupils their tutor.
async fn takes_everything_out(duet: &TestDuet, office: &Office, rounds: &[String]) -> Vec<PathBuf> {
    let (mut priya, mut tutor) = (duet.sign_in(cast::PRIYA).await, duet.sign_in(TUTOR).await);
    let mut files = Vec::new();
    let doors = policy::doors().into_iter().filter(|door| door.path.ends_with(".xlsx") || door.path.ends_with(".csv"));
    for door in doors {
        for (at, round) in rounds.iter().enumerate() {
            let id = round.trim_start_matches("/rounds/");
            let path = door.path.replace("{id}", id);
            let who = if path.starts_with("/pupils/") { &mut tutor } else { &mut priya };
            let page = who.get(&path).await;
            let name = format!("{at}-{}", path.trim_start_matches('/').replace('/', "-").replace(id, "of"));
            files.push(office.takes(&name, page.is(200).body()));
        }
    }
    let letters = priya.get("/letters").await;
    let until = letters.attributes("form[action='/letters/merge'] input[name=until]", "value").remove(0);
    for kind in ["csv", "xlsx"] {
        let form = "application/x-www-form-urlencoded";
        let asked = Body::from(format!("as={kind}&until={}", until.replace('+', "%2B").replace(':', "%3A")));
        let page = priya.send(Method::POST, "/letters/merge", form, asked).await;
        files.push(office.takes(&format!("letters-{kind}.{kind}"), page.is(200).body()));
    }
    files.push(matches_in_the_terminal(office));
    files
}

/// What `duet match` writes.
fn matches_in_the_terminal(office: &Office) -> PathBuf {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let people = |side: &str| {
        let row = |(at, words): (usize, &&str)| {
            format!("{},{side}{at}@one.example,{side} {at},{}\n", quoted(words), quoted("listening"))
        };
        let rows: String = EVIL.iter().enumerate().map(row).collect();
        format!("name,email,organisation,{}\n{rows}", if side == "mentor" { "offers" } else { "wants" })
    };
    let (mentors, mentees) =
        (office.takes("a.csv", people("mentor").as_bytes()), office.takes("b.csv", people("mentee").as_bytes()));
    let out = office.file("in").join("terminal-pairs.csv");
    let mut command = Command::new(env!("CARGO_BIN_EXE_duet"));
    let ended = command.arg("match").arg("--mentors").arg(mentors).arg("--mentees").arg(mentees).arg("--out").arg(&out);
    let ended = ended.output().expect("the program starts");
    assert!(ended.status.success(), "{ended:?}");
    out
}

#[ignore = "needs LibreOffice: cargo xtask prove spreadsheets"]
#[tokio::test]
async fn libreoffice_finds_none_in_any_file_that_is_taken_out() {
    let office = Office::new();
    // It would be found: a formula and a link in a sheet of text, and the same saved as a workbook.
    let bad = office.takes("bad.csv", b"name,more\n=1+1,\"=HYPERLINK(\"\"https://evil.test\"\",\"\"me\"\")\"\n");
    let found = live(&office.opens(std::slice::from_ref(&bad))[0].1);
    assert!(found.len() >= 2, "what is live is found: {found:?}");
    office.converts(&[bad], "xlsx", "in", &["--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true"]);
    let book = office.file("in").join("bad.xlsx");
    assert!(live(&office.opens(&[book])[0].1).len() >= 2, "in a workbook too");

    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let rounds = speaks_evil(&duet, &mut priya).await;
    let files = takes_everything_out(&duet, &office, &rounds).await;
    let opened = office.opens(&files);
    let mut cells = 0;
    for (name, text) in &opened {
        assert_eq!(live(text), Vec::<String>::new(), "{name}");
        cells += text.matches("<table:table-cell").count();
    }
    // The words themselves came through: nothing was left out to be safe.
    let whole =
        |name: &str| opened.iter().find(|(file, _)| file == name).map(|(_, text)| text.clone()).expect("a file");
    for words in EVIL {
        let shown = words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&apos;");
        for book in ["1-rounds-of-round.xlsx", "0-rounds-of-capabilities.xlsx", "0-pupils-list.xlsx"] {
            let text = whole(book);
            assert!(text.contains(words) || text.contains(&shown), "{words} is not in {book}");
        }
    }
    figure("spreadsheets", "files opened by LibreOffice", opened.len());
    figure("spreadsheets", "cells in them", cells);
    figure("spreadsheets", "formulas and links found", 0);
    assert!(Path::new(&office.file("out")).is_dir() && cells > 500, "{cells} cells");
}
