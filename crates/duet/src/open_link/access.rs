//! Who makes and ends open links. Whoever holds one may try it: it is an entrance.

use crate::sign_in::access::ENTRANCE;

kit::access! {
    /// A link by which anybody can come in and apply to a round: that it is there, and how many came. The link itself is shown
    /// once, to who made it.
    pub OPEN_LINK = "open_link" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         yes yes  no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/open-links" List OPEN_LINK,
    POST "/rounds/{id}/open-links" Write OPEN_LINK,
    POST "/open-links/{id}/ending" Delete OPEN_LINK,
    GET "/open-calls/{link}" See ENTRANCE,
    POST "/open-calls/{link}" Write ENTRANCE,
    GET "/open-calls/{link}/code" See ENTRANCE,
    POST "/open-calls/{link}/code" Write ENTRANCE,
}
