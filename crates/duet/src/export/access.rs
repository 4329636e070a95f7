//! Who may take a round's data out.

kit::access! {
    /// A round's people, pairs and counts of sessions, as spreadsheets.
    pub SHEET = "sheet" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   no  no   no    no     no     yes,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/round.xlsx" Export SHEET,
    GET "/rounds/{id}/people.csv" Export SHEET,
    GET "/rounds/{id}/pairs.csv" Export SHEET,
    GET "/rounds/{id}/sessions.csv" Export SHEET,
}
