//! A coordinator makes a link for a newsletter. Whoever opens it reads what the round is and what is kept, gives a name and an
//! address, shows by a mail that it is theirs, and applies like everybody else. Nobody is made a person before.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const NIA: &str = "nia.bowen@aeron.example";
const PEOPLE: &str = "select cast(count(*) as text) from person";

/// Priya makes a link for the demo's second round; gives the page, and the link's path.
async fn makes_a_link(duet: &TestDuet) -> (Visitor, Page, String) {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    let links = priya.follow(&people, "Links that let anybody apply").await;
    links.is(200).sees("There is none yet.").sees("A link works until 12 November 2026");
    let made = priya.press(&links, "Make a link", &[]).await;
    made.is(200).sees("Copy it now. It is not shown again.").sees("Made by Priya Nair on 3 November 2026");
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    (priya, made, link)
}

/// Somebody opens a link and gives an address; they stand before the code.
async fn gives(guest: &mut Visitor, link: &str, name: &str, address: &str) -> Page {
    let call = guest.get(link).await;
    guest.press(&call, "Send me a code", &[("Your name", name), ("Your mail address", address)]).await
}

/// A guest from somewhere else.
fn from(network: &str, duet: &TestDuet) -> Visitor {
    let mut guest = duet.guest();
    guest.set_header("x-forwarded-for", network);
    guest
}

async fn code_for(duet: &TestDuet, address: &'static str) -> String {
    steps::code_in(&duet.mails_to(address).await[0].1)
}

#[tokio::test]
async fn who_is_known_to_nobody_comes_in_and_applies() {
    let duet = TestDuet::demo().await;
    let (mut priya, links, link) = makes_a_link(&duet).await;
    assert_eq!(link.len(), "/open-calls/".len() + 16, "short enough for a newsletter: {link}");
    assert_eq!(links.all("main svg").len(), 1, "and as a square code for a poster");
    priya.get(links.path()).await.sees("Works").sees_no(&link);
    assert_eq!(duet.grep(link.trim_start_matches("/open-calls/")).await, 0, "only its hash is kept");

    let before = duet.asked(PEOPLE).await;
    let mut nia = duet.guest();
    let call = nia.get(&link).await;
    call.is(200).sees("Apply to Second round").sees("Who runs it Priya Nair").sees("A mentee is a head of service now");
    call.sees("those who look after the organisation (Priya Nair)").sees("those who run or coach the round too (");
    // What is kept, and why, stands before the first field.
    let text = call.text();
    let notice = text.find("Who answers for it").or_else(|| text.find("What is kept")).expect("the notice");
    assert!(notice < text.find("id=\"name\"").expect("a field"), "it is read before anything is typed");
    let bad =
        nia.press(&call, "Send me a code", &[("Your name", "Nia Bowen"), ("Your mail address", "nia at aeron")]).await;
    bad.is(422).sees("There is a problem").sees("Who can see this");
    let code = nia.press(&bad, "Send me a code", &[("Your mail address", "Nia.Bowen@aeron.example ")]).await;
    code.is(200).sees("A mail is on its way to nia.bowen@aeron.example.");
    assert_eq!(duet.asked(PEOPLE).await, before, "she is nobody yet");
    assert_eq!(duet.grep("Nia Bowen").await, 0, "and her name is nowhere");

    let (subject, body) = duet.mails_to(NIA).await.remove(0);
    assert!(subject.ends_with("is your code for Second round"), "{subject}");
    assert!(body.split_whitespace().count() <= 120, "a mail is short");
    nia.press(&code, "Go on to the form", &[("The six digits", "12")]).await.is(422).sees("Type the six digits");
    let digits = steps::code_in(&body);
    let there = nia.press(&code, "Go on to the form", &[("The six digits", &digits)]).await;
    // She has read what is kept: the form comes at once.
    there.is(200).sees("Apply as a mentor").sees_no("Before you write anything here");
    let you = nia.follow(&there, "Apply as a mentor").await;
    you.sees("You apply as Nia Bowen");
    let part = nia.press(&you, "Save and go on", &[("Where you work", "Aeron Libraries"), ("places", "1")]).await;
    let fit = nia.press(&part, "Save and go on", &[("answer-headofservice", "yes")]).await;
    let check = nia.press(&fit, "Save and go on", &[("answer-offers-0", "listening")]).await;
    nia.press(&check, "Send my application", &[]).await.is(200).sees("You have what this round asks for");
    let round = links.path().replace("/open-links", "");
    priya.get(&format!("{round}/people")).await.sees("Nia Bowen").sees("Aeron Libraries");
    priya.get(links.path()).await.sees("1 new person has come in by it");
    priya
        .get("/audit")
        .await
        .sees("Came in by a link that lets anybody apply")
        .sees("Made a link that lets anybody apply");
    // The link and the code are used up for nobody else, and she signs in as everybody does.
    steps::signs_in_by_mail(&duet, NIA).await.get("/").await.sees("Your application to Second round");
    nia.get(&link).await.is(200).sees("You applied on 3 November 2026");
}

