//! Who may do what with schemes and with who runs them.

use super::Duty;
use crate::access::Relation;

kit::access! {
    /// A scheme. Opening one is the organisation's affair.
    pub SCHEME = "scheme" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  no    no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       yes yes  no    no     no     no,
        administrator: yes yes  yes   no     no     no,
    }
    /// What a scheme says of itself: its name, what it is for, who pays.
    pub DESCRIPTION = "description" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     no     no,
        coach:         yes yes  no    no     no     no,
        sponsor:       yes yes  no    no     no     no,
        administrator: yes yes  no    no     no     no,
    }
    /// Who runs a scheme.
    pub APPOINTMENT = "appointment" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  yes   no     yes    no,
        coach:         yes yes  no    no     no     no,
        sponsor:       yes yes  no    no     no     no,
        administrator: yes yes  no    no     no     no,
    }
    /// Who looks after the organisation's Duet.
    pub ADMINISTRATOR = "administrator" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: yes yes  yes   no     yes    no,
    }
    /// A link that signs in somebody who runs a scheme.
    pub RUNNERS_LINK = "runners_link" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   no  no   yes   no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   no    no     no     no,
    }
}

kit::doors! {
    GET "/schemes/new" Write SCHEME,
    POST "/schemes/new" Write SCHEME,
    GET "/schemes/{id}" See SCHEME,
    GET "/schemes/{id}/description" Write DESCRIPTION,
    POST "/schemes/{id}/description" Write DESCRIPTION,
    POST "/schemes/{id}/appointments" Write APPOINTMENT,
    POST "/schemes/{id}/people/{person}/sign-in-link" Write RUNNERS_LINK,
    POST "/schemes/{id}/people/{person}/ending" Delete APPOINTMENT,
    GET "/administrators" List ADMINISTRATOR,
    POST "/administrators" Write ADMINISTRATOR,
    POST "/administrators/{id}/ending" Delete ADMINISTRATOR,
}

impl Duty {
    /// How who has it stands to what belongs to the scheme, or to the organisation.
    #[must_use]
    pub fn relation(self) -> Relation {
        match self {
            Duty::Administrator => Relation::Administrator,
            Duty::Coordinator => Relation::Coordinator,
            Duty::Coach => Relation::Coach,
            Duty::Sponsor => Relation::Sponsor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_and_its_relation_are_one_word() {
        for duty in Duty::ALL {
            assert_eq!(duty.as_str(), duty.relation().as_str());
        }
    }
}
