//! A coordinator brings in the two spreadsheets she has.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

/// In the shape of the Civil Service's own files; the people are invented.
const MENTORS: &str = "\
first name,last name,email address,both mentor and mentee,job title,grade,organisation,profession,characteristics,biography
Ada,Quill,Ada.Quill@one.example,no,Analyst,SEO,Department of Joy,Policy,Gay,I like maps.
Bo,Yarrow,bo.yarrow@two.example,yes,Lawyer,Grade 6,Department of Love,Law,,\"I said: \"\"come in\"\", and they did.\"
Cy,Reed,cy.reed@three.example,no,Economist,SCS1,Department of Hope,Policy,,I count.
Dee,Marsh,dee.marsh@one.example,no,Lawyer,Grade 7,Department of Joy,Law,,I ask questions.
Hal,Rush,hal.rush@five.example,no,Analyst,SCS2,Department of Time,Policy,,I walk to work.
Ida,Fern,ida.fern@five.example,no,Lawyer,Grade 6,Department of Time,Law,,I read on trains.
Jon,Moss,jon.moss@six.example,no,Analyst,SEO,Department of Tide,Policy,,I keep bees.
Kay,Bracken,kay.bracken@six.example,no,Lawyer,Grade 7,Department of Tide,Law,,I sing.
";
const MENTEES: &str = "\
first name,last name,email address,both mentor and mentee,job title,grade,organisation,profession,match with similar identity,identity to match,biography
Eve,Sedge,eve.sedge@two.example,no,Officer,EO,Department of Love,Policy,yes,Gay,
Fay,Teasel,fay.teasel@four.example,no,Officer,HEO,Department of Care,Law,no,,
Bo,Yarrow,bo.yarrow@two.example,yes,Lawyer,Grade 6,Department of Love,Law,no,,
Gil,Vetch,gil.vetch@one.example,no,Officer,HEO,Department of Joy,Policy,no,,I like to cook.
Lea,Clover,lea.clover@four.example,no,Officer,EO,Department of Care,Law,no,,I draw.
Max,Burdock,max.burdock@seven.example,no,Officer,HEO,Department of Rain,Policy,no,,I dance.
Nia,Tansy,nia.tansy@seven.example,no,Officer,EO,Department of Rain,Law,no,,I swim.
Oli,Sorrel,oli.sorrel@seven.example,no,Officer,HEO,Department of Rain,Policy,no,,I run.
";

#[tokio::test]
async fn both_files_come_in_as_they_are() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let people = steps::brings_in(&mut admin, &asking, MENTORS, MENTEES).await;
    people.is(200).sees("The people are in").sees("16 applications are new. 0 changed, 0 stayed the same.");
    people.sees("8 mentors and 8 mentees can be matched.").sees("Ada Quill").sees("Department of Care");
    people.sees("We keep these columns, for matching: grade, profession.");
    let private =
        "the law protects what they may tell: characteristics, match with similar identity, identity to match.";
    people.sees(private);
    people.sees("We did not keep these, since no rule reads them: both mentor and mentee, biography.");
    people.sees("There were no rules yet, so we suggested some from your columns.");
    people.sees("ahead in “grade”").sees("The same “profession” is good.");
    people.sees_no("Gay").sees_no("I like maps.");
    let pairs = admin.press(&people, "Propose pairs", &[]).await;
    pairs.is(200).sees("Proven: no better plan exists.").sees_no("Gay");
    assert_eq!(steps::pairs(&pairs).len(), 8, "{pairs:?}");
    assert!(steps::pairs(&pairs).iter().all(|(mentor, mentee)| mentor != mentee), "nobody is their own mentor");
}

#[tokio::test]
async fn the_same_file_again_brings_nobody_twice() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    steps::brings_in(&mut admin, &asking, MENTORS, MENTEES).await;
    let people = steps::brings_in(&mut admin, &asking, MENTORS, MENTEES).await;
    people.is(200).sees("Nobody new applied. 0 changed, 16 stayed the same.");
    people.sees("8 mentors and 8 mentees can be matched.");
    let corrected =
        MENTEES.replace("Fay,Teasel", "Fay,Hyssop").replace("four.example,no,Officer,HEO", "four.example,no,Head,SEO");
    let people = steps::brings_in(&mut admin, &asking, MENTORS, &corrected).await;
    people.sees("Nobody new applied. 1 changed, 15 stayed the same.").sees("Fay Hyssop").sees_no("Fay Teasel");
}

#[tokio::test]
async fn other_spellings_of_headings_are_understood() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let mentors = "\u{feff}Full Name,E-mail,Library Service,Capacity\r\nAda Quill,ada@one.example,Joy,3\r\n";
    let mentees =
        "Your name,Work e_mail,EMPLOYER\r\nEve Sedge,eve@two.example,Love\r\n\r\nFay Teasel,fay@four.example,Care\r\n";
    let mentees = mentees.replace("Work e_mail", "work EMAIL");
    let people = steps::brings_in(&mut admin, &asking, mentors, &mentees).await;
    people.is(200).sees("1 mentor and 2 mentees can be matched.").sees("3 places");
    let pairs = admin.press(&people, "Propose pairs", &[]).await;
    assert_eq!(steps::pairs(&pairs).len(), 2, "one mentor takes both: {pairs:?}");
    pairs.sees("This round has no criteria: every allowed pair fits equally.");
}

#[tokio::test]
async fn what_a_sheet_does_not_say_stays_as_it_was() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = crate::steps::goes_to_round(&mut priya, "Second round").await;
    let mentors = cast::MENTORS.replace(",Gwydion Libraries,Head of libraries,", ",,,");
    let files = [("mentors", "a.csv", mentors.as_bytes()), ("mentees", "b.csv", cast::MENTEES.as_bytes())];
    let people = steps::brings_in_files(&mut priya, &format!("{}/import", round.path()), &files).await;
    people.is(200).sees("Head of libraries, Gwydion Libraries");
}
