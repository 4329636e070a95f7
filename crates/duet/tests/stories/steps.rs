//! What several stories do on the way to what they tell.

use std::collections::BTreeSet;

use duet::demo::cast;
use duet::factor::code_app::Shared;
use duet::person::PersonDraft;
use duet::pupil::{PupilDraft, Role};
use duet::schema::MIGRATIONS;
use testkit::{Page, TestDuet, Visitor};

/// Opens a scheme and a round in it, and stands before the page that asks for spreadsheets.
pub(crate) async fn opens_a_round(admin: &mut Visitor) -> Page {
    let page = admin.get("/schemes/new").await;
    let scheme = [("Name of the scheme", "Mentoring"), ("What is it for?", "To learn from each other.")];
    let page = admin.press(&page, "Open a scheme", &scheme).await;
    let round = [
        ("Name of the round", "Spring"),
        ("When do pairs begin to meet?", "1 2 2027"),
        ("When does the round end?", "31 7 2027"),
    ];
    let page = admin.press(&page, "Open a round", &round).await;
    page.is(200).sees("Bring in people");
    page
}

/// Somebody coordinates the scheme of a round, and no other, beside who opened it; gives their browser.
pub(crate) async fn coordinates_only(
    duet: &TestDuet,
    admin: &mut Visitor,
    round: &str,
    address: &'static str,
) -> Visitor {
    let id = round.split('/').nth(2).expect("an id");
    let scheme = duet.asked(&format!("select cast(scheme as text) from round where cast(id as text) = '{id}'")).await;
    let asked = [("name", "Cora"), ("address", address), ("duty", "coordinator")];
    admin.post(&format!("/schemes/{}/appointments", scheme.concat()), &asked).await.is(200);
    duet.sign_in(address).await
}

/// Presses the button of a sign-in link's page, and goes on from the page that says what is kept, if it comes.
pub(crate) async fn goes_on(visitor: &mut Visitor, page: &Page, name: &str) -> Page {
    let there = visitor.press(page, &format!("Sign in as {name}"), &[]).await;
    if !there.has("Before you write anything here") {
        return there;
    }
    visitor.press(&there, "Go on", &[]).await
}

/// Sends two spreadsheets from the page that asks for them, and brings them in as they are understood.
pub(crate) async fn brings_in(visitor: &mut Visitor, asking: &Page, mentors: &str, mentees: &str) -> Page {
    let files = [("mentors", "mentors.csv", mentors.as_bytes()), ("mentees", "mentees.csv", mentees.as_bytes())];
    brings_in_files(visitor, asking.path(), &files).await
}

