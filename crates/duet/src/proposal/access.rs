//! Who may do what with proposals.

kit::access! {
    /// What the engine suggests for a round, and why.
    pub PROPOSAL = "proposal" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   yes    no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/proposal" See PROPOSAL,
    POST "/rounds/{id}/proposals" Write PROPOSAL,
    POST "/rounds/{id}/wishes" Write PROPOSAL,
    GET "/rounds/{id}/what-if" Write PROPOSAL,
    POST "/rounds/{id}/rules" Write PROPOSAL,
    GET "/rounds/{id}/reasons" See PROPOSAL,
    POST "/rounds/{id}/places" Write PROPOSAL,
    GET "/rounds/{id}/evaluations" See PROPOSAL,
    POST "/rounds/{id}/evaluations" Write PROPOSAL,
    GET "/rounds/{id}/proposals" See PROPOSAL,
    GET "/proposals/{id}" See PROPOSAL,
    GET "/proposals/{id}/comparison" See PROPOSAL,
    GET "/proposals/{id}/proof" See PROPOSAL,
    GET "/proposals/{id}/proof.json" See PROPOSAL,
    GET "/proposals/{id}/publication" Decide PROPOSAL,
    POST "/proposals/{id}/publication" Decide PROPOSAL,
    POST "/proposals/{id}/withdrawal" Decide PROPOSAL,
}
