# Signing in by mail, going from one organisation to another, and a sign-in that has ended.

sign-in-title = Sign in
sign-in-address = Your mail address
    .hint = Any address your organisation knows you by.
sign-in-shared = This is a shared computer
sign-in-shared-hint = You are signed out when you close the browser, or after 15 minutes without a click.
sign-in-button = Send me a code
front-next = Sign in, and you come back to where you were.
front-link-too = If somebody gave you a link, open it instead. There is no password to remember.
sign-in-paper-title = You have a letter with a code?
sign-in-paper = The code in your letter
    .hint = Sixteen letters and digits, for example k3m9 x2tq 7w0h v5bd
sign-in-paper-button = Go on
sign-in-paper-wrong = Type all sixteen letters and digits of the code in your letter
sign-in-no-mail = This Duet sends no mail yet. Open the link in your letter, or ask the person who runs your scheme for one.
sign-in-too-many = Many people in your network asked at once. Wait a minute, then try again.

sign-in-code-title = Type the code
sign-in-code-lede = If we know this address, a mail is on its way.
sign-in-code-how = It holds six digits. Type them here within ten minutes, or open its link in this browser.
sign-in-code = The six digits
    .hint = For example 123 456
sign-in-code-button = Sign in
sign-in-code-digits = Type the six digits from the mail
sign-in-code-wrong = { $left ->
    [one] That is not the code in the mail. You can try once more
   *[other] That is not the code in the mail. You can try { $left } more times
}
sign-in-code-none-title = No mail?
sign-in-code-none = Look in your junk mail. You may also be known by another address, or have asked often: three mails an hour leave for an address.
sign-in-code-again = Ask for a new code

sign-in-mail-subject = { $code } is your code for Duet
sign-in-mail-code = Your code is { $code }. Type it on the page where you asked to sign in.
sign-in-mail-link = Or open this link in the same browser:
sign-in-mail-once = Code and link work once, for { $minutes } minutes, and only in the browser where you asked.
sign-in-mail-not-you = If you did not ask, you need do nothing. Give the code to nobody.
sign-in-mail-here = Press the button to sign in on this browser. The link works once.
sign-in-mail-elsewhere = This link works only in the browser where you asked, once, for ten minutes.
sign-in-mail-type = Type the six digits from the mail in the browser where you asked. Or ask again here.
sign-in-mail-dead = This code or link does not work any more. It may have been used, be too old, or have been tried too often. Go to the home page and ask for a new one.

kept-title = Your sign-in has ended
kept-lede = Nothing was saved yet. What you typed is kept in this page.
kept-sign-in = Leave this page open.
kept-sign-in-link = Sign in in a new window
kept-send = Come back to this page and press the button.
kept-confirm-title = Is it you?
kept-confirm-lede = This is a grave step, so we ask once more. What you typed is kept in this page. Leave it open.
kept-confirm = Show in a new window that it is you:
kept-confirm-link = Show that it is me
kept-failed = What you typed is kept in this page. Press the button to send it again. It is taken once only.
kept-button = Send what I typed again
kept-who-sees = Who can see this: only you. What you typed is in this browser and nowhere else.

organisations-title = Your organisations
organisations-lede = You see the pages of one organisation at a time. None of them learns of the others.
organisations-here = You are here
organisations-switch = (change organisation)
organisations-open = Open
organisations-offered = Also known
organisations-offered-why = You signed in with an address that is known here too. Once you open it, you can change between them without signing in again.
organisations-known-to = You are also known to { $name }
organisations-open-it = Open it
organisations-who-sees = Who can see this: only you.

doors-by-mail = Or sign in as anybody does:
doors-by-mail-link = with a code by mail

post-title = The post
post-lede = In this demo no mail leaves. Here are the newest that would have. Codes and links work only in the browser that asked.
post-time = { $day }, { $time }
post-open = Go on as { $name }
post-none = No mail yet.
post-demo = In this demo, mails wait here:
home-elsewhere = Elsewhere
home-elsewhere-nothing = Nothing waits for you there.

# Who runs the organisation's Duet.
way-administrators = Administrators
administrators-title = Administrators
administrators-lede = They look after your organisation’s Duet: they open schemes and read the record.
administrators-you = You
administrators-leave = Stop being an administrator
administrators-end = End for { $name }
administrators-appoint = Ask somebody to administer it with you
administrators-appoint-lede = Two are safer than one. They start today, and sign in with this address.
administrator-name = Their name
administrator-address = Their mail address
administrators-appoint-button = Make them an administrator
administrator-last = There is only one administrator. Make somebody else one before this one can go.
coordinator-last = Nobody else coordinates this scheme. Ask somebody to coordinate it before this one can go.
scheme-runners-leave = Stop doing this
scheme-runners-end = End for { $name }
audit-scheme-appointment-ended = Ended what somebody did for a scheme, or as administrator

stay-how = { $minutes ->
    [one] You are signed out after 1 minute in which you open no page. What you type is not lost: you sign in again and send it.
   *[other] You are signed out after { $minutes } minutes in which you open no page. What you type is not lost: you sign in again and send it.
 }
stay-title = You will be signed out soon
stay-soon = You have opened no page for a while, so you will be signed out in two minutes. What you typed would not be lost.
stay-last = You signed in long ago, so you will be signed out in two minutes. What you typed is not lost: send it as usual, and you are asked to sign in first.
stay-over = You have been signed out. What you typed is still here: send it as usual, and you are asked to sign in first.
stay-button = Stay signed in
stay-close = Close this
