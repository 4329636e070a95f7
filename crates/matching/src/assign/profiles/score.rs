//! Answers as columns of numbers, and scores from them: of one pair, plainly, or of one mentee with many mentors at once.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Band, Criterion};

/// The most points all criteria together may give or take.
pub(super) const MOST_POINTS: u64 = 1 << 29;

/// Less than any score: the two are never a pair.
pub(super) const BARRED: i32 = -(1 << 30);

/// The largest number somebody may answer.
const MOST_NUMBER: u32 = 1 << 28;

/// A mentor's missing number: its difference to any number is below every band.
const NO_NUMBER: i32 = -(1 << 30);

/// Differences between two answered numbers lie within this.
const WIDEST: i32 = 1 << 29;

/// The most numbers for which what all mentors bring is written down.
const MOST_RUNGS: usize = 64;

/// Everybody's answers to one criterion.
#[derive(Debug, Clone)]
pub(super) enum Columns {
    /// Word numbers from 1; 0 is no answer.
    Words {
        /// By mentee.
        mentees: Vec<u32>,
        /// By mentor.
        mentors: Vec<u32>,
    },
    /// Lists as bits, 64 entries a layer.
    Lists {
        /// Layer by layer, by mentee.
        mentees: Vec<Vec<u64>>,
        /// Layer by layer, by mentor.
        mentors: Vec<Vec<u64>>,
    },
    /// Numbers.
    Numbers {
        /// By mentee.
        mentees: Vec<Option<i32>>,
        /// By mentor.
        mentors: Vec<i32>,
    },
}

impl Columns {
    /// Everybody's answers to criterion number `at`; `None` if one does not fit it.
    pub(super) fn new(
        criterion: &Criterion,
        mentees: &[Vec<Answer>],
        mentors: &[Vec<Answer>],
        at: usize,
    ) -> Option<Columns> {
        match criterion {
            Criterion::Same { .. } | Criterion::Different { .. } | Criterion::Apart => {
                let mut numbers = BTreeMap::new();
                let mut word = |person: &Vec<Answer>| match person[at] {
                    Answer::None => Some(0),
                    Answer::Word(word) => {
                        let next = numbers.len() as u32 + 1;
                        Some(*numbers.entry(word).or_insert(next))
                    }
                    _ => None,
                };
                let mentees = mentees.iter().map(&mut word).collect::<Option<_>>()?;
                Some(Columns::Words { mentees, mentors: mentors.iter().map(word).collect::<Option<_>>()? })
            }
            Criterion::Shared { .. } | Criterion::Share { .. } => {
                let mut bits = BTreeMap::new();
                for person in mentees.iter().chain(mentors) {
                    match &person[at] {
                        Answer::None => {}
                        Answer::List(entries) => {
                            for &entry in entries {
                                let next = bits.len();
                                bits.entry(entry).or_insert(next);
                            }
                        }
                        _ => return None,
                    }
                }
                let layers = bits.len().div_ceil(64);
                Some(Columns::Lists {
                    mentees: masks(mentees, at, &bits, layers),
                    mentors: masks(mentors, at, &bits, layers),
                })
            }
            Criterion::Steps { .. } => {
                let number = |person: &Vec<Answer>| match person[at] {
                    Answer::None => Some(None),
                    Answer::Number(number) if number.unsigned_abs() <= MOST_NUMBER => Some(Some(number)),
                    _ => None,
                };
                let filled = |person| number(person).map(|number| number.unwrap_or(NO_NUMBER));
                let mentors = mentors.iter().map(filled).collect::<Option<_>>()?;
                Some(Columns::Numbers { mentees: mentees.iter().map(number).collect::<Option<_>>()?, mentors })
            }
        }
    }

    /// The points of one pair; `None` if the two are never a pair.
    pub(super) fn points(&self, criterion: &Criterion, mentee: usize, mentor: usize) -> Option<i32> {
        match (self, criterion) {
            (Columns::Words { mentees, mentors }, criterion) => {
                let (one, other) = (mentees[mentee], mentors[mentor]);
                let (same, answered) = (one == other, one != 0 && other != 0);
                match criterion {
                    Criterion::Apart => (!(same && answered)).then_some(0),
                    Criterion::Same { points } => Some(if same && answered { *points } else { 0 }),
                    Criterion::Different { points } => Some(if !same && answered { *points } else { 0 }),
                    _ => Some(0),
                }
            }
            (Columns::Lists { mentees, mentors }, criterion) => {
                let layers = || mentees.iter().zip(mentors).map(|(wants, has)| (wants[mentee], has[mentor]));
                let met: u32 = layers().map(|(wants, has)| (wants & has).count_ones()).sum();
                match criterion {
                    Criterion::Shared { each, most } => Some(met.min(*most) as i32 * each),
                    Criterion::Share { points } => {
                        let wanted: u32 = layers().map(|(wants, _)| wants.count_ones()).sum();
                        Some(part(*points, met, wanted))
                    }
                    _ => Some(0),
                }
            }
            (Columns::Numbers { mentees, mentors }, Criterion::Steps { bands }) => {
                let (Some(one), other) = (mentees[mentee], mentors[mentor]) else { return Some(0) };
                let ahead = other - one;
                let within = bands.iter().filter(|band| ahead >= -WIDEST && ahead >= band.from && ahead <= band.to);
                Some(within.map(|band| band.points).sum())
            }
            _ => Some(0),
        }
    }

