//! Pupils, with their school and who teaches them. One is known again by the school's own reference, else by their name
//! at that school, if that says which; a sheet takes nobody away.

mod teachers;

use std::collections::{BTreeSet, HashMap, HashSet};

use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::sheet::{Fault, folded};
use kit::{Message, Result};

use self::teachers::{Named, Teachers, Who};
use super::importers::Work;
use super::rows::{Does, change, each_noted};
use super::underway::Progress;
use super::{Change, Given, Plan, Verdict, problems_of};
use crate::access::Reached;
use crate::mapping::Reading;
use crate::person::{self, PersonId, WorkplaceId};
use crate::pupil::store::{Brought, Runs};
use crate::pupil::{self, AtLarge, MOST_REFERENCE, MOST_YEAR_GROUP, Pupil, PupilId, Role, same_reference};
use crate::sign_in;

/// Works out what each row would do.
pub(super) fn plan(c: &mut Read<'_>, at_large: &Reached<AtLarge>, given: &Given) -> Result<Plan<AtLarge>> {
    let mut planned = Planned::of(c, at_large)?;
    let problems = problems_of(given);
    let told = if problems.is_empty() {
        for part in &given.parts {
            let rows = part.sheet.rows.iter().filter_map(|row| Reading::of(row, &part.mapping).ok());
            for row in rows {
                *planned.rows.entry((folded(row.text("school")), folded(&name_of(&row)))).or_insert(0) += 1;
            }
        }
        each_noted(given, |row| format!("{} – {}", name_of(row), row.text("school")), |row| planned.row(row))
    } else {
        Vec::new()
    };
    Ok(Plan { told, problems, work: Box::new(planned) })
}

#[derive(Clone, Copy, PartialEq)]
enum Stands {
    There,
    Changed,
    New,
}

/// Who teaches the so-manieth pupil.
struct Taught {
    who: Who,
    role: Role,
    since: Day,
    stands: Stands,
    /// Whether a row of the sheets spoke of it.
    met: bool,
}

/// A school and a name, both folded, or a school and what its reference is compared by.
type Key = (String, String);

struct Planned {
    today: Day,
    pupils: Vec<(Pupil, Stands)>,
    /// Who teaches each.
    taught: Vec<Vec<Taught>>,
    /// Those that a row of the sheets was about.
    met: HashSet<usize>,
    by_reference: HashMap<Key, usize>,
    by_name: HashMap<Key, Vec<usize>>,
    /// In how many rows a name stands.
    rows: HashMap<Key, u32>,
    /// The schools there are, by folded name.
    schools: HashMap<String, String>,
    new_schools: BTreeSet<String>,
    teachers: Teachers,
}

/// What a row says, but for who teaches.
struct Said<'r> {
    name: String,
    school: &'r str,
    year_group: &'r str,
    reference: &'r str,
}

impl Planned {
    fn of(c: &mut Read<'_>, at_large: &Reached<AtLarge>) -> Result<Planned> {
        let (pupils, running) = pupil::store::all(c, at_large)?;
        let schools = person::store::workplaces(c)?.into_keys().map(|name| (folded(&name), name)).collect();
        let mut planned = Planned {
            today: c.today(),
            pupils: Vec::new(),
            taught: Vec::new(),
            met: HashSet::new(),
            by_reference: HashMap::new(),
            by_name: HashMap::new(),
            rows: HashMap::new(),
            schools,
            new_schools: BTreeSet::new(),
            teachers: Teachers::of(c)?,
        };
        for one in pupils {
            planned.add(one, Stands::There);
        }
        let at: HashMap<PupilId, usize> =
            planned.pupils.iter().enumerate().map(|(at, (one, _))| (one.id, at)).collect();
        for one in running {
            let Some(at) = at.get(&one.pupil) else { continue };
            let Runs { person, role, started_on: since, .. } = one;
            let (who, stands) = (Who::Known(person), Stands::There);
            planned.taught[*at].push(Taught { who, role, since, stands, met: false });
        }
        Ok(planned)
    }

    fn add(&mut self, one: Pupil, stands: Stands) -> usize {
        let (at, school) = (self.pupils.len(), folded(&one.school));
        if let Some(reference) = one.reference.as_deref().and_then(same_reference) {
            self.by_reference.insert((school.clone(), reference), at);
        }
        self.by_name.entry((school, folded(&one.name))).or_default().push(at);
        self.pupils.push((one, stands));
        self.taught.push(Vec::new());
        at
    }

