//! Who may look at the record of what was done.

kit::access! {
    /// What was done, by whom, to what.
    pub AUDIT = "audit" {
        //                see list write decide delete export
        member:           no  no   no    no     no     no,
        in_the_partnership: no no  no    no     no     no,
        coordinator:      no  no   no    no     no     no,
        coach:            no  no   no    no     no     no,
        sponsor:          no  no   no    no     no     no,
        administrator:    yes yes  no    no     no     no,
    }
}

kit::doors! {
    GET "/audit" List AUDIT,
}
