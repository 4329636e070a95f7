//! Who may read everything about somebody: they themselves, and, as a file without what is locked, who hands it to them on
//! paper.

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
    /// What can be read of everything about somebody, as a file for whoever asks for it on paper.
    pub PAPER = "everything_on_paper" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: yes no   no    no     no     yes,
    }
}

kit::doors! {
    GET "/me" See EVERYTHING,
    GET "/me/everything.json" Export EVERYTHING,
    GET "/people/{id}/everything" Export PAPER,
    POST "/people/{id}/everything" Export PAPER,
}
