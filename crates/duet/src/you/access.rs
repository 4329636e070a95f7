//! Who may change what somebody is known by.

use crate::sign_in::access::ENTRANCE;

kit::access! {
    /// The name and the addresses somebody is known by, as they change them.
    pub OWN_NAME = "own_name" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes yes  yes   yes    yes    no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/you" See OWN_NAME,
    POST "/you/name" Write OWN_NAME,
    POST "/you/addresses" Write OWN_NAME,
    GET "/you/addresses/{id}" Write OWN_NAME,
    POST "/you/addresses/{id}" Write OWN_NAME,
    POST "/you/addresses/letters" Write OWN_NAME,
    POST "/you/addresses/removal" Delete OWN_NAME,
    GET "/you/undo/{link}" See ENTRANCE,
    POST "/you/undo/{link}" Write ENTRANCE,
}
