# A link by which anybody can come in and apply to a round.

open-link-title = Links that let anybody apply
open-link-lede = Put such a link into a newsletter or on a poster. Whoever opens it can come in and apply, even if nobody here knows them yet.
open-link-until = A link works until { $day }, the last day to apply, or until you end it.
open-link-shows = People read what the round is, who runs it and what is kept of them. Then they give their name and address, and show by a mail that the address is theirs.
open-link-no-mail = This Duet sends no mail, so nobody can show that an address is theirs. Whoever opens a link reads whom to write to instead.
open-link-make = Make a link
open-link-made = Here is the link
open-link-once = Copy it now. It is not shown again. If it gets lost, make another one.
open-link-square = The same link as a square code, for a poster
open-link-all = Links of this round
open-link-none = There is none yet.
open-link-by = Made by { $name } on { $day }
open-link-came = { $count ->
    [0] Nobody new has come in by it
    [one] 1 new person has come in by it
   *[other] { $count } new people have come in by it
 }
open-link-open = Works
open-link-waits = Leads to a page that says nobody can apply now
open-link-ended = Ended on { $day }
open-link-end = End it
open-link-who-sees = What a link says is shown once, to who makes it.
open-link-not-open = This round takes no applications now, so nobody can apply by a link. Set a last day to apply that is still to come first.
open-link-many = { $most } links of this round work already. End one first.
open-link-not-you = You are known here, but take no part at present. Write to whoever runs this round.
open-link-mail-subject = { $code } is your code for { $round }
open-link-mail-code = Your code to apply to { $round } is { $code }. Type it on the page where you gave your address.
open-link-mail-not-you = If this was not you, you need do nothing: your address is forgotten within two hours. Give the code to nobody.
open-call-gone-title = This link leads nowhere
open-call-gone = It may have ended, or a part of it is missing. Ask whoever gave it to you for a new one.
open-call-runs = Who runs it
open-call-closed = Nobody can apply any more.
open-call-write = Do you have a question, or would you like to take part? Write to { $names }: { $contact }
open-call-ask = Do you have a question, or would you like to take part? Write to { $names }.
open-call-first = Before you write anything here: this is what is kept of you, and why. If you have read it, go on:
open-call-come = Come in and apply
open-call-how = You get a mail with a code. Once you have typed it you can fill in the form. You can stop and come back. Until then only your address is kept, and for two hours at most, so that the mail can reach you.
open-call-name = Your name
    .hint = As others are to read it
open-call-address = Your mail address
    .hint = You are written to here, and sign in with it later.
open-call-who-sees = Who can see this: once you have come in, those who look after the organisation ({ $administrators }). Once you apply, those who run or coach the round too ({ $names }), and your name whoever you are put together with.
open-call-no-mail = This Duet sends no mail, so you cannot come in by this link. Go back, and read whom to write to.
open-call-too-many = Very many people are coming in by this link just now. Wait a few minutes, then try again.
open-call-code-lede = A mail is on its way to { $address }.
open-call-here = Press the button to come in with { $address }. The link in the mail works once.
open-call-go-on = Go on to the form
open-call-code-none = Look in your junk mail, and see whether the address above is right. Three mails an hour leave for an address.
open-call-again = Begin again
audit-open-link-made = Made a link that lets anybody apply
audit-open-link-ended = Ended a link that lets anybody apply
audit-open-link-came-in = Came in by a link that lets anybody apply
resource-open-link = A link that lets anybody apply to a round
about-open_link = Links that let anybody apply
