//! Who may do what with applications.

kit::access! {
    /// Somebody's application to a round, and what they said in it.
    pub APPLICATION = "application" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes no   no    no     no     no,
        coordinator:   yes yes  yes   no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/people" List APPLICATION,
}
