//! Whose time is over: what people are told promises that their details go so many months after their last round. Nothing
//! goes by itself; an administrator is shown who it is, a month ahead, and decides.

use kit::Result;
use kit::clock::Day;
use kit::db::{Read, Tx};

use super::store;
use crate::notice::{self, USUAL_MONTHS};

/// How many days before their time is over somebody is listed.
pub const AHEAD: i64 = 30;

/// By which last day of a last round somebody is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many months people are told.
    pub months: i64,
    /// Whose last round ended before this day, their time is over.
    pub over: Day,
    /// Whose ended before this day, theirs is within [`AHEAD`] days.
    pub soon: Day,
}

impl Cut {
    /// As it is on a day, with so many months.
    #[must_use]
    pub fn on(today: Day, months: i64) -> Cut {
        let back = |day: Day| day.saturating_sub(jiff::Span::new().months(months));
        Cut { months, over: back(today), soon: back(today.saturating_add(jiff::Span::new().days(AHEAD))) }
    }

    /// As it is today, by what the organisation tells people.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub fn today(c: &mut Read<'_>) -> Result<Cut> {
        let months = notice::store::newest(c)?.map_or(USUAL_MONTHS, |notice| notice.months);
        Ok(Cut::on(c.today(), months))
    }
}

/// Works out anew whose time is over, or is soon, from the rounds that everybody took part in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn look(tx: &mut Tx<'_>) -> Result<()> {
    let cut = Cut::today(tx)?;
    store::find_due(tx, cut.soon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_back_from_today_and_from_a_month_ahead() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let cut = Cut::on(day("2026-11-03"), 24);
        assert_eq!((cut.over, cut.soon), (day("2024-11-03"), day("2024-12-03")));
        // A round that ended on the last of February is over for a year on the first of March, not before.
        assert!(day("2025-02-28") >= Cut::on(day("2026-02-28"), 12).over);
        assert!(day("2025-02-28") < Cut::on(day("2026-03-01"), 12).over);
        assert!(Cut::on(day("2026-03-31"), 1).over <= day("2026-02-28"), "a short month ends early, never late");
    }
}
