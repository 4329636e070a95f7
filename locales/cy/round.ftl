# Machine-drafted: waits for a named reader.
# Schemes, rounds, applicants, proposals, reports.

scheme-new-title = Agor cynllun
scheme-new-lede = Cyfle parhaol yw cynllun, fel “Mentora i benaethiaid gwasanaeth”. Mae’n rhedeg mewn rowndiau.
scheme-new-button = Agor cynllun
scheme-name = Enw’r cynllun
scheme-name-missing = Rhowch enw, hyd at 200 o nodau
scheme-purpose = Beth yw pwrpas y cynllun?
    .hint = Un neu ddwy frawddeg. Mae pobl yn eu gweld, ac maen nhw yn yr adroddiad hefyd.
scheme-purpose-missing = Dywedwch beth yw pwrpas y cynllun, gan ddefnyddio hyd at 1000 o nodau
scheme-colour = Lliw
scheme-colour-teal = Gwyrddlas
scheme-colour-plum = Eirin
scheme-colour-rust = Rhwd
scheme-colour-moss = Mwsogl
scheme-colour-ink = Inc
scheme-colour-rose = Rhosyn
scheme-colour-ochre = Ocr
scheme-colour-sea = Môr
scheme-runners = Pwy sy’n ei redeg
scheme-page-link = Am y cynllun hwn, a phwy sy’n ei redeg
scheme-runners-link = Gwneud dolen fewngofnodi i { $name }
scheme-appoint = Gofyn i rywun ei redeg gyda chi
scheme-appoint-lede = Mae cydlynydd yn rhedeg y rowndiau. Mae hyfforddwr yn eu harwain gyda chi. Mae noddwr yn darllen yr adroddiad.
scheme-appoint-button = Ychwanegu’r person
appoint-name = Enw’r person
appoint-address = Cyfeiriad e-bost y person
appoint-duty = Beth fydd y person yn ei wneud?
appoint-duty-coordinator = Cydlynydd
appoint-duty-coach = Hyfforddwr
appoint-duty-sponsor = Noddwr
appoint-already = Mae’r person yn gwneud hyn yn barod
link-gives-more = Gall y person hwn wneud mwy na chi yn Duet, felly allwch chi ddim gwneud dolen i’r person hwn. Gall y sawl sy’n rhedeg eich Duet wneud hynny.
duty-administrator = Gweinyddwr
schemes-none = Does dim cynllun eto. Agorwch un i ddechrau.

rounds-title = Rowndiau
rounds-none = Dim rownd eto.
round-dates = { $starts } i { $ends }
round-new-title = Agor rownd
round-new-button = Agor rownd
round-name = Enw’r rownd
    .hint = Er enghraifft: Gwanwyn 2027
round-name-missing = Rhowch enw, hyd at 200 o nodau
round-starts_on = Pryd mae’r parau’n dechrau cwrdd?
round-ends_on = Pryd mae’r rownd yn dod i ben?
round-ends-before-start = Rhaid i’r rownd ddod i ben ar ôl iddi ddechrau
round-steps = Camau

step-people = Pobl
step-people-count = { $mentors ->
    [zero] Dim mentoriaid
    [two] { $mentors } fentor
   *[other] { $mentors } mentor
 }, { $mentees ->
    [zero] dim mentoreion
    [two] { $mentees } fentorai
   *[other] { $mentees } mentorai
 }
step-proposal = Parau
step-proposal-count = { $placed ->
    [zero] Dim pâr wedi’i gynnig
    [one] 1 pâr wedi’i gynnig
    [two] { $placed } bâr wedi’u cynnig
    [few] { $placed } phâr wedi’u cynnig
    [many] { $placed } phâr wedi’u cynnig
   *[other] { $placed } pâr wedi’u cynnig
 }
step-told = Rhoi gwybod iddyn nhw
step-told-count = { $pairs ->
    [zero] Dim pâr wedi cael gwybod
    [one] 1 pâr wedi cael gwybod
    [two] { $pairs } bâr wedi cael gwybod
    [few] { $pairs } phâr wedi cael gwybod
    [many] { $pairs } phâr wedi cael gwybod
   *[other] { $pairs } pâr wedi cael gwybod
 }
