# Machine-drafted: waits for a named reader.
# What stands around every page, signing in, forms, spreadsheets, errors, the demo.

skip = Neidio i’r dudalen
title-error = Gwall:
ways-label = Prif ddewislen
way-home = Hafan
way-rounds = Rowndiau
way-letters = Llythyrau
crumbs-label = Ble rydych chi
sign-out = Allgofnodi
colophon = Meddalwedd rydd yw Duet, sy’n cael ei rhedeg gan eich sefydliad eich hun. Does dim byd ar y dudalen hon yn dod o unrhyw le arall.
next-label = Nesaf i chi
not-yet = Ddim eto
not-now = Ddim nawr
with = yn bâr i
mentor = Mentor
mentee = Mentorai

demo-label = Demo
demo-band = Demo yw hwn. Does neb na dim byd go iawn yma.
demo-day = { $day } yw hi yma. Ewch i:
demo-today = heddiw
demo-week-six = wythnos 6
demo-last-day = y diwrnod olaf
demo-see-as = Gweld fel
demo-see = Ewch
doors-title = Dewch i mewn fel rhywun
doors-eyebrow = Demo Duet
doors-lede = Mae Libraries Together yn cynnal rownd fentora bob blwyddyn. Dewiswch rywun i weld beth mae’n ei weld.
door-coordinator = Cydlynydd
door-coordinator-words = Yn rhedeg y rownd: pobl i mewn, parau allan, llythyrau, adroddiad.
door-coach = Hyfforddwr
door-coach-words = Yn arwain y rownd gyda Priya, ac yn gweld pwy sydd wedi cwrdd.
door-mentor = Mentor
door-mentor-words = Yn rhoi awr y mis, ac yn ei chofnodi.
door-mentee = Mentorai
door-mentee-words = Gyda mentor ers y rownd gyntaf.
door-sponsor = Noddwr
door-sponsor-words = Yn talu am y cyfan, ac yn darllen un dudalen.

front-title = Croeso i Duet
front-lede = Duet yw’r lle mae eich sefydliad yn rhedeg ei waith mentora.
front-how-title = Sut i fewngofnodi
front-how = Agorwch y ddolen yn eich llythyr neu’ch e-bost. Does dim cyfrinair i’w gofio.
front-lost = Os nad yw eich dolen yn gweithio mwyach, gofynnwch i’r person a’i hanfonodd am un newydd.

sign-in-link-title = Mewngofnodi
sign-in-link-for = Dolen i { $name } yw hon.
sign-in-link-what = Pwyswch y botwm i fewngofnodi ar y porwr hwn. Dim ond unwaith mae’r ddolen yn gweithio.
sign-in-link-button = Mewngofnodi fel { $name }
sign-in-link-dead = Nid yw’r ddolen hon yn gweithio mwyach. Efallai ei bod wedi cael ei defnyddio, neu ei bod yn rhy hen. Gofynnwch i’r person a’i hanfonodd am un newydd.

error-title = Wnaeth hynny ddim gweithio
error-not-found-title = Heb ddod o hyd i’r dudalen
error-not-found = Does dim tudalen o’r fath, neu does gennych chi ddim hawl i’w gweld.
error-internal = Aeth rhywbeth o’i le ar ein hochr ni. Ni chafodd dim ei gadw. Ceisiwch eto mewn munud.
error-reference = Os yw’n dal i ddigwydd, rhowch y cod hwn i’r person sy’n rhedeg eich Duet: { $reference }.
error-request = Doedden ni ddim yn gallu darllen yr hyn a anfonodd eich porwr. Ewch yn ôl a cheisiwch eto.
error-too-large = Mae’r hyn a anfonoch chi yn rhy fawr. Anfonwch lai ar y tro.
error-home = Mynd i’r hafan

conflict-changed = Newidiodd rhywun hyn ar yr un pryd. Ewch yn ôl, edrychwch eto, a cheisiwch unwaith yn rhagor.
conflict-busy = Mae gormod o bobl yn ysgrifennu ar unwaith. Ni chafodd dim ei gadw. Ceisiwch eto.

form-problems = Mae problem
form-missing = Llenwch hwn
form-too-long = Defnyddiwch hyd at { $most } o nodau
form-control-characters = Ysgrifennwch hwn ar un llinell, heb arwyddion arbennig
form-address = Rhowch gyfeiriad e-bost, fel enw@example.org
form-whole = Rhowch rif cyfan o { $least } i { $most }
form-date = Rhowch ddyddiad go iawn mewn rhifau: diwrnod, mis a blwyddyn â phedwar digid
form-choice = Dewiswch un
form-day = Diwrnod
form-month = Mis
form-year = Blwyddyn


