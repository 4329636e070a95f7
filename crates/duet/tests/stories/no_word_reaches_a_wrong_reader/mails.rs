//! Every kind of mail leaves, and each is read by whom it is to.

use duet::by_mail::carry;
use duet::wording::Kind;
use testkit::{Mailbox, TestDuet};

use super::crawl::Crawl;
use crate::canaries::{COORDINATOR, Canary, MENTOR, SECOND_ADDRESS, reader_of};

/// To a mentor for whom there is nobody: here everybody has somebody. It says what a mentee's says.
pub(super) const NOT_WRITTEN: &[Kind] = &[Kind::MentorLeftOut];

/// What is written only when somebody does more than is told: an invitation, an entry, what follows a round, what helps
/// somebody to sign in.
pub(super) async fn writes_the_rest(duet: &TestDuet) {
    let mut cora = duet.sign_in(COORDINATOR).await;
    let rounds = cora.get("/rounds").await;
    let (round, open) = (rounds.link("Zqroundname"), rounds.link("Plain round"));
    let colleague = [("name", "New Colleague"), ("address", "colleague@eight.example"), ("language", "en")];
    cora.post(&format!("{open}/encouragements"), &colleague).await.is(200).sees("New Colleague");
    let form = cora.get(&format!("{round}/applications/new")).await;
    let mentor = [("Their name", "Zqmentor Zqmentorname"), ("Their mail address", MENTOR), ("role", "mentee")];
    cora.press(&form, "Enter it for them", &mentor).await.is(200).sees("for Zqmentor");
    cora.post(&format!("{round}/ratings"), &[("do", "after")]).await.is(200);
    duet.guest().post("/sign-in", &[("address", MENTOR)]).await.is(200);
    let mut mentor = duet.sign_in(MENTOR).await;
    let third = [("address", "third@one.example"), ("use", "second")];
    mentor.post("/you/addresses", &third).await.is(200).sees("third@one.example");
    mentor.post("/you/addresses/letters", &[("address", SECOND_ADDRESS)]).await.is(200);
}

/// All that waits goes, and the day's mail after it.
pub(super) async fn goes(duet: &TestDuet, mailbox: &Mailbox) {
    carry::carry(duet.store(), &mailbox.post()).await.expect("a mail server");
    duet.works().await;
    duet.days_pass(1);
    duet.works().await;
}

/// Reads every mail, as who it is to.
pub(super) fn reads(mailbox: &Mailbox, canaries: &[&'static Canary]) -> Crawl {
    let mut crawl = Crawl::default();
    for mail in mailbox.taken() {
        crawl.read += 1;
        crawl.finds(reader_of(&mail.to), canaries, &mail.whole().to_lowercase(), "home, in a mail");
    }
    crawl
}
