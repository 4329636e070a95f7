//! Who may have somebody forgotten.

kit::access! {
    /// Forgetting somebody. Everybody may ask it for themselves; an administrator looks at what goes, and decides.
    pub ERASURE = "erasure" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       no  no   yes   no     no     no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: yes yes  yes   yes    no     no,
    }
}

kit::doors! {
    GET "/erasures" List ERASURE,
    POST "/erasures" List ERASURE,
    GET "/people/{id}/erasure" See ERASURE,
    POST "/people/{id}/erasure" Decide ERASURE,
    POST "/me/erasure" Write ERASURE,
}
