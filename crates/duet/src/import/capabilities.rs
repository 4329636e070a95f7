//! A capability matrix, in any of its three layouts: where people of the round stood, each level a row that is kept with its
//! day. A level that is known changes nothing; another one is a step more, and those of before stay.

mod cells;

use std::collections::{HashMap, HashSet};

use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::sheet::{Fault, folded};
use kit::{Message, Result};

use self::cells::{Cell, cells};
use super::importers::Work;
use super::rows::{Does, change};
use super::underway::Progress;
use super::{Given, Plan, Told, Verdict, problems_of};
use crate::access::Reached;
use crate::assessment::store::Said;
use crate::assessment::{self, AssessmentId, Source};
use crate::capability::{self, CapabilityDraft, CapabilityId, Framework, MOST, Words};
use crate::mapping::matrix;
use crate::person::{self, PersonId};
use crate::round::Round;

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
    let told: Vec<Told> = if problems.is_empty() {
        cells.into_iter().filter_map(|cell| planned.told(cell)).collect()
    } else {
        Vec::new()
    };
    let stand = planned.framework.standing().count() + planned.added.len();
    if !planned.added.is_empty() && stand > MOST {
        problems.push((0, Message::new("capability-too-many").with("most", MOST)));
    }
    Ok(Plan { told, problems, work: Box::new(planned) })
}

/// A capability that is there, or is added with the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum What {
    There(CapabilityId, i64),
    Added(usize),
}

/// What is known of one person and capability on one day from one source.
type Known = Vec<(AssessmentId, i64, PersonId)>;

struct Planned {
    framework: Framework,
    today: Day,
    me: PersonId,
    adds: bool,
    /// People of the round, by each address they are known by, and by name.
    addresses: HashMap<String, PersonId>,
    names: HashMap<String, Vec<PersonId>>,
    /// Everybody's address: for who assessed them.
    everybody: HashMap<String, PersonId>,
    latest: HashMap<(PersonId, CapabilityId), i64>,
    dated: HashMap<(PersonId, CapabilityId, Day, Source), Known>,
    /// What this sheet said before.
    seen: HashMap<(PersonId, What, Option<Day>, Source), i64>,
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
        let mut planned = Planned {
            framework,
            today: c.today(),
            me: round.viewer().person,
            adds,
            addresses: HashMap::new(),
            names: HashMap::new(),
            everybody: HashMap::new(),
            latest: HashMap::new(),
            dated: HashMap::new(),
            seen: HashMap::new(),
            refused: HashSet::new(),
            unknown: Vec::new(),
            added: Vec::new(),
            new: Vec::new(),
            corrected: Vec::new(),
        };
        let people = assessment::store::people_in(c, round)?;
        for one in &people {
            planned.names.entry(folded(&one.name)).or_default().push(one.id);
        }
        let here: HashSet<PersonId> = people.iter().map(|one| one.id).collect();
        planned.everybody = person::store::known(c)?.into_iter().map(|one| (one.by_address, one.id)).collect();
        planned.addresses =
            planned.everybody.iter().filter(|(_, id)| here.contains(id)).map(|(to, id)| (to.clone(), *id)).collect();
        for one in assessment::store::in_round(c, round)? {
            planned.latest.insert((one.person, one.capability), one.level);
            let known = planned.dated.entry((one.person, one.capability, one.assessed_on, one.source)).or_default();
            known.push((one.id, one.level, one.noted_by));
        }
        Ok(planned)
    }

    /// What is told of a cell; nothing where nothing is said.
    fn told(&mut self, cell: Cell) -> Option<Told> {
        let (part, line, about) = (cell.part, cell.line, cell.about.clone());
        if let Some(told) = self.beside(&cell) {
            return told;
        }
        let (verdict, changes, note) = match self.does(cell) {
            Ok(Some((verdict, changes))) => (verdict, changes, None),
            Ok(None) => return None,
            Err(fault) => (Verdict::Refused, Vec::new(), Some(fault.message())),
        };
        Some(Told { part, line, about, verdict, changes, note })
    }

    /// What is told of a heading, or of a row's beginning, that nobody knows: once, and nothing of what stands under or
    /// beside it.
    fn beside(&mut self, cell: &Cell) -> Option<Option<Told>> {
        let filled = cell.filled.as_ref().ok().filter(|_| cell.is_spread)?;
        let (who, what) = (filled.who.as_ref()?, filled.what.as_ref()?);
        let refused = match self.person(&who.text, who.at()) {
            Err(fault) => Some((who, fault)),
            Ok(_) => self.what(&what.text, &filled.area, what.at()).err().map(|fault| (what, fault)),
        };
        let (place, fault) = refused?;
        let is_first = self.refused.insert((cell.part, place.text.clone()));
        let (part, line, about) = (cell.part, fault.line, place.text.clone());
        let note = Some(fault.message());
        Some(is_first.then(|| Told { part, line, about, verdict: Verdict::Refused, changes: Vec::new(), note }))
    }

    fn does(&mut self, cell: Cell) -> Result<Option<Does>, Fault> {
        let filled = cell.filled?;
        let person = filled.who.as_ref().map(|who| self.person(&who.text, who.at())).transpose()?;
        let what = filled.what.as_ref().map(|what| self.what(&what.text, &filled.area, what.at())).transpose()?;
        let (Some(person), Some(what), Some(level)) = (person, what, filled.level) else { return Ok(None) };
        let at = level.at();
        let number = self.framework.scale.as_ref().and_then(|scale| scale.read(&level.text));
        let Some(number) = number else { return Err(at.of(self.no_level())) };
        if filled.day.is_some_and(|day| day > self.today) {
            return Err(at.of("import-day-future"));
        }
        let source = filled.source.unwrap_or(Source::Matrix);
        let by = match filled.by {
            _ if source == Source::Own => Some(person),
            Some(by) => Some(*self.everybody.get(&by.text.to_lowercase()).ok_or_else(|| by.at().of("import-nobody"))?),
            None => None,
        };
        if let Some(before) = self.seen.insert((person, what, filled.day, source), number) {
            return if before == number {
                Ok(Some((Verdict::Same, Vec::new())))
            } else {
                Err(at.of("import-said-twice"))
            };
        }
        self.says(person, what, number, (filled.day, source, by)).map(Some).map_err(|message| at.of(message))
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
        let said = Said { person, capability, version, level, assessed_on, source, noted_by: by.unwrap_or(self.me) };
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
        match self.framework.named(text) {
            Some(one) if one.stands() => return Ok(What::There(one.id, one.version)),
            Some(_) => return Err(at.of("import-capability-withdrawn")),
            None => {}
        }
        if let Some(known) = self.added.iter().position(|one| folded(&one.name.en) == folded(text)) {
            return Ok(What::Added(known));
        }
        let words = |text: &str| Words { en: text.to_owned(), cy: String::new() };
        let draft = CapabilityDraft { name: words(text), area: words(area), levels: Vec::new() };
        draft.check().map_err(|cause| at.of(cause.told()))?;
        if !self.unknown.iter().any(|one| folded(one) == folded(text)) {
            self.unknown.push(text.to_owned());
        }
        if !self.adds {
            return Err(at.of("import-capability-unknown"));
        }
        self.added.push(draft);
        Ok(What::Added(self.added.len() - 1))
    }

    fn no_level(&self) -> Message {
        let levels = self.framework.scale.as_ref().map(|scale| {
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
