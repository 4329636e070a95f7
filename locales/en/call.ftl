# Applying by oneself, what a form asks, and asking a colleague to apply.

call-title = Apply to { $round }
home-calls = Open to apply
home-call-own = Your application to { $round }
home-call-begun = You have begun, and not sent it. Until { $day }
home-call-change = You can change it until { $day }
call-look = See what people see
call-when = When it runs
call-until = Applications
call-ask = Ask
call-closed-on = Closed on { $day }
call-closed-now = Nobody can apply or change an application any more. If something has changed, write to { $names }.
call-closed = This round takes no applications now. If something has changed, write to whoever runs it.
call-nothing-typed = There is nothing to send yet. Fill in the form first.
call-not-applied = You have not applied in this way.
call-in-a-pair = You are in a pair of this round. Write to whoever runs it if you cannot take part.
call-as-mentee = As a mentee
call-as-mentor = As a mentor
call-who-can = Who can take part like this:
call-everybody-can = Everybody can take part.
call-begin-mentee = Apply as a mentee
call-begin-mentor = Apply as a mentor
call-not-applied-so = You have not applied like this.
call-sent-on = You applied on { $day }
call-came-on = Your application came in on { $day }
call-met = You have what this round asks for. You hear from us when pairs have been found.
call-let-in = You are let in, although one of the rules does not fit you. You hear from us when pairs have been found.
call-unmet-title = { $count ->
    [one] One rule does not fit what you wrote
   *[other] { $count } rules do not fit what you wrote
 }
call-unmet-before = Is an answer not right? Change it. If it is right, you can send it all the same: { $names } can make an exception.
call-unmet-after = As it stands you cannot take part. That is no judgement of you. If you think it should not count here, write to { $names }, who can make an exception.
call-what-it-says = What your application says
call-change-it = Change it
call-take-back = Take it back
call-saved-on = You saved what you typed on { $day }. It has not been sent.
call-saved-too-late = You saved what you typed on { $day }, and did not send it. Nobody else can see it.
call-draft-goes = It is thrown away on { $day }.
call-go-on = Go on with it
call-throw-away = Throw away what is not sent
call-done-sent = Sent. Thank you. You can change it here until the last day, or take it back.
call-done-changed = Your changes are sent.
call-done-saved = Saved. Only you can see it. Come back when you like, and send it before the last day.
call-done-withdrawn = Taken back. It is as if you had not applied. You can apply again until the last day.
call-done-deleted = Thrown away. What you sent before stays as it was.
call-part = Part { $at } of { $count }
call-part-you = You and your work
call-part-taking-part = Whether you can take part
call-part-together = Whom you would go well with
call-part-private = What you need not say
call-you-lede = You apply as { $name }. If your name is not right, change it on the page about you, at the top.
call-taking-part-lede = These answers are held against the rules of this round. If one does not fit, you read which.
call-together-lede = Pairs are found by these answers. The more you say, the better they can be.
call-private-lede = You need not answer here at all, and nobody is paired by it. What you say is kept under lock, and deleted when it is no longer needed.
call-private-why = “{ $question }” is asked for this only: { $purpose }
call-changing = Your application stays as you sent it until you send your changes.
call-job_title = What you do
    .hint = For example: Head of libraries. You can leave this empty.
call-workplace = Where you work
    .hint = People who work in one place are not put together.
call-places = How many mentees could you take?
    .hint = Most mentors take one.
call-name = Your name
call-hint-list = If there are several, put ; between them.
call-hint-many = Choose as many as you like.
call-more = Others, with ; between them
call-other = Or in your own words
call-yes = Yes
call-no = No
call-next = Save and go on
call-later = Save, and come back later
call-before = Back
call-check-title = Check before you send it
call-check-lede = This is what you wrote. Nothing has been sent yet.
call-missing = { $count ->
    [one] You have left one question open. You can send it all the same.
   *[other] You have left { $count } questions open. You can send it all the same.
 }
call-not-answered = not answered
call-change = Change this
call-send-how = You can change it until { $day }, or take it back.
call-send = Send my application
call-send-changes = Send my changes
call-send-although = Send it all the same
call-draft-alone = Until you send it, you alone do.
call-draft-only-you = Once you send it, those who lead the round see it too.
call-after-sending = They see it once you send it.

