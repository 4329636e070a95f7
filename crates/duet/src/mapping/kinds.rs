//! The kinds of sheet there are, and what their columns may be. A new kind is a table here, and an importer in
//! `import::importers`.

use super::Takes::{Address, Day, Minutes, Text, Whole, Word};
use super::{Field, Kind};

/// Every kind.
pub const KINDS: &[&Kind] = &[&PEOPLE, &EVALUATIONS, &WORKPLACES, &PAIRS, &SESSIONS, &CAPABILITIES, &PUPILS];

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

/// A capability matrix: where people stand with what they can do. Columns headed by a capability, or by somebody's name,
/// hold levels.
pub static CAPABILITIES: Kind = Kind {
    name: "capabilities",
    answers: true,
    fields: &[
        free(
            "address",
            Address,
            &[
                "email address",
                "email",
                "mail",
                "work email",
                "staff email",
                "person email",
                "ebost",
                "cyfeiriad ebost",
            ],
        ),
        free(
            "person",
            Text,
            &[
                "name",
                "full name",
                "person",
                "staff",
                "staff member",
                "member of staff",
                "team member",
                "colleague",
                "employee",
                "leader",
                "music leader",
                "enw",
                "enw llawn",
                "aelod o staff",
            ],
        ),
        free(
            "capability",
            Text,
            &[
                "capability",
                "capabilities",
                "skill",
                "skills",
                "competency",
                "competencies",
                "competence",
                "ability",
                "gallu",
                "galluoedd",
                "sgil",
                "sgiliau",
            ],
        ),
        free("area", Text, &["area", "category", "theme", "domain", "skill area", "maes", "categori"]),
        free("level", Text, &["level", "score", "rating", "proficiency", "current level", "lefel", "sgôr"]),
        free(
            "assessed",
            Day,
            &["date", "assessed on", "assessment date", "date assessed", "day", "dyddiad", "diwrnod"],
        ),
        free(
            "source",
            Word(&[
                (
                    "self",
                    &[
                        "self assessment",
                        "self assessed",
                        "own",
                        "in their own words",
                        "hunanasesiad",
                        "yn eu geiriau eu hunain",
                    ],
                ),
                ("supervision", &["supervisor", "from a supervision", "goruchwyliaeth", "o oruchwyliaeth"]),
                (
                    "observation",
                    &["observed", "observer", "from seeing them at work", "arsylwi", "o’u gweld wrth eu gwaith"],
                ),
                ("peer", &["colleague", "from a colleague", "cydweithiwr", "gan gydweithiwr"]),
                ("matrix", &["spreadsheet", "from a spreadsheet", "taenlen", "o daenlen"]),
            ]),
            &["source", "assessment type", "where does it come from", "ffynhonnell", "o ble maen dod"],
        ),
        free("by", Address, &["assessor email", "assessor", "assessed by", "ebost asesydd", "asesydd"]),
    ],
};

/// Pupils, with their school and who teaches them.
pub static PUPILS: Kind = Kind {
    name: "pupils",
    answers: false,
    fields: &[
        needed(
            "name",
            Text,
            &[
                "pupil name",
                "pupil's name",
                "pupil",
                "name",
                "full name",
                "student",
                "student name",
                "child",
                "child's name",
                "enw",
                "enw llawn",
                "disgybl",
                "enw'r disgybl",
                "enw disgybl",
            ],
        ),
        free(
            "first_name",
            Text,
            &["first name", "forename", "given name", "pupil first name", "pupil forename", "enw cyntaf"],
        ),
        free("last_name", Text, &["last name", "surname", "family name", "pupil surname", "pupil last name", "cyfenw"]),
        needed("school", Text, &["school", "school name", "name of school", "academy", "ysgol", "enw'r ysgol"]),
        free(
            "tutor_address",
            Address,
            &[
                "tutor email address",
                "tutor email",
                "tutor's email",
                "email of tutor",
                "ebost tiwtor",
                "ebost y tiwtor",
            ],
        ),
        free(
            "tutor",
            Text,
            &["tutor", "tutor name", "tutor's name", "instrumental tutor", "music tutor", "tiwtor", "enw'r tiwtor"],
        ),
        free(
            "year_group",
            Text,
            &["year group", "year", "class", "school year", "grwp blwyddyn", "grŵp blwyddyn", "blwyddyn"],
        ),
        free(
            "teacher_address",
            Address,
            &[
                "school music teacher email",
                "school music teacher's email",
                "music teacher email",
                "school teacher email",
                "ebost athro cerdd",
            ],
        ),
        free(
            "teacher",
            Text,
            &[
                "school music teacher",
                "music teacher",
                "school teacher",
                "head of music",
                "athro cerdd",
                "athro cerdd yr ysgol",
            ],
        ),
        free(
            "reference",
            Text,
            &[
                "reference",
                "school reference",
                "pupil reference",
                "upn",
                "unique pupil number",
                "admission number",
                "pupil number",
                "pupil id",
                "student id",
                "cyfeirnod",
                "rhif disgybl",
            ],
        ),
        free("since", Day, &["taught since", "since", "start date", "started", "from", "ers", "dyddiad dechrau"]),
    ],
};
