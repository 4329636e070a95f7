//! Who can see what a page shows, by name: a sentence drawn from the access table.

use kit::access::{Resource, Verb};
use kit::words::Say;

use crate::access::{Holder, Reached, Relation};

/// How many are named before the rest are counted.
const NAMED: usize = 8;

/// "Who can see this: you, Ruth Adeyemi (coach). Nobody else." Where `more` will see it, it does not say the last.
pub(super) fn sentence<T>(say: Say, reached: &Reached<T>, resource: &Resource, more: bool) -> String {
    let me = reached.viewer().person;
    let mut who = reached.who_may(resource, Verb::See);
    who.sort_by_key(|one| one.person != me);
    let mut names: Vec<String> = who.iter().take(NAMED).map(|one| named(say, one, one.person == me)).collect();
    if who.len() > NAMED {
        names.push(say.t1("who-sees-more", "count", who.len() - NAMED));
    }
    say.t1(if more { "who-sees-and" } else { "who-sees" }, "names", names.join(", "))
}

fn named(say: Say, holder: &Holder, is_me: bool) -> String {
    let name = if is_me { say.t("who-sees-you").into_owned() } else { holder.name.clone() };
    match holder.relation {
        Relation::Anybody | Relation::Member | Relation::Oneself | Relation::Author | Relation::InThePartnership => {
            name
        }
        duty => say.t2("who-sees-named", "name", name, "relation", say.t(key(duty)).into_owned()),
    }
}

/// The key of a relation's word.
fn key(relation: Relation) -> &'static str {
    match relation {
        Relation::Anybody => "relation-anybody",
        Relation::Member => "relation-member",
        Relation::Oneself => "relation-oneself",
        Relation::Author => "relation-author",
        Relation::InThePartnership => "relation-in-the-partnership",
        Relation::Tutor => "relation-tutor",
        Relation::SchoolTeacher => "relation-school-teacher",
        Relation::Coordinator => "relation-coordinator",
        Relation::Coach => "relation-coach",
        Relation::Sponsor => "relation-sponsor",
        Relation::Administrator => "relation-administrator",
    }
}
