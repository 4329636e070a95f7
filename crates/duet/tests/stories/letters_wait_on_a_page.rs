//! While no mail server is set, letters wait on a page until somebody sends them.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn opens_letter(priya: &mut Visitor, name: &str) -> Page {
    let letters = steps::tells_the_pairs(priya).await;
    priya.follow(&letters, name).await
}

/// The path of the sign-in link on a page.
fn link_on(page: &Page) -> String {
    let link = page.all("code").first().cloned().unwrap_or_else(|| panic!("no link on {page:?}"));
    link.strip_prefix("https://duet.example").unwrap_or_else(|| panic!("{link} leads elsewhere")).to_owned()
}

#[tokio::test]
async fn a_letter_opens_in_a_mail_program_and_is_marked_as_sent() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letter = opens_letter(&mut priya, "Aled Vaughan").await;
    letter.sees("aled.vaughan@gwydion.example").sees("Second round: your mentor");
    let mail = priya.press(&letter, "Get it for your mail program, with a sign-in link", &[]).await;
    assert_eq!(mail.header("content-type"), "message/rfc822");
    assert_eq!(mail.header("content-disposition"), "attachment; filename=\"Aled-Vaughan.eml\"");
    let text = mail.text();
    for line in [
        "To: \"Aled Vaughan\" <aled.vaughan@gwydion.example>\r\n",
        "From: \"Priya Nair\" <priya.nair@libraries.example>\r\n",
        "Subject: Second round: your mentor\r\n",
        "X-Unsent: 1\r\n",
        "Dear Aled Vaughan,\r\n",
    ] {
        assert!(text.contains(line), "no {line:?} in {text}");
    }
    priya.get("/").await.sees("21 letters wait to be sent");
    let letters = priya.press(&letter, "Mark as sent", &[]).await;
    letters.is(200).sees("20 letters wait to be sent.");
    let sent = priya.get(letter.path()).await;
    sent.sees_no("Mark as sent");
    priya.press(&letter, "Mark as sent", &[]).await.sees("20 letters wait to be sent.");
}

#[tokio::test]
async fn its_link_signs_in_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letter = opens_letter(&mut priya, "Aled Vaughan").await;
    let made = priya.press(&letter, "Make a sign-in link", &[]).await;
    made.is(200).sees("It works once, within 14 days, and is shown only now.");
    let link = link_on(&made);
    priya.get(letter.path()).await.sees_no("/sign-in/");

    let mut aled = duet.guest();
    let page = aled.get(&link).await;
    page.sees("This link is for Aled Vaughan.");
    assert!(aled.cookies().is_empty(), "looking signs nobody in");
    steps::goes_on(&mut aled, &page, "Aled Vaughan").await.sees("Say yes or no to Elin Prosser");
    let mut other = duet.guest();
    other.get(&link).await.is(409).sees("This link or code does not work any more.");
    other.post(&link, &[]).await.is(409).sees("This link or code does not work any more.");
    assert!(other.cookies().is_empty());
    let home = aled.get("/").await;
    aled.press(&home, "Sign out", &[]).await.sees("Come in as someone");
    assert!(aled.cookies().is_empty());
}

#[tokio::test]
async fn its_link_ends_after_fourteen_days() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letter = opens_letter(&mut priya, "Aled Vaughan").await;
    let link = link_on(&priya.press(&letter, "Make a sign-in link", &[]).await);
    let newer = link_on(&priya.press(&letter, "Make a sign-in link", &[]).await);
    assert_ne!(link, newer);
    duet.days_pass(13);
    let mut aled = duet.guest();
    let page = aled.get(&link).await;
    steps::goes_on(&mut aled, &page, "Aled Vaughan").await.is(200).sees("Hello Aled");
    duet.days_pass(1);
    duet.guest().get(&newer).await.is(409).sees("This link or code does not work any more.");
    duet.guest().post(&newer, &[]).await.is(409);
}

#[tokio::test]
async fn a_signed_in_browser_is_forgotten_after_two_weeks_unused() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    duet.days_pass(13);
    tom.get("/").await.sees("Hello Tom");
    // Its use is written down behind the page, which waits for nobody.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    duet.days_pass(13);
    tom.get("/").await.sees("Hello Tom");
    let cookies = tom.cookies().clone();
    duet.days_pass(4);
    tom.get("/").await.sees("Come in as someone");
    assert!(!cookies.is_empty(), "thirty days at most, however it is used");
    let mut ruth = duet.sign_in(cast::RUTH).await;
    duet.days_pass(14);
    ruth.get("/").await.sees("Come in as someone");
}

#[tokio::test]
async fn a_cookie_of_somebody_who_signed_out_opens_nothing() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let stolen = tom.clone();
    let home = tom.get("/").await;
    tom.press(&home, "Sign out", &[]).await;
    stolen.clone().get("/").await.sees("Come in as someone");
}

#[tokio::test]
async fn all_of_them_are_marked_as_sent_at_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = steps::tells_the_pairs(&mut priya).await;
    let until = [("until", "2027-01-01T00:00:00Z")];
    duet.sign_in(cast::RUTH).await.post("/letters/sending", &until).await.sees("No letters wait to be sent.");
    duet.sign_in(cast::RUTH).await.post("/letters/sending", &[]).await.is(422);
    priya.get("/letters").await.sees("21 letters wait to be sent.");
    let sent = priya.press(&letters, "Mark all of them as sent", &[]).await;
    sent.is(200).sees("No letters wait to be sent.").sees_no("Mark all of them as sent");
}

#[tokio::test]
async fn what_was_written_since_is_neither_in_the_sheet_nor_marked() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = steps::tells_the_pairs(&mut priya).await;
    duet.minutes_pass(1);
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let page = priya.follow(&round, "Enter for them : Elin Prosser, Aled Vaughan").await;
    priya.press(&page, "Yes, they would : Aled Vaughan", &[]).await.is(200).sees("is told by letter");
    priya.get("/letters").await.sees("22 letters wait to be sent.");
    let sheet = priya.press(&letters, "Mail-merge sheet (CSV)", &[]).await;
    assert_eq!(sheet.is(200).text().matches("aled.vaughan@gwydion.example").count(), 1);
    priya.press(&letters, "Mark all of them as sent", &[]).await.is(200).sees("1 letter waits to be sent.");
}
