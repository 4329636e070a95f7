# Machine-drafted: waits for a named reader.

import-title-people = Dod â phobl i mewn
import-title-evaluations = Dod â phwy sy’n gwerthuso pwy i mewn
import-title-workplaces = Dod â gweithleoedd i mewn
import-title-pairs = Dod â pharau o’r blaen ac o nawr i mewn
import-title-sessions = Dod â sesiynau i mewn
import-both = Neu un ffeil gyda’r ddau
    .hint = Gyda cholofn sy’n dweud pwy sy’n fentor a phwy sy’n fentorai
import-file = Eich taenlen
    .hint = Excel (xlsx) neu CSV
import-lede-file = Dewiswch y daenlen sydd gennych chi. Bydd unrhyw benawdau’n gwneud y tro.
import-send = Edrych arnyn nhw’n gyntaf
import-others-title = Pethau eraill y gallwch chi ddod â nhw i mewn
import-check-title = Cyn iddyn nhw ddod i mewn
import-check-lede = Does dim wedi’i gadw eto. Dyma beth fyddai eich taenlenni’n ei wneud.
import-check-kept = Rydyn ni’n cadw’r ffeiliau am ddiwrnod ar y mwyaf, dan glo â’ch allwedd chi.
import-count-refused = yn methu dod i mewn
import-count-changed = yn newid
import-count-new = yn newydd
import-count-same = yn aros yr un fath
import-count-kept = yn aros fel y dywedodd pobl eu hunain
import-rows-refused = { $count } yn methu dod i mewn
import-rows-changed = { $count } yn newid
import-rows-new = { $count } yn newydd
import-rows-same = { $count } yn aros yr un fath
import-rows-kept = { $count } yn aros fel y dywedodd pobl eu hunain
import-about = Rhes
import-place = Ble
import-what = Beth
import-line = llinell { $line }
import-nothing-else = fel y mae’r rhes yn ei ddweud
import-empty = dim byd
import-more = Gweld y nesaf o { $count } arall
import-overview = Yn ôl at bob rhes
import-without-legend = Rhesi sy’n methu dod i mewn
import-without = { $count ->
    [one] Gadael allan yr 1 rhes sy’n methu dod i mewn, a dod â’r gweddill i mewn
   *[other] Gadael allan y { $count } rhes sy’n methu dod i mewn, a dod â’r gweddill i mewn
 }
import-problems = Mae angen gair gennych chi am eich colofnau
import-failed = Ddaeth hyn ddim i mewn, a chafodd dim ei gadw
import-field-missing = Does dim colofn “{ $field }” eto. Dewiswch pa un ydyw, isod.
import-field-twice = Mae dwy golofn yn “{ $field }”. Dewiswch un.
import-purpose-missing = Dywedwch pam mae angen cadw pob colofn warchodedig, neu gadewch hi allan.
import-purpose-long = Dywedwch mewn { $most } nod ar y mwyaf pam mae angen i chi gadw colofn a ddiogelir.
import-role-missing = Dewiswch pa golofn sy’n dweud pwy sy’n fentor a phwy sy’n fentorai.
import-role-empty = Nid yw’r rhes yn dweud ai mentor neu fentorai yw hwn.
import-role-none = Mae’r rhes yn dweud nad yw’r person hwn yn cymryd rhan.
import-known-elsewhere = Maen nhw’n hysbys yma mewn ffordd arall hefyd. Mae eu henw, eu swydd a’u gweithle’n aros fel y maen nhw.
import-how-text = Darllenwyd fel testun { $encoding }, gyda { $separator } rhwng celloedd. Os yw llythrennau’n edrych yn anghywir, cadwch y ffeil fel xlsx ac anfonwch honno.
import-how-comma = atalnodau
import-how-semicolon = hanner colonau
import-how-tab = tabiau
import-how-workbook = Darllenwyd o’r ddalen “{ $sheet }”{ $sheets ->
    [1] { "" }
   *[other] , y gyntaf o { $sheets } sydd â rhywbeth ynddi
 }.
