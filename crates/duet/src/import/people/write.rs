//! Writing what a sheet of people does.

use std::collections::HashSet;

use kit::db::Tx;
use kit::seal::Private;
use kit::{Error, Result};

use super::{Applied, Who};
use crate::access::Reached;
use crate::application::store::{self, Written};
use crate::application::{self, ImportSummary};
use crate::evaluation::Evaluation;
use crate::import::importers::Work;
use crate::import::underway::Progress;
use crate::import::{managers, workplaces};
use crate::person::{self, PersonDraft, PersonId};
use crate::private_answer::{self, store::Kept};
use crate::round::rules::Rules;
use crate::round::{self, Round};

/// What is written.
pub(super) struct People {
    /// Rules that came with the sheets, or were suggested from them; none: those of the round stay.
    pub(super) rules: Option<Rules>,
    pub(super) suggested: bool,
    pub(super) summary: ImportSummary,
    pub(super) new: Vec<PersonDraft>,
    pub(super) corrected: Vec<(PersonId, PersonDraft)>,
    pub(super) applied: Vec<Applied>,
    pub(super) changed: Vec<Written>,
    pub(super) managed: Vec<(Who, Who)>,
    pub(super) here: HashSet<PersonId>,
    pub(super) lines: Vec<Evaluation>,
    pub(super) sealed: Vec<(Who, String, String, Private)>,
    /// The names of those who said other than the sheets themselves.
    pub(super) own_words: Vec<String>,
}

/// How many rows are written before the progress is told.
const AT_ONCE: usize = 500;

impl Work for People {
    fn write(&self, tx: &mut Tx<'_>, round: &Reached<Round>, progress: &Progress) -> Result<()> {
        let rows = [self.new.len(), self.corrected.len(), self.applied.len(), self.changed.len(), self.sealed.len()];
        progress.begin(rows.iter().sum());
        if let Some(rules) = &self.rules {
            // What is suggested is for a round that has no rules, and it may have got some since the sheets were read.
            let present = round::store::rules(tx, round)?;
            if self.suggested && !present.is_blank() {
                return Err(Error::conflict("import-outdated"));
            }
            round::store::set_rules(tx, round, rules)?;
            store::look_again(tx, round, rules)?;
        }
        let drafts = self.new.iter().chain(self.corrected.iter().map(|(_, draft)| draft));
        let workplaces = workplaces::with_new(tx, drafts.map(|draft| &draft.workplace))?;
        let new: Vec<(PersonId, PersonDraft)> =
            self.new.iter().map(|draft| (tx.fresh::<PersonId>(), draft.clone())).collect();
        for some in new.chunks(AT_ONCE) {
            person::store::add_many(tx, some, &workplaces)?;
            progress.add(some.len());
        }
        for some in self.corrected.chunks(AT_ONCE) {
            person::store::correct_many(tx, some, &workplaces)?;
            progress.add(some.len());
        }
        let id = |who: Who| match who {
            Who::Known(person) => person,
            Who::New(at) => new[at].0,
        };
        for some in self.applied.chunks(AT_ONCE) {
            let some: Vec<Written> = some
                .iter()
                .map(|(who, role, places, answers)| Written {
                    person: id(*who),
                    role: *role,
                    places: *places,
                    answers: answers.clone(),
                    sent_at: None,
                })
                .collect();
            store::apply_many(tx, round, &some, &[])?;
            progress.add(some.len());
        }
        for some in self.changed.chunks(AT_ONCE) {
            store::apply_many(tx, round, &[], some)?;
            progress.add(some.len());
        }
        let managed: Vec<(PersonId, PersonId)> = self.managed.iter().map(|(by, of)| (id(*by), id(*of))).collect();
        managers::note(tx, &managed, &self.lines, &self.here)?;
        for some in self.sealed.chunks(AT_ONCE) {
            let some: Vec<Kept<'_>> = some
                .iter()
                .map(|(who, heading, purpose, answer)| Kept { person: id(*who), heading, purpose, answer })
                .collect();
            private_answer::store::keep(tx, round, &some)?;
            progress.add(some.len());
        }
        application::store::note_import(tx, round, round.viewer().person, &self.summary)
    }

    fn offers(&self) -> Vec<String> {
        self.own_words.clone()
    }
}
