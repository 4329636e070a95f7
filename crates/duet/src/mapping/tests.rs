//! What a column is taken for.

use kit::sheet::Sheet;

use super::kinds::{EVALUATIONS, PAIRS, PEOPLE};
use super::{Mapping, Use, preset};

fn proposed(kind: &'static super::Kind, text: &str) -> Vec<Use> {
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    Mapping::propose(kind, &sheet, &|heading| heading == "Level").uses
}

#[test]
fn any_headings_are_understood_as_far_as_they_can_be() {
    let form = "Start time,What is your full name?,Contact,Manager contact,Level,Ethnicity,Hobby\n\
                1,Ada Ng,ada@a.test,bo@b.test,EO,x,y\n2,Bo Orr,bo@b.test,,HEO,x,y\n";
    let left_out = Use::LeftOut;
    let uses = [
        left_out.clone(),
        Use::Is("name"),
        Use::Is("address"),
        Use::Is("manager"),
        Use::Answer("level".into()),
        left_out.clone(),
        left_out,
    ];
    assert_eq!(proposed(&PEOPLE, form), uses);
}

#[test]
fn questions_are_understood_as_headings() {
    let form = "What should we call you?,Mentor or mentee?,How many mentees could you take?,Contact\n\
                Ada Ng,Mentor,2,ada@a.test\nBo Orr,Mentee,,bo@b.test\n";
    assert_eq!(proposed(&PEOPLE, form), [Use::Is("name"), Use::Is("role"), Use::Is("places"), Use::Is("address")]);
}

#[test]
fn a_full_name_makes_its_parts_idle_and_parts_make_a_name() {
    let both = "First name,Name,Email\nAda,Ada Ng,ada@a.test\n";
    assert_eq!(proposed(&PEOPLE, both), [Use::LeftOut, Use::Is("name"), Use::Is("address")]);
    let parts = Sheet::read(b"Forename,Surname,Email\nAda,Ng,ada@a.test\n").unwrap();
    assert!(Mapping::propose(&PEOPLE, &parts, &|_| false).missing().is_empty());
    let none = Sheet::read(b"Surname,Email\nNg,ada@a.test\n").unwrap();
    let missing: Vec<&str> = Mapping::propose(&PEOPLE, &none, &|_| false).missing().iter().map(|f| f.name).collect();
    assert_eq!(missing, ["name"]);
}

#[test]
fn the_files_of_other_programs_are_known() {
    let mentorloops = "Role ID,Name,Approved,Verified Email,Email,Signup Date,Completion,Last Activity Type\n\
                       7,Ada Ng,Yes,Yes,ada@a.test,1/2/2026,100%,Login\n";
    let files = [
        ("Mentorloop", mentorloops),
        ("PushFar", "Name,Email,Mentoring Type,Offer help in categories\nAda,a@a.test,mentor,3\n"),
        ("PushFar", "Name,Email,Mentoring Type,Need help in categories\nAda,a@a.test,mentee,3\n"),
        ("Chronus", "First Name,Last Name,Email,Member ID\nAda,Ng,a@a.test,7\n"),
        ("Ten Thousand Coffees", "First Name,Last Name,Email Address,Program Eligibility\nAda,Ng,a@a.test,yes\n"),
        ("Chronus", "Mentor Email Address,Mentee Email Address,Mentoring Connection Name\na@a.test,b@b.test,x\n"),
        ("PushFar", "Name,Email,Mentoring Type,Maximum Mentees\nAda,a@a.test,both,2\n"),
        ("Ten Thousand Coffees", "First Name,Last Name,Email Address,Unique ID\nAda,Ng,a@a.test,7\n"),
        ("Together", "First name,Last name,Email,EmployeeID,EmployeeStatusCode\nAda,Ng,a@a.test,7,A\n"),
        ("Mentorloop", "First name,Last name,Email,Mentoring role,Job title\nAda,Ng,a@a.test,Mentor,Head\n"),
    ];
    for (program, text) in files {
        let sheet = Sheet::read(text.as_bytes()).unwrap();
        assert_eq!(preset(&sheet), Some(program));
        let kind = if text.starts_with("Mentor Email") { &PAIRS } else { &PEOPLE };
        assert!(Mapping::propose(kind, &sheet, &|_| false).missing().is_empty(), "{program}");
    }
    let is = |field| Use::Is(field);
    let uses = proposed(&PEOPLE, mentorloops);
    assert_eq!((&uses[1], &uses[4]), (&is("name"), &is("address")), "{uses:?}");
    assert!(!uses[2..4].iter().chain(&uses[5..]).any(|of| matches!(of, Use::Is(_))), "{uses:?}");
    let pushfar = "Name,Email,Mentoring Type,Maximum Mentees\nAda,a@a.test,both,2\n";
    assert_eq!(proposed(&PEOPLE, pushfar), [is("name"), is("address"), is("role"), is("places")]);
    assert_eq!(preset(&Sheet::read(b"name,email\nAda,a@a.test\n").unwrap()), None);
}

#[test]
fn the_two_of_a_relation_are_told_apart() {
    let text = "Line manager,Email,Start date\nbo@b.test,ada@a.test,1/2/2026\n";
    assert_eq!(proposed(&EVALUATIONS, text), [Use::Is("who"), Use::Is("whom"), Use::Is("from")]);
}