import-preset = Mae’n edrych fel ffeil o { $program }.
import-remembered = Fe benderfynoch chi ar y colofnau hyn o’r blaen, felly gwnaethon ni’r un peth.
import-column = Eich colofn
import-cells = Beth sydd ynddi
import-use = Beth ydyw
import-use-out = Ei gadael allan
import-use-answer = Ateb, ar gyfer paru
import-problems-how = Dywedwch isod beth yw eich colofnau, yna pwyswch Edrych eto.
import-use-for-rule = Yr hyn y mae’r rheolau’n ei alw’n “{ $heading }”
import-use-sealed = Ei chadw dan glo, at ddiben
import-purpose = Pam mae ei hangen
import-private = Mae’r gyfraith yn gwarchod yr hyn y gall hyn ei ddweud. Does dim paru yn ôl hyn.
import-look-again = Edrych eto
import-throw-away = Taflu’r ffeiliau hyn i ffwrdd
import-progress-title = Yn dod â nhw i mewn
import-progress = Mae { $done } o { $all } rhes wedi’u hysgrifennu.
import-progress-begins = Mae ar fin dechrau.
import-progress-wait = Mae’r dudalen hon yn edrych eto ar ei phen ei hun. Gallwch chi fwrw ymlaen â rhywbeth arall yn y cyfamser.
import-progress-look = Edrych nawr
import-taken = Mae’r ffeiliau hyn wedi dod i mewn eisoes, neu wedi mynd. Anfonwch nhw eto os oes angen.
import-outdated = Mae rhywbeth wedi newid ers i chi edrych. Edrychwch unwaith eto, yna dewch â nhw i mewn.
import-has-refused = Mae rhai rhesi’n methu dod i mewn. Ticiwch y cân nhw eu gadael allan, neu trwsiwch nhw ac anfon y ffeil eto.
import-underway = Mae’n cael ei ddwyn i mewn y funud hon.
import-busy = Mae eraill yn dod â thaenlenni i mewn y funud hon. Rhowch gynnig arall arni mewn munud.
import-not-yours-now = Dydych chi ddim yn rhedeg y rownd hon bellach, felly ni all hyn ddod i mewn. Gallwch chi daflu’r ffeiliau i ffwrdd.
import-is-people-address = Cyfeiriad e-bost
import-is-people-name = Enw
import-is-people-first-name = Enw cyntaf
import-is-people-last-name = Cyfenw
import-is-people-workplace = Gweithle
import-is-people-role = Mentor neu fentorai
import-is-people-job-title = Teitl swydd
import-is-people-places = Lleoedd: faint o fentoreion maen nhw’n eu cymryd
import-is-people-manager = E-bost y rheolwr llinell
import-is-evaluations-who = Pwy sy’n gwerthuso
import-is-evaluations-whom = Pwy maen nhw’n ei werthuso
import-is-evaluations-relation = Sut
import-is-evaluations-from = O
import-is-evaluations-until = Hyd
import-is-workplaces-workplace = Enw’r gweithle
import-is-pairs-mentor = E-bost y mentor
import-is-pairs-mentee = E-bost y mentorai
import-is-pairs-from = O
import-is-pairs-until = Hyd
import-is-sessions-mentor = E-bost y mentor
import-is-sessions-mentee = E-bost y mentorai
import-is-sessions-held = Y diwrnod y cwrddon nhw
import-is-sessions-minutes = Pa mor hir, mewn munudau
import-is-sessions-way = Sut y cwrddon nhw
import-sheet-mentors = Mentoriaid
import-sheet-mentees = Mentoreion
import-sheet-both = Mentoriaid a mentoreion
import-sheet-file = Eich dalen
sheet-cell-error = Methodd y daenlen â chyfrifo’r gell hon. Teipiwch yr hyn sydd i fod yma.
sheet-cell-missing = Mae’r gell hon yn wag, ac mae angen rhywbeth yma.
sheet-day = Ysgrifennwch ddiwrnod fel diwrnod/mis/blwyddyn, er enghraifft 5/3/2026.
sheet-minutes = Ysgrifennwch pa mor hir mewn munudau, er enghraifft 60, neu fel oriau a munudau, 1:00.
sheet-word = Ysgrifennwch un o’r rhain yma: { $words }.
import-nobody-reached = Does gan neb yn eich rowndiau y cyfeiriad e-bost hwn. Dewch â nhw i mewn fel pobl rownd yn gyntaf.
import-nobody = Does gan neb yma’r cyfeiriad e-bost hwn. Dewch â’r bobl i mewn yn gyntaf.
import-oneself = Un person yw’r ddau.
import-ends-before = Mae’n gorffen cyn iddo ddechrau.
import-day-future = Mae’r diwrnod hwn eto i ddod.
import-neither-here = Nid yw’r un o’r ddau hyn yn y rownd hon. Dewch â’r bobl i mewn yn gyntaf.
import-evaluates = Mae un o’r ddau hyn yn gwerthuso’r llall, felly ni allan nhw fod yn bâr.
import-has-mentor = Mae gan y mentorai hwn fentor arall yn y rownd hon.
import-began-otherwise = Dechreuodd y pâr hwn ar ddiwrnod arall, hyd y gwyddom ni. Gwagiwch y gell, neu ysgrifennwch y diwrnod hwnnw.
import-no-pair = Nid yw’r ddau hyn yn bâr o’r rownd hon. Dewch â’r parau i mewn yn gyntaf.
import-done-sealed = Rydyn ni’n cadw’r rhain dan glo, at yr hyn a ddywedoch chi, a byth yn paru yn eu hôl: { $headings }.
private-answers-title = Atebion preifat
private-answers-lede = Yr hyn mae’r gyfraith yn ei warchod, wedi’i gadw at yr hyn y dywedwyd bod ei angen. Does neb yn cael ei baru yn ei ôl, ac nid yw mewn unrhyw lythyr nac adroddiad.
private-answers-who = Mae pob person yn darllen yr hyn sy’n cael ei gadw amdanyn nhw hefyd.
private-answers-none = Does dim yn cael eu cadw yn y rownd hon.
private-answers-purpose = Wedi’i gadw at: { $purpose }
private-answers-delete = Dileu popeth o “{ $heading }” am byth

