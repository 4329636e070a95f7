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
    pub(super) peers: &'static [Peer],
}

const EVERY: &[&str] = &["uniform", "form", "clusters", "plane"];

pub(super) const ROWS: [Row; 5] = [
    Row {
        question: "pair",
        about: "one pool, best total first",
        unit: "people",
        families: EVERY,
        sizes: &[100, 500, 1000, 5000, 10_000],
        ours: Peer::new("ours", Solve(&["pair", "--first", "total"])),
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
        peers: &[
            Peer::new("OR-tools", Python("ortools_flow")),
            Peer::new("LEMON", Lemon("flow")),
            Peer::new("scipy", Python("scipy_sparse")),
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
        peers: &[Peer::new("OR-tools", Python("ortools_hours")), Peer::new("LEMON", Lemon("hours"))],
    },
    Row {
        question: "cycles",
        about: "rings of two or three people, most people first, proven; one thread each",
        unit: "people",
        families: &["uniform", "form"],
        sizes: &[50, 100, 150],
        ours: Peer::new("ours", Solve(&["cycles", "--first", "count", "--steps", "1000000"])),
        peers: &[Peer::new("CP-SAT", Python("cp_sat_rings"))],
    },
    Row {
        question: "square",
        about: "everybody with everybody, as many on both sides, least cost",
        unit: "on each side",
        families: &["uniform", "form", "plane"],
        sizes: &[100, 500, 1000, 2000],
        ours: Peer::new("ours", Solve(&["assign", "--first", "count"])),
        peers: &[
            Peer::new("OR-tools", Python("ortools_lsa")),
            Peer::new("scipy", Python("scipy_lsa")),
            Peer::new("lapx", Python("lapx")),
            Peer::new("lapjv", Rust("lapjv")),
            Peer::new("lsap", Rust("lsap")),
            Peer::new("pathfinding", Rust("kuhn_munkres")).up_to(1000),
        ],
    },
];
