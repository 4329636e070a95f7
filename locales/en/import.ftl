# The words of letters: Duet's own, or a scheme's.

import-title-people = Bring in people
import-title-evaluations = Bring in who evaluates whom
import-title-workplaces = Bring in workplaces
import-title-pairs = Bring in pairs of before and now
import-title-sessions = Bring in sessions
import-both = Or one file with both
    .hint = With a column that says who is a mentor and who is a mentee
import-file = Your spreadsheet
    .hint = Excel (xlsx) or CSV
import-lede-file = Choose the spreadsheet you have. Any headings will do.
import-send = Look at them first
import-others-title = Other things you can bring in
import-check-title = Before they come in
import-check-lede = Nothing has been saved yet. This is what your spreadsheets would do.
import-check-kept = We keep the files for a day at most, locked with your key.
import-count-refused = cannot come in
import-count-changed = would change
import-count-new = new
import-count-same = stay the same
import-count-kept = stay as people said themselves
import-rows-refused = { $count } cannot come in
import-rows-changed = { $count } would change
import-rows-new = { $count } new
import-rows-same = { $count } stay the same
import-rows-kept = { $count } stay as people said themselves
import-about = Row
import-place = Where
import-what = What
import-line = line { $line }
import-nothing-else = as the row says
import-empty = nothing
import-more = See the next of { $count } more
import-overview = Back to all rows
import-without-legend = Rows that cannot come in
import-without = { $count ->
    [one] Leave out the 1 row that cannot come in, and bring in the rest
   *[other] Leave out the { $count } rows that cannot come in, and bring in the rest
 }
import-problems = Your columns need a word from you
import-failed = It did not come in, and nothing was saved
import-field-missing = No column is “{ $field }” yet. Choose which one is, below.
import-field-twice = Two columns are “{ $field }”. Choose one.
import-purpose-missing = Say why you need to keep each protected column, or leave it out.
import-purpose-long = Say in at most { $most } characters why you need to keep a protected column.
import-role-missing = Choose which column says who is a mentor and who is a mentee.
import-role-empty = The row does not say whether this is a mentor or a mentee.
import-role-none = The row says that this person does not take part.
import-known-elsewhere = They are known here in another way too. Their name, job and workplace stay as they are.
import-how-text = Read as { $encoding } text, with { $separator } between cells. If letters look wrong, save the file as xlsx and send that.
import-how-comma = commas
import-how-semicolon = semicolons
import-how-tab = tabs
import-how-workbook = Read from the sheet “{ $sheet }”{ $sheets ->
    [1] { "" }
   *[other] , the first of { $sheets } that has anything in it
 }.
import-preset = It looks like a file from { $program }.
import-remembered = You settled these columns before, so we did the same.
import-column = Your column
import-cells = What stands in it
import-use = What it is
import-use-out = Leave it out
import-use-answer = An answer, for matching
import-problems-how = Say below what your columns are, then press Look again.
import-use-for-rule = What the rules call “{ $heading }”
import-use-sealed = Keep it locked, for a purpose
import-purpose = Why you need it
import-private = The law protects what this may tell. It is never matched by.
import-look-again = Look again
import-throw-away = Throw these files away
import-progress-title = Bringing them in
import-progress = { $done } of { $all } rows are written.
import-progress-begins = It is about to begin.
import-progress-wait = This page looks again by itself. You can go on with something else meanwhile.
import-progress-look = Look now
import-taken = These files have come in already, or have gone. Send them again if you need to.
import-outdated = Something changed since you looked. Look once more, then bring them in.
import-has-refused = Some rows cannot come in. Tick that they may be left out, or mend them and send the file again.
import-underway = It is being brought in at this moment.
import-busy = Others are bringing in spreadsheets at this moment. Please try again in a minute.
import-not-yours-now = You do not run this round any more, so this cannot come in. You can throw the files away.
import-is-people-address = Email address
import-is-people-name = Name
import-is-people-first-name = First name
import-is-people-last-name = Last name
import-is-people-workplace = Where they work
import-is-people-role = Mentor or mentee
import-is-people-job-title = Job title
import-is-people-places = Places: how many mentees they take
import-is-people-manager = Line manager’s email address
import-is-evaluations-who = Who evaluates
import-is-evaluations-whom = Whom they evaluate
import-is-evaluations-relation = How
import-is-evaluations-from = From
import-is-evaluations-until = Until
import-is-workplaces-workplace = Name of the workplace
import-is-pairs-mentor = Mentor’s email address
import-is-pairs-mentee = Mentee’s email address
import-is-pairs-from = From
import-is-pairs-until = Until
import-is-sessions-mentor = Mentor’s email address
import-is-sessions-mentee = Mentee’s email address
import-is-sessions-held = The day they met
import-is-sessions-minutes = How long, in minutes
import-is-sessions-way = How they met
import-sheet-mentors = Mentors
import-sheet-mentees = Mentees
import-sheet-both = Mentors and mentees
import-sheet-file = Your sheet
sheet-cell-error = The spreadsheet could not work this cell out. Type what belongs here.
sheet-cell-missing = This cell is empty, and something is needed here.
sheet-day = Write a day as day/month/year, such as 5/3/2026.
sheet-minutes = Write how long in minutes, such as 60, or as hours and minutes, 1:00.
sheet-word = Write one of these here: { $words }.
import-nobody-reached = Nobody in your rounds has this mail address. Bring them in as people of a round first.
import-nobody = Nobody here has this mail address. Bring in the people first.
import-oneself = The two are one person.
import-ends-before = It ends before it begins.
import-day-future = This day is still to come.
import-neither-here = Neither of these two is in this round. Bring in the people first.
import-evaluates = One of these two evaluates the other, so they cannot be a pair.
import-has-mentor = This mentee has another mentor in this round.
import-began-otherwise = This pair began on another day, as far as we know. Empty the cell, or write that day.
import-no-pair = These two are no pair of this round. Bring in the pairs first.
import-done-sealed = We keep these locked, for what you said, and never match by them: { $headings }.
private-answers-title = Private answers
private-answers-lede = What the law protects, kept for what it was said to be needed for. Nobody is matched by it, and no letter or report holds it.
private-answers-who = Each person reads what is kept about them, too.
private-answers-none = None are kept in this round.
private-answers-purpose = Kept for: { $purpose }
private-answers-delete = Delete all of “{ $heading }” for good

