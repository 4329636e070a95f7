# Machine-drafted: waits for a named reader.
# Dileu rhywun, a’r hyn y mae Duet yn ei wybod am rywun.

person-erased = Rhywun a adawodd

erasures-title = Dileu pobl
erasures-lede = Gall pobl ofyn i chi ddileu’r hyn y mae Duet yn ei wybod amdanyn nhw. Cewch weld beth sy’n mynd a beth sy’n aros cyn ei wneud.
erasures-asked = Pwy sydd wedi gofyn
erasures-none = Does neb wedi gofyn.
erasures-asked-on = Gofynnwyd ar { $day }
erasures-over = Y rhai y mae eu hamser ar ben
erasures-over-why = { $months ->
    [one] Dywedir wrth bobl fod eu manylion yn mynd o fewn { $months } mis fan bellaf i’w rownd olaf. Does dim yn mynd ohono’i hun: edrychwch ar bob person, a phenderfynwch.
   *[other] Dywedir wrth bobl fod eu manylion yn mynd o fewn { $months } mis fan bellaf i’w rownd olaf. Does dim yn mynd ohono’i hun: edrychwch ar bob person, a phenderfynwch.
 }
erasures-over-none = Does neb y mae ei amser ar ben.
erasures-soon = Y rhai y bydd eu hamser ar ben o fewn 30 diwrnod
erasures-last-on = Daeth eu rownd olaf i ben ar { $day }
erasures-has-pair = Mae pâr o’u heiddo heb ddod i ben
erasures-more = Dyma’r { $count } sydd hiraf yn ôl. Ar ôl i chi ddelio â nhw, daw’r rhai nesaf.
erasures-find = Rhywun arall
erasures-address = Beth yw eu cyfeiriad e-bost?
erasures-find-button = Gweld beth fyddai’n mynd
erasure-nobody = Nid oes gan neb yma y cyfeiriad e-bost hwn
erasure-title = Dileu { $name }
erasure-lede = Ni ellir dadwneud hyn. Does dim wedi digwydd eto.
erasure-goes = Beth sy’n mynd
erasure-goes-person = Eu henw, cyfeiriad e-bost, swydd a gweithle. Bydd “{ person-erased }” yn sefyll yn lle eu henw.
erasure-goes-private = Eu geiriau preifat, os oes rhai. Caiff eu hallwedd ei dinistrio’n gyntaf, felly ni ellir darllen unrhyw gopi o’r gronfa ddata chwaith.
erasure-goes-sign-ins = Eu mewngofnodi a’u dolenni mewngofnodi.
erasure-goes-applications = { $count ->
    [one] Atebion 1 cais.
   *[other] Atebion { $count } cais.
 }
erasure-goes-letters = { $count ->
    [one] 1 llythyr atyn nhw, llythyrau a ddywedodd wrth eraill am gael eu paru â nhw, a’u henw ym mhob llythyr arall.
   *[other] { $count } llythyr atyn nhw, llythyrau a ddywedodd wrth eraill am gael eu paru â nhw, a’u henw ym mhob llythyr arall.
 }
erasure-goes-evaluations = { $count ->
    [one] 1 nodyn o bwy sy’n gwerthuso pwy.
   *[other] { $count } nodyn o bwy sy’n gwerthuso pwy.
 }
erasure-goes-appointments = { $count ->
    [one] Daw 1 ddyletswydd o’u heiddo i ben heddiw.
   *[other] Daw { $count } dyletswydd o’u heiddo i ben heddiw.
 }
erasure-stays = Beth sy’n aros, a pham
erasure-stays-pairs = Bod parau ({ $pairs }) a sesiynau ({ $sessions }) wedi bod: maen nhw’n perthyn i’r person arall hefyd, ac mae’r adroddiad yn eu cyfrif.
erasure-stays-applications = { $count ->
    [one] Bod 1 cais wedi bod, heb ei atebion: mae’r adroddiad yn ei gyfrif.
   *[other] Bod { $count } cais wedi bod, heb eu hatebion: mae’r adroddiad yn eu cyfrif.
 }
