//! A plan in a keystroke: who goes with whom by other rules, without a reason for each. Nothing is kept of it.

use kit::{Error, Result};
use matching::assign::profiles::{self, Answer, Criterion, Profiles};
use matching::assign::{First, Plan};

use super::question::{Asked, Work, solve};
use crate::round::rules::{self, Rules};

/// The most possible pairs that are written down one by one; beyond, they are scored as they are needed.
const WRITTEN_DOWN: usize = 250_000;

/// Who goes with whom, and how well.
#[derive(Clone, Debug)]
pub struct Quick {
    /// Each mentee's mentor, by number.
    pub partners: Vec<Option<usize>>,
    /// The sum of all fits, of 100 a pair.
    pub total: u32,
    /// What is compared with it, by the same rules: the sum of the fits of the pairs that stand now.
    pub total_now: u32,
    /// The fit of each mentee's pair, and of the one that stands now.
    pub fits: Vec<(Option<u32>, Option<u32>)>,
}

impl Quick {
    /// How many mentees have a mentor.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.partners.iter().flatten().count()
    }
}

/// Proposes the best pairs by `rules`, beside those that stand `now` (each mentee's mentor). The plan is as good as
/// [`super::question::propose`]'s.
///
/// # Errors
/// As [`super::question::propose`]; `Conflict` when the worst-off shall be raised among too many people for that.
pub fn quick(asked: &Asked<'_>, rules: &Rules, now: &[Option<usize>]) -> Result<Quick> {
    let work = Work::new(asked, rules);
    let many = asked.mentors.len().saturating_mul(asked.mentees.len()) > WRITTEN_DOWN;
    let plan = match many.then(|| work.profiles()).transpose()?.flatten() {
        Some(people) => profiles::propose(&people, 2).map_err(Error::internal)?,
        None => solve(&work.question()?.0, rules)?.plan,
    };
    Ok(work.beside(&plan, now))
}

