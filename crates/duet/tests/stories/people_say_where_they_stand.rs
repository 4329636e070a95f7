//! People say where they stand before a round and after it: each reads only their own, the coach what they share, and the
//! report gives totals of at least five.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// Begins the pairs of the second round, so many; the addresses of their people.
pub(crate) async fn begun(duet: &TestDuet, pairs: usize) -> Vec<&'static str> {
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    begins(duet, pairs).await
}

/// Begins one more pair that has been told.
pub(crate) async fn begun_more(duet: &TestDuet) -> Vec<&'static str> {
    begins(duet, 1).await
}

async fn begins(duet: &TestDuet, pairs: usize) -> Vec<&'static str> {
    let rows = duet
        .asked(
            "select m.address || ' ' || n.address from partnership p
             join person m on m.id = p.mentor join person n on n.id = p.mentee
             where p.started_on is null and p.finished_on is null
               and not exists (select 1 from partnership_answer a where a.partnership = p.id)
               and not exists (select 1 from partnership q where q.mentor = p.mentor and q.id <> p.id
                               and q.started_on is null and q.finished_on is null)
             order by p.id",
        )
        .await;
    let mut people = Vec::new();
    for row in rows.into_iter().take(pairs) {
        for address in row.split(' ') {
            let address: &'static str = Box::leak(address.to_owned().into_boxed_str());
            let mut visitor = duet.sign_in(address).await;
            let pair = pair_of(&mut visitor).await;
            visitor.post(&format!("{pair}/answer"), &[("answer", "accept")]).await.is(200);
            people.push(address);
        }
    }
    people
}

/// The path of somebody's newest pair.
pub(crate) async fn pair_of(visitor: &mut Visitor) -> String {
    let home = visitor.get("/").await;
    let pairs = home.links().into_iter().map(|(_, to)| to);
    let mut pairs = pairs.filter(|to| to.starts_with("/partnerships/") && to.matches('/').count() == 2);
    pairs.next().expect("a pair")
}

async fn asks(priya: &mut Visitor, what: &str) -> Page {
    let round = steps::goes_to_round(priya, "Second round").await;
    let page = priya.follow(&round, "Where people stand").await;
    priya.post(page.path(), &[("do", what)]).await
}

/// Somebody chooses the same step for everything.
async fn says(visitor: &mut Visitor, moment: &str, step: &str, more: &[(&str, &str)]) -> Page {
    let pair = pair_of(visitor).await;
    let form = visitor.get(&format!("{pair}/{moment}")).await;
    let names = form.attributes("#ladder fieldset input[value='1']", "name");
    assert!(names.len() >= 4, "{names:?} on {form:?}");
    let mut typed: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), step)).collect();
    typed.extend(more);
    visitor.post(&format!("{pair}/{moment}"), &typed).await
}

#[tokio::test]
async fn each_reads_only_their_own_and_the_coach_what_is_shared() {
    let duet = TestDuet::demo().await;
    let people = begun(&duet, 1).await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    asks(&mut priya, "before").await.is(200).sees("0 of 2 have answered.");
    priya.get("/letters").await.sees("Second round: where do you stand now?");
    let (mut mentor, mut mentee) = (duet.sign_in(people[0]).await, duet.sign_in(people[1]).await);
    mentor.get("/").await.sees("Where do you stand? It takes two minutes.");
    says(&mut mentor, "before", "2", &[("line", "Only mine.")]).await.is(200);
    says(&mut mentee, "before", "3", &[("line", "For the coach too."), ("shared", "yes")]).await.is(200);
    mentor.get("/").await.sees_no("Where do you stand?");
    let pair = pair_of(&mut mentor).await;
    mentor
        .get(&format!("{pair}/before"))
        .await
        .is(200)
        .sees("Who can see your answers: you, and, if you tick the box, the coach: Ruth Adeyemi. Nobody else.");
    let own = mentor.get(&format!("{pair}/before")).await;
    assert_eq!(own.attributes("input[name=line]", "value"), ["Only mine."]);
    let other = mentee.get(&format!("{pair}/before")).await;
    assert_eq!(other.attributes("input[name=line]", "value"), ["For the coach too."]);

    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    priya.get(&format!("{round}/ratings")).await.sees("2 of 2 have answered.").sees_no("Only mine");
    priya.get(&format!("{round}/ratings/shared")).await.is(404);
    priya.get(&format!("{pair}/before")).await.is(404);
    let shared = duet.sign_in(cast::RUTH).await.get(&format!("{round}/ratings/shared")).await;
    shared.is(200).sees("For the coach too.").sees_no("Only mine.");
    assert_eq!(duet.grep("Only mine").await, 0, "it is sealed");
    // What is shared can be taken back, by not ticking it, or by taking the answers away.
    says(&mut mentee, "before", "3", &[("line", "For nobody.")]).await.is(200);
    let mut ruth = duet.sign_in(cast::RUTH).await;
    ruth.get(&format!("{round}/ratings/shared")).await.sees("Nobody has shared their answers yet.");
    mentor.post(&format!("{pair}/before/deletion"), &[]).await.is(200);
    mentor.post(&format!("{pair}/before/deletion"), &[]).await.is(404);
    priya.get(&format!("{round}/ratings")).await.sees("1 of 2 have answered.");
}

