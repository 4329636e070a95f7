//! Who may do what with assessments.

kit::access! {
    /// Where somebody stands with what they can do. They themselves, who supervises them and who coordinates a scheme of
    /// theirs know all of it; whoever assessed them sees what they said. To administer gives no right to it.
    pub ASSESSMENT = "assessment" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes yes  yes   no     no     no,
        supervisor:    yes yes  yes   no     no     no,
        assessor:      yes no   no    no     yes    no,
        coordinator:   yes yes  yes   no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
    /// Where the people of a round stand, all at once.
    pub ROUND_ASSESSMENTS = "round_assessments" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  no    no     no     yes,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
    /// The page of those whom one supervises.
    pub OWN_TEAM = "own_team" {
        //      see list write decide delete export
        member: no  yes  no    no     no     no,
    }
}

kit::doors! {
    GET "/people/{id}/capabilities" See ASSESSMENT,
    GET "/people/{id}/assessments/new" Write ASSESSMENT,
    POST "/people/{id}/assessments" Write ASSESSMENT,
    POST "/assessments/{id}/deletion" Delete ASSESSMENT,
    GET "/rounds/{id}/capabilities" List ROUND_ASSESSMENTS,
    GET "/rounds/{id}/capabilities.xlsx" Export ROUND_ASSESSMENTS,
    GET "/team" List OWN_TEAM,
}