    fn row(&mut self, row: &Reading<'_>) -> Result<(Does, Option<Message>), Fault> {
        let said = said(row)?;
        let since = row.day("since");
        if since.is_some_and(|since| since > self.today) {
            return Err(row.fault("since", "import-day-future"));
        }
        let tutor = self.teachers.named(row, "tutor", "tutor_address")?;
        let teacher = self.teachers.named(row, "teacher", "teacher_address")?;
        let known = self.which(row, &said, tutor.as_ref())?;
        if let Some(at) = known {
            self.agrees(row, at, &said, tutor.as_ref().and_then(Named::known), since)?;
        }
        // From here on nothing is refused, so that no row is half taken.
        let mut also = Vec::new();
        let (at, mut changes) = match known {
            Some(at) => (at, self.changed(at, &said)),
            None => (self.added(&said, &mut also), Vec::new()),
        };
        self.met.insert(at);
        for (role, named, since) in [(Role::Tutor, tutor, since), (Role::SchoolTeacher, teacher, None)] {
            let Some(named) = named else { continue };
            let who = self.teachers.taken(named, &mut also);
            changes.extend(self.teaches(at, who, role, since));
        }
        let note = (!also.is_empty()).then(|| Message::new("import-pupil-also-new").with("names", also.join(", ")));
        let verdict = match (known, changes.is_empty()) {
            (None, _) => Verdict::New,
            (Some(_), true) => Verdict::Same,
            (Some(_), false) => Verdict::Changed,
        };
        // A row that is new is new in all it says.
        let changes = if verdict == Verdict::New { Vec::new() } else { changes };
        Ok(((verdict, changes), note))
    }

    /// Which pupil a row is about; none when it is a new one.
    fn which(&self, row: &Reading<'_>, said: &Said<'_>, tutor: Option<&Named>) -> Result<Option<usize>, Fault> {
        let named = (folded(said.school), folded(&said.name));
        let several_rows = self.rows.get(&named).is_some_and(|rows| *rows > 1);
        let there = self.by_name.get(&named).map(Vec::as_slice).unwrap_or_default();
        let who = tutor.and_then(Named::known);
        let taught_by_tutor = |at: &&usize| who.is_some_and(|who| self.tutors(**at).any(|one| one == who));
        let by_tutor: Vec<&usize> = there.iter().filter(taught_by_tutor).collect();
        if let Some(reference) = same_reference(said.reference) {
            if let Some(at) = self.by_reference.get(&(named.0, reference)) {
                return Ok(Some(*at));
            }
            let without: Vec<usize> =
                there.iter().copied().filter(|at| self.pupils[*at].0.reference.is_none()).collect();
            return match without.as_slice() {
                [] => Ok(None),
                // Theirs, unless another taught them so far: then it is one more of that name.
                [at] if !several_rows => {
                    let agrees = tutor.is_none() || self.tutors(*at).next().is_none() || by_tutor.contains(&at);
                    Ok(agrees.then_some(*at))
                }
                _ => Err(row.fault("reference", "import-pupil-no-reference")),
            };
        }
        if several_rows {
            return Err(row.fault("name", "import-pupil-twice"));
        }
        match (there, by_tutor.as_slice()) {
            ([], _) => Ok(None),
            (_, [at]) => Ok(Some(**at)),
            ([at], _) if tutor.is_none() || self.tutors(*at).next().is_none() => Ok(Some(*at)),
            ([_], _) => {
                let at = if row.text("tutor").is_empty() { "tutor_address" } else { "tutor" };
                Err(row.fault(at, "import-pupil-other-tutor"))
            }
            _ => Err(row.fault("name", "import-pupil-which")),
        }
    }

    /// Checks that no other row says otherwise about a pupil: else each sending would change them to and fro.
    fn agrees(
        &self,
        row: &Reading<'_>,
        at: usize,
        said: &Said<'_>,
        tutor: Option<Who>,
        since: Option<Day>,
    ) -> Result<(), Fault> {
        if !self.met.contains(&at) {
            return Ok(());
        }
        let (one, _) = &self.pupils[at];
        if folded(&one.name) != folded(&said.name) {
            return Err(row.fault("reference", "import-pupil-reference-twice"));
        }
        let year = said.year_group.is_empty() || said.year_group == one.year_group;
        let same = |one: &&Taught| one.met && Some(one.who) == tutor && one.role == Role::Tutor;
        let days = self.taught[at].iter().find(same).is_none_or(|one| since.is_none_or(|since| since == one.since));
        if year && days { Ok(()) } else { Err(row.fault("name", "import-pupil-two-rows")) }
    }

    fn tutors(&self, at: usize) -> impl Iterator<Item = Who> {
        self.taught[at].iter().filter(|one| one.role == Role::Tutor).map(|one| one.who)
    }

    fn added(&mut self, said: &Said<'_>, also: &mut Vec<String>) -> usize {
        let key = folded(said.school);
        let school = self.schools.entry(key).or_insert_with(|| {
            self.new_schools.insert(said.school.to_owned());
            also.push(said.school.to_owned());
            said.school.to_owned()
        });
        let one = Pupil {
            id: PupilId(Uuid::nil()),
            name: said.name.clone(),
            school: school.clone(),
            year_group: said.year_group.to_owned(),
            reference: same_reference(said.reference).map(|_| said.reference.to_owned()),
        };
        self.add(one, Stands::New)
    }

