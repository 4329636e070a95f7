# Machine-drafted: waits for a named reader.
# For the people who take part: home, their pair, their sessions.

home-title = Hafan
home-due = { $count ->
    [one] Mae amser { $count } person ar ben
   *[other] Mae amser { $count } o bobl ar ben
 }
home-due-many = Mae amser { $count } o bobl neu fwy ar ben
home-due-soon = { $count ->
    [one] Bydd amser { $count } person ar ben o fewn 30 diwrnod
   *[other] Bydd amser { $count } o bobl ar ben o fewn 30 diwrnod
 }
home-due-why = { $months ->
    [one] Dywedir wrth bobl fod eu manylion yn mynd o fewn { $months } mis fan bellaf i’w rownd olaf. Chi sy’n penderfynu am bob un.
   *[other] Dywedir wrth bobl fod eu manylion yn mynd o fewn { $months } mis fan bellaf i’w rownd olaf. Chi sy’n penderfynu am bob un.
 }
home-due-button = Edrych ar bwy ydyn nhw
home-who-sees = Mae gan bopeth yma ei dudalen ei hun, sy’n dweud pwy arall sy’n ei weld.
home-hello = Helo { $name }
home-rounds = Eich rowndiau
home-going = Mae { $met } o { $pairs } pâr wedi cwrdd
home-quiet = Parau heb gwrdd ers pum wythnos: { $count }
home-flagged = Parau i edrych arnyn nhw: { $count }
home-partnerships = Eich parau
home-nothing = Does dim i chi ei wneud eto. Pan fyddwch chi’n cael eich rhoi mewn pâr, bydd i’w weld yma.
next-answer = Rhowch ateb i { $name }
next-answer-why = Rydych chi wedi cael eich rhoi mewn pâr. Gallwch chi ddechrau pan fydd y ddau ohonoch wedi derbyn.
next-answer-button = Gweld pwy yw’r person
next-log = Ydy { $name } a chi wedi cwrdd?
next-log-why = Nodwch pryd wnaethoch chi gwrdd. Mae’n cymryd hanner munud, a dyna sut mae’r rownd yn gwybod ei bod yn gweithio.
next-begin = Mae { $name } a chi wedi derbyn
next-begin-why = Ysgrifennwch at { $name } i drefnu dyddiad cyntaf. Ar ôl i chi gwrdd, cofnodwch y sesiwn yma.
next-begin-button = Gweld sut i gysylltu: { $name }
next-wait = Rydych chi’n disgwyl ateb gan { $name }
next-wait-why = Rydych chi wedi derbyn. Gallwch chi ddechrau pan fydd eich pâr wedi derbyn hefyd.
next-letters = { $count ->
    [zero] Does dim llythyrau’n aros i gael eu hanfon
    [one] Mae 1 llythyr yn aros i gael ei anfon
    [two] Mae { $count } lythyr yn aros i gael eu hanfon
   *[other] Mae { $count } llythyr yn aros i gael eu hanfon
 }
next-letters-why = Does dim gweinydd e-bost wedi’i osod, felly mae’r llythyrau’n aros i chi eu hanfon.
next-letters-button = Gweld y llythyrau
next-import = Dewch â phobl i mewn i’r rownd { $round }
next-import-why = Does neb wedi gwneud cais eto. Mae dwy daenlen yn ddigon i ddechrau.
next-import-button = Dod â phobl i mewn
next-propose = Cynigiwch barau ar gyfer { $round }
next-propose-why = Mae’r bobl i mewn. Gall Duet chwilio nawr am y trefniant gorau.
next-propose-button = Gweld pwy sy’n gymwys
next-tell = Edrychwch ar y parau ar gyfer { $round }
next-tell-why = Mae trefniant yn barod, a does neb wedi cael gwybod. Newidiwch unrhyw beth rydych chi’n ei wybod yn well, yna rhowch wybod iddyn nhw.
next-tell-button = Gweld y parau

