//! Who may do what with what the organisation knows of a person.

kit::access! {
    /// Somebody's name, address, workplace and membership.
    pub PERSON = "person" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes no   no    no     no     no,
        coordinator:   yes yes  no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: yes yes  no    yes    no     no,
    }
}

kit::doors! {
    GET "/people" List PERSON,
    GET "/people/{id}" See PERSON,
    POST "/people/{id}/membership" Decide PERSON,
}
