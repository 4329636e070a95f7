//! What somebody does can be ended; but an organisation keeps an administrator, and a scheme a coordinator.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::erasure::erase::erase;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const FORM: &str = "application/x-www-form-urlencoded";

async fn makes_administrator(admin: &mut Visitor, name: &str, address: &str) -> Page {
    let page = admin.get("/administrators").await;
    let who = [("Their name", name), ("Their mail address", address)];
    admin.press(&page, "Make them an administrator", &who).await
}

/// The address that ends the administrator of a name.
fn ending_of(page: &Page, name: &str) -> String {
    let names = page.firsts("ul.people li");
    let at = names.iter().position(|one| one == name).expect("they are listed");
    page.attributes("ul.people form", "action")[at].clone()
}

#[tokio::test]
async fn one_is_left_whatever_they_try() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let alone = ada.get("/administrators").await;
    alone.is(200).sees("There is only one administrator.").sees_no("Stop being an administrator");
    makes_administrator(&mut ada, "", "bea").await.is(422);
    let both = makes_administrator(&mut ada, "Bea Second", "bea@duet.example").await;
    let end_ada = ending_of(both.is(200).sees("Bea Second"), "Ada Ministrator");
    makes_administrator(&mut ada, "Bea", "bea@duet.example").await.is(422);
    let mut bea = duet.sign_in("bea@duet.example").await;
    let page = bea.get("/administrators").await;
    bea.press(&page, "End for Ada Ministrator", &[]).await.is(200).sees_no("Ada Ministrator");
    ada.get("/administrators").await.is(404);
    ada.get("/").await.sees_no("Open a scheme");
    let end_bea = ending_of(&both, "Bea Second");
    bea.post(&end_bea, &[]).await.is(409).sees("There is only one administrator.");
    bea.post(&end_ada, &[]).await.is(404);
    ada.post(&end_bea, &[]).await.is(404);
    bea.get("/audit").await.sees("Ended what somebody did for a scheme, or as administrator");
}

#[tokio::test]
async fn of_64_who_end_each_other_at_once_one_is_left() {
    let duet = TestDuet::empty().await;
    for round in 0..2 {
        let mut ada = duet.administrator().await;
        let others = ["b@duet.example", "c@duet.example", "d@duet.example"];
        let mut page = ada.get("/administrators").await;
        for other in others {
            page = makes_administrator(&mut ada, other, other).await;
        }
        let mut all = vec![(duet.administrator().await, ending_of(&page, "Ada Ministrator"))];
        for other in others {
            all.push((duet.sign_in(other).await, ending_of(&page, other)));
        }
        // Each ends the next, and the next, and in the end themselves: 64 at once.
        let tries = (0..64).map(|number| {
            let (mut one, ends) = (all[number % 4].0.clone(), all[(number % 4 + number / 4 + 1) % 4].1.clone());
            tokio::spawn(async move { one.send(Method::POST, &ends, FORM, Body::empty()).await.status() })
        });
        let mut done = 0;
        for one in tries.collect::<Vec<_>>() {
            let status = one.await.expect("nobody panics");
            assert!([303, 404, 409].contains(&status), "{status}");
            done += u32::from(status == 303);
        }
        let mut left = Vec::new();
        for (one, _) in &mut all {
            let page = one.get("/administrators").await;
            left.extend((page.status() == 200).then(|| page.all("ul.people li").len()));
        }
        assert_eq!((done, left.as_slice()), (3, [1].as_slice()), "in round {round}");
        // For the next round it is Ada again.
        let last = duet.store().write(duet.organisation(), |tx| {
            let ada = duet::person::store::by_address(tx, "admin@duet.example")?.expect("Ada").id;
            let viewer = duet::person::Viewer { organisation: tx.organisation(), person: ada };
            let all = duet::scheme::store::organisation_reached(tx, viewer)?;
            let others: Vec<_> = all
                .who_may(&duet::scheme::access::ADMINISTRATOR, kit::access::Verb::List)
                .into_iter()
                .cloned()
                .collect();
            if others.iter().all(|one| one.person != ada) {
                duet::scheme::store::appoint(tx, ada, duet::scheme::Duty::Administrator, None)?;
            }
            for other in others.iter().filter(|one| one.person != ada) {
                duet::scheme::store::end_administrator(tx, other.person)?;
            }
            Ok(())
        });
        last.await.expect("a database");
    }
}

#[tokio::test]
async fn a_coordinator_ends_what_others_do_but_a_scheme_keeps_one() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let rounds = priya.get("/rounds").await;
    let path = rounds.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let scheme = priya.get(&path).await;
    priya
        .press(&scheme, "Stop doing this : Coordinator", &[])
        .await
        .is(409)
        .sees("Nobody else coordinates this scheme.");
    let mut ruth = duet.sign_in(cast::RUTH).await;
    steps::goes_to_round(&mut ruth, "Second round").await.is(200);
    let scheme = priya.press(&scheme, "End for Ruth Adeyemi : Coach", &[]).await;
    scheme.is(200).sees_no("Ruth Adeyemi");
    ruth.get("/").await.sees_no("Your rounds");
    let asked = [("Their name", "Ruth Adeyemi"), ("Their mail address", cast::RUTH), ("duty", "coordinator")];
    let scheme = priya.press(&scheme, "Add them", &asked).await;
    scheme.is(200).sees("Ruth Adeyemi");
    // Neither a coach nor a sponsor ends anything.
    let ends = scheme.attributes("ul.people form[action$=ending]", "action");
    let mut helen = duet.sign_in(cast::HELEN).await;
    for end in &ends {
        helen.post(end, &[("duty", "coordinator")]).await.is(404);
    }
    let gone = priya.press(&scheme, "Stop doing this : Coordinator", &[]).await;
    gone.is(200);
    priya.get("/letters").await.sees("No letters yet.");
    let left = ruth.get(&path).await.is(200).all("ul.people li");
    assert!(left.iter().all(|one| !one.contains("Priya Nair")), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_erase_each_other_at_once_one_is_left() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    makes_administrator(&mut ada, "Bea Second", "bea@duet.example").await.is(200);
    let (ada, bea) = (duet.viewer("admin@duet.example").await, duet.viewer("bea@duet.example").await);
    let tries = [(ada, bea, "bea@duet.example"), (bea, ada, "admin@duet.example")].map(|(by, whom, address)| {
        let store = duet.store().clone();
        tokio::spawn(
            async move { erase(&store, by, whom.person, address.to_owned(), "Erased".to_owned()).await.is_ok() },
        )
    });
    let mut done = 0;
    for one in tries {
        done += u32::from(one.await.expect("nobody panics"));
    }
    let left = "select cast(count(*) as text) from appointment a join person p on p.id = a.person
                where a.duty = 'administrator' and a.finished_on is null and p.membership <> 'erased'";
    assert_eq!((done, duet.asked(left).await), (1, vec!["1".to_owned()]));
    assert_eq!(duet.asked("select cast(count(*) as text) from person where membership = 'erased'").await, ["1"]);
}
