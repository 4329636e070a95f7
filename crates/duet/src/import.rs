//! Imports: spreadsheets somebody sends, what their columns are taken for, what each row would do, and doing it, all or
//! nothing. Start at [`Given::read`], then [`Plan`]. A kind of sheet is a table of `mapping::kinds` and an importer of
//! [`importers`].

pub mod access;
mod capabilities;
pub mod choice;
mod evaluations;
pub mod forget;
pub mod importers;
pub mod keep;
mod managers;
pub mod page;
mod pairs;
pub(crate) mod people;
mod pupils;
mod rows;
mod sessions;
pub mod store;
pub mod take;
pub mod underway;
mod workplaces;

use kit::clock::Instant;
use kit::sheet::{Fault, Sheet};
use kit::{Error, Message, id};
use sha2::{Digest, Sha256};

use crate::application::sheet::is_apart;
use crate::mapping::kinds::{CAPABILITIES, PEOPLE};
use crate::mapping::{Kind, Mapping, Use, is_private, protected};
use crate::private_answer::MOST_PURPOSE;
use crate::round::rules::{Role, Rules, suggest};
use crate::round::{Round, RoundId};
use crate::scheme::Colour;

id! {
    /// An upload's.
    pub UploadId;
}

/// How many days an upload is kept.
pub const DAYS: i64 = 1;

kit::named! {
    /// What a file of an upload is.
    pub enum Side {
        /// People who apply as mentors.
        Mentors = "mentors",
        /// People who apply as mentees.
        Mentees = "mentees",
        /// People who say in a column what they are.
        Both = "both",
        /// A sheet of another kind.
        File = "file",
    }
}

/// Files that were sent, kept until they are taken.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// The round they are for; none for pupils, who are in none.
    pub round: Option<RoundId>,
    /// Its name.
    pub round_name: Option<String>,
    /// Its scheme's palette.
    pub colour: Option<Colour>,
    /// The word of the kind of sheet.
    pub kind: String,
    /// When they were sent.
    pub made_at: Instant,
    /// When they were brought in.
    pub taken_at: Option<Instant>,
}

impl Upload {
    /// The page of what they are for.
    #[must_use]
    pub fn path(&self) -> String {
        self.round.map_or_else(|| "/pupils".to_owned(), |round| format!("/rounds/{round}"))
    }

    /// The palette of its pages.
    #[must_use]
    pub fn palette(&self) -> Colour {
        self.colour.unwrap_or(Colour::Teal)
    }
}

/// What was sent, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Each file.
    pub files: Vec<(Side, Vec<u8>)>,
    /// A rules file, if one was.
    pub rules: Option<Vec<u8>>,
}

/// What is to be brought in: sheets, and what their columns are.
#[derive(Clone, Debug)]
pub struct Given {
    /// The kind of sheet.
    pub kind: &'static Kind,
    /// Each sheet.
    pub parts: Vec<Part>,
    /// The rules it goes by, for people.
    pub rules: Rules,
    /// Whether they were suggested from the sheets.
    pub rules_suggested: bool,
    /// Whether what a plan offers besides is done too ([`importers::Work::offers`]): capabilities that nobody knows yet are
    /// added, or the sheet stands also against what people said themselves.
    pub adds: bool,
    /// Whether they were sent, in a file.
    pub rules_sent: bool,
}

/// One sheet.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is.
    pub side: Side,
    /// Its cells.
    pub sheet: Sheet,
    /// What its columns are.
    pub mapping: Mapping,
}

/// A mapping for a sheet that somebody settled before: what is done with each of its columns.
pub type Settled<'s> = &'s dyn Fn(usize, &Sheet) -> Option<Vec<Use>>;