impl Work<'_> {
    fn beside(&self, plan: &Plan, now: &[Option<usize>]) -> Quick {
        let mentees = self.asked.mentees.len();
        let score = |mentee: usize, mentor: Option<usize>| mentor.map(|mentor| self.scale.score(mentor, mentee));
        let partners: Vec<Option<usize>> =
            (0..mentees).map(|mentee| plan.mentor_of(mentee as u32).map(|mentor| mentor as usize)).collect();
        let now = |mentee: usize| now.get(mentee).copied().flatten();
        let fit = |score: Option<i64>| score.map(|score| self.scale.fit(score));
        Quick {
            total: self.scale.fit(plan.score()),
            total_now: self.scale.fit((0..mentees).filter_map(|mentee| score(mentee, now(mentee))).sum()),
            fits: (0..mentees).map(|at| (fit(score(at, partners[at])), fit(score(at, now(at))))).collect(),
            partners,
        }
    }

    /// The question by people's answers; none where the engine takes it only pair by pair.
    fn profiles(&self) -> Result<Option<Profiles>> {
        let first = match self.rules.first {
            rules::First::Count => First::Count,
            rules::First::Total => First::Total,
            // Some fifty times the work, pair by pair.
            rules::First::WorstOff => return Err(Error::conflict("what-if-too-many")),
        };
        let Some((mut criteria, [mut mentees, mut mentors])) = self.scale.profiles() else { return Ok(None) };
        if self.rules.different_workplace {
            criteria.push(Criterion::Apart);
            let place = |number: &u32| if *number == 0 { Answer::None } else { Answer::Word(*number) };
            mentees.iter_mut().zip(&self.mentee_places).for_each(|(one, number)| one.push(place(number)));
            mentors.iter_mut().zip(&self.mentor_places).for_each(|(one, number)| one.push(place(number)));
        }
        let places = self.asked.mentors.iter().map(|mentor| mentor.places).collect();
        let Ok(people) = Profiles::new(criteria, &mentees, &mentors, places) else { return Ok(None) };
        let mut people = people.first(first).minimum(self.least);
        let Asked { never, apart, together, met_before, .. } = self.asked;
        let again = met_before.iter().filter(|two| !together.contains(two) && self.are_not_paired_again(**two));
        for &(mentor, mentee) in never.keys().chain(apart).chain(again) {
            people = people.forbid(mentee as u32, mentor as u32).map_err(Error::internal)?;
        }
        for &two in together {
            if self.bar(two, self.scale.score(two.0, two.1)).is_none() {
                let locked = people.lock(two.1 as u32, two.0 as u32);
                people = locked.map_err(|_| Error::conflict("wish-too-many"))?;
            }
        }
        Ok(Some(people))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::bar::Bar;
    use crate::proposal::question::Candidate;
    use crate::round::rules::{Answers, Criterion, Percent, Weight};

    fn rules() -> Rules {
        let ladder = ["a", "b", "c", "d", "e", "f"].map(String::from).into();
        let criteria = vec![
            Criterion::Same { heading: "nation".into(), weight: Weight::of(1) },
            Criterion::Different { heading: "sector".into(), weight: Weight::of(2) },
            Criterion::Overlap { offers: "offers".into(), wants: "wants".into(), weight: Weight::of(3) },
            Criterion::Ahead { heading: "grade".into(), ladder, least: 1, most: 2, weight: Weight::of(2) },
        ];
        Rules { criteria, least_fit: Percent(20), ..Rules::default() }
    }

    /// People with answers of all kinds, and some who left them empty.
    fn people(count: usize, step: usize) -> Vec<(String, Answers)> {
        let pick = |at: usize, words: &[&str]| words[at % words.len()].to_owned();
        let lists = ["budgets; people", "people", "law; art; budgets", "", "art; law", "listening; people; law"];
        let person = |at: usize| {
            let at = at * step + at / 7;
            let answers = [
                ("nation", pick(at, &["wales", "england", "", "ni"])),
                ("sector", pick(at / 2, &["school", "music", "library"])),
                ("offers", pick(at / 3, &lists)),
                ("wants", pick(at / 5 + 1, &lists)),
                ("grade", pick(at / 4, &["a", "b", "c", "d", "e", "f", "z"])),
            ];
            let answers = answers.into_iter().map(|(heading, answer)| (heading.to_owned(), answer)).collect();
            (pick(at / 3, &["Conwy", "Powys", "", "Gwent", "Neath"]), answers)
        };
        (0..count).map(person).collect()
    }

    fn side(people: &[(String, Answers)]) -> Vec<Candidate<'_>> {
        let places = |at: usize| [1, 1, 2, 0][at % 4];
        let one = |(at, (place, answers))| Candidate { workplace: Some(place), places: places(at), answers };
        people.iter().map(|(place, answers)| (place.as_str(), answers)).enumerate().map(one).collect()
    }

    #[test]
    fn from_profiles_it_is_as_good_as_pair_by_pair() {
        let (mentors, mentees) = (people(30, 3), people(40, 5));
        let mut asked = Asked { mentors: side(&mentors), mentees: side(&mentees), ..Asked::default() };
        asked.never.extend([((0, 0), Bar::Evaluates), ((5, 9), Bar::SaidNo)]);
        asked.apart.insert((1, 3));
        asked.together.insert((2, 7));
        asked.met_before.extend([(2, 7), (4, 11)]);
        for first in [rules::First::Count, rules::First::Total] {
            let rules = Rules { first, ..rules() };
            let work = Work::new(&asked, &rules);
            let (one, other) = (work.question().unwrap().0, work.profiles().unwrap().unwrap());
            let written = solve(&one, &rules).unwrap().plan;
            let scored = profiles::propose(&other, 1).unwrap();
            assert_eq!(profiles::verify(&other, &scored), Ok(()));
            assert_eq!((scored.placed(), scored.score()), (written.placed(), written.score()), "{first}");
            for mentee in 0..40 {
                for mentor in 0..30 {
                    let ours = work.scale.score(mentor, mentee);
                    let bar = work.bar((mentor, mentee), ours);
                    let theirs = other.score_of(mentee as u32, mentor as u32);
                    // A mentor without a place, and the least fit, are told the engine by other words.
                    let never = bar.is_some_and(|bar| !matches!(bar, Bar::NoPlace | Bar::LowFit));
                    assert_eq!(theirs, (!never).then_some(ours), "{mentor} {mentee}");
                }
            }
        }
    }

    #[test]
    fn what_stands_now_is_counted_by_the_same_rules() {
        let (mentors, mentees) = (people(6, 3), people(6, 5));
        let asked = Asked { mentors: side(&mentors), mentees: side(&mentees), ..Asked::default() };
        let rules = Rules { least_fit: Percent(0), ..rules() };
        let first = quick(&asked, &rules, &[]).unwrap();
        assert_eq!(first.total_now, 0);
        let again = quick(&asked, &rules, &first.partners).unwrap();
        assert_eq!((again.total_now, again.total), (first.total, first.total));
        assert!(again.fits.iter().all(|(one, now)| one == now) && again.placed() > 0);
    }
}
