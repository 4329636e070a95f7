# Machine-drafted: waits for a named reader.
# Sheets to take out: a round's, and the letters' for a mail merge.

sheets-title = Ei gymryd allan
sheets-how = Taenlenni ar gyfer eich cofnodion eich hun. Cadwch nhw’n ddiogel: mae enwau a chyfeiriadau ynddyn nhw.
sheets-xlsx = Pobl, parau a sesiynau (xlsx)
sheets-people = Pobl (CSV)
sheets-pairs = Parau (CSV)
sheets-sessions = Sesiynau fesul mis (CSV)
out-name = Enw
out-address = E-bost
out-language = Iaith
out-subject = Pwnc
out-words = Geiriau
out-link = Dolen mewngofnodi
out-role = Fel
out-job = Swydd
out-workplace = Gweithle
out-places = Lleoedd
out-started = Dechreuodd
out-finished = Daeth i ben
out-month = Mis
resource-sheet = Taenlenni rownd
letters-together = Popeth sy’n aros, gyda’i gilydd
letters-merge-how = Un daenlen ar gyfer postgyfuno yn eich prosesydd geiriau neu raglen e-bost, rhes i bob llythyr. Mae dolen mewngofnodi sy’n gweithio unwaith ym mhob rhes, felly anfonwch bob un at ei pherson yn unig. Pan fyddan nhw wedi’u hanfon, nodwch hynny yma.
letters-merge-xlsx = Taenlen bostgyfuno (xlsx)
letters-merge-csv = Taenlen bostgyfuno (CSV)
letters-pages = Rhagor o lythyrau
letters-newest = Yn ôl at y rhai diweddaraf
letters-older = Llythyrau hŷn
