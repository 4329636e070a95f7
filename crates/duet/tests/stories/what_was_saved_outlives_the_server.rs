//! Whatever was answered with “saved” is there when PostgreSQL comes back, however its server ended: each once, with its row on
//! the record. The program goes on through it, and nobody has to start it again.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kit::clock::Clock;
use kit::random::Random;

use crate::drill::{figure, times};
use crate::program::{Home, Program};
use crate::what_was_saved_stays_saved::{Ledger, Pair, WRITERS, kept_since, missing};
use crate::wire::Wire;

/// How long whoever asks may be told to try again, once the server is killed: it looks through its log first, which takes
/// long on a machine that is busy with other tests.
fn away() -> Duration {
    Duration::from_secs(times(120, 15) as u64)
}

/// Where the server that may be killed writes its process id, by whoever started it: it comes back by itself.
fn pid_file() -> PathBuf {
    std::env::var_os("DUET_KILLED_SERVER").expect("a server that may be killed").into()
}

/// Ends the server as the kernel would; with all that work for it, or without, so that they find out by themselves.
fn kill_the_server(with_all: bool) {
    let file = std::fs::read_to_string(pid_file()).expect("the server runs");
    let pid = file.lines().next().expect("its process id").trim().to_owned();
    let workers = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    let workers = workers.split_whitespace().filter(|_| with_all);
    // Some of them may have ended meanwhile.
    let _ = Command::new("kill").arg("-9").arg(&pid).args(workers).status().expect("kill runs");
}

fn fresh() -> String {
    kit::id::fresh(Clock::system("UTC").now(), &Random::System).to_string()
}

/// Logs sessions, through everything, until it is time to stop.
fn writes(pair: &Pair, port: u16, stop: &AtomicBool) -> Ledger {
    let mut ledger = Ledger::default();
    let mut wire = Wire::open(port).expect("the program listens");
    while !stop.load(Ordering::Relaxed) {
        let id = fresh();
        match wire.ask(&pair.sessions, Some(&pair.form(&id)), &pair.cookie) {
            Ok(said) if said.status == 303 && said.header("location").ends_with(&id) => ledger.saved.push(id),
            // Told to send it again: what the server did with it before it ended, nobody knows.
            Ok(said) if said.status == 503 => {
                ledger.in_doubt.push(id);
                std::thread::sleep(Duration::from_millis(20));
            }
            Ok(said) => panic!("a session is answered {}: {}", said.status, said.text()),
            Err(cause) => panic!("the program has gone: {cause}"),
        }
    }
    ledger
}

/// Stops the writers when it is dropped: also when the story fails.
struct Stopped<'s>(&'s AtomicBool);

impl Drop for Stopped<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Eight write; the server is killed, comes back, and they are served again. What they were told, and how long it took.
fn writes_through_a_kill(pair: &Pair, program: &Program, after: Duration, with_all: bool) -> (Ledger, Duration) {
    let (stop, port) = (AtomicBool::new(false), program.port);
    std::thread::scope(|scope| {
        let stopped = Stopped(&stop);
        let writers: Vec<_> = (0..WRITERS).map(|_| scope.spawn(|| writes(pair, port, &stop))).collect();
        std::thread::sleep(after);
        kill_the_server(with_all);
        let away = until_served(pair, program);
        std::thread::sleep(Duration::from_millis(50));
        drop(stopped);
        let mut all = Ledger::default();
        for writer in writers {
            let own = writer.join().expect("a writer does not panic");
            all.saved.extend(own.saved);
            all.in_doubt.extend(own.in_doubt);
        }
        (all, away)
    })
}

/// How long until a page is served again. It may have been all along, for whoever comes in between.
fn until_served(pair: &Pair, program: &Program) -> Duration {
    let began = Instant::now();
    // The server is noticed to be gone by those it worked for within a moment.
    std::thread::sleep(Duration::from_millis(100));
    loop {
        let said = program.ask(pair.sessions.trim_end_matches("/sessions"), None, &pair.cookie);
        if said.status == 200 {
            return began.elapsed();
        }
        assert_eq!(said.status, 503, "{}", said.text());
        assert!(began.elapsed() < away(), "nobody is served {:?} after the server was killed", away());
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[ignore = "needs a server that may be killed: `cargo xtask test drills` and `cargo xtask prove kills` start one"]
#[tokio::test(flavor = "multi_thread")]
async fn through_every_kill() {
    let (kills, wanted) = (times(3, 50), times(30, 3_000));
    let home = Home::new();
    let (chance, program) = (Random::seeded(10), home.demo(&[]));
    let (pair, first) = (Pair::of_the_demo(&program), fresh());
    let (mut saved, mut doubted, mut longest) = (Vec::new(), 0, Duration::ZERO);
    let mut kill = 0;
    while kill < kills || (saved.len() < wanted && kill < 3 * kills) {
        kill += 1;
        let since = fresh();
        let wait = u64::from(u16::from_be_bytes(chance.bytes())) * 400 / 65_536;
        let (mut ledger, away) =
            writes_through_a_kill(&pair, &program, Duration::from_millis(100 + wait), kill % 2 == 0);
        longest = longest.max(away);
        for id in &ledger.in_doubt {
            let said = program.ask(&pair.sessions, Some(&pair.form(id)), &pair.cookie);
            assert_eq!(said.status, 303, "{}", said.text());
        }
        doubted += ledger.in_doubt.len();
        ledger.saved.append(&mut ledger.in_doubt);
        let (kept, noted) = kept_since(&home.database, &since).await;
        assert_eq!(missing(&ledger.saved, &kept), [""; 0], "lost after kill {kill}");
        assert_eq!(kept, noted, "each session is on the record once, after kill {kill}");
        saved.append(&mut ledger.saved);
    }
    let (kept, noted) = kept_since(&home.database, &first).await;
    let lost = missing(&saved, &kept).len();
    assert_eq!((lost, kept.len()), (0, saved.len()), "every one once, and none that nobody was told of");
    assert_eq!(kept, noted);
    assert!(saved.len() >= wanted, "only {} were saved", saved.len());
    figure("server kills", "kill -9 of the database server, each second with all its processes", kill);
    figure("server kills", "acknowledged writes", saved.len());
    figure("server kills", "of them lost, or there twice", lost);
    figure("server kills", "in doubt, sent again, there once", doubted);
    figure("server kills", "longest until a page was served again, ms", longest.as_millis());
}
