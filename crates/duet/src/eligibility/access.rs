//! Who may say who may take part.

kit::access! {
    /// The rules of who may take part, and who is let in although they do not meet one.
    pub ELIGIBILITY = "eligibility" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/eligibility" See ELIGIBILITY,
    GET "/rounds/{id}/eligibility/rule" Write ELIGIBILITY,
    POST "/rounds/{id}/eligibility/rule" Write ELIGIBILITY,
    POST "/rounds/{id}/waivers" Write ELIGIBILITY,
    POST "/waivers/{id}/ending" Delete ELIGIBILITY,
}
