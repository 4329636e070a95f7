//! The words of access. One table says, for each relation somebody may have to a thing, which verbs they may use on
//! it, the explicit no included. A concept declares its rows with [`access!`](crate::access!) and its doors with
//! [`doors!`](crate::doors!); enforcement, tests and "who can see this" all read the same rows.
//!
//! After GitLab's declarative policies: one block per thing, every role named, verbs kept apart (to see is not to
//! write).

crate::named! {
    /// What can be done with a thing.
    pub enum Verb {
        /// Look at one.
        See = "see",
        /// Learn that they exist, and how many.
        List = "list",
        /// Add or change.
        Write = "write",
        /// Say yes or no; set in motion.
        Decide = "decide",
        /// Take away.
        Delete = "delete",
        /// Take out, as a file.
        Export = "export",
    }
}

/// A kind of thing, and who may do what with it.
#[derive(Debug)]
pub struct Resource {
    /// Its word.
    pub name: &'static str,
    /// A row per relation.
    pub rows: &'static [Row],
}

/// What one relation allows.
#[derive(Debug)]
pub struct Row {
    /// The relation's word.
    pub relation: &'static str,
    /// Yes or no for each of [`Verb::ALL`].
    pub may: [bool; 6],
}

impl Resource {
    /// Whether who stands in `relation` to a thing may do this with it. An unknown relation may nothing.
    #[must_use]
    pub fn allows(&self, relation: &str, verb: Verb) -> bool {
        self.rows.iter().any(|row| row.relation == relation && row.may[verb as usize])
    }
}

/// A route, and what it does with what.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Its path, as the router writes it.
    pub path: &'static str,
    /// The thing.
    pub resource: &'static Resource,
    /// What is done with it.
    pub verb: Verb,
}

/// Declares a resource, a row per relation with a cell per verb:
/// `access! { /// … pub ROUND = "round" { coordinator: yes yes yes no no no, sponsor: no yes no no no no } }`.
#[macro_export]
macro_rules! access {
    ($($(#[$doc:meta])* $vis:vis $resource:ident = $name:literal {
        $($relation:ident: $see:ident $list:ident $write:ident $decide:ident $delete:ident $export:ident),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        $vis static $resource: $crate::access::Resource = $crate::access::Resource {
            name: $name,
            rows: &[$($crate::access::Row {
                relation: stringify!($relation),
                may: [
                    $crate::access!(@ $see), $crate::access!(@ $list), $crate::access!(@ $write),
                    $crate::access!(@ $decide), $crate::access!(@ $delete), $crate::access!(@ $export),
                ],
            }),+],
        };
    )+};
    (@ yes) => { true };
    (@ no) => { false };
}

/// Declares a concept's doors: `doors! { GET "/rounds/{id}" See ROUND, POST "/rounds/{id}/proposals" Write PROPOSAL }`.
#[macro_export]
macro_rules! doors {
    ($($method:ident $path:literal $verb:ident $resource:ident),+ $(,)?) => {
        /// The routes of this concept, and what each does with what.
        pub static DOORS: &[$crate::access::Door] = &[$($crate::access::Door {
            method: stringify!($method),
            path: $path,
            resource: &$resource,
            verb: $crate::access::Verb::$verb,
        }),+];
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    access! {
        /// A shelf.
        BOOK = "book" {
            //         see list write decide delete export
            librarian: yes yes  yes   no     yes    no,
            reader:    yes yes  no    no     no     no,
        }
    }

    #[test]
    fn only_what_a_row_says_yes_to_is_allowed() {
        assert!(BOOK.allows("reader", Verb::See));
        assert!(!BOOK.allows("reader", Verb::Delete));
        assert!(BOOK.allows("librarian", Verb::Delete));
        assert!(!BOOK.allows("passer_by", Verb::See));
    }
}
