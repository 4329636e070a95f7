//! Access: how people stand to things, and the proof of it. A store's `reached` asks once who stands in which
//! relation to a thing; the table (each concept's `access.rs`) says what that allows; and what lies below a thing is
//! only read with a [`Reached`] in hand.

use std::ops::Deref;

use kit::access::{Resource, Verb};
use kit::{Error, Result};

use crate::person::{PersonId, Viewer};

kit::named! {
    /// How somebody stands to a thing. Who has a duty stands to what belongs to it in the relation of the same word.
    pub enum Relation {
        /// Anybody at all, signed in or not.
        Anybody = "anybody",
        /// Known to the organisation, and signed in.
        Member = "member",
        /// It is about them, or theirs alone.
        Oneself = "oneself",
        /// One of the two.
        InThePartnership = "in_the_partnership",
        /// Wrote it.
        Author = "author",
        /// Is the tutor of a pupil it is about.
        Tutor = "tutor",
        /// Teaches music at the school of a pupil it is about.
        SchoolTeacher = "school_teacher",
        /// Coordinates the scheme it belongs to.
        Coordinator = "coordinator",
        /// Coaches the scheme it belongs to.
        Coach = "coach",
        /// Pays for the scheme it belongs to.
        Sponsor = "sponsor",
        /// Looks after the organisation's Duet.
        Administrator = "administrator",
    }
}

/// Somebody who stands in a relation to a thing.
#[derive(Clone)]
pub struct Holder {
    /// How.
    pub relation: Relation,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

kit::row!(Holder { relation, person, name });

impl std::fmt::Debug for Holder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Holder({} {})", self.relation, self.person)
    }
}

/// A thing that the viewer stands in some relation to, with everybody who does. Only stores make one.
#[derive(Clone, Debug)]
pub struct Reached<T> {
    thing: T,
    viewer: Viewer,
    holders: Vec<Holder>,
}

impl<T> Reached<T> {
    /// A thing and who stands how to it, as the database says.
    #[must_use]
    pub fn of(thing: T, viewer: Viewer, holders: Vec<Holder>) -> Reached<T> {
        Reached { thing, viewer, holders }
    }

    /// Whether the viewer may do this with a resource that belongs to the thing.
    #[must_use]
    pub fn may(&self, resource: &Resource, verb: Verb) -> bool {
        may(&self.holders, self.viewer, resource, verb)
    }

    /// The same as a guard.
    ///
    /// # Errors
    /// `NotFound` when they may not: it is not told apart from what is not there.
    pub fn must(&self, resource: &Resource, verb: Verb) -> Result<()> {
        if self.may(resource, verb) { Ok(()) } else { Err(Error::NotFound) }
    }

    /// The same, giving the thing on.
    ///
    /// # Errors
    /// `NotFound` when they may not.
    pub fn that_may(self, resource: &Resource, verb: Verb) -> Result<Reached<T>> {
        self.must(resource, verb).map(|()| self)
    }

    /// Who is looking.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// Everybody who may do this with a resource that belongs to the thing: each once, in their first relation.
    #[must_use]
    pub fn who_may(&self, resource: &Resource, verb: Verb) -> Vec<&Holder> {
        let mut found: Vec<&Holder> = Vec::new();
        for holder in self.holders.iter().filter(|one| resource.allows(one.relation.as_str(), verb)) {
            if !found.iter().any(|one| one.person == holder.person) {
                found.push(holder);
            }
        }
        found
    }

    /// The thing alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.thing
    }
}

impl<T> Deref for Reached<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.thing
    }
}

/// Whether a viewer among `holders` may do this with a resource.
#[must_use]
pub fn may(holders: &[Holder], viewer: Viewer, resource: &Resource, verb: Verb) -> bool {
    let own = holders.iter().filter(|one| one.person == viewer.person);
    own.into_iter().any(|one| resource.allows(one.relation.as_str(), verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::id::Uuid;

    kit::access! {
        /// A thing.
        THING = "thing" {
            //           see list write decide delete export
            coordinator: yes yes  yes   no     no     no,
            sponsor:     no  yes  no    no     no     no,
        }
    }

    fn holder(relation: Relation, person: u128) -> Holder {
        Holder { relation, person: PersonId(Uuid::from_u128(person)), name: person.to_string() }
    }

    #[test]
    fn a_viewer_may_what_any_of_their_relations_allows_and_nobody_elses() {
        let viewer = |person| Viewer { organisation: Uuid::nil().into(), person: PersonId(Uuid::from_u128(person)) };
        let holders =
            vec![holder(Relation::Sponsor, 1), holder(Relation::Coordinator, 2), holder(Relation::Sponsor, 2)];
        let reached = |person| Reached::of((), viewer(person), holders.clone());
        assert!(!reached(1).may(&THING, Verb::See));
        assert!(reached(1).may(&THING, Verb::List));
        assert!(reached(2).must(&THING, Verb::Write).is_ok());
        assert!(matches!(reached(3).must(&THING, Verb::List), Err(Error::NotFound)));
        let names: Vec<_> = reached(1).who_may(&THING, Verb::List).iter().map(|one| one.name.clone()).collect();
        assert_eq!(names, ["1", "2"]);
    }
}