erasure-stays-pupils = { $count ->
    [one] Bod rhywun wedi dysgu disgybl tan heddiw. Cedwir y disgybl am flwyddyn, oni bai bod tiwtor arall.
   *[other] Bod rhywun wedi dysgu { $count } disgybl tan heddiw. Cedwir disgybl am flwyddyn, oni bai bod tiwtor arall.
 }
erasure-stays-record = Y cofnod o’r hyn a wnaed. Rhifau sydd ynddo, nid enwau.
erasure-stays-own-words = Yr hyn a ysgrifennodd eich sefydliad ei hun, fel enw cynllun. Os yw eu henw yno, newidiwch ef.
erasure-stays-backups = Copïau o’r gronfa ddata a wnaethoch o’r blaen, nes i chi eu taflu. Nid oes dim o’u geiriau preifat ynddyn nhw. Bydd adfer un yn eu dileu eto.
erasure-address = I fynd ymlaen, teipiwch eu cyfeiriad e-bost
erasure-button = Eu dileu am byth
erasure-other-address = Nid hwn yw eu cyfeiriad e-bost
erasure-only-coordinator = Nid oes neb arall yn cydlynu { $schemes }. Gofynnwch iddyn nhw ychwanegu cydlynydd arall ar dudalen y cynllun yn gyntaf. Os ydyn nhw wedi gadael, nodwch hynny ar eu tudalen eu hunain yn gyntaf.
erasure-only-administrator = Nhw yw’r unig weinyddwr. Gwnewch rywun arall yn weinyddwr yn gyntaf.

audit-erasure-asked = Gofynnodd am gael ei ddileu
audit-person-erased = Dileodd rywun

about-title = Popeth amdanoch chi
about-lede = Y cyfan y mae Duet yn ei gadw amdanoch chi. Os yw rhywbeth yn anghywir, dywedwch wrth y sawl sy’n rhedeg eich rownd.
about-take-away = Ei lawrlwytho fel ffeil (JSON)
about-who-sees = Pwy all weld y dudalen hon: dim ond chi.
about-left-out = Beth sydd heb ei restru
about-left-out-lede = Mae’r rhain yn sôn am eraill hefyd. Gofynnwch i weinyddwr os ydych chi eu heisiau: bydd rhywun yn edrych drwyddyn nhw yn gyntaf.
about-erasure_due = A yw eich manylion i fynd cyn hir
about-why-worked_out = Caiff ei weithio allan o’r rowndiau y cymeroch ran ynddyn nhw, sydd uchod.
about-why-about_two = Dymuniad cydlynydd am ddau berson.
about-why-never_told = Yr hyn a awgrymodd Duet i chi a rhywun arall, gydag atebion y ddau ohonoch. Efallai na chafodd erioed ei ddweud.
about-erasure = Cael eich dileu
about-erasure-lede = Gallwch ofyn i weinyddwr ddileu’r hyn y mae Duet yn ei wybod amdanoch chi. Byddan nhw’n gweld yn gyntaf beth fyddai’n mynd a beth sy’n aros.
about-erasure-button = Gofyn am gael eich dileu
about-erasure-asked = Rydych chi wedi gofyn am gael eich dileu. Bydd gweinyddwr yn gofalu am hynny.
about-further = { $count } arall
about-yes = Ie
about-no = Na
about-line-manages = Yn rheolwr llinell
about-supervises = Yn goruchwylio eu hymarfer
about-appraises = Yn ysgrifennu eu gwerthusiad
about-decides-pay = Yn penderfynu ar eu cyflog
about-settled-right = Mae'n iawn
about-more = { $count ->
    [one] Mae 1 cofnod hŷn yn y ffeil.
   *[other] Mae { $count } cofnod hŷn yn y ffeil.
 }
