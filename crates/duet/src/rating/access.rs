//! Who may do what with ratings.

kit::access! {
    /// Where somebody says they stand. Its words are theirs; the coach reads what they share.
    pub RATING = "rating" {
        //                  see list write decide delete export
        member:             no  no   no    no     no     no,
        author:             yes yes  yes   no     yes    no,
        in_the_partnership: no  no   yes   no     yes    no,
        coordinator:        no  no   no    no     no     no,
        coach:              no  no   no    no     no     no,
        sponsor:            no  no   no    no     no     no,
        administrator:      no  no   no    no     no     no,
    }
    /// Those ratings of a round that their authors share with the coach.
    pub SHARED_RATING = "shared_rating" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   no  no   no    no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
    /// Asking a round's people where they stand: when, and how many have answered.
    pub ASKING = "asking" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/partnerships/{id}/before" Write RATING,
    POST "/partnerships/{id}/before" Write RATING,
    GET "/partnerships/{id}/after" Write RATING,
    POST "/partnerships/{id}/after" Write RATING,
    POST "/partnerships/{id}/before/deletion" Delete RATING,
    POST "/partnerships/{id}/after/deletion" Delete RATING,
    GET "/rounds/{id}/ratings" See ASKING,
    POST "/rounds/{id}/ratings" Write ASKING,
    GET "/rounds/{id}/ratings/before" Write ASKING,
    GET "/rounds/{id}/ratings/after" Write ASKING,
    POST "/rounds/{id}/ratings/withdrawal" Write ASKING,
    GET "/rounds/{id}/ratings/shared" List SHARED_RATING,
}
