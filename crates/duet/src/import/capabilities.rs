//! A capability matrix, in any of its three layouts: where people of the round stood, each level a row that is kept with its
//! day. A level that is known changes nothing; another one is a step more, and those of before stay.

mod cells;

use std::collections::{HashMap, HashSet};

use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::sheet::{Fault, folded};
use kit::{Message, Result};

use self::cells::{Cell, Filled, Placed, cells};
use super::importers::Work;
use super::rows::{Does, change};
use super::underway::Progress;
use super::{Given, Plan, Told, Verdict, problems_of};
use crate::access::Reached;
use crate::assessment::store::Said;
use crate::assessment::{self, AssessmentId, Source};
use crate::capability::{self, Capability, CapabilityDraft, CapabilityId, Framework, MOST, Scale, Words};
use crate::mapping::matrix;
use crate::person::{self, PersonId};
use crate::round::Round;
use crate::round::access::ROUND;

/// The most levels that one sheet may hold.
const MOST_LEVELS: usize = 50_000;
/// How many are written between two looks at how far it is.
const AT_ONCE: usize = 500;

/// Works out what each level would do. Only people of the round are found, so that nobody learns of others by sending
/// names.
pub(super) fn plan(c: &mut Read<'_>, round: &Reached<Round>, given: &Given) -> Result<Plan> {
    let framework = capability::store::framework(c)?;
    let mut problems = problems_of(given);
    for (at, part) in given.parts.iter().enumerate() {
        if matrix::shape(&part.mapping).is_none() {
            problems.push((at, Message::new("import-matrix-shape")));
        }
    }
    if framework.scale.is_none() {
        problems.push((0, Message::new("import-levels-first")));
    }
    let cells = if problems.is_empty() { cells(given) } else { Vec::new() };
    if cells.len() > MOST_LEVELS {
        problems.push((0, Message::new("import-matrix-large").with("most", MOST_LEVELS)));
    }
    let mut planned = Planned::of(c, round, framework, given.adds)?;
    let mut told: Vec<Told> = Vec::new();
    if problems.is_empty() {
        for cell in cells {
            told.extend(planned.told(cell));
            if planned.is_full {
                problems.push((0, Message::new("capability-too-many").with("most", MOST)));
                told.clear();
                break;
            }
        }
    }
    Ok(Plan { told, problems, work: Box::new(planned) })
}

/// A capability that is there, or is added with the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum What {
    There(CapabilityId, i64),
    Added(usize),
}

/// What a name stands for: a capability, or why there is none.
type Named = Result<What, &'static str>;

/// What is known of one person and capability on one day from one source.
type Known = Vec<(AssessmentId, i64, PersonId)>;

/// What a sheet says at most once: whom and what it is about, on which day, from which source, by whom.
type Saying = (PersonId, What, Day, Source, PersonId);

struct Planned {
    scale: Option<Scale>,
    today: Day,
    me: PersonId,
    adds: bool,
    /// How many capabilities may be added, and whether the sheet would add more.
    room: usize,
    is_full: bool,
    /// Capabilities by folded name: those that are there, and those that the sheet named.
    capabilities: HashMap<String, Named>,
    /// People of the round, by each address they are known by, and by name.
    addresses: HashMap<String, PersonId>,
    names: HashMap<String, Vec<PersonId>>,
    /// Who may have assessed them, by address: people of the round, who runs it, who supervises any of them.
    assessors: HashMap<String, PersonId>,
    latest: HashMap<(PersonId, CapabilityId), i64>,
    dated: HashMap<(PersonId, CapabilityId, Day, Source), Known>,
    /// What this sheet said before.
    seen: HashMap<Saying, i64>,
    /// Headings and beginnings of rows that nobody knows, told already.
    refused: HashSet<(usize, String)>,
    /// Capabilities that are not known, as the sheet writes them.
    unknown: Vec<String>,
    added: Vec<CapabilityDraft>,
    new: Vec<(What, Said)>,
    corrected: Vec<(AssessmentId, Said)>,
}

