# What stands around every page, signing in, forms, spreadsheets, errors, the demo.

skip = Skip to the page
title-error = Error:
ways-label = Main
way-home = Home
way-rounds = Rounds
way-letters = Letters
crumbs-label = Where you are
sign-out = Sign out
colophon = Duet is free software, run by your own organisation. Nothing on this page comes from anywhere else.
next-label = Next for you
not-yet = Not yet
not-now = Not now
with = with
mentor = Mentor
mentee = Mentee

demo-label = Demo
demo-band = This is a demo. Nobody and nothing here is real.
doors-title = Come in as someone
doors-eyebrow = A demo of Duet
doors-lede = Libraries Together runs a mentoring round each year. Pick a person to see what they see.
door-coordinator = Coordinator
door-coordinator-words = Runs the round: people in, pairs out, letters, report.
door-coach = Coach
door-coach-words = Leads the round with Priya, and sees who has met.
door-mentor = Mentor
door-mentor-words = Gives an hour a month, and logs it.
door-mentee = Mentee
door-mentee-words = Has had a mentor since the first round.
door-sponsor = Sponsor
door-sponsor-words = Pays for it, and reads one page.

front-title = Welcome to Duet
front-lede = Duet is where your organisation runs its mentoring.
front-how-title = How to sign in
front-how = Open the link in your letter or mail. There is no password to remember.
front-lost = If your link no longer works, ask the person who sent it for a new one.

sign-in-link-title = Sign in
sign-in-link-for = This link is for { $name }.
sign-in-link-what = Press the button to sign in on this browser. The link works once.
sign-in-link-button = Sign in as { $name }
sign-in-link-dead = This link does not work any more. It may have been used, or be too old. Ask the person who sent it for a new one.

error-title = That did not work
error-not-found-title = Page not found
error-not-found = There is no such page, or it is not yours to see.
error-internal = Something went wrong on our side. Nothing was saved. Please try again in a moment.
error-reference = If it goes on, tell the person who runs your Duet this code: { $reference }.
error-request = We could not read what your browser sent. Go back and try again.
error-too-large = What you sent is too large. Please send less at a time.
error-home = Go to the home page

conflict-changed = Somebody changed this at the same moment. Go back, look again, and try once more.
conflict-busy = Too many people are writing at once. Nothing was saved. Please try again.

form-problems = There is a problem
form-missing = Please fill this in
form-too-long = Please use at most { $most } characters
form-control-characters = Please write this on one line, without special signs
form-address = Enter a mail address, like name@example.org
form-whole = Enter a whole number from { $least } to { $most }
form-date = Enter a real date: day, month and a year of four digits, as numbers
form-choice = Please choose one
form-day = Day
form-month = Month
form-year = Year


person-name-missing = Enter a name of at most 200 characters
person-job-title-long = Use at most 200 characters for the job
person-workplace-long = Use at most 200 characters for the workplace
person-job = Job
person-workplace = Works at
person-address = Mail

sheet-fault = Line { $line }, column { $column }: { $fault }
sheet-fault-line = Line { $line }: { $fault }
sheet-empty = The file is empty. Choose a file with headings in its first line and one person in each line below.
sheet-is-workbook = This is a workbook, not a CSV file. In Excel choose File, Save as, “CSV UTF-8”, and send that.
sheet-headings-only = The file has headings but no people below them.
sheet-quote-open = A quotation mark opens on this line and is never closed. Close it, or take it out.
sheet-control = This cell has a sign in it that cannot be kept. Type it again.
sheet-manager = Write the line manager’s mail address here, not a name. Duet never pairs people with who manages them, so it must know who that is.
sheet-unreadable = This line cannot be read as a row of cells.
sheet-too-large = The file is larger than { $most } MB. Save only the columns you need, or split it.
sheet-too-many-rows = The file has more than { $most } rows. Split it and send one part at a time.
sheet-not-utf8 = This letter is not written as UTF-8. In your spreadsheet, save the file again as “CSV UTF-8”.
sheet-heading-missing = This column has no heading. Give it one, or take it out.
sheet-heading-twice = The heading “{ $heading }” stands here and in column { $first }. Keep one of them.
sheet-row-width = This row has { $cells } cells, but there are { $headings } headings.
sheet-column-missing = There is no column “{ $heading }”. Add it, or rename the one you have.
sheet-column-for-rule = The rules read a column “{ $heading }”, and this file has none.
sheet-column-protected = The rules read “{ $heading }”. The law protects what it may tell, so Duet does not match by it.
sheet-name-missing = The name is missing.
sheet-name-long = Use at most 200 characters here.
sheet-address-missing = The mail address is missing.
sheet-address-wrong = This is not a mail address.
sheet-address-twice = Line { $first } has the same mail address. Each person needs their own.
sheet-address-two-names = { $name } has the same mail address as { $other } in the other file. Each person needs their own.
sheet-places = Places must be a whole number from 0 to 99.

