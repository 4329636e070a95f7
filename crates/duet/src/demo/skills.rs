//! What the cast can do: a small framework, and where they said they stood, by the same acts as the real thing.

use kit::Result;
use kit::clock::{Clock, days_later};
use kit::db::{Read, Store, Tx};

use super::cast::{GWEN, TOM};
use super::load::found;
use crate::assessment::{Notes, Source, note};
use crate::capability::{CapabilityDraft, CapabilityId, Described, ScaleDraft, Words, add, scale, store};
use crate::person::Viewer;
use crate::words;

/// What the levels are called is what Duet offers first; from the highest on somebody could teach it.
const TEACHES: i64 = 4;

/// A capability: what it belongs to and what it is, in English and in Welsh, and what its levels look like.
type Skill = ([&'static str; 2], [&'static str; 2], [&'static str; 4]);

const SKILLS: &[Skill] = &[
    (
        ["Leading people", "Arwain pobl"],
        ["Listen and ask", "Gwrando a gofyn"],
        [
            "I give advice when I am asked a question.",
            "I ask before I advise, when I remember to.",
            "I ask until the other person has found their own answer.",
            "I help other leaders to listen.",
        ],
    ),
    (
        ["Leading people", "Arwain pobl"],
        ["Push back with confidence", "Gwthio’n ôl yn hyderus"],
        ["", "I can say no with somebody beside me.", "I say no in the room, and stay on good terms.", ""],
    ),
    (
        ["Leading people", "Arwain pobl"],
        ["Lead a team through change", "Arwain tîm drwy newid"],
        ["", "", "My team knows why, what and when, from me.", ""],
    ),
    (
        ["Making it happen", "Gwneud iddo ddigwydd"],
        ["Build and defend a budget", "Llunio ac amddiffyn cyllideb"],
        ["I read the figures I am given.", "", "I make the case and hold it under questions.", ""],
    ),
    (
        ["Making it happen", "Gwneud iddo ddigwydd"],
        ["Run a capital project", "Rhedeg prosiect cyfalaf"],
        ["", "", "I have opened a building on time.", ""],
    ),
    (
        ["Making it happen", "Gwneud iddo ddigwydd"],
        ["Work with councillors", "Gweithio gyda chynghorwyr"],
        ["", "", "Councillors ring me before they decide.", ""],
    ),
];

/// Somebody, and the levels they chose for each capability in order: 0, where they said nothing.
type Played = (&'static str, [i64; 6]);

/// Before the first round.
const FIRST: &[Played] = &[
    (GWEN, [4, 3, 3, 2, 4, 4]),
    (TOM, [2, 1, 2, 2, 1, 2]),
    ("ann.featherstone@wendale.example", [3, 3, 4, 4, 2, 3]),
    ("dafydd.rees@cwmarian.example", [4, 2, 2, 1, 0, 4]),
    ("marcus.bell@eastmoor.example", [2, 3, 2, 4, 4, 2]),
    ("salma.qureshi@northvale.example", [3, 2, 2, 2, 1, 2]),
    ("elin.prosser@dyffryn.example", [2, 2, 3, 1, 2, 1]),
];

/// At its end.
const AFTER: &[Played] = &[
    (GWEN, [4, 4, 0, 3, 0, 0]),
    (TOM, [3, 3, 3, 0, 0, 3]),
    ("salma.qureshi@northvale.example", [0, 3, 4, 3, 0, 3]),
    ("elin.prosser@dyffryn.example", [3, 0, 3, 2, 0, 0]),
    ("joyce.okafor@saltmere.example", [4, 3, 3, 2, 1, 2]),
];

/// Before the second.
const SECOND: &[Played] = &[
    ("priti.raman@holmevalley.example", [2, 1, 1, 1, 0, 1]),
    ("aled.vaughan@gwydion.example", [1, 2, 2, 1, 1, 2]),
    ("becky.thorne@thornmere.example", [3, 2, 2, 1, 1, 2]),
    ("kofi.mensah@riverside.example", [2, 2, 1, 3, 2, 2]),
];

/// Who would like to learn what, by the number of the capability.
const WISHES: &[(&str, &[usize])] = &[
    (GWEN, &[3]),
    ("elin.prosser@dyffryn.example", &[3, 5]),
    ("priti.raman@holmevalley.example", &[1, 3]),
    ("aled.vaughan@gwydion.example", &[0, 2]),
    ("becky.thorne@thornmere.example", &[3, 4]),
    ("kofi.mensah@riverside.example", &[2]),
];

/// The framework is written, and who is there says where they stand.
pub(super) async fn begin(store: &Store, priya: Viewer) -> Result<()> {
    store
        .write(priya.organisation, move |tx| {
            framework(tx, priya)?;
            FIRST.iter().try_for_each(|one| say(tx, priya, one))
        })
        .await
}

/// At the end of the first round some say so again, and the coordinator notes what she saw.
pub(super) async fn look_back(store: &Store, priya: Viewer) -> Result<()> {
    store
        .write(priya.organisation, move |tx| {
            AFTER.iter().try_for_each(|one| say(tx, priya, one))?;
            let tom = found(tx, TOM)?;
            let listen = capabilities(tx)?.into_iter().take(1).map(|id| (id, 4)).collect();
            let assessed_on = Clock::set_to(days_later(tx.now(), -30), "Europe/London").today();
            let seen = Notes { assessed_on, source: Source::Observation, levels: listen, wishes: None };
            note::note(tx, priya, tom, &seen)
        })
        .await
}

/// Who joins the second round says where they stand.
pub(super) async fn join(store: &Store, priya: Viewer) -> Result<()> {
    store.write(priya.organisation, move |tx| SECOND.iter().try_for_each(|one| say(tx, priya, one))).await
}

fn framework(tx: &mut Tx<'_>, priya: Viewer) -> Result<()> {
    let said =
        |language| words::words().map(|words| words.say(language).t("capability-levels-usual").replace(", ", "\n"));
    let (names, names_cy) = (said(kit::words::Language::English)?, said(kit::words::Language::Welsh)?);
    scale::write(tx, priya, &ScaleDraft { lowest: 1, names, names_cy, teaches: TEACHES })?;
    let both = |[en, cy]: [&str; 2]| Words { en: en.to_owned(), cy: cy.to_owned() };
    for (area, name, levels) in SKILLS {
        let described = (1..).zip(levels).filter(|(_, words)| !words.is_empty());
        let described = described.map(|(level, words)| Described { level, words: both([words, ""]) });
        let draft = CapabilityDraft { area: both(*area), name: both(*name), levels: described.collect() };
        add::add(tx, priya, &draft)?;
    }
    Ok(())
}

fn capabilities(c: &mut Read<'_>) -> Result<Vec<CapabilityId>> {
    Ok(store::framework(c)?.standing().map(|one| one.id).collect())
}

/// Somebody says where they stand, and what they would like to learn.
fn say(tx: &mut Tx<'_>, priya: Viewer, (address, levels): &Played) -> Result<()> {
    let viewer = Viewer { person: found(tx, address)?, ..priya };
    let all = capabilities(tx)?;
    let wishes = WISHES.iter().find(|(who, _)| who == address).map_or(&[][..], |(_, wishes)| wishes);
    let notes = Notes {
        assessed_on: tx.today(),
        source: Source::Own,
        levels: all.iter().copied().zip(*levels).filter(|(_, level)| *level > 0).collect(),
        wishes: Some(wishes.iter().filter_map(|at| all.get(*at).copied()).collect()),
    };
    note::note(tx, viewer, viewer.person, &notes)
}
