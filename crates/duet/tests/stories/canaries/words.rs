//! The words themselves, where each stands, and who may see it.

use kit::access::Verb;

/// A word, where it is kept, whose it is, and who the table lets see it.
pub(crate) struct Canary {
    /// The word: letters and digits, so that no encoding changes it. Each begins as [`START`] does.
    pub(crate) word: &'static str,
    /// The tables and columns it is to be found in.
    pub(crate) kept: &'static [(&'static str, &'static str)],
    /// The actor whose word it is, or who it is about.
    pub(super) of: &'static str,
    /// The actors who share it in a partnership of theirs.
    pub(super) among: &'static [&'static str],
    /// The actors to whom it is told among everything that is known about themselves.
    pub(super) about: &'static [&'static str],
    /// The resources of the access table that show it. None: whoever belongs to the organisation may see it, since every
    /// page says by name who runs things.
    pub(super) shown: &'static [(&'static str, Verb)],
}

impl Canary {
    /// Whether it is kept where nobody but who it is about can open it.
    pub(crate) fn is_sealed(&self) -> bool {
        self.kept.iter().any(|place| duet::schema::words::SEALED.contains(place))
    }
}

/// What every canary begins with: looking for it finds all of them.
pub(crate) const START: &str = "zq";

const NAMES: &[(&str, &str)] = &[("person", "name")];
const WHO: &[(&str, Verb)] = &[
    ("person", Verb::See),
    ("partnership", Verb::List),
    ("application", Verb::List),
    ("proposal", Verb::See),
    ("letter", Verb::See),
    ("assessment", Verb::See),
];
const ANSWER: &[(&str, Verb)] = &[("application", Verb::See), ("proposal", Verb::See), ("letter", Verb::See)];
const WORK: &[(&str, Verb)] =
    &[("person", Verb::See), ("partnership", Verb::See), ("application", Verb::See), ("proposal", Verb::See)];

/// What a form asks: whoever may apply meets it there.
const ASKED: &[(&str, Verb)] = &[("question", Verb::See), ("call", Verb::See)];

/// What only they see.
const OWN: &[(&str, Verb)] = &[("own_name", Verb::See), ("everything", Verb::See)];

const fn word(
    word: &'static str,
    kept: &'static [(&'static str, &'static str)],
    of: &'static str,
    shown: &'static [(&'static str, Verb)],
) -> Canary {
    Canary { word, kept, of, among: &[], about: &[], shown }
}

const fn paired(canary: Canary) -> Canary {
    Canary { among: &["mentor", "mentee"], ..canary }
}

/// What only who teaches a pupil sees, and an administrator.
const PUPIL: &[(&str, Verb)] = &[("pupil", Verb::See)];

/// Of a pupil whose tutor is the mentor, and whose school's teacher the mentee.
const fn taught(canary: Canary) -> Canary {
    Canary { among: &["mentee"], ..canary }
}

const fn about(canary: Canary, about: &'static [&'static str]) -> Canary {
    Canary { about, ..canary }
}

const APPLICANTS: &[&str] = &["mentor", "mentee", "member", "applicant", "fellow", "latecomer"];

