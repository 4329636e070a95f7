//! Pairs of before and now. One that goes on becomes a partnership of the round; one that is over is only remembered, so
//! that the two are not proposed again unasked. Nobody is written to.

use std::collections::HashSet;

use kit::Result;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::sheet::Fault;

use super::importers::Work;
use super::rows::{Does, People, change, each, two};
use super::underway::Progress;
use super::{Given, Plan, Verdict, problems_of};
use crate::access::Reached;
use crate::evaluation;
use crate::mapping::Reading;
use crate::partnership::{self, EarlierPair, RunningPair};
use crate::person::PersonId;
use crate::round::Round;

/// Works out what each row would do. Only people in a round that the viewer coordinates are found: of two whose addresses one
/// happens to know, nobody learns whether one evaluates the other by sending a row.
pub(super) fn plan(c: &mut Read<'_>, round: &Reached<Round>, given: &Given) -> Result<Plan> {
    let (people, today) = (People::reached(c, round.viewer())?, c.today());
    let evaluations = evaluation::store::all(c)?.into_iter().filter(|one| one.holds_on(today));
    let mut planned = Planned {
        today,
        evaluations: evaluations.map(|one| (one.evaluator, one.evaluated)).collect(),
        earlier: partnership::store::earlier(c, round)?,
        running: partnership::store::running(c, round)?,
        ..Planned::default()
    };
    let problems = problems_of(given);
    let told = if problems.is_empty() {
        each(given, |row| two(row, "mentor", "mentee"), |row| planned.row(row, &people))
    } else {
        Vec::new()
    };
    Ok(Plan { told, problems, work: Box::new(planned) })
}

#[derive(Default)]
struct Planned {
    today: Day,
    evaluations: HashSet<(PersonId, PersonId)>,
    earlier: Vec<EarlierPair>,
    running: Vec<RunningPair>,
    new_earlier: Vec<EarlierPair>,
    new_running: Vec<RunningPair>,
    begun: Vec<RunningPair>,
}

impl Planned {
    fn row(&mut self, row: &Reading<'_>, people: &People) -> Result<Does, Fault> {
        let (mentor, mentee) = (people.named(row, "mentor")?, people.named(row, "mentee")?);
        if mentor == mentee {
            return Err(row.fault("mentee", "import-oneself"));
        }
        let (from, until) = (row.day("from"), row.day("until"));
        if from.is_some_and(|from| from > self.today) {
            return Err(row.fault("from", "import-day-future"));
        }
        if from > until && until.is_some() {
            return Err(row.fault("until", "import-ends-before"));
        }
        match until.filter(|until| *until < self.today) {
            Some(finished_on) => Ok(self.over(EarlierPair { mentor, mentee, started_on: from, finished_on })),
            None => self.runs(row, RunningPair { mentor, mentee, started_on: from }),
        }
    }

    fn over(&mut self, pair: EarlierPair) -> Does {
        if self.earlier.contains(&pair) {
            return (Verdict::Same, Vec::new());
        }
        self.earlier.push(pair);
        self.new_earlier.push(pair);
        (Verdict::New, Vec::new())
    }

    fn runs(&mut self, row: &Reading<'_>, pair: RunningPair) -> Result<Does, Fault> {
        let (one, other) = (pair.mentor, pair.mentee);
        if self.evaluations.contains(&(one, other)) || self.evaluations.contains(&(other, one)) {
            return Err(row.fault("mentor", "import-evaluates"));
        }
        let Some(there) = self.running.iter_mut().find(|there| there.mentee == pair.mentee) else {
            self.running.push(pair);
            self.new_running.push(pair);
            return Ok((Verdict::New, Vec::new()));
        };
        if there.mentor != pair.mentor {
            return Err(row.fault("mentee", "import-has-mentor"));
        }
        match there.started_on {
            // One that was offered has begun, as the sheet says.
            None => {
                there.started_on = Some(pair.started_on.unwrap_or(self.today));
                self.begun.push(*there);
                Ok((Verdict::Changed, vec![change("from", "", pair.started_on.unwrap_or(self.today))]))
            }
            Some(day) if pair.started_on.is_none_or(|from| from == day) => Ok((Verdict::Same, Vec::new())),
            Some(_) => Err(row.fault("from", "import-began-otherwise")),
        }
    }
}

impl Work for Planned {
    fn write(&self, tx: &mut Tx<'_>, round: &Reached<Round>, progress: &Progress) -> Result<()> {
        let all = self.new_earlier.len() + self.new_running.len() + self.begun.len();
        progress.begin(all);
        partnership::store::add_earlier(tx, round, &self.new_earlier)?;
        partnership::store::add_running(tx, round, &self.new_running, &self.begun)?;
        progress.add(all);
        Ok(())
    }
}
