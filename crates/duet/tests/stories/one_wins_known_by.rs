//! What somebody is known by changes once and is put back once, and one step is taken to another organisation, however many
//! send it at the same moment.

use duet::demo::cast;
use testkit::{TestDuet, Visitor};

use crate::drill::times;
use crate::one_wins::{at_once, clients, count, rounds, told, wins};
use crate::somebody_is_known_to_two_organisations::knows;
use crate::steps;

const NEW: &str = "gwen@new.example";

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_taken_on_once_and_put_back_once() {
    let duet = TestDuet::demo().await;
    for round in 0..rounds() {
        // Three codes an hour are sent for somebody; and so the newest mails are those of this round.
        duet.minutes_pass(61);
        let mut gwen = duet.sign_in(cast::GWEN).await;
        let asking = gwen.post("/you/addresses", &[("address", NEW), ("use", "main")]).await;
        let code = steps::code_in(&duet.mails_to(NEW).await.remove(0).1);
        let (changed, mails) = (count(&duet, "address_change").await, duet.mails_to(cast::GWEN).await.len());
        let answers = at_once(clients(&gwen, asking.is(200).path(), |_| format!("code={code}"))).await;
        wins(&answers, 1, "an address");
        assert_eq!(count(&duet, "address_change").await, changed + 1, "round {round}");
        let warnings = duet.mails_to(cast::GWEN).await;
        assert!(warnings.len() == mails + 1 || mails >= 20, "one warning, round {round}");

        let undo = steps::link_in(&warnings[0].1);
        let undone = count(&duet, "audit where act = 'you.address_undone'").await;
        let answers = at_once(clients(&duet.guest(), &undo, |_| String::new())).await;
        let done = answers.iter().filter(|status| **status == 200).count();
        assert!(done == 1 && answers.iter().all(|status| [200, 409].contains(status)), "{answers:?}");
        assert_eq!(count(&duet, "audit where act = 'you.address_undone'").await, undone + 1, "round {round}");
        let known = format!("person_address where address = '{NEW}'");
        assert_eq!(count(&duet, &known).await, 0, "it is as it was, round {round}");
    }
    told("a code for an address", rounds());
    told("putting an address back", rounds());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_to_another_organisation_is_taken_once() {
    let duet = TestDuet::demo().await;
    let there = knows(&duet, cast::GWEN, false).await;
    let mut gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
    for round in 0..rounds() {
        let is_there = gwen.get("/").await.has("Hello G.");
        let to = if is_there { duet.organisation() } else { there };
        let path = format!("/organisations/{to}/opening");
        let before = gwen.cookies()["__Host-duet"].clone();
        let sent = (0..times(16, 64)).map(|_| {
            let (mut one, path) = (gwen.clone(), path.clone());
            tokio::spawn(async move {
                let kind = "application/x-www-form-urlencoded";
                one.send(axum::http::Method::POST, &path, kind, axum::body::Body::empty()).await;
                one
            })
        });
        let mut winners: Vec<Visitor> = Vec::new();
        for one in sent.collect::<Vec<_>>() {
            let one = one.await.expect("an answer");
            let now = one.cookies().get("__Host-duet").cloned();
            winners.extend(now.is_some_and(|now| now != before).then_some(one));
        }
        assert_eq!(winners.len(), 1, "round {round}");
        gwen.get("/rounds").await.sees_no("Sign out");
        gwen = winners.remove(0);
    }
    told("a step to another organisation", rounds());
}
