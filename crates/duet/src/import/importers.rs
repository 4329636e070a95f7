//! The kinds of sheet that can be brought in, a row each: who works out what a sheet would do, and where one is led
//! when it is done. A new kind joins here and in `mapping::kinds`.

use kit::Result;
use kit::db::{Read, Tx};

use super::underway::Progress;
use super::{Given, Plan, capabilities, evaluations, pairs, people, pupils, sessions, workplaces};
use crate::access::Reached;
use crate::audit::Act;
use crate::mapping::Kind;
use crate::mapping::kinds::{CAPABILITIES, EVALUATIONS, KINDS, PAIRS, PEOPLE, PUPILS, SESSIONS, WORKPLACES};
use crate::pupil::AtLarge;
use crate::round::Round;

/// What is written of a plan: all that its rows say but those that are refused. Most sheets are brought in to a round.
pub trait Work<P = Round>: Send {
    /// Writes it, and tells how far it is.
    ///
    /// # Errors
    /// `NotFound` when the viewer may not; `Conflict` when something is in the way: then nothing is kept.
    fn write(&self, tx: &mut Tx<'_>, place: &Reached<P>, progress: &Progress) -> Result<()>;

    /// What could be done besides, for whom or for what ([`Given::adds`]): capabilities that nobody knows yet could be added,
    /// people's own words overruled.
    fn offers(&self) -> Vec<String> {
        Vec::new()
    }
}

/// A kind of sheet, and how it is brought in.
pub struct Importer<P: 'static = Round> {
    /// The kind.
    pub kind: &'static Kind,
    /// Works out what each row would do, and writes nothing.
    pub plan: fn(&mut Read<'_>, &Reached<P>, &Given) -> Result<Plan<P>>,
    /// What is noted when it was done.
    pub act: Act,
    /// Where it leads, behind the path of what it is brought in to.
    pub leads_to: &'static str,
}

/// Those of a round.
pub static IMPORTERS: &[Importer] = &[
    Importer { kind: &PEOPLE, plan: people::plan, act: Act::PeopleImported, leads_to: "/people" },
    Importer { kind: &EVALUATIONS, plan: evaluations::plan, act: Act::EvaluationsImported, leads_to: "" },
    Importer { kind: &PAIRS, plan: pairs::plan, act: Act::PairsImported, leads_to: "" },
    Importer { kind: &SESSIONS, plan: sessions::plan, act: Act::SessionsImported, leads_to: "" },
    Importer { kind: &WORKPLACES, plan: workplaces::plan, act: Act::WorkplacesImported, leads_to: "" },
    Importer {
        kind: &CAPABILITIES,
        plan: capabilities::plan,
        act: Act::CapabilitiesImported,
        leads_to: "/capabilities",
    },
];

/// The one of pupils, who are in no round.
pub static OF_PUPILS: Importer<AtLarge> =
    Importer { kind: &PUPILS, plan: pupils::plan, act: Act::PupilsImported, leads_to: "" };

/// The importer of a kind that is brought in to a round.
#[must_use]
pub fn of(kind: &str) -> Option<&'static Importer> {
    IMPORTERS.iter().find(|one| one.kind.name == kind)
}

/// The keys of what fields are called.
static WORDS: std::sync::OnceLock<Vec<(&'static str, &'static str, &'static str)>> = std::sync::OnceLock::new();

/// The key of what a field is called: `import-is-people-address`.
#[must_use]
pub fn word_key(kind: &Kind, field: &str) -> &'static str {
    let all = WORDS.get_or_init(|| {
        let fields = KINDS.iter().flat_map(|kind| kind.fields.iter().map(|field| (kind.name, field.name)));
        let key = |kind, field: &'static str| &*format!("import-is-{kind}-{}", field.replace('_', "-")).leak();
        fields.map(|(kind, field)| (kind, field, key(kind, field))).collect()
    });
    all.iter().find(|(of, name, _)| *of == kind.name && *name == field).map_or("", |(_, _, key)| key)
}
