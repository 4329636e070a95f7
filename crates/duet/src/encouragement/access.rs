//! Who may encourage people to apply.

kit::access! {
    /// That somebody was encouraged to apply, and whether they did. They have the letter.
    pub ENCOURAGEMENT = "encouragement" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes no   no    no     no     no,
        coordinator:   yes yes  yes   no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/encouragements" List ENCOURAGEMENT,
    POST "/rounds/{id}/encouragements" Write ENCOURAGEMENT,
}
