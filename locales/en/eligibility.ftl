# Who may take part in a round, and who is let in anyway.

eligibility-title = Who may take part
eligibility-lede = Everybody must meet each of these rules. Whoever does not reads which one.
eligibility-none = There are no rules. Everybody who applies may take part.
eligibility-all-meet = Everybody else meets the rules.
eligibility-who-sees = People who are refused read the rule in words, and nothing else from this page.
eligibility-link = Change the rules, or let somebody in
eligibility-add = Add a rule
eligibility-change = Change
eligibility-rule-title = A rule of who may take part
eligibility-rule-lede = A rule reads one answer from the form. You see what it changes before you keep it.
eligibility-headings = The rules read these columns so far: { $headings }.
eligibility-role = Who is it about?
eligibility-role-mentee = Mentees
eligibility-role-mentor = Mentors
eligibility-heading = Which column does it read?
    .hint = As it is called in your file, for example: head of service
eligibility-one_of = Which answers are fine?
    .hint = Put ; between them. If you leave this empty, any answer is fine, but there must be one.
eligibility-or = Other ways to meet it
    .hint = One on each line: a column, a colon, the answers that are fine. For example: leads a major project: yes
eligibility-or-unreadable = Write each line as a column, a colon and an answer
eligibility-protected = The law protects what “{ $heading }” may tell, so no rule can read it. Name another column.
eligibility-words = The rule in words
    .hint = People who are refused read this. For example: A mentee is a head of service now.
eligibility-words_cy = The same in Welsh, if you have it
    .hint = If you leave this empty, everybody reads the words above.
eligibility-see-effect = See what it changes
eligibility-remove = Take this rule away
eligibility-remove-how = You see first who could take part then.
eligibility-see-removal = See what that changes
eligibility-check-title = Check what changes
eligibility-check-rule = This will be the rule:
eligibility-check-removal = This rule will go:
eligibility-no-effect = Nobody who has applied comes in or falls out.
eligibility-come-in = { $count ->
    [one] One person may take part who could not before
   *[other] { $count } people may take part who could not before
 }
eligibility-fall-out = { $count ->
    [one] One person may not take part any more
   *[other] { $count } people may not take part any more
 }
eligibility-nothing-yet = Nothing has changed yet. Pairs that were told stay as they are.
eligibility-keep = Keep this rule
eligibility-remove-button = Take it away
eligibility-changed-meanwhile = Somebody changed the rules meanwhile. Look at them again.
eligibility-too-many = A round has { $most } rules at most. Take one away first.
waivers-title = Let in without meeting every rule
waiver-make = Let { $name } in anyway
waiver-note = Why?
    .hint = Only those who lead the round see this. The person can read it if they ask for everything about them.
waiver-note-missing = Say why, in at most 500 characters
waiver-button = Let them in
waiver-made = Let in by { $name } on { $day }
waiver-end = Go back to the rules for { $name }
waiver-nobody = This person has not applied to this round in this role.
waiver-not-needed = This person meets the rules, or is let in already.
audit-eligibility-changed = Changed who may take part in a round
audit-waiver-made = Let somebody in who does not meet every rule
audit-waiver-ended = Went back to the rules for somebody who was let in
