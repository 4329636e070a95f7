//! Whatever was answered with “saved” is there when the program is started again, however it ended: each once, with its
//! row on the record, in a database that is whole.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use duet::demo::cast;
use kit::clock::Clock;
use kit::random::Random;
use testkit::Database;

use crate::drill::{figure, times};
use crate::program::{Home, Program};
use crate::wire::Wire;

pub(crate) const WRITERS: usize = 8;

/// What the writers were told, written down outside the program.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) saved: Vec<String>,
    /// Sent, and no answer came: kept or not.
    pub(crate) in_doubt: Vec<String>,
    /// Told to try again later.
    put_off: usize,
}

/// A pair's page, and what its mentor shows to be let in.
pub(crate) struct Pair {
    pub(crate) sessions: String,
    pub(crate) cookie: String,
    held_on: String,
}

impl Pair {
    pub(crate) fn of_the_demo(program: &Program) -> Pair {
        let cookie = program.sign_in(cast::GWEN);
        let home = program.ask("/", None, &cookie).text();
        let id = home
            .split("/partnerships/")
            .nth(1)
            .and_then(|rest| rest.split(['"', '/', '?']).next())
            .expect("a pair of hers");
        let today = Clock::system("Europe/London").today();
        let held_on =
            format!("held_on-day={}&held_on-month={}&held_on-year={}", today.day(), today.month(), today.year());
        Pair { sessions: format!("/partnerships/{id}/sessions"), cookie, held_on }
    }

    pub(crate) fn form(&self, id: &str) -> String {
        format!("id={id}&{}&minutes=45&way=phone", self.held_on)
    }

    /// Logs sessions until the program is gone or it is time to stop.
    fn writes(&self, port: u16, stop: &AtomicBool) -> Ledger {
        let mut ledger = Ledger::default();
        let Ok(mut wire) = Wire::open(port) else { return ledger };
        while !stop.load(Ordering::Relaxed) {
            let id = kit::id::fresh(Clock::system("UTC").now(), &Random::System).to_string();
            match wire.ask(&self.sessions, Some(&self.form(&id)), &self.cookie) {
                Ok(said) if said.status == 303 && said.header("location").ends_with(&id) => ledger.saved.push(id),
                Ok(said) if [409, 503].contains(&said.status) => ledger.put_off += 1,
                Ok(said) => panic!("a session is answered {}: {}", said.status, said.text()),
                Err(_) => {
                    ledger.in_doubt.push(id);
                    break;
                }
            }
        }
        ledger
    }
}

/// Eight write for a while, until the program is killed.
fn writes_until_killed(pair: &Pair, program: Program, after: Duration) -> Ledger {
    let (stop, port) = (AtomicBool::new(false), program.port);
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS).map(|_| scope.spawn(|| pair.writes(port, &stop))).collect();
        std::thread::sleep(after);
        program.kill();
        stop.store(true, Ordering::Relaxed);
        let mut all = Ledger::default();
        for writer in writers {
            let own = writer.join().expect("a writer does not panic");
            all.saved.extend(own.saved);
            all.in_doubt.extend(own.in_doubt);
            all.put_off += own.put_off;
        }
        all
    })
}

/// The sessions that are there since one, and those on the record: each list as it stands, so that twice is noticed.
pub(crate) async fn kept_since(database: &Database, id: &str) -> (Vec<String>, Vec<String>) {
    let sessions =
        database.asked(&format!("select cast(id as text) from session where id >= '{id}' order by id")).await;
    let noted = format!(
        "select cast(subject as text) from audit where act = 'session.logged' and subject >= '{id}' order by subject"
    );
    (sessions, database.asked(&noted).await)
}

pub(crate) fn missing<'l>(ledger: &'l [String], kept: &[String]) -> Vec<&'l String> {
    let kept: BTreeSet<&String> = kept.iter().collect();
    ledger.iter().filter(|id| !kept.contains(id)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn through_every_kill() {
    let (kills, wanted) = (times(5, 1000), times(50, 100_000));
    let home = Home::new();
    let (chance, mut program) = (Random::seeded(9), home.demo(&[]));
    let pair = Pair::of_the_demo(&program);
    let first = kit::id::fresh(Clock::system("UTC").now(), &Random::System).to_string();
    let (mut saved, mut doubted, mut put_off, mut slowest) = (Vec::new(), 0, 0, Duration::ZERO);
    let (began, mut kill) = (Instant::now(), 0);
    // As many kills as are promised, and as many writes: a slow machine takes more kills, to a limit.
    while kill < kills || (saved.len() < wanted && kill < 3 * kills) {
        kill += 1;
        let since = kit::id::fresh(Clock::system("UTC").now(), &Random::System).to_string();
        let wait = u64::from(u16::from_be_bytes(chance.bytes())) * times(200, 1900) as u64 / 65_536;
        let mut ledger = writes_until_killed(&pair, program, Duration::from_millis(100 + wait));
        program = home.demo(&[]);
        slowest = slowest.max(program.answered_after);
        // Who got no answer sends the same form again: it must not count twice.
        for id in &ledger.in_doubt {
            let said = program.ask(&pair.sessions, Some(&pair.form(id)), &pair.cookie);
            assert_eq!(said.status, 303, "{}", said.text());
        }
        doubted += ledger.in_doubt.len();
        ledger.saved.append(&mut ledger.in_doubt);
        put_off += ledger.put_off;
        let (kept, noted) = kept_since(&home.database, &since).await;
        assert_eq!(missing(&ledger.saved, &kept), [""; 0], "lost after kill {kill}");
        assert_eq!(kept, noted, "each session is on the record once, after kill {kill}");
        if kill % 10 == 0 {
            assert_eq!(home.database.broken(), [""; 0], "after kill {kill}");
        }
        saved.append(&mut ledger.saved);
    }
    assert_eq!(home.database.broken(), [""; 0]);
    let (kept, noted) = kept_since(&home.database, &first).await;
    let lost = missing(&saved, &kept).len();
    assert_eq!((lost, kept.len()), (0, saved.len()), "every one once, and none that nobody was told of");
    assert_eq!(kept, noted);
    assert!(saved.len() >= wanted, "only {} were saved", saved.len());
    figure("kills", "kill -9 under 8 writers", kill);
    figure("kills", "acknowledged writes", saved.len());
    figure("kills", "of them lost, or there twice", lost);
    figure("kills", "in doubt, sent again, there once", doubted);
    figure("kills", "told to try again", put_off);
    figure("kills", "files found broken", 0);
    figure("kills", "slowest first 200 after a kill, of 2,000 ms at most", slowest.as_millis());
    figure("kills", "writes per second, restarts included", saved.len() as u64 / began.elapsed().as_secs().max(1));
    // How quick it is, is told above; here, that it comes back by itself.
    assert!(slowest < Duration::from_secs(20), "the slowest start took {slowest:?}");
}

/// A ledger that lists what is not there is found out.
#[tokio::test]
async fn a_lost_write_would_be_noticed() {
    let kept = ["a".to_owned(), "b".to_owned()];
    assert_eq!(missing(&["b".to_owned(), "c".to_owned()], &kept), ["c"]);
    assert_eq!(missing(&kept, &kept), [""; 0]);
}