#[tokio::test]
async fn totals_are_told_of_five_people_and_only_when_asking_has_ended() {
    let duet = TestDuet::demo().await;
    let people = begun(&duet, 3).await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    asks(&mut priya, "before").await.is(200).sees("0 of 6 have answered.");
    for address in &people {
        says(&mut duet.sign_in(address).await, "before", "2", &[]).await.is(200);
    }
    asks(&mut priya, "before").await.is(409);
    asks(&mut priya, "close").await.is(409);
    asks(&mut priya, "after").await.is(200).sees("Asking has ended.");
    // The beginning is past: nobody puts it right now, knowing the end.
    says_no_more(&duet, people[0]).await;
    for address in &people[..4] {
        says(&mut duet.sign_in(address).await, "after", "4", &[]).await.is(200);
    }
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let report = format!("{round}/report");
    priya.get(&report).await.sees("People have not been asked yet").sees_no("4.0");
    says(&mut duet.sign_in(people[4]).await, "after", "4", &[]).await.is(200);
    asks(&mut priya, "close").await.is(200);
    // Five answered both times: the outcomes for both roles are told, those for three mentees or mentors alone are not.
    for address in [cast::PRIYA, cast::RUTH, cast::HELEN] {
        let page = duet.sign_in(address).await.get(&report).await;
        page.is(200).sees("I listen before I answer.").sees("2.0").sees("4.0").sees("+2.0").sees("5 people.");
        page.sees_no("I have the confidence to push back.").sees_no("I help others find their own answer.");
        page.sees_no("Mentors (").sees_no("Mentees (");
    }
    let pair = pair_of(&mut duet.sign_in(people[5]).await).await;
    duet.sign_in(people[5]).await.get(&format!("{pair}/after")).await.sees("This is not being asked now.");
    // Who takes their answers away afterwards is not told apart by that.
    duet.sign_in(people[0])
        .await
        .post(&format!("{}/after/deletion", first_pair(&duet, people[0]).await), &[])
        .await
        .is(200);
    priya.get(&report).await.sees("5 people.").sees("4.0");
}

async fn first_pair(duet: &TestDuet, address: &'static str) -> String {
    pair_of(&mut duet.sign_in(address).await).await
}

async fn says_no_more(duet: &TestDuet, address: &'static str) {
    let mut visitor = duet.sign_in(address).await;
    let pair = pair_of(&mut visitor).await;
    let back = visitor.get(&format!("{pair}/before")).await;
    back.sees("This is not being asked now.").sees("Where you said you stand");
    visitor.post(&format!("{pair}/before"), &[("line", "Later.")]).await.is(409);
}

#[tokio::test]
async fn what_is_missing_is_said_and_nothing_is_asked_too_early() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    asks(&mut priya, "before").await.is(409).sees("No pair has begun yet.");
    let people = begun(&duet, 1).await;
    let mut visitor = duet.sign_in(people[0]).await;
    let pair = pair_of(&mut visitor).await;
    visitor.get(&format!("{pair}/before")).await.is(200).sees("This is not being asked now.");
    asks(&mut priya, "before").await.is(200);
    visitor.post(&format!("{pair}/before"), &[("line", "Kept as typed.")]).await.is(422).sees("Choose one for each.");
    let long = "a".repeat(301);
    says(&mut visitor, "before", "3", &[("line", &long)]).await.is(422);
    says(&mut visitor, "before", "6", &[]).await.is(422);
    says(&mut visitor, "before", "5", &[]).await.is(200);
    duet.sign_in(cast::TOM).await.post(&format!("{pair}/before"), &[]).await.is(404);
    duet.sign_in(cast::RUTH)
        .await
        .post(&format!("{}/ratings", steps::goes_to_round(&mut priya, "Second round").await.path()), &[("do", "after")])
        .await
        .is(404);
}

