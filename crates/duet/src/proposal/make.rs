//! Making a proposal for a round: who is eligible, who may not be put together, and the engine's answer.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::access::Verb;
use kit::db::{Read, Store, Tx};
use kit::once::Taking;
use kit::{Error, Result};
use sha2::{Digest, Sha256};

use super::access::PROPOSAL;
use super::bar::Bar;
use super::proof::{Certificate, again};
use super::question::{self, Asked, Candidate, Outcome, Two};
use super::{ProposalId, Wish, store};
use crate::access::Reached;
use crate::application::{self, Applicant};
use crate::audit::{self, Act};
use crate::evaluation;
use crate::partnership;
use crate::person::{PersonId, Viewer};
use crate::round::rules::{Answers, Role, Rules};
use crate::round::{self, Round, RoundId};

/// Makes a proposal and keeps it, unless the form that asks for it was taken before. Nobody is told.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when nobody can be matched yet, wishes
/// contradict each other, or what it is made of changed meanwhile.
pub async fn make(store: &Store, viewer: Viewer, round: RoundId, form: &Taking) -> Result<Option<ProposalId>> {
    let people = store.read(viewer.organisation, move |c| gather(c, viewer, round)).await?;
    let solved = Solved::of(people).await?;
    let form = form.clone();
    store
        .write(viewer.organisation, move |tx| {
            form.take(tx, viewer.person.0, |tx| {
                let id = keep(tx, viewer, round, &solved)?;
                audit::store::note(tx, Some(viewer.person), Act::ProposalMade, id.0)?;
                Ok(id)
            })
        })
        .await
}

/// Gathers a round's question for its coordinator.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round.
pub(super) fn gather(c: &mut Read<'_>, viewer: Viewer, round: RoundId) -> Result<Gathered> {
    let round = round::store::reached(c, viewer, round)?.that_may(&PROPOSAL, Verb::Write)?;
    Gathered::from(c, &round)
}

/// A question and its answer: worked out with no transaction open, so that nobody waits for it.
pub(super) struct Solved {
    people: Gathered,
    outcome: Outcome,
    hash: String,
}

impl Solved {
    /// Works it out, off the threads that serve pages.
    pub(super) async fn of(people: Gathered) -> Result<Solved> {
        if people.mentors.is_empty() || people.mentees.is_empty() {
            return Err(Error::conflict("proposal-nobody"));
        }
        let solve = move || {
            let outcome = question::propose(&people.asked(), &people.rules)?;
            Ok(Solved { hash: people.hash()?, outcome, people })
        };
        tokio::task::spawn_blocking(solve).await.map_err(Error::internal)?
    }
}

