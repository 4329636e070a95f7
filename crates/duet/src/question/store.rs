//! Questions, in the database.

use kit::access::Verb;
use kit::db::{Json, Read, Tx};
use kit::{Result, params};

use super::access::QUESTION;
use super::{Choice, QuestionId, Worded};
use crate::access::Reached;
use crate::round::rules::Answers;
use crate::round::{Round, RoundId};
use crate::scheme::SchemeId;

struct Row {
    key: String,
    heading: String,
    words: String,
    words_cy: String,
    choices: Json<Vec<Choice>>,
    purpose: String,
}
kit::row!(Row { key, heading, words, words_cy, choices, purpose });

kit::sql! {
    OF -> Row = "
        select key, heading, words, words_cy, choices, purpose from question
        where organisation = $1 and round = $2 order by key";
    ID_OF -> (QuestionId,) = "select id from question where organisation = $1 and round = $2 and key = $3";
    DROP -> () = "delete from question where organisation = $1 and round = $2 and key = $3";
    KEEP -> () = "
        insert into question (organisation, id, round, key, heading, words, words_cy, choices, purpose)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SAID -> (Json<Answers>,) = "
        select a.answers from application a
        join round r on r.organisation = a.organisation and r.id = a.round
        where a.organisation = $1 and r.scheme = $2";
}

/// How a round asks, for whoever may see its form: the caller has shown that.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of(c: &mut Read<'_>, round: RoundId) -> Result<Vec<Worded>> {
    let worded = |row: Row| {
        let Row { key, heading, words, words_cy, choices, purpose } = row;
        Worded { key, heading, words, words_cy, choices: choices.0, purpose }
    };
    Ok(c.all(&OF, params![round])?.into_iter().map(worded).collect())
}

/// What people of a scheme's rounds answered, one map for each application. For who may see them: the caller has shown that.
///
/// # Errors
/// `Internal` when the database fails.
pub fn said(c: &mut Read<'_>, scheme: SchemeId) -> Result<Vec<Answers>> {
    Ok(c.all(&SAID, params![scheme])?.into_iter().map(|(answers,)| answers.0).collect())
}

/// Keeps how a round asks for a heading.
///
/// # Errors
/// `NotFound` when it is not theirs to say.
pub fn keep(tx: &mut Tx<'_>, round: &Reached<Round>, worded: &Worded) -> Result<QuestionId> {
    round.must(&QUESTION, Verb::Write)?;
    let id = match tx.first(&ID_OF, params![round.id, worded.key])? {
        Some((known,)) => known,
        None => tx.fresh::<QuestionId>(),
    };
    let Worded { key, heading, words, words_cy, choices, purpose } = worded;
    tx.run(&DROP, params![round.id, key])?;
    tx.run(&KEEP, params![id, round.id, key, heading, words, words_cy, Json(choices), purpose])?;
    Ok(id)
}

/// Forgets how a round asks for a heading; tells which question it was, if there was one.
///
/// # Errors
/// `NotFound` when it is not theirs to say.
pub fn drop(tx: &mut Tx<'_>, round: &Reached<Round>, key: &str) -> Result<Option<QuestionId>> {
    round.must(&QUESTION, Verb::Delete)?;
    let known = tx.first(&ID_OF, params![round.id, key])?.map(|(id,)| id);
    tx.run(&DROP, params![round.id, key])?;
    Ok(known)
}
