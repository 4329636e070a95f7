//! Who may do what with uploads.

use crate::application::access::APPLICATION;

kit::access! {
    /// Spreadsheets somebody sent, until they are brought in. They hold what has not been looked at yet: whoever sent
    /// them reads them, and nobody else does.
    pub IMPORT = "import" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        oneself:       yes no   yes   yes    yes    no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/rounds/{id}/import" Write APPLICATION,
    POST "/rounds/{id}/import" Write APPLICATION,
    GET "/imports/{id}" See IMPORT,
    POST "/imports/{id}/columns" Write IMPORT,
    POST "/imports/{id}/taking" Decide IMPORT,
    POST "/imports/{id}/deletion" Delete IMPORT,
}