person-name-missing = Rhowch enw, hyd at 200 o nodau
person-job-title-long = Defnyddiwch hyd at 200 o nodau ar gyfer y swydd
person-workplace-long = Defnyddiwch hyd at 200 o nodau ar gyfer y man gwaith
person-job = Swydd
person-workplace = Man gwaith
person-address = E-bost

sheet-fault = Llinell { $line }, colofn { $column }: { $fault }
sheet-fault-line = Llinell { $line }: { $fault }
sheet-empty = Mae’r ffeil yn wag. Dewiswch ffeil gyda phenawdau yn ei llinell gyntaf ac un person ym mhob llinell wedyn.
sheet-is-workbook = Llyfr gwaith yw hwn, nid ffeil CSV. Yn Excel dewiswch “File”, “Save as”, “CSV UTF-8”, ac anfonwch honno.
sheet-headings-only = Mae gan y ffeil benawdau ond does dim pobl oddi tanyn nhw.
sheet-quote-open = Mae dyfynnod yn agor ar y llinell hon ac nid yw byth yn cau. Caewch y dyfynnod, neu tynnwch ef allan.
sheet-control = Mae arwydd yn y gell hon nad oes modd ei gadw. Teipiwch y gell eto.
sheet-manager = Ysgrifennwch gyfeiriad e-bost y rheolwr llinell yma, nid enw. Nid yw Duet byth yn paru pobl â’r sawl sy’n eu rheoli, felly rhaid gwybod pwy yw’r person hwnnw.
sheet-unreadable = Nid oes modd darllen y llinell hon fel rhes o gelloedd.
sheet-too-large = Mae’r ffeil yn fwy na { $most } MB. Cadwch y colofnau mae eu hangen arnoch chi yn unig, neu rhannwch y ffeil.
sheet-too-many-rows = Mae gan y ffeil fwy na { $most } o resi. Rhannwch hi ac anfonwch un rhan ar y tro.
sheet-not-utf8 = Nid yw’r llythyren hon wedi’i hysgrifennu fel UTF-8. Yn eich taenlen, cadwch y ffeil eto fel “CSV UTF-8”.
sheet-heading-missing = Does dim pennawd i’r golofn hon. Rhowch un iddi, neu tynnwch hi allan.
sheet-heading-twice = Mae’r pennawd “{ $heading }” yma ac yng ngholofn { $first }. Cadwch un ohonyn nhw.
sheet-row-width = Mae nifer y celloedd yn y rhes hon ({ $cells }) yn wahanol i nifer y penawdau ({ $headings }).
sheet-column-missing = Does dim colofn “{ $heading }”. Ychwanegwch hi, neu ailenwch yr un sydd gennych chi.
sheet-column-for-rule = Mae’r rheolau’n darllen colofn “{ $heading }”, ac nid oes un yn y ffeil hon.
sheet-column-protected = Mae’r rheolau’n darllen “{ $heading }”. Mae’r gyfraith yn gwarchod yr hyn y gall y golofn ei ddweud, felly nid yw Duet yn paru yn ôl y golofn hon.
sheet-name-missing = Mae’r enw ar goll.
sheet-name-long = Defnyddiwch hyd at 200 o nodau yma.
sheet-address-missing = Mae’r cyfeiriad e-bost ar goll.
sheet-address-wrong = Nid cyfeiriad e-bost yw hwn.
sheet-address-twice = Mae’r un cyfeiriad e-bost ar linell { $first }. Mae angen ei gyfeiriad ei hun ar bob person.
sheet-address-two-names = Mae’r cyfeiriad e-bost sydd gan { $name } hefyd gan { $other } yn y ffeil arall. Mae angen ei gyfeiriad ei hun ar bob person.
sheet-places = Rhaid i nifer y lleoedd fod yn rhif cyfan o 0 i 99.

rules-unreadable = Nid oes modd darllen y rheolau: { $fault }
rules-weight = Rhaid i bwysau fod yn rhif o 0 i 1000.
rules-needs-heading = Mae angen pennawd i’w ddarllen ar y maen prawf hwn.
rules-needs-lists = Mae angen dau bennawd ar y maen prawf hwn: “offers” y mentor a “wants” y mentorai.
rules-needs-ladder = Mae angen pennawd ac ysgol (“ladder”) o ddau gam neu fwy ar y maen prawf hwn, ac ni chaiff “least” fod yn fwy na “most”.
rules-percent = Rhaid i hwn fod yn rhif cyfan o 0 i 100.
rules-too-large = Mae’r ffeil rheolau yn rhy fawr: 64 KB ar y mwyaf.

