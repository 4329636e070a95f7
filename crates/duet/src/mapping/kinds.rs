//! The kinds of sheet there are, and what their columns may be. A new kind is a table here, and an importer in
//! `import::importers`.

use super::Takes::{Address, Day, Minutes, Text, Whole, Word};
use super::{Field, Kind};

/// Every kind.
pub const KINDS: &[&Kind] = &[&PEOPLE, &EVALUATIONS, &WORKPLACES, &PAIRS, &SESSIONS];

/// A kind by its word.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().find(|kind| kind.name == name)
}

const fn needed(name: &'static str, takes: super::Takes, headings: &'static [&'static str]) -> Field {
    Field { name, takes, needed: true, headings }
}

const fn free(name: &'static str, takes: super::Takes, headings: &'static [&'static str]) -> Field {
    Field { name, takes, needed: false, headings }
}

/// People who apply to a round.
pub static PEOPLE: Kind = Kind {
    name: "people",
    answers: true,
    fields: &[
        needed(
            "address",
            Address,
            &["email address", "email", "your email", "work email", "ebost", "cyfeiriad ebost", "cyfeiriad e-bost"],
        ),
        needed("name", Text, &["name", "full name", "your name", "enw", "enw llawn"]),
        free("first_name", Text, &["first name", "forename", "given name", "enw cyntaf"]),
        free("last_name", Text, &["last name", "surname", "family name", "cyfenw"]),
        free(
            "workplace",
            Text,
            &[
                "organisation",
                "organization",
                "workplace",
                "service",
                "library service",
                "employer",
                "department",
                "school",
                "business unit",
                "company",
                "sefydliad",
                "gweithle",
                "man gwaith",
                "cyflogwr",
                "gwasanaeth",
                "ysgol",
            ],
        ),
        free(
            "role",
            Word(&[
                ("mentor", &["mentors", "mentoriaid", "mentora"]),
                ("mentee", &["mentees", "mentorai", "mentoreion", "learner"]),
                (
                    "both",
                    &[
                        "mentor and mentee",
                        "mentee and mentor",
                        "mentor, mentee",
                        "mentee, mentor",
                        "mentor; mentee",
                        "y ddau",
                    ],
                ),
                ("none", &["disabled", "none", "admin", "administrator", "dim"]),
            ]),
            &[
                "role",
                "roles",
                "mentoring role",
                "mentoring type",
                "mentor or mentee",
                "participation type",
                // As Duet itself writes it when people are taken out.
                "as",
                "fel",
                "rôl",
                "rôl mentora",
            ],
        ),
        free(
            "job_title",
            Text,
            &["job title", "job", "post", "post held", "position", "role", "title", "swydd", "teitl swydd"],
        ),
        free(
            "places",
            Whole(0, 99),
            &[
                "places",
                "capacity",
                "number of mentees",
                "how many mentees",
                "maximum mentees",
                "max mentees",
                "lleoedd",
                "nifer y lleoedd",
            ],
        ),
        free(
            "manager",
            Address,
            &[
                "line manager email",
                "manager email",
                "line manager",
                "manager's email",
                "line manager's email",
                "manager email address",
                "ebost rheolwr llinell",
                "rheolwr llinell",
            ],
        ),
    ],
};

/// Who evaluates whom.
pub static EVALUATIONS: Kind = Kind {
    name: "evaluations",
    answers: false,
    fields: &[
        needed(
            "who",
            Address,
            &[
                "who",
                "evaluator",
                "evaluator email",
                "manager email",
                "line manager email",
                "line manager",
                "supervisor email",
                "pwy",
                "gwerthuswr",
            ],
        ),
        needed(
            "whom",
            Address,
            &[
                "whom",
                "evaluated",
                "person",
                "person email",
                "employee email",
                "email",
                "email address",
                "report",
                "ebost",
            ],
        ),
        free(
            "relation",
            Word(&[
                ("line_manages", &["line manages", "line manager", "manager", "manages", "rheolwr llinell"]),
                ("supervises", &["supervisor", "supervision", "goruchwyliwr"]),
                ("appraises", &["appraiser", "appraisal", "gwerthuswr"]),
                ("decides_pay", &["decides pay", "pay", "cyflog"]),
            ]),
            &["relation", "relationship", "kind", "how", "perthynas"],
        ),
        free("from", Day, &["from", "start", "start date", "since", "o", "dyddiad dechrau"]),
        free("until", Day, &["until", "to", "end", "end date", "hyd", "dyddiad gorffen"]),
    ],
};

/// Workplaces: the member bodies people come from.
pub static WORKPLACES: Kind = Kind {
    name: "workplaces",
    answers: false,
    fields: &[needed(
        "workplace",
        Text,
        &[
            "workplace",
            "organisation",
            "organization",
            "name",
            "library service",
            "service",
            "employer",
            "department",
            "school",
            "gweithle",
            "sefydliad",
            "enw",
        ],
    )],
};

/// Pairs that there were or are.
pub static PAIRS: Kind = Kind {
    name: "pairs",
    answers: false,
    fields: &[
        needed(
            "mentor",
            Address,
            &["mentor email address", "mentor email", "mentor", "mentor's email", "ebost mentor"],
        ),
        needed(
            "mentee",
            Address,
            &["mentee email address", "mentee email", "mentee", "mentee's email", "ebost mentorai"],
        ),
        free("from", Day, &["from", "start", "start date", "started", "started on", "since", "o", "dyddiad dechrau"]),
        free("until", Day, &["until", "to", "end", "end date", "ended", "finished on", "hyd", "dyddiad gorffen"]),
    ],
};

/// Sessions that pairs held.
pub static SESSIONS: Kind = Kind {
    name: "sessions",
    answers: false,
    fields: &[
        needed(
            "mentor",
            Address,
            &["mentor email address", "mentor email", "mentor", "mentor's email", "ebost mentor"],
        ),
        needed(
            "mentee",
            Address,
            &["mentee email address", "mentee email", "mentee", "mentee's email", "ebost mentorai"],
        ),
        needed("held", Day, &["held on", "date", "day", "session date", "meeting date", "when", "dyddiad"]),
        needed("minutes", Minutes, &["minutes", "length", "duration", "how long", "munudau", "hyd"]),
        free(
            "way",
            Word(&[
                ("in_person", &["in person", "face to face", "wyneb yn wyneb"]),
                ("online", &["video", "teams", "zoom", "ar-lein"]),
                ("phone", &["telephone", "call", "ffôn"]),
            ]),
            &["way", "how", "format", "type", "sut"],
        ),
    ],
};