step-accepted = Derbyn
step-accepted-count = { $running } allan o { $open } wedi derbyn
step-report = Cwrdd, a’r adroddiad
step-sessions-count = { $sessions ->
    [0] Dim sesiynau eto
    [one] 1 sesiwn
   *[other] { $sessions } sesiwn
 }
step-open = I’w wneud
step-needs-people = Angen pobl yn gyntaf
step-needs-proposal = Angen parau yn gyntaf

partnerships-title = Parau
partnerships-going = { $count ->
    [one] Un pâr
   *[other] { $count } pâr
 }
partnerships-over = { $count ->
    [one] Un pâr sydd ar ben
   *[other] { $count } pâr sydd ar ben
 }
partnerships-caption = Y parau, yn ôl enw’r mentorai, a pha mor aml maen nhw wedi cwrdd
partnerships-state = Statws
partnerships-sessions = Sesiynau
partnerships-hours = Oriau
partnerships-last = Y sesiwn ddiwethaf
partnerships-who-sees = Rydych chi’n gweld eu bod wedi cwrdd, nid beth ddywedon nhw.
standing-none = Dim ateb eto
standing-one = Un wedi derbyn
standing-offered = Yn aros i rywun dderbyn
standing-running = Yn cwrdd
standing-quiet = Heb gwrdd ers pum wythnos
standing-declined = Wedi gwrthod
standing-over = Wedi dod i ben

import-title = Dod â phobl i mewn
import-lede = Dewiswch y ddwy daenlen sydd gennych chi: un gyda mentoriaid, un gyda mentoreion. Bydd unrhyw benawdau’n gwneud y tro.
import-mentors = Mentoriaid
    .hint = Taenlen: Excel (xlsx) neu CSV
import-mentees = Mentoreion
    .hint = Taenlen: Excel (xlsx) neu CSV
import-rules = Rheolau, os oes gennych chi rai
    .hint = Ffeil rheolau. Heb un, mae Duet yn awgrymu rheolau o’ch colofnau.
import-button = Dod â nhw i mewn
import-file-missing = Dewiswch ffeil
import-needs-title = Beth sydd ei angen yn y ffeiliau
import-needs-columns = Cyfeiriad e-bost ac enw (neu enw cyntaf a chyfenw) i bob person. Un llinell yw un person.
import-needs-more = Os ydyn nhw yno: teitl swydd (“job title”), lleoedd (“places”, sef faint o fentoreion mae mentor yn eu cymryd) ac e-bost y rheolwr llinell (“line manager email”). Nid yw rheolwr llinell byth yn cael ei baru â rhywun mae’n ei reoli.
import-needs-private = Mae colofnau am iechyd, ffydd, hunaniaeth a phethau tebyg yn cael eu gadael allan, oni bai eich bod yn dweud at beth mae eu hangen. Does dim paru yn eu hôl.
import-needs-again = Rydych chi’n gweld yn gyntaf beth fyddai pob rhes yn ei wneud. Gallwch chi anfon yr un ffeil eto: does neb yn dod i mewn ddwywaith.
import-done = Mae’r bobl i mewn
import-done-new = { $count ->
    [0] Does neb newydd wedi gwneud cais.
    [one] Mae 1 cais yn newydd.
    [two] Mae { $count } gais yn newydd.
    [few] Mae { $count } chais yn newydd.
    [many] Mae { $count } chais yn newydd.
   *[other] Mae { $count } cais yn newydd.
 }
