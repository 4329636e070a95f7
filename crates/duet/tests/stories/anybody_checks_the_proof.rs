//! A plan's proof is kept with it: read on a page, taken out as a file, and checked without the solver. Earlier plans are kept,
//! opened and put side by side.

use std::process::Command;

use duet::demo::cast;
use serde_json::{Value, json};
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn the_proof_says_what_a_place_is_worth() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let proof = priya.follow(&pairs, "See the proof").await;
    proof.is(200).sees("This plan is worth exactly that.").sees("10 mentees placed, and").sees("Also nearly");
    let rows = proof.all("section.wide table tbody tr");
    assert_eq!(rows.len(), 10, "{rows:?}");
    // Somebody is left out, so one more place somewhere places one more.
    assert!(rows.iter().any(|row| row.contains("1 more mentee placed")), "{rows:?}");
    let mut ruth = duet.sign_in(cast::RUTH).await;
    ruth.get(proof.path()).await.is(200).sees("This plan is worth exactly that.");
    duet.sign_in(cast::HELEN).await.get(proof.path()).await.is(404);
}

#[tokio::test]
async fn the_file_holds_no_names_and_is_checked_without_the_solver() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let proof = priya.follow(&pairs, "See the proof").await;
    let file = priya.get(&proof.link("Get the file")).await;
    let mut certificate: Value = serde_json::from_slice(file.is(200).body()).expect("JSON");
    assert!(!file.text().contains("Farrow") && !file.text().contains("Libraries"));
    let (holds, words) = checked(&certificate);
    assert!(holds && words.contains("The proof holds: no plan is better."), "{words}");
    assert!(words.contains("10 mentees have a mentor."), "{words}");

    let price = certificate["prices"][0].as_i64().expect("a price");
    certificate["prices"][0] = json!(price - 1);
    let (holds, words) = checked(&certificate);
    assert!(!holds && words.contains("The proof does not hold"), "{words}");
    certificate["prices"] = json!("many");
    assert!(!checked(&certificate).0);
}

#[tokio::test]
async fn what_is_too_large_to_be_kept_is_proven_again_while_what_it_was_made_of_stands() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let proof = priya.follow(&pairs, "See the proof").await;
    let file = format!("{}.json", proof.path());
    let kept: Value = serde_json::from_slice(priya.get(&file).await.is(200).body()).expect("a file");
    duet.database().tamper("delete from proposal_proof").await;
    let again = priya.get(proof.path()).await;
    again.is(200).sees("This plan is worth exactly that.").sees("10 mentees placed, and");
    let made: Value = serde_json::from_slice(priya.get(&file).await.is(200).body()).expect("a file");
    assert_eq!(made, kept, "the same question has the same proof");
    let more = "update application set places = 2 where role = 'mentor'
                and round in (select id from round where name = 'Second round')";
    duet.database().tamper(more).await;
    let none = priya.get(proof.path()).await;
    none.is(200).sees("worked out again when you ask for it").sees_no("worth exactly that");
    priya.get(&file).await.is(404);
}

#[tokio::test]
async fn the_same_hash_gives_the_same_pairs_and_earlier_plans_stay() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let round = pairs.path().replace("/proposal", "");
    priya.post(&format!("{round}/proposals"), &[]).await.is(200);
    let runs = priya.get(&format!("{round}/proposals")).await;
    let rows = runs.is(200).all("main table tbody tr");
    assert_eq!(rows.len(), 2, "{rows:?}");
    let hashes = runs.all("main table code");
    assert_eq!(hashes[0], hashes[1]);
    let first = priya.follow(&runs, "Plan 1").await;
    let same = priya.follow(&first, "Compare with the newest").await;
    same.is(200).sees("Both were made of the same people and rules.").sees("The pairs are the same.");

    let total = [("first", "total"), ("least_fit", "65"), ("different_workplace", "yes")];
    priya.post(&format!("{round}/rules"), &total).await.is(200);
    let other = priya.get(same.path()).await;
    other.is(200).sees("Plan 1 and plan 3").sees("People or rules changed between them.").sees("Rules that differ");
    assert!(priya.get(first.path()).await.has("10 mentees have a mentor in this plan."), "it is as it was");
    let old = priya.get(&format!("{}/proof", first.path())).await;
    old.is(200).sees("This plan is worth exactly that.").sees_no("Also nearly");
}

#[tokio::test]
async fn a_plan_for_the_worst_off_has_its_own_and_it_is_checked_as_the_others_are() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let path = pairs.path().replace("/proposal", "/rules");
    let fair = priya.post(&path, &[("first", "worst_off"), ("least_fit", "0")]).await;
    let proof = priya.follow(&fair, "See the proof").await;
    proof.is(200).sees("This plan is worth exactly that.").sees("from the lowest up").sees_no("What a place is worth");
    let file = priya.get(&proof.link("Get the file")).await;
    let mut certificate: Value = serde_json::from_slice(file.is(200).body()).expect("JSON");
    let (said, words) = checked(&certificate);
    assert!(said && words.contains("The proof holds: no plan is better."), "{words}");
    let gain = &mut certificate["ranked_gains"][0];
    gain.as_array_mut().expect("a list").push(json!([1, 1]));
    let (said, words) = checked(&certificate);
    assert!(!said && words.contains("The proof does not hold"), "{words}");
}

/// Whether `duet check-proof` finds it whole, and what it says.
fn checked(certificate: &Value) -> (bool, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("duet-proof.json");
    std::fs::write(&path, certificate.to_string()).expect("a file");
    let said = Command::new(env!("CARGO_BIN_EXE_duet")).args(["check-proof"]).arg(&path).output().expect("a program");
    (said.status.success(), String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned())
}