impl Planned {
    fn of(c: &mut Read<'_>, round: &Reached<Round>, framework: Framework, adds: bool) -> Result<Planned> {
        let known = |one: &Capability| {
            if one.stands() { Ok(What::There(one.id, one.version)) } else { Err("import-capability-withdrawn") }
        };
        let capabilities = framework.by_name().into_iter().map(|(name, one)| (name, known(one))).collect();
        let people = assessment::store::people_in(c, round)?;
        let mut names: HashMap<String, Vec<PersonId>> = HashMap::new();
        for one in &people {
            names.entry(folded(&one.name)).or_default().push(one.id);
        }
        let here: HashSet<PersonId> = people.iter().map(|one| one.id).collect();
        let mut around: HashSet<PersonId> = assessment::store::supervisors_in(c, round)?.into_iter().collect();
        around.extend(round.who_may(&ROUND, Verb::List).iter().map(|one| one.person));
        let (mut addresses, mut assessors) = (HashMap::new(), HashMap::new());
        for one in person::store::known(c)? {
            if here.contains(&one.id) {
                addresses.insert(one.by_address.clone(), one.id);
            }
            if here.contains(&one.id) || around.contains(&one.id) {
                assessors.insert(one.by_address, one.id);
            }
        }
        let mut planned = Planned {
            room: MOST.saturating_sub(framework.standing().count()),
            scale: framework.scale,
            today: c.today(),
            me: round.viewer().person,
            adds,
            is_full: false,
            capabilities,
            addresses,
            names,
            assessors,
            latest: HashMap::new(),
            dated: HashMap::new(),
            seen: HashMap::new(),
            refused: HashSet::new(),
            unknown: Vec::new(),
            added: Vec::new(),
            new: Vec::new(),
            corrected: Vec::new(),
        };
        for one in assessment::store::in_round(c, round)? {
            planned.latest.insert((one.person, one.capability), one.level);
            let known = planned.dated.entry((one.person, one.capability, one.assessed_on, one.source)).or_default();
            known.push((one.id, one.level, one.noted_by));
        }
        Ok(planned)
    }

    /// What is told of a cell. Of a heading, or of a row's beginning, that nobody knows it is told once, and nothing of what
    /// stands under or beside it.
    fn told(&mut self, cell: Cell) -> Option<Told> {
        let Cell { part, line, about, is_spread, filled } = cell;
        let refused = |line, about, fault: &Fault| {
            let note = Some(fault.message());
            Some(Told { part, line, about, verdict: Verdict::Refused, changes: Vec::new(), note })
        };
        let filled = match filled {
            Ok(filled) => filled,
            Err(fault) => return refused(line, about, &fault),
        };
        let (person, what) = match self.resolved(&filled) {
            Ok(two) => two,
            Err((place, fault)) if is_spread => {
                let is_first = self.refused.insert((part, place.text.clone()));
                return refused(fault.line, place.text.clone(), &fault).filter(|_| is_first);
            }
            Err((_, fault)) => return refused(line, about, &fault),
        };
        match self.does(person, what, &filled) {
            Ok((verdict, changes)) => Some(Told { part, line, about, verdict, changes, note: None }),
            Err(fault) => refused(line, about, &fault),
        }
    }

