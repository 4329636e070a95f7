//! Who evaluates whom, from when to when: the rule that keeps the two apart reads it.

use std::collections::HashSet;

use kit::Result;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::sheet::Fault;

use super::importers::Work;
use super::rows::{Does, People, change, each, two};
use super::underway::Progress;
use super::{Given, Plan, Verdict, problems_of};
use crate::access::Reached;
use crate::application;
use crate::evaluation::{self, Evaluation, EvaluationId, Relation};
use crate::mapping::Reading;
use crate::person::PersonId;
use crate::round::Round;

/// Works out what each row would do. A relation that is there is known by its two people, its kind and its days: one
/// that overlaps a row's days is the row's. One of the two at least has applied to the round: a coordinator neither learns
/// nor changes who evaluates whom elsewhere.
pub(super) fn plan(c: &mut Read<'_>, round: &Reached<Round>, given: &Given) -> Result<Plan> {
    let (people, today) = (People::everybody(c)?, c.today());
    let here = application::store::names(c, round)?.into_iter().map(|(person, _)| person).collect();
    let all = evaluation::store::all(c)?.into_iter().map(|one| (one, Stands::There)).collect();
    let mut planned = Planned { all, here, today };
    let problems = problems_of(given);
    let told = if problems.is_empty() {
        each(given, |row| two(row, "who", "whom"), |row| planned.row(row, &people))
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

struct Planned {
    all: Vec<(Evaluation, Stands)>,
    /// Who applied to the round.
    here: HashSet<PersonId>,
    today: Day,
}

impl Planned {
    fn row(&mut self, row: &Reading<'_>, people: &People) -> Result<Does, Fault> {
        let (evaluator, evaluated) = (people.named(row, "who"), people.named(row, "whom"));
        // Said before anything of whether there are such people.
        if ![&evaluator, &evaluated].into_iter().flatten().any(|one| self.here.contains(one)) {
            return Err(row.fault("who", "import-neither-here"));
        }
        let (evaluator, evaluated) = (evaluator?, evaluated?);
        if evaluator == evaluated {
            return Err(row.fault("whom", "import-oneself"));
        }
        let relation: Relation =
            row.word("relation").and_then(|word| word.parse().ok()).unwrap_or(Relation::LineManages);
        let (from, until) = (row.day("from"), row.day("until"));
        let is_same = |one: &Evaluation| {
            let pair = (one.evaluator, one.evaluated, one.relation) == (evaluator, evaluated, relation);
            let before = until.is_some_and(|until| until < one.started_on);
            let after = one.finished_on.is_some_and(|last| last < from.unwrap_or(self.today))
                && until.is_none_or(|until| Some(until) > one.finished_on);
            pair && !before && !after
        };
        let Some((there, stands)) = self.all.iter_mut().find(|(one, _)| is_same(one)) else {
            let started_on = from.unwrap_or(self.today.min(until.unwrap_or(self.today)));
            ends_after(row, started_on, until)?;
            let id = EvaluationId(Uuid::nil());
            let one = Evaluation { id, evaluator, evaluated, relation, started_on, finished_on: until };
            self.all.push((one, Stands::New));
            return Ok((Verdict::New, Vec::new()));
        };
        let newer = (from.unwrap_or(there.started_on), until.or(there.finished_on));
        ends_after(row, newer.0, newer.1)?;
        let mut changes = Vec::new();
        if newer.0 != there.started_on {
            changes.push(change("from", there.started_on, newer.0));
        }
        if newer.1 != there.finished_on {
            let said = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            changes.push(change("until", said(there.finished_on), said(newer.1)));
        }
        if changes.is_empty() {
            return Ok((Verdict::Same, changes));
        }
        (there.started_on, there.finished_on) = newer;
        if *stands == Stands::There {
            *stands = Stands::Changed;
        }
        Ok((Verdict::Changed, changes))
    }
}

fn ends_after(row: &Reading<'_>, from: Day, until: Option<Day>) -> Result<(), Fault> {
    if until.is_some_and(|until| until < from) { Err(row.fault("until", "import-ends-before")) } else { Ok(()) }
}

impl Work for Planned {
    fn write(&self, tx: &mut Tx<'_>, _round: &Reached<Round>, progress: &Progress) -> Result<()> {
        let of = |stands: Stands| self.all.iter().filter(move |(_, one)| *one == stands).map(|(one, _)| one.clone());
        let new: Vec<Evaluation> = of(Stands::New).map(|one| Evaluation { id: tx.fresh(), ..one }).collect();
        let changed: Vec<Evaluation> = of(Stands::Changed).collect();
        progress.begin(new.len() + changed.len());
        evaluation::note::note_many(tx, &new, &changed)?;
        progress.add(new.len() + changed.len());
        Ok(())
    }
}
