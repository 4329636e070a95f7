# Machine-drafted: waits for a named reader.
# A round's report.

report-workplaces = { $count ->
    [one] o 1 gweithle
   *[other] o { $count } gweithle
 }
report-nations = O ble
report-elsewhere = mannau eraill
report-compared = Wrth ochr y rownd flaenorol
report-compared-caption = { $round } wrth ochr { $earlier }
report-what = Beth
report-row-mentors = Mentoriaid a wnaeth gais
report-row-mentees = Mentoreion a wnaeth gais
report-row-workplaces = Gweithleoedd
report-row-placed = Parau a ddywedodd ie
report-row-met = Parau a gwrddodd
report-row-sessions = Sesiynau
report-row-minutes = Oriau o fentora
report-outcomes = Beth ddaeth ohono
report-outcomes-how = Ble roedd pobl yn sefyll ar yr hyn y dylai’r cynllun ei gyflawni, cyn ac ar ôl: o 1, ddim o gwbl, i 5, yn llwyr. Yn ôl eu gair eu hunain, a dim ond y rhai a atebodd y ddau dro.
report-outcomes-caption = Yr un peth mewn rhifau: canol yr holl atebion, a faint oedd yn sefyll ar ba risiau
report-outcomes-none = Ni ofynnwyd i bobl eto ble maen nhw’n sefyll yn y diwedd.
report-outcomes-few = Atebodd llai na phum person y ddau dro. Ni ddywedir dim am gyn lleied.
report-outcome = Canlyniad
report-change = Newid
report-steps = Pobl, fesul cam cyn → ar ôl
report-of-people = { $people ->
    [one] 1 person.
   *[other] { $people } o bobl.
 }
report-guard = Ni ddywedir dim am lai na phum person. Mae grisiau ag ychydig bobl arnyn nhw yn cael eu rhoi gyda’r nesaf. Gadewir allan unrhyw gyfartaledd sydd mor agos at un pen fel y byddai’n datgelu beth ddywedodd pob person.
report-untold = heb ei ddweud
report-quotes = Yn eu geiriau nhw
report-group = Grŵp
report-people = Pobl
report-all = Pawb
report-mentors = Mentoriaid
report-mentees = Mentoreion
report-xlsx = Yr adroddiad fel taenlen (xlsx)
report-conditions = Beth sydd ei angen ar fentora da
report-condition = Amod
report-condition-how = Sut mae gan y cynllun hyn
report-condition-met = Wedi’i fodloni
report-condition-yes = ydy
report-condition-no = ddim eto