    fn changed(&mut self, at: usize, said: &Said<'_>) -> Vec<Change> {
        let (one, stands) = &mut self.pupils[at];
        let mut changes = Vec::new();
        if folded(&one.name) != folded(&said.name) {
            changes.push(change("name", &one.name, &said.name));
            one.name.clone_from(&said.name);
        }
        if !said.year_group.is_empty() && one.year_group != said.year_group {
            changes.push(change("year_group", &one.year_group, said.year_group));
            said.year_group.clone_into(&mut one.year_group);
        }
        if let Some(reference) = same_reference(said.reference).filter(|_| one.reference.is_none()) {
            changes.push(change("reference", "", said.reference));
            one.reference = Some(said.reference.to_owned());
            self.by_reference.insert((folded(&one.school), reference), at);
        }
        if !changes.is_empty() && *stands == Stands::There {
            *stands = Stands::Changed;
        }
        changes
    }

    fn teaches(&mut self, at: usize, who: Who, role: Role, since: Option<Day>) -> Option<Change> {
        let field = if role == Role::Tutor { "tutor" } else { "teacher" };
        let names = |all: &[Taught]| {
            let names = all.iter().filter(|one| one.role == role).map(|one| self.teachers.name(one.who));
            names.collect::<Vec<_>>().join(", ")
        };
        let before = names(&self.taught[at]);
        let Some(there) = self.taught[at].iter_mut().find(|one| (one.who, one.role) == (who, role)) else {
            let since = since.unwrap_or(self.today);
            self.taught[at].push(Taught { who, role, since, stands: Stands::New, met: true });
            return Some(change(field, before, names(&self.taught[at])));
        };
        there.met = true;
        let since = since.filter(|since| *since != there.since)?;
        let was = std::mem::replace(&mut there.since, since);
        if there.stands == Stands::There {
            there.stands = Stands::Changed;
        }
        Some(change("since", was, since))
    }
}

/// A pupil's name: in one cell, or in two.
fn name_of(row: &Reading<'_>) -> String {
    match row.text("name").trim() {
        "" => format!("{} {}", row.text("first_name").trim(), row.text("last_name").trim()).trim().to_owned(),
        name => name.to_owned(),
    }
}

fn said<'r>(row: &Reading<'r>) -> Result<Said<'r>, Fault> {
    let said = Said {
        name: name_of(row),
        school: row.text("school").trim(),
        year_group: row.text("year_group").trim(),
        reference: row.text("reference").trim(),
    };
    let fits = |text: &str, most| text.chars().count() <= most;
    if folded(&said.name).is_empty() {
        return Err(row.fault("name", "sheet-cell-missing"));
    }
    if !fits(&said.name, 200) {
        return Err(row.fault("name", "sheet-name-long"));
    }
    if folded(said.school).is_empty() {
        return Err(row.fault("school", "sheet-cell-missing"));
    }
    if !fits(said.year_group, MOST_YEAR_GROUP) {
        return Err(row.fault("year_group", "import-pupil-year-long"));
    }
    if !fits(said.reference, MOST_REFERENCE) {
        return Err(row.fault("reference", "import-pupil-reference-long"));
    }
    Ok(said)
}

impl Work<AtLarge> for Planned {
    fn write(&self, tx: &mut Tx<'_>, at_large: &Reached<AtLarge>, progress: &Progress) -> Result<()> {
        progress.begin(self.met.len());
        let new: Vec<(WorkplaceId, String)> =
            self.new_schools.iter().map(|name| (tx.fresh::<WorkplaceId>(), name.clone())).collect();
        person::store::add_workplaces(tx, &new)?;
        let schools = person::store::workplaces(tx)?;
        let people = self.teachers.write(tx, &schools)?;
        let at = |one: &Pupil| schools.get(&one.school).copied().ok_or(kit::Error::NotFound);
        let (mut new, mut changed, mut teaching, mut since) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for ((one, stands), taught) in self.pupils.iter().zip(&self.taught) {
            let id = if *stands == Stands::New { tx.fresh::<PupilId>() } else { one.id };
            match stands {
                Stands::There => {}
                Stands::Changed => changed.push((one.clone(), at(one)?)),
                Stands::New => new.push((Pupil { id, ..one.clone() }, at(one)?)),
            }
            for one in taught {
                let person = one.who.id(&people);
                let runs = Runs { pupil: id, person, role: one.role, started_on: one.since };
                match one.stands {
                    Stands::There => {}
                    Stands::Changed => since.push(runs),
                    Stands::New => teaching.push(runs),
                }
            }
        }
        let named: BTreeSet<PersonId> = teaching.iter().map(|one: &Runs| one.person).collect();
        pupil::store::bring(tx, at_large, &Brought { new, changed, teaching, since })?;
        // Links that somebody holds for them were made when they saw less.
        for person in named.into_iter().filter(|one| !people.contains(one)) {
            sign_in::store::revoke_links(&mut tx.outside_tx(), at_large.viewer().organisation, person)?;
        }
        progress.add(self.met.len());
        Ok(())
    }
}
