# What an organisation tells people about what is kept of them.

notice-link = What is kept of you, and why
notice-title = What is kept of you, and why
notice-lede = Your organisation runs Duet itself. This page says what it keeps of you there.
notice-lede-first = Before you write anything here: this is what your organisation keeps of you, and why. You can read it again at any time, from the foot of each page.
notice-lede-newer = Your organisation has changed what it says here since you last saw it. Please look at it before you write anything more. You can read it again at any time, from the foot of each page.
notice-newer-title = What is new
notice-newer-what = You last saw this page on { $day }. This is what it said then, where it says something else now:
notice-newer-none-before = When you last saw this page, on { $day }, nobody had written down who answers for what is kept. Now it says so.
notice-newer-other-language = Since you last saw this page, on { $day }, only its words in the other language have changed.
notice-ground = On what ground
notice-complain-where = Where to complain
notice-which = Several organisations run their mentoring here, and each says for itself what it keeps.
notice-which-how = The letter that invited you has a link to the right page. Once you are signed in, you find it at the foot of each page.
notice-who = Who answers for it
notice-who-answers = Organisation
notice-who-contact = How to reach them
notice-who-missing = Your organisation has not written this down yet. Ask the person who invited you.
notice-why = Why it is kept
notice-purpose-usual = To put people together who can learn from each other, to let them know about it, to help when a pair does not go well, and to tell those who pay for the scheme, in numbers without names, what came of it.
notice-basis-why-interests = The law allows this because your organisation has a good reason to help its people grow, and it does not weigh more than your rights (legitimate interests).
notice-basis-why-task = The law allows this because it is part of a task that the law gives your organisation (public task).
notice-basis-why-contract = The law allows this because it is needed for what you and your organisation have agreed (contract).
notice-what = What is kept
notice-what-details = Your name, mail address, job and workplace. Your organisation may have got them from a list it has.
notice-what-answers = What you answered when you applied, and whom you are put together with.
notice-what-meetings = When the two of you met, for how long and in what way.
notice-what-private = What you write for yourself alone. It is locked with a key of your own, and nobody else can open it in Duet.
notice-what-traces = When you signed in, and what you changed. Nobody watches what you read.
notice-who-sees = Each page and each field says who can see it, by name. Nothing is sold, nothing is used for advertising, and no machine decides about you alone: a person confirms each pair.
notice-limits-title = What “private” means, and where it ends
notice-limits = What you two say to each other stays between you. It ends where somebody may come to harm, or where the law demands it: then people must act, and a court can ask for what is kept. Nobody reads along here, so if you are worried about somebody’s safety, tell a person today.
notice-limits-short = What you write here is kept as the page says. Where somebody may come to harm, or the law demands it, confidence ends.
notice-limits-link = What “private” means, and where it ends
notice-how-long = For how long
notice-how-long-months = { $months ->
    [one] Your organisation takes your details out at the latest 1 month after the end of the last round you took part in. Totals without names stay.
   *[other] Your organisation takes your details out at the latest { $months } months after the end of the last round you took part in. Totals without names stay.
 }
notice-rights = What you can ask for
notice-rights-see = To see all that is kept of you, and to take it away with you.
notice-rights-correct = To have what is wrong put right.
notice-rights-erase = To have it erased.
notice-rights-object = To say no to its being used, or to have its use stopped for a while.
notice-complain = If you are not content with an answer, you can complain to:
notice-complaints-usual = the Information Commissioner’s Office, ico.org.uk/make-a-complaint, 0303 123 1113
notice-written-on = Written on { $day }.
notice-go-on-how = You agree to nothing by going on. It is only written down that you were shown this.
notice-go-on = Go on
notice-letter = What is kept of you here, and why:

notice-wording-title = Write what people are told
notice-wording-lede = Everybody is shown this before they write anything of their own. It replaces what stood there before, and whoever saw that is shown this once more, with what has changed.
notice-missing = Two things are missing
notice-missing-what = Who answers for what is kept, and how people reach them. Until you have saved this page, people read that nobody has written it down yet.
notice-missing-next = Say who answers for what is kept
notice-missing-next-why = People are shown, before they write anything, what you keep of them and why. Who answers for it, and how to reach them, is still missing.
notice-missing-next-button = Write it down
notice-controller = Who answers for what is kept?
    .hint = The full name of your organisation, as the law knows it
notice-contact = How do people reach them?
    .hint = A mail address or telephone number for questions about what is kept. Name your data protection officer, if you have one.
notice-purpose_en = Why do you keep it, in English?
notice-purpose_cy = Why do you keep it, in Welsh?
notice-basis = On what ground does the law allow it?
    .hint = Ask whoever looks after data protection for you
notice-basis-legitimate_interests = Legitimate interests
notice-basis-public_task = A public task
notice-basis-contract = A contract with each person
notice-months = How many months after the end of a round do you take people’s details out?
    .hint = Duet does not do it by itself: an administrator erases people, on the page “Erasing people”
notice-complaints = Where can people complain?
notice-wording-keep = Save it
notice-wording-who-sees = Who can see this: anybody who has the link, signed in or not. Who can change it: your administrators.

import-needs-told = Tell everybody in the files that you bring their details in. Their first letter says where to read what is kept of them, and they are shown it before they write anything.

audit-notice-shown = Was shown what is kept of them
audit-notice-written = Wrote what people are told about what is kept
resource-notice = What people are told about what is kept of them
resource-notice-read = That somebody was shown it
about-field-notice_at = Shown what is kept
about-notice = What your organisation tells people
about-why-of_the_organisation = It keeps who last changed it. It is the organisation’s.
about-partnership_flag = Pairs that you saw to
