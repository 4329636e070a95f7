//! A spreadsheet that cannot be taken gets one plain answer, and nothing of it is kept.

use axum::body::{Body, Bytes};
use axum::http::Method;
use duet::demo::cast;
use testkit::{Page, TestDuet, Upload, Visitor};

use crate::steps;

const MENTORS: &[u8] = b"name,email,organisation\nAda Quill,ada@one.example,Joy\n";
const MENTEES: &[u8] = b"name,email,organisation\nEve Sedge,eve@two.example,Love\n";

/// Mentors, mentees and rules as they are sent; the field that is refused, and what is said.
type Try<'t> = (&'t [u8], &'t [u8], Option<&'t [u8]>, &'t str, &'t str);

/// What must not change: every page that shows what an import writes.
async fn everything(priya: &mut Visitor, round: &str) -> Vec<String> {
    let mut pages = Vec::new();
    for path in ["/rounds".to_owned(), round.to_owned(), format!("{round}/people"), format!("{round}/proposal")] {
        pages.push(priya.get(&path).await.without_keys());
    }
    pages
}

#[track_caller]
fn refuses(page: &Page, field: &str, answer: &str) {
    page.is(422);
    let summary = page.all(".problems li");
    assert!(summary.len() == 1 && summary[0].ends_with(answer), "{summary:?} is not “{answer}”");
    assert_eq!(page.attributes(".problems a", "href"), [format!("#{field}")]);
    assert_eq!(page.all(&format!("#{field}-problem")), [answer]);
}

#[tokio::test]
async fn each_says_what_and_where() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let before = everything(&mut priya, &round).await;
    let rules = Some(&b"first = \"count\"\n"[..]);
    let nan = &b"first = \"count\"\n\n[[criteria]]\nkind = \"same\"\nheading = \"organisation\"\nweight = nan\n"[..];
    let unknown = &b"first = \"count\"\nfairness = 3\n"[..];
    let tries: &[Try<'_>] = &[
        (MENTORS, MENTEES, Some(nan), "rules", "Line 6, column 10: A weight must be a number from 0 to 1000."),
        (
            MENTORS,
            MENTEES,
            Some(unknown),
            "rules",
            "Line 2, column 1: The rules cannot be read: unknown field `fairness`, expected one of `first`, `different_workplace`, `earlier_pairs`, `least_fit`, `eligible`, `criteria`",
        ),
        (
            b"",
            MENTEES,
            rules,
            "mentors",
            "The file is empty. Choose a file with headings in its first line and one person in each line below.",
        ),
        (MENTORS, b"name,email,organisation\n", rules, "mentees", "The file has headings but no people below them."),
        (
            b"\xef\xbb\xbfname,email,organisation\nAda Quill,ada@one.example,Joy\nBo\xf4n,bo@two.example,Ynys M\xf4n\n",
            MENTEES,
            rules,
            "mentors",
            "Line 3, column 1: The file says that it is UTF-8, and this letter is not. In your spreadsheet, save the file again as “CSV UTF-8”.",
        ),
        (
            b"name,email,organisation\nAda Quill,ada@one.example\n",
            MENTEES,
            rules,
            "mentors",
            "Line 2, column 3: This row has 2 cells, but there are 3 headings.",
        ),
        (
            b"name,email,organisation,Name\nAda,ada@one.example,Joy,Ada\n",
            MENTEES,
            rules,
            "mentors",
            "Line 1, column 4: The heading “Name” stands here and in column 1. Keep one of them.",
        ),
        (
            b"PK\x03\x04",
            MENTEES,
            rules,
            "mentors",
            "This workbook cannot be read. Open it in Excel, save it again as “Excel Workbook (xlsx)”, and send that.",
        ),
    ];
    for (mentors, mentees, rules, field, answer) in tries {
        let refused = priya.upload(&format!("{round}/import"), &files(mentors, mentees, *rules)).await;
        refuses(&refused, field, answer);
    }
    assert_eq!(everything(&mut priya, &round).await, before, "nothing half-saved");
}

fn files<'f>(mentors: &'f [u8], mentees: &'f [u8], rules: Option<&'f [u8]>) -> Vec<Upload<'f>> {
    let mut files = vec![("mentors", "mentors.csv", mentors), ("mentees", "mentees.csv", mentees)];
    files.extend(rules.map(|rules| ("rules", "rules.toml", rules)));
    files
}

/// What is sent, mentors, mentees and rules, and what is answered.
type Looked = (&'static [u8], &'static [u8], Option<&'static [u8]>, &'static str);

