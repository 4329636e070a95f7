//! The audit: what was done, by whom, to what, written in the transaction that did it. Ids only.

pub mod access;
pub mod chain;
pub mod command;
pub mod page;
pub mod seal;
pub mod sign;
pub mod store;
pub mod verify;

use kit::clock::Instant;
use kit::id;
use kit::id::Uuid;

id! {
    /// An audit row's.
    pub AuditId;
}

kit::named! {
    /// Something that was done.
    pub enum Act {
        /// Somebody signed in; the subject is they.
        SignedIn = "sign_in.begun",
        /// Somebody signed out.
        SignedOut = "sign_in.ended",
        /// Somebody made a sign-in link for the subject.
        SignInLinkMade = "sign_in.link_made",
        /// Somebody gave a second factor; the subject is they. So it is for all of these.
        FactorGiven = "factor.given",
        /// Somebody typed a code that was wrong.
        FactorRefused = "factor.refused",
        /// Somebody used up a recovery code.
        RecoveryCodeUsed = "factor.recovery_code_used",
        /// Somebody set up a code app, instead of any they had.
        CodeAppAdded = "factor.code_app_added",
        /// Somebody took their code app away.
        CodeAppRemoved = "factor.code_app_removed",
        /// Somebody added a passkey.
        PasskeyAdded = "factor.passkey_added",
        /// Somebody took a passkey away.
        PasskeyRemoved = "factor.passkey_removed",
        /// Somebody made fresh recovery codes.
        RecoveryCodesMade = "factor.recovery_codes_made",
        /// Somebody changed their name.
        Renamed = "you.renamed",
        /// Somebody asked to be known by another address.
        AddressAsked = "you.address_asked",
        /// The addresses that sign somebody in changed.
        AddressChanged = "you.address_changed",
        /// A change of somebody's addresses was undone from the address of before.
        AddressUndone = "you.address_undone",
        /// Somebody was shown what is kept of them, and why; the subject is they.
        NoticeShown = "notice.shown",
        /// What people are told about that was written anew.
        NoticeWritten = "notice.written",
        /// A scheme was opened.
        SchemeOpened = "scheme.opened",
        /// What a scheme says of itself was changed.
        SchemeDescribed = "scheme.described",
        /// Somebody wrote how a scheme meets a condition; the subject is the scheme.
        ConditionWritten = "condition.written",
        /// An outcome was added to a scheme.
        OutcomeAdded = "outcome.added",
        /// An outcome was said in other words.
        OutcomeReworded = "outcome.reworded",
        /// Nobody is asked about an outcome any more.
        OutcomeWithdrawn = "outcome.withdrawn",
        /// People are asked about an outcome again.
        OutcomeTakenUp = "outcome.taken_up",
        /// Somebody was appointed to run a scheme; the subject is they.
        Appointed = "scheme.appointed",
        /// Somebody was suspended.
        Suspended = "person.suspended",
        /// Somebody was let back.
        LetBack = "person.let_back",
        /// Somebody was noted to have left.
        Left = "person.left",
        /// What somebody did for a scheme, or as administrator, ended; the subject is they.
        AppointmentEnded = "scheme.appointment_ended",
        /// A round was opened.
        RoundOpened = "round.opened",
        /// A round's name or dates were changed.
        RoundDescribed = "round.described",
        /// The last day to apply to a round was set.
        DeadlineSet = "round.deadline_set",
        /// A round was moved to another stage.
        RoundMoved = "round.moved",
        /// The rules of who may take part in a round were changed.
        EligibilityChanged = "eligibility.changed",
        /// Somebody was let in although they do not meet a rule; the subject is the waiver.
        WaiverMade = "waiver.made",
        /// The rules hold for them again.
        WaiverEnded = "waiver.ended",
        /// A training was planned.
        TrainingPlanned = "training.planned",
        /// Somebody noted who completed a training; the subject is the training.
        TrainingNoted = "training.noted",
        /// People were brought in to a round.
        PeopleImported = "round.people_imported",
        /// Who evaluates whom was brought in, from a round's page; the subject is the round. So it is for the next three.
        EvaluationsImported = "import.evaluations",
        /// Pairs of before and now were brought in.
        PairsImported = "import.pairs",
        /// Sessions were brought in.
        SessionsImported = "import.sessions",
        /// Workplaces were brought in.
        WorkplacesImported = "import.workplaces",
        /// Somebody sent spreadsheets for a round, to look at; nothing has come in.
        SheetSent = "import.sent",
        /// Somebody settled what is done with the columns of what they sent.
        SheetSettled = "import.settled",
        /// Somebody threw away what they sent.
        SheetThrownAway = "import.thrown_away",
        /// What the law protects was deleted, for a round, when its purpose was served.
        PrivateAnswersDeleted = "private_answer.deleted",
        /// Pairs were proposed for a round.
        ProposalMade = "proposal.made",
        /// Somebody was noted to evaluate the subject.
        EvaluationNoted = "evaluation.noted",
        /// Somebody was noted to evaluate the subject no longer.
        EvaluationEnded = "evaluation.ended",
        /// A round's rules were changed on the board; the subject is the new proposal.
        RulesKept = "proposal.rules_kept",
        /// A mentor of a round was given one place more; the subject is the new proposal.
        PlaceGiven = "proposal.place_given",
        /// Two people of a round are to be kept together or apart, or neither; the subject is the new proposal.
        PairWished = "proposal.pair_wished",
        /// Somebody tried to pair a person with their evaluator, and was stopped; the subject is the round.
        EvaluatorPairRefused = "proposal.evaluator_pair_refused",
        /// A proposal's pairs were told.
        ProposalPublished = "proposal.published",
        /// Telling a proposal's pairs was taken back, before anybody was told.
        ProposalWithdrawn = "proposal.withdrawn",
        /// A letter was marked as sent, or went out by itself.
        LetterSent = "letter.sent",
        /// A letter that had gone came back.
        LetterCameBack = "letter.came_back",
        /// One of Duet's letters says what a scheme's coordinator wrote; the subject is the scheme.
        LetterReworded = "letter.reworded",
        /// One of them says again what Duet says; the subject is the scheme.
        LetterWordingUsual = "letter.wording_usual",
        /// Somebody said yes to a partnership.
        PartnershipAccepted = "partnership.accepted",
        /// Somebody said no to a partnership.
        PartnershipDeclined = "partnership.declined",
        /// Somebody saw to a pair that needed a look.
        FlagSettled = "partnership.flag_settled",
        /// Somebody stepped back from a partnership.
        PartnershipSteppedBack = "partnership.stepped_back",
        /// Two whose pair ended may be proposed to each other again; the subject is the pair that ended.
        AnotherTryAsked = "another_try.asked",
        /// Somebody noted the day of a first talk; the subject is the partnership.
        FirstTalkNoted = "partnership.first_talk_noted",
        /// A session was logged.
        SessionLogged = "session.logged",
        /// Somebody's application was entered for them; the subject is the entry. So it is for all of these.
        ApplicationEntered = "entry.application",
        /// Somebody's yes or no was entered for them.
        AnswerEntered = "entry.answer",
        /// A session was entered for one of the pair.
        SessionEntered = "entry.session",
        /// Who it was entered for says that it is right.
        EntryConfirmed = "entry.confirmed",
        /// Who it was entered for put it right.
        EntryCorrected = "entry.corrected",
        /// What was entered was taken back.
        EntryTakenBack = "entry.taken_back",
        /// Somebody saved what they typed of an application of theirs; the subject is the round.
        DraftKept = "application.draft_kept",
        /// Somebody threw that away.
        DraftThrownAway = "application.draft_thrown_away",
        /// It was thrown away by itself, after the last day; the subject is who typed it.
        DraftForgotten = "application.draft_forgotten",
        /// Somebody applied; the subject is the application. So it is for the next two.
        ApplicationSent = "application.sent",
        /// Somebody changed their application.
        ApplicationChanged = "application.changed",
        /// Somebody took their application back.
        ApplicationTakenBack = "application.taken_back",
        /// Somebody was encouraged to apply; the subject is the encouragement.
        Encouraged = "encouragement.made",
        /// Somebody made a link by which anybody can apply; the subject is the link. So it is for the next two.
        OpenLinkMade = "open_link.made",
        /// Somebody ended it.
        OpenLinkEnded = "open_link.ended",
        /// Somebody whom nobody knew came in by it.
        CameInByOpenLink = "open_link.came_in",
        /// A round's form asks a question in other words; the subject is the question.
        QuestionWorded = "question.worded",
        /// It asks as it did at first, or not any more.
        QuestionUsual = "question.usual",
        /// Somebody wrote a reflection.
        ReflectionWritten = "reflection.written",
        /// Somebody changed a reflection of theirs.
        ReflectionChanged = "reflection.changed",
        /// Somebody deleted a reflection of theirs.
        ReflectionDeleted = "reflection.deleted",
        /// The people of a round were asked where they stand; the subject is the round.
        RatingsAsked = "rating.asked",
        /// That was taken back, before anybody was asked.
        RatingsWithdrawn = "rating.withdrawn",
        /// Asking them ended.
        RatingsClosed = "rating.closed",
        /// Somebody said where they stand.
        Rated = "rating.given",
        /// Somebody took that away.
        RatingTakenAway = "rating.taken_away",
        /// Somebody let others read their words.
        TestimonialGiven = "testimonial.given",
        /// Somebody withdrew them.
        TestimonialWithdrawn = "testimonial.withdrawn",
        /// The levels of capabilities were written; the subject is the organisation.
        CapabilityLevelsWritten = "capability.levels_written",
        /// A capability was added.
        CapabilityAdded = "capability.added",
        /// A capability was said in other words.
        CapabilityReworded = "capability.reworded",
        /// Nobody is asked about a capability any more.
        CapabilityWithdrawn = "capability.withdrawn",
        /// People are asked about a capability again.
        CapabilityTakenUp = "capability.taken_up",
        /// Somebody noted where the subject stands with what they can do.
        Assessed = "assessment.noted",
        /// Somebody took away what they had noted of the subject.
        AssessmentTakenAway = "assessment.taken_away",
        /// A capability matrix was brought in, from a round's page; the subject is the round.
        CapabilitiesImported = "import.capabilities",
        /// A pupil was added; the subject is the pupil. So it is for the next six.
        PupilAdded = "pupil.added",
        /// What is written about a pupil was changed.
        PupilDescribed = "pupil.described",
        /// Who teaches a pupil was named.
        TeacherNamed = "pupil.teacher_named",
        /// That somebody teaches a pupil no longer was noted.
        TeachingEnded = "pupil.teaching_ended",
        /// A pupil was taken away.
        PupilRemoved = "pupil.removed",
        /// A pupil was forgotten, whom no tutor had taught for a year.
        PupilForgotten = "pupil.forgotten",
        /// An administrator looked at a pupil whom they do not teach.
        PupilLookedAt = "pupil.looked_at",
        /// An administrator looked through names of pupils whom they do not teach; the subject is they.
        PupilNamesSeen = "pupil.names_seen",
        /// Pupils were brought in; the subject is the upload.
        PupilsImported = "import.pupils",
        /// A file of everything about somebody was made, to hand to them; the subject is they.
        EverythingMade = "everything.made",
        /// Somebody took a round's people out as a file; the subject is the round. So it is for the next five.
        PeopleTakenOut = "taken_out.people",
        /// Somebody took its pairs out.
        PairsTakenOut = "taken_out.pairs",
        /// Somebody took its sessions out, counted by month.
        SessionsTakenOut = "taken_out.sessions",
        /// Somebody took people, pairs and sessions out in one file.
        RoundTakenOut = "taken_out.round",
        /// Somebody took out what its people can do.
        CapabilitiesTakenOut = "taken_out.capabilities",
        /// Somebody took its report out.
        ReportTakenOut = "taken_out.report",
        /// Somebody took the proof of a plan out; the subject is the plan.
        ProofTakenOut = "taken_out.proof",
        /// Somebody took out whom they teach; the subject is they.
        PupilsTakenOut = "taken_out.pupils",
        /// Somebody took a letter out as a file, or all of theirs that wait; the subject is the letter, or they.
        LettersTakenOut = "taken_out.letters",
        /// Somebody took out everything about themselves; the subject is they.
        EverythingTakenOut = "taken_out.everything",
        /// Somebody asked to be erased.
        ErasureAsked = "erasure.asked",
        /// Somebody was erased; the subject is they.
        PersonErased = "person.erased",
    }
}

impl AuditId {
    /// Later than every row.
    pub const LAST: AuditId = AuditId(Uuid::max());
}

impl Act {
    /// The key of its words.
    #[must_use]
    pub fn key(self) -> String {
        format!("audit-{}", self.as_str().replace(['.', '_'], "-"))
    }
}

/// One thing that was done, as the administrator sees it.
#[derive(Clone, Debug)]
pub struct Noted {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub noted_at: Instant,
    /// The name of who did it; none when the program itself did.
    pub actor: Option<String>,
    /// What.
    pub act: Act,
    /// To what.
    pub subject: Uuid,
}