impl Given {
    /// Reads everything that was sent. `present` are the round's rules; `settled` gives what somebody settled for the
    /// columns of a sheet, if they did.
    ///
    /// # Errors
    /// The form's field (`mentors`, `rules` …) and the [`Fault`] in it.
    pub fn read(
        kind: &'static Kind,
        contents: &Contents,
        present: &Rules,
        settled: Settled<'_>,
    ) -> Result<Given, (&'static str, Fault)> {
        let mut sheets = Vec::new();
        for (side, bytes) in &contents.files {
            let read = if kind == &CAPABILITIES { Sheet::read_matrix } else { Sheet::read };
            sheets.push((*side, read(bytes).map_err(|fault| (side.as_str(), fault))?));
        }
        let sent = contents.rules.as_deref().map(crate::round::rules::file::read).transpose();
        let sent = sent.map_err(|fault| ("rules", fault))?;
        let rules_suggested = sent.is_none() && present.is_blank();
        let proposed = match &sent {
            Some(rules) => rules.clone(),
            None if rules_suggested => suggested(&sheets, &is_apart),
            None => present.clone(),
        };
        let mut parts = Vec::new();
        for (at, (side, sheet)) in sheets.iter().enumerate() {
            let read = read_by(&proposed, *side);
            let wanted = |heading: &str| read.contains(&kit::sheet::folded(heading));
            let mut mapping = Mapping::propose(kind, sheet, &wanted);
            if let Some(uses) = settled(at, sheet).filter(|uses| uses.len() == sheet.headings.len()) {
                mapping.uses = uses;
            }
            // What the law protects is sealed or left out, whatever a form or what is remembered says.
            for (of, is_protected) in mapping.uses.iter_mut().zip(protected(kind, sheet)) {
                if is_protected && !matches!(of, Use::Sealed(_)) {
                    *of = Use::LeftOut;
                }
            }
            parts.push(Part { side: *side, sheet: sheet.clone(), mapping });
        }
        // What is suggested follows what was settled: a column that is no answer is no criterion.
        let answers = |heading: &str| {
            parts.iter().any(|part| {
                let at = part.sheet.column(heading);
                at.is_some_and(|at| matches!(part.mapping.uses[at], Use::Answer(_)))
            })
        };
        let rules = if rules_suggested { suggested(&sheets, &|heading| !answers(heading)) } else { proposed };
        Ok(Given { kind, parts, rules, rules_suggested, rules_sent: sent.is_some(), adds: false })
    }

    /// The folded headings that the rules read and that no column of a sheet has: another column may be said to be one.
    #[must_use]
    pub fn missing(&self, part: &Part) -> Vec<String> {
        if self.kind != &PEOPLE || self.rules_suggested {
            return Vec::new();
        }
        let mut missing = read_by(&self.rules, part.side);
        missing.retain(|heading| part.sheet.column(heading).is_none() && !is_private(heading));
        missing.sort();
        missing.dedup();
        missing
    }
}

/// The folded headings that rules read in a sheet.
fn read_by(rules: &Rules, side: Side) -> Vec<String> {
    let roles: &[Role] = match side {
        Side::Mentors => &[Role::Mentor],
        Side::Mentees => &[Role::Mentee],
        Side::Both | Side::File => &[Role::Mentor, Role::Mentee],
    };
    roles.iter().flat_map(|role| rules.headings(*role)).map(kit::sheet::folded).collect()
}

/// Rules suggested from sheets of people.
fn suggested(sheets: &[(Side, Sheet)], apart: &dyn Fn(&str) -> bool) -> Rules {
    let of = |side: Side| sheets.iter().find(|(one, _)| *one == side).map(|(_, sheet)| sheet);
    match (of(Side::Mentors), of(Side::Mentees), of(Side::Both)) {
        (Some(mentors), Some(mentees), _) => suggest::rules(mentors, mentees, apart),
        (_, _, Some(both)) => suggest::rules(both, both, apart),
        _ => Rules::default(),
    }
}

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It cannot come in.
    Refused,
    /// It changes something that is there.
    Changed,
    /// It adds something.
    New,
    /// It says other than who it is about said themselves, and their words stay.
    Kept,
    /// It says what is known.
    Same,
}

