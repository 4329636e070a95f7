//! Who may do what with what somebody proves themselves by: they, and nobody for them.

use crate::sign_in::access::ENTRANCE;

kit::access! {
    /// The second steps somebody has set up, and their recovery codes.
    pub OWN_FACTORS = "own_factors" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes yes  yes   no     yes    no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/factors" List OWN_FACTORS,
    POST "/factors" Write OWN_FACTORS,
    GET "/factors/new" Write OWN_FACTORS,
    POST "/factors/recovery-codes" Write OWN_FACTORS,
    POST "/factors/code-app/removal" Delete OWN_FACTORS,
    POST "/passkeys" Write OWN_FACTORS,
    POST "/passkeys/question" Write OWN_FACTORS,
    POST "/passkeys/{id}/removal" Delete OWN_FACTORS,
    GET "/confirmation" See OWN_FACTORS,
    POST "/confirmation" Write OWN_FACTORS,
    POST "/confirmation/passkey" Write OWN_FACTORS,
    POST "/sign-ins/question" Write ENTRANCE,
    POST "/sign-ins/passkey" Write ENTRANCE,
}
