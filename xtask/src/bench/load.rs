//! Asking for pages: in turn, under a modest load, and as fast as they come.

use super::http::Client;
use crate::Result;
use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

/// Times from the shortest to the longest.
pub(super) struct Times(Vec<Duration>);

impl Times {
    pub(super) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// In milliseconds: the smallest time that at least this share of them do not exceed.
    pub(super) fn rank(&self, percent: usize) -> f64 {
        self.0[(self.0.len() * percent).div_ceil(100) - 1].as_secs_f64() * 1_000.0
    }
}

/// A page, fetched `times` times one after another after a tenth as often to warm up.
pub(super) fn alone(client: &mut Client, path: &str, times: usize) -> Result<Times> {
    let mut all = Vec::with_capacity(times);
    for round in 0..times + times / 10 {
        let began = Instant::now();
        let answer = client.get(path, "br, gzip")?;
        if answer.status != 200 {
            return Err(format!("{path} answered {}", answer.status).into());
        }
        if round >= times / 10 {
            all.push(began.elapsed());
        }
    }
    Ok(Times::of(all))
}

/// Runs `work` while somebody else's browsers ask for `path`, each again 20 ms after its answer.
pub(super) fn beside<T>(mut others: Vec<Client>, path: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for other in &mut others {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) && other.get(path, "br, gzip").is_ok() {
                    thread::sleep(Duration::from_millis(20));
                }
            });
        }
        let out = work();
        done.store(true, Ordering::Relaxed);
        out
    })
}

/// Pages per second that these browsers get together, none of them waiting between its pages.
pub(super) fn per_second(clients: &mut [Client], path: &str, during: Duration) -> Result<f64> {
    let began = Instant::now();
    let counts = thread::scope(|scope| {
        let asking = |client| {
            scope.spawn(move || {
                let client: &mut Client = client;
                let mut count = 0;
                while began.elapsed() < during && client.get(path, "br, gzip").is_ok() {
                    count += 1;
                }
                count
            })
        };
        let threads: Vec<_> = clients.iter_mut().map(asking).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(0)).sum::<u32>()
    });
    Ok(f64::from(counts) / began.elapsed().as_secs_f64())
}

/// What a process holds in memory, in MB (10^6 bytes).
pub(super) fn resident(process: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib * 1024.0 / 1_000_000.0)
}

#[cfg(test)]
mod tests {
    use super::Times;
    use std::time::Duration;

    #[test]
    fn percentiles_are_measured_times() {
        let times = Times::of((1..=300).rev().map(Duration::from_millis).collect());
        assert_eq!((times.rank(50), times.rank(99)), (150.0, 297.0));
    }
}
