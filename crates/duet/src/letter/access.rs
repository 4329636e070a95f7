//! Who may do what with letters that wait to be sent.

kit::access! {
    /// A letter to somebody, as it waits. Who it is to has it in their hands.
    pub LETTER = "letter" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     no     yes,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
    /// The letters of the schemes somebody coordinates: everybody has such a page, most an empty one.
    pub OWN_LETTERS = "own_letters" {
        //           see list write decide delete export
        member:      no  yes  yes   no     no     no,
        oneself:     yes no   no    no     no     no,
        coordinator: yes no   no    no     no     no,
    }
}

kit::doors! {
    GET "/letters" List OWN_LETTERS,
    POST "/letters/sending" Write OWN_LETTERS,
    POST "/letters/merge" Write OWN_LETTERS,
    GET "/letters/{id}" See LETTER,
    POST "/letters/{id}/mail" Export LETTER,
    POST "/letters/{id}/sending" Write LETTER,
    POST "/letters/{id}/sign-in-link" Write LETTER,
}
