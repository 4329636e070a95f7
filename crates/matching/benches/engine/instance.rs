//! Invented questions of any size, the same ones every time, of the kinds that mentoring schemes and the field's
//! benchmarks have.

use std::collections::BTreeSet;

/// What scores are like, and who is allowed with whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// Scores anywhere from 1 to a million, anybody with anybody.
    Uniform,
    /// A mentoring form's scores, in steps of 5: many ties.
    Form,
    /// A form's scores, and partners only within a cluster (a site and profession, say) of some ninety people.
    Clusters,
    /// Points on a plane: partners are the nearest, and the nearer the better.
    Plane,
}

impl Family {
    /// The family of this name.
    pub(crate) fn named(name: &str) -> Option<Family> {
        match name {
            "uniform" => Some(Family::Uniform),
            "form" => Some(Family::Form),
            "clusters" => Some(Family::Clusters),
            "plane" => Some(Family::Plane),
            _ => None,
        }
    }
}

/// Two people who may be together, and the score.
pub(crate) type Scored = (u32, u32, i64);

/// How many possible partners somebody has, about.
const OPTIONS: usize = 20;
const CLUSTER: usize = 90;
const MILLION: f64 = 1e6;

/// Mentees to mentors: two thirds mentees, every mentor with one to three places.
#[derive(Debug)]
pub(crate) struct Scheme {
    pub(crate) capacities: Vec<u32>,
    pub(crate) pairs: Vec<Scored>,
}

/// A scheme of so many people.
pub(crate) fn scheme(family: Family, people: usize) -> Scheme {
    let mut dice = Dice::of(1, family, people);
    let mentees = people * 2 / 3;
    let mentors = people - mentees;
    let clusters = (people / CLUSTER).max(1);
    let (seekers, givers) = (dice.forms(mentees), dice.forms(mentors));
    let [seats, places] = [dice.points(mentees), dice.points(mentors)];
    let mut by_cluster = vec![Vec::new(); clusters];
    for mentor in 0..mentors {
        by_cluster[dice.below(clusters)].push(mentor);
    }
    let mut pairs = Vec::new();
    for mentee in 0..mentees {
        let options = match family {
            Family::Clusters => dice.some_of(&by_cluster[mentee % clusters]),
            Family::Plane => nearest(seats[mentee], &places, OPTIONS),
            Family::Uniform | Family::Form => (0..OPTIONS.min(mentors)).map(|_| dice.below(mentors)).collect(),
        };
        for mentor in BTreeSet::from_iter(options) {
            let score = match family {
                Family::Uniform => 1 + dice.below(1_000_000) as i64,
                Family::Plane => closeness(seats[mentee], places[mentor]),
                Family::Form | Family::Clusters => seekers[mentee].score(&givers[mentor]) + 1,
            };
            pairs.push((mentee as u32, mentor as u32, score));
        }
    }
    Scheme { capacities: (0..mentors).map(|_| 1 + dice.below(3) as u32).collect(), pairs }
}

/// One pool of so many people, each with about twenty possible partners.
pub(crate) fn pool(family: Family, people: usize) -> Vec<Scored> {
    let mut dice = Dice::of(2, family, people);
    let forms = dice.forms(people);
    let points = dice.points(people);
    let clusters = (people / CLUSTER).max(1);
    let mut both = BTreeSet::new();
    for one in 0..people {
        let others: Vec<usize> = match family {
            Family::Plane => nearest(points[one], &points, OPTIONS / 2 + 6),
            Family::Clusters => {
                let size = (people - one % clusters).div_ceil(clusters);
                (0..OPTIONS / 2).map(|_| dice.below(size) * clusters + one % clusters).collect()
            }
            Family::Uniform | Family::Form => (0..OPTIONS / 2).map(|_| dice.below(people)).collect(),
        };
        both.extend(others.into_iter().filter(|&other| other != one).map(|other| (one.min(other), one.max(other))));
    }
    let score = |(one, other): (usize, usize)| match family {
        Family::Uniform => 1 + dice.below(1_000_000) as i64,
        Family::Plane => closeness(points[one], points[other]),
        Family::Form | Family::Clusters => forms[one].score(&forms[other]) + 1,
    };
    let keys: Vec<(usize, usize)> = both.into_iter().collect();
    let scores: Vec<i64> = keys.iter().copied().map(score).collect();
    keys.into_iter().zip(scores).map(|((one, other), score)| (one as u32, other as u32, score)).collect()
}

