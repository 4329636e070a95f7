//! How much has been done, and whether it is enough.

/// Additions and comparisons in one step.
const STEP: u64 = 1 << 16;

/// Counts what is done, up to a number of steps or until the caller says stop.
pub(super) struct Work<'a> {
    done: u64,
    most: u64,
    next: u64,
    stopped: bool,
    stop: &'a (dyn Fn() -> bool + Sync),
}

impl<'a> Work<'a> {
    /// Work of at most so many steps; `stop` is asked about once a step.
    pub(super) fn new(steps: u64, stop: &'a (dyn Fn() -> bool + Sync)) -> Work<'a> {
        Work { done: 0, most: steps.saturating_mul(STEP), next: 0, stopped: false, stop }
    }

    /// Counts some additions.
    pub(super) fn did(&mut self, additions: usize) {
        self.done = self.done.saturating_add(additions as u64 + 1);
    }

    /// Whether it is time to end.
    pub(super) fn spent(&mut self) -> bool {
        if self.done >= self.next && !self.stopped {
            self.next = self.done.saturating_add(STEP);
            self.stopped = (self.stop)();
        }
        self.stopped || self.done >= self.most
    }

    /// A part of what is left, to be counted on its own.
    pub(super) fn part(&self, steps: u64) -> Work<'a> {
        let left = self.most.saturating_sub(self.done);
        Work { done: 0, most: left.min(steps.saturating_mul(STEP)), next: 0, stopped: self.stopped, stop: self.stop }
    }

    /// Whether so many additions more may be made.
    pub(super) fn allows(&self, additions: usize) -> bool {
        !self.stopped && self.done.saturating_add(additions as u64) < self.most
    }

    /// How many steps are left, and how many were done.
    pub(super) fn left(&self) -> u64 {
        self.most.saturating_sub(self.done) / STEP
    }

    pub(super) fn steps(&self) -> u64 {
        self.done / STEP + 1
    }

    /// Counts parts that were done at the same time, each on its own thread: as much as the longest of them.
    pub(super) fn add_longest(&mut self, parts: &[Work<'_>]) {
        self.done = self.done.saturating_add(parts.iter().map(|part| part.done).max().unwrap_or(0));
        self.stopped |= parts.iter().any(|part| part.stopped);
    }

    /// Counts a part that was done on its own.
    pub(super) fn add(&mut self, part: &Work<'_>) {
        self.done = self.done.saturating_add(part.done);
        self.stopped |= part.stopped;
    }
}
