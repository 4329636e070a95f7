//! Who may do what with rounds.

kit::access! {
    /// A round: its dates, its rules, where it stands.
    pub ROUND = "round" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  yes  no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
    /// The rounds of the schemes somebody does something for: everybody has such a page, most an empty one.
    pub OWN_ROUNDS = "own_rounds" {
        //      see list write decide delete export
        member: no  yes  no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds" List OWN_ROUNDS,
    GET "/rounds/{id}" See ROUND,
    GET "/rounds/{id}/description" Write ROUND,
    POST "/rounds/{id}/description" Write ROUND,
    GET "/rounds/{id}/deadline" Write ROUND,
    POST "/rounds/{id}/deadline" Write ROUND,
    GET "/schemes/{id}/rounds/new" Write ROUND,
    POST "/schemes/{id}/rounds/new" Write ROUND,
}