import-done-known = Wedi newid: { $changed }. Heb newid: { $same }.
import-done-kept = Rydyn ni’n cadw’r colofnau hyn, er mwyn paru: { $headings }.
import-done-private = Wnaethon ni ddim darllen y rhain, gan fod y gyfraith yn gwarchod yr hyn y gallan nhw ei ddweud: { $headings }.
import-done-unused = Wnaethon ni ddim cadw’r rhain, gan nad oes rheol yn eu darllen: { $headings }.
import-done-not-corrected = { $count ->
    [one] Mae gan 1 person enw, swydd neu fan gwaith yn eich ffeil sy’n wahanol i’r hyn sydd gennym ni. Wnaethon ni ddim newid hynny, gan fod y person yn rhedeg cynllun neu’n cymryd rhan mewn un arall.
    [two] Mae gan { $count } berson enw, swydd neu fan gwaith yn eich ffeil sy’n wahanol i’r hyn sydd gennym ni. Wnaethon ni ddim newid hynny, gan eu bod yn rhedeg cynllun neu’n cymryd rhan mewn un arall.
    [few] Mae gan { $count } pherson enw, swydd neu fan gwaith yn eich ffeil sy’n wahanol i’r hyn sydd gennym ni. Wnaethon ni ddim newid hynny, gan eu bod yn rhedeg cynllun neu’n cymryd rhan mewn un arall.
    [many] Mae gan { $count } pherson enw, swydd neu fan gwaith yn eich ffeil sy’n wahanol i’r hyn sydd gennym ni. Wnaethon ni ddim newid hynny, gan eu bod yn rhedeg cynllun neu’n cymryd rhan mewn un arall.
   *[other] Mae gan { $count } person enw, swydd neu fan gwaith yn eich ffeil sy’n wahanol i’r hyn sydd gennym ni. Wnaethon ni ddim newid hynny, gan eu bod yn rhedeg cynllun neu’n cymryd rhan mewn un arall.
 }
import-done-rules = Doedd dim rheolau eto, felly rydyn ni wedi awgrymu rhai o’ch colofnau. Maen nhw isod.

people-title = Pwy sy’n gymwys
people-lede = Mae modd paru’r rhain: { $mentors ->
    [zero] dim mentoriaid
    [two] { $mentors } fentor
   *[other] { $mentors } mentor
 }, { $mentees ->
    [zero] dim mentoreion
    [two] { $mentees } fentorai
   *[other] { $mentees } mentorai
 }.
people-not-eligible-count = { $count ->
    [0] Mae pawb yn bodloni’r rheolau.
    [one] Mae 1 person sydd ddim yn bodloni rheol.
    [two] Mae { $count } berson sydd ddim yn bodloni rheol.
    [few] Mae { $count } pherson sydd ddim yn bodloni rheol.
    [many] Mae { $count } pherson sydd ddim yn bodloni rheol.
   *[other] Mae { $count } person sydd ddim yn bodloni rheol.
 }
people-not-eligible = Ddim yn gymwys, a pham
people-as-mentor = Fel mentor:
people-as-mentee = Fel mentorai:
people-rules-not-met = { $count ->
    [one] nid yw’r rheol hon wedi’i bodloni.
   *[other] nid yw’r rheolau hyn wedi’u bodloni.
 }
people-eligible-mentors = Mentoriaid ({ $count })
people-eligible-mentees = Mentoreion ({ $count })
people-none = Neb eto.
people-find-here = Dod o hyd i rywun yn ôl enw
people-everybody = Dangos pawb
people-found-none = Neb o’r enw hwnnw.
people-next = Y 50 nesaf
people-from-the-start = Yn ôl i ddechrau’r rhestr hon
people-places = { $places ->
    [two] { $places } le
   *[other] { $places } lle
 }
rules-title = Y rheolau
rules-eligible = Pwy gaiff gymryd rhan
rules-criteria = Sut mae parau’n cael eu dewis
rule-first-count = Mae cynifer o bobl â phosibl yn cael mentor. O’r trefniadau hynny, yr un â’r cydweddiad gorau sy’n ennill.
rule-first-total = Y cydweddiad gorau sy’n ennill, hyd yn oed os bydd un person arall heb bâr.
rule-never-evaluator = Nid oes neb yn cael ei baru â rhywun sy’n gwerthuso ei waith.
rule-different-workplace = Nid yw pobl o’r un man gwaith yn cael eu paru.
rule-earlier-pairs = Gall dau a fu’n bâr o’r blaen gael eu paru eto.
rule-no-earlier-pairs = Nid yw dau a fu’n bâr o’r blaen yn cael eu paru eto, oni bai eich bod yn eu cadw gyda’i gilydd.
rule-least-fit = Nid oes gan unrhyw bâr gydweddiad o dan { $fit } allan o 100.
rule-same = Mae cael yr un “{ $heading }” yn dda. Pwysau { $weight }.
rule-different = Mae cael “{ $heading }” gwahanol yn dda. Pwysau { $weight }.
rule-overlap = Gorau po fwyaf o “{ $heading }” mae’r mentor yn ei gynnig. Pwysau { $weight }.
rule-ahead = O ran “{ $heading }”, mae’r mentor rai camau ar y blaen, ond nid gormod. Pwysau { $weight }.

