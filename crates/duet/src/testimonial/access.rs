//! Who may do what with testimonials.

kit::access! {
    /// Words that somebody lets others read, with what they allow.
    pub TESTIMONIAL = "testimonial" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        author:             yes yes  yes   no     yes    no,
        in_the_partnership: no  no   yes   no     yes    no,
        coordinator:        no  no   no    no     no     no,
        coach:              no  no   no    no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
    /// The same as they may be shown, and where: with the names that people want there.
    pub QUOTE = "quote" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  no    no     no     no,
        coach:         yes no   no    no     no     no,
        sponsor:       yes no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/partnerships/{id}/testimonial" Write TESTIMONIAL,
    POST "/partnerships/{id}/testimonial" Write TESTIMONIAL,
    POST "/partnerships/{id}/testimonial/withdrawal" Delete TESTIMONIAL,
    GET "/rounds/{id}/quotes" List QUOTE,
}
