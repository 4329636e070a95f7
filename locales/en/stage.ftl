# The stages of a round, its dates and its trainings.

stages-title = Where the round stands
stages-all = All { $count } stages
stage-draft = Draft
stage-draft-means = You set it up: dates, rules, a last day to apply.
stage-open = Open
stage-open-means = People apply.
stage-matching = Matching
stage-matching-means = You choose pairs, tell them, and they say yes or no.
stage-training = Training
stage-training-means = Mentors and mentees complete the training.
stage-active = Active
stage-active-means = Pairs meet and work on their goals.
stage-review = Review
stage-review-means = You look back: what changed, and for whom.
stage-closed = Closed
stage-closed-means = All is done. What was written stays.
stage-done = Done
stage-here = Here now
stage-ahead = Not yet
stage-since = Here since { $day }
stage-began = Since { $day }
stage-needs-deadline = Say first until when people can apply.
stage-open-until = People can apply until { $day }. To go on earlier, change that day.
stage-needs-people = There must be a mentor and a mentee first.
stage-needs-pairs = Tell pairs first, and wait until one has said yes.
stage-waits-answers = { $count ->
    [one] One pair has still to answer.
   *[other] { $count } pairs have still to answer.
 }
stage-waits-training = { $count ->
    [one] One person has still to complete the training.
   *[other] { $count } people have still to complete the training.
 }
stage-runs-until = Pairs meet until { $day }. To look back earlier, change the end of the round.
stage-needs-looking-back = Ask people first where they stand in the end. You find it below, under “{ step-ratings }”.
stage-waits-looking-back = { $count ->
    [0] Everybody has said where they stand in the end.
    [one] One person has still to say where they stand in the end.
   *[other] { $count } people have still to say where they stand in the end.
 } End the asking first, under “{ step-ratings }”. After that, nobody can answer.
stage-move-on = Go on to: { $stage }
stage-go-back = Go back to: { $stage }
stage-closing = When you close the round, its pairs end today. What they wrote stays theirs.
stage-not-next = The round does not stand where this page thought. Look at the round’s page again.
stage-blocked = Something still blocks this step. Look at the round’s page: it says what.
round-closed = This round is closed. Nobody can be added to it or paired in it.
round-edit-title = Change this round
round-edit-link = Change its name and dates
round-keep = Keep this
step-deadline = Applications
step-deadline-until = Until { $day }
step-deadline-over = Closed on { $day }
step-deadline-none = No last day yet
deadline-title = The last day to apply
deadline-apply_by = Until when can people apply?
    .hint = You can move this day later on. The days before it are kept.
deadline-after-end = This must be before the round ends
deadline-keep = Keep this day
deadline-history = What was said before
deadline-set = Until { $day }, said on { $set }
trainings-title = Training
trainings-lede = Both of a pair complete all of these before they work on their goals.
trainings-none = No training is planned. Pairs can begin as soon as both say yes.
trainings-who-sees = Each pair sees what the two of them have still to complete.
training-plan = Plan a training
training-plan-button = Plan it
training-name = What is it called?
    .hint = For example: Listening and asking
training-name-missing = Enter a name of at most 200 characters
training-held_on = When is it?
training-after-end = This must be before the round ends
training-completed-count = { $count ->
    [0] Nobody in a pair has completed it yet.
    [one] One person has completed it.
   *[other] { $count } people have completed it.
 }
training-nobody = Nobody in this round has a pair yet. Tell the pairs first, then note here who completed the training.
training-who = Who has completed it?
training-who-hint = Tick everybody who has. If you take a tick away, it is no longer noted.
training-completed = On { $day }, noted by { $name }
training-completed_on = On which day did those you newly tick complete it?
training-in-future = This day is still to come
training-keep = Keep this
step-training = Training
step-training-none = None planned
step-training-count = { $count ->
    [one] One planned
   *[other] { $count } planned
 }
partnership-training = Training comes first
partnership-training-how = You can meet and log sessions now. Begin to work on your goals when both of you have completed the training.
partnership-training-still = { $name }: { $training }
partnership-training-on = { $day }
partnership-training-you = You
audit-round-described = Changed the name or dates of a round
audit-round-deadline-set = Set the last day to apply to a round
audit-round-moved = Moved a round to another stage
audit-training-planned = Planned a training
audit-training-noted = Noted who completed a training
