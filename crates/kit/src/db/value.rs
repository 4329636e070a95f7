//! Values on their way in ([`Bind`]) and out ([`Take`]), the same for both engines.

use std::borrow::Cow;

use uuid::Uuid;

use crate::clock::{Day, Instant};

/// One bound parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Int(i64),
    /// A real number.
    Real(f64),
    /// A text; also json, as text.
    Text(Cow<'a, str>),
    /// An id.
    Id(Uuid),
    /// A calendar day.
    Day(Day),
    /// A moment.
    Instant(Instant),
    /// Raw bytes.
    Bytes(Cow<'a, [u8]>),
}

impl Value<'_> {
    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Value::Null => Value::Null,
            Value::Flag(flag) => Value::Flag(flag),
            Value::Int(i) => Value::Int(i),
            Value::Real(r) => Value::Real(r),
            Value::Text(text) => Value::Text(text.into_owned().into()),
            Value::Id(id) => Value::Id(id),
            Value::Day(day) => Value::Day(day),
            Value::Instant(at) => Value::Instant(at),
            Value::Bytes(bytes) => Value::Bytes(bytes.into_owned().into()),
        }
    }
}

/// What a column holds, as a row asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `flag`
    Flag,
    /// `bigint`
    Int,
    /// `real`
    Real,
    /// `text` or `json`
    Text,
    /// `id`
    Id,
    /// `day`
    Day,
    /// `instant`
    Instant,
    /// `bytes`
    Bytes,
}

/// One cell of a result, as the engine gives it. SQLite writes ids, days and moments as text.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Int(i64),
    /// A real number.
    Real(f64),
    /// A text.
    Text(&'a str),
    /// An id.
    Id(Uuid),
    /// A calendar day.
    Day(Day),
    /// A moment.
    Instant(Instant),
    /// Raw bytes.
    Bytes(&'a [u8]),
}

/// A column did not hold what the row asks for: the name of what was asked.
#[derive(Debug, thiserror::Error)]
#[error("a column does not hold a {0}")]
pub struct Mismatch(pub &'static str);

/// Can be bound as a parameter.
pub trait Bind {
    /// The value to bind.
    fn value(&self) -> Value<'_>;
}

/// Can be taken out of a cell.
pub trait Take: Sized {
    /// What the column must hold.
    const KIND: Kind;
    /// Whether nothing is an answer too.
    const NULLABLE: bool = false;
    /// Takes it out.
    ///
    /// # Errors
    /// [`Mismatch`] when the cell holds something else.
    fn take(cell: Cell<'_>) -> Result<Self, Mismatch>;
}

macro_rules! plain {
    ($type:ty, $kind:ident, |$v:ident| $bind:expr, $($pattern:pat => $taken:expr),+) => {
        impl Bind for $type {
            fn value(&self) -> Value<'_> {
                let $v = self;
                $bind
            }
        }
        impl Take for $type {
            const KIND: Kind = Kind::$kind;
            fn take(cell: Cell<'_>) -> Result<Self, Mismatch> {
                match cell {
                    $($pattern => $taken,)+
                    _ => Err(Mismatch(stringify!($type))),
                }
            }
        }
    };
}

plain!(bool, Flag, |v| Value::Flag(*v), Cell::Flag(b) => Ok(b), Cell::Int(i) => Ok(i != 0));
plain!(i64, Int, |v| Value::Int(*v), Cell::Int(i) => Ok(i));
plain!(i32, Int, |v| Value::Int(i64::from(*v)), Cell::Int(i) => i.try_into().map_err(|_| Mismatch("i32")));
plain!(u32, Int, |v| Value::Int(i64::from(*v)), Cell::Int(i) => i.try_into().map_err(|_| Mismatch("u32")));
plain!(f64, Real, |v| Value::Real(*v), Cell::Real(r) => Ok(r));
plain!(String, Text, |v| Value::Text(v.as_str().into()), Cell::Text(t) => Ok(t.to_owned()));
plain!(Uuid, Id, |v| Value::Id(*v), Cell::Id(id) => Ok(id), Cell::Text(t) => t.parse().map_err(|_| Mismatch("id")));
plain!(Day, Day, |v| Value::Day(*v), Cell::Day(d) => Ok(d), Cell::Text(t) => t.parse().map_err(|_| Mismatch("day")));
plain!(Instant, Instant, |v| Value::Instant(*v), Cell::Instant(i) => Ok(i), Cell::Text(t) => t.parse().map_err(|_| Mismatch("instant")));
plain!(Vec<u8>, Bytes, |v| Value::Bytes(v.as_slice().into()), Cell::Bytes(b) => Ok(b.to_vec()));

impl Bind for str {
    fn value(&self) -> Value<'_> {
        Value::Text(self.into())
    }
}

impl<T: Bind + ?Sized> Bind for &T {
    fn value(&self) -> Value<'_> {
        (*self).value()
    }
}

impl<T: Bind> Bind for Option<T> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Bind::value)
    }
}

impl<T: Take> Take for Option<T> {
    const KIND: Kind = T::KIND;
    const NULLABLE: bool = true;
    fn take(cell: Cell<'_>) -> Result<Self, Mismatch> {
        if matches!(cell, Cell::Null) { Ok(None) } else { T::take(cell).map(Some) }
    }
}

/// Something kept as JSON in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Json<T>(pub T);

impl<T: serde::Serialize> Bind for Json<T> {
    fn value(&self) -> Value<'_> {
        // Plain data always serialises; null would be refused by the column's `not null`.
        serde_json::to_string(&self.0).map_or(Value::Null, |text| Value::Text(text.into()))
    }
}

impl<T: serde::de::DeserializeOwned> Take for Json<T> {
    const KIND: Kind = Kind::Text;
    fn take(cell: Cell<'_>) -> Result<Self, Mismatch> {
        let Cell::Text(text) = cell else { return Err(Mismatch("json")) };
        serde_json::from_str(text).map(Json).map_err(|_| Mismatch("json of the expected shape"))
    }
}
