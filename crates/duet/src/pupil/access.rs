//! Who may do what with pupils.

kit::access! {
    /// A pupil: what they are called, at which school, and who teaches them. Who teaches them sees that, and an
    /// administrator, who can put it right; nobody else learns that there is such a child.
    pub PUPIL = "pupil" {
        //              see list write decide delete export
        member:         no  no   no    no     no     no,
        tutor:          yes yes  yes   yes    no     yes,
        school_teacher: yes yes  no    yes    no     yes,
        coordinator:    no  no   no    no     no     no,
        coach:          no  no   no    no     no     no,
        sponsor:        no  no   no    no     no     no,
        administrator:  yes yes  yes   yes    yes    no,
    }
    /// Who is a pupil's tutor. Whoever is named sees the pupil.
    pub PUPIL_TUTOR = "pupil_tutor" {
        //              see list write decide delete export
        member:         no  no   no    no     no     no,
        tutor:          yes yes  no    no     no     no,
        school_teacher: yes yes  no    no     no     no,
        coordinator:    no  no   no    no     no     no,
        coach:          no  no   no    no     no     no,
        sponsor:        no  no   no    no     no     no,
        administrator:  yes yes  yes   no     yes    no,
    }
    /// A spreadsheet of pupils, brought in for the whole organisation.
    pub PUPIL_SHEET = "pupil_sheet" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   no  no   no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: no  no   yes   no     no     no,
    }
    /// How many pupils there are, by school and by tutor: no names of pupils, and no small numbers.
    pub PUPIL_COUNT = "pupil_count" {
        //             see list write decide delete export
        member:        no  no   no    no     no     no,
        coordinator:   yes yes  no    no     no     no,
        coach:         no  no   no    no     no     no,
        sponsor:       no  no   no    no     no     no,
        administrator: yes yes  no    no     no     no,
    }
}

kit::doors! {
    GET "/pupils" List PUPIL,
    POST "/pupils" List PUPIL,
    GET "/pupils/counts" See PUPIL_COUNT,
    GET "/pupils/list.xlsx" Export PUPIL,
    GET "/pupils/new" Write PUPIL,
    POST "/pupils/new" Write PUPIL,
    GET "/pupils/import" Write PUPIL_SHEET,
    POST "/pupils/import" Write PUPIL_SHEET,
    GET "/pupils/{id}" See PUPIL,
    GET "/pupils/{id}/description" Write PUPIL,
    POST "/pupils/{id}/description" Write PUPIL,
    POST "/pupils/{id}/teachers" Write PUPIL,
    GET "/pupils/{id}/ending" Decide PUPIL,
    POST "/pupils/{id}/ending" Decide PUPIL,
    POST "/pupils/{id}/slip" Delete PUPIL_TUTOR,
    GET "/pupils/{id}/removal" Delete PUPIL,
    POST "/pupils/{id}/removal" Delete PUPIL,
}