/// Keeps a proposal, when what it was made of still stands.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when anything changed meanwhile.
pub(super) fn keep(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId, solved: &Solved) -> Result<ProposalId> {
    if gather(tx, viewer, round)?.hash()? != solved.hash {
        return Err(Error::conflict("proposal-outdated"));
    }
    let people = &solved.people;
    let mentor = |at: usize| people.mentors[at].person;
    let mentee = |at: usize| people.mentees[at].person;
    let named = |why: &question::WhyLeftOut<usize>| why.clone().named(mentor, mentee);
    let outcome = &solved.outcome;
    let mentees_left_out = outcome.mentees_left_out.iter().map(|(at, why)| (mentee(*at), Role::Mentee, named(why)));
    let mentors_left_out = outcome.mentors_left_out.iter().map(|(at, why)| (mentor(*at), Role::Mentor, named(why)));
    let kept = store::Kept {
        proof: outcome.proof.clone().map(|proof| people.certified(proof, &solved.hash)),
        round,
        made_by: viewer.person,
        rules: &people.rules,
        question_hash: solved.hash.clone(),
        score: outcome.score,
        pairs: outcome.pairs.iter().map(|p| (mentor(p.two.0), mentee(p.two.1), p.fit, p.reasons.clone())).collect(),
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
    met_before: BTreeSet<(PersonId, PersonId)>,
    wishes: Vec<(PersonId, PersonId, Wish)>,
    /// Pairs that are open, of whom one evaluates the other: no part of the question.
    flagged: Vec<(PersonId, PersonId)>,
}

impl Gathered {
    /// A certificate of theirs, with people for their numbers.
    fn certified(&self, proof: Certificate<usize>, hash: &str) -> Certificate<PersonId> {
        let ids = |people: &[Applicant]| people.iter().map(|one| one.person).collect();
        let proof = proof.named(ids(&self.mentors), ids(&self.mentees));
        Certificate { question_hash: hash.to_owned(), ..proof }
    }

    /// The certificate of a plan that was too large to be kept with it, made anew; none when what it was made of has changed,
    /// or it is larger than is ever shown.
    ///
    /// # Errors
    /// `Internal` when the engine's proof does not hold.
    pub fn proof_of(&self, pairs: &[(PersonId, PersonId)], hash: &str) -> Result<Option<Certificate<PersonId>>> {
        if self.hash()? != hash {
            return Ok(None);
        }
        let places = |people: &[Applicant]| -> HashMap<PersonId, u32> {
            people.iter().zip(0..).map(|(one, at)| (one.person, at)).collect()
        };
        let (mentors, mentees) = (places(&self.mentors), places(&self.mentees));
        let mut plan = vec![None; self.mentees.len()];
        for (mentor, mentee) in pairs {
            let (Some(mentor), Some(mentee)) = (mentors.get(mentor), mentees.get(mentee)) else { return Ok(None) };
            plan[*mentee as usize] = Some(*mentor);
        }
        let proof = again::prove_again(&self.asked(), &self.rules, plan)?;
        Ok(proof.map(|proof| self.certified(proof, hash)))
    }

    /// Gathers it: eligible people without a partnership that is open or running, mentors with the places
    /// they have left.
    ///
    /// # Errors
    /// `NotFound` when the round is not theirs to lead.
    pub fn from(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Gathered> {
        let rules = round::store::rules(c, round)?;
        let open = partnership::store::open_in(c, round)?;
        let mut eligible = application::store::applicants(c, round)?;
        // By id, not by name: whoever is renamed keeps their place, and the same question its answer.
        eligible.sort_by_key(|one| one.person);
        let eligible = eligible.into_iter().filter(|one| one.is_eligible(&rules));
        let (mut mentors, mut mentees): (Vec<_>, Vec<_>) = eligible.partition(|one| one.role == Role::Mentor);
        let mut taken: BTreeMap<PersonId, u32> = BTreeMap::new();
        for (mentor, _) in &open {
            *taken.entry(*mentor).or_default() += 1;
        }
        let placed: BTreeSet<PersonId> = open.iter().map(|(_, mentee)| *mentee).collect();
        for mentor in &mut mentors {
            mentor.places = mentor.places.saturating_sub(taken.get(&mentor.person).copied().unwrap_or(0));
        }
        mentors.retain(|mentor| mentor.places > 0 || !taken.contains_key(&mentor.person));
        mentees.retain(|mentee| !placed.contains(&mentee.person));
        let here: BTreeSet<PersonId> = mentors.iter().chain(&mentees).map(|one| one.person).collect();
        let evaluations = evaluation::store::holding_in(c, round.id.0)?;
        let flagged = super::evaluators::among(&open, &evaluations);
        let evaluations =
            evaluations.into_iter().filter(|(one, other)| here.contains(one) && here.contains(other)).collect();
        let wishes = super::store::wishes(c, round)?;
        let said_no = partnership::store::said_no_in(c, round)?.into_iter().collect();
        let met_before = partnership::store::met_before(c, round)?.into_iter().collect();
        Ok(Gathered { rules, mentors, mentees, evaluations, said_no, met_before, wishes, flagged })
    }

    /// The question, by numbers.
    #[must_use]
    pub fn asked(&self) -> Asked<'_> {
        let (mentors, mentees) = (numbers(&self.mentors), numbers(&self.mentees));
        let two = |pair: &(PersonId, PersonId)| Some((*mentors.get(&pair.0)?, *mentees.get(&pair.1)?));
        Asked {
            mentors: self.mentors.iter().map(candidate).collect(),
            mentees: self.mentees.iter().map(candidate).collect(),
            never: self.never(&two),
            met_before: self.met_before.iter().filter_map(two).collect(),
            apart: self.wished(Wish::Apart),
            together: self.wished(Wish::Together),
        }
    }

    /// The rules it goes by.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The same question with one wish more, or one taken back.
    #[must_use]
    pub fn with_wish(mut self, mentor: PersonId, mentee: PersonId, wish: Option<Wish>) -> Gathered {
        self.wishes.retain(|(of, with, _)| (*of, *with) != (mentor, mentee));
        self.wishes.extend(wish.map(|wish| (mentor, mentee, wish)));
        self
    }

    /// The same question by other rules; who may take part stays as it is.
    #[must_use]
    pub fn with_rules(mut self, rules: Rules) -> Gathered {
        self.rules = Rules { eligible: self.rules.eligible, ..rules };
        self
    }

    /// The same question with one place more with a mentor; none when the mentor cannot be matched now.
    #[must_use]
    pub fn with_place(mut self, mentor: PersonId) -> Option<Gathered> {
        self.mentors.iter_mut().find(|one| one.person == mentor)?.places += 1;
        Some(self)
    }

    /// The mentors, by number.
    #[must_use]
    pub fn mentors(&self) -> &[Applicant] {
        &self.mentors
    }

    /// The mentees, by number.
    #[must_use]
    pub fn mentees(&self) -> &[Applicant] {
        &self.mentees
    }

    /// Each mentee's mentor among these pairs, by number: none where one of the two cannot be matched now.
    #[must_use]
    pub fn partners(&self, pairs: &[(PersonId, PersonId)]) -> Vec<Option<usize>> {
        let (mentors, mentees) = (numbers(&self.mentors), numbers(&self.mentees));
        let mut partners = vec![None; self.mentees.len()];
        for (mentor, mentee) in pairs {
            if let (Some(mentor), Some(mentee)) = (mentors.get(mentor), mentees.get(mentee)) {
                partners[*mentee] = Some(*mentor);
            }
        }
        partners
    }

    /// Whether there is a mentor and a mentee who can be matched now.
    #[must_use]
    pub fn are_some(&self) -> bool {
        !self.mentors.is_empty() && !self.mentees.is_empty()
    }

    /// The names of these people, of those of them who can be matched now.
    #[must_use]
    pub fn names_of(&self, people: &BTreeSet<PersonId>) -> HashMap<PersonId, String> {
        let all = self.mentors.iter().chain(&self.mentees).filter(|one| people.contains(&one.person));
        all.map(|one| (one.person, one.name.clone())).collect()
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

    /// The coordinator's wishes for pairs: (mentor, mentee, wish).
    #[must_use]
    pub fn wishes(&self) -> &[(PersonId, PersonId, Wish)] {
        &self.wishes
    }

    /// Whether any of them keeps two people together who can be matched now.
    #[must_use]
    pub fn keeps_together(&self) -> bool {
        !self.wished(Wish::Together).is_empty()
    }

    /// Pairs that were told, or meet, of whom one evaluates the other today: mentor, mentee.
    #[must_use]
    pub fn flagged(&self) -> &[(PersonId, PersonId)] {
        &self.flagged
    }

    /// The numbers of two people, when both can be matched.
    #[must_use]
    pub fn two(&self, mentor: PersonId, mentee: PersonId) -> Option<Two> {
        let at = |people: &[Applicant], person| people.iter().position(|one| one.person == person);
        Some((at(&self.mentors, mentor)?, at(&self.mentees, mentee)?))
    }

    fn never(&self, two: &dyn Fn(&(PersonId, PersonId)) -> Option<Two>) -> BTreeMap<Two, Bar> {
        let either = self.evaluations.iter().flat_map(|(one, other)| [(*one, *other), (*other, *one)]);
        let evaluates = either.filter_map(|pair| Some((two(&pair)?, Bar::Evaluates)));
        let same = self.mentors.iter().filter_map(|one| Some((two(&(one.person, one.person))?, Bar::SamePerson)));
        let said_no = self.said_no.iter().filter_map(|pair| Some((two(pair)?, Bar::SaidNo)));
        // What is said last holds: an evaluation stands before a no.
        said_no.chain(evaluates).chain(same).collect()
    }

    fn wished(&self, wish: Wish) -> BTreeSet<Two> {
        let of = self.wishes.iter().filter(|(_, _, of)| *of == wish);
        of.filter_map(|(mentor, mentee, _)| self.two(*mentor, *mentee)).collect()
    }

    /// SHA-256 over all of it, in hexadecimal: the same hash gives the same proposal.
    ///
    /// # Errors
    /// `Internal` when it cannot be written down.
    pub fn hash(&self) -> Result<String> {
        fn people(all: &[Applicant]) -> Vec<(PersonId, u32, Option<&str>, &Answers)> {
            let mut all: Vec<&Applicant> = all.iter().collect();
            all.sort_by_key(|one| one.person);
            all.into_iter().map(|one| (one.person, one.places, one.workplace.as_deref(), &one.answers)).collect()
        }
        let (mentors, mentees) = (people(&self.mentors), people(&self.mentees));
        let mut wishes = self.wishes.clone();
        wishes.sort();
        let none = BTreeSet::new();
        let met_before = if self.rules.earlier_pairs { &none } else { &self.met_before };
        let all = (&self.rules, mentors, mentees, &self.evaluations, &self.said_no, met_before, wishes);
        let text = serde_json::to_vec(&all).map_err(Error::internal)?;
        Ok(kit::token::hex(&Sha256::digest(text)))
    }
}

/// Everybody's number.
fn numbers(people: &[Applicant]) -> HashMap<PersonId, usize> {
    people.iter().enumerate().map(|(at, one)| (one.person, at)).collect()
}

fn candidate(one: &Applicant) -> Candidate<'_> {
    Candidate { workplace: one.workplace.as_deref(), places: one.places, answers: &one.answers }
}
