//! The day's one mail: what can wait goes to each person together, once a day at most.

use kit::clock::Instant;
use kit::db::{Store, Tx};
use kit::job::{self, Doing, Handler, Job, Outcome};
use kit::mail::{Mail, Reply};
use kit::{Message, Result};

use super::carry::{self, Carrier};
use super::store::Carried;
use super::{DIGEST_HOUR, LetterId, store, with_link};
use crate::person::PersonId;

/// The kind of the job that sends the day's mail.
pub const KIND: &str = "letter.gather";

/// Sends the day's mail.
pub struct Gatherer(pub Carrier);

/// Puts the job that sends somebody's mail of a day, if there is none.
pub(super) fn put(tx: &mut Tx<'_>, to: PersonId, at: Instant) -> Result<()> {
    job::store::put(tx, KIND, to.0, &format!("digest {to} {at}"), at)?;
    Ok(())
}

impl Handler for Gatherer {
    fn run<'a>(&'a self, store: &'a Store, job: &'a Job) -> Doing<'a> {
        Box::pin(self.gather(store, job))
    }
}

impl Gatherer {
    async fn gather(&self, store: &Store, job: &Job) -> Result<Outcome> {
        let (now, clock) = (store.clock().now(), store.clock());
        let Some(post) = &self.0.post else { return Ok(carry::no_post(now)) };
        let (to, due_at, digest) = (PersonId(job.subject), job.due_at, job.id.0);
        let last = store.read(job.organisation, move |c| store::last_digest(c, to)).await?;
        if last.is_some_and(|at| clock.day_of(at) == clock.day_of(now)) {
            // A day's mail that was late has gone today already.
            return Ok(Outcome::later(clock.next_at(now, DIGEST_HOUR), "one has gone today"));
        }
        // What goes in is settled when it is first tried: tried again, it is the same mail.
        let letters = store.write(job.organisation, move |tx| store::gathered(tx, to, due_at, digest)).await?;
        let Some(first) = letters.first() else { return Ok(Outcome::done()) };
        let reply = post.send(&self.mail(job, first, &letters)).await?;
        let ids: Vec<LetterId> = letters.iter().map(|letter| letter.id).collect();
        Ok(outcome(store, job, ids, reply))
    }

    fn mail(&self, job: &Job, first: &Carried, letters: &[Carried]) -> Mail {
        let say = self.0.words.say(first.language);
        let subject = match letters {
            [one] => one.subject.clone(),
            several => say.t1("digest-subject", "count", several.len()),
        };
        let greeting = say.message(&Message::new("digest-greeting").with("name", &first.name));
        let items = letters.iter().map(|letter| letter.body.as_str()).collect::<Vec<_>>().join("\n\n");
        let body = format!("{greeting}\n\n{items}");
        Mail {
            id: job.id.0,
            name: first.name.clone(),
            address: first.address.clone(),
            reply_to: None,
            language: first.language,
            subject,
            text: with_link(&body, &say.t("letter-address-below"), &self.0.public_url),
            html: None,
            written_at: job.due_at,
        }
    }
}

fn outcome(store: &Store, job: &Job, ids: Vec<LetterId>, reply: Reply) -> Outcome {
    let again_at = job.again_at(store.clock().now(), store.random());
    let (trouble, again_at) = match reply {
        Reply::Taken => {
            return Outcome::done().and(move |tx| ids.iter().try_for_each(|id| carry::gone(tx, *id)));
        }
        Reply::Later(trouble) => (trouble.to_string(), again_at),
        Reply::Refused(trouble) => (trouble.to_string(), None),
    };
    let outcome = match again_at {
        Some(at) => Outcome::later(at, trouble.clone()),
        None => Outcome::failed(trouble.clone()),
    };
    outcome.and(move |tx| {
        ids.iter().try_for_each(|id| match again_at {
            Some(_) => store::troubled(tx, *id, &trouble),
            None => store::came_back(tx, *id, &trouble),
        })
    })
}
