# Machine-drafted: waits for a named reader.
# A scheme in full: what it says of itself, and the conditions of good mentoring.

scheme-edit-title = Newid y cynllun hwn
scheme-edit-link = Newid ei enw, ei bwrpas, ei noddwr neu ei liw
scheme-keep = Cadw hyn
scheme-sponsor = Pwy sy’n talu amdano, os yw’n rhywun nad yw’n defnyddio Duet?
    .hint = Er enghraifft: Cronfa’r Celfyddydau, am dair blynedd. Os yw eich noddwr yn darllen yr adroddiad yma, gofynnwch iddyn nhw ei redeg gyda chi yn lle hynny.
scheme-paid-by = Telir amdano gan
conditions-title = Beth sydd ei angen ar fentora da
conditions-complete = Mae gan y cynllun hwn y pedwar peth sydd eu hangen ar fentora da.
conditions-lacking = { $count ->
    [one] Mae un peth sydd ei angen ar fentora da ar goll o’r cynllun hwn
   *[other] Mae { $count } o bethau sydd eu hangen ar fentora da ar goll o’r cynllun hwn
 }
conditions-lacking-how = Dim ond y rhai sy’n ei gydlynu sy’n gweld hyn. Mae’n aros yma nes bod gan y cynllun y pedwar.
condition-words = Yn eich geiriau eich hun
condition-words_cy = Yr un peth yn Gymraeg, os yw gennych
    .hint = Os gadewch hwn yn wag, bydd pawb yn darllen y geiriau uchod.
condition-keep = Cadw’r geiriau hyn
condition-change = Newid
condition-write = Ei ysgrifennu
condition-not-yet = Heb ei ysgrifennu eto
condition-support = Cefnogaeth gan y sefydliad
condition-support-how = Sut mae’r sefydliad yn cydnabod mentora, a beth mae’n ei roi? Er enghraifft: dwy awr y mis o amser wedi’i neilltuo, wedi’i gytuno gyda phob rheolwr llinell.
condition-support-lacking = Cefnogaeth: does dim byd yn dweud sut mae’r sefydliad yn ei gydnabod a beth mae’n ei roi.
condition-criteria = Sut mae parau’n cael eu dewis
condition-criteria-how = Beth ydych chi’n ei ystyried wrth ddewis mentor i fentorai? Mae pobl yn darllen hyn cyn gwneud cais.
condition-criteria-lacking = Meini prawf: does dim byd yn dweud ar ba sail y mae pobl yn cael eu dewis i’w gilydd.
condition-reward = Beth mae mentoriaid yn ei gael
condition-reward-how = Beth mae mentor yn ei gael am wneud hyn? Er enghraifft: amser, ffi, hyfforddiant neu dystysgrif.
condition-reward-lacking = Gwobr: does dim byd yn dweud beth mae mentor yn ei gael am wneud hyn.
condition-outcomes = Deilliannau
condition-outcomes-count = { $count ->
    [one] Gofynnir i bobl am un.
   *[other] Gofynnir i bobl am { $count }.
 }
condition-outcomes-lacking = Deilliannau: does dim byd yn dweud beth ddylai pobl ei gael o’r cynllun.
audit-scheme-described = Newidiwyd yr hyn y mae cynllun yn ei ddweud amdano’i hun
audit-condition-written = Ysgrifennwyd sut mae gan gynllun yr hyn sydd ei angen ar fentora
