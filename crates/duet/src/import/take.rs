//! Bringing in what was sent: all of it that can come in, or nothing.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Error, Result};

use super::choice::{headings_hash, to_remember};
use super::importers::{self, Importer, OF_PUPILS};
use super::underway::Progress;
use super::{Given, Plan, UploadId, Verdict, store};
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::audit;
use crate::person::Viewer;
use crate::pupil::access::PUPIL_SHEET;
use crate::pupil::{self, AtLarge};
use crate::round::{self, Round, RoundId};

/// What whoever brings it in has seen and said.
#[derive(Clone, Debug, Default)]
pub struct Consent {
    /// The hash of the plan they saw; none when nobody looked.
    pub seen: Option<String>,
    /// Whether rows that cannot come in may be left out.
    pub without_refused: bool,
}

/// What an import would do. Writes nothing.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round.
pub fn plan(c: &mut Read<'_>, viewer: Viewer, round: RoundId, given: &Given) -> Result<Plan> {
    let (importer, round) = may(c, viewer, round, given)?;
    (importer.plan)(c, &round, given)
}

/// Brings an upload in, and lets it go; says where that leads.
///
/// # Errors
/// `NotFound` unless the upload is the viewer's and the round theirs to coordinate; `Conflict` when it was brought in,
/// when what it would do has changed since they saw it, or when a row is refused and they did not say to leave it out.
pub fn take(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    upload: UploadId,
    given: &Given,
    consent: &Consent,
    progress: &Progress,
) -> Result<String> {
    let upload = store::reached(tx, viewer, upload)?;
    if !store::taken(tx, &upload)? {
        return Err(Error::conflict("import-taken"));
    }
    if let Some(round) = upload.round {
        return bring_in(tx, viewer, round, given, consent, progress);
    }
    let (importer, at_large) = may_pupils(tx, viewer, given)?;
    let plan = (importer.plan)(tx, &at_large, given)?;
    write(tx, &at_large, importer, &plan, given, consent, progress)?;
    audit::store::note(tx, Some(viewer.person), importer.act, upload.id.0)?;
    Ok(format!("{}{}", upload.path(), importer.leads_to))
}

/// Brings sheets in that were not kept; says where that leads.
///
/// # Errors
/// As [`take`].
pub fn bring_in(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    round: RoundId,
    given: &Given,
    consent: &Consent,
    progress: &Progress,
) -> Result<String> {
    let (importer, round) = may(tx, viewer, round, given)?;
    let plan = (importer.plan)(tx, &round, given)?;
    write(tx, &round, importer, &plan, given, consent, progress)?;
    audit::store::note(tx, Some(viewer.person), importer.act, round.id.0)?;
    Ok(format!("/rounds/{}{}", round.id, importer.leads_to))
}

/// Writes a plan, when nothing stands against it, and remembers what was done with the columns.
fn write<P>(
    tx: &mut Tx<'_>,
    place: &Reached<P>,
    importer: &Importer<P>,
    plan: &Plan<P>,
    given: &Given,
    consent: &Consent,
    progress: &Progress,
) -> Result<()> {
    if let Some((_, problem)) = plan.problems.first() {
        return Err(Error::conflict(problem.clone()));
    }
    if consent.seen.as_ref().is_some_and(|seen| *seen != plan.hash(given)) {
        return Err(Error::conflict("import-outdated"));
    }
    if !consent.without_refused && plan.count(Verdict::Refused) > 0 {
        return Err(Error::conflict("import-has-refused"));
    }
    plan.work.write(tx, place, progress)?;
    for part in &given.parts {
        store::remember(
            tx,
            importer.kind.name,
            &headings_hash(&part.sheet),
            &to_remember(&part.sheet, &part.mapping.uses),
        )?;
    }
    Ok(())
}

/// What sheets of pupils would do, row by row; nothing is written.
///
/// # Errors
/// `NotFound` unless the viewer administers.
pub fn plan_of_pupils(c: &mut Read<'_>, viewer: Viewer, given: &Given) -> Result<Plan<AtLarge>> {
    let (importer, at_large) = may_pupils(c, viewer, given)?;
    (importer.plan)(c, &at_large, given)
}

fn may_pupils(
    c: &mut Read<'_>,
    viewer: Viewer,
    given: &Given,
) -> Result<(&'static Importer<AtLarge>, Reached<AtLarge>)> {
    let at_large = pupil::store::at_large(c, viewer)?.that_may(&PUPIL_SHEET, Verb::Write)?;
    if given.kind == OF_PUPILS.kind { Ok((&OF_PUPILS, at_large)) } else { Err(Error::NotFound) }
}

fn may(c: &mut Read<'_>, viewer: Viewer, round: RoundId, given: &Given) -> Result<(&'static Importer, Reached<Round>)> {
    let round = round::store::reached(c, viewer, round)?.that_may(&APPLICATION, Verb::Write)?;
    Ok((importers::of(given.kind.name).ok_or(Error::NotFound)?, round))
}
