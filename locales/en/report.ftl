# A round's report.

report-workplaces = { $count ->
    [one] from 1 workplace
   *[other] from { $count } workplaces
 }
report-nations = From where
report-elsewhere = elsewhere
report-compared = Beside the round before
report-compared-caption = { $round } beside { $earlier }
report-what = What
report-row-mentors = Mentors who applied
report-row-mentees = Mentees who applied
report-row-workplaces = Workplaces
report-row-placed = Pairs who said yes
report-row-met = Pairs who met
report-row-sessions = Sessions
report-row-minutes = Hours of mentoring
report-outcomes = What it brought
report-outcomes-how = Where people stood on what the scheme should bring, before and after: from 1, not at all, to 5, fully. By their own word, and only of those who answered both times.
report-outcomes-caption = The same in numbers: the middle of all answers, and how many stood on which steps
report-outcomes-none = People have not been asked yet where they stand in the end.
report-outcomes-few = Fewer than five people answered both times. Nothing is told of so few.
report-outcome = Outcome
report-change = Change
report-steps = People, by step before → after
report-of-people = { $people ->
    [one] 1 person.
   *[other] { $people } people.
 }
report-guard = Nothing is told of fewer than five people. Steps with few people on them are put together with the next. An average so close to one end that it would tell what each person said is left out.
report-untold = not told
report-quotes = In their words
report-group = Group
report-people = People
report-all = All
report-mentors = Mentors
report-mentees = Mentees
report-xlsx = The report as a spreadsheet (xlsx)
report-conditions = What good mentoring needs
report-condition = Condition
report-condition-how = How the scheme has it
report-condition-met = Met
report-condition-yes = yes
report-condition-no = not yet