about-link = Popeth y mae Duet yn ei gadw amdanoch chi
about-person = Chi
about-identity_person = Ers pryd rydych chi’n mewngofnodi
about-sign_in = Porwyr rydych chi wedi mewngofnodi â nhw
about-sign_in_link = Dolenni sy’n eich mewngofnodi
about-appointment = Beth rydych chi’n ei wneud i gynlluniau
about-evaluation = Pwy sy’n gwerthuso pwy
about-application = Beth y gwnaethoch gais amdano
about-application_import = Taenlenni a ddaethoch â nhw i mewn
about-import_upload = Taenlenni a anfonoch i edrych arnyn nhw, am ddiwrnod
about-field-purpose = Wedi’i gadw at
about-field-heading = Pennawd
about-private_answer = Atebion preifat amdanoch chi, dan glo
about-earlier_pair = Parau o’ch eiddo o’r blaen
about-letter = Llythyrau atoch chi
about-partnership = Eich parau
about-partnership_answer = Eich atebion i barau
about-training_completion = Yr hyfforddiant a gwblhawyd gennych
about-field-training = Hyfforddiant
about-field-completed_on = Cwblhawyd ar
about-field-noted_by = Nodwyd gan
about-waiver = Rowndiau y cawsoch eich gadael i mewn iddyn nhw er nad oeddech yn bodloni rheol
about-field-note = Pam
about-field-made_by = Gan
about-field-made_on = Ar
about-field-ended_on = Tan
about-session = Eich sesiynau
about-reflection = Eich myfyrdodau
about-proposal = Cynigion a wnaethoch
about-erasure_request = Pryd y gofynnoch am gael eich dileu
about-audit = Beth a wnaethoch, a beth a wnaed i chi
about-pair_wish = Dymuniadau i gadw pobl gyda’i gilydd neu ar wahân
about-proposal_pair = Parau a gynigiwyd
about-proposal_left_out = Pwy a adawyd allan o gynnig
about-field-name = Enw
about-field-address = E-bost
about-field-job_title = Swydd
about-field-workplace = Yn gweithio yn
about-field-language = Iaith
about-field-made_at = Gwnaed
about-field-linked_at = Ers
about-field-seen_at = Defnyddiwyd ddiwethaf
about-field-ends_at = Yn dod i ben
about-field-used_at = Defnyddiwyd
about-field-duty = Dyletswydd
about-field-scheme = Cynllun
about-field-started_on = O
about-field-finished_on = Hyd at
about-field-relation = Sut
about-field-evaluator = Pwy sy’n gwerthuso
about-field-evaluated = Pwy sy’n cael ei werthuso
about-field-round = Rownd
about-field-role = Fel
about-field-places = Lleoedd
about-field-answers = Atebion
about-field-applied_at = Gwnaed cais
about-field-subject = Am
about-field-body = Llythyr
about-field-written_at = Ysgrifennwyd
about-field-sent_at = Anfonwyd
about-field-mentor = Mentor
about-field-mentee = Mentorai
about-field-offered_at = Cynigiwyd
about-field-answer = Ateb
about-field-answered_at = Atebwyd
about-field-held_on = Diwrnod
about-field-minutes = Munudau
about-field-way = Sut y gwnaethoch gyfarfod
about-field-logged_by = Cofnodwyd gan
about-field-logged_at = Cofnodwyd
about-field-words = Geiriau
about-field-number = Rhif
about-field-asked_at = Gofynnwyd
about-field-noted_at = Pryd
about-field-act = Beth
about-field-by_you = Gennych chi
about-why-a_trace = Ôl mae Duet yn ei gadw am gyfnod byr i gymryd ffurflen neu god unwaith. Does dim geiriau o’ch eiddo chi ynddo.
about-known_address = I ble mae cyfeiriad yn arwain
about-address_request = Codau ar gyfer cyfeiriad newydd
about-form_key = Ffurflenni a gymerwyd
about-person_address = Eich cyfeiriadau e-bost
about-address_change = Newidiadau i’ch cyfeiriad e-bost
about-field-signs_in = Yn eich mewngofnodi
about-field-was = Oedd
about-field-added = Ychwanegwyd
about-field-removed = Tynnwyd
about-field-undone_at = Dadwnaed
about-field-shared = Cyfrifiadur a rennir
person-erase = Gweld beth fyddai’n mynd petai { $name } yn cael ei anghofio
about-wording = Geiriau llythyrau cynllun
about-why-of_the_scheme = Mae’n cadw pwy a’u newidiodd ddiwethaf. Y cynllun biau nhw.

