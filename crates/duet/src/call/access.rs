//! Who may apply, and who sees what somebody types.

kit::access! {
    /// A round that is open to apply to: what it is for, who can take part, until when. Who applied sees it later too.
    pub CALL = "call" {
        //           see list write decide delete export
        member:      yes yes  no    no     no     no,
        coordinator: yes yes  no    no     no     no,
        coach:       yes yes  no    no     no     no,
    }
    /// One's own application while one writes it: everybody has a form for it, and sees theirs alone. Once it is sent it is
    /// an application.
    pub OWN_APPLICATION = "own_application" {
        //      see list write decide delete export
        member: yes yes  yes   yes    yes    no,
    }
}

kit::doors! {
    GET "/calls/{id}" See CALL,
    GET "/calls/{id}/{role}/steps/{step}" Write OWN_APPLICATION,
    POST "/calls/{id}/{role}/steps/{step}" Write OWN_APPLICATION,
    GET "/calls/{id}/{role}/sending" Decide OWN_APPLICATION,
    POST "/calls/{id}/{role}/sending" Decide OWN_APPLICATION,
    POST "/calls/{id}/{role}/withdrawal" Delete OWN_APPLICATION,
    POST "/calls/{id}/{role}/deletion" Delete OWN_APPLICATION,
}
