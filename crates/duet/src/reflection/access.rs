//! Who may do what with reflections.

kit::access! {
    /// What somebody wrote for themselves about a session of theirs. That there is one is as private as its words.
    pub REFLECTION = "reflection" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        author:             yes yes  yes   no     yes    no,
        in_the_partnership: no  no   yes   no     no     no,
        coordinator:        no  no   no    no     no     no,
        coach:              no  no   no    no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/sessions/{id}/reflection" Write REFLECTION,
    POST "/sessions/{id}/reflection" Write REFLECTION,
    POST "/sessions/{id}/reflection/deletion" Delete REFLECTION,
}
