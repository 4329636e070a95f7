//! Who teaches the pupils of a sheet: people known by an address, or by a name that only one of them has; and those a
//! sheet adds.

use std::collections::{BTreeSet, HashMap};

use kit::Result;
use kit::db::{Read, Tx};
use kit::sheet::{Fault, folded};
use kit::words::Language;

use crate::mapping::Reading;
use crate::person::{self, PersonDraft, PersonId, WorkplaceId};

/// Somebody: known, or the so-manieth new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Who {
    Known(PersonId),
    New(usize),
}

/// Whom a row names.
pub(super) enum Named {
    /// Somebody there, or added by a row before.
    There(Who),
    /// Somebody whom this row adds: name and address.
    New(String, String),
}

impl Named {
    /// Who it is, when they were there before the row.
    pub(super) fn known(&self) -> Option<Who> {
        match self {
            Named::There(who) => Some(*who),
            Named::New(..) => None,
        }
    }
}

impl Who {
    /// Their id, once those who are new are written.
    pub(super) fn id(self, new: &[PersonId]) -> PersonId {
        match self {
            Who::Known(id) => id,
            Who::New(at) => new[at],
        }
    }
}

/// Everybody, by address and by name.
pub(super) struct Teachers {
    by_address: HashMap<String, Who>,
    by_name: HashMap<String, BTreeSet<Who>>,
    names: HashMap<Who, String>,
    new: Vec<PersonDraft>,
}

impl Teachers {
    pub(super) fn of(c: &mut Read<'_>) -> Result<Teachers> {
        let mut all =
            Teachers { by_address: HashMap::new(), by_name: HashMap::new(), names: HashMap::new(), new: Vec::new() };
        for one in person::store::known(c)? {
            all.knows(Who::Known(one.id), one.name, one.by_address);
        }
        Ok(all)
    }

    fn knows(&mut self, who: Who, name: String, address: String) {
        self.by_address.insert(address, who);
        self.by_name.entry(folded(&name)).or_default().insert(who);
        self.names.insert(who, name);
    }

    /// Whom a row names, if anybody: by a name or an address in one column, or by both in two.
    ///
    /// # Errors
    /// The [`Fault`] of an address that nobody has, with no name to add them under, or of a name that nobody has, or
    /// several.
    pub(super) fn named(
        &self,
        row: &Reading<'_>,
        field: &'static str,
        address_field: &'static str,
    ) -> Result<Option<Named>, Fault> {
        let text = row.text(field).trim();
        let is_address = kit::form::looks_like_address(&text.to_lowercase());
        let name = if is_address { "" } else { text };
        let address = match row.address(address_field) {
            none if none.is_empty() && is_address => text.to_lowercase(),
            address => address,
        };
        if address.is_empty() && folded(name).is_empty() {
            return Ok(None);
        }
        if !address.is_empty() {
            return match self.by_address.get(&address) {
                Some(who) => Ok(Some(Named::There(*who))),
                None if folded(name).is_empty() => {
                    let at = if is_address { field } else { address_field };
                    Err(row.fault(at, "import-pupil-teacher-address"))
                }
                None => Ok(Some(Named::New(name.to_owned(), address))),
            };
        }
        let called: Vec<Who> = self.by_name.get(&folded(name)).into_iter().flatten().copied().collect();
        match called.as_slice() {
            [who] => Ok(Some(Named::There(*who))),
            [] => Err(row.fault(field, "import-pupil-teacher-name")),
            _ => Err(row.fault(field, "import-pupil-teacher-several")),
        }
    }

    /// Who it is from now on; somebody new is told in `also`.
    pub(super) fn taken(&mut self, named: Named, also: &mut Vec<String>) -> Who {
        let (name, address) = match named {
            Named::There(who) => return who,
            Named::New(name, address) => (name, address),
        };
        // The tutor and the teacher of one row may be one new person.
        if let Some(who) = self.by_address.get(&address) {
            return *who;
        }
        let who = Who::New(self.new.len());
        also.push(name.clone());
        self.knows(who, name.clone(), address.clone());
        let (job_title, workplace) = (String::new(), String::new());
        self.new.push(PersonDraft { name, address, job_title, workplace, language: Language::English });
        who
    }

    pub(super) fn name(&self, who: Who) -> &str {
        self.names.get(&who).map_or("", String::as_str)
    }

    /// Adds those who are new; gives their ids.
    pub(super) fn write(&self, tx: &mut Tx<'_>, at: &HashMap<String, WorkplaceId>) -> Result<Vec<PersonId>> {
        let new: Vec<(PersonId, PersonDraft)> = self.new.iter().map(|one| (tx.fresh(), one.clone())).collect();
        person::store::add_many(tx, &new, at)?;
        Ok(new.into_iter().map(|(id, _)| id).collect())
    }
}
