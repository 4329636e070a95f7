//! Carrying a letter to the mail server, which is what a letter's job does.

use kit::Result;
use kit::clock::Instant;
use kit::db::{Store, Tx};
use kit::job::{self, Doing, Handler, Job, Outcome};
use kit::mail::{Mail, Post, Reply};
use kit::token::Token;
use kit::words::Words;

use super::store::Carried;
use super::{LetterId, first, link, store, with_link};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::wording::Kind;

/// The kind of a letter's job.
pub const KIND: &str = "letter.carry";
/// How long until a letter is looked at again while no mail server is set.
const NO_POST: jiff::SignedDuration = jiff::SignedDuration::from_mins(10);

/// Carries letters.
#[derive(Clone)]
pub struct Carrier {
    /// The mail server; none: letters that were to go by themselves wait until there is one again.
    pub post: Option<Post>,
    /// Both languages.
    pub words: &'static Words,
    /// Where people reach Duet.
    pub public_url: String,
}

/// Puts the job that carries a letter.
pub(super) fn put(tx: &mut Tx<'_>, id: LetterId, at: Instant) -> Result<()> {
    job::store::put(tx, KIND, id.0, &format!("letter {id}"), at)?;
    Ok(())
}

impl Handler for Carrier {
    fn run<'a>(&'a self, store: &'a Store, job: &'a Job) -> Doing<'a> {
        Box::pin(self.carry(store, job))
    }
}

impl Carrier {
    async fn carry(&self, store: &Store, job: &Job) -> Result<Outcome> {
        let id = LetterId(job.subject);
        let Some(letter) = store.read(job.organisation, move |c| store::to_carry(c, id)).await? else {
            return Ok(Outcome::done());
        };
        let Some(post) = &self.post else { return Ok(no_post(store.clock().now())) };
        let (text, link) = self.text(store, job, &letter).await?;
        let reply = post.send(&letter.mail(text)).await?;
        Ok(outcome(store, job, &letter, link, reply))
    }

    /// The letter with what people come in by at its end: the address of Duet, or a link that signs them in once, for
    /// somebody who has never been here and so has no other way in.
    async fn text(&self, store: &Store, job: &Job, letter: &Carried) -> Result<(String, Option<Token>)> {
        let say = self.words.say(letter.language);
        if letter.kind == Kind::Other {
            return Ok((letter.body.clone(), None));
        }
        let to = Viewer { organisation: job.organisation, person: letter.person };
        let token = store.write_outside(move |tx| link::for_newcomer(tx, to)).await?;
        let text = match &token {
            Some(token) => {
                let link = format!("{}/sign-in/{}", self.public_url, token.reveal());
                with_link(&letter.body, &say.t("letter-link-below"), &link)
            }
            None => with_link(&letter.body, &say.t("letter-address-below"), &self.public_url),
        };
        let (person, public_url) = (letter.person, self.public_url.clone());
        let line = store.read(job.organisation, move |c| first::line(c, say, &public_url, person)).await?;
        Ok((line.map_or(text.clone(), |line| format!("{text}\n{line}\n")), token))
    }
}

/// No mail server is set, though one was when the letter was written: it is not the letter's fault, and it keeps.
pub(super) fn no_post(now: Instant) -> Outcome {
    Outcome::later(now.checked_add(NO_POST).unwrap_or(now), "no mail server is set")
}

fn outcome(store: &Store, job: &Job, letter: &Carried, link: Option<Token>, reply: Reply) -> Outcome {
    let id = letter.id;
    let (trouble, is_final) = match reply {
        Reply::Taken => return Outcome::done().and(move |tx| gone(tx, id)),
        Reply::Later(trouble) => (trouble.to_string(), false),
        Reply::Refused(trouble) => (trouble.to_string(), true),
    };
    let again_at = job.again_at(store.clock().now(), store.random()).filter(|_| !is_final);
    let outcome = match again_at {
        Some(at) => Outcome::later(at, trouble.clone()),
        None => Outcome::failed(trouble.clone()),
    };
    outcome.and(move |tx| {
        if let Some(link) = &link {
            link::forget(tx, link)?;
        }
        match again_at {
            Some(_) => store::troubled(tx, id, &trouble),
            None => store::came_back(tx, id, &trouble),
        }
    })
}

/// The mail server has the letter. Written down once, however often it is said.
pub(super) fn gone(tx: &mut Tx<'_>, id: LetterId) -> Result<()> {
    if store::gone(tx, id)? {
        audit::store::note(tx, None, Act::LetterSent, id.0)?;
    }
    Ok(())
}

impl Carried {
    /// The letter as a mail. Its id stays what the mail is known by, however often it is tried.
    fn mail(&self, text: String) -> Mail {
        Mail {
            id: self.id.0,
            name: self.name.clone(),
            address: self.address.clone(),
            reply_to: self.reply_name.clone().zip(self.reply_address.clone()),
            language: self.language,
            subject: self.subject.clone(),
            text,
            html: None,
            written_at: self.written_at,
        }
    }
}
