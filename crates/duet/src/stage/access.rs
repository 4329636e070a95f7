//! Who may move a round from stage to stage.

kit::access! {
    /// Where a round stands.
    pub STAGE = "stage" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  no    yes    no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    POST "/rounds/{id}/stage" Decide STAGE,
}
