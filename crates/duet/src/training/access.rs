//! Who may do what with trainings.

kit::access! {
    /// A training of a round, and who completed it. The two of a pair know what each of them has still to complete.
    pub TRAINING = "training" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        in_the_partnership: no  yes  no    no     no     no,
        coordinator:        yes yes  yes   no     no     no,
        coach:              yes yes  yes   no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/trainings" See TRAINING,
    POST "/rounds/{id}/trainings" Write TRAINING,
    GET "/trainings/{id}" See TRAINING,
    POST "/trainings/{id}/completions" Write TRAINING,
}
