# What a coordinator enters for somebody who phoned.

entered-by = Entered by { $by } for { $name }
entry-application-title = Enter an application
entry-application-lede = For somebody who told you on the telephone. They get a letter that says what you entered, and they can put it right.
entry-name = Their name
entry-address = Their mail address
entry-job_title = What they do
    .hint = You can leave this empty.
entry-workplace = Where they work
    .hint = You can leave this empty.
entry-language = In which language do they like to read?
entry-language-en = English
entry-language-cy = Cymraeg
entry-role = What do they ask to be?
entry-role-mentor = A mentor
entry-role-mentee = A mentee
entry-places = How many mentees can they take?
    .hint = Leave it at 1 for a mentee.
entry-answers = What they said
entry-answers-how = The headings are those of this round. Leave empty what they did not say. Write nothing here about health, faith or anything else that is nobody’s business.
entry-enter = Enter it for them
entry-places-of-mentee = A mentee has one mentor. Leave it at 1.
entry-applied = They have already applied in this role.
entry-address-taken = Somebody of another name, or who is not taking part now, has this address. Check both with them.
entry-pair-title = For { $mentor } and { $mentee }
entry-pair-lede = Enter what one of them told you on the telephone. They get a letter that says what you entered, and can take it back.
entry-pair-link = Enter for them
entry-answer-of = What did { $name } say?
entry-said-yes = Yes, they would
entry-said-no = No, thank you
entry-session = Enter a session
entry-who = Who told you?
entry-who-missing = Say who told you.
entry-pair-over = This pair has ended. There is nothing to enter.
entry-not-told = These two have not been told yet. You can enter an answer once their letters have gone.
entry-entered = What was entered
entry-is-application = Application
entry-is-answer = Yes or no
entry-is-session = Session
entry-waits = waits for their word
entry-right = they say it is right
entry-taken-back = Taken back
entry-taken-back-next = It counts as if it had not been entered. Who it was for can do it themselves.
entry-when = Entered on { $day }.
entry-said-right = { $name } says it is right.
entry-told = { $name } is told by letter, and can put it right.
entry-confirm = Yes, that is right
entry-correct = Is something not right?
entry-correct-button = Keep it like this
entry-take-back = It should not be there?
entry-take-back-how = Until { $day } it can be taken back. It then counts as if it had not been entered.
entry-take-back-button = Take it back
entry-settled = This was settled before, or the fourteen days are over. Write to whoever runs the round.
entry-too-late = It cannot be taken back any more: other steps were built on it. Write to whoever runs the round.
entry-what-mentor = Asks to take part in { $round } as a mentor.
entry-what-mentee = Asks to take part in { $round } as a mentee.
entry-what-yes = Said yes to { $name }.
entry-what-no = Said no to { $name }.
entry-what-session = Met { $name } on { $day }, for { $minutes } minutes.
home-entries = Entered for you
home-entry = { $by } entered something for you. Is it right?
session-entry-waits = You can reflect on it once who it was entered for says it is right.
letter-entered-subject = { $round }: I entered something for you
letter-entered-body =
    Dear { $name },

    As you told me, I have entered this for you in { $round }:

    { $what }

    Is it right? Sign in and look: you can say so, or put it right. You can also simply answer this letter.

    With best wishes,
    { $signed }
    { $scheme }
wording-entered = To somebody for whom you entered something
wording-gap-what = what was entered, in a sentence
wording-sample-what = Met Elin Prosser on 3 March 2027, for 60 minutes.
audit-entry-application = Entered an application for somebody
audit-entry-answer = Entered somebody’s yes or no
audit-entry-session = Entered a session for a pair
audit-entry-confirmed = Said that what was entered for them is right
audit-entry-corrected = Put right what was entered for them
audit-entry-taken-back = Took back what was entered for somebody
resource-entry = What was entered for somebody
about-entry = What was entered for you, or by you
about-field-what = What
about-field-entered_for = For
about-field-entered_by = Entered by
about-field-entered_at = Entered
about-field-settled = What came of it
about-field-settled_at = Settled
entry-application-who-sees = They themselves see it too, and get a letter that you entered it.
entry-answers-who-sees = The coach of the round sees it too.
entry-pair-who-sees = Each of the two sees what is entered for them.