serve-is-demo = Cafodd y gronfa ddata hon ei gwneud gan “duet demo”. Dewiswch ffolder data neu gronfa ddata arall ar gyfer y gwaith go iawn.
serve-needs-https = Er mwyn i beiriannau eraill gyrraedd Duet, mae angen --public-url https://… a dirprwy sy’n siarad TLS.
admin-nobody = Nid oes gan neb yma y cyfeiriad e-bost hwn.
schema-behind = Nid yw sgema’r gronfa ddata yno, neu mae’n hen fersiwn. Rhedwch: duet migrate --owner-url postgres://OWNER@HOST/DATABASE
schema-ahead = Mae sgema’r gronfa ddata yn fersiwn mwy newydd na’r rhaglen hon. Defnyddiwch y rhaglen newydd.
database-owner = Ni ddylai Duet redeg fel perchennog y gronfa ddata nac fel uwch-ddefnyddiwr, gan na fyddai diogelwch lefel rhes yn dal. Rhedwch duet migrate --owner-url … unwaith, a rhedwch fel y rôl y mae’n ei henwi.
migrate-role-name = Rhaid i enw’r rôl fod yn llythrennau bach, digidau a “_”.
demo-is-real = Mae’r gronfa ddata hon yn cael ei defnyddio go iawn. Mae angen ei ffolder data neu ei gronfa ddata ei hun ar y demo.

way-audit = Cofnod
audit-title = Beth gafodd ei wneud
audit-lede = Mae pob cam sy’n newid rhywbeth yn cael ei nodi yma, gyda phwy a’i gwnaeth. Nid yw’n enwi’r hyn a gafodd ei newid, nac yn dangos geiriau a ysgrifennodd pobl.
audit-caption = Y diweddaraf yn gyntaf
audit-when = Pryd
audit-who = Pwy
audit-what = Beth
audit-subject = Rhif
audit-older = Cynharach
audit-verified = Sefydliad { $organisation }: { $sealed } wedi’u selio, { $unsealed } heb eu selio eto
audit-fault-gone = Rhif { $number }: tynnwyd y rhes.
audit-fault-changed = Rhif { $number }: newidiwyd y rhes neu ei sêl, neu mae’n sefyll yn lle un arall.
audit-fault-missing = Rhif { $number }: tynnwyd y sêl.
audit-fault-shorter = Roedd rhif { $number } yno unwaith. Torrwyd diwedd y cofnod i ffwrdd.
audit-fault-another = Nid yw rhif { $number } yr hyn oedd pan gadwyd ei sêl y tu allan. Gwnaed y cofnod o’r newydd.
audit-not-whole = Nid yw’r cofnod yn gyfan. Gweler y llinellau uchod.
audit-sign-in-begun = Mewngofnodi
audit-sign-in-ended = Allgofnodi
audit-sign-in-link-made = Gwneud dolen fewngofnodi i rywun
audit-scheme-opened = Agor cynllun
audit-scheme-appointed = Penodi rhywun i redeg cynllun
audit-person-suspended = Ataliwyd rhywun
audit-person-let-back = Gadawyd rhywun yn ôl
audit-person-left = Nodwyd bod rhywun wedi gadael
audit-round-opened = Agor rownd
audit-round-people-imported = Dod â phobl i mewn i rownd
audit-proposal-made = Cynnig parau
audit-proposal-pair-wished = Newid dymuniad am bâr
audit-proposal-evaluator-pair-refused = Ceisio paru rhywun â’r sawl sy’n gwerthuso ei waith, a chael ei atal
audit-proposal-published = Rhoi gwybod i’r parau
audit-proposal-withdrawn = Tynnu rhoi gwybod i’r parau yn ôl, cyn i neb gael gwybod
audit-letter-sent = Anfon llythyr
audit-letter-reworded = Newid geiriau llythyr
audit-letter-wording-usual = Mynd yn ôl at eiriau Duet ar gyfer llythyr
audit-partnership-accepted = Derbyn pâr
audit-partnership-declined = Gwrthod pâr
audit-session-logged = Cofnodi sesiwn

sign-ins-title = Lle rydych chi wedi mewngofnodi
sign-ins-lede = Pob porwr rydych chi wedi mewngofnodi ynddo. Os nad yw un yn perthyn i chi, neu os gall eraill ei ddefnyddio, allgofnodwch ohono.
sign-ins-here = Y porwr hwn
sign-ins-elsewhere = Porwr arall
sign-ins-when = Ers { $made }. Defnyddiwyd ddiwethaf { $seen }.
sign-ins-made-by = Dechreuodd gyda dolen a wnaeth { $name } i chi.
sign-ins-end = Allgofnodi ohono
sign-ins-end-others = Allgofnodi o’r lleill i gyd
sign-ins-who-sees = Pwy all weld hyn: chi yn unig.

doctor-wrong = Mae rhywbeth o’i le. Mae’r hyn i’w wneud ar ôl pob llinell sy’n dweud WRONG.
