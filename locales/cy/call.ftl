# Machine-drafted: waits for a named reader.
# Applying by oneself, what a form asks, and asking a colleague to apply.

call-title = Gwneud cais i { $round }
home-calls = Ar agor i geisiadau
home-call-own = Eich cais i { $round }
home-call-begun = Rydych chi wedi dechrau, heb ei anfon. Tan { $day }
home-call-change = Gallwch chi ei newid tan { $day }
call-look = Gweld beth mae pobl yn ei weld
call-when = Pryd mae’n rhedeg
call-until = Ceisiadau
call-ask = Gofynnwch i
call-closed-on = Caeodd ar { $day }
call-closed-now = Ni all neb wneud cais na newid cais bellach. Os oes rhywbeth wedi newid, ysgrifennwch at { $names }.
call-closed = Nid yw’r rownd hon yn derbyn ceisiadau nawr. Os oes rhywbeth wedi newid, ysgrifennwch at bwy bynnag sy’n ei rhedeg.
call-nothing-typed = Does dim i’w anfon eto. Llenwch y ffurflen yn gyntaf.
call-not-applied = Dydych chi ddim wedi gwneud cais fel hyn.
call-in-a-pair = Rydych chi mewn pâr yn y rownd hon. Ysgrifennwch at bwy bynnag sy’n ei rhedeg os na allwch chi gymryd rhan.
call-as-mentee = Fel mentorai
call-as-mentor = Fel mentor
call-who-can = Pwy all gymryd rhan fel hyn:
call-everybody-can = Gall pawb gymryd rhan.
call-begin-mentee = Gwneud cais fel mentorai
call-begin-mentor = Gwneud cais fel mentor
call-not-applied-so = Dydych chi ddim wedi gwneud cais fel hyn.
call-sent-on = Gwnaethoch chi gais ar { $day }
call-came-on = Daeth eich cais i mewn ar { $day }
call-met = Mae gennych chi’r hyn mae’r rownd hon yn gofyn amdano. Byddwch chi’n clywed gennym ni pan fydd parau wedi’u canfod.
call-let-in = Rydych chi’n cael cymryd rhan, er nad yw un o’r rheolau’n eich ffitio chi. Byddwch chi’n clywed gennym ni pan fydd parau wedi’u canfod.
call-unmet-title = { $count ->
    [one] Nid yw un rheol yn ffitio’r hyn a ysgrifennoch chi
   *[other] Nid yw { $count } rheol yn ffitio’r hyn a ysgrifennoch chi
 }
call-unmet-before = Ydy ateb yn anghywir? Newidiwch ef. Os yw’n gywir, gallwch chi ei anfon beth bynnag: gall { $names } wneud eithriad.
call-unmet-after = Fel y mae, allwch chi ddim cymryd rhan. Nid barn amdanoch chi yw hynny. Os ydych chi’n credu na ddylai gyfrif yma, ysgrifennwch at { $names }, sy’n gallu gwneud eithriad.
call-what-it-says = Beth mae eich cais yn ei ddweud
call-change-it = Ei newid
call-take-back = Ei dynnu’n ôl
call-saved-on = Cadwoch chi’r hyn a deipioch chi ar { $day }. Nid yw wedi’i anfon.
call-saved-too-late = Cadwoch chi’r hyn a deipioch chi ar { $day }, heb ei anfon. Ni all neb arall ei weld.
call-draft-goes = Caiff ei daflu ar { $day }.
call-go-on = Mynd ymlaen ag ef
call-throw-away = Taflu’r hyn sydd heb ei anfon
call-done-sent = Anfonwyd. Diolch. Gallwch chi ei newid yma tan y diwrnod olaf, neu ei dynnu’n ôl.
call-done-changed = Mae eich newidiadau wedi’u hanfon.
call-done-saved = Cadwyd. Dim ond chi all ei weld. Dewch yn ôl pan fynnwch chi, a’i anfon cyn y diwrnod olaf.
call-done-withdrawn = Tynnwyd yn ôl. Mae fel pe na baech chi wedi gwneud cais. Gallwch chi wneud cais eto tan y diwrnod olaf.
call-done-deleted = Taflwyd. Mae’r hyn a anfonoch chi o’r blaen yn aros fel yr oedd.
call-part = Rhan { $at } o { $count }
call-part-you = Chi a’ch gwaith
call-part-taking-part = A allwch chi gymryd rhan
call-part-together = Gyda phwy y byddech chi’n cyd-dynnu
call-part-private = Beth nad oes rhaid i chi ei ddweud
call-you-lede = Rydych chi’n gwneud cais fel { $name }. Os nad yw eich enw’n gywir, newidiwch ef ar y dudalen amdanoch chi, ar y brig.
call-taking-part-lede = Caiff yr atebion hyn eu cymharu â rheolau’r rownd hon. Os nad yw un yn ffitio, byddwch chi’n darllen pa un.
call-together-lede = Caiff parau eu canfod drwy’r atebion hyn. Gorau po fwyaf y dywedwch chi.
call-private-lede = Does dim rhaid i chi ateb yma o gwbl, ac ni chaiff neb ei baru drwyddo. Caiff yr hyn a ddywedwch chi ei gadw dan glo, a’i ddileu pan nad oes ei angen bellach.
call-private-why = Gofynnir “{ $question }” ar gyfer hyn yn unig: { $purpose }
call-changing = Mae eich cais yn aros fel yr anfonoch chi ef nes i chi anfon eich newidiadau.
call-job_title = Beth rydych chi’n ei wneud
    .hint = Er enghraifft: Pennaeth llyfrgelloedd. Gallwch chi adael hwn yn wag.
