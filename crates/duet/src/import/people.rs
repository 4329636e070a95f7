//! People who apply: what each row would do, and doing it. Known ones are recognised by their address, an application
//! that is there is brought up to date, and nothing is taken away.

mod write;

use std::collections::{BTreeSet, HashMap, HashSet};

use kit::db::Read;
use kit::seal::{Opened, Private};
use kit::sheet::Row;
use kit::words::Language;
use kit::{Message, Result};

use super::{Change, Given, Part, Plan, Side, Told, Verdict, What, problems_of};
use crate::access::Reached;
use crate::application::ImportSummary;
use crate::application::sheet::{Columns, Entry, Layout, unread};
use crate::application::store::{self, Written};
use crate::evaluation::{self, Evaluation, Relation};
use crate::mapping::Use;
use crate::person::{self, Known, PersonDraft, PersonId};
use crate::private_answer;
use crate::round::Round;
use crate::round::rules::{Answers, Role, Rules};
use crate::scheme;

/// What is said of a row that says other than who it is about said themselves.
const OWN_WORDS: &str = "import-own-words";

/// Who manages somebody is not for them to say.
const MANAGER: What = What::Field("manager");

/// Works out what each row would do.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round.
pub(super) fn plan(c: &mut Read<'_>, round: &Reached<Round>, given: &Given) -> Result<Plan> {
    let mut problems = problems_of(given);
    for (at, part) in given.parts.iter().enumerate() {
        let faults = roles(part).iter().filter_map(|role| unread(&part.sheet, &part.mapping, *role, &given.rules));
        problems.extend(faults.take(1).map(|fault| (at, fault.message)));
    }
    let mut planned = Planned { overrules: given.adds, ..Planned::of(c, round)? };
    if given.parts.iter().any(|part| part.mapping.uses.iter().any(|of| matches!(of, Use::Sealed(_)))) {
        for one in private_answer::store::in_round(c, round)? {
            if let Opened::Words(words) = one.answer {
                planned.kept.insert((one.person, one.heading), (one.purpose, words));
            }
        }
    }
    if problems.is_empty() {
        for (at, part) in given.parts.iter().enumerate() {
            planned.read(at, part, &given.rules);
        }
        planned.manage();
    }
    let work = write::People {
        rules: (given.rules_suggested || given.rules_sent).then(|| given.rules.clone()),
        suggested: given.rules_suggested,
        summary: ImportSummary { rules_suggested: given.rules_suggested, ..planned.summary },
        new: planned.new,
        corrected: planned.corrected,
        applied: planned.applied,
        changed: planned.changed,
        managed: planned.managed,
        here: planned.here,
        lines: planned.lines,
        sealed: planned.sealed,
        own_words: planned.own_words.into_iter().map(|(_, name)| name).collect(),
    };
    Ok(Plan { told: planned.told, problems, work: Box::new(work) })
}

/// What people of a sheet can be.
pub(crate) fn roles(part: &Part) -> &'static [Role] {
    match part.side {
        Side::Mentors => &[Role::Mentor],
        Side::Mentees => &[Role::Mentee],
        Side::Both | Side::File => &[Role::Mentor, Role::Mentee],
    }
}

/// Somebody in a sheet: known, or the so-manieth new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    Known(PersonId),
    New(usize),
}

/// Whether somebody is known, and such.
fn is(who: Who, such: impl Fn(PersonId) -> bool) -> bool {
    matches!(who, Who::Known(person) if such(person))
}

type Applied = (Who, Role, u32, Answers);

struct Planned {
    known: HashMap<String, Known>,
    beyond: BTreeSet<PersonId>,
    written: HashMap<(PersonId, Role), Written>,
    /// Who is in a round that the viewer coordinates already: this one, or another.
    here: HashSet<PersonId>,
    /// Who applied to this round themselves; and who did to any, and so said what they do and where.
    themselves: HashSet<PersonId>,
    described: HashSet<PersonId>,
    /// Whether the sheets stand, also against what people said themselves; and the names of those who said other than them.
    overrules: bool,
    own_words: Vec<(Who, String)>,
    lines: Vec<Evaluation>,
    /// Whoever was met in the sheets, by address: under which name.
    met: HashMap<String, (Who, String)>,
    told: Vec<Told>,
    summary: ImportSummary,
    new: Vec<PersonDraft>,
    corrected: Vec<(PersonId, PersonDraft)>,
    applied: Vec<Applied>,
    changed: Vec<Written>,
    managers: Vec<(Who, String)>,
    managed: Vec<(Who, Who)>,
    /// What is kept sealed already, and what is to be: who, heading, purpose, answer.
    kept: HashMap<(PersonId, String), (String, Private)>,
    sealed: Vec<(Who, String, String, Private)>,
}

