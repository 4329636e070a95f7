# For the people who take part: home, their pair, their sessions.

home-title = Home
home-due = { $count ->
    [one] The time of 1 person is over
   *[other] The time of { $count } people is over
 }
home-due-many = The time of { $count } people or more is over
home-due-soon = { $count ->
    [one] The time of 1 person is over within 30 days
   *[other] The time of { $count } people is over within 30 days
 }
home-due-why = { $months ->
    [one] People are told that their details go at the latest 1 month after their last round. You decide about each.
   *[other] People are told that their details go at the latest { $months } months after their last round. You decide about each.
 }
home-due-button = Look at who it is
home-who-sees = Everything here has a page of its own, which says who else sees it.
home-hello = Hello { $name }
home-rounds = Your rounds
home-going = { $met } of { $pairs ->
    [one] 1 pair has met
   *[other] { $pairs } pairs have met
 }
home-quiet = { $count ->
    [one] 1 pair has not met for five weeks
   *[other] { $count } pairs have not met for five weeks
 }
home-flagged = { $count ->
    [one] 1 pair needs a look
   *[other] { $count } pairs need a look
 }
home-partnerships = Your pairs
home-nothing = There is nothing for you to do yet. When you are put together with someone, you will find it here.
next-answer = Say yes or no to { $name }
next-answer-why = You have been put together. You can both begin once you have both said yes.
next-answer-button = See who it is
next-log = Have you met { $name }?
next-log-why = Write down when you met. It takes half a minute, and it is how the round knows that it works.
next-begin = You and { $name } have both said yes
next-begin-why = Write to { $name } to set a first date. When you have met, log it here.
next-begin-button = See how to reach { $name }
next-wait = You are waiting for { $name }
next-wait-why = You have said yes. You can begin when they have too.
next-letters = { $count ->
    [one] 1 letter waits to be sent
   *[other] { $count } letters wait to be sent
 }
next-letters-why = No mail server is set, so the letters wait for you to send them.
next-letters-button = See the letters
next-import = Bring people in to { $round }
next-import-why = Nobody has applied yet. Two spreadsheets are enough to begin.
next-import-button = Bring in people
next-propose = Propose pairs for { $round }
next-propose-why = The people are in. Duet can now look for the best plan.
next-propose-button = See who is eligible
next-tell = Look at the pairs for { $round }
next-tell-why = A plan is ready, and nobody has been told. Change what you know better, then tell them.
next-tell-button = See the pairs

partnership-title = You and { $name }
partnership-could-mentor = You could be { $name }’s mentor.
partnership-could-mentee = { $name } could be your mentor.
partnership-you-mentor = You are { $name }’s mentor.
partnership-you-mentee = { $name } is your mentor.
partnership-offer = Would you like to work with { $name }?
partnership-offer-why = Saying no is fine, and you need not say why. We then look for somebody else.
partnership-accept = Yes, I would
partnership-decline = No, thank you
partnership-answer-who-sees = Who can see your answer: the other person, the coordinator and the coach.
partnership-you-said-yes = You said yes
partnership-wait = What happens next: { $name } says yes or no. You will find it here.
partnership-over = This pair has ended.
partnership-over-before = This pair did not go ahead, and that is fine. We look for somebody else.
partnership-about = About { $name }
partnership-started = Began
partnership-not-open = This pair is not waiting for an answer any more.
partnership-answered = You have answered already.

sessions-title = Your sessions
sessions-none = None yet. When you have met, log it here.
sessions-count = { $count ->
    [one] 1 session,
   *[other] { $count } sessions,
 } { $hours } hours in all.
sessions-who-sees = Who runs the scheme sees how often you met and for how long, and nothing else.
session-log-button = Log a session
session-new-title = Log a session with { $name }
session-held_on = When did you meet?
    .hint = For example, 27 3 2027
session-minutes = How long, in minutes?
session-way = How did you meet?
session-way-in_person = In person
session-way-online = By video
session-way-phone = By phone
session-save = Save the session
session-saved = Saved
session-saved-next = { $name } can see it too.
session-minutes-long = { $minutes } minutes
session-logged-by = Logged by { $name }.
session-in-future = The session must be today or earlier
session-before-start = The session must be after you both said yes
session-not-running = You can log sessions once both of you have said yes, and until the pair ends.

flags-title = Pairs that need a look
flags-lede = Something has happened that these two may not be able to settle by themselves. Talk to them. Only coordinators see this part.
flags-pair = { $mentee } and { $mentor }
flags-settle = I have seen to it
flag-suspended = One of them is suspended.
flag-left = One of them has left.
flag-evaluates = One of them evaluates the other now.
audit-partnership-flag-settled = Saw to a pair that needed a look
resource-partnership-flag = That a pair needs a look
