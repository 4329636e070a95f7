//! Ids: version 7 UUIDs (RFC 9562), one type for each kind of thing, so that they cannot be mixed up.

pub use uuid::Uuid;

use crate::clock::Instant;
use crate::random::Random;

/// A fresh version 7 UUID: its first 48 bits are the millisecond and the next 12 the part of it (RFC 9562, section
/// 6.2, method 3), so rows come in the order they were made; the rest is chance.
#[must_use]
pub fn fresh(now: Instant, random: &Random) -> Uuid {
    let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or(0);
    let part = now.as_microsecond().rem_euclid(1000) * 4096 / 1000;
    let mut rest = random.bytes::<10>();
    [rest[0], rest[1]] = [(part >> 8) as u8, part as u8];
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &rest).into_uuid()
}

/// Declares id types: `id! { /// A person's. pub PersonId; }`.
#[macro_export]
macro_rules! id {
    ($($(#[$doc:meta])* $vis:vis $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        $vis struct $name(pub $crate::id::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl From<$crate::id::Uuid> for $name {
            fn from(id: $crate::id::Uuid) -> Self {
                $name(id)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name).map_err(|_| $crate::Error::NotFound)
            }
        }

        impl $crate::db::Bind for $name {
            fn value(&self) -> $crate::db::Value<'_> {
                $crate::db::Value::Id(self.0)
            }
        }

        impl $crate::db::Take for $name {
            const KIND: $crate::db::Kind = $crate::db::Kind::Id;
            fn take(cell: $crate::db::Cell<'_>) -> Result<Self, $crate::db::Mismatch> {
                <$crate::id::Uuid as $crate::db::Take>::take(cell).map($name)
            }
        }
    )+};
}

id! {
    /// Which organisation's data a handle may touch: the tenant.
    pub OrganisationId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_in_the_order_of_their_microseconds() {
        let start: Instant = "2026-11-22T09:00:00.000998Z".parse().unwrap();
        let random = Random::seeded(7);
        let ids: Vec<Uuid> = (0..2000)
            .map(|micro| fresh(Instant::from_microsecond(start.as_microsecond() + micro).unwrap(), &random))
            .collect();
        assert!(ids.is_sorted());
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
        assert_ne!(fresh(start, &random), fresh(start, &random), "two of one moment differ");
    }
}
