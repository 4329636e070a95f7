//! Statements: one text for both engines, declared in `sql!{}` blocks in `store.rs` files only.

use std::marker::PhantomData;

use super::Row;
use super::value::{Kind, Mismatch, Take};

/// Statements on one organisation's data. `$1` is always the organisation, bound by the handle.
#[derive(Clone, Copy, Debug)]
pub struct Inside;
/// Statements on what stands outside every organisation: identities, sign-ins, the installation.
#[derive(Clone, Copy, Debug)]
pub struct Outside;

/// Where a statement may run.
pub trait Scope: Copy + Send + 'static {
    /// Whether `$1` is the organisation.
    const INSIDE: bool;
}
impl Scope for Inside {
    const INSIDE: bool = true;
}
impl Scope for Outside {
    const INSIDE: bool = false;
}

/// A statement that gives rows of `R` and runs in scope `S`.
#[derive(Debug)]
pub struct Sql<R, S = Inside> {
    /// Its name, for logs and tests.
    pub name: &'static str,
    /// Its text, with `$1`, `$2` … as parameters.
    pub text: &'static str,
    row: PhantomData<fn() -> (R, S)>,
}

impl<R: FromRow, S: Scope> Sql<R, S> {
    /// Declares a statement; use `sql!{}`.
    #[must_use]
    pub const fn new(name: &'static str, text: &'static str) -> Sql<R, S> {
        Sql { name, text, row: PhantomData }
    }

    /// What the test of all statements needs to know.
    #[must_use]
    pub fn described(&self) -> Described {
        Described { name: self.name, text: self.text, inside: S::INSIDE, columns: R::columns() }
    }
}

/// A statement without its types.
#[derive(Clone, Debug)]
pub struct Described {
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Whether `$1` is the organisation.
    pub inside: bool,
    /// The columns its row asks for.
    pub columns: Vec<Column>,
}

/// A column as a row asks for it.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name; empty when the row takes it by position only.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// A row of a result as a Rust value.
pub trait FromRow: Sized {
    /// What it asks for, in order.
    fn columns() -> Vec<Column>;
    /// Reads it.
    ///
    /// # Errors
    /// [`Mismatch`] when a column holds something else.
    fn from_row(row: &Row<'_>) -> Result<Self, Mismatch>;
}

impl FromRow for () {
    fn columns() -> Vec<Column> {
        Vec::new()
    }
    fn from_row(_: &Row<'_>) -> Result<Self, Mismatch> {
        Ok(())
    }
}

macro_rules! tuple_row {
    ($($name:ident $at:tt),+) => {
        impl<$($name: Take),+> FromRow for ($($name,)+) {
            fn columns() -> Vec<Column> {
                vec![$(Column { name: "", kind: $name::KIND }),+]
            }
            fn from_row(row: &Row<'_>) -> Result<Self, Mismatch> {
                Ok(($(row.get::<$name>($at)?,)+))
            }
        }
    };
}
tuple_row!(A 0);
tuple_row!(A 0, B 1);
tuple_row!(A 0, B 1, C 2);
tuple_row!(A 0, B 1, C 2, D 3);
tuple_row!(A 0, B 1, C 2, D 3, E 4);

/// The kind of a field, found through a function that borrows it: `row!` needs no types.
#[must_use]
pub fn kind_of<S, T: Take>(_: fn(&S) -> &T) -> Kind {
    T::KIND
}

/// Makes a plain struct readable from a row whose columns have its fields' names, in order:
/// `row!(Person { id, name, address });`.
#[macro_export]
macro_rules! row {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::db::FromRow for $type {
            fn columns() -> Vec<$crate::db::Column> {
                vec![$($crate::db::Column {
                    name: stringify!($field),
                    kind: $crate::db::kind_of(|row: &$type| &row.$field),
                }),+]
            }
            fn from_row(row: &$crate::db::Row<'_>) -> Result<Self, $crate::db::Mismatch> {
                let mut at = 0;
                $(let $field = row.get(at)?; at += 1;)+
                let _ = at;
                Ok($type { $($field),+ })
            }
        }
    };
}

/// Declares a store's statements, and `statements()` that lists them for the test of all statements.
///
/// ```text
/// sql! {
///     /// Everyone, by name.
///     EVERYONE -> Person = "select … from person where organisation = $1 order by name";
/// }
/// ```
///
/// What several statements share is a macro of its own that gives a literal, and `concat!` puts it in its place.
#[macro_export]
macro_rules! sql {
    ($($(#[$doc:meta])* $name:ident -> $row:ty = $text:expr;)+) => {
        $crate::sql!(@in Inside: $($(#[$doc])* $name -> $row = $text;)+);
    };
    (outside $($(#[$doc:meta])* $name:ident -> $row:ty = $text:expr;)+) => {
        $crate::sql!(@in Outside: $($(#[$doc])* $name -> $row = $text;)+);
    };
    (@in $scope:ident: $($(#[$doc:meta])* $name:ident -> $row:ty = $text:expr;)+) => {
        $($(#[$doc])* const $name: $crate::db::Sql<$row, $crate::db::$scope> = $crate::db::Sql::new(stringify!($name), $text);)+

        /// All of this store's statements, for the test that prepares each on both engines.
        #[must_use]
        pub fn statements() -> Vec<$crate::db::Described> {
            vec![$($name.described()),+]
        }
    };
}
