//! Who may say what a round's form asks.

kit::access! {
    /// In which words a round's form asks, and what can be chosen. Who applies meets them in the form.
    pub QUESTION = "question" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/questions" List QUESTION,
    GET "/rounds/{id}/questions/wording" Write QUESTION,
    POST "/rounds/{id}/questions/wording" Write QUESTION,
}
