//! Sessions that pairs of the round held, as a coordinator has them in a sheet.
//!
//! What the pairs wrote down themselves is theirs: it is not compared with, so that nobody learns of it by sending
//! guesses. A session from a sheet is known again by an id made of what it says.

use std::collections::{HashMap, HashSet};

use kit::Result;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::sheet::Fault;
use sha2::{Digest, Sha256};

use super::importers::Work;
use super::rows::{Does, People, each, refused, two};
use super::underway::Progress;
use super::{Given, Plan, Verdict, problems_of};
use crate::access::Reached;
use crate::mapping::Reading;
use crate::partnership::{self, Begun, PartnershipId};
use crate::round::Round;
use crate::session::{self, SessionDraft, SessionId, Way};

/// Works out what each row would do.
pub(super) fn plan(c: &mut Read<'_>, round: &Reached<Round>, given: &Given) -> Result<Plan> {
    let mut planned = Planned {
        today: c.today(),
        begun: partnership::store::begun(c, round)?,
        there: session::store::ids_in(c, round)?.into_iter().collect(),
        seen: HashMap::new(),
        new: Vec::new(),
    };
    let (people, problems) = (People::reached(c, round.viewer())?, problems_of(given));
    let told = if problems.is_empty() {
        each(given, |row| two(row, "mentor", "mentee"), |row| planned.row(row, &people))
    } else {
        Vec::new()
    };
    Ok(Plan { told, problems, work: Box::new(planned) })
}

struct Planned {
    today: Day,
    begun: Vec<Begun>,
    there: HashSet<SessionId>,
    /// How often the sheet says the very same: two on one day are fine.
    seen: HashMap<SessionId, u32>,
    new: Vec<(PartnershipId, SessionDraft)>,
}

impl Planned {
    fn row(&mut self, row: &Reading<'_>, people: &People) -> Result<Does, Fault> {
        let (mentor, mentee) = (people.named(row, "mentor")?, people.named(row, "mentee")?);
        let pair = self.begun.iter().find(|one| (one.mentor, one.mentee) == (mentor, mentee));
        let Some(pair) = pair else { return Err(row.fault("mentee", "import-no-pair")) };
        let (Some(held_on), Some(minutes)) = (row.day("held"), row.minutes("minutes")) else {
            return Err(row.fault("held", "sheet-cell-missing"));
        };
        let way: Way = row.word("way").and_then(|word| word.parse().ok()).unwrap_or(Way::InPerson);
        let mut draft =
            SessionDraft { id: id_of(pair.id, held_on, minutes, way, 0), held_on, minutes: minutes.into(), way };
        let last = pair.finished_on.unwrap_or(self.today).min(self.today);
        draft.check(pair.started_on, last).map_err(|cause| refused(row, "held", &cause))?;
        let times = self.seen.entry(draft.id).and_modify(|times| *times += 1).or_insert(0);
        draft.id = id_of(pair.id, held_on, minutes, way, *times);
        if self.there.contains(&draft.id) {
            return Ok((Verdict::Same, Vec::new()));
        }
        self.new.push((pair.id, draft));
        Ok((Verdict::New, Vec::new()))
    }
}

/// The id of a session that a sheet tells, the so-manieth of its kind.
fn id_of(pair: PartnershipId, held_on: Day, minutes: u32, way: Way, times: u32) -> SessionId {
    let digest = Sha256::digest(format!("{pair} {held_on} {minutes} {way} {times}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    // Version 8 of RFC 9562: of our own making.
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    SessionId(Uuid::from_bytes(bytes))
}

impl Work for Planned {
    fn write(&self, tx: &mut Tx<'_>, round: &Reached<Round>, progress: &Progress) -> Result<()> {
        progress.begin(self.new.len());
        session::store::log_many(tx, round, &self.new)?;
        progress.add(self.new.len());
        Ok(())
    }
}
