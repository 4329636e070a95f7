//! The files of other programs, known by their headings. How their columns are called is in the fields' headings; this
//! says whose file it is, so that a coordinator sees that it was understood.

use kit::sheet::Sheet;

/// A program, and the headings by which its files are known, all of one list. From the programs' own help pages.
const PRESETS: &[(&str, &[&[&str]])] = &[
    (
        "PushFar",
        &[
            &["Mentoring Type", "Maximum Mentees"],
            &["Mentoring Type", "Offer help in categories"],
            &["Mentoring Type", "Need help in categories"],
        ],
    ),
    ("Together", &[&["EmployeeStatusCode", "Email"]]),
    ("Ten Thousand Coffees", &[&["Unique ID", "First Name", "Last Name", "Email Address"], &["Program Eligibility"]]),
    (
        "Chronus",
        &[
            &["Mentor Email Address", "Mentee Email Address"],
            &["Mentoring Connection Name"],
            &["First Name", "Last Name", "Email", "Member ID"],
        ],
    ),
    ("Mentorloop", &[&["Mentoring Role", "Email"], &["Role ID", "Verified Email", "Signup Date"]]),
];

/// The program whose file this is, if it is one of those known.
#[must_use]
pub fn preset(sheet: &Sheet) -> Option<&'static str> {
    let has_all = |headings: &&&[&str]| headings.iter().all(|heading| sheet.column(heading).is_some());
    PRESETS.iter().find(|(_, lists)| lists.iter().any(|list| has_all(&list))).map(|(name, _)| *name)
}
