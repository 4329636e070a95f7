//! Who may do what with a scheme's conditions.

kit::access! {
    /// How a scheme has what good mentoring needs.
    pub CONDITION = "condition" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       yes yes  no    no     no     no,
        administrator: yes yes  no    no     no     no,
    }
}

kit::doors! {
    GET "/schemes/{id}/conditions/{condition}" Write CONDITION,
    POST "/schemes/{id}/conditions/{condition}" Write CONDITION,
}
