//! Workplaces, so that people can be put at them.

use std::collections::{HashMap, HashSet};

use kit::Result;
use kit::db::{Read, Tx};
use kit::sheet::folded;

use super::importers::Work;
use super::rows::each;
use super::underway::Progress;
use super::{Given, Plan, Verdict, problems_of};
use crate::access::Reached;
use crate::person::{self, WorkplaceId};
use crate::round::Round;

/// Works out what each row would do. A name that differs in case, spaces or signs only is the same workplace.
pub(super) fn plan(c: &mut Read<'_>, _round: &Reached<Round>, given: &Given) -> Result<Plan> {
    let mut known: HashSet<String> = person::store::workplaces(c)?.keys().map(|name| folded(name)).collect();
    let (problems, mut new) = (problems_of(given), Vec::new());
    let told = if problems.is_empty() {
        each(
            given,
            |row| row.text("workplace").to_owned(),
            |row| {
                let name = row.text("workplace");
                if folded(name).is_empty() {
                    return Err(row.fault("workplace", "sheet-cell-missing"));
                }
                if !known.insert(folded(name)) {
                    return Ok((Verdict::Same, Vec::new()));
                }
                new.push(name.to_owned());
                Ok((Verdict::New, Vec::new()))
            },
        )
    } else {
        Vec::new()
    };
    Ok(Plan { told, problems, work: Box::new(Workplaces(new)) })
}

struct Workplaces(Vec<String>);

impl Work for Workplaces {
    fn write(&self, tx: &mut Tx<'_>, _round: &Reached<Round>, progress: &Progress) -> Result<()> {
        progress.begin(self.0.len());
        let new: Vec<(WorkplaceId, String)> =
            self.0.iter().map(|name| (tx.fresh::<WorkplaceId>(), name.clone())).collect();
        person::store::add_workplaces(tx, &new)?;
        progress.add(new.len());
        Ok(())
    }
}

/// Every workplace by its name, those that are new among `named` too.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn with_new<'n>(
    tx: &mut Tx<'_>,
    named: impl Iterator<Item = &'n String>,
) -> Result<HashMap<String, WorkplaceId>> {
    let mut known = person::store::workplaces(tx)?;
    let missing: HashSet<&String> = named.filter(|name| !name.is_empty() && !known.contains_key(*name)).collect();
    let new: Vec<(WorkplaceId, String)> =
        missing.into_iter().map(|name| (tx.fresh::<WorkplaceId>(), name.clone())).collect();
    person::store::add_workplaces(tx, &new)?;
    known.extend(new.into_iter().map(|(id, name)| (name, id)));
    Ok(known)
}
