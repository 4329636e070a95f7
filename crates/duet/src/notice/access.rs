//! Who may read what an organisation tells people, and who writes it.

kit::access! {
    /// What an organisation tells people about what is kept of them. Anybody may read it: it is for those who come, too.
    pub NOTICE = "notice" {
        //             see list write decide delete export
        anybody:       yes no   no    no     no     no,
        member:        yes no   no    no     no     no,
        coordinator:   yes no   no    no     no     no,
        coach:         yes no   no    no     no     no,
        sponsor:       yes no   no    no     no     no,
        administrator: yes no   yes   no     no     no,
    }
    /// That somebody has been shown it.
    pub NOTICE_READ = "notice_read" {
        //      see list write decide delete export
        member: no  no   yes   no     no     no,
    }
}

kit::doors! {
    GET "/notices" See NOTICE,
    GET "/notices/{link}" See NOTICE,
    POST "/notices/reading" Write NOTICE_READ,
    GET "/notices/wording" Write NOTICE,
    POST "/notices/wording" Write NOTICE,
}
