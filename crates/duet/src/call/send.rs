//! Sending one's application.

use kit::db::Tx;
use kit::seal::Private;
use kit::{Error, Result};

use super::{Draft, store};
use crate::audit::{self, Act};
use crate::entry::{self, Settled, What};
use crate::person::{self, PersonDraft, Viewer};
use crate::private_answer;
use crate::question::{self, Part};
use crate::round::RoundId;
use crate::round::rules::Role;

/// Sends what the viewer typed: from now on it is their application, instead of one they sent before. Who does not meet a
/// rule may send it too: a coordinator can let them in. Says whether it was sent or changed.
///
/// # Errors
/// `NotFound` when the call is not theirs to see; `Conflict` when it is not open, or nothing was typed; `Invalid` with one
/// problem per field.
pub fn send(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, role: Role) -> Result<Act> {
    let call = store::reached(tx, viewer, id)?;
    if !call.is_open(tx.today()) {
        return Err(Error::conflict("call-closed"));
    }
    let draft = store::draft(tx, &call, role)?.ok_or(Error::conflict("call-nothing-typed"))?;
    let rules = store::rules(tx, &call)?;
    let questions = question::asked(&rules, role, &question::store::of(tx, id)?);
    let draft = draft.asked_only(&questions);
    draft.check(role)?;
    says_who_they_are(tx, viewer, &draft)?;
    let (application, is_new) = store::apply(tx, &call, role, &draft)?;
    for one in questions.iter().filter(|one| one.part == Part::Private) {
        let said = draft.answer(one);
        let answer = (!said.is_empty()).then(|| Private::new(said));
        let what = (one.heading.as_str(), one.worded.purpose.as_str());
        private_answer::store::keep_own(tx, viewer, id, what, answer.as_ref())?;
    }
    // It is in their own words now, whoever entered it before.
    if let Some(entry) = entry::store::of_subject(tx, What::Application, application.0)? {
        entry::store::settle(tx, entry, Settled::Right)?;
    }
    store::drop_draft(tx, &call, role)?;
    let act = if is_new { Act::ApplicationSent } else { Act::ApplicationChanged };
    audit::store::note(tx, Some(viewer.person), act, application.0)?;
    Ok(act)
}

/// Writes down what they do and where they work, as they say it themselves.
fn says_who_they_are(tx: &mut Tx<'_>, viewer: Viewer, draft: &Draft) -> Result<()> {
    let known = person::store::get(tx, viewer.person)?;
    if (known.job_title.as_str(), known.workplace.as_deref().unwrap_or_default())
        == (draft.job_title.as_str(), draft.workplace.as_str())
    {
        return Ok(());
    }
    let newer = PersonDraft {
        name: known.name,
        address: known.address,
        job_title: draft.job_title.clone(),
        workplace: draft.workplace.clone(),
        language: known.language,
    };
    person::store::correct(tx, viewer.person, &newer)
}
