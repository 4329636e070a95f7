//! Time, through a seam: the program reads the system's clock, tests and the demo set their own.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, Unit};

/// A calendar day, without a time or a zone.
pub type Day = jiff::civil::Date;
/// A moment, in UTC, to the microsecond (what both databases keep).
pub type Instant = Timestamp;

/// Tells the time. Cheap to clone; clones of a set clock move together.
#[derive(Clone, Debug)]
pub struct Clock {
    source: Source,
    zone: TimeZone,
}

#[derive(Clone, Debug)]
enum Source {
    System,
    /// The system's, so many days ahead.
    Ahead(Arc<AtomicI64>),
    Set(Arc<Mutex<Instant>>),
}

impl Clock {
    /// The system's clock, with days as they are in the named zone (`Europe/London`); UTC if the
    /// zone is unknown.
    #[must_use]
    pub fn system(zone: &str) -> Clock {
        Clock { source: Source::System, zone: zone_named(zone) }
    }

    /// A clock that stands still at `now` until [`Clock::set`] moves it.
    #[must_use]
    pub fn set_to(now: Instant, zone: &str) -> Clock {
        Clock { source: Source::Set(Arc::new(Mutex::new(in_microseconds(now)))), zone: zone_named(zone) }
    }

    /// The system's clock, which can be put days ahead: for the demo. Clones move together.
    #[must_use]
    pub fn movable(zone: &str) -> Clock {
        Clock { source: Source::Ahead(Arc::default()), zone: zone_named(zone) }
    }

    /// Puts a movable clock so many days ahead of the system's, and runs on from there. Any other stays as it is.
    pub fn put_ahead(&self, days: i64) {
        if let Source::Ahead(ahead) = &self.source {
            ahead.store(days, Ordering::Relaxed);
        }
    }

    /// The clock that a movable one is ahead of. Of any other, itself.
    #[must_use]
    pub fn real(&self) -> Clock {
        let source = if let Source::Ahead(_) = self.source { Source::System } else { self.source.clone() };
        Clock { source, zone: self.zone.clone() }
    }

    /// The moment now.
    #[must_use]
    pub fn now(&self) -> Instant {
        match &self.source {
            Source::System => in_microseconds(Timestamp::now()),
            Source::Ahead(days) => {
                let now = in_microseconds(Timestamp::now());
                // So many midnights on: a day on which the clocks change is one day too.
                let later = now.to_zoned(self.zone.clone()).checked_add(Span::new().days(days.load(Ordering::Relaxed)));
                later.map_or(now, |later| later.timestamp())
            }
            Source::Set(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// The day it is in the clock's zone.
    #[must_use]
    pub fn today(&self) -> Day {
        self.day_of(self.now())
    }

    /// The day a moment falls on in the clock's zone.
    #[must_use]
    pub fn day_of(&self, at: Instant) -> Day {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The time of day of a moment in the clock's zone, as `14:05`.
    #[must_use]
    pub fn time_of(&self, at: Instant) -> String {
        let time = at.to_zoned(self.zone.clone()).time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// The next moment after `after` at which it is this full hour in the clock's zone; a day later, when the zone knows
    /// no such hour.
    #[must_use]
    pub fn next_at(&self, after: Instant, hour: i8) -> Instant {
        let today = self.day_of(after);
        let on = |day: Day| Some(day.at(hour, 0, 0, 0).to_zoned(self.zone.clone()).ok()?.timestamp());
        let days = [Some(today), today.tomorrow().ok()];
        days.into_iter().flatten().filter_map(on).find(|at| *at > after).unwrap_or_else(|| days_later(after, 1))
    }

    /// Moves a set clock to `now`. The system's clock cannot be moved: nothing happens.
    pub fn set(&self, now: Instant) {
        if let Source::Set(at) = &self.source {
            *at.lock().unwrap_or_else(PoisonError::into_inner) = in_microseconds(now);
        }
    }

    /// Moves a set clock to ten in the morning of `day`.
    pub fn set_day(&self, day: Day) {
        if let Ok(at) = day.at(10, 0, 0, 0).to_zoned(self.zone.clone()) {
            self.set(at.timestamp());
        }
    }
}

/// A moment `days` later (earlier when negative); the same moment when that leaves the calendar.
#[must_use]
pub fn days_later(at: Instant, days: i64) -> Instant {
    at.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(at)
}

/// A moment `minutes` later (earlier when negative); the same moment when that leaves the calendar.
#[must_use]
pub fn minutes_later(at: Instant, minutes: i64) -> Instant {
    at.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(at)
}

/// Minutes as hours with at most one decimal: `1.5`.
#[must_use]
pub fn hours(minutes: i64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    if tenths % 10 == 0 { format!("{}", tenths / 10) } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

fn in_microseconds(at: Instant) -> Instant {
    at.round(jiff::TimestampRound::new().smallest(Unit::Microsecond).mode(jiff::RoundMode::Trunc)).unwrap_or(at)
}

fn zone_named(zone: &str) -> TimeZone {
    TimeZone::get(zone).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_rounded_to_tenths() {
        assert_eq!(
            [hours(0), hours(60), hours(90), hours(100), hours(57), hours(3)],
            ["0", "1", "1.5", "1.7", "1", "0.1"]
        );
    }

    #[test]
    fn an_hour_comes_once_a_day_where_the_clock_hangs() {
        let clock = Clock::set_to(Instant::UNIX_EPOCH, "Europe/London");
        let next = |after: &str| clock.next_at(after.parse().unwrap(), 17).to_string();
        assert_eq!(next("2026-07-01T15:59:59Z"), "2026-07-01T16:00:00Z");
        assert_eq!(next("2026-07-01T16:00:00Z"), "2026-07-02T16:00:00Z");
        assert_eq!(next("2026-10-24T16:30:00Z"), "2026-10-25T17:00:00Z", "the clocks go back that night");
    }

    #[test]
    fn only_a_movable_clock_is_put_ahead() {
        let (movable, system) = (Clock::movable("Europe/London"), Clock::system("Europe/London"));
        let same = movable.clone();
        for clock in [&movable, &system] {
            clock.put_ahead(72);
        }
        let ahead = |clock: &Clock| clock.now().duration_since(Timestamp::now()).as_hours();
        assert_eq!((ahead(&same) + 1) / 24, 72);
        assert_eq!(ahead(&system), 0);
        same.put_ahead(0);
        assert_eq!(ahead(&movable), 0);
    }

    #[test]
    fn a_day_changes_at_midnight_where_the_clock_hangs() {
        let clock = Clock::set_to("2026-07-01T23:30:00Z".parse().unwrap(), "Europe/London");
        assert_eq!(clock.today().to_string(), "2026-07-02");
        clock.set("2026-12-01T23:30:00Z".parse().unwrap());
        assert_eq!(clock.today().to_string(), "2026-12-01");
    }
}
