# The board: what if, questions to the plan, its proof, earlier plans.

what-if-title = What if?
what-if-link = Try other rules
what-if-lede = Change what counts, and see what it does to the pairs. Nothing is kept until you say so.
what-if-who-sees = Nothing here is kept or told until you keep it.
what-if-counts = What counts
what-if-counts-how = Slide to the right to make it count more. At 0 it counts nothing.
what-if-same-heading = The same “{ $heading }”
what-if-different-heading = A different “{ $heading }”
what-if-overlap-heading = The mentor offers what the mentee asks for under “{ $heading }”
what-if-ahead-heading = The mentor is some steps ahead in “{ $heading }”
what-if-add = Add something that counts
what-if-add-how = What is good about it?
what-if-add-nothing = Add nothing
what-if-add-same = Both say the same
what-if-add-different = They say something different
what-if-add-overlap = The mentor offers what the mentee asks for
what-if-add-ahead = The mentor is one or two steps ahead
what-if-add-mentors = What the mentor said under
what-if-add-mentees = What the mentee said under
what-if-add-mentees-hint = Only for what is offered and asked for. Else it is the same for both.
what-if-add-ladder = The steps, lowest first
what-if-add-ladder-hint = Only for steps. Put a semicolon between them: Beginner; Some years; Expert
what-if-add-heading = Choose what the mentor said
what-if-add-lists = Choose what the mentor said, and what the mentee said
what-if-add-steps = Write at least two steps, with a semicolon between them
what-if-add-twice = This counts already. Change its weight instead
what-if-add-many = There are as many things that count as a page can hold. Take one out first
what-if-least-fit = The least fit must be a whole number from 0 to 100
what-if-first = What comes first
what-if-first-count = As many pairs as can be, then the best fit
what-if-first-total = The best fit, even if somebody more is left out
what-if-first-worst = As many pairs as can be, then help whoever fits worst before anybody else
what-if-least = The least fit of a pair, of 100
what-if-see = See what changes
what-if-begin-again = Begin again
what-if-too-many = There are too many people here to help the worst off first. Choose another way.
what-if-outcome = What it would change
what-if-same = Nobody’s mentor would change.
what-if-changes = { $count ->
    [one] For 1 mentee something would change.
   *[other] For { $count } mentees something would change.
}
what-if-sums = The plan you have now, and the one you would have
what-if-now = Now
what-if-then = Then
what-if-placed = Mentees with a mentor
what-if-total = Fit of all pairs together, by these rules
what-if-drawn = Strong ribbons are new. A dashed line is a pair you have now and would not have then.
what-if-drawn-changes = Only what changes is drawn.
what-if-who = Who it is about
what-if-gained = { $count ->
    [0] Nobody gets a mentor who has none now.
    [one] 1 mentee gets a mentor who has none now.
   *[other] { $count } mentees get a mentor who have none now.
}
what-if-lost = { $count ->
    [0] Nobody is left without one.
    [one] 1 mentee is left without one.
   *[other] { $count } mentees are left without one.
}
what-if-moved = { $count ->
    [0] Nobody changes from one mentor to another.
    [one] 1 mentee changes from one mentor to another.
   *[other] { $count } mentees change from one mentor to another.
}
what-if-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
what-if-keep = Keep these rules and this plan
what-if-keep-why = The round then goes by these rules. Nobody is told.

rule-first-worst = As many people as possible get a mentor. Among those plans, the worst fit is made as good as it can be, then the next worst.
left-out-fairly = As many people are placed as can be. To give them a mentor, somebody else would go without or fit worse.
left-out-room-fairly = If { $mentor } took one more mentee, they would have a place.

ask-title = Ask about somebody
ask-link = Ask about two people
ask-lede = Choose somebody to see whom they could have, why they have whom they have, and what another choice would cost.
ask-sought = Part of a name
ask-find = Find
ask-found-more = There are more. Write more of the name.
ask-mentees = Mentees
ask-mentors = Mentors
ask-two-title = { $mentor } and { $mentee }
ask-kept = They are a pair in this plan, because you keep them together.
ask-together = They are a pair in this plan.
ask-kept-with = You keep this mentee together with { $mentor }. Take that wish back first.
ask-no-place-left = All places of this mentor are kept for others by your wishes.
ask-costs = They are not a pair in this plan. They could be, at a price.
ask-would-cost = What it would cost
ask-fewer = { $count ->
    [one] 1 mentee fewer would have a mentor.
   *[other] { $count } mentees fewer would have a mentor.
}
ask-more = { $count ->
    [one] 1 mentee more would have a mentor.
   *[other] { $count } mentees more would have a mentor.
}
ask-as-good = All pairs together would fit just as well.
ask-worse = { $points ->
    [one] All pairs together would fit 1 point worse.
   *[other] All pairs together would fit { $points } points worse.
}
ask-better = { $points ->
    [one] All pairs together would fit 1 point better.
   *[other] All pairs together would fit { $points } points better.
}
ask-moves = { $name } would go from { $from } to { $to }.
ask-gets = { $name } would get { $to }.
ask-loses = { $name } would lose { $from }, and have no mentor.
ask-colleagues = This round does not pair colleagues. You can see what changes if it does.
ask-whom-else = Whom else could { $name } have?
ask-out = No mentor in this plan.
ask-idle = No mentee in this plan.
ask-has = In this plan: with { $names }.
ask-ways = What would place them
ask-no-way = One more place with one mentor would not help. Look below at what stands between them and each mentor, or try other rules.
ask-way = If { $mentor } took one more mentee
places-give = Give { $mentor } one more place
places-most = This mentor has as many places as a mentor may have.
ask-others = Whom they could have
ask-workplace = Workplace
ask-fit = Fit, of 100
ask-why = Why, or why not
ask-why-not = Why not?

