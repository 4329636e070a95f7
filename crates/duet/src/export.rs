//! Exports: a round's people, pairs and counts of sessions as spreadsheets, to take out. Typed cells, and no formula from
//! anybody's words (`kit::table`).

pub mod access;
pub mod page;
pub mod sheets;
pub mod store;

use kit::clock::Day;

/// Days on which sessions were held: how many, and how long they were together.
#[derive(Clone, Debug)]
pub struct Held {
    /// The day.
    pub held_on: Day,
    /// How many sessions.
    pub sessions: i64,
    /// Their length in minutes.
    pub minutes: i64,
}

/// The sessions of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub begins_on: Day,
    /// How many sessions.
    pub sessions: i64,
    /// Their length in minutes.
    pub minutes: i64,
}

/// Days gathered into months, in order: each month that had a session.
#[must_use]
pub fn months(days: &[Held]) -> Vec<Month> {
    let mut found = std::collections::BTreeMap::new();
    for day in days {
        let month = found.entry(day.held_on.first_of_month()).or_insert((0, 0));
        *month = (month.0 + day.sessions, month.1 + day.minutes);
    }
    found.into_iter().map(|(begins_on, (sessions, minutes))| Month { begins_on, sessions, minutes }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_gathered_into_months() {
        let day = |on, sessions| Held { held_on: on, sessions, minutes: sessions * 60 };
        let found = months(&[day(date(2026, 3, 31), 1), day(date(2026, 4, 1), 2), day(date(2026, 3, 1), 1)]);
        let month = |on, sessions| Month { begins_on: on, sessions, minutes: sessions * 60 };
        assert_eq!(found, [month(date(2026, 3, 1), 2), month(date(2026, 4, 1), 2)]);
    }
}