impl Planned {
    fn of(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Planned> {
        let today = c.today();
        let written: HashMap<(PersonId, Role), Written> =
            store::written(c, round)?.into_iter().map(|one| ((one.person, one.role), one)).collect();
        let lines = evaluation::store::all(c)?.into_iter();
        Ok(Planned {
            known: person::store::known(c)?.into_iter().map(|one| (one.by_address.clone(), one)).collect(),
            beyond: scheme::store::beyond(c, round.viewer().person)?,
            here: super::store::reached_people(c, round.viewer())?,
            themselves: written.values().filter(|one| one.sent_at.is_some()).map(|one| one.person).collect(),
            described: store::who_applied_themselves(c, round)?,
            overrules: false,
            own_words: Vec::new(),
            written,
            lines: lines.filter(|one| one.relation == Relation::LineManages && one.holds_on(today)).collect(),
            met: HashMap::new(),
            told: Vec::new(),
            summary: ImportSummary::default(),
            new: Vec::new(),
            corrected: Vec::new(),
            applied: Vec::new(),
            changed: Vec::new(),
            managers: Vec::new(),
            managed: Vec::new(),
            kept: HashMap::new(),
            sealed: Vec::new(),
        })
    }

    /// Reads one sheet.
    fn read(&mut self, at: usize, part: &Part, rules: &Rules) {
        let layouts: Vec<(Role, Layout<'_>)> =
            roles(part).iter().map(|role| (*role, Layout::of(&part.sheet, &part.mapping, *role, rules))).collect();
        for (_, layout) in &layouts {
            self.sum_up(&layout.columns);
        }
        let mut lines: HashMap<(String, Role), u64> = HashMap::new();
        for row in &part.sheet.rows {
            let entry = match layouts[0].1.entry(row) {
                Ok(entry) => entry,
                Err(fault) => {
                    let about = row.cells.iter().find(|cell| !cell.is_empty()).cloned().unwrap_or_default();
                    self.refuse(at, row.line, about, fault.message());
                    continue;
                }
            };
            let wanted = wanted(part.side, entry.role);
            if wanted.is_empty() {
                let key = if entry.role.is_none() { "import-role-empty" } else { "import-role-none" };
                self.refuse(at, row.line, entry.name.clone(), Message::new(key));
            }
            for role in wanted {
                let layout = layouts.iter().find(|(of, _)| of == role).map_or(&layouts[0].1, |(_, layout)| layout);
                if let Some(first) = lines.insert((entry.address.clone(), *role), row.line) {
                    self.refuse(at, row.line, entry.name.clone(), layout.twice(row.line, first).message());
                    continue;
                }
                match layout.entry(row) {
                    Ok(entry) => self.take(at, *role, entry, &private(part, row)),
                    Err(fault) => self.refuse(at, row.line, entry.name.clone(), fault.message()),
                }
            }
        }
    }

    fn refuse(&mut self, part: usize, line: u64, about: String, why: Message) {
        self.told.push(Told { part, line, about, verdict: Verdict::Refused, changes: Vec::new(), note: Some(why) });
    }

    /// Somebody who asks to be something.
    fn take(&mut self, part: usize, role: Role, entry: Entry, private: &[(String, String, Private)]) {
        let mut note = None;
        let mut changes = Vec::new();
        let who = match self.met.get(&entry.address) {
            Some((_, name)) if *name != entry.name => {
                let why = Message::new("sheet-address-two-names").with("name", &entry.name).with("other", name);
                return self.refuse(part, entry.line, entry.name.clone(), why);
            }
            Some((who, _)) => *who,
            None => {
                let who = self.meet(&entry, &mut changes, &mut note);
                self.met.insert(entry.address.clone(), (who, entry.name.clone()));
                who
            }
        };
        self.note_manager(who, &entry, &mut changes);
        let stays = self.note_private(who, private, &mut changes);
        let places = if role == Role::Mentor { entry.places } else { 1 };
        let (verdict, stays_too) = self.apply(who, role, places, entry.answers, &mut changes);
        let stays = stays || stays_too || note.as_ref().is_some_and(|note| note.key == OWN_WORDS);
        let own = |person: PersonId| self.themselves.contains(&person) || self.described.contains(&person);
        let overruled = self.overrules && is(who, own) && changes.iter().any(|one| one.what != MANAGER);
        if stays || overruled {
            self.note_own_words(who, &entry.name);
        }
        note = note.or_else(|| stays.then(|| Message::new(OWN_WORDS)));
        self.summary.own_words += usize::from(stays);
        let verdict = if stays && verdict == Verdict::Same { Verdict::Kept } else { verdict };
        match verdict {
            Verdict::New => self.summary.new += 1,
            Verdict::Changed => self.summary.changed += 1,
            _ => self.summary.same += 1,
        }
        // Somebody whose details change while their application stays is changed all the same.
        let idle = matches!(verdict, Verdict::Same | Verdict::Kept);
        let verdict = if idle && !changes.is_empty() { Verdict::Changed } else { verdict };
        self.told.push(Told { part, line: entry.line, about: entry.name, verdict, changes, note });
    }

    /// Finds or adds somebody. What a sheet does not say stays as it was; and who runs a scheme, or takes part in one
    /// that the viewer does not coordinate, is not renamed by it: those are counted.
    fn meet(&mut self, entry: &Entry, changes: &mut Vec<Change>, note: &mut Option<Message>) -> Who {
        let said = |text: &String, known: &str| if text.is_empty() { known.to_owned() } else { text.clone() };
        let Some(known) = self.known.get(&entry.address) else {
            self.new.push(draft(entry, entry.name.clone(), entry.job_title.clone(), entry.workplace.clone()));
            return Who::New(self.new.len() - 1);
        };
        let workplace = known.workplace.as_deref().unwrap_or("");
        let name = if known.own_name { known.name.clone() } else { entry.name.clone() };
        let newer = draft(entry, name, said(&entry.job_title, &known.job_title), said(&entry.workplace, workplace));
        let details = [
            ("name", known.name.as_str(), &newer.name),
            ("job_title", &known.job_title, &newer.job_title),
            ("workplace", workplace, &newer.workplace),
        ];
        let details = details.into_iter().filter(|(_, was, becomes)| was != becomes);
        let other: Vec<Change> =
            details.map(|(field, was, becomes)| changed(What::Field(field), was, becomes)).collect();
        if !other.is_empty() && self.beyond.contains(&known.id) {
            self.summary.not_corrected += 1;
            *note = Some(Message::new("import-known-elsewhere"));
        } else if !other.is_empty() && !self.overrules && self.described.contains(&known.id) {
            *note = Some(Message::new(OWN_WORDS));
        } else if !other.is_empty() {
            changes.extend(other);
            self.corrected.push((known.id, newer));
        }
        Who::Known(known.id)
    }

    /// Of who is in none of the viewer's rounds nothing is told of what is known elsewhere, not even that it is the same: their
    /// manager is noted beside any other. Of who is in one, the sheet says which of several it is.
    fn note_manager(&mut self, who: Who, entry: &Entry, changes: &mut Vec<Change>) {
        let wanted = (who, entry.manager.clone());
        if entry.manager.is_empty() || entry.manager == entry.address || self.managers.contains(&wanted) {
            return;
        }
        if matches!(who, Who::Known(person) if !self.here.contains(&person)) {
            return self.managers.push(wanted);
        }
        let manager = self.known.get(&entry.manager).map(|known| known.id);
        let mut known = self.lines.iter().filter(|one| Who::Known(one.evaluated) == who).peekable();
        if known.peek().is_none() || known.any(|one| Some(one.evaluator) != manager) {
            changes.push(changed(MANAGER, "", &entry.manager));
            self.managers.push(wanted);
        }
    }

    /// Each is named once, in however many rows they stand.
    fn note_own_words(&mut self, who: Who, name: &str) {
        if !self.own_words.iter().any(|(known, _)| *known == who) {
            self.own_words.push((who, name.to_owned()));
        }
    }

    /// Whether somebody applied to this round themselves: what they answered then stays, unless the sheets are to stand.
    fn said_so_themselves(&self, who: Who) -> bool {
        is(who, |person| self.themselves.contains(&person))
    }

    /// What is told of an answer that the law protects is that there is one, and never what it says. Whether something of
    /// theirs stays, although the sheet says otherwise.
    fn note_private(&mut self, who: Who, private: &[(String, String, Private)], changes: &mut Vec<Change>) -> bool {
        let mut stays = false;
        for (heading, purpose, words) in private {
            let known = match who {
                Who::Known(person) => self.kept.get(&(person, heading.clone())),
                Who::New(_) => None,
            };
            let same = known.is_some_and(|(why, was)| why == purpose && was == words);
            let twice = self.sealed.iter().any(|(of, under, _, _)| *of == who && under == heading);
            if !same && !self.overrules && self.said_so_themselves(who) {
                stays = true;
            } else if !same && !twice {
                changes.push(changed(What::Answer(heading.clone()), "", "…"));
                self.sealed.push((who, heading.clone(), purpose.clone(), words.clone()));
            }
        }
        stays
    }

    /// Notes an application; gives what that does, and whether what they sent themselves stays although the sheet differs.
    fn apply(
        &mut self,
        who: Who,
        role: Role,
        places: u32,
        answers: Answers,
        changes: &mut Vec<Change>,
    ) -> (Verdict, bool) {
        let before = match who {
            Who::Known(person) => self.written.get(&(person, role)).map(|was| (person, was)),
            Who::New(_) => None,
        };
        let Some((person, was)) = before else {
            self.applied.push((who, role, places, answers));
            return (Verdict::New, false);
        };
        if was.places == places && was.answers == answers {
            return (Verdict::Same, false);
        }
        if was.sent_at.is_some() && !self.overrules {
            return (Verdict::Same, true);
        }
        if was.places != places {
            changes.push(changed(What::Field("places"), &was.places.to_string(), &places.to_string()));
        }
        let headings: BTreeSet<&String> = was.answers.keys().chain(answers.keys()).collect();
        for heading in headings {
            let of = |answers: &Answers| answers.get(heading).cloned().unwrap_or_default();
            if of(&was.answers) != of(&answers) {
                changes.push(changed(What::Answer(heading.clone()), &of(&was.answers), &of(&answers)));
            }
        }
        self.changed.push(Written { person, role, places, answers, sent_at: None });
        (Verdict::Changed, false)
    }

    /// Who manages whom. A manager nobody knows yet is added by their address: the rule knows them if they come later.
    fn manage(&mut self) {
        for (who, address) in std::mem::take(&mut self.managers) {
            let manager = match (self.met.get(&address), self.known.get(&address)) {
                (Some((met, _)), _) => *met,
                (None, Some(known)) => Who::Known(known.id),
                (None, None) => {
                    self.new.push(known_by_address(&address));
                    self.met.insert(address, (Who::New(self.new.len() - 1), String::new()));
                    Who::New(self.new.len() - 1)
                }
            };
            if manager != who {
                self.managed.push((manager, who));
            }
        }
    }

    fn sum_up(&mut self, columns: &Columns) {
        let add = |list: &mut Vec<String>, more: &[String]| {
            for heading in more {
                if !list.iter().any(|have| kit::sheet::folded(have) == kit::sheet::folded(heading)) {
                    list.push(heading.clone());
                }
            }
        };
        add(&mut self.summary.kept, &columns.kept);
        add(&mut self.summary.left_out_private, &columns.private);
        add(&mut self.summary.left_out_unused, &columns.unused);
        add(&mut self.summary.sealed, &columns.sealed);
    }
}

/// The answers of a row that are to be sealed: heading, purpose, words.
fn private(part: &Part, row: &Row) -> Vec<(String, String, Private)> {
    let columns = part.mapping.uses.iter().zip(&part.sheet.headings).zip(&row.cells);
    let sealed = columns.filter_map(|((of, heading), cell)| match of {
        Use::Sealed(purpose) if !cell.is_empty() => {
            Some((heading.clone(), purpose.clone(), Private::new(cell.as_str())))
        }
        _ => None,
    });
    sealed.collect()
}

/// What somebody asks to be.
pub(crate) fn wanted(side: Side, said: Option<&str>) -> &'static [Role] {
    // Which file it stands in says more than a column does.
    let said = if matches!(side, Side::Mentors | Side::Mentees) { None } else { said };
    match (side, said) {
        (Side::Mentors, _) | (_, Some("mentor")) => &[Role::Mentor],
        (Side::Mentees, _) | (_, Some("mentee")) => &[Role::Mentee],
        (_, Some("both")) => &[Role::Mentor, Role::Mentee],
        _ => &[],
    }
}

fn changed(what: What, was: &str, becomes: &str) -> Change {
    Change { what, was: was.to_owned(), becomes: becomes.to_owned() }
}

fn draft(entry: &Entry, name: String, job_title: String, workplace: String) -> PersonDraft {
    PersonDraft { name, address: entry.address.clone(), job_title, workplace, language: Language::English }
}

fn known_by_address(address: &str) -> PersonDraft {
    let (name, address) = (address.to_owned(), address.to_owned());
    PersonDraft { name, address, job_title: String::new(), workplace: String::new(), language: Language::English }
}
