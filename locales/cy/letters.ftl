# Machine-drafted: waits for a named reader.
# Letters: the page they wait on, and what they say.

letters-title = Llythyrau
letters-who-sees = Mae pob cydlynydd yn gweld llythyrau ei gynlluniau ei hun. Mae pwy bynnag y mae llythyr ato yn ei weld hefyd.
letters-waiting = { $count ->
    [0] Does dim llythyrau’n aros i gael eu hanfon.
    [one] Mae 1 llythyr yn aros i gael ei anfon.
    [two] Mae { $count } lythyr yn aros i gael eu hanfon.
   *[other] Mae { $count } llythyr yn aros i gael eu hanfon.
 }
letters-none = Dim llythyrau eto. Pan fyddwch chi’n rhoi gwybod i bobl am eu parau, bydd eu llythyrau i’w gweld yma.
letters-how = Does dim gweinydd e-bost wedi’i osod. Lawrlwythwch bob llythyr ar gyfer eich rhaglen e-bost eich hun, neu argraffwch y llythyr, ac yna nodwch ei fod wedi’i anfon.
letters-caption = Llythyrau, y diweddaraf yn gyntaf
letters-to = At
letter-check-waits = Mae’n aros ar dudalen y llythyrau nes i chi ei anfon.
letter-check-at-once = Mae’n mynd ar unwaith, a does dim modd ei dynnu’n ôl.
letters-about = Pwnc
letters-state = Statws
letter-title = Llythyr at { $name }
letter-sent = Wedi’i anfon
letter-waiting = I’w anfon
letter-waits = Yn aros tan { $time }
letter-on-its-way = Ar ei ffordd
letter-again = Bydd cynnig arall yn cael ei wneud
letter-back = Daeth yn ôl
letter-back-do = Gwiriwch y cyfeiriad gyda’r person. Gallwch chi lawrlwytho’r llythyr hwn o hyd ar gyfer eich rhaglen e-bost eich hun neu ei argraffu, ac yna nodi ei fod wedi’i anfon.
letter-gone = Mae un o’r llythyrau hyn wedi’i anfon. Does dim modd ei dynnu’n ôl.
letters-how-by-itself = Mae llythyrau’n mynd ar eu pen eu hunain. Mae angen eich help ar lythyr a ddaeth yn ôl: agorwch y llythyr i weld beth i’w wneud.
trouble-refused = Nid yw’r gweinydd e-bost ar yr ochr arall yn derbyn e-bost i’r cyfeiriad hwn{ $code }.
trouble-not-now = Gofynnodd y gweinydd e-bost i ni roi cynnig arall arni’n nes ymlaen{ $code }. Mae Duet yn gwneud hynny am bum diwrnod.
trouble-settings = Nid yw’r gweinydd e-bost yn derbyn e-bost gan Duet{ $code }. Mae angen i bwy bynnag sy’n rhedeg eich Duet wirio’i osodiadau.
trouble-no-answer = Ni atebodd y gweinydd e-bost mewn pryd{ $code }. Mae Duet yn rhoi cynnig arall arni am bum diwrnod.
trouble-unreachable = Doedd dim modd cyrraedd y gweinydd e-bost{ $code }. Mae Duet yn rhoi cynnig arall arni am bum diwrnod.
trouble-certificate = Ni allai’r gweinydd e-bost ddangos pwy ydyw{ $code }. Mae angen i bwy bynnag sy’n rhedeg eich Duet wirio’i osodiadau.
trouble-no-tls = Nid yw’r gweinydd e-bost yn cynnig ffordd ddiogel o anfon{ $code }. Mae angen i bwy bynnag sy’n rhedeg eich Duet wirio’i osodiadau.
trouble-late = Doedd dim modd ei anfon mewn pryd{ $code }.
letter-open-in-mail = Lawrlwytho’r llythyr ar gyfer eich rhaglen e-bost, gyda dolen fewngofnodi
letters-mark-all = Nodi bod pob un wedi’i anfon
letter-link-below = Eich dolen fewngofnodi. Mae’n gweithio unwaith, o fewn 14 diwrnod:
letter-address-below = Gallwch chi fewngofnodi yma:
letter-make-link = Gwneud dolen fewngofnodi
letter-mark-sent = Nodi ei fod wedi’i anfon
letter-link-made = Dolen fewngofnodi i’r person hwn
letter-link-code = Ar bapur, mae’r cod hwn yn dweud yr un peth. Mae’n cael ei deipio ar y dudalen fewngofnodi:
letter-link-how = Rhowch hi yn y llythyr. Mae’n gweithio unwaith, o fewn 14 diwrnod, a dim ond nawr mae’n cael ei dangos. Gall pwy bynnag sydd â’r ddolen fewngofnodi fel y person hwn.
letter-who-sees = Mae’r person mae’r llythyr ato’n ei weld hefyd.