/// A full square of costs, row after row, to be made small.
pub(crate) fn square(family: Family, size: usize) -> Vec<i32> {
    let mut dice = Dice::of(3, family, size);
    let [forms, others] = [dice.forms(size), dice.forms(size)];
    let [points, ends] = [dice.points(size), dice.points(size)];
    let mut cells = Vec::with_capacity(size * size);
    for row in 0..size {
        cells.extend((0..size).map(|column| match family {
            Family::Uniform => 1 + dice.below(1_000_000) as i32,
            Family::Plane => (MILLION as i64 - closeness(points[row], ends[column])) as i32,
            Family::Form | Family::Clusters => 100 - forms[row].score(&others[column]) as i32,
        }));
    }
    cells
}

/// Needs and offers of hours, and where they may go.
#[derive(Debug)]
pub(crate) struct Hours {
    pub(crate) needs: Vec<u32>,
    pub(crate) offers: Vec<u32>,
    pub(crate) ways: Vec<Scored>,
}

/// Hours among so many people: each has one or two needs and one to three offers, of a skill each.
pub(crate) fn hours(family: Family, people: usize) -> Hours {
    let mut dice = Dice::of(5, family, people);
    let skills = (people / 25).max(20);
    let mut by_skill = vec![Vec::new(); skills];
    let (mut needs, mut offers, mut wanted) = (Vec::new(), Vec::new(), Vec::new());
    for person in 0..people {
        for _ in 0..1 + dice.below(2) {
            wanted.push((person, dice.skill(skills)));
            needs.push(1 + dice.below(5) as u32);
        }
        for _ in 0..1 + dice.below(3) {
            by_skill[dice.skill(skills)].push((offers.len(), person));
            offers.push(1 + dice.below(6) as u32);
        }
    }
    let mut ways = Vec::new();
    for (need, (person, skill)) in wanted.into_iter().enumerate() {
        let others: Vec<usize> =
            by_skill[skill].iter().filter(|offer| offer.1 != person).map(|offer| offer.0).collect();
        for offer in BTreeSet::from_iter(dice.some_of(&others)) {
            ways.push((need as u32, offer as u32, dice.score(family)));
        }
    }
    Hours { needs, offers, ways }
}

/// Gifts among so many people: of thirty skills each needs one or two and offers one or two others.
pub(crate) fn gifts(family: Family, people: usize) -> Vec<Scored> {
    let mut dice = Dice::of(6, family, people);
    let mut some = |_| (0..1 + dice.below(2)).fold(0u32, |skills, _| skills | 1 << dice.skill(30));
    let needs: Vec<u32> = (0..people).map(&mut some).collect();
    let offers: Vec<u32> = (0..people).map(&mut some).collect();
    let mut gifts = Vec::new();
    for giver in 0..people {
        for taker in (0..people).filter(|&taker| taker != giver) {
            if offers[giver] & !needs[giver] & needs[taker] != 0 {
                gifts.push((giver as u32, taker as u32, dice.score(family)));
            }
        }
    }
    gifts
}

/// How different every two of so many people are, for every two in each order.
pub(crate) fn distances(family: Family, people: usize) -> Vec<i64> {
    let mut dice = Dice::of(4, family, people);
    let (forms, points) = (dice.forms(people), dice.points(people));
    let mut cells = vec![0; people * people];
    for one in 0..people {
        for other in one + 1..people {
            let distance = match family {
                Family::Uniform => dice.below(100_001) as i64,
                Family::Plane => (MILLION as i64 - closeness(points[one], points[other])) / 10,
                Family::Form | Family::Clusters => 100 - forms[one].score(&forms[other]),
            };
            cells[one * people + other] = distance;
            cells[other * people + one] = distance;
        }
    }
    cells
}

