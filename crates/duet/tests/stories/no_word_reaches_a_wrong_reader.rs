//! A word of its own stands in every place where words are kept, and everybody looks everywhere: nobody finds one that
//! the access table does not let them see, nobody is written one, and no log, no figure, no database and no copy of it
//! holds a private one.

mod copy;
mod crawl;
mod mails;

use std::collections::BTreeSet;

use duet::by_mail::mail::{self, Mail};
use duet::schema::words::{SEALED, TYPED};
use duet::wording::Kind;
use kit::words::Language;

use self::copy::copied;
use self::crawl::{crawls, workbooks};
use crate::canaries::{self, CANARIES, Canary, MENTEE, MENTOR, START};
use crate::drill::{self, figure};

/// What no page shows anybody here: a mail to sign in with goes to its address only, unless this is a demo.
const ON_NO_PAGE: &[&str] = &["zqmailaddress", "zqmailsubject", "zqmailbody"];

/// The canaries that stand in a log that should hold nobody's words.
fn in_the_log(canaries: &[&'static Canary], log: &str) -> Vec<&'static str> {
    let log = log.to_lowercase();
    canaries.iter().map(|canary| canary.word).filter(|word| log.contains(word)).collect()
}

#[tokio::test]
async fn every_place_of_words_holds_one() {
    let duet = canaries::told().await;
    let rows = duet.rows().await;
    let holds = |table: &str, column: &str, word: &str| {
        rows[table].iter().any(|row| row.get(column).is_some_and(|text| text.to_lowercase().contains(word)))
    };
    for (table, column) in TYPED {
        let of_it = CANARIES.iter().filter(|canary| canary.kept.contains(&(table, column))).collect::<Vec<_>>();
        assert!(!of_it.is_empty(), "{table}.{column} needs a canary");
        let missing = of_it.iter().find(|canary| !holds(table, column, canary.word)).map(|canary| canary.word);
        assert_eq!(missing, None, "it is not in {table}.{column}");
    }
    for (table, column) in SEALED {
        let opened = duet.opened(&rows, table, column).await.concat().to_lowercase();
        let of_it = CANARIES.iter().filter(|canary| canary.kept.contains(&(table, column))).collect::<Vec<_>>();
        assert!(!of_it.is_empty(), "{table}.{column} needs a canary");
        let missing = of_it.iter().find(|canary| !opened.contains(canary.word)).map(|canary| canary.word);
        assert_eq!(missing, None, "nobody's key opens it in {table}.{column}");
    }

    // One that was not sealed where it should be, in whatever case it was typed, would be found.
    let unsealed = SEALED.iter().map(|place| {
        let of_it = |canary: &&Canary| canary.kept.contains(place);
        (place, CANARIES.iter().find(of_it).expect("a canary").word)
    });
    let unsealed: Vec<_> = unsealed.collect();
    for ((table, column), word) in &unsealed {
        assert_eq!(duet.grep(word).await, 0);
        let hex = kit::token::hex(word.to_uppercase().as_bytes());
        let bytes = if duet.store().engine() == "sqlite" { format!("x'{hex}'") } else { format!("'\\x{hex}'") };
        duet.database().tamper(&format!("update {table} set {column} = {bytes}")).await;
    }
    let copy = copied(&duet);
    for ((table, column), word) in &unsealed {
        assert!(duet.grep(word).await > 0, "nobody notices {word} in {table}.{column}");
        assert!(copy.contains(word), "nobody notices {word} of {table}.{column} in a copy");
    }
}

#[tokio::test]
async fn nobody_finds_what_the_table_does_not_let_them_see() {
    let duet = canaries::told().await;
    let mut actors = canaries::actors(&duet).await;
    let secrets: Vec<String> = actors.iter().flat_map(|actor| actor.visitor.cookies().values().cloned()).collect();
    let canaries: Vec<&Canary> = CANARIES.iter().collect();
    let copy = copied(&duet);
    for word in canaries.iter().filter(|canary| canary.is_sealed()).map(|canary| canary.word) {
        assert_eq!(duet.grep(word).await, 0, "{word} stands in the database");
        assert!(!copy.contains(word), "{word} stands in a copy of it");
    }
    for secret in &secrets {
        assert_eq!(duet.grep(secret).await, 0, "a cookie's secret stands in the database");
        assert!(!copy.contains(&secret.to_lowercase()), "a cookie's secret stands in a copy of it");
    }
    assert!(duet.grep("zqmentorname").await > 0 && copy.contains("zqmentorname"), "what is there is found");

    let crawl = crawls(&duet, &mut actors, &canaries).await;
    assert!(crawl.leaks.is_empty(), "{:#?}", crawl.leaks);
    let found: BTreeSet<&str> = crawl.fine.iter().map(|(_, word)| *word).collect();
    let unfound: Vec<_> = canaries.iter().map(|canary| canary.word).filter(|word| !found.contains(word)).collect();
    assert_eq!(unfound, ON_NO_PAGE, "which canaries nobody at all finds: is this looking where they are?");
    assert_eq!(crawl.workbooks, workbooks(), "workbooks that are seen into");

    let figures = duet.figures().await.to_lowercase();
    assert!(figures.contains("duet_requests_total{class=\"rounds\",status=\"200\"}"), "{figures}");
    assert!(
        !figures.contains(START) && !secrets.iter().any(|secret| figures.contains(&secret.to_lowercase())),
        "{figures}"
    );
    tracing::debug!(target: "duet::story", word = "zqlistening", "our own code is heard at its most talkative");
    tracing::debug!(target: "tokio_postgres::query", word = "zqquiet", "a library beneath is not");
    let log = drill::logged();
    assert!(log.contains("zqlistening") && !log.contains("zqquiet"), "{log}");
    assert_eq!(in_the_log(&canaries, &log), [""; 0], "names and words are not logged");
    assert!(!secrets.iter().any(|secret| log.contains(secret.as_str())), "a cookie's secret is logged");
    let leaks = crawl.leaks.len();
    figure("canaries", "workbooks seen into", crawl.workbooks.len());
    figure("canaries", "places × people", format!("{} × {}", canaries.len(), actors.len()));
    figure("canaries", "answers read", crawl.read);
    figure("canaries", "found by whom the table lets", crawl.fine.len());
    figure("canaries", "found by anybody else", leaks);
    figure("canaries", "private words in the database, names in the log", 0);
}

#[tokio::test]
async fn no_mail_tells_what_the_table_does_not_let_its_reader_see() {
    let (duet, mailbox) = canaries::told_by_mail().await;
    mails::writes_the_rest(&duet).await;
    mails::goes(&duet, &mailbox).await;
    let letters = &duet.rows().await["letter"];
    let went: BTreeSet<&str> =
        letters.iter().filter(|one| one.contains_key("sent_at")).map(|one| one["kind"].as_str()).collect();
    let kinds = Kind::EDITABLE.iter().filter(|kind| !mails::NOT_WRITTEN.contains(kind));
    assert_eq!(went, kinds.map(|kind| kind.as_str()).collect::<BTreeSet<_>>(), "a letter of each kind went");
    for (to, why) in [
        (MENTOR, "a code to sign in with, and that an address was changed"),
        ("third@one.example", "a code for an address"),
        ("zqmailaddress@one.example", "what helps to sign in"),
    ] {
        assert!(!mailbox.taken_for(to).is_empty(), "{why}");
    }

    let canaries: Vec<&Canary> = CANARIES.iter().collect();
    let crawl = mails::reads(&mailbox, &canaries);
    assert!(crawl.leaks.is_empty(), "{:#?}", crawl.leaks);
    for found in [
        ("mentor", "zqmenteename"),
        ("mentor", "zqshared"),
        ("mentee", "zqmentorname"),
        ("applicant", "zqroundname"),
        ("colleague", "zqschemepurpose"),
        ("mentor", "zqmailsubject"),
    ] {
        assert!(crawl.fine.contains(&found), "{found:?} is not among {:#?}", crawl.fine);
    }
    figure("canaries", "mails read", crawl.read);

    // One that a word slips into is found by the same look.
    let slips = Mail {
        to: MENTEE.to_owned(),
        language: Language::English,
        subject: "Hello".to_owned(),
        body: "ZqMentorReflection".to_owned(),
    };
    duet.store().write_outside(move |tx| mail::send(tx, &slips)).await.expect("a mail");
    mails::goes(&duet, &mailbox).await;
    let leaks: Vec<String> = mails::reads(&mailbox, &canaries).leaks.into_iter().collect();
    assert_eq!(leaks, ["mentee finds zqmentorreflection at home, in a mail"]);
}

/// The same crawl finds a word that was let slip: on a page, in a workbook, in a log.
#[tokio::test]
async fn a_word_that_slips_out_is_found() {
    let duet = canaries::told().await;
    let mut actors = canaries::actors(&duet).await;
    actors.retain(|actor| ["elsewhere", "coach", "coordinator", "mentor"].contains(&actor.reader.name));
    let slipped: Vec<&Canary> = CANARIES.iter().filter(|canary| canary.word == "zqmentorreflection").collect();
    // Somebody copies it to where the scheme's people see it, and to where nobody does but in a round's workbook.
    let coordinator = actors.iter_mut().find(|actor| actor.reader.name == "coordinator").expect("a coordinator");
    let asked = [("name", "zqmentorreflection"), ("address", "new@office.example"), ("duty", "coach")];
    let scheme = format!("/schemes/{}", duet.rows().await["scheme"][0]["id"]);
    coordinator.visitor.post(&format!("{scheme}/appointments"), &asked).await.is(200);
    let job = "update person set job_title = 'ZqMentorReflection' where address = 'plain@two.example'";
    duet.database().done(job).await;
    let crawl = crawls(&duet, &mut actors, &slipped).await;
    let by = |name: &str| crawl.leaks.iter().any(|leak| leak.starts_with(name));
    assert!(by("coach finds") && by("coordinator finds"), "{:#?}", crawl.leaks);
    assert!(crawl.workbooks.contains("round.xlsx"), "{:?}", crawl.workbooks);
    assert!(crawl.leaks.iter().any(|leak| leak.starts_with("coordinator finds") && leak.ends_with("/round.xlsx")));
    assert!(!by("elsewhere") && crawl.fine.contains(&("mentor", "zqmentorreflection")), "{:#?}", crawl.leaks);
    assert_eq!(in_the_log(&slipped, "a reflection: ZQmentorreflection"), ["zqmentorreflection"], "also in a log");
}
