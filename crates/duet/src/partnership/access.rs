//! Who may do what with partnerships.

kit::access! {
    /// A partnership. Who leads the round knows that there is one, how it stands and how often the two met.
    pub PARTNERSHIP = "partnership" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        in_the_partnership: yes yes  no    yes    no     no,
        coordinator:        no  yes  no    no     no     no,
        coach:              no  yes  no    no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
    /// That a pair needs a look, and why.
    pub FLAG = "partnership_flag" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        in_the_partnership: no  no   no    no     no     no,
        coordinator:        no  yes  no    yes    no     no,
        coach:              no  no   no    no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/partnerships/{id}" See PARTNERSHIP,
    POST "/partnerships/{id}/answer" Decide PARTNERSHIP,
    POST "/partnerships/{id}/flags" Decide FLAG,
    POST "/partnerships/{id}/stepping-back" Decide PARTNERSHIP,
    GET "/partnerships/{id}/talk" Decide PARTNERSHIP,
    POST "/partnerships/{id}/talk" Decide PARTNERSHIP,
}