proposal-title = Parau wedi’u cynnig
proposal-make = Cynnig parau
proposal-none = Does dim cynnig eto. Mae Duet yn edrych ar bob trefniant posibl ac yn cynnig yr un gorau.
proposal-nobody = Rhaid bod mentor a mentorai y mae modd eu paru o hyd. Dewch â mwy o bobl i mewn yn gyntaf.
proposal-lede = { $placed ->
    [zero] Nid oes gan unrhyw fentorai fentor yn y trefniant hwn.
    [one] Mae gan 1 mentorai fentor yn y trefniant hwn.
    [two] Mae gan { $placed } fentorai fentor yn y trefniant hwn.
   *[other] Mae gan { $placed } mentorai fentor yn y trefniant hwn.
 }
proposal-proven = Wedi’i brofi: does dim trefniant gwell.
proposal-proven-wishes = { $count ->
    [one] Wedi’i brofi: does dim trefniant gwell sy’n cadw eich dymuniad.
    [two] Wedi’i brofi: does dim trefniant gwell sy’n cadw eich { $count } ddymuniad.
   *[other] Wedi’i brofi: does dim trefniant gwell sy’n cadw eich { $count } dymuniad.
 }
proposal-proven-how = Gwiriodd Duet y prawf cyn dangos hyn i chi.
proposal-nobody-told = Does neb wedi cael gwybod.
proposal-go-on = Ymlaen i roi gwybod iddyn nhw
proposal-told = Mae’r parau hyn wedi cael gwybod
proposal-told-next = Beth sy’n digwydd nesaf: mae pob un ohonyn nhw’n derbyn neu’n gwrthod. Rydych chi’n gweld eu hatebion ar dudalen y rownd.
proposal-who-sees = Dim ond eu pâr eu hunain mae pobl yn ei weld, ar ôl iddyn nhw gael gwybod.
proposal-hash = Trefniant { $hash }: mae’r un bobl a’r un rheolau bob tro yn rhoi’r un trefniant hwn.
proposal-held = Does neb wedi cael gwybod eto. Mae’r llythyrau’n mynd am { $time }.
proposal-held-why = Tan hynny gallwch chi dynnu’r cyfan yn ôl: does dim un pâr yn gweld dim byd, a does dim un llythyr yn mynd.
proposal-held-letters = Edrych ar y llythyrau
proposal-withdraw = Peidio â rhoi gwybod i neb eto
proposal-told-already = Mae’r parau hyn wedi cael gwybod. Does dim modd ei dynnu’n ôl erbyn hyn.
proposal-published = Mae’r parau hyn wedi cael gwybod yn barod.
proposal-outdated = Mae rhywbeth wedi newid ers gwneud y trefniant hwn: pobl, rheolau, neu bwy sy’n gwerthuso gwaith pwy. Cynigiwch barau eto.
proposal-too-many = Mae gormod o barau posibl i edrych arnyn nhw yma. Rhannwch y rownd yn rhai llai.
proposal-not-newest = Mae cynnig mwy newydd. Edrychwch ar hwnnw yn gyntaf.
board-title = Y trefniant
board-label = { $pairs ->
    [zero] Dim parau wedi’u dangos fel rhubanau
    [one] 1 pâr wedi’i ddangos fel rhuban
    [two] { $pairs } bâr wedi’u dangos fel rhubanau
    [few] { $pairs } phâr wedi’u dangos fel rhubanau
    [many] { $pairs } phâr wedi’u dangos fel rhubanau
   *[other] { $pairs } pâr wedi’u dangos fel rhubanau
 } rhwng mentoriaid a mentoreion. Mae rhuban mwy trwchus yn golygu cydweddiad gwell. Mae’r tabl isod yn dweud yr un peth.
