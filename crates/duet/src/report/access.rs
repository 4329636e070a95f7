//! Who may do what with reports.

kit::access! {
    /// A round in numbers.
    pub REPORT = "report" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  no    no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       yes yes  no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/report" See REPORT,
}
