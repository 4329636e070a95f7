//! Telling somebody what was entered for them.

use kit::Result;
use kit::db::Tx;
use kit::words::Say;

use super::EntryId;
use crate::letter::Desk;
use crate::letter::write::{Draft, write};
use crate::partnership::Answer;
use crate::person::{self, PersonId, Viewer};
use crate::round::rules::Role;
use crate::scheme::SchemeId;
use crate::session::SessionDraft;
use crate::wording::{self, Kind};

/// What was entered, as it is told.
#[derive(Clone, Debug)]
pub enum Told {
    /// That they ask to take part.
    Application(Role),
    /// That they said yes or no, to whom.
    Answer(Answer, String),
    /// That they met, whom.
    Session(SessionDraft, String),
}

impl Told {
    /// The same in a sentence.
    #[must_use]
    pub fn words(&self, say: Say, round: &str) -> String {
        match self {
            Told::Application(Role::Mentor) => say.t1("entry-what-mentor", "round", round),
            Told::Application(Role::Mentee) => say.t1("entry-what-mentee", "round", round),
            Told::Answer(Answer::Accept, other) => say.t1("entry-what-yes", "name", other.as_str()),
            Told::Answer(Answer::Decline, other) => say.t1("entry-what-no", "name", other.as_str()),
            Told::Session(session, other) => {
                let message = kit::Message::new("entry-what-session")
                    .with("name", other.as_str())
                    .with("day", say.day(session.held_on))
                    .with("minutes", session.minutes);
                say.message(&message)
            }
        }
    }
}

/// Writes the letter that tells the person: what was entered, by whom, and how to set it right.
///
/// # Errors
/// `Internal` when the database fails.
pub fn tell(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    (entry, to): (EntryId, PersonId),
    (round, scheme, scheme_name): (&str, SchemeId, &str),
    told: Told,
    desk: Desk,
) -> Result<()> {
    let signed = person::store::get(tx, viewer.person)?.name;
    let wordings = wording::store::of_scheme(tx, scheme)?;
    let draft = Draft { kind: Kind::Entered, scheme, to, by: viewer.person, cause: entry.0, held: false };
    write(tx, desk, &wordings, draft, &|say, person| {
        vec![
            ("name", person.name.clone()),
            ("what", told.words(say, round)),
            ("round", round.to_owned()),
            ("scheme", scheme_name.to_owned()),
            ("signed", signed.clone()),
        ]
    })?;
    Ok(())
}