    /// Who and what a cell is about, or which of the two nobody knows, and why.
    fn resolved<'f>(&mut self, filled: &'f Filled) -> Result<(PersonId, What), (&'f Placed, Fault)> {
        let (who, what) = (&filled.who, &filled.what);
        let person = self.person(&who.text, who.at()).map_err(|fault| (who, fault))?;
        Ok((person, self.what(&what.text, &filled.beside.area, what.at()).map_err(|fault| (what, fault))?))
    }

    fn does(&mut self, person: PersonId, what: What, filled: &Filled) -> Result<Does, Fault> {
        let (at, beside) = (filled.level.at(), &filled.beside);
        let number = self.scale.as_ref().and_then(|scale| scale.read(&filled.level.text));
        let Some(number) = number else { return Err(at.of(self.no_level())) };
        if beside.day.is_some_and(|day| day > self.today) {
            return Err(at.of("import-day-future"));
        }
        let source = beside.source.unwrap_or(Source::Matrix);
        let by = match &beside.by {
            _ if source == Source::Own => Some(person),
            Some(by) => {
                let assessor = self.assessors.get(&by.text.to_lowercase()).copied();
                Some(assessor.ok_or_else(|| by.at().of("import-no-assessor"))?)
            }
            None => None,
        };
        let saying = (person, what, beside.day.unwrap_or(self.today), source, by.unwrap_or(self.me));
        if let Some(before) = self.seen.insert(saying, number) {
            let again = (Verdict::Same, Vec::new());
            return if before == number { Ok(again) } else { Err(at.of("import-said-twice")) };
        }
        self.says(person, what, number, (beside.day, source, by)).map_err(|message| at.of(message))
    }

    /// What it does that somebody stands on a level.
    fn says(
        &mut self,
        person: PersonId,
        what: What,
        level: i64,
        (day, source, by): (Option<Day>, Source, Option<PersonId>),
    ) -> Result<Does, Message> {
        let assessed_on = day.unwrap_or(self.today);
        let (capability, version) = match what {
            What::There(id, version) => (id, version),
            What::Added(_) => (CapabilityId(kit::id::Uuid::nil()), 1),
        };
        let (noted_by, brought_in) = (by.unwrap_or(self.me), by.is_none());
        let said = Said { person, capability, version, level, assessed_on, source, noted_by, brought_in };
        let was = self.latest.get(&(person, capability)).copied().filter(|_| matches!(what, What::There(..)));
        if day.is_none() && was == Some(level) {
            return Ok((Verdict::Same, Vec::new()));
        }
        let known = self.dated.get(&(person, capability, assessed_on, source)).filter(|_| was.is_some());
        let own = |(_, _, noted_by): &&(AssessmentId, i64, PersonId)| *noted_by == said.noted_by;
        let there = known.and_then(|known| known.iter().find(own).or_else(|| known.first().filter(|_| by.is_none())));
        match there {
            Some((_, there, _)) if *there == level => return Ok((Verdict::Same, Vec::new())),
            // What somebody said themselves, or another noted, is not overwritten by a sheet.
            Some((.., noted_by)) if source == Source::Own || *noted_by != said.noted_by => {
                return Err(Message::new("import-said-otherwise").with("level", there.map_or(0, |one| one.1)));
            }
            Some((id, there, _)) => {
                let changes = vec![change("level", *there, level)];
                self.corrected.push((*id, said));
                return Ok((Verdict::Changed, changes));
            }
            None => self.new.push((what, said)),
        }
        Ok(match was.filter(|_| day.is_none()) {
            Some(was) => (Verdict::Changed, vec![change("level", was, level)]),
            None => (Verdict::New, vec![change("level", "", level)]),
        })
    }

    /// Who a text names.
    fn person(&self, text: &str, at: cells::At) -> Result<PersonId, Fault> {
        if let Some(person) = self.addresses.get(&text.to_lowercase()) {
            return Ok(*person);
        }
        match self.names.get(&folded(text)).map(Vec::as_slice) {
            Some([person]) => Ok(*person),
            Some(_) => Err(at.of("import-name-twice")),
            None => Err(at.of("import-nobody-in-round")),
        }
    }

    /// Which capability a text names: one that is not known is added, if that was said.
    fn what(&mut self, text: &str, area: &str, at: cells::At) -> Result<What, Fault> {
        let name = folded(text);
        if let Some(known) = self.capabilities.get(&name) {
            return known.map_err(|why| at.of(why));
        }
        let words = |text: &str| Words { en: text.to_owned(), cy: String::new() };
        let draft = CapabilityDraft { name: words(text), area: words(area), levels: Vec::new() };
        draft.check().map_err(|cause| at.of(cause.told()))?;
        self.unknown.push(text.to_owned());
        let named = if self.adds { Ok(What::Added(self.added.len())) } else { Err("import-capability-unknown") };
        if self.adds {
            self.is_full = self.added.len() == self.room;
            self.added.push(draft);
        }
        self.capabilities.insert(name, named);
        named.map_err(|why| at.of(why))
    }

    fn no_level(&self) -> Message {
        let levels = self.scale.as_ref().map(|scale| {
            let name = |level: i64| format!("{level} ({})", scale.name(level, kit::words::Language::English));
            scale.numbers().map(name).collect::<Vec<_>>().join(", ")
        });
        Message::new("import-level-unknown").with("levels", levels.unwrap_or_default())
    }
}

impl Work for Planned {
    fn write(&self, tx: &mut Tx<'_>, round: &Reached<Round>, progress: &Progress) -> Result<()> {
        progress.begin(self.new.len() + self.corrected.len());
        let mut ids = Vec::with_capacity(self.added.len());
        for draft in &self.added {
            ids.push(capability::add::quietly(tx, round.viewer(), draft)?);
        }
        let said = |(what, said): &(What, Said)| match what {
            What::There(..) => *said,
            What::Added(at) => Said { capability: ids[*at], ..*said },
        };
        let all: Vec<Said> = self.new.iter().map(said).collect();
        for some in all.chunks(AT_ONCE) {
            assessment::store::note(tx, some, &[])?;
            progress.add(some.len());
        }
        for some in self.corrected.chunks(AT_ONCE) {
            assessment::store::note(tx, &[], some)?;
            progress.add(some.len());
        }
        Ok(())
    }

    fn offers(&self) -> Vec<String> {
        self.unknown.clone()
    }
}