# A capability matrix.
import-title-capabilities = Dod â matrics galluoedd i mewn
import-use-levels = Lefelau o dan y pennawd hwn
import-needs-matrix = Mae unrhyw un o dri chynllun yn iawn: pobl i lawr a galluoedd ar draws, galluoedd i lawr a phobl ar draws, neu res ar gyfer pob lefel. Gall lefelau fod yn rhifau neu’n enwau.
import-needs-levels = Adwaenir pobl wrth eu cyfeiriad ebost, neu wrth enw sydd gan un yn unig yn y rownd. Y lefelau yw’r rhai a ysgrifennoch.
import-matrix-shape = Dewiswch pa golofn sy’n dweud pwy, neu pa un sy’n dweud beth y gallan nhw ei wneud, a pha golofnau sy’n dal y lefelau. Mae angen y tri ar daenlen â rhes ar gyfer pob lefel: pwy, beth a lefel.
import-matrix-large = Gall taenlen ddal { $most } o lefelau ar y mwyaf. Anfonwch hi mewn rhannau.
import-levels-first = Nid yw eich lefelau wedi’u hysgrifennu eto. Agorwch Galluoedd, ysgrifennwch nhw, yna dewch yn ôl i’r dudalen hon.
import-no-assessor = Ysgrifennwch gyfeiriad rhywun yn y rownd hon, sy’n ei rhedeg, neu sy’n goruchwylio un o’i phobl nawr. Neu gadewch y gell yn wag.
import-nobody-in-round = Does gan neb yn y rownd hon yr enw neu’r cyfeiriad hwn. Dewch â’r bobl i mewn yn gyntaf, neu ysgrifennwch y cyfeiriad yr adwaenir nhw wrtho.
import-name-twice = Mae gan ddau berson yn y rownd hon yr enw hwn. Ysgrifennwch eu cyfeiriad ebost yn lle hynny.
import-capability-unknown = Nid yw hwn yn un o’ch galluoedd. Ticiwch isod ei fod yn cael ei ychwanegu, neu ysgrifennwch ef fel y’i gelwir yno.
import-capability-withdrawn = Does neb yn cael ei holi am y gallu hwn mwyach. Gofynnwch amdano eto yn gyntaf, neu gadewch ef allan.
import-level-unknown = Nid yw hon yn un o’ch lefelau. Dyma nhw: { $levels }.
import-said-twice = Mae’r daenlen yn dweud lefel arall ar gyfer yr un person a gallu yn uwch i fyny.
import-said-otherwise = Nodwyd lefel { $level } ar gyfer y diwrnod hwn gan bwy a’i dywedodd, ac nid yw taenlen yn newid hynny. Gadewch hi allan, neu ysgrifennwch ddiwrnod arall.
import-offers = { $count ->
    [one] Ddim ymhlith eich galluoedd eto
   *[other] Nid yw { $count } ymhlith eich galluoedd eto
 }
