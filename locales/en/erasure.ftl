# Erasing somebody, and what Duet knows about somebody.

person-erased = Somebody who left

erasures-title = Erasing people
erasures-lede = People can ask you to erase what Duet knows about them. You see what goes and what stays before you do it.
erasures-asked = Who asked
erasures-none = Nobody has asked.
erasures-asked-on = Asked on { $day }
erasures-over = Whose time is over
erasures-over-why = { $months ->
    [one] People are told that their details go at the latest 1 month after their last round. Nothing goes by itself: look at each person, and decide.
   *[other] People are told that their details go at the latest { $months } months after their last round. Nothing goes by itself: look at each person, and decide.
 }
erasures-over-none = Nobody’s time is over.
erasures-soon = Whose time is over within 30 days
erasures-last-on = Last round ended on { $day }
erasures-has-pair = A pair of theirs has not been ended
erasures-more = These are the { $count } longest ago. Once you have seen to them, the next ones come.
erasures-find = Somebody else
erasures-address = What is their mail address?
erasures-find-button = See what would go
erasure-nobody = Nobody here has this mail address
erasure-title = Erase { $name }
erasure-lede = This cannot be taken back. Nothing has happened yet.
erasure-goes = What goes
erasure-goes-person = Their name, mail address, job and workplace. “{ person-erased }” stands in place of their name.
erasure-goes-private = Their private words, if there are any. Their key is destroyed first, so no copy of the database can be read either.
erasure-goes-sign-ins = Wherever they are signed in, and links to sign in with.
erasure-goes-applications = { $count ->
    [one] The answers of 1 application.
   *[other] The answers of { $count } applications.
 }
erasure-goes-letters = { $count ->
    [one] 1 letter to them, letters that told others of being put together with them, and their name in all other letters.
   *[other] { $count } letters to them, letters that told others of being put together with them, and their name in all other letters.
 }
erasure-goes-evaluations = { $count ->
    [one] 1 note of who evaluates whom.
   *[other] { $count } notes of who evaluates whom.
 }
erasure-goes-appointments = { $count ->
    [one] 1 duty of theirs ends today.
   *[other] { $count } duties of theirs end today.
 }
erasure-stays = What stays, and why
erasure-stays-pairs = That there were pairs ({ $pairs }) and sessions ({ $sessions }): they are the other person’s too, and the report counts them.
erasure-stays-applications = { $count ->
    [one] That there was 1 application, without its answers: the report counts it.
   *[other] That there were { $count } applications, without their answers: the report counts them.
 }
erasure-stays-pupils = { $count ->
    [one] That somebody taught a pupil until today. The pupil is kept for a year, unless there is another tutor.
   *[other] That somebody taught { $count } pupils until today. A pupil is kept for a year, unless there is another tutor.
 }
erasure-stays-record = The record of what was done. It holds numbers, not names.
erasure-stays-own-words = What your organisation wrote itself, such as the name of a scheme. If their name stands there, change it.
erasure-stays-backups = Copies of the database that you made before, until you throw them away. They hold none of their private words. Restoring one erases them again.
erasure-address = To go on, type their mail address
erasure-button = Erase them for good
erasure-other-address = This is not their mail address
erasure-only-coordinator = Nobody else coordinates { $schemes }. Ask them to add another coordinator on the scheme’s page first. If they have left, note that on their own page first.
erasure-only-administrator = They are the only administrator. Make somebody else an administrator first.

audit-erasure-asked = Asked to be erased
audit-person-erased = Erased somebody

about-title = Everything about you
about-lede = All that Duet keeps about you. If something is wrong, tell the person who runs your round.
about-take-away = Take it away as a file (JSON)
about-who-sees = Who can see this page: only you.
about-left-out = What is not listed
about-left-out-lede = These tell about others as well. Ask an administrator if you want them: somebody looks through them first.
about-erasure_due = Whether your details are to go soon
about-why-worked_out = It is worked out from the rounds you took part in, which stand above.
about-why-about_two = A coordinator’s wish about two people.
about-why-never_told = What Duet suggested for you and somebody else, with what both of you answered. It may never have been told.
about-erasure = Being erased
about-erasure-lede = You can ask an administrator to erase what Duet knows about you. They see first what would go and what stays.
about-erasure-button = Ask to be erased
about-erasure-asked = You have asked to be erased. An administrator will see to it.
about-further = { $count } more
about-yes = Yes
about-no = No
about-line-manages = Is the line manager
about-supervises = Supervises their practice
about-appraises = Writes their appraisal
about-decides-pay = Decides what they are paid
about-settled-right = It is right
about-more = { $count ->
    [one] 1 older entry is in the file.
   *[other] { $count } older entries are in the file.
 }
