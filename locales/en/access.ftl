# Who can see and do what.
who-sees = Who can see this: { $names }. Nobody else.
who-sees-and = Who can see this: { $names }.
who-sees-you = you
who-sees-named = { $name } ({ $relation })
who-sees-more = { $count ->
    [one] and one more person
   *[other] and { $count } more people
  }
relation-anybody = anybody
relation-member = everybody signed in
relation-oneself = the person themself
relation-in-the-partnership = the pair
relation-author = who wrote it
relation-coordinator = coordinator
relation-coach = coach
relation-sponsor = sponsor
relation-administrator = administrator

# The table.
access-title = Who can see and do what
access-lede = This is the table the program itself goes by. Whatever is not a yes is a no. Who is suspended or has left can do nothing.
access-who = Who
access-yes = May
access-no = May not
verb-see = see
verb-list = know of
verb-write = add or change
verb-decide = decide
verb-delete = take away
verb-export = take out
resource-home = The front page
resource-entrance = Signing in by a link
resource-own-sign-ins = Where somebody is signed in
resource-own-factors = How somebody shows that it is they
resource-person = What is known of a person
resource-audit = The record of what was done
resource-scheme = A scheme
resource-description = What a scheme says of itself
resource-condition = How a scheme has what mentoring needs
resource-eligibility = Who may take part in a round
resource-training = A training
resource-stage = Where a round stands
resource-outcome = What a scheme should bring
resource-appointment = Who runs a scheme
resource-runners-link = A link to sign in, for who runs a scheme
resource-own-name = The name and addresses one is known by
resource-own-organisations = The organisations that know somebody
resource-administrator = Administrators
resource-erasure = Forgetting somebody
resource-everything = Everything about somebody
resource-everything-on-paper = Everything about somebody, on paper
resource-wording = What a scheme’s letters say
resource-own-letters = The page of one’s letters to send
resource-letter = A letter to send
resource-own-rounds = The page of one’s rounds
resource-round = A round
resource-application = An application
resource-partnership = A pair
resource-proposal = Proposed pairs
resource-session = A session
resource-import = Spreadsheets sent to look at
resource-private-answer = What the law protects, kept for a purpose
resource-reflection = A reflection on a session
resource-report = A report
resource-shell = Language and looks
resource-demo = The demo’s doors
resource-policy = This table

# People.
people-find-title = Find somebody
people-who-sees = Whoever coordinates finds only the people of their own schemes. Each person’s own page says who sees that person.
people-find = Name or mail address
people-find-button = Find
people-find-none = Nobody of that name or address is here, or they are not yours to see.
people-find-some = { $count ->
    [one] One person
   *[other] { $count } people
  }
people-find-many = The first { $count } people. Type more of a name to find others.
person-membership = Belongs
membership-invited = Invited, has not signed in yet
membership-active = Takes part
membership-suspended = Suspended: cannot sign in for now
membership-left = Has left
membership-erased = Has left, and is forgotten
person-suspend = Suspend
person-suspend-why = They are signed out at once and cannot sign in until you let them back. Nothing of theirs is taken away.
person-let-back = Let back
person-leave = Note that they have left
person-leave-why = They are signed out at once. Their sessions stay in the pair’s record and in the report.
person-last-administrator = This is the only administrator. Appoint another first.
person-not-oneself = You cannot do this to yourself. Ask another administrator.
way-people = Find somebody
membership-no-step = That cannot be done from how they belong now. Look at their page again.
form-taken = This form is being taken at this moment. Wait a moment, then look whether it is done.

# Beside single fields: who else sees them.
you-field-who-sees = Whoever coaches a round you take part in sees your name too, and so does the person you are put together with, once you are both in.
you-address-who-sees = Once you are both in, the person you are put together with sees the address for letters too. An address you only sign in with stays yours.
scheme-name-who-sees = Whoever you ask to run the scheme sees it too, and everybody who takes part.
scheme-purpose-who-sees = Whoever you ask to run the scheme sees it too.
scheme-appoint-who-sees = They themselves see it too. People who take part see by name who runs a scheme.
round-name-who-sees = Everybody who takes part in the round sees it too.
wording-who-sees = Whoever the letter goes to reads it too.
