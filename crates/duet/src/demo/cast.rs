//! The cast: invented people of an invented libraries federation, the same in the demo, in tests and in
//! screenshots. Who applied stands in the spreadsheets beside this file.

/// The federation.
pub const ORGANISATION: &str = "Libraries Together";
/// Its scheme.
pub const SCHEME: &str = "Mentoring for heads of service";

/// Runs the rounds, and looks after the federation's Duet.
pub const PRIYA: &str = "priya.nair@libraries.example";
/// The coach.
pub const RUTH: &str = "ruth.adeyemi@coaching.example";
/// The sponsor.
pub const HELEN: &str = "helen.marsh@libraries.example";
/// A mentor of the first round, and of this one.
pub const GWEN: &str = "gwen.morris@gwydion.example";
/// Gwen's mentee of the first round, a mentor in this one.
pub const TOM: &str = "tom.farrow@harbury.example";

/// Everybody who is not an applicant: address, name, job.
pub const STAFF: &[(&str, &str, &str)] = &[
    (PRIYA, "Priya Nair", "Programme officer"),
    (RUTH, "Ruth Adeyemi", "Leadership coach"),
    (HELEN, "Helen Marsh", "Chief executive"),
];

/// This round's mentors, as the federation's office keeps them.
pub const MENTORS: &str = include_str!("mentors.csv");
/// This round's mentees.
pub const MENTEES: &str = include_str!("mentees.csv");
/// The first round's mentors.
pub const FIRST_MENTORS: &str = include_str!("first-mentors.csv");
/// The first round's mentees.
pub const FIRST_MENTEES: &str = include_str!("first-mentees.csv");
/// The rules of both rounds.
pub const RULES: &str = include_str!("rules.toml");

/// Two of the cast, and their sessions as (days after the start, minutes).
pub type PlayedPair = (&'static str, &'static str, &'static [(i64, i64)]);

/// The first round's pairs: mentor first.
pub const FIRST_PAIRS: &[PlayedPair] = &[
    (GWEN, TOM, &[(9, 60), (41, 75), (78, 60), (112, 90), (160, 60)]),
    ("ann.featherstone@wendale.example", "salma.qureshi@northvale.example", &[(14, 60), (50, 60), (92, 60), (140, 45)]),
    (
        "dafydd.rees@cwmarian.example",
        "elin.prosser@dyffryn.example",
        &[(7, 90), (35, 90), (70, 60), (101, 60), (133, 60), (165, 60)],
    ),
    ("oona.kilbride@lochfarn.example", "peter.lebrocq@stmarin.example", &[(20, 60)]),
    ("marcus.bell@eastmoor.example", "joyce.okafor@saltmere.example", &[(12, 60), (55, 60), (120, 75)]),
];

/// A door of the demo: who comes in by it.
pub struct Door {
    /// Their address.
    pub address: &'static str,
    /// Their name.
    pub name: &'static str,
    /// Key of what they are.
    pub role_key: &'static str,
    /// Key of what they see.
    pub words_key: &'static str,
}

/// The doors, in the order shown.
#[must_use]
pub fn doors() -> Vec<Door> {
    let door = |address, name, role_key, words_key| Door { address, name, role_key, words_key };
    vec![
        door(PRIYA, "Priya Nair", "door-coordinator", "door-coordinator-words"),
        door(RUTH, "Ruth Adeyemi", "door-coach", "door-coach-words"),
        door(GWEN, "Gwen Morris", "door-mentor", "door-mentor-words"),
        door(TOM, "Tom Farrow", "door-mentee", "door-mentee-words"),
        door(HELEN, "Helen Marsh", "door-sponsor", "door-sponsor-words"),
    ]
}

/// Everybody of the cast, in the order of the doors and then by name: address and name.
#[must_use]
pub fn everybody() -> &'static [(&'static str, &'static str)] {
    static ALL: std::sync::OnceLock<Vec<(&str, &str)>> = std::sync::OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: Vec<(&str, &str)> = doors().iter().map(|door| (door.address, door.name)).collect();
        let staff = STAFF.iter().map(|(address, name, _)| (*address, *name));
        // The first two columns of each file are the name and the address, and neither is quoted: a test sees to it.
        let applied =
            [MENTORS, MENTEES, FIRST_MENTORS, FIRST_MENTEES].into_iter().flat_map(|file| file.lines().skip(1));
        let applied = applied.filter_map(|line| line.split(',').next().zip(line.split(',').nth(1)));
        let mut others: Vec<(&str, &str)> = staff.chain(applied.map(|(name, address)| (address, name))).collect();
        others.sort_by_key(|(_, name)| *name);
        for (address, name) in others {
            if !all.iter().any(|(known, _)| known.eq_ignore_ascii_case(address)) {
                all.push((address, name));
            }
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_somebody_once() {
        let all = everybody();
        assert!(all.len() > 20, "{all:?}");
        for (address, name) in all {
            assert!(address.contains('@') && name.contains(' ') && !name.contains('"'), "{address} {name}");
        }
        for file in [MENTORS, MENTEES, FIRST_MENTORS, FIRST_MENTEES] {
            assert!(file.starts_with("name,email,"), "{}", file.lines().next().unwrap_or_default());
        }
    }
}