/// All of them. A new column of `schema::words::SEALED` or `TYPED` needs one here, and [`told`] or [`opened`] to put it
/// there.
pub(crate) const CANARIES: &[Canary] = &[
    word("zqorganisation", &[("organisation", "name")], "", &[]),
    word("zqadministratorname", NAMES, "administrator", &[]),
    word("zqcoordinatorname", NAMES, "coordinator", &[]),
    word("zqcoachname", NAMES, "coach", &[]),
    word("zqsponsorname", NAMES, "sponsor", &[]),
    word("zqcoachaddress", &[("person", "address")], "coach", &[("person", Verb::See), ("appointment", Verb::See)]),
    about(
        word(
            "zqschemename",
            &[("scheme", "name")],
            "",
            &[("scheme", Verb::See), ("letter", Verb::See), ("call", Verb::See)],
        ),
        APPLICANTS,
    ),
    word("zqschemepurpose", &[("scheme", "purpose")], "", &[("scheme", Verb::See), ("call", Verb::See)]),
    word("zqschemesponsor", &[("scheme", "sponsor")], "", &[("scheme", Verb::See), ("description", Verb::See)]),
    word(
        "zqconditionwords",
        &[("condition", "words")],
        "",
        &[("condition", Verb::See), ("call", Verb::See), ("report", Verb::See)],
    ),
    word(
        "zqconditionwelsh",
        &[("condition", "words_cy")],
        "",
        &[("condition", Verb::See), ("call", Verb::See), ("report", Verb::See)],
    ),
    paired(about(
        word("zqtraining", &[("training", "name")], "", &[("training", Verb::See), ("training", Verb::List)]),
        &["mentor"],
    )),
    word("zqtrynote", &[("another_try", "note")], "", &[("another_try", Verb::See)]),
    about(word("zqwaivernote", &[("waiver", "note")], "", &[("eligibility", Verb::See)]), &["applicant"]),
    paired(word("zqoutcomewords", &[("outcome", "words")], "", &[("outcome", Verb::See), ("rating", Verb::Write)])),
    paired(word("zqoutcomewelsh", &[("outcome", "words_cy")], "", &[("outcome", Verb::See), ("rating", Verb::Write)])),
    Canary {
        among: &["mentor", "mentee", "member", "fellow"],
        about: APPLICANTS,
        ..word(
            "zqroundname",
            &[("round", "name"), ("letter", "subject")],
            "",
            &[("round", Verb::List), ("partnership", Verb::See), ("call", Verb::See)],
        )
    },
    word(
        "zqrulewords",
        &[("round", "rules"), ("proposal", "rules")],
        "",
        &[("application", Verb::List), ("proposal", Verb::See), ("call", Verb::See)],
    ),
    about(
        word(
            "zqheading",
            &[("application_import", "summary"), ("application", "answers"), ("import_mapping", "uses")],
            "",
            ANSWER,
        ),
        APPLICANTS,
    ),
    taught(word("zqpupilname", &[("pupil", "name")], "mentor", PUPIL)),
    taught(word("zqpupilyear", &[("pupil", "year_group")], "mentor", PUPIL)),
    taught(word("zqpupilreference", &[("pupil", "reference")], "mentor", PUPIL)),
    about(taught(word("zqpupilschool", &[("workplace", "name")], "mentor", PUPIL)), &["mentor", "mentee"]),
    paired(word("zqmentorname", NAMES, "mentor", WHO)),
    // A line manager is told whose they are, among what is known about them.
    paired(about(word("zqmenteename", NAMES, "mentee", WHO), &["line manager"])),
    paired(word("zqmentoraddress", &[("person", "address")], "mentor", WORK_WITHOUT_COACH)),
    paired(word("zqmenteeaddress", &[("person", "address")], "mentee", WORK_WITHOUT_COACH)),
    paired(word("zqmentorjob", &[("person", "job_title")], "mentor", WORK)),
    paired(word("zqmenteejob", &[("person", "job_title")], "mentee", WORK)),
    paired(word("zqmentorplace", &[("workplace", "name")], "mentor", WORK)),
    paired(word("zqmenteeplace", &[("workplace", "name")], "mentee", WORK)),
    about(word("zqoffered", &[("application", "answers")], "mentor", ANSWER), &["mentor"]),
    about(word("zqwanted", &[("application", "answers")], "mentee", ANSWER), &["mentee"]),
    about(
        word(
            "zqshared",
            &[("application", "answers"), ("proposal_pair", "reasons"), ("letter", "body")],
            "mentor",
            ANSWER,
        ),
        &["mentor", "mentee"],
    ),
    about(word("zqmanageraddress", &[("person", "address")], "line manager", &[("person", Verb::See)]), &["mentee"]),
    word("zqothername", NAMES, "applicant", WHO),
    word("zqotheraddress", &[("person", "address")], "applicant", WORK_WITHOUT_COACH),
    about(word("zqotherwanted", &[("application", "answers")], "applicant", ANSWER), &["applicant"]),
    about(word("zqsecondaddress", &[("person_address", "address")], "mentor", OWN), &["mentor"]),
    word("zqaskedaddress", &[("address_request", "address")], "mentor", OWN),
    about(word("zqwasaddress", &[("address_change", "was")], "mentor", OWN), &["mentor"]),
    about(word("zqaddedaddress", &[("address_change", "added")], "mentor", OWN), &["mentor"]),
    about(word("zqremovedaddress", &[("address_change", "removed")], "mentor", OWN), &["mentor"]),
    word("zqpasskey", &[("passkey", "name")], "mentor", &[("own_factors", Verb::List), ("everything", Verb::See)]),
    word("zqmailaddress", &[("sign_in_mail", "address")], "mentor", OWN),
    word("zqmailsubject", &[("sign_in_mail", "subject")], "mentor", OWN),
    word("zqmailbody", &[("sign_in_mail", "body")], "mentor", OWN),
    word("zqwordingsubject", &[("wording", "subject")], "", &[("wording", Verb::See)]),
    word("zqwordingbody", &[("wording", "body")], "", &[("wording", Verb::See)]),
    word("zqcontroller", &[("notice", "controller")], "", &[("notice", Verb::See)]),
    word("zqcontact", &[("notice", "contact")], "", &[("notice", Verb::See)]),
    word("zqcomplaints", &[("notice", "complaints")], "", &[("notice", Verb::See)]),
    word("zqpurposeen", &[("notice", "purpose_en")], "", &[("notice", Verb::See)]),
    word("zqpurposecy", &[("notice", "purpose_cy")], "", &[("notice", Verb::See)]),
    about(
        word(
            "zqprivateheading",
            &[("private_answer", "heading")],
            "",
            &[("private_answer", Verb::See), ("application", Verb::List)],
        ),
        &["mentee"],
    ),
    about(word("zqprivatewhy", &[("private_answer", "purpose")], "", &[("private_answer", Verb::See)]), &["mentee"]),
    about(
        word("zqprivateanswer", &[("private_answer", "answer")], "mentee", &[("private_answer", Verb::See)]),
        &["mentee"],
    ),
    word("zqquestionwords", &[("question", "words")], "", ASKED),
    word("zqquestionwelsh", &[("question", "words_cy")], "", ASKED),
    word("zqquestionchoice", &[("question", "choices")], "", ASKED),
    word("zqquestionheading", &[("question", "key"), ("question", "heading")], "", ASKED),
    word("zqquestionpurpose", &[("question", "purpose")], "", ASKED),
    about(word("zqdraftwords", &[("application_draft", "words")], "member", &[("everything", Verb::See)]), &["member"]),
    word("zqsentcell", &[("import_upload", "contents")], "coordinator", &[("import", Verb::See)]),
    word("zqsealedwhy", &[("import_upload", "choice")], "coordinator", &[("import", Verb::See)]),
    word("zqmentorreflection", &[("reflection", "words")], "mentor", &[("reflection", Verb::See)]),
    word("zqmentorrating", &[("rating", "words")], "mentor", &[("rating", Verb::See), ("everything", Verb::See)]),
    word(
        "zqmenteerating",
        &[("rating", "words")],
        "mentee",
        &[("rating", Verb::See), ("shared_rating", Verb::List), ("everything", Verb::See)],
    ),
    word(
        "zqtestimonial",
        &[("testimonial", "words")],
        "mentor",
        &[("testimonial", Verb::See), ("quote", Verb::See), ("everything", Verb::See)],
    ),
    word("zqlevelname", &[("capability_scale", "levels")], "", &[("capability", Verb::List)]),
    word("zqcapabilityarea", &[("capability_wording", "area")], "", &[("capability", Verb::List)]),
    word("zqcapabilitywelsharea", &[("capability_wording", "area_cy")], "", &[("capability", Verb::List)]),
    word("zqcapabilityname", &[("capability_wording", "name")], "", &[("capability", Verb::List)]),
    word("zqcapabilitywelshname", &[("capability_wording", "name_cy")], "", &[("capability", Verb::List)]),
    word("zqcapabilitylevel", &[("capability_wording", "levels")], "", &[("capability", Verb::List)]),
    word("zqmenteereflection", &[("reflection", "words")], "mentee", &[("reflection", Verb::See)]),
];

/// An address stands on the pair's page once they have begun, and with whom the round's coordinator looks after.
const WORK_WITHOUT_COACH: &[(&str, Verb)] = &[("person", Verb::See), ("partnership", Verb::See), ("letter", Verb::See)];