board-ribbon = { $mentor } yn bâr i { $mentee }, cydweddiad
board-out = heb fentor eto
board-kept = wedi’i gadw
board-new = newydd
board-left-out = heb bâr
board-nobody = neb
board-table = Yr un peth fel tabl
left-out-title = Heb bâr, a pham
would-place = Beth fyddai’n helpu:
pairs-title = Y parau
of-100 = allan o 100
kept-together = Wedi’u cadw gyda’i gilydd
why-these-two = Pam y ddau hyn
points-of = allan o { $of ->
    [two] { $of } bwynt
    [few] { $of } phwynt
    [many] { $of } phwynt
   *[other] { $of } pwynt
 }
left-out-not-needed = Mae lle gwell gyda rhywun arall i bob mentorai posibl.
left-out-nobody = Does neb ar yr ochr arall eto.
left-out-barred = Does neb yn cael bod yn bâr i’r person hwn: { $bars }.
left-out-fewer = Er mwyn rhoi mentor i’r person hwn, byddai mwy o bobl heb un. Byddai’r rhain heb bâr yn lle hynny: { $names }.
left-out-instead = Er mwyn rhoi mentor i’r person hwn, byddai { $names } heb un, a byddai’r trefniant { $less ->
    [two] { $less } bwynt
    [few] { $less } phwynt
    [many] { $less } phwynt
   *[other] { $less } pwynt
 } yn waeth.
left-out-tie = Byddai { $names } heb fentor yn lle hynny. Mae’r ddau drefniant cystal â’i gilydd, felly gallwch chi ddewis.
left-out-worse = Byddai trefniant gyda’r person hwn ynddo { $less ->
    [two] { $less } bwynt
    [few] { $less } phwynt
    [many] { $less } phwynt
   *[other] { $less } pwynt
 } yn waeth.
left-out-room = Pe bai { $mentor } yn cymryd un mentorai arall, byddai lle i’r person hwn. { $moves ->
    [0] Fyddai dim un pâr arall yn newid.
    [one] Byddai un mentorai arall yn newid mentor.
    [two] Byddai { $moves } fentorai arall yn newid mentor.
   *[other] Byddai { $moves } mentorai arall yn newid mentor.
 }
bars-same-person = { $people ->
    [one] yr un person yw un
   *[other] yr un person yw { $people } ohonyn nhw
 }
bars-evaluates = { $people ->
    [one] mae un yn gwerthuso gwaith y person hwn, neu i’r gwrthwyneb
   *[other] mae { $people } yn gwerthuso gwaith y person hwn, neu i’r gwrthwyneb
 }
bars-same-workplace = { $people ->
    [one] mae un yn yr un man gwaith
   *[other] mae { $people } yn yr un man gwaith
 }
bars-met-before = { $people ->
    [one] Roedd 1 yn bâr gyda nhw o’r blaen
   *[other] Roedd { $people } yn bâr gyda nhw o’r blaen
 }
bars-said-no = { $people ->
    [one] mae 1 pâr wedi dod i ben am fod rhywun wedi gwrthod
    [two] mae { $people } bâr wedi dod i ben am fod rhywun wedi gwrthod
    [few] mae { $people } phâr wedi dod i ben am fod rhywun wedi gwrthod
    [many] mae { $people } phâr wedi dod i ben am fod rhywun wedi gwrthod
   *[other] mae { $people } pâr wedi dod i ben am fod rhywun wedi gwrthod
 }
bars-kept-apart = { $people ->
    [one] rydych chi’n cadw un ar wahân
   *[other] rydych chi’n cadw { $people } ar wahân
 }
bars-low-fit = { $people ->
    [one] mae gan un gydweddiad rhy isel
   *[other] mae gan { $people } gydweddiad rhy isel
 }
