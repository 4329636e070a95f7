//! Who may do what with a scheme's outcomes.

kit::access! {
    /// What a scheme is meant to bring. Those who take part meet its words where they are asked about them.
    pub OUTCOME = "outcome" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         yes yes  no    no     no     no,
        sponsor:       yes yes  no    no     no     no,
        administrator: yes yes  no    no     no     no,
    }
}

kit::doors! {
    GET "/schemes/{id}/outcomes" List OUTCOME,
    POST "/schemes/{id}/outcomes" Write OUTCOME,
    GET "/outcomes/{id}" Write OUTCOME,
    POST "/outcomes/{id}" Write OUTCOME,
    POST "/outcomes/{id}/withdrawal" Delete OUTCOME,
    POST "/outcomes/{id}/return" Write OUTCOME,
}
