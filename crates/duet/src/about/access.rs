//! Who may read everything about somebody: they themselves.

kit::access! {
    /// Every row about somebody.
    pub EVERYTHING = "everything" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes yes  no    no     no     yes,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/me" See EVERYTHING,
    GET "/me/everything.json" Export EVERYTHING,
}