questions-title = What the form asks
questions-lede = A form asks what the rules of this round read, and nothing else. You say in which words, and what can be chosen.
questions-who-sees = Everybody who applies reads these questions in the form.
questions-mentors = What mentors are asked
questions-mentees = What mentees are asked
questions-none = The rules of this round read no answers. Bring in a sheet, or add a rule of who may take part, and its questions stand here.
question-takes-line = A line to fill in
question-takes-one = One of these
question-takes-one-or-other = One of these, or their own words
question-takes-many = As many as they like, and their own words
question-for = Asked for this only: { $purpose }
question-change = Change
question-title = A question of the form
question-lede = The rules read this as “{ $heading }”.
question-private-title = Something the law protects
question-private-how = Health, faith, origin, whom somebody loves: ask only if you need it for something you can name. Nobody has to answer, nobody is matched by it, and you delete it when it is no longer needed.
question-private-add = Ask something for a purpose
question-heading = What is it about, in a word or two?
    .hint = For example: access needs
question-words = How is it asked?
    .hint = For example: What would you like help with? If you leave this empty, the form shows the heading.
question-words_cy = The same in Welsh, if you have it
question-choices = What can be chosen
    .hint = One on each line. Its Welsh can follow after =, for example: budgets = cyllidebau. Leave it empty for a line to fill in. What the rules name is always there.
question-purpose = What is it needed for?
    .hint = People read this before they answer. For example: to find a room without stairs
question-keep = Keep this
question-said = What people have answered so far
question-said-how = The most frequent first. Copy the lines you want people to choose from.
question-usual = Ask it as it is called
question-usual-how = Your words and choices for this question are forgotten. What people answered stays.
question-drop = Do not ask this any more
question-drop-how = Nobody is asked this any more. What people answered stays until you delete it.
question-choices-many = There can be { $most } choices at most
question-choice-odd = A choice is one line of at most 200 characters, without ; and without a comma
question-needs-purpose = Say what this is needed for. Duet asks nothing else that the rules do not read.
question-no-purpose = The rules read this question, so it cannot be kept apart for a purpose

encouragement-title = Encourage a colleague
encouragement-lede = Being asked by name is often what it takes. They get a letter with your name under it, and the address of the form.
encouragement-not-open = This round takes no applications now. Say a last day to apply and go on to the stage Open first.
encouragement-link = Everybody who is known here finds the form at this address, until { $day }. You can put it into a newsletter.
encouragement-whom = Whom would you like to ask?
encouragement-name = Their name
encouragement-address = Their mail address
encouragement-language = In which language do they like to read?
encouragement-language-en = English
encouragement-language-cy = Cymraeg
encouragement-look = Look at the letter
encouragement-check-title = Check, then write to them
encouragement-check-lede = This letter goes to { $name }, { $address }.
encouragement-make = Write to them
encouragement-made = Who was asked
encouragement-nobody = Nobody has been asked by name yet.
encouragement-by = Asked by { $name } on { $day }
encouragement-has-applied = Has applied
encouragement-not-yet = Has not applied yet
encouragement-who-sees = They themselves have the letter.
encouragement-applied = They have already applied to this round.
encouragement-before = They have been asked before. One letter is enough.
letter-encouraged-subject = { $round }: would you like to take part?
letter-encouraged-body =
    Dear { $name },

    I thought of you for { $round }, and would like to encourage you to apply.

    What it is for: { $purpose }

    You can apply until { $until }, as a mentor or as a mentee. It takes about ten minutes, and you can stop and come back:
    { $link }

    Nobody minds if it is not for you. You can also simply answer this letter.

    With best wishes,
    { $signed }
    { $scheme }
wording-encouraged = To a colleague you encourage to apply
wording-gap-purpose = what the scheme is for
wording-gap-until = the last day to apply
wording-gap-link = the address of the form

audit-application-draft-kept = Saved an application they have not sent
audit-application-draft-thrown-away = Threw away an application they had not sent
audit-application-draft-forgotten = An application that was not sent was thrown away
audit-application-sent = Applied
audit-application-changed = Changed their application
audit-application-taken-back = Took their application back
audit-encouragement-made = Encouraged somebody to apply
audit-question-worded = Changed a question of a form
audit-question-usual = Put a question of a form back
resource-call = A round that is open to apply to
resource-own-application = One’s own application, before it is sent
resource-question = What a form asks
resource-encouragement = That somebody was encouraged to apply
about-application_draft = Applications you have begun and not sent
about-encouragement = Who was encouraged to apply: you, or by you
about-field-private_answers = What the law protects
about-field-saved_at = Saved
call-private-only-you = Once you send it, whoever coordinates the round sees it too, and nobody else.
call-send-title = Send it
