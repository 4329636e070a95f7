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
    "dyslexi*",
    "dyspraxi*",
    "autis*",
    "adhd",
    "impairment*",
    "sex",
    "lgbt*",
    "bame",
    "bme",
    "nationalit*",
    "citizenship",
    "age",
    "dob",
    "birth",
    "birthday",
    "birthdate",
    "born",
    "marital",
    "marri*",
    "maternity",
    "paternity",
    "criminal",
    "conviction*",
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
    "rhyw",
    "oed",
    "oedran",
    "geni",
    "priod*",
    "mamolaeth",
    "tadolaeth",
    "cenedligrwydd",
    "dyslecsia",
    "awtist*",
    "namau",
];
/// Pairs of words that mean it together.
const TOGETHER: &[(&str, &str)] = &[("civil", "partner*"), ("partneriaeth", "sifil")];
/// Words that are about somebody else beside one of these: whom a tutor teaches has an age, too.
const OF_OTHERS: &[(&str, &[&str])] = &[
    ("age", &["taught", "teach*", "pupil*", "child*", "learner*", "stage*"]),
    ("oed", &["addysg*", "disgybl*", "plant*", "dysg*"]),
];

/// Whether a column under this heading may tell what the law protects.
#[must_use]
pub fn is_private(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let words: Vec<&str> = heading.split(|c: char| !c.is_alphanumeric()).collect();
    let stands = |private: &str| words.iter().any(|word| is_meant(private, word));
    let of_others = |private: &str| {
        OF_OTHERS.iter().any(|(word, beside)| *word == private && beside.iter().any(|word| stands(word)))
    };
    PRIVATE.iter().any(|private| stands(private) && !of_others(private))
        || TOGETHER.iter().any(|(one, other)| stands(one) && stands(other))
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
            // Each of the nine characteristics of the Equality Act 2010, section 4 …
            "Age",
            "Date of birth",
            "D.O.B. (dob)",
            "Disability",
            "Gender reassignment",
            "Marital status",
            "Married?",
            "Civil partnership",
            "Pregnancy and maternity",
            "Race",
            "Religion or belief",
            "Sex",
            "LGBTQ+",
            // … and each category of article 9, with article 10 of the UK GDPR.
            "Racial or ethnic origin",
            "Political opinions",
            "Philosophical beliefs",
            "Trade union member",
            "Genetic data",
            "Biometric data",
            "Health conditions",
            "Sex life",
            "Criminal record",
            "Nationality",
            "BAME",
            "Are you autistic?",
            "Dyslexia",
            "Oed",
            "Rhyw",
            "Partneriaeth sifil",
        ] {
            assert!(is_private(private), "{private}");
        }
        for open in [
            "Transport",
            "Grace period",
            "Healthy eating lead",
            "Age group taught",
            "Ages and stages you teach",
            "Sussex",
            "Management",
            "Nation",
            "Partner organisation",
            "Civil service grade",
        ] {
            assert!(!is_private(open), "{open}");
        }
    }
}
