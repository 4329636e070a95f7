//! Who may change what letters say.

kit::access! {
    /// The words of a scheme's letters.
    pub WORDING = "wording" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/schemes/{id}/letters" List WORDING,
    GET "/schemes/{id}/letters/{kind}/{language}" See WORDING,
    POST "/schemes/{id}/letters/{kind}/{language}" Write WORDING,
    POST "/schemes/{id}/letters/{kind}/{language}/usual" Delete WORDING,
}
