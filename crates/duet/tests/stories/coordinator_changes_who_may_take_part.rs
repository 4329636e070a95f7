//! A coordinator changes the rules of who may take part, sees what that does before it is kept, and lets somebody in
//! although they do not meet one.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn rules(visitor: &mut Visitor) -> Page {
    let round = steps::goes_to_round(visitor, "Second round").await;
    let people = visitor.follow(&round, "People").await;
    visitor.follow(&people, "Change the rules, or let somebody in").await
}

/// The rules as they stand.
fn said(page: &Page) -> usize {
    page.all("ol.rules li").len()
}

#[tokio::test]
async fn the_effect_is_shown_before_a_rule_is_kept() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = rules(&mut priya).await;
    let before = said(&page);
    let refused = page.all("div.leftout h3").len();
    let form = priya.follow(&page, "Add a rule").await;
    let rule = [
        ("role", "mentor"),
        ("Which column does it read?", "nation"),
        ("Which answers are fine?", "Wales"),
        ("The rule in words", "Mentors work in Wales this time."),
    ];
    let check = priya.press(&form, "See what it changes", &rule).await;
    check.is(200).sees("Mentors work in Wales this time.").sees("may not take part any more");
    check.sees("Nothing has changed yet.");
    assert_eq!(said(&rules(&mut priya).await), before, "nothing is kept yet");
    let kept = priya.press(&check, "Keep this rule", &[]).await;
    kept.is(200).sees("Mentors work in Wales this time.");
    assert_eq!(said(&kept), before + 1);
    assert!(kept.all("div.leftout h3").len() > refused);

    // Another way to meet it brings them back; and then the rule goes.
    let form = priya.follow(&kept, "Change : Mentors work in Wales this time.").await;
    let or = [("Other ways to meet it", "nation: England; Northern Ireland; Jersey; Guernsey; Isle of Man")];
    let check = priya.press(&form, "See what it changes", &or).await;
    check.is(200).sees("may take part who could not before");
    let kept = priya.press(&check, "Keep this rule", &[]).await;
    assert_eq!(kept.is(200).all("div.leftout h3").len(), refused);
    let form = priya.follow(&kept, "Change : Mentors work in Wales this time.").await;
    let check = priya.press(&form, "See what that changes", &[]).await;
    check.is(200).sees("Nobody who has applied comes in or falls out.");
    let gone = priya.press(&check, "Take it away", &[]).await;
    assert_eq!(said(gone.is(200)), before);
    // The same page again would take another rule away: it is refused.
    priya.press(&form, "See what that changes", &[]).await.is(409).sees("Somebody changed the rules meanwhile.");
}

#[tokio::test]
async fn a_rule_that_cannot_be_read_comes_back() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = rules(&mut priya).await;
    let form = priya.follow(&page, "Add a rule").await;
    let wrong =
        [("Which column does it read?", "nation"), ("Other ways to meet it", "no colon here"), ("words", "In Wales.")];
    let back = priya.press(&form, "See what it changes", &wrong).await;
    back.is(422).sees("Write each line as a column, a colon and an answer").sees("no colon here");
    assert_eq!(back.attributes("input[name=words]", "value"), ["In Wales."]);
    priya.press(&form, "See what it changes", &[("Which column does it read?", "")]).await.is(422);
}

#[tokio::test]
async fn somebody_is_let_in_although_and_the_rules_hold_again() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = rules(&mut priya).await;
    let refused = page.all("div.leftout h3");
    let (person, role) = ("person", "role");
    let hidden = |name| page.attributes(&format!("details input[name={name}]"), "value").remove(0);
    let (who, what) = (hidden(person), hidden(role));
    let name = refused[0].split(',').next().expect("a name").to_owned();
    let path = page.path().replace("/eligibility", "/waivers");
    let none = priya.post(&path, &[(person, &who), (role, &what), ("note", " ")]).await;
    none.is(422).sees("Say why, in at most 500 characters");
    let note = "She leads it in all but name.";
    let let_in = priya.post(&path, &[(person, &who), (role, &what), ("note", note)]).await;
    let_in.is(200).sees(note).sees("Let in by Priya Nair on 3 November 2026").sees("Let in without meeting every rule");
    priya.post(&path, &[(person, &who), (role, &what), ("note", note)]).await.is(409).sees("is let in already");

    // Now they can be matched; and nobody else reads why.
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    let still: Vec<String> = people.all("div.leftout h3");
    assert!(!still.iter().any(|one| one.starts_with(&name)), "{name} in {still:?}");
    let proposed = priya.press(&people, "Propose pairs", &[]).await;
    proposed.is(200).sees(&name).sees_no(note);
    let mut ruth = duet.sign_in(cast::RUTH).await;
    ruth.get(page.path()).await.is(200).sees(note).sees_no("Add a rule").sees_no("Go back to the rules");
    ruth.post(&path, &[(person, &who), (role, &what), ("note", note)]).await.is(404);
    for address in [cast::HELEN, cast::GWEN] {
        let mut visitor = duet.sign_in(address).await;
        visitor.get(page.path()).await.is(404);
        visitor.post(&path, &[(person, &who), (role, &what), ("note", note)]).await.is(404);
    }

    let page = rules(&mut priya).await;
    let back = priya.press(&page, &format!("Go back to the rules for {name}"), &[]).await;
    back.is(200).sees_no(note);
    assert_eq!(back.all("div.leftout h3"), refused);
}