paper-link = Popeth am { $name }, ar bapur
paper-crumb = Ar bapur
paper-title = Popeth am { $name }, ar bapur
paper-lede = I rywun sy’n gofyn beth a gedwir amdano ac nad yw’n mewngofnodi. Mae’r gyfraith yn rhoi mis i’ch sefydliad ateb. Mae pwy bynnag sy’n mewngofnodi yn cael hyd i’r cyfan o dan “Popeth amdanoch chi”.
paper-holds = Beth sydd yn y ffeil
paper-holds-lede = Pob un o’r rhain y mae rhywbeth ohono, yn y geiriau y mae’r ffeil yn ei ddweud wrthyn nhw:
paper-locked = Beth sydd ddim ynddi
paper-locked-why = Yr hyn a ysgrifennwyd ganddynt iddyn nhw eu hunain yn unig, neu a ddywedwyd amdanynt eu hunain yn gyfrinachol. Mae dan glo ag allwedd eu hunain: ni all neb ei ddarllen drostynt. Nid yw’n dweud chwaith sut y gwnaethon nhw ateb pan gawson nhw eu rhoi gyda rhywun, a wnaethon nhw gamu’n ôl, na pha eiriau y maen nhw’n gadael i eraill eu darllen: nhw sydd i ddweud hynny. Ni chewch wybod a oes dim o hyn. Mae’r ffeil yn dweud sut maen nhw’n ei ddarllen eu hunain.
paper-before = Cyn i chi ei rhoi
paper-before-who = Gwnewch yn siŵr mai nhw sy’n gofyn, neu rywun a anfonwyd ganddynt.
paper-before-others = Darllenwch drwyddi. Mae llythyrau a pharau’n enwi eraill: croeswch allan yr hyn a fyddai’n niweidio rhywun arall, a nodwch pam.
paper-before-hand = Argraffwch hi, rhowch hi yn eu llaw neu mewn llythyr dan sêl, a dilëwch y ffeil.
paper-button = Gwneud y ffeil
paper-who-sees = Gallan nhw wneud y ffeil hefyd. Mae’r ffaith i chi ei gwneud wedi’i hysgrifennu yn y cofnod, ac yn y ffeil.
paper-sheet-title = Popeth am { $name }
paper-sheet-lede = Gwnaeth { $organisation } hwn i chi ar { $day }, am i chi ofyn beth a gedwir amdanoch.
paper-sheet-locked = Beth sydd dan glo
paper-sheet-locked-how = Nid yw’r hyn a ysgrifennoch yn Duet i chi eich hun yn unig, neu a ddywedoch amdanoch eich hun yn gyfrinachol, ar y papur hwn. Mae dan glo ag allwedd eich hun, ac ni all neb arall ei agor. Nid yw’n dweud chwaith sut y gwnaethoch ateb pan gawsoch eich rhoi gyda rhywun, a wnaethoch gamu’n ôl, na pha eiriau rydych yn gadael i eraill eu darllen: chi sydd i ddweud hynny. Os oes dim o hyn, rydych yn ei ddarllen ac yn mynd ag ef gyda chi yn { $address }, o dan “Popeth amdanoch chi”. Gwnaiff unrhyw gyfrifiadur y tro. Os na allwch fewngofnodi yno, gofynnwch i’ch sefydliad am ddolen, ac agorwch hi lle nad oes neb yn darllen gyda chi.
paper-sheet-left-out = Mae’r rhain yn sôn am eraill hefyd, neu’n cael eu cadw am gyfnod byr yn unig. Gofynnwch i’ch sefydliad os ydych chi eu heisiau: bydd rhywun yn edrych drwyddyn nhw yn gyntaf.
audit-everything-made = Gwnaeth ffeil o bopeth am rywun, i’w rhoi iddo