    /// Adds the points of one mentee with mentors from number `from` on, one sum each; a pair that is never one gets [`BARRED`].
    ///
    /// Plain loops over columns without branches, so that the compiler makes vector instructions of them.
    pub(super) fn add(&self, criterion: &Criterion, mentee: usize, from: usize, sums: &mut [i32]) {
        match (self, criterion) {
            (Columns::Words { mentees, mentors }, criterion) => {
                let (mine, theirs) = (mentees[mentee], &mentors[from..from + sums.len()]);
                match *criterion {
                    _ if mine == 0 => {}
                    Criterion::Same { points } => {
                        each(sums, theirs, |sum, word| sum + if word == mine { points } else { 0 });
                    }
                    Criterion::Different { points } => {
                        each(sums, theirs, |sum, word| sum + if (word != mine) & (word != 0) { points } else { 0 });
                    }
                    Criterion::Apart => each(sums, theirs, |sum, word| if word == mine { BARRED } else { sum }),
                    _ => {}
                }
            }
            (Columns::Lists { mentees, mentors }, criterion) => {
                let layers =
                    || mentees.iter().zip(mentors).map(|(wants, has)| (wants[mentee], &has[from..from + sums.len()]));
                let wanted: u32 = layers().map(|(wants, _)| wants.count_ones()).sum();
                match (criterion, mentors.len()) {
                    (&Criterion::Shared { each: points, most }, 1) if most >= wanted => {
                        let (wants, has) = (mentees[0][mentee], &mentors[0][from..from + sums.len()]);
                        each(sums, has, |sum, has| sum + (wants & has).count_ones() as i32 * points);
                    }
                    _ => {
                        let mut met = vec![0; sums.len()];
                        for (wants, has) in layers().filter(|(wants, _)| *wants != 0) {
                            each(&mut met, has, |met, has| met + (wants & has).count_ones());
                        }
                        match *criterion {
                            Criterion::Shared { each: points, most } => {
                                each(sums, &met, |sum, met| sum + met.min(most) as i32 * points);
                            }
                            Criterion::Share { points } => {
                                let parts: Vec<i32> = (0..=wanted).map(|met| part(points, met, wanted)).collect();
                                each(sums, &met, |sum, met| sum + parts[met as usize]);
                            }
                            _ => {}
                        }
                    }
                }
            }
            (Columns::Numbers { mentees, mentors }, Criterion::Steps { bands }) => {
                if let Some(mine) = mentees[mentee] {
                    add_bands(bands, mine, &mentors[from..from + sums.len()], sums);
                }
            }
            _ => {}
        }
    }
}

/// What each mentor brings to a mentee with this number.
pub(super) type Ladder = BTreeMap<i32, Vec<i32>>;

impl Columns {
    /// The points of every mentor for each number that a mentee has: asked once instead of a band at a time for each mentee.
    /// None where it is no criterion of bands, or too few mentees share a number.
    pub(super) fn ladder(&self, criterion: &Criterion) -> Option<Ladder> {
        let (Columns::Numbers { mentees, mentors }, Criterion::Steps { bands }) = (self, criterion) else {
            return None;
        };
        let most = MOST_RUNGS.min(mentees.len() / 4);
        let mut numbers = BTreeSet::new();
        for number in mentees.iter().flatten() {
            if numbers.insert(*number) && numbers.len() > most {
                return None;
            }
        }
        let points = |number: i32| {
            let mut points = vec![0; mentors.len()];
            add_bands(bands, number, mentors, &mut points);
            (number, points)
        };
        Some(numbers.into_iter().map(points).collect())
    }

    /// As [`Columns::add`], from its [`Columns::ladder`].
    pub(super) fn add_from(&self, ladder: &Ladder, mentee: usize, from: usize, sums: &mut [i32]) {
        let Columns::Numbers { mentees, .. } = self else { return };
        if let Some(points) = mentees[mentee].and_then(|number| ladder.get(&number)) {
            each(sums, &points[from..from + sums.len()], |sum, points| sum + points);
        }
    }
}

/// Adds what each mentor's number brings to a mentee with this one.
fn add_bands(bands: &[Band], mine: i32, mentors: &[i32], sums: &mut [i32]) {
    for band in bands {
        let (least, most) = (band.from.max(-WIDEST), band.to.min(WIDEST));
        each(sums, mentors, |sum, theirs| {
            let ahead = theirs - mine;
            sum + if (ahead >= least) & (ahead <= most) { band.points } else { 0 }
        });
    }
}

fn each<S: Copy, T: Copy>(sums: &mut [S], column: &[T], add: impl Fn(S, T) -> S) {
    for (sum, &cell) in sums.iter_mut().zip(column) {
        *sum = add(*sum, cell);
    }
}

/// The part of `points` that `met` of `wanted` is worth, rounded down; nothing if nothing is wanted.
fn part(points: i32, met: u32, wanted: u32) -> i32 {
    let whole = i64::from(points) * i64::from(met);
    whole.checked_div_euclid(i64::from(wanted)).map_or(0, |part| part as i32)
}

fn masks(people: &[Vec<Answer>], at: usize, bits: &BTreeMap<u32, usize>, layers: usize) -> Vec<Vec<u64>> {
    let mut masks = vec![vec![0; people.len()]; layers];
    for (number, person) in people.iter().enumerate() {
        if let Answer::List(entries) = &person[at] {
            for bit in entries.iter().filter_map(|entry| bits.get(entry)) {
                masks[bit / 64][number] |= 1 << (bit % 64);
            }
        }
    }
    masks
}