#[tokio::test]
async fn by_the_link_in_the_mail_and_only_in_the_browser_that_asked() {
    let duet = TestDuet::demo().await;
    let (_, _, link) = makes_a_link(&duet).await;
    let mut nia = duet.guest();
    gives(&mut nia, &link, "Nia Bowen", NIA).await.is(200);
    let in_mail = steps::link_in(&duet.mails_to(NIA).await[0].1);
    let mut other = duet.guest();
    other.get(&in_mail).await.is(200).sees("Send me a code").sees_no("Nia");
    gives(&mut other, &link, "A Thief", "thief@elsewhere.example").await.is(200);
    let tried = other.get(&in_mail).await;
    tried.is(200).sees("The six digits");
    let half = in_mail.split("half=").nth(1).expect("a half");
    other.post(&format!("{link}/code"), &[("half", half)]).await.is(409).sees("does not work any more");
    let code = code_for(&duet, NIA).await;
    other.post(&format!("{link}/code"), &[("code", &code)]).await.is(422).sees("That is not the code in the mail.");
    // Nor is it hers who says in her own browser that she is somebody else.
    let page = nia.get(&in_mail).await;
    let mut forged = nia.clone();
    let coming = duet::open_link::Coming { name: "Priya Nair".into(), address: cast::PRIYA.into(), shown: None };
    forged.set_cookie("__Host-duet-coming", &coming.to_cookie());
    forged.press(&page, "Go on to the form", &[]).await.is(409);
    let coming = duet::open_link::Coming { name: "Nia\n\nOpen this".into(), address: NIA.into(), shown: None };
    forged.set_cookie("__Host-duet-coming", &coming.to_cookie());
    forged.press(&page, "Go on to the form", &[]).await.is(422);
    let there = nia.press(page.is(200), "Go on to the form", &[]).await;
    there.is(200).sees("Apply as a mentee");
    nia.post(&format!("{link}/code"), &[("half", half)]).await.is(200).sees("Apply as a mentee");
    assert_eq!(duet.asked("select cast(came_in as text) from open_link").await, ["1"]);
}

#[tokio::test]
async fn known_and_unknown_are_answered_alike_and_who_is_known_comes_in_as_who_they_are() {
    let duet = TestDuet::demo().await;
    let (mut priya, links, link) = makes_a_link(&duet).await;
    let before = duet.asked(PEOPLE).await;
    let mut answers = Vec::new();
    for (name, address) in [("Somebody Else", cast::GWEN), ("Nia Bowen", NIA)] {
        let mut guest = duet.guest();
        let code = gives(&mut guest, &link, name, address).await;
        answers.push((code.status(), code.path().to_owned(), code.text().replace(address, "ADDRESS")));
        assert_eq!(duet.mails_to(address).await.len(), 1, "each gets a mail");
    }
    assert_eq!(answers[0], answers[1]);
    let mut gwen = duet.guest();
    let code = gives(&mut gwen, &link, "Somebody Else", cast::GWEN).await;
    let digits = code_for(&duet, cast::GWEN).await;
    let there = gwen.press(&code, "Go on to the form", &[("The six digits", &digits)]).await;
    there.is(200).sees("Apply to Second round");
    gwen.get("/").await.sees("Hello Gwen");
    assert_eq!(duet.asked(PEOPLE).await, before, "nobody is there twice, or renamed");
    priya.get(links.path()).await.sees("Nobody new has come in by it");
    // Who is in already is led straight to the form; who is suspended reads whom to write to.
    gwen.get(&link).await.is(200).sees("Apply as a mentee").sees_no("Send me a code");
    duet.database().tamper("update person set membership = 'suspended' where name = 'Gwen Morris'").await;
    duet.minutes_pass(61);
    let mut gwen = duet.guest();
    let code = gives(&mut gwen, &link, "Gwen", cast::GWEN).await;
    let digits = code_for(&duet, cast::GWEN).await;
    gwen.press(&code, "Go on to the form", &[("The six digits", &digits)])
        .await
        .is(409)
        .sees("take no part at present");
}