call-workplace = Ble rydych chi’n gweithio
    .hint = Ni roddir pobl sy’n gweithio yn yr un lle gyda’i gilydd.
call-places = Faint o fentoreion allech chi eu cymryd?
    .hint = Mae’r rhan fwyaf o fentoriaid yn cymryd un.
call-name = Eich enw
call-hint-list = Os oes sawl un, rhowch ; rhyngddyn nhw.
call-hint-many = Dewiswch gynifer ag y mynnwch chi.
call-more = Eraill, gyda ; rhyngddyn nhw
call-other = Neu yn eich geiriau eich hun
call-yes = Ydw
call-no = Nac ydw
call-next = Cadw a mynd ymlaen
call-later = Cadw, a dod yn ôl wedyn
call-before = Yn ôl
call-check-title = Gwirio cyn ei anfon
call-check-lede = Dyma beth a ysgrifennoch chi. Does dim wedi’i anfon eto.
call-missing = { $count ->
    [one] Rydych chi wedi gadael un cwestiwn heb ei ateb. Gallwch chi ei anfon beth bynnag.
   *[other] Rydych chi wedi gadael { $count } cwestiwn heb eu hateb. Gallwch chi ei anfon beth bynnag.
 }
call-not-answered = heb ei ateb
call-change = Newid hwn
call-send-how = Gallwch chi ei newid tan { $day }, neu ei dynnu’n ôl.
call-send = Anfon fy nghais
call-send-changes = Anfon fy newidiadau
call-send-although = Ei anfon beth bynnag
call-draft-alone = Nes i chi ei anfon, dim ond chi.
call-draft-only-you = Ar ôl i chi ei anfon, bydd y rhai sy’n arwain y rownd yn ei weld hefyd.
call-after-sending = Byddan nhw’n ei weld ar ôl i chi ei anfon.

questions-title = Beth mae’r ffurflen yn ei ofyn
questions-lede = Mae ffurflen yn gofyn yr hyn mae rheolau’r rownd hon yn ei ddarllen, a dim arall. Chi sy’n dweud ym mha eiriau, a beth y gellir ei ddewis.
questions-who-sees = Mae pawb sy’n gwneud cais yn darllen y cwestiynau hyn yn y ffurflen.
questions-mentors = Beth a ofynnir i fentoriaid
questions-mentees = Beth a ofynnir i fentoreion
questions-none = Nid yw rheolau’r rownd hon yn darllen atebion. Dewch â thaenlen i mewn, neu ychwanegwch reol am bwy all gymryd rhan, a bydd ei chwestiynau yma.
question-takes-line = Llinell i’w llenwi
question-takes-one = Un o’r rhain
question-takes-one-or-other = Un o’r rhain, neu eu geiriau eu hunain
question-takes-many = Cynifer ag y mynnan nhw, a’u geiriau eu hunain
question-for = Gofynnir ar gyfer hyn yn unig: { $purpose }
question-change = Newid
question-title = Cwestiwn o’r ffurflen
question-lede = Mae’r rheolau’n darllen hwn fel “{ $heading }”.
question-private-title = Rhywbeth mae’r gyfraith yn ei ddiogelu
question-private-how = Iechyd, ffydd, tras, pwy mae rhywun yn ei garu: gofynnwch dim ond os oes ei angen arnoch chi ar gyfer rhywbeth y gallwch chi ei enwi. Does dim rhaid i neb ateb, ni chaiff neb ei baru drwyddo, a byddwch chi’n ei ddileu pan nad oes ei angen bellach.
question-private-add = Gofyn rhywbeth at ddiben
question-heading = Am beth mae e, mewn gair neu ddau?
    .hint = Er enghraifft: anghenion mynediad
question-words = Sut mae’n cael ei ofyn?
    .hint = Er enghraifft: Gyda beth hoffech chi gael help? Os gadewch chi hwn yn wag, bydd y ffurflen yn dangos y pennawd.
question-words_cy = Yr un peth yn Gymraeg, os yw gennych chi
question-choices = Beth y gellir ei ddewis
    .hint = Un ar bob llinell. Gall y Gymraeg ddilyn ar ôl =, er enghraifft: budgets = cyllidebau. Gadewch ef yn wag ar gyfer llinell i’w llenwi. Mae’r hyn mae’r rheolau’n ei enwi yno bob amser.
question-purpose = Ar gyfer beth mae ei angen?
    .hint = Mae pobl yn darllen hwn cyn ateb. Er enghraifft: i ddod o hyd i ystafell heb risiau
