# Schemes, rounds, applicants, proposals, reports.

scheme-new-title = Open a scheme
scheme-new-lede = A scheme is a standing offer, like “Mentoring for heads of service”. It runs in rounds.
scheme-new-button = Open a scheme
scheme-name = Name of the scheme
scheme-name-missing = Enter a name of at most 200 characters
scheme-purpose = What is it for?
    .hint = One or two sentences. People see them, and so does the report.
scheme-purpose-missing = Say in at most 1000 characters what the scheme is for
scheme-colour = Colour
scheme-colour-teal = Teal
scheme-colour-plum = Plum
scheme-colour-rust = Rust
scheme-colour-moss = Moss
scheme-colour-ink = Ink
scheme-colour-rose = Rose
scheme-colour-ochre = Ochre
scheme-colour-sea = Sea
scheme-runners = Who runs it
scheme-page-link = About this scheme, and who runs it
scheme-runners-link = Make a sign-in link for { $name }
scheme-appoint = Ask somebody to run it with you
scheme-appoint-lede = A coordinator runs the rounds. A coach leads them with you. A sponsor reads the report.
scheme-appoint-button = Add them
appoint-name = Their name
appoint-address = Their mail address
appoint-duty = What will they do?
appoint-duty-coordinator = Coordinator
appoint-duty-coach = Coach
appoint-duty-sponsor = Sponsor
appoint-already = They do this already
link-gives-more = This person may do more in Duet than you, so you cannot make a link for them. The person who runs your Duet can.
duty-administrator = Administrator
schemes-none = There is no scheme yet. Open one to begin.

rounds-title = Rounds
rounds-none = No round yet.
round-dates = { $starts } to { $ends }
round-new-title = Open a round
round-new-button = Open a round
round-name = Name of the round
    .hint = For example: Spring 2027
round-name-missing = Enter a name of at most 200 characters
round-starts_on = When do pairs begin to meet?
round-ends_on = When does the round end?
round-ends-before-start = The round must end after it begins
round-steps = Steps

step-people = People
step-people-count = { $mentors ->
    [one] 1 mentor
   *[other] { $mentors } mentors
 }, { $mentees ->
    [one] 1 mentee
   *[other] { $mentees } mentees
 }
step-proposal = Pairs
step-proposal-count = { $placed ->
    [one] 1 pair proposed
   *[other] { $placed } pairs proposed
 }
step-told = Telling them
step-told-count = { $pairs ->
    [one] 1 pair told
   *[other] { $pairs } pairs told
 }
step-accepted = Saying yes
step-accepted-count = { $running } of { $open } said yes
step-report = Meeting, and the report
step-sessions-count = { $sessions ->
    [0] No sessions yet
    [one] 1 session
   *[other] { $sessions } sessions
 }
step-open = To do
step-needs-people = Needs people first
step-needs-proposal = Needs pairs first

partnerships-title = Pairs
partnerships-going = { $count ->
    [one] One pair
   *[other] { $count } pairs
 }
partnerships-over = { $count ->
    [one] One pair that is over
   *[other] { $count } pairs that are over
 }
partnerships-caption = The pairs, by the name of the mentee, and how often they met
partnerships-state = State
partnerships-sessions = Sessions
partnerships-hours = Hours
partnerships-last = Last met
partnerships-who-sees = You see that they met, not what they said.
standing-none = No answer yet
standing-one = One has said yes
standing-offered = Waiting for a yes
standing-running = Meeting
standing-quiet = Not met for five weeks
standing-declined = Said no
standing-over = Ended

import-title = Bring in people
import-lede = Choose the two spreadsheets you have: one with mentors, one with mentees. Any headings will do.
import-mentors = Mentors
    .hint = A spreadsheet: Excel (xlsx) or CSV
import-mentees = Mentees
    .hint = A spreadsheet: Excel (xlsx) or CSV
import-rules = Rules, if you have them
    .hint = A rules file. Without one, Duet suggests rules from your columns.
import-button = Bring them in
import-file-missing = Choose a file
import-needs-title = What the files need
import-needs-columns = An email address and a name (or first name and last name) for each person. One line is one person.
import-needs-more = If they are there: job title, places (how many mentees a mentor takes) and line manager email. A line manager is never matched with the person they manage.
import-needs-private = Columns on health, faith, identity and the like are left out, unless you say what you need them for. They are never matched by.
import-needs-again = You see first what each row would do. You can send the same file again: nobody comes in twice.
import-done = The people are in
import-done-new = { $count ->
    [0] Nobody new applied.
    [one] 1 application is new.
   *[other] { $count } applications are new.
 }
import-done-known = { $changed } changed, { $same } stayed the same.
import-done-kept = We keep these columns, for matching: { $headings }.
import-done-private = We did not read these, since the law protects what they may tell: { $headings }.
import-done-unused = We did not keep these, since no rule reads them: { $headings }.
import-done-not-corrected = { $count ->
    [one] 1 person has another name, job or workplace in your file than we know. We left it, since they run a scheme or take part in another one.
   *[other] { $count } people have another name, job or workplace in your file than we know. We left it, since they run a scheme or take part in another one.
 }