/// What somebody filled in: five topics of sixty, and four more answers.
#[derive(Debug)]
struct Form {
    topics: u64,
    place: usize,
    seniority: usize,
    pattern: usize,
    sector: usize,
}

impl Form {
    /// From 0 to 100 in steps of 5.
    fn score(&self, other: &Form) -> i64 {
        let shared = 10 * i64::from((self.topics & other.topics).count_ones());
        let step = match other.seniority.checked_sub(self.seniority) {
            Some(0) => 5,
            Some(1 | 2) => 15,
            _ => 0,
        };
        let points = |same: bool, worth: i64| if same { worth } else { 0 };
        let place = points(self.place == other.place, 20);
        let rest = points(self.pattern == other.pattern, 10) + points(self.sector == other.sector, 5);
        (shared + step + place + rest).min(100)
    }
}

type Point = (f64, f64);

fn distance((x, y): Point, (to_x, to_y): Point) -> f64 {
    ((x - to_x) * (x - to_x) + (y - to_y) * (y - to_y)).sqrt()
}

/// From 0, for the ends of the plane, to a million.
fn closeness(from: Point, to: Point) -> i64 {
    (MILLION * (1.0 - distance(from, to) / std::f64::consts::SQRT_2)) as i64
}

fn nearest(from: Point, points: &[Point], count: usize) -> Vec<usize> {
    let mut all: Vec<(i64, usize)> = points.iter().enumerate().map(|(at, &to)| (-closeness(from, to), at)).collect();
    let count = count.min(all.len());
    if count > 0 {
        all.select_nth_unstable(count - 1);
    }
    all[..count].iter().map(|&(_, at)| at).collect()
}

/// Seeded dice (SplitMix64): the same questions on every machine.
#[derive(Debug)]
struct Dice(u64);

impl Dice {
    fn of(kind: u64, family: Family, size: usize) -> Dice {
        Dice(kind << 48 | (family as u64) << 40 | size as u64)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, sides: usize) -> usize {
        ((u128::from(self.roll()) * sides as u128) >> 64) as usize
    }

    /// From 1 to a million, or in steps of 5 to 100.
    fn score(&mut self, family: Family) -> i64 {
        if family == Family::Uniform { 1 + self.below(1_000_000) as i64 } else { 5 + 5 * self.below(20) as i64 }
    }

    /// One of so many skills, the first of them the most popular.
    fn skill(&mut self, skills: usize) -> usize {
        let weight = |skill: usize| 1.0 / (5 + skill) as f64;
        let mut left = self.share() * (0..skills).map(weight).sum::<f64>();
        let found = (0..skills).position(|skill| {
            left -= weight(skill);
            left < 0.0
        });
        found.unwrap_or(0)
    }

    fn share(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn points(&mut self, count: usize) -> Vec<Point> {
        (0..count).map(|_| (self.share(), self.share())).collect()
    }

    /// Topics are as popular as one over their number.
    fn forms(&mut self, count: usize) -> Vec<Form> {
        let popularity: Vec<f64> = (1..=60).map(|topic| 1.0 / f64::from(topic)).collect();
        let all: f64 = popularity.iter().sum();
        let topic = |dice: &mut Dice| {
            let mut left = dice.share() * all;
            popularity
                .iter()
                .position(|&part| {
                    left -= part;
                    left < 0.0
                })
                .unwrap_or(0)
        };
        let mut form = |_| {
            let mut topics = 0u64;
            while topics.count_ones() < 5 {
                topics |= 1 << topic(self);
            }
            let [place, seniority, pattern, sector] = [12, 7, 3, 15].map(|sides| self.below(sides));
            Form { topics, place, seniority, pattern, sector }
        };
        (0..count).map(&mut form).collect()
    }

    /// At most twenty of these.
    fn some_of(&mut self, all: &[usize]) -> Vec<usize> {
        if all.len() <= OPTIONS { all.to_vec() } else { (0..OPTIONS).map(|_| all[self.below(all.len())]).collect() }
    }
}
