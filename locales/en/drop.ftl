# Trying out one's own spreadsheet, in a demo.

drop-title = Drop your own spreadsheet
drop-lede = See who would go with whom, and why. Any headings will do.
drop-kept = Nothing of it is kept: it is worked out, shown to you, and gone.
drop-label = Your spreadsheet
drop-hint = One file with a column that says who is a mentor and who is a mentee, or two files. Excel (xlsx) or CSV, up to 400 people. You can drop it anywhere on this page.
drop-button = Match them
drop-sample = Try it with ours
drop-sample-file = Save ours to look at
drop-found-title = Who would go with whom
drop-placed = { $placed ->
    [one] 1 of { $mentees } mentees has a mentor in this plan.
   *[other] { $placed } of { $mentees } mentees have a mentor in this plan.
 }
drop-rules-title = What we went by
drop-unread-title = Rows we left out
drop-more = And { $count } more.
drop-side = What is file { $number }?
drop-match-again = Match again
drop-again = Another spreadsheet
drop-go-on = Go on to the demo
drop-none = Choose a file, or drop it on this page.
drop-too-large = This file is too large to try out. Send one of at most 1 MB.
drop-too-many-files = Send one file, or two: one of mentors, one of mentees.
drop-too-many = There are { $people } people in it. At most { $most } can be tried out here; Duet itself takes many more.
drop-nobody = There must be at least one mentor and one mentee. Choose what your columns are, below.
drop-busy = Others are trying theirs out at this moment. Please try again in a minute.