impl Verdict {
    /// All of them, in the order they are told.
    pub const ALL: [Verdict; 5] = [Verdict::Refused, Verdict::Changed, Verdict::New, Verdict::Kept, Verdict::Same];

    /// Its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Refused => "refused",
            Verdict::Changed => "changed",
            Verdict::New => "new",
            Verdict::Kept => "kept",
            Verdict::Same => "same",
        }
    }
}

/// What a change is of: a field of the kind, or an answer under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A field.
    Field(&'static str),
    /// An answer.
    Answer(String),
}

/// Something that becomes other than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of what.
    pub what: What,
    /// What it was.
    pub was: String,
    /// What it becomes.
    pub becomes: String,
}

/// What is told of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Which sheet it stands in.
    pub part: usize,
    /// Its line.
    pub line: u64,
    /// Whom or what it is about, as the sheet says.
    pub about: String,
    /// What it does.
    pub verdict: Verdict,
    /// What changes.
    pub changes: Vec<Change>,
    /// Why it is refused, or what else is to be known.
    pub note: Option<Message>,
}

/// What an import would do.
pub struct Plan<P: 'static = Round> {
    /// Row by row.
    pub told: Vec<Told>,
    /// What keeps all of it from coming in: which sheet, and why.
    pub problems: Vec<(usize, Message)>,
    /// What is written when it is done.
    pub work: Box<dyn importers::Work<P>>,
}

impl<P> Plan<P> {
    /// How many rows have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.told.iter().filter(|told| told.verdict == verdict).count()
    }

    /// SHA-256 over what is told and how it was read: the same hash does the same.
    #[must_use]
    pub fn hash(&self, given: &Given) -> String {
        let mut digest = Sha256::new();
        for told in &self.told {
            digest.update(format!("{told:?}\n"));
        }
        for part in &given.parts {
            digest.update(format!("{:?}\n", part.mapping.uses));
        }
        kit::token::hex(&digest.finalize())
    }
}

/// The problems of sheets in which a column is missing, or stands twice.
#[must_use]
pub fn problems_of(given: &Given) -> Vec<(usize, Message)> {
    problems_but(given, "")
}

/// The same, where one field may be missing.
#[must_use]
pub fn problems_but(given: &Given, spared: &str) -> Vec<(usize, Message)> {
    let mut problems = Vec::new();
    for (at, part) in given.parts.iter().enumerate() {
        for field in part.mapping.missing().into_iter().filter(|field| field.name != spared) {
            problems.push((at, Message::new("import-field-missing").with("field", word_of(given.kind, field.name))));
        }
        for field in part.mapping.twice() {
            problems.push((at, Message::new("import-field-twice").with("field", word_of(given.kind, field.name))));
        }
        let purposes = part.mapping.uses.iter().filter_map(|of| match of {
            Use::Sealed(purpose) => Some(purpose.trim().chars().count()),
            _ => None,
        });
        if purposes.clone().any(|length| length == 0) {
            problems.push((at, Message::new("import-purpose-missing")));
        }
        if purposes.clone().any(|length| length > MOST_PURPOSE) {
            problems.push((at, Message::new("import-purpose-long").with("most", MOST_PURPOSE)));
        }
        if given.kind == &PEOPLE && part.side == Side::Both && part.mapping.column("role").is_none() {
            problems.push((at, Message::new("import-role-missing")));
        }
    }
    problems
}

/// What a field is called, in words.
#[must_use]
pub fn word_of(kind: &Kind, field: &str) -> Message {
    // Leaked once for each field there is: keys are `'static`, and the fields are few and fixed.
    Message::new(importers::word_key(kind, field))
}

/// A fault in a file as a problem of the form's field.
#[must_use]
pub fn as_problem((field, fault): (&'static str, Fault)) -> Error {
    Error::invalid(field, fault.message())
}
