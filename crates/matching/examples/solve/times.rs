//! How long asking and solving take, each done as often as wished.

use std::time::Instant;

use rustix::time::{ClockId, clock_gettime};

use super::Outcome;

/// How long something took, each time: on the clock, and of the processor.
#[derive(Default)]
pub(super) struct Times {
    clock: Vec<f64>,
    processor: Vec<f64>,
}

impl Times {
    /// Runs something and notes how long it took.
    pub(super) fn of<T>(&mut self, run: impl FnOnce() -> T) -> T {
        let (clock, processor) = (Instant::now(), processor_ms());
        let done = run();
        self.clock.push(clock.elapsed().as_secs_f64() * 1e3);
        self.processor.push(processor_ms() - processor);
        done
    }

    /// As members of an object: the median on the clock, the least on the clock, and the least of the processor that this
    /// thread had. The last is what can be compared on a machine that others use too, where there are no other threads.
    pub(super) fn told(mut self, name: &str) -> String {
        self.clock.sort_by(f64::total_cmp);
        let median = self.clock.get(self.clock.len() / 2).copied().unwrap_or(0.0);
        let least = self.clock.first().copied().unwrap_or(0.0);
        let processor = self.processor.into_iter().reduce(f64::min).unwrap_or(0.0);
        format!("\"{name}ms\":{median:.3},\"{name}least_ms\":{least:.4},\"{name}cpu_ms\":{processor:.4}")
    }
}

/// Asks and solves, and tells how long both took.
pub(super) fn solved<Q, P>(
    reps: usize,
    ask: impl Fn(&mut Times) -> Outcome<Q>,
    solve: impl Fn(&Q) -> Outcome<P>,
) -> Outcome<(Q, P, String)> {
    let (mut asking, mut solving) = (Times::default(), Times::default());
    let mut last = None;
    for _ in 0..reps {
        let question = ask(&mut asking)?;
        let plan = solving.of(|| solve(&question))?;
        last = Some((question, plan));
    }
    let (question, plan) = last.ok_or("nothing was solved")?;
    Ok((question, plan, format!("{},{}", solving.told(""), asking.told("ask_"))))
}

/// Milliseconds of processor time that this thread has had.
fn processor_ms() -> f64 {
    let had = clock_gettime(ClockId::ThreadCPUTime);
    had.tv_sec as f64 * 1e3 + had.tv_nsec as f64 / 1e6
}
