# Where people stand, before a round and after it.

rating-before = Before
rating-after = After
rating-title-before = Where do you stand now?
rating-title-after = Where do you stand in the end?
rating-lede-before = There is no right answer. It is for you: at the end you are asked the same, and see what moved.
rating-lede-after = The same as at the start. There is no right answer, and standing still is one too.
rating-step-1 = 1: not at all
rating-step-2 = 2: a little
rating-step-3 = 3: partly
rating-step-4 = 4: mostly
rating-step-5 = 5: fully
rating-step-missing = Choose one for each.
rating-line = Would you like to add a line?
rating-line-hint = You can leave this empty.
rating-line-own = In their own words
rating-share = Let the coach of this round read my answers
rating-save = Keep my answers
rating-take-away = Take my answers away
rating-who-sees = Who can see your answers: you, and the coach if you tick the box. Nobody else. The report gives totals of at least five people, so that nobody can be made out.
rating-who-sees-coach = Who can see your answers: you, and, if you tick the box, the coach: { $names }. Nobody else. The report gives totals of at least five people, so that nobody can be made out.
rating-stood = Where you said you stand
rating-not-asked = This is not being asked now.
rating-asked-already = They have been asked already.
rating-too-late = They are being asked where they stand in the end. The beginning is past.
rating-no-outcomes = This scheme does not say yet what it should bring. Say that first: it is what people are asked about.
rating-nobody = No pair has begun yet. People are asked when both of a pair have said yes.
rating-slopes = Where people stood before and after, from 1, not at all, to 5, fully
ratings-title = Where people stand
ratings-lede = Everybody in a pair says where they stand on what the scheme should bring: once before, once after. Each reads only their own. When you end it, the report gets the totals, of at least five people each.
ratings-who-sees = What each answered is theirs alone. You see how many have answered.
ratings-asked-on = Asked on { $day }.
ratings-answered = { $count } of { $people } have answered.
ratings-closed = Asking has ended.
ratings-outcomes = Say what it should bring
ratings-ask-before = Ask at the start
ratings-ask-before-how = They get a letter, and find it on their home page. They can answer until you ask again at the end.
ratings-ask-button = { $people ->
    [one] Ask 1 person where they stand
   *[other] Ask { $people } people where they stand
 }
ratings-ask-after = Ask at the end
ratings-ask-after-how = The same once more. Nobody can answer about the start from then on.
ratings-ask-after-button = { $people ->
    [one] Ask 1 person where they stand in the end
   *[other] Ask { $people } people where they stand in the end
 }
ratings-look-before = Go on to asking at the start
ratings-look-after = Go on to asking at the end
ratings-check-title = Check, then ask them
ratings-check-lede = { $people ->
    [one] You are about to write to 1 person in a pair.
   *[other] You are about to write to { $people } people: everybody in a pair that has begun.
 }
ratings-check-letters = The letter to the first of them, in each language that somebody of them reads. Each person gets theirs in their own.
ratings-check-held = The letters wait for 15 minutes. Until then nobody is asked, and you can take it back.
ratings-held = Nobody has been asked yet. The letters go at { $time }.
ratings-held-why = Until then you can take it back whole: no letter goes, and nobody finds the question on their home page.
ratings-withdraw = Ask nobody yet
ratings-asked-by-now = They have been asked. It cannot be taken back any more.
ratings-held-first = Letters that ask them wait to go. Let them go first, or take them back.
ratings-close = End it
ratings-close-how = The totals are worked out now and go into the report. Nobody can answer after that, so that no answer can be made out by looking twice.
ratings-close-button = End it and work out the totals
ratings-shared-title = What people share with the coach
ratings-shared-none = Nobody has shared their answers yet. It is their choice.
ratings-shared-who-sees = They chose to let you read this, and can take it away.
step-ratings = Where people stand
home-rating = Where do you stand? It takes two minutes.
letter-rate-before-subject = { $round }: where do you stand now?
letter-rate-before-body =
    Dear { $name },

    Before { $round } gets going, please say where you stand on what it should bring. It takes two minutes. At the end you are asked the same, and see what moved.

    Only you see your answers. The report gives totals of at least five people.

    With best wishes,
    { $signed }
    { $scheme }
letter-rate-after-subject = { $round }: where do you stand in the end?
letter-rate-after-body =
    Dear { $name },

    { $round } is coming to its end. Please say once more where you stand: the same as at the start, in two minutes. If you like, leave us a few words that others may read.

    Only you see your answers. The report gives totals of at least five people.

    With thanks,
    { $signed }
    { $scheme }
wording-rate-before = To everybody in a pair: where do you stand now?
wording-rate-after = To everybody in a pair: where do you stand in the end?
audit-rating-asked = Asked a round’s people where they stand
audit-rating-withdrawn = Took back asking where people stand, before anybody was asked
audit-rating-closed = Ended asking where people stand
audit-rating-given = Said where they stand
audit-rating-taken-away = Took away where they stand
resource-rating = Where somebody says they stand
resource-shared-rating = Where people stand, as they share it with the coach
resource-asking = Asking people where they stand
about-rating = Where you said you stand
about-rating_asking = When you asked a round’s people where they stand
about-field-moment = Before or after
about-field-steps = Steps
about-field-line = Your line
about-field-shared_with_coach = Shared with the coach
about-field-rated_at = Said