import-done-rules = There were no rules yet, so we suggested some from your columns. You find them below.

people-title = Who is eligible
people-lede = { $mentors ->
    [one] 1 mentor
   *[other] { $mentors } mentors
 } and { $mentees ->
    [one] 1 mentee
   *[other] { $mentees } mentees
 } can be matched.
people-not-eligible-count = { $count ->
    [0] Everybody meets the rules.
    [one] 1 person does not meet a rule.
   *[other] { $count } people do not meet a rule.
 }
people-not-eligible = Not eligible, and why
people-as-mentor = As mentor:
people-as-mentee = As mentee:
people-rules-not-met = { $count ->
    [one] this rule is not met.
   *[other] these rules are not met.
 }
people-eligible-mentors = Mentors ({ $count })
people-eligible-mentees = Mentees ({ $count })
people-none = Nobody yet.
people-find-here = Find somebody by name
people-everybody = Show everybody
people-found-none = Nobody of that name.
people-next = The next 50
people-from-the-start = Back to the start of this list
people-places = { $places } places
rules-title = The rules
rules-eligible = Who may take part
rules-criteria = How pairs are chosen
rule-first-count = As many people as possible get a mentor. Among those plans, the best fit wins.
rule-first-total = The best fit wins, even if one more person is left out.
rule-never-evaluator = Nobody is matched with someone who evaluates them.
rule-different-workplace = People who work at the same place are not matched.
rule-earlier-pairs = Two who were a pair before may be matched again.
rule-no-earlier-pairs = Two who were a pair before are not matched again, unless you keep them together.
rule-least-fit = No pair has a fit below { $fit } of 100.
rule-same = The same “{ $heading }” is good. Weight { $weight }.
rule-different = A different “{ $heading }” is good. Weight { $weight }.
rule-overlap = The more the mentor offers of “{ $heading }”, the better. Weight { $weight }.
rule-ahead = The mentor is some steps ahead in “{ $heading }”, but not too many. Weight { $weight }.

proposal-title = Proposed pairs
proposal-make = Propose pairs
proposal-none = There is no proposal yet. Duet looks at every possible plan and proposes the best one.
proposal-nobody = There must be a mentor and a mentee who can still be matched. Bring in more people first.
proposal-lede = { $placed ->
    [one] 1 mentee has a mentor in this plan.
   *[other] { $placed } mentees have a mentor in this plan.
 }
proposal-proven = Proven: no better plan exists.
proposal-proven-wishes = { $count ->
    [one] Proven: no better plan keeps your wish.
   *[other] Proven: no better plan keeps your { $count } wishes.
 }
proposal-proven-how = Duet checked the proof before it showed you this.
proposal-nobody-told = Nobody has been told.
proposal-go-on = Go on to telling them
proposal-told = These pairs have been told
proposal-told-next = What happens next: each of them says yes or no. You see their answers on the round’s page.
proposal-who-sees = People see only their own pair, once it is told.
proposal-hash = Plan { $hash }: the same people and rules always give this same plan.
proposal-held = Nobody has been told yet. The letters go at { $time }.
proposal-held-why = Until then you can take it back whole: no pair sees anything, and no letter goes.
proposal-held-letters = Look at the letters
proposal-withdraw = Tell nobody yet
proposal-told-already = These pairs have been told. It cannot be taken back any more.
proposal-published = These pairs have been told already.
proposal-outdated = Something changed since this plan was made: people, rules, or who evaluates whom. Propose pairs again.
proposal-too-many = There are too many possible pairs to look at here. Split the round into smaller ones.
proposal-not-newest = A newer proposal stands. Look at that one first.
board-title = The plan
board-label = { $pairs } pairs drawn as ribbons between mentors and mentees. A thicker ribbon is a better fit. The table below says the same.
board-ribbon = { $mentor } with { $mentee }, fit
board-out = no mentor yet
board-kept = kept
board-new = new
board-left-out = left out
board-nobody = nobody
board-table = The same as a table
left-out-title = Left out, and why
would-place = What would help:
pairs-title = The pairs
of-100 = of 100
kept-together = Kept together
why-these-two = Why these two
points-of = of { $of } points
left-out-not-needed = Each mentee they could have is better placed with somebody else.
left-out-nobody = There is nobody on the other side yet.
left-out-barred = There is nobody they may be paired with: { $bars }.
left-out-fewer = To give them a mentor, more people would go without one. Left out instead: { $names }.
left-out-instead = To give them a mentor, { $names } would go without, and the plan would be { $less } points worse.
left-out-tie = { $names } would go without instead. Both plans are equally good, so you may choose.
left-out-worse = A plan with them in it would be { $less } points worse.
left-out-room = If { $mentor } took one more mentee, they would have a place. { $moves ->
    [0] No other pair would change.
    [one] One other mentee would change mentor.
   *[other] { $moves } other mentees would change mentor.
 }
bars-same-person = { $people ->
    [one] one is the same person
   *[other] { $people } are the same person
 }
bars-evaluates = { $people ->
    [one] one evaluates them, or is evaluated by them
   *[other] { $people } evaluate them, or are evaluated by them
 }