question-keep = Cadw hwn
question-said = Beth mae pobl wedi’i ateb hyd yn hyn
question-said-how = Y mwyaf cyffredin yn gyntaf. Copïwch y llinellau rydych chi am i bobl ddewis ohonyn nhw.
question-usual = Gofyn fel y mae’n cael ei alw
question-usual-how = Caiff eich geiriau a’ch dewisiadau ar gyfer y cwestiwn hwn eu hanghofio. Mae atebion pobl yn aros.
question-drop = Peidio â gofyn hwn bellach
question-drop-how = Ni ofynnir hwn i neb bellach. Mae atebion pobl yn aros nes i chi eu dileu.
question-choices-many = Gall fod { $most } dewis ar y mwyaf
question-choice-odd = Mae dewis yn un llinell o 200 nod ar y mwyaf, heb ; a heb goma
question-needs-purpose = Dywedwch ar gyfer beth mae ei angen. Nid yw Duet yn gofyn dim arall nad yw’r rheolau’n ei ddarllen.
question-no-purpose = Mae’r rheolau’n darllen y cwestiwn hwn, felly ni ellir ei gadw ar wahân at ddiben

encouragement-title = Annog cydweithiwr
encouragement-lede = Yn aml, cael eich gofyn wrth eich enw yw’r cyfan sydd ei angen. Byddan nhw’n cael llythyr gyda’ch enw chi oddi tano, a chyfeiriad y ffurflen.
encouragement-not-open = Nid yw’r rownd hon yn derbyn ceisiadau nawr. Dywedwch ddiwrnod olaf i wneud cais ac ewch ymlaen i’r cam Ar agor yn gyntaf.
encouragement-link = Mae pawb sy’n hysbys yma yn dod o hyd i’r ffurflen yn y cyfeiriad hwn, tan { $day }. Gallwch chi ei roi mewn cylchlythyr.
encouragement-whom = Pwy hoffech chi ei holi?
encouragement-name = Eu henw
encouragement-address = Eu cyfeiriad e-bost
encouragement-language = Ym mha iaith maen nhw’n hoffi darllen?
encouragement-language-en = English
encouragement-language-cy = Cymraeg
encouragement-look = Edrych ar y llythyr
encouragement-check-title = Gwirio, yna ysgrifennu atyn nhw
encouragement-check-lede = Mae’r llythyr hwn yn mynd at { $name }, { $address }.
encouragement-make = Ysgrifennu atyn nhw
encouragement-made = Pwy a holwyd
encouragement-nobody = Nid oes neb wedi’i holi wrth ei enw eto.
encouragement-by = Holwyd gan { $name } ar { $day }
encouragement-has-applied = Wedi gwneud cais
encouragement-not-yet = Heb wneud cais eto
encouragement-who-sees = Mae’r llythyr ganddyn nhw eu hunain.
encouragement-applied = Maen nhw eisoes wedi gwneud cais i’r rownd hon.
encouragement-before = Maen nhw wedi’u holi o’r blaen. Mae un llythyr yn ddigon.
letter-encouraged-subject = { $round }: hoffech chi gymryd rhan?
letter-encouraged-body =
    Annwyl { $name },

    Meddyliais amdanoch chi ar gyfer { $round }, a hoffwn eich annog i wneud cais.

    Ei ddiben: { $purpose }

    Gallwch chi wneud cais tan { $until }, fel mentor neu fel mentorai. Mae’n cymryd tua deng munud, a gallwch chi stopio a dod yn ôl:
    { $link }

    Does dim ots gan neb os nad yw’n addas i chi. Gallwch chi hefyd ateb y llythyr hwn.

    Cofion gorau,
    { $signed }
    { $scheme }
wording-encouraged = At gydweithiwr rydych chi’n ei annog i wneud cais
wording-gap-purpose = diben y cynllun
wording-gap-until = y diwrnod olaf i wneud cais
wording-gap-link = cyfeiriad y ffurflen

audit-application-draft-kept = Cadwodd gais heb ei anfon
audit-application-draft-thrown-away = Taflodd gais heb ei anfon
audit-application-draft-forgotten = Taflwyd cais na chafodd ei anfon
audit-application-sent = Gwnaeth gais
audit-application-changed = Newidiodd ei gais
audit-application-taken-back = Tynnodd ei gais yn ôl
audit-encouragement-made = Anogodd rywun i wneud cais
audit-question-worded = Newidiodd gwestiwn ffurflen
audit-question-usual = Rhoddodd gwestiwn ffurflen yn ôl
resource-call = Rownd sydd ar agor i geisiadau
resource-own-application = Eich cais eich hun, cyn ei anfon
resource-question = Beth mae ffurflen yn ei ofyn
resource-encouragement = Bod rhywun wedi’i annog i wneud cais
about-application_draft = Ceisiadau rydych chi wedi’u dechrau heb eu hanfon
about-encouragement = Pwy a anogwyd i wneud cais: chi, neu gennych chi
about-field-private_answers = Yr hyn mae’r gyfraith yn ei ddiogelu
about-field-saved_at = Cadwyd
call-private-only-you = Ar ôl i chi ei anfon, bydd pwy bynnag sy’n cydlynu’r rownd yn ei weld hefyd, a neb arall.
call-send-title = Ei anfon