bars-no-place = { $people ->
    [one] nid yw un yn cymryd neb y tro hwn
   *[other] nid yw { $people } yn cymryd neb y tro hwn
 }
bar-same-person = Ni all neb fod yn fentor iddo’i hun.
bar-evaluates = Mae un o’r ddau hyn yn gwerthuso gwaith y llall, fel mae rheolwr neu oruchwyliwr yn ei wneud. Nid yw Duet byth yn eu paru, pwy bynnag sy’n gofyn. Dewiswch rywun arall.
bar-same-workplace = Mae’r ddau hyn o’r un man gwaith, ac nid yw’r rownd hon yn paru cydweithwyr.
bar-said-no = Mae un o’r ddau hyn wedi gwrthod y pâr hwn yn y rownd hon.
bar-met-before = Roedd y ddau hyn yn bâr o’r blaen, felly dydyn nhw ddim yn cael eu cynnig eto. Gallan nhw gael eu cadw gyda’i gilydd o hyd.
bar-kept-apart = Rydych chi’n cadw’r ddau hyn ar wahân.
bar-low-fit = Mae cydweddiad y ddau hyn yn rhy isel i reolau’r rownd hon.
bar-no-place = Nid yw’r mentor hwn yn cymryd neb y tro hwn.
reason-same = { $heading } yr un peth gan y ddau: { $answer }
reason-not-same = { $heading } ddim yr un peth: mentor { $mentor }, mentorai { $mentee }
reason-different = { $heading } yn wahanol: mentor { $mentor }, mentorai { $mentee }
reason-not-different = { $heading } yr un peth: { $mentee }
reason-overlap-all = O ran “{ $heading }”, mae’r mentor yn cynnig y cyfan: { $met }
reason-overlap-some = O ran “{ $heading }”, mae’r mentor yn cynnig hyn: { $met }. Nid yw’n cynnig hyn: { $missed }
reason-overlap-none = O ran “{ $heading }”, nid yw’r mentor yn cynnig dim. Gofynnwyd am hyn: { $missed }
reason-overlap-nothing-asked = O dan “{ $heading }”, doedd neb wedi gofyn am ddim
reason-ahead = O ran “{ $heading }”, mae’r mentor { $steps ->
    [one] un cam
    [two] { $steps } gam
    [few] { $steps } cham
    [many] { $steps } cham
   *[other] { $steps } cam
 } ar y blaen ({ $mentor }, mentorai { $mentee })
reason-not-ahead = O ran “{ $heading }”, nid yw’r mentor ar y blaen ({ $mentor }, mentorai { $mentee })
reason-ladder-unknown = O ran “{ $heading }”, allwn ni ddim cymharu ({ $mentor }, mentorai { $mentee })
reason-answer = { $answer }
reason-no-answer = dim ateb
reason-no-criteria = Does dim meini prawf yn y rownd hon: mae gan bob pâr a ganiateir yr un cydweddiad.
wishes-broken = Rydych chi’n cadw’r ddau hyn gyda’i gilydd, ond nid oes modd eu paru mwyach: { $mentor }, { $mentee }. Dydyn nhw ddim yn y trefniant hwn.
proposal-again = Cynnig parau i bawb sy’n rhydd
proposal-again-why = Mae modd paru pobl sydd wedi gwrthod, neu a ddaeth i mewn yn ddiweddarach, o hyd. Nid yw parau sydd wedi cael gwybod yn newid.
wish-title = Cadw dau berson gyda’i gilydd neu ar wahân
wish-lede = Mae eich dymuniad yn cael ei gadw, ac mae gweddill y trefniant cystal ag y gall fod o’i gwmpas.
wish-together = Cadw gyda’i gilydd
wish-apart = Cadw ar wahân
wish-neither = Gadael i’r cydweddiad benderfynu
wish-refused = Nid oes modd gwneud y pâr hwn
wish-not-matchable = Ni ellir paru un o’r ddau hyn yn y rownd hon nawr. Edrychwch ar bobl y rownd.
wish-refused-two = { $mentor }, { $mentee }: { $why }
wish-is-together = { $mentor }, { $mentee }: gyda’i gilydd
wish-is-apart = { $mentor }, { $mentee }: ar wahân
wish-remove = Tynnu
wish-too-many = Does dim modd cadw hyn: does gan y mentor ddim lle ar ôl i ddymuniad arall, neu mae’r mentorai’n cael ei gadw gyda rhywun arall.