#[tokio::test]
async fn who_is_mentor_and_mentee_answers_as_what_they_were_asked_last() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    steps::answers(&mut duet.sign_in(steps::ELIN).await, "Aled Vaughan", "Yes, I would").await.is(200);
    steps::answers(&mut duet.sign_in(steps::ALED).await, "Elin Prosser", "Yes, I would").await.is(200);
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let sheet = format!("Mentor Email Address,Mentee Email Address,from\n{},{},2/11/2026\n", steps::ALED, cast::TOM);
    let files = [("kind", "", b"pairs".as_slice()), ("file", "sheet.csv", sheet.as_bytes())];
    steps::brings_in_files(&mut priya, &format!("{round}/import"), &files).await.is(200);
    asks(&mut priya, "before").await.is(200);
    let mut aled = duet.sign_in(steps::ALED).await;
    for (other, role) in [("Elin Prosser", "mentee"), ("Tom Farrow", "mentor")] {
        let pair = aled.get("/").await.link(other);
        let form = aled.get(&format!("{pair}/before")).await;
        let names = form.attributes("#ladder fieldset input[value='1']", "name");
        let typed: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "3")).collect();
        aled.post(&format!("{pair}/before"), &typed).await.is(200);
        let kept = "select g.role from rating g join person p on p.id = g.person where p.name = 'Aled Vaughan'";
        assert_eq!(duet.asked(kept).await, [role]);
    }
}

#[tokio::test]
async fn the_pairs_page_leads_to_what_they_said() {
    let duet = TestDuet::demo().await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let shown = gwen.get(&pair).await;
    for (words, moment) in [("Before", "before"), ("After", "after")] {
        let page = gwen.follow(&shown, words).await;
        assert_eq!(page.is(200).path(), format!("{pair}/{moment}"));
    }
    // Where nobody has been asked yet there is nothing to lead to.
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    for address in [steps::ALED, steps::ELIN] {
        let mut visitor = duet.sign_in(address).await;
        let pair = pair_of(&mut visitor).await;
        let shown = visitor.post(&format!("{pair}/answer"), &[("answer", "accept")]).await;
        shown.is(200).sees_no("Where you stood");
    }
}

#[tokio::test]
async fn the_letter_is_looked_at_first_and_held_for_fifteen_minutes() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    priya.press(&check, "Tell them now", &[]).await.is(200);
    duet.minutes_pass(15);
    duet.works().await;
    let people = begun_more(&duet).await;
    let mut mentor = duet.sign_in(people[0]).await;
    let pair = pair_of(&mut mentor).await;
    assert_eq!(mailbox.taken().len(), 21, "the letters of the pairs");

    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let page = priya.follow(&round, "Where people stand").await;
    let check = priya.follow(&page, "Go on to asking at the start").await;
    check.is(200).sees("You are about to write to 2 people").sees("The letters wait for 15 minutes.");
    assert!(check.all("article.letter").concat().contains("Priya Nair Mentoring for heads of service"), "{check:?}");
    duet.sign_in(cast::RUTH).await.get(check.path()).await.is(404);
    let held = priya.press(&check, "Ask 2 people where they stand", &[]).await;
    held.sees("Nobody has been asked yet. The letters go at").sees_no("Go on to asking");
    mentor.get("/").await.sees_no("Where do you stand?");
    mentor.get(&format!("{pair}/before")).await.sees("This is not being asked now.");
    priya.get(&format!("{}/after", page.path())).await.is(409).sees("Letters that ask them wait to go.");
    let back = priya.press(&held, "Ask nobody yet", &[]).await;
    back.is(200).sees("Go on to asking at the start").sees_no("The letters go at");
    duet.minutes_pass(20);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 21, "it was taken back");

    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/audit").await.sees("Took back asking where people stand, before anybody was asked");
    let check = priya.get(check.path()).await;
    let held = priya.press(&check, "Ask 2 people where they stand", &[]).await;
    duet.minutes_pass(15);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 23);
    priya.press(&held, "Ask nobody yet", &[]).await.is(409).sees("They have been asked.");
    mentor.get("/").await.sees("Where do you stand?");

    // What was asked at the start goes on until the letters of the end have gone, and after they were taken back.
    let check = priya.get(&format!("{}/after", page.path())).await;
    check.is(200).sees("Nobody can answer about the start from then on.");
    let held = priya.press(&check, "Ask 2 people where they stand in the end", &[]).await;
    says(&mut mentor, "before", "2", &[]).await.is(200);
    priya.post(page.path(), &[("do", "close")]).await.is(409);
    priya.press(&held, "Ask nobody yet", &[]).await.is(200);
    duet.minutes_pass(20);
    says(&mut mentor, "before", "3", &[]).await.is(200);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let check = priya.get(check.path()).await;
    priya.press(&check, "Ask 2 people where they stand in the end", &[]).await.is(200);
    duet.minutes_pass(15);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 25);
    mentor.get(&format!("{pair}/before")).await.sees("This is not being asked now.");
}
