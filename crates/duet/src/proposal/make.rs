//! Making a proposal for a round: who is eligible, who may not be put together, and the engine's answer.

use std::collections::{BTreeMap, BTreeSet};

use kit::db::{Read, Tx};
use kit::{Error, Result};
use sha2::{Digest, Sha256};

use super::question::{self, Asked, Bar, Candidate, Two};
use super::{ProposalId, Wish, store};
use crate::application::{self, Applicant};
use crate::audit::{self, Act};
use crate::evaluation;
use crate::partnership;
use crate::person::{PersonId, Viewer};
use crate::round::rules::{Role, Rules};
use crate::round::{self, RoundId};

/// Makes a proposal and keeps it. Nobody is told.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when nobody can be matched yet, or wishes
/// contradict each other.
pub fn make(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId) -> Result<ProposalId> {
    round::store::coordinated(tx, viewer, round)?;
    let id = propose(tx, viewer, round)?;
    audit::store::note(tx, Some(viewer.person), Act::ProposalMade, id.0)?;
    Ok(id)
}

/// The proposal itself, for the acts that end in one.
///
/// # Errors
/// As [`make`], but that the caller has shown that the viewer coordinates the round.
pub(super) fn propose(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId) -> Result<ProposalId> {
    let people = Gathered::from(tx, round)?;
    if people.mentors.is_empty() || people.mentees.is_empty() {
        return Err(Error::conflict("proposal-nobody"));
    }
    let asked = people.asked();
    let outcome = question::propose(&asked, &people.rules)?;
    let mentor = |at: usize| people.mentors[at].person;
    let mentee = |at: usize| people.mentees[at].person;
    let named = |why: question::WhyLeftOut<usize>| why.named(mentor, mentee);
    let mentees_left_out = outcome.mentees_left_out.into_iter().map(|(at, why)| (mentee(at), Role::Mentee, named(why)));
    let mentors_left_out = outcome.mentors_left_out.into_iter().map(|(at, why)| (mentor(at), Role::Mentor, named(why)));
    let kept = store::Kept {
        round,
        made_by: viewer.person,
        rules: &people.rules,
        question_hash: people.hash()?,
        score: outcome.score,
        pairs: outcome.pairs.into_iter().map(|p| (mentor(p.two.0), mentee(p.two.1), p.fit, p.reasons)).collect(),
        left_out: mentees_left_out.chain(mentors_left_out).collect(),
    };
    store::keep(tx, &kept)
}

/// Everything a round's question is made of.
pub struct Gathered {
    rules: Rules,
    mentors: Vec<Applicant>,
    mentees: Vec<Applicant>,
    evaluations: BTreeSet<(PersonId, PersonId)>,
    said_no: BTreeSet<(PersonId, PersonId)>,
    wishes: Vec<(PersonId, PersonId, Wish)>,
}