letter-why-nothing = – gofynnodd y ddau ohonoch am gael cymryd rhan
letter-why-same = – { $heading } yr un peth: { $answer }
letter-why-different = – { $heading } yn wahanol
letter-why-offered = – yr hyn sydd ei eisiau ac sydd ar gael: { $met }
letter-mentor-subject = { $round }: { $other } a chi
letter-mentor-body =
    Annwyl { $name },

    Diolch am gynnig eich amser fel mentor yn y rownd { $round }. Hoffen ni eich rhoi mewn pâr. Eich mentorai fyddai { $other }, { $workplace }.

    Beth ddaeth â’r ddau ohonoch at eich gilydd:
    { $why }

    Defnyddiwch y ddolen sy’n dod gyda’r llythyr hwn, a dywedwch a ydych chi’n derbyn neu’n gwrthod. Gallwch chi wrthod heb roi rheswm. Mae’r parau’n dechrau cwrdd ar { $starts }.

    Gyda diolch,
    { $signed }
    { $scheme }
letter-mentee-subject = { $round }: eich mentor
letter-mentee-body =
    Annwyl { $name },

    Rydyn ni wedi dod o hyd i fentor i chi yn y rownd { $round }: { $other }, { $workplace }.

    Beth ddaeth â’r ddau ohonoch at eich gilydd:
    { $why }

    Defnyddiwch y ddolen sy’n dod gyda’r llythyr hwn, a dywedwch a ydych chi’n derbyn neu’n gwrthod. Gallwch chi wrthod heb roi rheswm. Mae’r parau’n dechrau cwrdd ar { $starts }.

    Gyda dymuniadau gorau,
    { $signed }
    { $scheme }
letter-mentor-left-out-subject = { $round }: dim mentorai y tro hwn
letter-mentor-left-out-body =
    Annwyl { $name },

    Diolch am gynnig eich amser fel mentor yn y rownd { $round }. Y tro hwn, dydyn ni ddim wedi dod o hyd i fentorai i chi.

    Bydden ni’n falch iawn o ofyn i chi yn gyntaf y tro nesaf.

    Gyda diolch,
    { $signed }
    { $scheme }
letter-mentee-left-out-subject = { $round }: y sefyllfa ar hyn o bryd
letter-mentee-left-out-body =
    Annwyl { $name },

    Diolch am wneud cais i’r rownd { $round }. Dydyn ni ddim wedi dod o hyd i fentor i chi eto. Nid yw hyn yn dweud dim amdanoch chi, nac am yr hyn y gallech chi ei roi.

    Rydyn ni’n dal i chwilio, a byddwn ni’n ysgrifennu atoch chi eto.

    Gyda dymuniadau gorau,
    { $signed }
    { $scheme }
letter-session-logged-subject = Cofnododd { $other } sesiwn gyda chi
letter-session-logged-body = Cofnododd { $other } sesiwn gyda chi yn y rownd { $round }, ar { $day }. Edrychwch i weld a yw’n gywir.
digest-subject = { $count ->
    [one] Mae { $count } peth newydd i chi
    [two] Mae { $count } beth newydd i chi
   *[other] Mae { $count } o bethau newydd i chi
 }
digest-greeting = Annwyl { $name },
audit-letter-came-back = Daeth llythyr yn ôl