#[tokio::test]
async fn an_ended_link_a_closed_round_and_no_link_lead_nowhere() {
    let duet = TestDuet::demo().await;
    let (mut priya, links, link) = makes_a_link(&duet).await;
    let mut nia = duet.guest();
    let code = gives(&mut nia, &link, "Nia Bowen", NIA).await;
    let digits = code_for(&duet, NIA).await;
    let links = priya.get(links.path()).await;
    let ended = priya.press(&links, "End it : Made by Priya Nair on 3 November 2026", &[]).await;
    ended.is(200).sees("Ended on 3 November 2026").sees_no("Works");
    let end = links.attributes("form[action^='/open-links/']", "action").concat();
    priya.post(&end, &[]).await.is(409);
    // Also for who was half in.
    nia.press(&code, "Go on to the form", &[("The six digits", &digits)]).await.is(404);
    assert_eq!(
        duet.asked("select cast(count(*) as text) from person where address = 'nia.bowen@aeron.example'").await,
        ["0"]
    );
    let gone = duet.guest().get(&link).await;
    gone.is(404).sees("This link leads nowhere").sees("Ask whoever gave it to you");
    let unknown = duet.guest().get("/open-calls/aaaaaaaaaaaaaaaa").await;
    assert_eq!(gone.text().replace(&link, ""), unknown.text().replace("/open-calls/aaaaaaaaaaaaaaaa", ""));
    duet.guest().post(&link, &[("name", "Nia"), ("address", NIA)]).await.is(404);
    for odd in ["/open-calls/%0A", "/open-calls/%0A/code", "/open-calls/%2F%2Felsewhere.example/code"] {
        duet.guest().get(odd).await.is(404).sees("This link leads nowhere");
    }

    let made = priya.press(&ended, "Make a link", &[]).await;
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    duet.days_pass(10);
    let closed = duet.guest().get(&link).await;
    closed.is(200).sees("Nobody can apply any more.").sees("Write to Priya Nair").sees_no("Send me a code");
    duet.guest().post(&link, &[("name", "Nia"), ("address", NIA)]).await.is(409);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get(made.path()).await.sees("This round takes no applications now.").sees_no("Make a link").sees_no("Works");
    priya.post(made.path(), &[]).await.is(409).sees("takes no applications now");
}

#[tokio::test]
async fn only_a_coordinator_makes_and_ends_one_and_there_are_ten_at_most() {
    let duet = TestDuet::demo().await;
    let (mut priya, links, _) = makes_a_link(&duet).await;
    let end = links.attributes("form[action^='/open-links/']", "action").concat();
    let mut ruth = duet.sign_in(cast::RUTH).await;
    ruth.get(links.path()).await.is(200).sees("Works").sees_no("Make a link").sees_no("End it");
    for address in [cast::RUTH, cast::HELEN, cast::TOM] {
        let mut other = duet.sign_in(address).await;
        other.post(links.path(), &[]).await.is(404);
        other.post(&end, &[]).await.is(404);
    }
    duet.sign_in(cast::TOM).await.get(links.path()).await.is(404);
    for _ in 1..10 {
        priya.post(links.path(), &[]).await.is(200);
    }
    priya.post(links.path(), &[]).await.is(409).sees("10 links of this round work already.");
}

