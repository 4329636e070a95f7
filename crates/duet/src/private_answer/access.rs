//! Who may do what with private answers.

kit::access! {
    /// What the law protects, kept for a purpose: whoever the purpose is for sees it, and whom it is about.
    pub PRIVATE_ANSWER = "private_answer" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes no   no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/private-answers" List PRIVATE_ANSWER,
    POST "/rounds/{id}/private-answers/deletion" Delete PRIVATE_ANSWER,
}