/// Sends files to the page that asks for them, and brings them in as they are understood.
pub(crate) async fn brings_in_files(visitor: &mut Visitor, path: &str, files: &[testkit::Upload<'_>]) -> Page {
    let check = visitor.upload(path, files).await;
    check.is(200).sees("Nothing has been saved yet.");
    visitor.press(&check, "Bring them in", &[]).await
}

/// A pupil whom an administrator adds, with a tutor and the music teacher at the school; gives the id.
pub(crate) async fn teaches(
    duet: &TestDuet,
    administrator: &'static str,
    draft: PupilDraft,
    tutor: &'static str,
    teacher: &'static str,
) -> String {
    let by = duet.viewer(administrator).await;
    let added = duet.store().write(duet.organisation(), move |tx| {
        let today = tx.today();
        let id = duet::pupil::add::add(tx, by, &draft, today)?;
        for (role, address) in [(Role::Tutor, tutor), (Role::SchoolTeacher, teacher)] {
            let known = duet::person::store::by_address(tx, address)?.ok_or(kit::Error::NotFound)?;
            let person = PersonDraft {
                name: known.name,
                address: known.address,
                job_title: String::new(),
                workplace: String::new(),
                language: known.language,
            };
            duet::pupil::teach::teach(tx, by, id, role, &person, today)?;
        }
        Ok(id)
    });
    added.await.expect("a pupil can be added").to_string()
}

/// Nothing about pupils opens to them.
pub(crate) async fn teaches_nobody(visitor: &mut Visitor) {
    for path in ["/pupils", "/pupils/new", "/pupils/counts", "/pupils/import"] {
        visitor.get(path).await.is(404);
    }
}

/// Opens another round of the scheme somebody coordinates, open to apply to until 20 November; gives its path.
pub(crate) async fn opens_to_applications(coordinator: &mut Visitor, name: &str) -> String {
    let rounds = coordinator.get("/rounds").await;
    let new = rounds.link("Open a round");
    let starts = [("starts_on-day", "1"), ("starts_on-month", "12"), ("starts_on-year", "2026")];
    let ends = [("ends_on-day", "31"), ("ends_on-month", "7"), ("ends_on-year", "2027")];
    coordinator.post(&new, &[&[("name", name)], &starts[..], &ends[..]].concat()).await.is(200);
    let round = coordinator.get("/rounds").await.link(name);
    let by = [("apply_by-day", "20"), ("apply_by-month", "11"), ("apply_by-year", "2026")];
    coordinator.post(&format!("{round}/deadline"), &by).await.is(200);
    coordinator.post(&format!("{round}/stage"), &[("stage", "open")]).await.is(200);
    round
}

/// The page of a round, from home.
pub(crate) async fn goes_to_round(visitor: &mut Visitor, name: &str) -> Page {
    let home = visitor.get("/").await;
    visitor.follow(&home, name).await
}

/// The proposal of the demo's second round, as its coordinator sees it.
pub(crate) async fn goes_to_pairs(visitor: &mut Visitor) -> Page {
    let round = goes_to_round(visitor, "Second round").await;
    visitor.follow(&round, "Pairs").await
}

/// Tells the pairs of the demo's second round; the coordinator stands before the letters.
pub(crate) async fn tells_the_pairs(priya: &mut Visitor) -> Page {
    let pairs = goes_to_pairs(priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    let letters = priya.press(&check, "Tell them now", &[]).await;
    letters.is(200).sees("21 letters wait to be sent.");
    letters
}

/// Writes what people are told of what is kept: looks at how it reads, and saves it.
pub(crate) async fn writes_the_notice(visitor: &mut Visitor, form: &Page, typed: &[(&str, &str)]) -> Page {
    let check = visitor.press(form, "Look at how it reads", typed).await;
    check.is(200).sees("Check, then tell everybody");
    visitor.press(&check, "Save it", &[]).await
}

/// Says yes or no to the other of a pair that was told.
pub(crate) async fn answers(visitor: &mut Visitor, other: &str, button: &str) -> Page {
    let home = visitor.get("/").await;
    let pair = visitor.follow(&home, other).await;
    visitor.press(&pair, button, &[]).await
}

/// The path of a pair's page, found by one of the two.
pub(crate) async fn pair_path(duet: &TestDuet, one: &'static str, other: &str) -> String {
    duet.sign_in(one).await.get("/").await.link(other)
}

/// The proposed pairs on a page: mentor and mentee, by name.
pub(crate) fn pairs(page: &Page) -> Vec<(String, String)> {
    let mentors = page.firsts("article.pairing h3 > span:first-child");
    mentors.into_iter().zip(page.firsts("article.pairing h3 > span:last-child")).collect()
}

/// The mentor a page proposes for a mentee.
pub(crate) fn mentor_of(page: &Page, mentee: &str) -> Option<String> {
    pairs(page).into_iter().find(|(_, of)| of == mentee).map(|(mentor, _)| mentor)
}

/// The app that scanned the square of a page: its secret, from the letters beside it.
pub(crate) fn scanned(page: &Page) -> Shared {
    let letters = page.all("main code").concat();
    Shared::from_words(&letters).unwrap_or_else(|| panic!("no app takes {letters}"))
}

/// Signs somebody in with the code of a mail.
pub(crate) async fn signs_in_by_mail(duet: &TestDuet, address: &'static str) -> Visitor {
    // So that the newest mail is this one.
    duet.minutes_pass(1);
    let mut visitor = duet.guest();
    let front = visitor.get("/sign-in").await;
    let asking = visitor.press(&front, "Send me a code", &[("Your mail address", address)]).await;
    let code = code_in(&duet.mails_to(address).await.first().expect("a mail").1);
    visitor.press(&asking, "Sign in", &[("The six digits", &code)]).await.is(200).sees("Hello");
    visitor
}

/// The six digits in a mail.
pub(crate) fn code_in(mail: &str) -> String {
    let digits: Vec<&str> = mail.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 3).collect();
    digits[..2].concat()
}

/// The path of the link in a mail.
pub(crate) fn link_in(mail: &str) -> String {
    let link = mail.split_whitespace().find_map(|word| word.strip_prefix("https://duet.example"));
    link.unwrap_or_else(|| panic!("no link in {mail}")).to_owned()
}

/// Addresses of those of the cast who only apply.
pub(crate) const ELIN: &str = "elin.prosser@dyffryn.example";
pub(crate) const ALED: &str = "aled.vaughan@gwydion.example";

/// Everybody who comes in by a door of the demo, and one who applied.
pub(crate) const EVERYBODY: [&str; 6] = [cast::PRIYA, cast::RUTH, cast::HELEN, cast::GWEN, cast::TOM, ALED];

/// Every table with a person in it, read from the migrations.
pub(crate) fn tables_of_people() -> BTreeSet<&'static str> {
    let tables = MIGRATIONS.iter().flat_map(|one| one.text.split("create table ").skip(1));
    let of_people = tables.filter_map(|table| {
        let (name, rest) = table.split_once(" (")?;
        let columns = rest.split("\n);").next()?;
        let points = columns.contains("references person") || columns.contains("    person id");
        (points || name == "audit" || name == "person").then_some(name)
    });
    of_people.collect()
}
