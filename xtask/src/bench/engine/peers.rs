//! Who is measured, and how they are asked.

/// A program that answers, and the words it is given.
pub(super) enum Solver {
    /// Ours: `solve` with these words.
    Solve(&'static [&'static str]),
    /// A crate, by `crates/matching/benches/peers`.
    Rust(&'static str),
    /// A Python package, by `peers.py` beside it.
    Python(&'static str),
    /// LEMON, by `lemon.cpp` beside it.
    Lemon(&'static str),
}

/// A solver with its name in the table.
pub(super) struct Peer {
    pub(super) name: &'static str,
    pub(super) solver: Solver,
    /// The largest size it is asked: beyond, it would take minutes.
    pub(super) largest: usize,
    /// Whether it may find a lesser value, as it reckons in rounded numbers.
    pub(super) rounds: bool,
}

impl Peer {
    pub(super) const fn new(name: &'static str, solver: Solver) -> Peer {
        Peer { name, solver, largest: usize::MAX, rounds: false }
    }

    pub(super) const fn up_to(mut self, largest: usize) -> Peer {
        self.largest = largest;
        self
    }

    pub(super) const fn rounding(mut self) -> Peer {
        self.rounds = true;
        self
    }

    /// Whether it is a crate.
    pub(super) fn is_rust(&self) -> bool {
        matches!(self.solver, Solver::Rust(_))
    }
}