proof-link = See the proof
proof-title = The proof of plan { $number }
proof-lede = No plan is better than this one. Here is why, so that nobody has to take our word for it.
proof-none = The proof of this plan was checked when the plan was made. For a round as large as this it is not kept, but worked out again when you ask for it. That can only be done while the people and the rules are as they were then.
proof-how = How it works
proof-how-prices = Duet gives each place with a mentor a price, and each mentee a gain.
proof-how-fair = Each price and each gain is a list of counts. First how many people are placed. Then how many pairs have each fit, the lowest fit first. The first count that differs decides.
proof-how-pairs = { $pairs ->
    [one] There is 1 pair that may be made. It is worth no more than the mentee’s gain and the mentor’s price together.
   *[other] There are { $pairs } pairs that may be made. None is worth more than the mentee’s gain and the mentor’s price together.
}
proof-how-sum = So no plan can be worth more than all gains and all prices together. This plan is worth exactly that.
proof-bound = All gains and prices
proof-plan = This plan
proof-sum = { $people ->
    [one] 1 mentee placed, and { $points } points of fit
   *[other] { $people } mentees placed, and { $points } points of fit
}
proof-prices = What a place is worth
proof-prices-why = One more place with a mentor could bring at most this much. A mentor with a high price is in demand.
proof-fits = How well the pairs fit
proof-fits-why = Out of 100, from the lowest up. In no other plan with as many people placed is the lowest higher, or the next lowest, and so on.
proof-places = Places
proof-worth = At most
proof-gains = What each mentee gains
proof-gain = Gain
proof-nothing = nothing
proof-points = { $points ->
    [one] 1 point of fit
   *[other] { $points } points of fit
}
proof-people = { $people ->
    [one] 1 more mentee placed
   *[other] { $people } more mentees placed
}
proof-people-more = { $people ->
    [one] 1 more mentee placed, and { $points } points of fit
   *[other] { $people } more mentees placed, and { $points } points of fit
}
proof-people-less = { $people ->
    [one] 1 more mentee placed, less { $points } points of fit
   *[other] { $people } more mentees placed, less { $points } points of fit
}
proof-somebody = Somebody who is no longer here
proof-yourself = Check it yourself
proof-yourself-how = The file holds every number, and no names. Anybody can add them up. Duet does it without the part that found the plan:
proof-file = Get the file
proof-hash = All that went into this plan has the number { $hash }. The same people and rules always give the same number, and the same plan.
nearly-title = Also nearly
nearly-next = The best of all other plans:
nearly-equal = There is another plan that is just as good. You may choose:
nearly-none = There is no other plan to tell of here.
rather-title = Who would rather have each other
rather-none = No mentor and mentee would both fit better with each other than with whom they have.
rather-why = These would both fit better with each other than with whom they have. Pairing them would cost others more.

runs-title = Plans of this round
runs-link = Earlier plans
runs-lede = Each plan is kept with the rules it was made by.
runs-older = Older plans
run-plan = Plan
run-title = Plan { $number }
run-made = Made
run-hash = Number of what went in
run-state = State
run-told = Told
run-compare = Compare with the newest
run-compare-title = Plan { $one } and plan { $other }
run-same-hash = Both were made of the same people and rules.
run-other-hash = People or rules changed between them.
run-same-pairs = The pairs are the same.
run-other-pairs = { $count ->
    [one] For 1 mentee the mentor is another.
   *[other] For { $count } mentees the mentor is another.
}
run-total = Fit of all pairs together, each by its own rules
run-rules = Rules that differ
run-only = Only plan { $number }

certificate-placed = { $placed ->
    [one] 1 mentee has a mentor.
   *[other] { $placed } mentees have a mentor.
} { $pairs } possible pairs were looked at.
certificate-holds = The proof holds: no plan is better.
certificate-undercut = The proof does not hold: mentee { $mentee } and mentor { $mentor } are worth more than it allows.
certificate-flaw = The proof does not hold. A number in it is wrong or missing.

evaluators-title = Who evaluates whom
evaluators-lede = Nobody is matched with someone who evaluates them. Jobs change: say so here, and it holds from today.
evaluators-now = Today
evaluators-none = We know of nobody here who evaluates somebody else here.
evaluators-line-manages = { $one } is the line manager of { $other }
evaluators-supervises = { $one } supervises the work of { $other }
evaluators-appraises = { $one } writes the appraisal of { $other }
evaluators-decides-pay = { $one } decides the pay of { $other }
evaluators-end = It has ended
evaluators-changed = A job has changed
evaluators-who = Who evaluates
evaluators-how = How
evaluators-how-line-manages = Is the line manager of
evaluators-how-supervises = Supervises the work of
evaluators-how-appraises = Writes the appraisal of
evaluators-how-decides-pay = Decides the pay of
evaluators-whom = Whom
evaluators-note = Note it
evaluators-one-person = Choose two different people. Nobody evaluates themselves
evaluators-flagged = A pair needs you
evaluators-flagged-two = { $mentor } and { $mentee }: one of them now evaluates the other.
evaluators-flagged-do = They should not go on as a pair. Speak with both, and look for another mentor.
evaluators-link = Look at who evaluates whom

board-part = Part { $number } of { $pages }. The list below has the same pairs.
order-label = Order
order-name = By name
order-fit = Best fit first
order-workplace = By workplace
pages-label = Pages
evaluators-not-here = One of these two is not in this round. Look at the people of the round.
