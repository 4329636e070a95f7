//! The access table, gathered: every concept's resources and doors. Enforcement reads each row where it stands; this is
//! for the page that shows the table, and for the stories that try every cell of it.

pub mod page;

use kit::access::{Door, Resource};

kit::access! {
    /// What every page has: the stylesheet, the choice of a language, whether the program runs.
    pub SHELL = "shell" {
        //       see list write decide delete export
        anybody: yes no   yes   no     no     no,
        member:  yes no   yes   no     no     no,
    }
    /// The demo's doors, which no other installation has.
    pub DEMO = "demo" {
        //       see list write decide delete export
        anybody: no  yes  yes   no     no     no,
        member:  no  yes  yes   no     no     no,
    }
    /// This table.
    pub POLICY = "policy" {
        //      see list write decide delete export
        member: yes no   no    no     no     no,
    }
}

kit::doors! {
    POST "/language" Write SHELL,
    GET "/assets/{name}" See SHELL,
    GET "/health" See SHELL,
    POST "/demo/sign-in" Write DEMO,
    GET "/demo/post" List DEMO,
    POST "/demo/clock" Write DEMO,
    GET "/try" List DEMO,
    POST "/try" Write DEMO,
    GET "/try/applications.csv" List DEMO,
    GET "/access" See POLICY,
}

/// Every kind of thing, in the order of the house.
#[must_use]
pub fn resources() -> Vec<&'static Resource> {
    let mut found: Vec<&'static Resource> = Vec::new();
    for door in doors() {
        if !found.iter().any(|one| one.name == door.resource.name) {
            found.push(door.resource);
        }
    }
    found
}

/// Every route, and what it does with what.
#[must_use]
pub fn doors() -> Vec<Door> {
    [
        DOORS,
        crate::home::access::DOORS,
        crate::sign_in::access::DOORS,
        crate::factor::access::DOORS,
        crate::by_mail::access::DOORS,
        crate::you::access::DOORS,
        crate::membership::access::DOORS,
        crate::audit::access::DOORS,
        crate::scheme::access::DOORS,
        crate::outcome::access::DOORS,
        crate::notice::access::DOORS,
        crate::condition::access::DOORS,
        crate::wording::access::DOORS,
        crate::letter::access::DOORS,
        crate::round::access::DOORS,
        crate::application::access::DOORS,
        crate::eligibility::access::DOORS,
        crate::training::access::DOORS,
        crate::private_answer::access::DOORS,
        crate::question::access::DOORS,
        crate::partnership::access::DOORS,
        crate::another_try::access::DOORS,
        crate::stage::access::DOORS,
        crate::proposal::access::DOORS,
        crate::session::access::DOORS,
        crate::entry::access::DOORS,
        crate::call::access::DOORS,
        crate::encouragement::access::DOORS,
        crate::open_link::access::DOORS,
        crate::import::access::DOORS,
        crate::pupil::access::DOORS,
        crate::reflection::access::DOORS,
        crate::rating::access::DOORS,
        crate::testimonial::access::DOORS,
        crate::export::access::DOORS,
        crate::report::access::DOORS,
        crate::capability::access::DOORS,
        crate::assessment::access::DOORS,
        crate::erasure::access::DOORS,
        crate::about::access::DOORS,
    ]
    .concat()
}
