//! A letter that went, and comes back as a mail days later, is listed like one that was refused at once.

use std::io::Write as _;
use std::process::Stdio;

use duet::demo::cast;
use duet::letter::come_back;
use kit::mail::{Bounce, bounce};
use testkit::TestDuet;

use crate::program::{self, Home};
use crate::steps;

/// What another mail server says of a mail it could not deliver.
fn report(id: &str) -> String {
    format!(
        "From: MAILER-DAEMON@gwydion.example\r\nTo: duet@duet.example\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.gwydion.example\r\n\r\n\
         Final-Recipient: rfc822; aled.vaughan@gwydion.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}@duet.example>\r\n\r\n--b--\r\n"
    )
}

async fn takes_in(duet: &TestDuet, id: &str) -> usize {
    let bounce: Bounce = bounce::read(report(id).as_bytes()).expect("a report");
    let taken = duet.store().write(duet.organisation(), move |tx| come_back::come_back(tx, bounce)).await;
    taken.expect("a database")
}

#[tokio::test]
async fn it_is_listed_once_with_why_and_what_to_do() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let tell = steps::goes_to_pairs(&mut priya).await.link("Go on to telling them");
    priya.post(&tell, &[]).await.is(200);
    duet.minutes_pass(15);
    duet.works().await;
    let sent = mailbox.taken_for(steps::ALED)[0].header("Message-ID");
    let id = sent.trim_start_matches('<').split('@').next().expect("an id").to_owned();
    duet.days_pass(2);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/").await.sees_no("did not reach");
    assert_eq!(takes_in(&duet, &id).await, 1);
    let letters = priya.get("/letters").await;
    let letter = priya.follow(&letters, "Aled Vaughan").await;
    letter.is(200).sees("Came back").sees("(550)").sees_no("no such user");
    priya.get("/audit").await.sees("A letter came back");
    // The same mail read again, or one that is none of ours, changes nothing.
    assert_eq!(takes_in(&duet, &id).await, 0);
    assert_eq!(takes_in(&duet, "01920000-0000-7000-8000-000000000000").await, 0);
    // It is sent another way, and then it is done.
    priya.press(&letter, "Mark as sent", &[]).await.is(200);
    priya.get(letter.path()).await.sees_no("Came back");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alias_a_file_and_a_maildir_are_read() {
    let home = Home::new();
    drop(home.serve(&[]));
    let folder = tempfile::tempdir().expect("a folder");
    let new = folder.path().join("new");
    std::fs::create_dir_all(&new).expect("a Maildir");
    std::fs::write(new.join("1.M1.host"), report("01920000-0000-7000-8000-000000000000")).expect("a mail");
    std::fs::write(new.join("2.M2.host:2,"), "From: a@b.example\r\n\r\nHello").expect("a mail");
    let run = |mails: &[&std::path::Path], input: &str| {
        let mut command = program::command();
        let command = home.places(command.args(["mail", "bounces"])).args(mails).stdin(Stdio::piped());
        let mut running = command.stdout(Stdio::piped()).spawn().expect("the program runs");
        running.stdin.take().expect("an input").write_all(input.as_bytes()).expect("it listens");
        let done = running.wait_with_output().expect("it ends");
        assert!(done.status.success());
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    assert_eq!(run(&[folder.path()], ""), "2 mails were read; 0 letters came back.\n");
    assert_eq!(run(&[folder.path()], ""), "0 mails were read; 0 letters came back.\n", "each is read once");
    let kept = std::fs::read_dir(folder.path().join("cur")).expect("they are kept").count();
    assert_eq!(kept, 2);
    assert_eq!(run(&[], "From: a@b.example\r\n\r\nHello"), "1 mails were read; 0 letters came back.\n");
}