#[tokio::test]
async fn what_a_sheet_says_is_looked_at_before_anything_comes_in() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let before = everything(&mut priya, &round).await;
    let rules = Some(&b"first = \"count\"\n"[..]);
    let private = &b"[[criteria]]\nkind = \"same\"\nheading = \"faith\"\nweight = 1\n"[..];
    let faith = &b"name,email,organisation,faith\nAda,ada@one.example,Joy,x\n"[..];
    let twice = &b"name,email,organisation\nEve Sedge,eve@two.example,Love\nFay Teasel,EVE@two.example,Care\n"[..];
    let tries: &[Looked] = &[
        (b"name,organisation\nAda Quill,Joy\n", MENTEES, rules, "Mentors: No column is “Email address” yet."),
        (b"email,organisation\nada@one.example,Joy\n", MENTEES, rules, "Mentors: No column is “Name” yet."),
        (MENTORS, twice, rules, "Line 3, column 2: Line 2 has the same mail address. Each person needs their own."),
        (
            MENTORS,
            b"name,email,organisation\nEve Sedge,ada@one.example,Love\n",
            rules,
            "Eve Sedge has the same mail address as Ada Quill",
        ),
        (faith, faith, Some(private), "The rules read “faith”. The law protects what it may tell"),
        (
            b"name,email,organisation\nAda Quill,ada at one,Joy\n",
            MENTEES,
            rules,
            "Line 2, column 2: This is not a mail address.",
        ),
        (
            b"name,email,organisation,places\nAda Quill,ada@one.example,Joy,-1\n",
            MENTEES,
            rules,
            "Line 2, column 4: Places must be a whole number from 0 to 99.",
        ),
    ];
    for (mentors, mentees, rules, answer) in tries {
        let check = priya.upload(&format!("{round}/import"), &files(mentors, mentees, *rules)).await;
        check.is(200).sees(answer);
        if check.has("Bring them in") {
            priya.press(&check, "Bring them in", &[]).await.is(409).sees("Some rows cannot come in.");
        }
    }
    assert_eq!(everything(&mut priya, &round).await, before, "nothing half-saved");
}

#[tokio::test]
async fn a_file_that_was_not_chosen_is_asked_for() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let import = format!("{}/import", steps::goes_to_round(&mut priya, "Second round").await.path());
    // What a browser sends of a field without a file.
    let none: &[u8] = b"";
    let refused = priya.upload(&import, &[("mentors", "", none), ("mentees", "", none), ("rules", "", none)]).await;
    refuses(&refused, "mentors", "Choose a file");
    let refused = priya.upload(&import, &[("mentors", "a.csv", MENTORS), ("mentees", "", none)]).await;
    refuses(&refused, "mentees", "Choose a file");
    priya.post(&import, &[("mentors", "a.csv")]).await.is(400).sees("We could not read what your browser sent.");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_read_to_its_end_and_refused() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let before = everything(&mut priya, &round).await;
    let line = Bytes::from("Ada Quill,ada@one.example,Joy\n".repeat(4096));
    let head =
        "--b\r\ncontent-disposition: form-data; name=\"mentors\"; filename=\"m.csv\"\r\n\r\nname,email,organisation\n";
    let rest = "\r\n--b\r\ncontent-disposition: form-data; name=\"mentees\"; filename=\"n.csv\"\r\n\r\nname,email\n\r\n--b--\r\n";
    // 6 MB, a piece at a time: it is never whole in memory.
    let pieces = std::iter::once(Bytes::from(head))
        .chain(std::iter::repeat_n(line, 52))
        .chain(std::iter::once(Bytes::from(rest)));
    let refused = priya
        .send(Method::POST, &format!("{round}/import"), "multipart/form-data; boundary=b", testkit::streamed(pieces))
        .await;
    refuses(&refused, "mentors", "The file is larger than 5 MB. Save only the columns you need, or split it.");
    assert_eq!(everything(&mut priya, &round).await, before);
}

#[tokio::test]
async fn a_body_that_breaks_off_keeps_nothing() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let before = everything(&mut priya, &round).await;
    let cut = "--b\r\ncontent-disposition: form-data; name=\"mentors\"; filename=\"m.csv\"\r\n\r\nname,email,organi";
    let refused =
        priya.send(Method::POST, &format!("{round}/import"), "multipart/form-data; boundary=b", Body::from(cut)).await;
    assert!([400, 422].contains(&refused.status()), "{refused:?}");
    refused.sees("We could not read what your browser sent.");
    assert_eq!(everything(&mut priya, &round).await, before);
}
