//! A line of a table of what is promised: what was measured, what it is held against, and whether it was met.

/// A line, beside a peer where there is one.
pub(super) struct Line<'l> {
    pub(super) database: &'l str,
    pub(super) what: String,
    pub(super) ours: String,
    pub(super) peer: String,
    pub(super) ratio: String,
}

/// Prints the headings.
pub(super) fn headings() {
    println!("| database | what | ours | peer | ratio | limit | |");
    println!("|---|---|--:|--:|--:|--:|---|");
}

/// A line without a peer.
pub(super) fn plain<'l>(database: &'l str, what: impl Into<String>, ours: String) -> Line<'l> {
    Line { database, what: what.into(), ours, peer: String::new(), ratio: String::new() }
}

impl Line<'_> {
    /// Prints it with what is measured, and the limit that may not be exceeded; none where nothing is promised.
    pub(super) fn print(&self, measured: f64, limit: Option<f64>, unit: &str) {
        let Self { database, what, ours, peer, ratio } = self;
        let verdict = verdict(measured, limit, unit);
        println!("| {database} | {what} | {ours} | {peer} | {ratio} | {verdict} |");
    }
}

/// The last two cells: what may not be exceeded, and whether it was. Both empty where nothing is promised.
pub(super) fn verdict(measured: f64, limit: Option<f64>, unit: &str) -> String {
    match limit {
        None => "|".to_owned(),
        Some(limit) if measured <= limit => format!("≤ {limit}{unit} | met"),
        Some(limit) => format!("≤ {limit}{unit} | **missed**, {:.2} of it", measured / limit),
    }
}