# A capability matrix.
import-title-capabilities = Bring in a capability matrix
import-use-levels = Levels under this heading
import-needs-matrix = Any of three layouts will do: people down and capabilities across, capabilities down and people across, or a row for each level. Levels can be numbers or their names.
import-needs-levels = People are known by their mail address, or by a name that only one of the round has. The levels are those you wrote.
import-matrix-shape = Choose which column says who, or which says what they can do, and which columns hold the levels. A sheet with a row for each level needs all three: who, what and level.
import-matrix-large = A sheet can hold { $most } levels at most. Send it in parts.
import-levels-first = Your levels are not written yet. Open Capabilities, write them, then come back to this page.
import-no-assessor = Write the address of somebody in this round, who runs it, or who supervises one of its people now. Or leave the cell empty.
import-nobody-in-round = Nobody of this round has this name or address. Bring in the people first, or write the address they are known by.
import-name-twice = Two people of this round have this name. Write their mail address instead.
import-capability-unknown = This is none of your capabilities. Tick below that it is added, or write it as it is called there.
import-capability-withdrawn = Nobody is asked about this capability any more. Ask about it again first, or leave it out.
import-level-unknown = This is none of your levels. They are: { $levels }.
import-said-twice = The sheet says another level for the same person and capability further up.
import-said-otherwise = Level { $level } was noted for this day by who said it, and a sheet does not change that. Leave it out, or write another day.
import-offers = { $count ->
    [one] Not among your capabilities yet
   *[other] { $count } are not among your capabilities yet
 }
import-adds = Add what is not there yet to our capabilities
import-own-words = They have answered by themselves since, and differently. What they said stays.
import-overrules-title = { $count ->
    [one] One person has answered by themselves, and the sheet says something else
   *[other] { $count } people have answered by themselves, and the sheet says something else
 }
import-overrules = Put what the sheet says in place of their own words
import-done-own-words = { $count ->
    [one] In one row the sheet says something else than the person has said by themselves. What they said stays.
   *[other] In { $count } rows the sheet says something else than the person has said by themselves. What they said stays.
 }
import-is-capabilities-address = Person’s email address
import-is-capabilities-person = Person’s name
import-is-capabilities-capability = Capability
import-is-capabilities-area = Area it belongs to
import-is-capabilities-level = Level
import-is-capabilities-assessed = The day it was so
import-is-capabilities-source = Whose word it is
import-is-capabilities-by = Assessor’s email address
audit-import-capabilities = Brought in a capability matrix
import-nothing-kept = Nothing was kept. Add --yes to bring it in.
import-kept = It is in.
import-kind-unknown = There is no such kind of sheet. There are people, evaluations, workplaces, pairs and sessions.
import-side-unknown = Say mentors or mentees, or nothing when a column says what somebody is.
import-round-none = They do nothing for a round of this name. Say its name as it stands on its page, or the id in its address.
import-round-several = Several rounds have this name. Say the id in its address.