impl Gathered {
    /// Gathers it: eligible people without a partnership that is open or running, mentors with the places
    /// they have left.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub fn from(c: &mut Read<'_>, round: RoundId) -> Result<Gathered> {
        let rules = round::store::rules(c, round)?;
        let open = partnership::store::open_in(c, round)?;
        let mut eligible = application::store::applicants(c, round)?;
        // By id, not by name: whoever is renamed keeps their place, and the same question its answer.
        eligible.sort_by_key(|one| one.person);
        let eligible = eligible.into_iter().filter(|one| rules.unmet(one.role, &one.answers).is_empty());
        let (mut mentors, mut mentees): (Vec<_>, Vec<_>) = eligible.partition(|one| one.role == Role::Mentor);
        for mentor in &mut mentors {
            let busy = open.iter().filter(|(of, _)| *of == mentor.person).count();
            mentor.places = mentor.places.saturating_sub(u32::try_from(busy).unwrap_or(u32::MAX));
        }
        mentors.retain(|mentor| mentor.places > 0 || !open.iter().any(|(of, _)| *of == mentor.person));
        mentees.retain(|mentee| !open.iter().any(|(_, of)| *of == mentee.person));
        let evaluations = evaluation::store::holding(c)?
            .into_iter()
            .map(|(evaluator, evaluated, _)| (evaluator, evaluated))
            .collect();
        let wishes = super::store::wishes(c, round)?;
        let said_no = partnership::store::said_no_in(c, round)?.into_iter().collect();
        Ok(Gathered { rules, mentors, mentees, evaluations, said_no, wishes })
    }

    /// The question, by numbers.
    #[must_use]
    pub fn asked(&self) -> Asked<'_> {
        Asked {
            mentors: self.mentors.iter().map(candidate).collect(),
            mentees: self.mentees.iter().map(candidate).collect(),
            never: self.never(),
            apart: self.wished(Wish::Apart),
            together: self.wished(Wish::Together),
        }
    }

    /// The rules it goes by.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The mentors and mentees who can be matched now, by name.
    #[must_use]
    pub fn matchable(&self) -> (Vec<Applicant>, Vec<Applicant>) {
        let by_name = |people: &[Applicant]| {
            let mut people = people.to_vec();
            people.sort_by(|a, b| a.name.cmp(&b.name));
            people
        };
        (by_name(&self.mentors), by_name(&self.mentees))
    }

    /// The coordinator's wishes to keep two people together.
    pub fn kept_together(&self) -> impl Iterator<Item = (PersonId, PersonId)> + '_ {
        self.wishes.iter().filter(|(_, _, wish)| *wish == Wish::Together).map(|(mentor, mentee, _)| (*mentor, *mentee))
    }

    /// The numbers of two people, when both can be matched.
    #[must_use]
    pub fn two(&self, mentor: PersonId, mentee: PersonId) -> Option<Two> {
        let at = |people: &[Applicant], person| people.iter().position(|one| one.person == person);
        Some((at(&self.mentors, mentor)?, at(&self.mentees, mentee)?))
    }

    fn never(&self) -> BTreeMap<Two, Bar> {
        let mentors: BTreeMap<PersonId, usize> =
            self.mentors.iter().enumerate().map(|(at, one)| (one.person, at)).collect();
        let mentees: BTreeMap<PersonId, usize> =
            self.mentees.iter().enumerate().map(|(at, one)| (one.person, at)).collect();
        let two = |mentor, mentee| Some((*mentors.get(&mentor)?, *mentees.get(&mentee)?));
        let evaluates = self.evaluations.iter().flat_map(|(one, other)| [two(*one, *other), two(*other, *one)]);
        let same = mentors.keys().map(|person| two(*person, *person));
        let evaluates = evaluates.flatten().map(|two| (two, Bar::Evaluates));
        let said_no =
            self.said_no.iter().filter_map(|(mentor, mentee)| two(*mentor, *mentee)).map(|two| (two, Bar::SaidNo));
        // What is said last holds: an evaluation stands before a no.
        said_no.chain(evaluates).chain(same.flatten().map(|two| (two, Bar::SamePerson))).collect()
    }

    fn wished(&self, wish: Wish) -> BTreeSet<Two> {
        let of = self.wishes.iter().filter(|(_, _, of)| *of == wish);
        of.filter_map(|(mentor, mentee, _)| self.two(*mentor, *mentee)).collect()
    }

    /// SHA-256 over all of it: the same hash gives the same proposal.
    fn hash(&self) -> Result<String> {
        let person = |one: &Applicant| (one.person, one.places, one.workplace.clone(), one.answers.clone());
        let mut mentors: Vec<_> = self.mentors.iter().map(person).collect();
        let mut mentees: Vec<_> = self.mentees.iter().map(person).collect();
        mentors.sort();
        mentees.sort();
        let mut wishes = self.wishes.clone();
        wishes.sort();
        let all = (&self.rules, mentors, mentees, &self.evaluations, &self.said_no, wishes);
        let text = serde_json::to_vec(&all).map_err(Error::internal)?;
        Ok(kit::token::hex(&Sha256::digest(text)))
    }
}

fn candidate(one: &Applicant) -> Candidate<'_> {
    Candidate { workplace: one.workplace.as_deref(), places: one.places, answers: &one.answers }
}
