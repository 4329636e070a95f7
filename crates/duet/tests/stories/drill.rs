//! Drills: stories told many times. A few times here; as often as is published when `DUET_PROVE` is set, which is what
//! `cargo xtask prove` does. It makes one table of the figures they print.

use std::io::Write;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use tracing_subscriber::fmt::MakeWriter;

/// So often in a test, and so often in the proof.
pub(crate) fn times(in_test: usize, in_proof: usize) -> usize {
    let proves = std::env::var("DUET_PROVE").is_ok_and(|set| !set.is_empty());
    if proves { in_proof } else { in_test }
}

/// Prints a figure for the table.
pub(crate) fn figure(drill: &str, what: &str, value: impl std::fmt::Display) {
    println!("figure | {drill} | {what} | {value}");
}

/// Begins to keep what the whole program logs, at its most talkative.
pub(crate) fn listen() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        // Another listener would be a mistake of ours: there is one per program.
        duet::command::log_to("trace", Kept).expect("nobody else listens");
    });
}

/// All that was logged by now.
pub(crate) fn logged() -> String {
    String::from_utf8_lossy(&kept()).into_owned()
}

#[derive(Clone, Copy)]
struct Kept;

fn kept() -> MutexGuard<'static, Vec<u8>> {
    static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());
    LOG.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        kept().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Kept {
    type Writer = Kept;
    fn make_writer(&self) -> Kept {
        *self
    }
}
