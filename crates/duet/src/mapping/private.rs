//! Headings over answers that the law protects: special categories of personal data (UK GDPR, article 9), and what the
//! Equality Act protects beside them.

/// Their words; a star stands for any ending.
const PRIVATE: &[&str] = &[
    "identity",
    "characteristic*",
    "ethnic*",
    "race",
    "racial",
    "religi*",
    "faith",
    "belief*",
    "sexual*",
    "orientation",
    "gender*",
    "trans",
    "transgender",
    "disab*",
    "health",
    "medical",
    "union",
    "politic*",
    "biometric*",
    "genetic*",
    "pregnan*",
    "neurodiver*",
    "crefydd*",
    "ffydd",
    "credo*",
    "iechyd",
    "meddygol",
    "anabl*",
    "ethnig*",
    "hil",
    "hunaniaeth",
    "rhywedd*",
    "rhywiol*",
    "trawsryw*",
    "undeb",
    "gwleidyddol",
    "beichiog*",
];

/// Whether a column under this heading may tell what the law protects.
#[must_use]
pub fn is_private(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    words.any(|word| PRIVATE.iter().any(|private| is_meant(private, word)))
}

fn is_meant(private: &str, word: &str) -> bool {
    private.strip_suffix('*').map_or(word == private, |start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn protected_headings_are_known_by_whole_words() {
        for private in [
            "Identity to match",
            "characteristics",
            "Sexual orientation",
            "Ethnicity",
            "Any disabilities?",
            "Crefydd",
            "Cyflwr iechyd",
        ] {
            assert!(is_private(private), "{private}");
        }
        for open in ["Transport", "Grace period", "Healthy eating lead"] {
            assert!(!is_private(open), "{open}");
        }
    }
}
