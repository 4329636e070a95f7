//! What is measured: a row for each question. A new question is one row more here.

use super::peers::{Peer, Solver::*};

/// One question, on files of several families and sizes.
pub(super) struct Row {
    /// The question's name for `instances`.
    pub(super) question: &'static str,
    pub(super) about: &'static str,
    pub(super) unit: &'static str,
    pub(super) families: &'static [&'static str],
    pub(super) sizes: &'static [usize],
    pub(super) ours: Peer,
    /// Whether ours uses more than one thread: then the clock counts and not the processor.
    pub(super) threads: bool,
    pub(super) peers: &'static [Peer],
}

const EVERY: &[&str] = &["uniform", "form", "clusters", "plane"];

pub(super) const ROWS: [Row; 6] = [
    Row {
        question: "pair",
        about: "one pool, best total first",
        unit: "people",
        families: EVERY,
        sizes: &[100, 500, 1000, 5000, 10_000],
        ours: Peer::new("ours", Solve(&["pair", "--first", "total"])),
        threads: false,
        peers: &[
            Peer::new("LEMON", Lemon("pool")),
            Peer::new("mwmatching", Rust("mwmatching")).up_to(1000),
            Peer::new("rustworkx-core", Rust("rustworkx_core")).up_to(1000),
            Peer::new("integer-blossom", Rust("integer_blossom")).up_to(500),
            Peer::new("rustworkx", Python("rustworkx")).up_to(1000),
            Peer::new("networkx", Python("networkx")).up_to(100),
        ],
    },
    Row {
        question: "assign",
        about: "mentees to mentors with one to three places, most pairs first",
        unit: "people",
        families: EVERY,
        sizes: &[100, 500, 1000, 5000, 10_000],
        ours: Peer::new("ours", Solve(&["assign", "--first", "count"])),
        threads: false,
        peers: &[
            Peer::new("OR-tools", Python("ortools_flow")),
            Peer::new("LEMON", Lemon("flow")),
            Peer::new("scipy", Python("scipy_sparse")),
            Peer::new("HiGHS", Python("highs_flow")).up_to(1000).rounding(),
            Peer::new("pathfinding", Rust("kuhn_munkres_places")).up_to(1000),
        ],
    },
    Row {
        question: "transport",
        about: "hours of need to hours of offer, most hours first",
        unit: "people",
        families: &["uniform", "form"],
        sizes: &[100, 500, 1000, 5000, 10_000],
        ours: Peer::new("ours", Solve(&["transport", "--first", "count"])),
        threads: false,
        peers: &[Peer::new("OR-tools", Python("ortools_hours")), Peer::new("LEMON", Lemon("hours"))],
    },
    Row {
        question: "cycles",
        about: "rings of two or three people, most people first, proven; one thread each",
        unit: "people",
        families: &["uniform", "form"],
        sizes: &[50, 100, 150, 200],
        ours: Peer::new("ours", Solve(&["cycles", "--first", "count", "--steps", "1000000"])),
        threads: false,
        peers: &[
            Peer::new("CP-SAT", Python("cp_sat_rings")),
            Peer::new("HiGHS", Python("highs_rings")).up_to(150).rounding(),
        ],
    },
    Row {
        question: "square",
        about: "everybody with everybody, as many on both sides, least cost",
        unit: "on each side",
        families: &["uniform", "form", "plane"],
        sizes: &[100, 200, 500, 1000, 2000, 5000],
        ours: Peer::new("ours", Solve(&["assign", "--first", "count"])),
        threads: false,
        peers: &[
            Peer::new("OR-tools", Python("ortools_lsa")).up_to(2000),
            Peer::new("scipy", Python("scipy_lsa")).up_to(2000),
            Peer::new("lapx", Python("lapx")),
            Peer::new("lapx 32", Python("lapx_narrow")).rounding(),
            Peer::new("lapjv", Rust("lapjv")).up_to(2000),
            Peer::new("lsap", Rust("lsap")).up_to(2000),
            Peer::new("pathfinding", Rust("kuhn_munkres")).up_to(1000),
        ],
    },
    Row {
        question: "group",
        about: "groups of twenty, a hundred million exchanges weighed on each of two threads; nobody else is asked",
        unit: "people",
        families: &["uniform", "form", "plane"],
        sizes: &[100, 500, 1000],
        ours: Peer::new("ours", Solve(&["group", "--steps", "100000000", "--threads", "2"])),
        threads: true,
        peers: &[],
    },
];
