# A first talk before the two of a pair answer, and stepping back.

scheme-first_talk = May a pair have a first talk before they answer?
    .hint = If they may, the two see each other’s mail address as soon as they are told.
scheme-first_talk-yes = Yes
scheme-first_talk-no = No
talk-title = A first talk with { $name }
talk-crumb = First talk
talk-lede = Meet or talk once before you answer, to find out whether you get on. Both of you see the day.
talk-talk_on = On which day do you talk?
talk-keep = Keep this day
talk-not-now = A first talk is for before both have answered, where the scheme has one.
talk-offer = You can talk once before you answer.
talk-link = Note the day of your first talk
talk-change = Change the day
talk-on = Your first talk: { $day }.
partnership-step-back-title = If it does not feel right
partnership-step-back-how = You can step back without a reason until you have met twice. Nobody asks why, and nobody is told which of you it was. Both of you can be matched again, with other people.
partnership-step-back = Step back from this pair
partnership-no-stepping-back = You have met more than once, or the pair is over. Talk to who leads the round if it does not work.
partnership-stepped-back = This pair did not go on, and that is fine. We look for somebody else.
standing-stepped-back = Stepped back
audit-partnership-stepped-back = Stepped back from a pair
audit-partnership-first-talk-noted = Noted the day of a first talk
