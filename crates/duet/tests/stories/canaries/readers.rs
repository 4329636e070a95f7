//! Everybody who might come upon a word, and which words the table lets them see.

use duet::access::Relation;
use duet::policy;
use kit::access::Verb;
use testkit::{ADMINISTRATOR, TestDuet, Visitor};

use super::{
    ASSESSOR, COACH, COORDINATOR, Canary, MANAGER, MENTEE, MENTOR, OTHER, SECOND_ADDRESS, SECOND_ADMINISTRATOR,
    SPONSOR, SUPERVISOR,
};
use crate::steps;

/// Somebody, and how they stand to what is written.
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    /// The address they are written to.
    address: &'static str,
    /// Their duties, when they belong to the organisation.
    duties: Option<&'static [Relation]>,
    /// Whose work they supervise.
    supervises: &'static [&'static str],
    /// Whom they assessed.
    assessed: &'static [&'static str],
}

/// Somebody who looks everywhere.
pub(crate) struct Actor {
    pub(crate) reader: &'static Reader,
    pub(crate) visitor: Visitor,
}

const fn member(name: &'static str, address: &'static str) -> Reader {
    Reader { name, address, duties: Some(&[]), supervises: &[], assessed: &[] }
}

const fn on_duty(name: &'static str, address: &'static str, duties: &'static [Relation]) -> Reader {
    Reader { duties: Some(duties), ..member(name, address) }
}

/// One of each relation, and some of none: everybody who looks.
static LOOK: &[Reader] = &[
    Reader { duties: None, ..member("guest", "") },
    Reader { duties: None, ..member("elsewhere", "dilys@elsewhere.example") },
    member("member", "plain@two.example"),
    member("applicant", OTHER),
    member("mentee", MENTEE),
    member("mentor", MENTOR),
    member("line manager", MANAGER),
    Reader { supervises: &["mentee"], ..member("supervisor", SUPERVISOR) },
    Reader { assessed: &["mentee"], ..member("assessor", ASSESSOR) },
    on_duty("sponsor", SPONSOR, &[Relation::Sponsor]),
    on_duty("coach", COACH, &[Relation::Coach]),
    on_duty("coordinator", COORDINATOR, &[Relation::Coordinator]),
    on_duty("administrator", SECOND_ADMINISTRATOR, &[Relation::Administrator]),
];

/// Those who are written to besides, and do not look.
static WRITTEN_TO: &[Reader] = &[
    member("fellow", "plain@four.example"),
    member("latecomer", "not@six.example"),
    member("colleague", "colleague@eight.example"),
    on_duty("founder", ADMINISTRATOR, &[Relation::Administrator]),
];

/// Other addresses of the mentor's.
const OF_THE_MENTOR: &[&str] = &[SECOND_ADDRESS, "zqmailaddress@one.example", "third@one.example"];

/// Whoever is written to at an address.
pub(crate) fn reader_of(address: &str) -> &'static Reader {
    let main = if OF_THE_MENTOR.contains(&address) { MENTOR } else { address };
    let found = LOOK.iter().chain(WRITTEN_TO).find(|one| one.address == main);
    found.unwrap_or_else(|| panic!("who is written to at {address}?"))
}

impl Reader {
    /// Whether the table lets them see a canary; in a file that they made to hand to somebody, if it stands there.
    pub(crate) fn may_see(&self, canary: &Canary, file: bool) -> bool {
        let mut stands = vec![Relation::Anybody];
        if let Some(duties) = self.duties {
            if canary.shown.is_empty() {
                return true;
            }
            stands.extend_from_slice(duties);
            stands.push(Relation::Member);
        }
        if canary.of == self.name {
            stands.extend([Relation::Oneself, Relation::Author, Relation::Tutor]);
        }
        if canary.among.contains(&self.name) {
            stands.extend([Relation::InThePartnership, Relation::SchoolTeacher]);
        }
        stands.extend(self.supervises.contains(&canary.of).then_some(Relation::Supervisor));
        stands.extend(self.assessed.contains(&canary.of).then_some(Relation::Assessor));
        let resources = policy::resources();
        let lets = |stands: &[Relation], name: &str, verb: Verb| {
            let resource = resources.iter().find(|one| one.name == name);
            let resource = resource.unwrap_or_else(|| panic!("the table knows no {name}"));
            stands.iter().any(|relation| resource.allows(relation.as_str(), verb))
        };
        // A file to hand to whom it is about: all about them that can be read, for nobody but who may make it.
        let on_paper = file && !canary.is_sealed() && !canary.about.is_empty();
        on_paper && lets(&stands, "everything_on_paper", Verb::Export)
            || canary.shown.iter().any(|(name, verb)| lets(&stands, name, *verb))
            || canary.about.contains(&self.name) && lets(&[Relation::Oneself], "everything", Verb::See)
    }
}

/// Everybody who looks, signed in.
pub(crate) async fn actors(duet: &TestDuet) -> Vec<Actor> {
    let mut actors = Vec::new();
    for reader in LOOK {
        let visitor = match reader.name {
            "guest" => duet.guest(),
            "elsewhere" => {
                let mut dilys = duet.elsewhere(reader.address).await;
                steps::opens_a_round(&mut dilys).await;
                dilys
            }
            _ => duet.sign_in(reader.address).await,
        };
        actors.push(Actor { reader, visitor });
    }
    actors
}
