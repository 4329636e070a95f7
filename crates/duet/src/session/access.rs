//! Who may do what with sessions.

kit::access! {
    /// A session, as the two wrote it down. Who leads the round sees counts and hours, which are the partnership's.
    pub SESSION = "session" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        in_the_partnership: yes yes  yes   no     no     no,
        coordinator:        no  no   no    no     no     no,
        coach:              no  no   no    no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/partnerships/{id}/sessions/new" Write SESSION,
    POST "/partnerships/{id}/sessions" Write SESSION,
}
