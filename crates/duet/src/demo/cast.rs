//! The cast: invented people of an invented libraries federation, the same in the demo, in tests and in
//! screenshots. Who applied stands in the spreadsheets beside this file.

use crate::condition::Kind;
use crate::outcome::For;

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

/// How the form of its rounds asks: the heading of the rules, the question in English and in Welsh, and what can be chosen.
pub const QUESTIONS: &[(&str, &str, &str, &str)] = &[
    ("head of service", "Are you a head of service now?", "Ydych chi’n bennaeth gwasanaeth nawr?", ""),
    (
        "could apply within 12 months",
        "Could you apply for such a post within 12 months?",
        "Allech chi wneud cais am swydd o’r fath o fewn 12 mis?",
        "",
    ),
    (
        "leads a major project",
        "Do you lead a major project, or a large change?",
        "Ydych chi’n arwain prosiect mawr, neu newid mawr?",
        "",
    ),
    ("nation", "Where is your service?", "Ble mae eich gwasanaeth?", NATIONS),
    (
        "experience",
        "How long have you led a service or a team?",
        "Ers faint ydych chi’n arwain gwasanaeth neu dîm?",
        "under 2 years = llai na 2 flynedd\n2 to 5 years = 2 i 5 mlynedd\n6 to 10 years = 6 i 10 mlynedd\nover 10 years = dros 10 mlynedd",
    ),
    ("offers", "What could you help somebody with?", "Gyda beth allech chi helpu rhywun?", TOPICS),
    ("wants", "What would you like help with?", "Gyda beth hoffech chi gael help?", TOPICS),
];

const NATIONS: &str =
    "England = Lloegr\nWales = Cymru\nNorthern Ireland = Gogledd Iwerddon\nJersey\nGuernsey\nIsle of Man = Ynys Manaw";

const TOPICS: &str = "listening = gwrando
compassionate leadership = arwain gyda thosturi
confidence = hyder
influencing = dylanwadu
councillors = cynghorwyr
budgets = cyllidebau
capital projects = prosiectau cyfalaf
restructures = ailstrwythuro
service change = newid gwasanaeth
technical knowledge = gwybodaeth dechnegol";

/// What the scheme should bring: in English, in Welsh, and who is asked.
pub const OUTCOMES: &[(&str, &str, For)] = &[
    ("I lead with compassion, under pressure too.", "Rwy’n arwain gyda thosturi, o dan bwysau hefyd.", For::Mentee),
    ("I listen before I answer.", "Rwy’n gwrando cyn ateb.", For::Both),
    ("I have the confidence to push back.", "Mae gen i’r hyder i wthio’n ôl.", For::Mentee),
    (
        "I influence what is decided about my service.",
        "Rwy’n dylanwadu ar benderfyniadau am fy ngwasanaeth.",
        For::Mentee,
    ),
    ("I have protected time to reflect.", "Mae gen i amser wedi’i neilltuo i fyfyrio.", For::Both),
    (
        "I know whom to turn to, and I am not alone in this job.",
        "Rwy’n gwybod at bwy i droi, a dydw i ddim ar fy mhen fy hun yn y swydd hon.",
        For::Both,
    ),
    ("I help others find their own answer.", "Rwy’n helpu eraill i ddod o hyd i’w hateb eu hunain.", For::Mentor),
];

/// The training of the first round.
pub const TRAINING: &str = "Listening and asking";