publication-title = Gwirio, yna rhoi gwybod iddyn nhw
publication-lede = Rydych chi ar fin rhoi gwybod i { $pairs ->
    [one] 1 pâr
    [two] { $pairs } bâr
    [few] { $pairs } phâr
    [many] { $pairs } phâr
   *[other] { $pairs } pâr
 }. Bydd Duet yn ysgrifennu { $letters ->
    [two] { $letters } lythyr
   *[other] { $letters } llythyr
 }.
publication-left-out = { $count ->
    [one] Bydd un person sydd heb bâr yn cael llythyr hefyd.
    [two] Bydd { $count } berson sydd heb bâr yn cael llythyr hefyd.
    [few] Bydd { $count } pherson sydd heb bâr yn cael llythyr hefyd.
    [many] Bydd { $count } pherson sydd heb bâr yn cael llythyr hefyd.
   *[other] Bydd { $count } person sydd heb bâr yn cael llythyr hefyd.
 }
publication-letters = Beth fyddan nhw’n ei ddarllen
publication-letters-how = Llythyrau’r pâr cyntaf, fel enghraifft. Mae pob person yn cael llythyr yn ei iaith ei hun.
publication-held = Mae’r llythyrau’n aros am 15 munud. Tan hynny does neb yn gweld dim byd, a gallwch chi ei dynnu’n ôl.
publication-button = Rhoi gwybod iddyn nhw nawr

report-of = Adroddiad: { $round }
report-placed = { $count ->
    [one] pâr yn ei le
    [two] bâr yn eu lle
    [few] phâr yn eu lle
    [many] phâr yn eu lle
   *[other] pâr yn eu lle
 }
report-met = { $count ->
    [two] bâr wedi cwrdd
    [few] phâr wedi cwrdd
    [many] phâr wedi cwrdd
   *[other] pâr wedi cwrdd
 }
report-hours = awr o fentora
report-how = Sut aeth hi
report-applied = Wedi gwneud cais
report-applied-count = { $mentors ->
    [zero] Dim mentoriaid
    [two] { $mentors } fentor
   *[other] { $mentors } mentor
 }, { $mentees ->
    [zero] dim mentoreion
    [two] { $mentees } fentorai
   *[other] { $mentees } mentorai
 }
report-placed-term = Yn eu lle
report-placed-count = { $placed ->
    [zero] Dim pâr
    [one] 1 pâr
    [two] { $placed } bâr
    [few] { $placed } phâr
    [many] { $placed } phâr
   *[other] { $placed } pâr
 } wedi derbyn, { $waiting } heb ateb eto
report-met-term = Wedi cwrdd
report-met-count = { $met } allan o { $placed ->
    [two] { $placed } bâr
    [few] { $placed } phâr
    [many] { $placed } phâr
   *[other] { $placed } pâr
 } wedi cwrdd o leiaf unwaith
report-sessions-term = Sesiynau
report-sessions-count = { $sessions } i gyd, { $each } i bob pâr sydd wedi cwrdd
report-as-of = Y sefyllfa ar { $day }.
report-who-sees = Mae’n cyfrif. Nid yw’n enwi neb ond y rhai sy’n gadael i eraill ddarllen eu geiriau.
duty-coordinator = Cydlynydd
duty-coach = Hyfforddwr
duty-sponsor = Noddwr

match-placed = Mae gan { $placed } allan o { $mentees ->
    [two] { $mentees } fentorai
   *[other] { $mentees } mentorai
 } fentor.
match-not-eligible = Ddim yn gymwys: { $name }. { $rule }
match-unknown-pair = Nid yw “{ $pair }” yn fentor a mentorai o’r ffeiliau hyn sy’n cael cymryd rhan. Ysgrifennwch: cyfeiriad y mentor, coma, cyfeiriad y mentorai.
