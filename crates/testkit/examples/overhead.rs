//! What access, sealing and the record add to a statement: each beside the bare statement, one after the other in turn,
//! over the demo's data. On SQLite, or on PostgreSQL when `TEST_DATABASE_URL` names a server.
//! `cargo xtask bench overhead` runs it on both.

use std::time::{Duration, Instant};

use duet::audit::{self, Act};
use duet::demo::cast;
use duet::letter::Desk;
use duet::partnership::{self, PartnershipId};
use duet::person::{self, Viewer};
use duet::reflection;
use duet::session::{self, Session, SessionDraft, SessionId, Way, log};
use kit::db::{Read, Store, Tx};
use kit::seal::{Holder, Place, Private, Sealed};
use kit::{Result, params};
use testkit::TestDuet;

/// How often each is measured, after a tenth as often to warm up.
const TIMES: usize = 400;
/// How often each is done in one transaction, when that is what is measured.
const TOGETHER: usize = 50;

kit::sql! {
    SESSIONS -> Session = "
        select s.id, s.held_on, s.minutes, s.way, l.name as logged_by
        from session s join person l on l.organisation = s.organisation and l.id = s.logged_by
        where s.organisation = $1 and s.partnership = $2 order by s.held_on desc, s.id desc";
    ADD -> () = "
        insert into session (organisation, id, partnership, held_on, minutes, way, logged_by, logged_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    WORDS -> (Sealed,) = "select words from reflection where organisation = $1 and author = $2 and session = $3";
    CHANGE -> () = "
        update reflection set words = $4, written_at = $5 where organisation = $1 and author = $2 and session = $3";
}

/// Gwen, her pair and the session she wrote about.
#[derive(Clone, Copy)]
struct Scene {
    gwen: Viewer,
    pair: PartnershipId,
    session: SessionId,
    desk: Desk,
}

type Reading = fn(&mut Read<'_>, Scene) -> Result<()>;
type Writing = fn(&mut Tx<'_>, Scene) -> Result<()>;

fn bare_list(c: &mut Read<'_>, scene: Scene) -> Result<()> {
    c.all(&SESSIONS, params![scene.pair]).map(|_| ())
}

fn list_with_access(c: &mut Read<'_>, scene: Scene) -> Result<()> {
    let pair = partnership::store::reached(c, scene.gwen, scene.pair)?;
    session::store::of(c, &pair).map(|_| ())
}

fn bare_words(c: &mut Read<'_>, scene: Scene) -> Result<()> {
    c.all(&WORDS, params![scene.gwen.person, scene.session]).map(|_| ())
}

fn opened_words(c: &mut Read<'_>, scene: Scene) -> Result<()> {
    reflection::store::on(c, scene.gwen, scene.session).map(|_| ())
}

fn bare_insert(tx: &mut Tx<'_>, scene: Scene) -> Result<()> {
    let (id, today, now) = (tx.fresh::<SessionId>(), tx.today(), tx.now());
    tx.run(&ADD, params![id, scene.pair, today, 30_i64, Way::Phone, scene.gwen.person, now]).map(|_| ())
}

fn insert_on_the_record(tx: &mut Tx<'_>, scene: Scene) -> Result<()> {
    bare_insert(tx, scene)?;
    audit::store::note(tx, Some(scene.gwen.person), Act::SessionLogged, scene.session.0)
}

fn whole_act(tx: &mut Tx<'_>, scene: Scene) -> Result<()> {
    let draft = SessionDraft { id: tx.fresh(), held_on: tx.today(), minutes: 30, way: Way::Phone };
    log::log(tx, scene.gwen, scene.pair, draft, scene.desk).map(|_| ())
}

const LENGTH: usize = 500;

fn bare_change(tx: &mut Tx<'_>, scene: Scene) -> Result<()> {
    let (now, words) = (tx.now(), vec![b'x'; LENGTH]);
    tx.run(&CHANGE, params![scene.gwen.person, scene.session, words, now]).map(|_| ())
}

fn sealed_change(tx: &mut Tx<'_>, scene: Scene) -> Result<()> {
    let place = Place { table: "reflection", column: "words", row: scene.session.0 };
    let words = tx.seal(Holder(scene.gwen.person.0), place, &Private::new("x".repeat(LENGTH)))?;
    let now = tx.now();
    tx.run(&CHANGE, params![scene.gwen.person, scene.session, words, now]).map(|_| ())
}

async fn scene(duet: &TestDuet) -> Result<Scene> {
    let (organisation, desk) = (duet.organisation(), duet.desk());
    let gwen = duet.store().read(organisation, |c| person::store::by_address(c, cast::GWEN)).await?;
    let gwen = Viewer { organisation, person: gwen.ok_or(kit::Error::NotFound)?.id };
    duet.store()
        .write(organisation, move |tx| {
            let pair = partnership::store::of(tx, gwen)?.first().ok_or(kit::Error::NotFound)?.id;
            let reached = partnership::store::reached(tx, gwen, pair)?;
            let session = session::store::of(tx, &reached)?.first().ok_or(kit::Error::NotFound)?.id;
            reflection::write::write(tx, gwen, session, &Private::new("x".repeat(LENGTH)))?;
            Ok(Scene { gwen, pair, session, desk })
        })
        .await
}

/// The median of each, measured in turn.
async fn read(store: &Store, scene: Scene, all: &[(&str, Reading)]) -> Result<Vec<Duration>> {
    let mut times = vec![Vec::new(); all.len()];
    for round in 0..TIMES + TIMES / 10 {
        for (at, (_, work)) in all.iter().enumerate() {
            let (work, began) = (*work, Instant::now());
            store.read(scene.gwen.organisation, move |c| work(c, scene)).await?;
            if round >= TIMES / 10 {
                times[at].push(began.elapsed());
            }
        }
    }
    Ok(times.into_iter().map(median).collect())
}

/// The same for writes: each in a transaction of its own, or many in one, which is then undone.
async fn write(store: &Store, scene: Scene, all: &[(&str, Writing)], together: usize) -> Result<Vec<Duration>> {
    let mut times = vec![Vec::new(); all.len()];
    for round in 0..(TIMES + TIMES / 10) / together {
        for (at, (_, work)) in all.iter().enumerate() {
            let (work, began) = (*work, Instant::now());
            let inside = store
                .write(scene.gwen.organisation, move |tx| {
                    let began = Instant::now();
                    (0..together).try_for_each(|_| work(tx, scene))?;
                    Ok(began.elapsed())
                })
                .await?;
            if round >= TIMES / 10 / together {
                // Many in one: what the transaction itself costs, its commit above all, is left out.
                times[at].push(if together > 1 { inside / together as u32 } else { began.elapsed() });
            }
        }
    }
    Ok(times.into_iter().map(median).collect())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn print(engine: &str, what: &str, names: impl Iterator<Item = String>, times: &[Duration]) {
    let us = |time: Duration| time.as_secs_f64() * 1_000_000.0;
    for (name, time) in names.zip(times) {
        println!("| {engine} | {what} | {name} | {:.0} | {:.2} |", us(*time), us(*time) / us(times[0]));
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let duet = TestDuet::demo().await;
    let (store, scene) = (duet.store(), scene(&duet).await?);
    let engine = if store.engine() == "sqlite" { "SQLite" } else { "PostgreSQL" };
    let reads: [(&str, &[(&str, Reading)]); 2] = [
        ("a pair's sessions, read", &[("bare statement", bare_list), ("with access", list_with_access)]),
        ("a reflection, read", &[("bare statement", bare_words), ("opened", opened_words)]),
    ];
    for (what, all) in reads {
        let times = read(store, scene, all).await?;
        print(engine, what, all.iter().map(|(name, _)| (*name).to_owned()), &times);
    }
    let writes: [(&str, &[(&str, Writing)]); 2] = [
        ("a reflection, changed", &[("bare statement", bare_change), ("sealed", sealed_change)]),
        (
            "a session, added",
            &[
                ("bare statement", bare_insert),
                ("and on the record", insert_on_the_record),
                ("the whole act: access, rules, once only, record", whole_act),
            ],
        ),
    ];
    for (what, all) in writes {
        for (together, how) in [(1, "commit included"), (TOGETHER, "within a transaction")] {
            let times = write(store, scene, all, together).await?;
            print(engine, &format!("{what}, {how}"), all.iter().map(|(name, _)| (*name).to_owned()), &times);
        }
    }
    Ok(())
}
