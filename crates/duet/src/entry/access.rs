//! Who may do what with entries.

kit::access! {
    /// What a coordinator entered for somebody who phoned.
    pub ENTRY = "entry" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes yes  no    yes    no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/applications/new" Write ENTRY,
    POST "/rounds/{id}/applications" Write ENTRY,
    GET "/partnerships/{id}/entries" Write ENTRY,
    POST "/partnerships/{id}/entries/answer" Write ENTRY,
    POST "/partnerships/{id}/entries/session" Write ENTRY,
    GET "/entries/{id}" See ENTRY,
    POST "/entries/{id}/correction" Decide ENTRY,
    POST "/entries/{id}/settlement" See ENTRY,
}
