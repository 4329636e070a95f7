//! Who may do what with sign-ins.

kit::access! {
    /// Coming in by a link, which whoever holds it may try.
    pub ENTRANCE = "entrance" {
        //       see list write decide delete export
        anybody: yes no   yes   no     no     no,
        member:  yes no   yes   no     no     no,
    }
    /// The organisations that know somebody.
    pub OWN_ORGANISATIONS = "own_organisations" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes yes  no    yes    no     no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
    /// Where somebody is signed in.
    pub OWN_SIGN_INS = "own_sign_ins" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes yes  no    no     yes    no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/sign-in/{link}" See ENTRANCE,
    POST "/sign-in/{link}" Write ENTRANCE,
    POST "/sign-out" Write ENTRANCE,
    GET "/organisations" List OWN_ORGANISATIONS,
    POST "/organisations/{id}/opening" Decide OWN_ORGANISATIONS,
    GET "/sign-ins" List OWN_SIGN_INS,
    POST "/sign-ins/ending" Delete OWN_SIGN_INS,
    POST "/sign-ins/{id}/ending" Delete OWN_SIGN_INS,
}
