//! Who may come in at the front.

kit::access! {
    /// The front page; home, for who is signed in.
    pub HOME = "home" {
        //       see list write decide delete export
        anybody: yes no   no    no     no     no,
        member:  yes no   no    no     no     no,
        oneself: yes no   no    no     no     no,
    }
}

kit::doors! {
    GET "/" See HOME,
}