bars-same-workplace = { $people ->
    [one] one works at the same place
   *[other] { $people } work at the same place
 }
bars-met-before = { $people ->
    [one] 1 was a pair with them before
   *[other] { $people } were a pair with them before
 }
bars-said-no = { $people ->
    [one] one of a pair said no
   *[other] { $people } pairs ended with a no
 }
bars-kept-apart = { $people ->
    [one] you keep them apart from one
   *[other] you keep them apart from { $people }
 }
bars-low-fit = { $people ->
    [one] one fits too little
   *[other] { $people } fit too little
 }
bars-no-place = { $people ->
    [one] one takes nobody this time
   *[other] { $people } take nobody this time
 }
bar-same-person = Nobody can be their own mentor.
bar-evaluates = One of these two evaluates the other, as a manager or supervisor does. Duet never pairs them, whoever asks for it. Choose somebody else.
bar-same-workplace = These two work at the same place, and this round does not pair colleagues.
bar-said-no = One of these two has said no to this pair in this round.
bar-met-before = These two were a pair before, so they are not proposed again. They can still be kept together.
bar-kept-apart = You keep these two apart.
bar-low-fit = These two fit too little for this round’s rules.
bar-no-place = This mentor takes nobody this time.
reason-same = Both have the same { $heading }: { $answer }
reason-not-same = Not the same { $heading }: mentor { $mentor }, mentee { $mentee }
reason-different = Different { $heading }: mentor { $mentor }, mentee { $mentee }
reason-not-different = The same { $heading }: { $mentee }
reason-overlap-all = Of “{ $heading }”, all is offered: { $met }
reason-overlap-some = Of “{ $heading }”, this is offered: { $met }. This is not: { $missed }
reason-overlap-none = Of “{ $heading }”, nothing is offered. Asked for: { $missed }
reason-overlap-nothing-asked = Under “{ $heading }”, nothing was asked for
reason-ahead = In “{ $heading }”, the mentor is { $steps ->
    [one] one step
   *[other] { $steps } steps
 } ahead ({ $mentor }, mentee { $mentee })
reason-not-ahead = In “{ $heading }”, the mentor is not ahead ({ $mentor }, mentee { $mentee })
reason-ladder-unknown = In “{ $heading }”, we cannot compare ({ $mentor }, mentee { $mentee })
reason-answer = { $answer }
reason-no-answer = no answer
reason-no-criteria = This round has no criteria: every allowed pair fits equally.
wishes-broken = You keep { $mentor } and { $mentee } together, but they may not be paired any more. They are not in this plan.
proposal-again = Propose pairs for whoever is free
proposal-again-why = People who said no, or who came in later, can still be matched. Pairs that were told stay as they are.
wish-title = Keep two people together or apart
wish-lede = Your wish is kept, and the rest of the plan is made the best it can be around it.
wish-together = Keep together
wish-apart = Keep apart
wish-neither = Let the fit decide
wish-refused = This pair cannot be made
wish-not-matchable = One of these two cannot be matched in this round now. Look at the people of the round.
wish-refused-two = { $mentor }, { $mentee }: { $why }
wish-is-together = { $mentor } and { $mentee } together
wish-is-apart = { $mentor } and { $mentee } apart
wish-remove = Remove
wish-too-many = This cannot be kept: the mentor has no place left for another wish, or the mentee is kept with somebody else.

publication-title = Check, then tell them
publication-lede = You are about to tell { $pairs ->
    [one] 1 pair
   *[other] { $pairs } pairs
 }. Duet writes { $letters } letters.
publication-left-out = { $count ->
    [one] One person who is left out gets a letter too.
   *[other] { $count } people who are left out get a letter too.
 }
publication-letters = What they will read
publication-letters-how = The first pair’s letters, as an example. Each person gets theirs in their own language.
publication-held = The letters wait for 15 minutes. Until then nobody sees anything, and you can take it back.
publication-button = Tell them now

report-of = Report: { $round }
report-placed = { $count ->
    [one] pair placed
   *[other] pairs placed
 }
report-met = { $count ->
    [one] pair met
   *[other] pairs met
 }
report-hours = hours of mentoring
report-how = How it went
report-applied = Applied
report-applied-count = { $mentors ->
    [one] 1 mentor
   *[other] { $mentors } mentors
 } and { $mentees ->
    [one] 1 mentee
   *[other] { $mentees } mentees
 }
report-placed-term = Placed
report-placed-count = { $placed } pairs said yes, { $waiting } have still to answer
report-met-term = Met
report-met-count = { $met } of { $placed } pairs have met at least once
report-sessions-term = Sessions
report-sessions-count = { $sessions } in all, { $each } for each pair who met
report-as-of = As of { $day }.
report-who-sees = It counts. It names only those who let others read their words.
duty-coordinator = Coordinator
duty-coach = Coach
duty-sponsor = Sponsor

match-placed = { $placed } of { $mentees } mentees have a mentor.
match-not-eligible = Not eligible: { $name }. { $rule }
match-unknown-pair = “{ $pair }” is not a mentor and a mentee of these files who may take part. Write: mentor address, a comma, mentee address.
