//! Closed lists of words: an enum whose members are written as one word in the database, in forms
//! and in addresses.

/// Declares such an enum: `named! { /// … pub enum Role { Mentor = "mentor", Mentee = "mentee" } }`.
///
/// It gets `ALL`, `as_str`, `Display`, `FromStr` (error: `Error::NotFound`), and can be bound and read.
#[macro_export]
macro_rules! named {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$member_doc:meta])* $member:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
        $vis enum $name { $($(#[$member_doc])* #[serde(rename = $word)] $member),+ }

        impl $name {
            /// Every member, in the order declared.
            pub const ALL: &[$name] = &[$($name::$member),+];

            /// The word it is written as.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$member => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                $name::ALL.iter().copied().find(|m| m.as_str() == word).ok_or($crate::Error::NotFound)
            }
        }

        impl $crate::db::Bind for $name {
            fn value(&self) -> $crate::db::Value<'_> {
                $crate::db::Value::Text(self.as_str().into())
            }
        }

        impl $crate::db::Take for $name {
            const KIND: $crate::db::Kind = $crate::db::Kind::Text;
            fn take(cell: $crate::db::Cell<'_>) -> Result<Self, $crate::db::Mismatch> {
                <String as $crate::db::Take>::take(cell)?.parse().map_err(|_| $crate::db::Mismatch(stringify!($name)))
            }
        }
    };
}