/// What the scheme has of what mentoring needs, in English and in Welsh. Nothing says yet what mentors get.
pub const CONDITIONS: &[(Kind, &str, &str)] = &[
    (
        Kind::Support,
        "Each employer gives two hours a month of protected time, and says so in writing.",
        "Mae pob cyflogwr yn rhoi dwy awr y mis o amser wedi’i neilltuo, ac yn dweud hynny’n ysgrifenedig.",
    ),
    (
        Kind::Criteria,
        "What a mentor offers and a mentee asks for; a mentor who is one or two steps ahead; never of one service.",
        "Yr hyn y mae mentor yn ei gynnig a mentorai’n gofyn amdano; mentor sydd gam neu ddau ar y blaen; byth o’r un gwasanaeth.",
    ),
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

/// Where somebody of the cast stood, before and after, on each outcome they were asked about in their order (nothing, when
/// they did not answer); a line of their own at the end; and whether the coach may read it.
pub type PlayedRating = (&'static str, &'static [u8], &'static [u8], &'static str, bool);

/// The first round's ratings.
pub const RATINGS: &[PlayedRating] = &[
    (GWEN, &[3, 2, 3, 3], &[4, 3, 4, 5], "Explaining my own choices made me look at them again.", true),
    ("ann.featherstone@wendale.example", &[4, 2, 3, 4], &[4, 4, 4, 4], "", false),
    ("dafydd.rees@cwmarian.example", &[3, 3, 2, 3], &[5, 3, 4, 4], "", false),
    ("oona.kilbride@lochfarn.example", &[4, 3, 3, 3], &[4, 2, 3, 3], "We met once. I had hoped for more.", true),
    ("marcus.bell@eastmoor.example", &[2, 2, 4, 3], &[4, 3, 4, 4], "", false),
    (TOM, &[3, 3, 2, 2, 2, 2], &[4, 4, 4, 3, 3, 5], "I said no to a cut for the first time, and was heard.", true),
    ("salma.qureshi@northvale.example", &[3, 3, 1, 2, 1, 2], &[4, 4, 3, 3, 3, 4], "", false),
    ("elin.prosser@dyffryn.example", &[2, 4, 2, 3, 2, 1], &[4, 4, 4, 4, 3, 4], "", false),
    ("peter.lebrocq@stmarin.example", &[3, 3, 3, 2, 2, 3], &[3, 3, 3, 2, 2, 3], "", false),
    ("joyce.okafor@saltmere.example", &[4, 3, 2, 2, 1, 2], &[4, 5, 4, 4, 3, 4], "", false),
];

/// Words that some of them let others read: who, the words, whether by name, and where (report, website, announcement).
pub type PlayedQuote = (&'static str, &'static str, bool, [bool; 3]);

/// The first round's quotes.
pub const QUOTES: &[PlayedQuote] = &[
    (
        TOM,
        "I came with a building project and left with a backbone. My mentor never told me what to do. She asked until I knew.",
        true,
        [true, true, true],
    ),
    (
        GWEN,
        "I give an hour a month, and every time I go home with an idea for my own service.",
        true,
        [true, false, true],
    ),
    (
        "salma.qureshi@northvale.example",
        "For the first time in this job I was not the only one in the room who knew what it is like.",
        false,
        [true, false, false],
    ),
];

/// The second round's ratings, when it is played to its last day.
pub const LATER_RATINGS: &[PlayedRating] = &[
    (GWEN, &[4, 3, 4, 4], &[5, 4, 4, 5], "", false),
    (TOM, &[3, 2, 3, 2], &[4, 3, 5, 4], "I found out what I had learned by being asked for it.", true),
    ("ann.featherstone@wendale.example", &[4, 3, 3, 4], &[4, 4, 4, 4], "", false),
    ("dafydd.rees@cwmarian.example", &[4, 3, 3, 3], &[5, 3, 4, 5], "", false),
    ("oona.kilbride@lochfarn.example", &[3, 2, 3, 3], &[4, 3, 4, 4], "This time we met, and it shows.", true),
    ("marcus.bell@eastmoor.example", &[3, 3, 3, 3], &[4, 3, 4, 4], "", false),
    ("salma.qureshi@northvale.example", &[4, 2, 4, 3], &[4, 4, 4, 5], "", false),
    ("elin.prosser@dyffryn.example", &[4, 3, 3, 2], &[5, 3, 5, 4], "", false),
    ("peter.lebrocq@stmarin.example", &[3, 2, 2, 3], &[4, 3, 4, 4], "", false),
    ("joyce.okafor@saltmere.example", &[4, 2, 3, 4], &[4, 3, 4, 5], "", false),
    ("aled.vaughan@gwydion.example", &[3, 2, 1, 2, 2, 2], &[4, 4, 3, 3, 3, 4], "", false),
    ("becky.thorne@thornmere.example", &[3, 3, 2, 2, 1, 2], &[4, 4, 4, 4, 2, 4], "I stood up at the board.", true),
    ("clare.ogden@fellside.example", &[3, 3, 2, 2, 2, 3], &[], "", false),
    ("hannah.pike@westbeck.example", &[2, 3, 3, 2, 1, 2], &[3, 4, 4, 4, 2, 4], "", false),
    ("kofi.mensah@riverside.example", &[2, 2, 2, 1, 2, 1], &[4, 4, 3, 3, 3, 4], "", false),
    ("lowri.hughes@bryncoed.example", &[3, 2, 2, 1, 2, 2], &[4, 3, 4, 3, 3, 5], "", false),
    ("mair.llewelyn@dyffryn.example", &[3, 3, 1, 2, 2, 3], &[5, 4, 3, 3, 3, 4], "", false),
    ("niamh.doherty@glenshee.example", &[4, 3, 2, 3, 1, 2], &[4, 4, 4, 4, 3, 3], "", false),
    ("priti.raman@holmevalley.example", &[2, 3, 1, 1, 1, 1], &[3, 4, 3, 3, 2, 4], "", false),
    ("yusuf.demir@southgate.example", &[3, 2, 3, 2, 2, 3], &[4, 3, 4, 3, 2, 4], "", false),
];

/// Words of the second round that may be read.
pub const LATER_QUOTES: &[PlayedQuote] = &[
    (
        "becky.thorne@thornmere.example",
        "We practised the planning board twice in his kitchen. The third time was the real one, and I was ready.",
        true,
        [true, true, true],
    ),
    (
        TOM,
        "A year ago I was the one who asked. I learned as much this time, by having to answer.",
        true,
        [true, false, true],
    ),
    (
        "kofi.mensah@riverside.example",
        "I came with a restructure that kept me awake. I have a plan now, and somebody to ring.",
        false,
        [true, false, false],
    ),
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
