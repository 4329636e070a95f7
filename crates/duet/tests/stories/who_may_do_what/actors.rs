//! Everybody who tries every door: one of each relation, in that relation and no other.

use duet::access::Relation;
use duet::demo::cast;
use duet::person::Viewer;
use duet::scheme::Duty;
use kit::access::Door;
use testkit::{TestDuet, Visitor};

use crate::asking::{self, Ids};
use crate::steps;

/// Who never stands in a relation alone, and in which they always stand besides.
pub(super) const NEVER_ALONE: [(Relation, Relation); 1] = [
    // What has an author is written by one of a pair about their pair.
    (Relation::Author, Relation::InThePartnership),
];

const ELSEWHERE: &str = "dilys@elsewhere.example";
const SUPERVISOR: &str = "sue.visor@libraries.example";
const COORDINATOR: &str = "cora.lewis@libraries.example";

/// Somebody who tries every door.
pub(crate) struct Actor {
    pub(crate) name: &'static str,
    pub(crate) visitor: Visitor,
    /// Who they are; nobody, who is not signed in.
    pub(super) who: Option<Viewer>,
    /// Their relations to what the ids name.
    pub(super) to_ids: Vec<Relation>,
    /// Their relations to what no id names: their organisation, and what is theirs.
    pub(super) to_own: Vec<Relation>,
}

impl Actor {
    /// How they stand to what is behind a door.
    pub(super) fn stands(&self, door: &Door) -> &[Relation] {
        if door.path.contains("{id}") { &self.to_ids } else { &self.to_own }
    }

    /// The relations in which nobody else stands who is only known here.
    pub(super) fn stands_out_by(&self) -> Vec<Relation> {
        let ids: Vec<Relation> = self.to_ids.iter().copied().filter(|one| *one != Relation::Member).collect();
        if ids.is_empty() { self.to_ids.clone() } else { ids }
    }
}

/// One of each relation, and some of none. The ids are there already, and with them whoever stands in a relation to one.
pub(crate) async fn actors(duet: &TestDuet, ids: &Ids) -> Vec<Actor> {
    use Relation::{
        Administrator, Assessor, Author, Coach, Coordinator, InThePartnership, Member, Oneself, SchoolTeacher, Sponsor,
        Supervisor, Tutor,
    };
    asking::supervises(duet, SUPERVISOR, asking::OWNER).await;
    asking::comes(duet, "Cora Lewis", COORDINATOR).await;
    asking::appoints(duet, COORDINATOR, Duty::Coordinator, Some(&ids["schemes"])).await;
    asking::second_administrator(duet).await;
    let mut elsewhere = duet.elsewhere(ELSEWHERE).await;
    steps::opens_a_round(&mut elsewhere).await;
    let nobody = vec![Relation::Anybody];
    let guest = Actor { name: "guest", visitor: duet.guest(), who: None, to_ids: nobody.clone(), to_own: nobody };
    // Known to another organisation, they are nobody to what is in this one.
    let to_own = vec![Member, Oneself, Administrator, Coordinator];
    let elsewhere = Actor {
        name: "elsewhere",
        visitor: elsewhere,
        who: Some(viewer(duet, ELSEWHERE).await),
        to_ids: vec![],
        to_own,
    };
    let mut actors = vec![guest, elsewhere];
    let here: [(&'static str, &'static str, &[Relation]); 13] = [
        ("applicant", steps::ALED, &[]),
        ("sponsor", cast::HELEN, &[Sponsor]),
        ("coach", cast::RUTH, &[Coach]),
        ("administrator", asking::SECOND_ADMINISTRATOR, &[Administrator]),
        ("supervisor", SUPERVISOR, &[Supervisor]),
        ("tutor", asking::TUTOR, &[Tutor]),
        ("school teacher", asking::TEACHER, &[SchoolTeacher]),
        ("mentee", cast::TOM, &[InThePartnership]),
        ("mentor", cast::GWEN, &[InThePartnership, Author]),
        ("assessor", asking::ASSESSOR, &[Assessor]),
        ("coordinator", COORDINATOR, &[Coordinator]),
        // Whoever sets a small scheme up is both.
        ("both", cast::PRIYA, &[Coordinator, Administrator]),
        // The last: what she takes back others look after until then.
        ("owner", asking::OWNER, &[Oneself]),
    ];
    for (name, address, relations) in here {
        // Who has a duty has it for no id too; who teaches stands so to all their pupils together.
        let own = relations
            .iter()
            .copied()
            .filter(|one| matches!(one, Sponsor | Coach | Coordinator | Administrator | Tutor | SchoolTeacher));
        actors.push(Actor {
            name,
            visitor: duet.sign_in(address).await,
            who: Some(duet.viewer(address).await),
            to_ids: [&[Member], relations].concat(),
            to_own: [Member, Oneself].into_iter().chain(own).collect(),
        });
    }
    actors
}

/// Whoever has an address, in whichever organisation.
async fn viewer(duet: &TestDuet, address: &str) -> Viewer {
    let of = async |column| {
        let asked = format!("select cast({column} as text) from person where address = '{address}'");
        duet.asked(&asked).await.concat()
    };
    let id = |text: String| text.parse::<kit::id::Uuid>().expect("an id");
    Viewer { organisation: id(of("organisation").await).into(), person: id(of("id").await).into() }
}