about-link = Everything Duet keeps about you
about-person = You
about-identity_person = Since when you sign in
about-sign_in = Browsers you are signed in with
about-sign_in_link = Links that sign you in
about-appointment = What you do for schemes
about-evaluation = Who evaluates whom
about-application = What you applied for
about-application_import = Spreadsheets you brought in
about-import_upload = Spreadsheets you sent to look at, for a day
about-field-purpose = Kept for
about-field-heading = Heading
about-private_answer = Private answers about you, locked
about-earlier_pair = Pairs of yours from before
about-letter = Letters to you
about-partnership = Your pairs
about-partnership_answer = Your answers to pairs
about-training_completion = The training you completed
about-field-training = Training
about-field-completed_on = Completed on
about-field-noted_by = Noted by
about-waiver = Rounds you were let in to without meeting every rule
about-field-note = Why
about-field-made_by = By
about-field-made_on = On
about-field-ended_on = Until
about-session = Your sessions
about-reflection = Your reflections
about-proposal = Plans you made
about-erasure_request = When you asked to be erased
about-audit = What you did, and what was done to you
about-pair_wish = Wishes to keep people together or apart
about-proposal_pair = Proposed pairs
about-proposal_left_out = Who was left out of a plan
about-field-name = Name
about-field-address = Mail
about-field-job_title = Job
about-field-workplace = Works at
about-field-language = Language
about-field-made_at = Made
about-field-linked_at = Since
about-field-seen_at = Last used
about-field-ends_at = Ends
about-field-used_at = Used
about-field-duty = Duty
about-field-scheme = Scheme
about-field-started_on = From
about-field-finished_on = Until
about-field-relation = How
about-field-evaluator = Who evaluates
about-field-evaluated = Who is evaluated
about-field-round = Round
about-field-role = As
about-field-places = Places
about-field-answers = Answers
about-field-applied_at = Applied
about-field-subject = About
about-field-body = Letter
about-field-written_at = Written
about-field-sent_at = Sent
about-field-mentor = Mentor
about-field-mentee = Mentee
about-field-offered_at = Offered
about-field-answer = Answer
about-field-answered_at = Answered
about-field-held_on = Day
about-field-minutes = Minutes
about-field-way = How you met
about-field-logged_by = Logged by
about-field-logged_at = Logged
about-field-words = Words
about-field-number = Number
about-field-asked_at = Asked
about-field-noted_at = When
about-field-act = What
about-field-by_you = By you
about-why-a_trace = A trace that Duet keeps for a short time to take a form or a code once. It has no words of yours.
about-known_address = Where an address leads
about-address_request = Codes for a new address
about-form_key = Forms that were taken
about-person_address = Your mail addresses
about-address_change = Changes of your mail address
about-field-signs_in = Signs you in
about-field-was = Was
about-field-added = Added
about-field-removed = Removed
about-field-undone_at = Undone
about-field-shared = A shared computer
person-erase = See what would go if { $name } were forgotten
about-wording = The words of a scheme’s letters
about-why-of_the_scheme = It keeps who last changed them. They are the scheme’s.

paper-link = Everything about { $name }, on paper
paper-crumb = On paper
paper-title = Everything about { $name }, on paper
paper-lede = For somebody who asks what is kept of them and does not sign in. The law gives your organisation a month to answer. Whoever signs in finds it all under “Everything about you”.
paper-holds = What the file holds
paper-holds-lede = Each of these that there is anything of, in the words in which the file says it to them:
paper-locked = What it does not hold
paper-locked-why = What they wrote for themselves alone, or said about themselves in confidence. It is locked with a key of their own: nobody can read it for them. Nor does it say how they answered when they were put together with somebody, whether they stepped back, or which words they let others read: that is theirs to tell. You do not learn whether there is any of this. The file says how they read it themselves.
paper-before = Before you hand it over
paper-before-who = See that it is they who ask, or somebody they sent.
paper-before-others = Read it through. Letters and pairs name others: cross out what would harm somebody else, and write down why.
paper-before-hand = Print it, hand it over in person or in a closed letter, and delete the file.
paper-button = Make the file
paper-who-sees = They can make the file too. That you made it is written in the record, and in the file.
paper-sheet-title = Everything about { $name }
paper-sheet-lede = { $organisation } made this for you on { $day }, because you asked what is kept of you.
paper-sheet-locked = What is locked
paper-sheet-locked-how = What you wrote in Duet for yourself alone, or said about yourself in confidence, is not on this paper. It is locked with a key of your own, and nobody else can open it. Nor is how you answered when you were put together with somebody, whether you stepped back, or which words you let others read: that is yours to tell. If there is any of this, you read it and take it away at { $address }, under “Everything about you”. Any computer will do. If you cannot sign in there, ask your organisation for a link, and open it where nobody reads along.
paper-sheet-left-out = These tell about others as well, or are kept for a short time only. Ask your organisation if you want them: somebody looks through them first.
audit-everything-made = Made a file of everything about somebody, to hand to them
