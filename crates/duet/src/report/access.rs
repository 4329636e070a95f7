//! Who may do what with reports.

kit::access! {
    /// What a round came to.
    pub REPORT = "report" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  no    no     no     yes,
        coach:         yes yes  no    no     no     yes,
        sponsor:       yes yes  no    no     no     yes,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/report" See REPORT,
    GET "/rounds/{id}/report.xlsx" Export REPORT,
}
