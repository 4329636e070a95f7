# Letters: the page they wait on, and what they say.

letters-title = Letters
letters-who-sees = Each coordinator sees the letters of their own schemes. Whoever a letter is to sees it too.
letters-waiting = { $count ->
    [0] No letters wait to be sent.
    [one] 1 letter waits to be sent.
   *[other] { $count } letters wait to be sent.
 }
letters-none = No letters yet. When you tell people about their pairs, their letters appear here.
letters-how = No mail server is set. Get each letter for your own mail program, or print it, and then mark it as sent.
letters-caption = Letters, newest first
letters-to = To
letter-check-waits = It waits on the page of letters until you send it.
letter-check-at-once = It goes at once, and cannot be taken back.
letters-about = About
letters-state = State
letter-title = Letter to { $name }
letter-sent = Sent
letter-waiting = To send
letter-waits = Waits until { $time }
letter-on-its-way = On its way
letter-again = Will be tried again
letter-back = Came back
letter-back-do = Check the address with the person. You can still get this letter for your own mail program or print it, and then mark it as sent.
letter-gone = One of these letters has been sent. It cannot be taken back.
letters-how-by-itself = Letters go out by themselves. One that came back needs you: open it to see what to do.
trouble-refused = The mail server on the other side does not take mail for this address{ $code }.
trouble-not-now = The mail server asked us to try again later{ $code }. Duet does that for five days.
trouble-settings = The mail server does not take mail from Duet{ $code }. Whoever runs your Duet needs to check its settings.
trouble-no-answer = The mail server did not answer in time{ $code }. Duet tries again for five days.
trouble-unreachable = The mail server could not be reached{ $code }. Duet tries again for five days.
trouble-certificate = The mail server could not show who it is{ $code }. Whoever runs your Duet needs to check its settings.
trouble-no-tls = The mail server offers no safe way to send{ $code }. Whoever runs your Duet needs to check its settings.
trouble-late = It could not be sent in time{ $code }.
letter-open-in-mail = Get it for your mail program, with a sign-in link
letters-mark-all = Mark all of them as sent
letter-link-below = Your sign-in link. It works once, within 14 days:
letter-address-below = You can sign in here:
letter-make-link = Make a sign-in link
letter-mark-sent = Mark as sent
letter-link-made = A sign-in link for this person
letter-link-code = On paper, this code says the same. It is typed on the page where one signs in:
letter-link-how = Put it into the letter. It works once, within 14 days, and is shown only now. Whoever has it can sign in as this person.
letter-who-sees = The person it is to sees it too.

letter-why-nothing = – you both asked to take part
letter-why-same = – the same { $heading }: { $answer }
letter-why-different = – a different { $heading }
letter-why-offered = – what is asked for and offered: { $met }
letter-mentor-subject = { $round }: you and { $other }
letter-mentor-body =
    Dear { $name },

    Thank you for offering your time as a mentor in { $round }. We would like to put you together with { $other }, { $workplace }.

    What brought you two together:
    { $why }

    Please use the link that comes with this letter, and say yes or no. You can say no without a reason. Pairs begin to meet on { $starts }.

    With thanks,
    { $signed }
    { $scheme }
letter-mentee-subject = { $round }: your mentor
letter-mentee-body =
    Dear { $name },

    We have found a mentor for you in { $round }: { $other }, { $workplace }.

    What brought you two together:
    { $why }

    Please use the link that comes with this letter, and say yes or no. You can say no without a reason. Pairs begin to meet on { $starts }.

    With best wishes,
    { $signed }
    { $scheme }
letter-mentor-left-out-subject = { $round }: no mentee this time
letter-mentor-left-out-body =
    Dear { $name },

    Thank you for offering your time as a mentor in { $round }. This time we have not found a mentee for you.

    We would love to ask you first next time.

    With thanks,
    { $signed }
    { $scheme }
letter-mentee-left-out-subject = { $round }: where we are
letter-mentee-left-out-body =
    Dear { $name },

    Thank you for applying to { $round }. We have not found a mentor for you yet. It says nothing about you or what you could give.

    We go on looking, and will write to you again.

    With best wishes,
    { $signed }
    { $scheme }
letter-session-logged-subject = { $other } wrote down a session with you
letter-session-logged-body = { $other } wrote down a session with you in { $round }, held on { $day }. Please look whether it is right.
digest-subject = { $count } things are new for you
digest-greeting = Dear { $name },
audit-letter-came-back = A letter came back