#[tokio::test]
async fn five_wrong_codes_are_enough_and_mails_are_counted() {
    let duet = TestDuet::demo().await;
    let (_, _, link) = makes_a_link(&duet).await;
    let mut nia = duet.guest();
    let code = gives(&mut nia, &link, "Nia Bowen", NIA).await;
    let digits = code_for(&duet, NIA).await;
    let wrong = if digits == "000000" { "000001" } else { "000000" };
    for left in ["4 more times", "3 more times", "2 more times", "once more"] {
        let page = nia.press(&code, "Go on to the form", &[("The six digits", wrong)]).await;
        page.is(422).sees(&format!("You can try {left}"));
    }
    nia.press(&code, "Go on to the form", &[("The six digits", wrong)]).await.is(409);
    nia.press(&code, "Go on to the form", &[("The six digits", &digits)]).await.is(409);
    // Three mails an hour leave for an address, by whichever door they are asked for.
    for _ in 0..4 {
        gives(&mut duet.guest(), &link, "Nia Bowen", NIA).await.is(200);
    }
    assert_eq!(duet.mails_to(NIA).await.len(), 3);
    // Nor does who asks in vain use up what others need.
    for _ in 0..50 {
        let mut asked = from("198.51.100.7", &duet);
        asked.post(&link, &[("name", "Nia"), ("address", NIA)]).await.is(200);
    }
    // And a link is no way to write to the whole world, from one place or from many.
    for network in 0..5 {
        let address = format!("203.0.{network}.9");
        for at in 0..40 {
            let typed = [("name", "Nia"), ("address", &*format!("nia{at}@aeron{network}.example"))];
            let answer = from(&address, &duet).post(&link, &typed).await;
            // Nia herself had three.
            let enough = network * 40 + at >= 197;
            answer.is(if enough { 409 } else { 200 });
        }
        let typed = [("name", "Nia"), ("address", "one.more@aeron.example")];
        let answer = from(&address, &duet).post(&link, &typed).await;
        answer.is(409).sees("Very many people are coming in by this link");
    }
    duet.minutes_pass(1);
    let typed = [("name", "Nia"), ("address", "another@aeron.example")];
    from("203.0.113.9", &duet).post(&link, &typed).await.is(200);
}

#[tokio::test]
async fn who_asked_and_never_came_in_is_forgotten() {
    let duet = TestDuet::demo().await;
    let (_, _, link) = makes_a_link(&duet).await;
    gives(&mut duet.guest(), &link, "Nia Bowen", NIA).await.is(200);
    assert!(duet.mails_to(NIA).await[0].1.contains("forgotten within two hours"));
    duet.minutes_pass(61);
    duet::jobs::sweep(duet.store()).await.expect("a sweep");
    assert_eq!(duet.asked("select cast(count(*) as text) from sign_in_request").await, ["0"]);
}

#[tokio::test]
async fn a_notice_that_was_written_meanwhile_is_shown_before_the_form() {
    let duet = TestDuet::demo().await;
    let (mut priya, _, link) = makes_a_link(&duet).await;
    let mut nia = duet.guest();
    let code = gives(&mut nia, &link, "Nia Bowen", NIA).await;
    let form = priya.get("/notices/wording").await;
    let said = [("controller", "Another Federation"), ("contact", "post@another.example")];
    steps::writes_the_notice(&mut priya, &form, &said).await.is(200);
    let digits = code_for(&duet, NIA).await;
    let told = nia.press(&code, "Go on to the form", &[("The six digits", &digits)]).await;
    told.is(200).sees("Before you write anything here").sees("Another Federation");
}

#[tokio::test]
async fn without_mail_it_says_whom_to_write_to() {
    let duet = TestDuet::real().await;
    let (_, links, link) = makes_a_link(&duet).await;
    links.sees("This Duet sends no mail");
    let call = duet.guest().get(&link).await;
    call.is(200).sees("Apply to Second round").sees("Write to Priya Nair").sees_no("Send me a code");
    duet.guest().post(&link, &[("name", "Nia"), ("address", NIA)]).await.is(409).sees("This Duet sends no mail");
    assert_eq!(duet.asked("select cast(count(*) as text) from sign_in_request").await, ["0"]);
}
