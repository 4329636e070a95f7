# A scheme in full: what it says of itself, and the conditions of good mentoring.

scheme-edit-title = Change this scheme
scheme-edit-link = Change its name, purpose, sponsor or colour
scheme-keep = Keep this
scheme-sponsor = Who pays for it, if it is somebody who does not use Duet?
    .hint = For example: the Arts Fund, for three years. If your sponsor reads the report here, ask them to run it with you instead.
scheme-paid-by = Paid for by
conditions-title = What good mentoring needs
conditions-complete = This scheme has all four things that good mentoring needs.
conditions-lacking = { $count ->
    [one] This scheme lacks one thing that good mentoring needs
   *[other] This scheme lacks { $count } things that good mentoring needs
 }
conditions-lacking-how = Only those who coordinate it see this. It stays here until the scheme has all four.
condition-words = In your own words
condition-words_cy = The same in Welsh, if you have it
    .hint = If you leave this empty, everybody reads the words above.
condition-keep = Keep these words
condition-change = Change
condition-write = Write it
condition-not-yet = Not written yet
condition-support = Support from the organisation
condition-support-how = How does the organisation acknowledge mentoring, and what does it give? For example: two hours a month of protected time, agreed with each line manager.
condition-support-lacking = Support: nothing says how the organisation acknowledges it and what it gives.
condition-criteria = How pairs are chosen
condition-criteria-how = What do you go by when you choose a mentor for a mentee? People read this before they apply.
condition-criteria-lacking = Criteria: nothing says what people are chosen for each other by.
condition-reward = What mentors get
condition-reward-how = What does a mentor get for it? For example: time, a fee, training, or a certificate.
condition-reward-lacking = Reward: nothing says what a mentor gets for it.
condition-outcomes = Outcomes
condition-outcomes-count = { $count ->
    [one] People are asked about one.
   *[other] People are asked about { $count }.
 }
condition-outcomes-lacking = Outcomes: nothing says what people should take away.
audit-scheme-described = Changed what a scheme says of itself
audit-condition-written = Wrote down how a scheme has what mentoring needs