import-adds = Ychwanegu’r hyn nad yw yno eto at ein galluoedd
import-own-words = Maen nhw wedi ateb eu hunain ers hynny, ac yn wahanol. Mae’r hyn a ddywedon nhw’n aros.
import-overrules-title = { $count ->
    [one] Mae un person wedi ateb ei hun, ac mae’r daenlen yn dweud rhywbeth arall
   *[other] Mae { $count } o bobl wedi ateb eu hunain, ac mae’r daenlen yn dweud rhywbeth arall
 }
import-overrules = Rhoi’r hyn mae’r daenlen yn ei ddweud yn lle eu geiriau eu hunain
import-done-own-words = { $count ->
    [one] Mewn un rhes mae’r daenlen yn dweud rhywbeth arall na’r hyn a ddywedodd y person ei hun. Mae’r hyn a ddywedodd yn aros.
   *[other] Mewn { $count } rhes mae’r daenlen yn dweud rhywbeth arall na’r hyn a ddywedodd y person ei hun. Mae’r hyn a ddywedodd yn aros.
 }
import-is-capabilities-address = Cyfeiriad ebost y person
import-is-capabilities-person = Enw’r person
import-is-capabilities-capability = Gallu
import-is-capabilities-area = Y maes y mae’n perthyn iddo
import-is-capabilities-level = Lefel
import-is-capabilities-assessed = Y diwrnod yr oedd felly
import-is-capabilities-source = Gair pwy ydyw
import-is-capabilities-by = Cyfeiriad ebost yr asesydd
audit-import-capabilities = Daethpwyd â matrics galluoedd i mewn
import-nothing-kept = Ni chadwyd dim. Ychwanegwch --yes i ddod ag ef i mewn.
import-kept = Mae i mewn.
import-kind-unknown = Nid oes taflen o’r fath. Mae people, evaluations, workplaces, pairs a sessions.
import-side-unknown = Dywedwch mentors neu mentees, neu ddim pan fo colofn yn dweud beth yw rhywun.
import-round-none = Nid ydynt yn gwneud dim i rownd o’r enw hwn. Dywedwch ei henw fel y mae ar ei thudalen, neu’r id yn ei chyfeiriad.
import-round-several = Mae gan sawl rownd yr enw hwn. Dywedwch yr id yn ei chyfeiriad.