rules-unreadable = The rules cannot be read: { $fault }
rules-weight = A weight must be a number from 0 to 1000.
rules-needs-heading = This criterion needs a heading to read.
rules-needs-lists = This criterion needs two headings: “offers” of the mentor and “wants” of the mentee.
rules-needs-ladder = This criterion needs a heading and a ladder of at least two steps, and “least” must not be more than “most”.
rules-percent = This must be a whole number from 0 to 100.
rules-too-large = The rules file is too large: 64 KB at most.

serve-is-demo = This database was made by “duet demo”. Choose another data folder or database for the real thing.
serve-needs-https = To be reached from other machines, Duet needs --public-url https://… and a proxy that speaks TLS.
admin-nobody = Nobody here has this mail address.
schema-behind = The database’s schema is not there or is of an older version. Run: duet migrate --owner-url postgres://OWNER@HOST/DATABASE
schema-ahead = The database’s schema is of a newer version than this program. Use the newer program.
database-owner = Duet must not run as the owner of the database or as a superuser, since row-level security would not hold. Run duet migrate --owner-url … once, and serve as the role it names.
migrate-role-name = The role’s name must be lower-case letters, digits and “_”.
demo-is-real = This database is in real use. The demo needs a data folder or database of its own.

way-audit = Record
audit-title = What was done
audit-lede = Each step that changes something is written down here, with who took it. No names of what it was done to, and no words that people wrote.
audit-caption = Newest first
audit-when = When
audit-who = Who
audit-what = What
audit-subject = Number
audit-older = Older
audit-sign-in-begun = Signed in
audit-sign-in-ended = Signed out
audit-sign-in-link-made = Made a sign-in link for somebody
audit-scheme-opened = Opened a scheme
audit-scheme-appointed = Appointed somebody to run a scheme
audit-person-suspended = Suspended somebody
audit-person-let-back = Let somebody back
audit-person-left = Noted that somebody has left
audit-round-opened = Opened a round
audit-round-people-imported = Brought people in to a round
audit-proposal-made = Proposed pairs
audit-proposal-pair-wished = Changed a wish for a pair
audit-proposal-evaluator-pair-refused = Tried to pair somebody with their evaluator, and was stopped
audit-proposal-published = Told the pairs
audit-letter-sent = Marked a letter as sent
audit-partnership-accepted = Said yes to a pair
audit-partnership-declined = Said no to a pair
audit-session-logged = Logged a session

sign-ins-title = Where you are signed in
sign-ins-lede = Each browser you have signed in with. If one is not yours, or stands where others can use it, sign it out.
sign-ins-here = This browser
sign-ins-elsewhere = Another browser
sign-ins-when = Since { $made }. Last used { $seen }.
sign-ins-made-by = It began with a link that { $name } made for you.
sign-ins-end = Sign it out
sign-ins-end-others = Sign out all the others
sign-ins-who-sees = Who can see this: only you.

doctor-wrong = Something is wrong. What to do stands behind each line that says WRONG.
