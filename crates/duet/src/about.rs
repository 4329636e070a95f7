//! Everything about somebody, for themselves: every row that is about them, to read and to take away.
//!
//! Each table with a person in it is either in [`SECTIONS`] or in [`LEFT_OUT`], with the reason; a test compares both
//! with the schema.

pub mod access;
pub mod page;
pub mod paper;
pub mod store;

use serde_json::Value;

/// The tables that are told, in order. Each is a heading of the page (`about-…`) and a key of the file.
pub const SECTIONS: &[&str] = &[
    "person",
    "person_address",
    "address_change",
    "identity_person",
    "sign_in",
    "sign_in_link",
    "appointment",
    "evaluation",
    "application",
    "application_draft",
    "private_answer",
    "encouragement",
    "application_import",
    "letter",
    "partnership",
    "earlier_pair",
    "partnership_answer",
    "training_completion",
    "waiver",
    "session",
    "entry",
    "reflection",
    "rating",
    "testimonial",
    "assessment",
    "learning_wish",
    "teaching",
    "proposal",
    "erasure_request",
    "audit",
];

/// The tables with people in them that are not told as they are, and why.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("pair_wish", "about_two"),
    ("another_try", "about_two"),
    ("proposal_pair", "never_told"),
    ("proposal_left_out", "never_told"),
    ("known_address", "a_trace"),
    ("address_request", "a_trace"),
    ("form_key", "a_trace"),
    ("import_upload", "a_trace"),
    ("wording", "of_the_scheme"),
    ("open_link", "of_the_scheme"),
    ("notice", "of_the_organisation"),
    ("erasure_due", "worked_out"),
    ("partnership_flag", "of_the_organisation"),
    ("rating_asking", "of_the_scheme"),
    ("capability_scale", "of_the_organisation"),
    ("capability_wording", "of_the_organisation"),
];

/// Those of [`SECTIONS`] that nobody but they can open, or that are not an administrator's to read: they are in no file that
/// somebody else makes.
pub const LOCKED: &[&str] = &[
    "application_draft",
    "private_answer",
    "partnership_answer",
    "reflection",
    "rating",
    "testimonial",
    "assessment",
    "learning_wish",
];

/// The rows of one table.
#[derive(Clone, Debug)]
pub struct Section {
    /// The table.
    pub name: &'static str,
    /// Its rows: each a name and a value for everything it says.
    pub rows: Vec<Vec<Told>>,
}

/// One thing that a row says: what (`about-field-…`), and the value.
pub type Told = (&'static str, Value);

/// A value as it stands on a page; nothing for what is empty.
#[must_use]
pub fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(all) => Some(all.iter().filter_map(words).collect::<Vec<_>>().join(", ")),
        Value::Object(all) => {
            let told = all
                .iter()
                .filter_map(|(key, value)| words(value).map(|value| format!("{}: {value}", key.trim_end_matches('.'))));
            Some(told.collect::<Vec<_>>().join("; "))
        }
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_said_without_brackets() {
        let value = json!({"Grade": "Head", "Offers": ["change", "money"], "none": null});
        assert_eq!(words(&value).as_deref(), Some("Grade: Head; Offers: change, money"));
        assert_eq!(words(&json!("")), None);
        assert_eq!(words(&json!(3)).as_deref(), Some("3"));
    }
}
