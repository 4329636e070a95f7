//! Who may do what with an organisation's capabilities.

kit::access! {
    /// What an organisation's people can do or learn, and its levels. Everybody reads what they are asked about.
    pub CAPABILITY = "capability" {
        //             see list write decide delete export
        member:        no  yes  no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         no  yes  no    no     no     no,
        sponsor:       no  yes  no    no     no     no,
        administrator: yes yes  yes   no     yes    no,
    }
}

kit::doors! {
    GET "/capabilities" List CAPABILITY,
    GET "/capabilities/levels" Write CAPABILITY,
    POST "/capabilities/levels" Write CAPABILITY,
    GET "/capabilities/new" Write CAPABILITY,
    POST "/capabilities/new" Write CAPABILITY,
    GET "/capabilities/{id}" See CAPABILITY,
    POST "/capabilities/{id}" Write CAPABILITY,
    POST "/capabilities/{id}/withdrawal" Delete CAPABILITY,
    POST "/capabilities/{id}/return" Write CAPABILITY,
}
