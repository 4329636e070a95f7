//! People are told that their details go so many months after their last round. Nothing goes by itself: an administrator is
//! shown whose time is over, a month ahead, and decides about each.

use duet::demo::cast;
use duet::jobs;
use duet::notice::USUAL_MONTHS;
use duet::scheme::{self, Duty};
use kit::clock::Day;
use testkit::{TestDuet, Visitor};

/// Everybody who took part, and has no duty: name and address. The second round is the last of all of them.
const ALL: &str = "
    select distinct p.name || ',' || p.address from person p join application a on a.person = p.id
    join round r on r.id = a.round and r.ends_on = (select max(ends_on) from round)
    where not exists (select 1 from appointment h where h.person = p.id) order by 1";
/// The last day of the first round, and of the second.
const ENDED: [&str; 2] =
    ["select cast(min(ends_on) as text) from round", "select cast(max(ends_on) as text) from round"];

/// So many days from the day on which their time is over: it is swept, and she comes back.
async fn stands(duet: &TestDuet, over_on: Day, days: i64) -> Visitor {
    let until = duet.clock().today().until(over_on).expect("days").get_days();
    duet.days_pass((i64::from(until) + days).max(0));
    jobs::sweep(duet.store()).await.expect("a sweep");
    duet.sign_in(cast::PRIYA).await
}

#[tokio::test]
async fn a_month_ahead_and_until_it_is_decided() {
    let duet = TestDuet::demo().await;
    let people: Vec<(String, String)> = duet
        .asked(ALL)
        .await
        .iter()
        .map(|row| row.split_once(',').map(|(name, address)| (name.to_owned(), address.to_owned())).expect("two"))
        .collect();
    assert!(people.len() >= 4, "{people:?}");
    let ended: Day = duet.asked(ENDED[1]).await.concat().parse().expect("a day");
    let over_on = ended.saturating_add(jiff::Span::new().months(USUAL_MONTHS).days(1));

    let mut priya = stands(&duet, over_on, -31).await;
    priya.get("/").await.is(200).sees_no("people is over");
    priya.get("/erasures").await.is(200).sees("Nobody’s time is over.").sees_no("within 30 days");

    let mut priya = stands(&duet, over_on, -30).await;
    let home = priya.get("/").await;
    home.sees(&format!("The time of {} people is over within 30 days", people.len()));
    let list = priya.follow(&home, "Look at who it is").await;
    list.sees("Nobody’s time is over.").sees("Whose time is over within 30 days").sees(&people[0].0);

    let mut priya = stands(&duet, over_on, 0).await;
    priya.get("/").await.sees(&format!("The time of {} people is over", people.len())).sees("at the latest 24 months");
    let list = priya.get("/erasures").await;
    list.sees_no("Nobody’s time is over.").sees_no("Whose time is over within 30 days");
    assert_eq!(list.all("ul.people li a").len(), people.len(), "{list:?}");

    // One is decided about, one has a duty again, one asks: each is gone from the list at once.
    let [(first, address), (second, appointed), (third, asking), ..] = &people[..] else { unreachable!() };
    let form = priya.follow(&list, first).await;
    priya.press(&form, "Erase them for good", &[("address", address.as_str())]).await.is(200);
    let appointed = appointed.clone();
    let given = duet.store().write(duet.organisation(), move |tx| {
        let person = duet::person::store::by_address(tx, &appointed)?.ok_or(kit::Error::NotFound)?.id;
        scheme::store::appoint(tx, person, Duty::Administrator, None)
    });
    given.await.expect("a duty");
    let mut asks = duet.sign_in(Box::leak(asking.clone().into_boxed_str())).await;
    let me = asks.get("/me").await;
    asks.press(&me, "Ask to be erased", &[]).await.is(200);
    let list = priya.get("/erasures").await;
    let listed = |name: &String| list.all("ul.people li a").iter().filter(|one| *one == name).count();
    assert_eq!([first, second, third].map(listed), [0, 0, 1], "one of them where they asked");
    assert_eq!(list.all("ul.people li a").len(), people.len() - 2, "{list:?}");
    priya.get("/").await.sees(&format!("The time of {} people is over", people.len() - 3));
}

#[tokio::test]
async fn by_what_people_are_told_and_not_while_they_take_part() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let form = priya.get("/notices/wording").await;
    crate::steps::writes_the_notice(&mut priya, &form, &[("months", "1")]).await.sees("at the latest 1 month");
    let month = jiff::Span::new().months(1).days(1);
    let mut over_on = Vec::new();
    for ended in ENDED {
        let ended: Day = duet.asked(ended).await.concat().parse().expect("a day");
        over_on.push(ended.saturating_add(month));
    }
    // A month after the first round they take part in the second; a month after that their time is over.
    let mut priya = stands(&duet, over_on[0], 0).await;
    priya.get("/erasures").await.sees("at the latest 1 month after their last round").sees("Nobody’s time is over.");
    let mut priya = stands(&duet, over_on[1], -1).await;
    let list = priya.get("/erasures").await;
    list.sees("Nobody’s time is over.").sees("Whose time is over within 30 days");
    let mut priya = stands(&duet, over_on[1], 0).await;
    let list = priya.get("/erasures").await;
    assert_eq!(list.all("ul.people li a").len(), duet.asked(ALL).await.len(), "{list:?}");
    list.sees_no("Nobody’s time is over.");
}
