# Machine-drafted: waits for a named reader.
# What a coordinator enters for somebody who phoned.

entered-by = Cofnodwyd gan { $by } ar ran { $name }
entry-application-title = Cofnodi cais
entry-application-lede = Ar gyfer rhywun a ddywedodd wrthych chi ar y ffôn. Byddan nhw’n cael llythyr sy’n dweud beth a gofnodwyd, a gallan nhw ei gywiro.
entry-name = Eu henw
entry-address = Eu cyfeiriad e-bost
entry-job_title = Beth maen nhw’n ei wneud
    .hint = Gallwch chi adael hwn yn wag.
entry-workplace = Ble maen nhw’n gweithio
    .hint = Gallwch chi adael hwn yn wag.
entry-language = Ym mha iaith maen nhw’n hoffi darllen?
entry-language-en = English
entry-language-cy = Cymraeg
entry-role = Beth maen nhw’n gofyn am fod?
entry-role-mentor = Mentor
entry-role-mentee = Mentorai
entry-places = Faint o fentoreion gallan nhw eu cymryd?
    .hint = Gadewch 1 ar gyfer mentorai.
entry-answers = Beth ddywedon nhw
entry-answers-how = Penawdau’r rownd hon yw’r rhain. Gadewch yn wag yr hyn na ddywedon nhw. Peidiwch ag ysgrifennu dim yma am iechyd, ffydd na dim arall sy’n fater preifat.
entry-enter = Cofnodi ar eu rhan
entry-places-of-mentee = Un mentor sydd gan fentorai. Gadewch 1 yma.
entry-applied = Maen nhw eisoes wedi gwneud cais yn y rôl hon.
entry-address-taken = Mae’r cyfeiriad hwn gan rywun ag enw arall, neu rywun nad yw’n cymryd rhan nawr. Gwiriwch y ddau gyda nhw.
entry-pair-title = Ar ran { $mentor } a { $mentee }
entry-pair-lede = Cofnodwch yr hyn a ddywedodd un ohonyn nhw wrthych chi ar y ffôn. Byddan nhw’n cael llythyr sy’n dweud beth a gofnodwyd, a gallan nhw ei dynnu’n ôl.
entry-pair-link = Cofnodi ar eu rhan
entry-answer-of = Beth ddywedodd { $name }?
entry-said-yes = Ie, byddwn i
entry-said-no = Na, dim diolch
entry-session = Cofnodi sesiwn
entry-who = Pwy ddywedodd wrthych chi?
entry-who-missing = Dywedwch pwy ddywedodd wrthych chi.
entry-pair-over = Mae’r pâr hwn wedi dod i ben. Does dim i’w gofnodi.
entry-not-told = Nid yw’r ddau hyn wedi cael gwybod eto. Gallwch gofnodi ateb ar ôl i’w llythyrau fynd.
entry-entered = Beth a gofnodwyd
entry-is-application = Cais
entry-is-answer = Ie neu na
entry-is-session = Sesiwn
entry-waits = yn aros am eu gair
entry-right = maen nhw’n dweud ei fod yn gywir
entry-taken-back = Tynnwyd yn ôl
entry-taken-back-next = Mae’n cyfrif fel pe na bai wedi’i gofnodi. Gall y person ei wneud drosto’i hun.
entry-when = Cofnodwyd ar { $day }.
entry-said-right = Mae { $name } yn dweud ei fod yn gywir.
entry-told = Mae { $name } yn cael gwybod drwy lythyr, a gall ei gywiro.
entry-confirm = Ydy, mae’n gywir
entry-correct = Oes rhywbeth o’i le?
entry-correct-button = Ei gadw fel hyn
entry-take-back = Ddylai e ddim bod yno?
entry-take-back-how = Gellir ei dynnu’n ôl tan { $day }. Wedyn mae’n cyfrif fel pe na bai wedi’i gofnodi.
entry-take-back-button = Ei dynnu’n ôl
entry-settled = Setlwyd hwn o’r blaen, neu mae’r pedwar diwrnod ar ddeg ar ben. Ysgrifennwch at bwy bynnag sy’n rhedeg y rownd.
entry-too-late = Ni ellir ei dynnu’n ôl mwyach: mae camau eraill yn dibynnu arno. Ysgrifennwch at bwy bynnag sy’n rhedeg y rownd.
entry-what-mentor = Yn gofyn am gymryd rhan yn { $round } fel mentor.
entry-what-mentee = Yn gofyn am gymryd rhan yn { $round } fel mentorai.
entry-what-yes = Dywedodd ie wrth { $name }.
entry-what-no = Dywedodd na wrth { $name }.
entry-what-session = Cwrddodd â { $name } ar { $day }, am { $minutes } munud.
home-entries = Cofnodwyd ar eich rhan
home-entry = Cofnododd { $by } rywbeth ar eich rhan. Ydy e’n gywir?
session-entry-waits = Gallwch chi fyfyrio arno pan fydd y person y’i cofnodwyd ar ei ran yn dweud ei fod yn gywir.
letter-entered-subject = { $round }: cofnodais rywbeth ar eich rhan
letter-entered-body =
    Annwyl { $name },

    Fel y dywedoch chi wrtha i, rwyf wedi cofnodi hyn ar eich rhan yn { $round }:

    { $what }

    Ydy e’n gywir? Mewngofnodwch ac edrychwch: gallwch chi ddweud hynny, neu ei gywiro. Gallwch chi hefyd ateb y llythyr hwn.

    Cofion gorau,
    { $signed }
    { $scheme }
wording-entered = At rywun y cofnodoch chi rywbeth ar ei ran
wording-gap-what = beth a gofnodwyd, mewn brawddeg
wording-sample-what = Cwrddodd ag Elin Prosser ar 3 Mawrth 2027, am 60 munud.
audit-entry-application = Cofnododd gais ar ran rhywun
audit-entry-answer = Cofnododd ateb rhywun
audit-entry-session = Cofnododd sesiwn ar ran pâr
audit-entry-confirmed = Dywedodd fod yr hyn a gofnodwyd ar ei ran yn gywir
audit-entry-corrected = Cywirodd yr hyn a gofnodwyd ar ei ran
audit-entry-taken-back = Tynnodd yn ôl yr hyn a gofnodwyd ar ran rhywun
resource-entry = Beth a gofnodwyd ar ran rhywun
about-entry = Beth a gofnodwyd ar eich rhan, neu gennych chi
about-field-what = Beth
about-field-entered_for = Ar ran
about-field-entered_by = Cofnodwyd gan
about-field-entered_at = Cofnodwyd
about-field-settled = Beth ddaeth ohono
about-field-settled_at = Setlwyd
entry-application-who-sees = Maen nhw eu hunain yn ei weld hefyd, ac yn cael llythyr yn dweud i chi ei gofnodi.
entry-answers-who-sees = Mae hyfforddwr y rownd yn ei weld hefyd.
entry-pair-who-sees = Mae’r naill a’r llall o’r ddau yn gweld beth sy’n cael ei roi i mewn ar ei ran.
