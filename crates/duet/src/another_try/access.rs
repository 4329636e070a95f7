//! Who may ask that two be proposed to each other again.

kit::access! {
    /// That two whose pair ended may be proposed to each other again, and why.
    pub ANOTHER_TRY = "another_try" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        in_the_partnership: no  no   no    no     no     no,
        coordinator:        yes yes  yes   no     no     no,
        coach:              no  no   no    no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/partnerships/{id}/another-try" See ANOTHER_TRY,
    POST "/partnerships/{id}/another-try" Write ANOTHER_TRY,
}
