//! Many apply to a round: their list has pages, one can look for somebody, and a page costs the same however many there are.

use std::fmt::Write as _;

use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// So many people of one kind, every fourth of them in Wales.
fn sheet(kind: &str, count: usize) -> String {
    let mut sheet = String::from("name,email,organisation,nation\n");
    for at in 0..count {
        let nation = if at % 4 == 0 { "Wales" } else { "England" };
        let _ = writeln!(sheet, "{kind} {at:03},{kind}{at}@many.example,Workplace {},{nation}", at % 7);
    }
    sheet
}

fn names(page: &Page, group: &str) -> Vec<String> {
    page.firsts(&format!("#{group} ul.people li span, #{group} .leftout h3"))
        .into_iter()
        .filter(|name| name.contains("Mentor") || name.contains("Mentee"))
        .map(|name| name.split(',').next().unwrap_or_default().to_owned())
        .collect()
}

/// Every name of a group, page after page.
async fn walks(visitor: &mut Visitor, first: Page, group: &str) -> Vec<String> {
    let (mut page, mut all) = (first, Vec::new());
    loop {
        let some = names(page.is(200), group);
        assert!((1..=50).contains(&some.len()), "{some:?}");
        all.extend(some);
        let next = page.attributes(&format!("#{group} a[href*=after]"), "href");
        match next.first() {
            Some(next) => page = visitor.get(next).await,
            None => return all,
        }
    }
}

#[tokio::test]
async fn nobody_is_left_out_or_stands_twice_whatever_the_rules() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let people = steps::brings_in(&mut admin, &asking, &sheet("Mentor", 120), &sheet("Mentee", 8)).await;
    people.is(200).sees("120 mentors and 8 mentees can be matched. Everybody meets the rules.");
    people.sees("Mentor 049").sees_no("Mentor 050").sees("Mentee 007");
    let path = people.path().to_owned();
    let expected: Vec<String> = (0..120).map(|at| format!("Mentor {at:03}")).collect();
    assert_eq!(walks(&mut admin, people, "mentors").await, expected);

    // A rule that three of four do not meet: who falls out has pages too.
    let rules = admin.get(&path.replace("/people", "/eligibility")).await;
    let form = admin.follow(&rules, "Add a rule").await;
    let rule = [
        ("role", "mentor"),
        ("Which column does it read?", "nation"),
        ("Which answers are fine?", "Wales"),
        ("The rule in words", "Mentors work in Wales this time."),
    ];
    let check = admin.press(&form, "See what it changes", &rule).await;
    admin.press(&check, "Keep this rule", &[]).await.is(200);
    let people = admin.get(&path).await;
    people.is(200).sees("30 mentors and 8 mentees can be matched. 90 people do not meet a rule.");
    let (inside, outside): (Vec<String>, Vec<String>) =
        expected.iter().cloned().partition(|name| name[7..].parse::<usize>().is_ok_and(|at| at % 4 == 0));
    assert_eq!(names(&people, "mentors"), inside);
    assert_eq!(walks(&mut admin, people, "out").await, outside);

    // Somebody is let in although, and somebody is suspended: both lists know.
    let rules = admin.get(&path.replace("/people", "/eligibility")).await;
    admin.press(&rules, "Let them in : Mentor 001", &[("note", "They speak Welsh.")]).await.is(200);
    duet.database().tamper("update person set membership = 'suspended' where name = 'Mentor 004'").await;
    let people = admin.get(&path).await;
    people.is(200).sees("30 mentors and 8 mentees can be matched. 89 people do not meet a rule.");
    assert!(names(&people, "mentors").contains(&"Mentor 001".to_owned()));
    assert!(!names(&people, "mentors").contains(&"Mentor 004".to_owned()));
}

#[tokio::test]
async fn one_looks_for_somebody_and_a_page_costs_the_same() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let few = steps::brings_in(&mut admin, &asking, &sheet("Mentor", 12), &sheet("Mentee", 8)).await;
    few.sees_no("Find somebody by name");
    let path = few.path().to_owned();
    let before = admin.get(&path).await.statements();
    steps::brings_in(&mut admin, &asking, &sheet("Mentor", 180), &sheet("Mentee", 90)).await.is(200);
    let many = admin.get(&path).await;
    assert_eq!(many.is(200).statements(), before);
    let found = admin.get(&format!("{path}?find=MENTEE%20077")).await;
    assert_eq!((names(&found, "mentees"), names(&found, "mentors").len()), (vec!["Mentee 077".to_owned()], 0));
    found.sees("Nobody of that name.").sees("Show everybody");
    let next = admin.follow(&many, "The next 50 : Mentors (180)").await;
    assert_eq!(names(&next, "mentors").first().map(String::as_str), Some("Mentor 050"));
    assert!(names(&next, "mentees").is_empty(), "only the list that one goes on with");
    let back = admin.follow(&next, "Back to the start of this list").await;
    assert_eq!(names(&back, "mentors").first().map(String::as_str), Some("Mentor 000"));
    // What is no place, and what is nobody's.
    admin.get(&format!("{path}?who=mentors&after=mentor.7")).await.is(404);
    admin.get(&format!("{path}?who=everybody")).await.is(404);
}

#[tokio::test]
async fn who_was_not_looked_at_by_the_rules_as_they_are_is_still_in_the_right_list() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let people = steps::brings_in(&mut admin, &asking, &sheet("Mentor", 60), &sheet("Mentee", 8)).await;
    let path = people.path().to_owned();
    let fresh = walks(&mut admin, people, "mentors").await;
    // As an older version left it, before it was written down who meets the rules.
    duet.database().tamper("update application set meets = null").await;
    let older = admin.get(&path).await;
    older.is(200).sees("60 mentors and 8 mentees can be matched.");
    assert_eq!(walks(&mut admin, older, "mentors").await, fresh);
}
