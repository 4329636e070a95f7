//! Values as PostgreSQL sends and takes them, in its binary form.

use tokio_postgres::types::{FromSql, IsNull, ToSql, Type};
use uuid::Uuid;

use crate::clock::{Day, Instant};
use crate::db::value::{Cell, Kind, Mismatch, Value};

type Fault = Box<dyn std::error::Error + Sync + Send>;

/// What a column of this type holds; nothing for a type Duet does not use.
pub(super) fn kind(of: &Type) -> Option<Kind> {
    Some(match *of {
        Type::BOOL => Kind::Flag,
        Type::INT8 => Kind::Int,
        Type::FLOAT8 => Kind::Real,
        Type::TEXT | Type::JSONB => Kind::Text,
        Type::UUID => Kind::Id,
        Type::DATE => Kind::Day,
        Type::TIMESTAMPTZ => Kind::Instant,
        Type::BYTEA => Kind::Bytes,
        _ => return None,
    })
}

/// The cell at `at`.
pub(in crate::db) fn cell(row: &tokio_postgres::Row, at: usize) -> Result<Cell<'_>, Mismatch> {
    row.try_get(at).map_err(|_| Mismatch("column of a known type"))
}

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Fault> {
        Ok(match kind(ty).ok_or("unknown type")? {
            Kind::Flag => Cell::Flag(bool::from_sql(ty, raw)?),
            Kind::Int => Cell::Int(i64::from_sql(ty, raw)?),
            Kind::Real => Cell::Real(f64::from_sql(ty, raw)?),
            // Binary jsonb is a version byte, then the text.
            Kind::Text if *ty == Type::JSONB => Cell::Text(std::str::from_utf8(raw.get(1..).unwrap_or_default())?),
            Kind::Text => Cell::Text(<&str>::from_sql(ty, raw)?),
            Kind::Id => Cell::Id(Uuid::from_sql(ty, raw)?),
            Kind::Day => Cell::Day(day_from(i32::from_be_bytes(raw.try_into()?))?),
            Kind::Instant => Cell::Instant(instant_from(i64::from_be_bytes(raw.try_into()?))?),
            Kind::Bytes => Cell::Bytes(raw),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Fault> {
        Ok(Cell::Null)
    }

    fn accepts(ty: &Type) -> bool {
        kind(ty).is_some()
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut bytes::BytesMut) -> Result<IsNull, Fault> {
        match self {
            Value::Null => return Ok(IsNull::Yes),
            Value::Flag(flag) => flag.to_sql(ty, out)?,
            Value::Int(i) => i.to_sql(ty, out)?,
            Value::Real(r) => r.to_sql(ty, out)?,
            Value::Text(text) if *ty == Type::JSONB => {
                out.extend_from_slice(&[1]);
                out.extend_from_slice(text.as_bytes());
                IsNull::No
            }
            Value::Text(text) => text.as_ref().to_sql(ty, out)?,
            Value::Id(id) => id.to_sql(ty, out)?,
            Value::Day(day) => days_since_2000(*day)?.to_sql(&Type::INT4, out)?,
            Value::Instant(at) => (at.as_microsecond() - EPOCH_2000).to_sql(&Type::INT8, out)?,
            Value::Bytes(bytes) => bytes.as_ref().to_sql(ty, out)?,
        };
        Ok(IsNull::No)
    }

    fn accepts(ty: &Type) -> bool {
        kind(ty).is_some()
    }

    tokio_postgres::types::to_sql_checked!();
}

/// Microseconds from 1970 to 2000, where PostgreSQL's calendar begins.
const EPOCH_2000: i64 = 946_684_800_000_000;
const DAY_2000: Day = jiff::civil::date(2000, 1, 1);

fn day_from(days: i32) -> Result<Day, Fault> {
    Ok(DAY_2000.checked_add(jiff::Span::new().try_days(days)?)?)
}

fn days_since_2000(day: Day) -> Result<i32, Fault> {
    Ok(day.since(DAY_2000)?.get_days())
}

fn instant_from(microseconds: i64) -> Result<Instant, Fault> {
    Ok(Instant::from_microsecond(microseconds + EPOCH_2000)?)
}
