//! How different people are: one whole number for every two, given or worked out from their answers.

use super::Refusal;

/// The most people one question may have: their distances then take one gigabyte.
const MOST_PEOPLE: usize = 1 << 14;

/// The largest single distance; [`super::Question::new`] is stricter when groups are large.
const FARTHEST: i64 = 1 << 26;

/// The distance between every two of some people, in whole units.
///
/// Whole, so that sums are exact and the same question gets the same groups on every machine: distances with decimals
/// are counted in units of the last decimal, see [`Distances::decimal`]. Memory is 4 bytes for every ordered two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distances {
    people: usize,
    cells: Vec<i32>,
    decimals: u32,
}

/// What one question of a form adds to the distance of two people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Each person's answer, as a number of the caller's choice.
    pub answers: Vec<u32>,
    /// How much the answers of two people count.
    pub weight: u32,
    /// Whether they count when different or when the same.
    pub counts: Counts,
}

/// When two answers add to the distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Counts {
    /// When they differ: groups become diverse in it.
    #[default]
    Different,
    /// When they agree: groups gather around it, as a wished-for common focus. For one that must be shared, see
    /// [`super::Question::focus`].
    Same,
}

impl Distances {
    /// Takes distances in whole units: row after row, one cell for every two people in each order.
    ///
    /// Errors: not `people` times `people` cells, a distance below 0 or above 2²⁶, two that are not the same in both
    /// orders, a person at a distance from herself, or more than 2¹⁴ people. Cost: O(n²).
    ///
    /// ```
    /// use matching::group::{Distances, Refusal};
    ///
    /// assert_eq!(Distances::whole(2, &[0, 5, 5, 0])?.between(0, 1), Some(5));
    /// assert_eq!(Distances::whole(2, &[0, 5, 4, 0]), Err(Refusal::Lopsided { first: 0, second: 1 }));
    /// # Ok::<(), Refusal>(())
    /// ```
    pub fn whole(people: usize, cells: &[i64]) -> Result<Distances, Refusal> {
        Distances::read(people, cells.len(), 0, |at| cells.get(at).copied())
    }

    /// Takes distances with decimals, rounded to `decimals` of them, half away from zero.
    ///
    /// All values, bounds and costs are then counted in units of the last decimal: with 3 decimals, 1.5 is 1500.
    ///
    /// Errors: as [`Distances::whole`], and a distance that is no number, or more than 9 decimals. Cost: O(n²).
    ///
    /// ```
    /// use matching::group::{Distances, Refusal};
    ///
    /// assert_eq!(Distances::decimal(2, &[0.0, 1.2345, 1.2345, 0.0], 2)?.between(0, 1), Some(123));
    /// let unknown = [0.0, f64::NAN, f64::NAN, 0.0];
    /// assert_eq!(Distances::decimal(2, &unknown, 2), Err(Refusal::NotANumber { first: 0, second: 1 }));
    /// # Ok::<(), Refusal>(())
    /// ```
    pub fn decimal(people: usize, cells: &[f64], decimals: u32) -> Result<Distances, Refusal> {
        if decimals > 9 {
            return Err(Refusal::TooManyDecimals);
        }
        let unit = f64::from(10u32.pow(decimals));
        // Beyond the range of i64 the conversion stops at its ends, which are refused as too far or negative.
        let units = |cell: f64| cell.is_finite().then(|| (cell * unit).round() as i64);
        Distances::read(people, cells.len(), decimals, |at| cells.get(at).copied().and_then(units))
    }

    /// Works the distances out from people's answers: the sum of the weights of the attributes that count.
    ///
    /// Errors: an attribute without exactly one answer for each person, weights adding up to more than 2²⁶, or more
    /// than 2¹⁴ people. Cost: O(n² · attributes).
    ///
    /// ```
    /// use matching::group::{Attribute, Counts, Distances};
    ///
    /// let site = Attribute { answers: vec![1, 1, 2], weight: 30, counts: Counts::Different };
    /// let wish = Attribute { answers: vec![7, 8, 7], weight: 50, counts: Counts::Same };
    /// let distances = Distances::of_answers(3, &[site, wish])?;
    /// assert_eq!((distances.between(0, 1), distances.between(0, 2)), (Some(0), Some(80)));
    /// # Ok::<(), matching::group::Refusal>(())
    /// ```
    pub fn of_answers(people: usize, attributes: &[Attribute]) -> Result<Distances, Refusal> {
        if people > MOST_PEOPLE {
            return Err(Refusal::TooMany);
        }
        if let Some(odd) = attributes.iter().find(|attribute| attribute.answers.len() != people) {
            return Err(Refusal::WrongLength { answers: odd.answers.len(), people });
        }
        let sum = attributes.iter().try_fold(0i64, |sum, attribute| sum.checked_add(i64::from(attribute.weight)));
        if sum.is_none_or(|sum| sum > FARTHEST) {
            return Err(Refusal::TooLarge);
        }
        let mut cells = vec![0i32; people * people];
        for Attribute { answers, weight, counts } in attributes {
            for (person, row) in cells.chunks_exact_mut(people.max(1)).enumerate() {
                for (other, cell) in row.iter_mut().enumerate() {
                    let counted = (answers[person] == answers[other]) == (*counts == Counts::Same);
                    // The sum of all weights was found to fit.
                    *cell += if counted && person != other { *weight as i32 } else { 0 };
                }
            }
        }
        Ok(Distances { people, cells, decimals: 0 })
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> usize {
        self.people
    }

    /// How many decimals stand behind the point of a unit's count; 0 for whole distances and answers.
    #[must_use]
    pub fn decimals(&self) -> u32 {
        self.decimals
    }

    /// The distance of the two in units, or `None` for somebody unknown.
    #[must_use]
    pub fn between(&self, first: u32, second: u32) -> Option<i64> {
        let known = (first as usize) < self.people && (second as usize) < self.people;
        known.then(|| i64::from(self.row(first as usize)[second as usize]))
    }

    /// One person's distances to everybody.
    pub(super) fn row(&self, person: usize) -> &[i32] {
        &self.cells[person * self.people..(person + 1) * self.people]
    }

    pub(super) fn farthest(&self) -> i64 {
        self.cells.iter().copied().max().map_or(0, i64::from)
    }

    fn read(
        people: usize,
        given: usize,
        decimals: u32,
        cell: impl Fn(usize) -> Option<i64>,
    ) -> Result<Distances, Refusal> {
        if people > MOST_PEOPLE {
            return Err(Refusal::TooMany);
        }
        if given != people * people {
            return Err(Refusal::NotSquare { cells: given, people });
        }
        let mut cells = vec![0i32; given];
        for at in 0..given {
            let (row, column) = (at / people, at % people);
            let (first, second) = (row.min(column) as u32, row.max(column) as u32);
            let distance = cell(at).ok_or(Refusal::NotANumber { first, second })?;
            if distance < 0 {
                return Err(Refusal::Negative { first, second });
            }
            if row == column && distance != 0 {
                return Err(Refusal::FarFromSelf { person: first });
            }
            if row > column && i64::from(cells[column * people + row]) != distance {
                return Err(Refusal::Lopsided { first, second });
            }
            if distance > FARTHEST {
                return Err(Refusal::TooLarge);
            }
            cells[at] = distance as i32;
        }
        Ok(Distances { people, cells, decimals })
    }
}