partnership-title = { $name } a chi
partnership-could-mentor = Gallech chi fod yn fentor i { $name }.
partnership-could-mentee = Gallai { $name } fod yn fentor i chi.
partnership-you-mentor = Chi yw mentor { $name }.
partnership-you-mentee = { $name } yw eich mentor.
partnership-offer = Hoffech chi i { $name } weithio gyda chi?
partnership-offer-why = Mae’n iawn gwrthod, a does dim rhaid i chi ddweud pam. Rydyn ni’n chwilio am rywun arall wedyn.
partnership-accept = Hoffwn
partnership-decline = Dim diolch
partnership-answer-who-sees = Pwy all weld eich ateb: y person arall, y cydlynydd a’r hyfforddwr.
partnership-you-said-yes = Rydych chi wedi derbyn
partnership-wait = Beth sy’n digwydd nesaf: mae { $name } yn derbyn neu’n gwrthod. Bydd yr ateb i’w weld yma.
partnership-over = Mae’r pâr hwn wedi dod i ben.
partnership-over-before = Nid aeth y pâr hwn yn ei flaen, ac mae hynny’n iawn. Rydyn ni’n chwilio am rywun arall.
partnership-about = Gwybodaeth am { $name }
partnership-started = Dechrau
partnership-not-open = Nid yw’r pâr hwn yn aros am ateb mwyach.
partnership-answered = Rydych chi wedi ateb yn barod.

sessions-title = Eich sesiynau
sessions-none = Dim un eto. Ar ôl i chi gwrdd, cofnodwch y sesiwn yma.
sessions-count = { $count ->
    [zero] Dim sesiynau,
    [one] 1 sesiwn,
   *[other] { $count } sesiwn,
 } { $hours } awr i gyd.
sessions-who-sees = Mae pwy bynnag sy’n rhedeg y cynllun yn gweld pa mor aml wnaethoch chi gwrdd ac am ba hyd, a dim byd arall.
session-log-button = Cofnodi sesiwn
session-new-title = Cofnodi sesiwn: { $name } a chi
session-held_on = Pryd wnaethoch chi gwrdd?
    .hint = Er enghraifft, 27 3 2027
session-minutes = Am ba hyd, mewn munudau?
session-way = Sut wnaethoch chi gwrdd?
session-way-in_person = Wyneb yn wyneb
session-way-online = Dros fideo
session-way-phone = Dros y ffôn
session-save = Cadw’r sesiwn
session-saved = Wedi’i chadw
session-saved-next = Gall { $name } ei gweld hefyd.
session-minutes-long = { $minutes ->
    [two] { $minutes } funud
   *[other] { $minutes } munud
 }
session-logged-by = Cofnodwyd gan { $name }.
session-in-future = Rhaid i’r sesiwn fod heddiw neu’n gynharach
session-before-start = Rhaid i’r sesiwn fod ar ôl i’r ddau ohonoch dderbyn
session-not-running = Gallwch chi gofnodi sesiynau ar ôl i’r ddau ohonoch dderbyn, a hyd nes i’r pâr ddod i ben.

flags-title = Parau y mae angen edrych arnynt
flags-lede = Mae rhywbeth wedi digwydd na all y ddau hyn ei ddatrys ar eu pen eu hunain, efallai. Siaradwch â nhw. Cydlynwyr yn unig sy’n gweld y rhan hon.
flags-pair = { $mentee } a { $mentor }
flags-settle = Rwyf wedi delio â hyn
flag-suspended = Mae un ohonynt wedi’i atal dros dro.
flag-left = Mae un ohonynt wedi gadael.
flag-evaluates = Mae un ohonynt yn gwerthuso’r llall bellach.
audit-partnership-flag-settled = Deliodd â phâr yr oedd angen edrych arno
resource-partnership-flag = Bod angen edrych ar bâr
