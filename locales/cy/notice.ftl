# Machine-drafted: waits for a named reader.
# What an organisation tells people about what is kept of them.

notice-link = Beth a gedwir amdanoch, a pham
notice-title = Beth a gedwir amdanoch, a pham
notice-lede = Mae eich sefydliad yn rhedeg Duet ei hun. Mae’r dudalen hon yn dweud beth mae’n ei gadw amdanoch yno.
notice-lede-first = Cyn i chi ysgrifennu dim yma: dyma beth mae eich sefydliad yn ei gadw amdanoch, a pham. Gallwch ei ddarllen eto unrhyw bryd, o waelod pob tudalen.
notice-lede-newer = Mae eich sefydliad wedi newid yr hyn mae’n ei ddweud yma ers i chi ei weld ddiwethaf. Edrychwch arno cyn ysgrifennu dim mwy. Gallwch ei ddarllen eto unrhyw bryd, o droed pob tudalen.
notice-newer-title = Beth sy’n newydd
notice-newer-what = Gwelsoch y dudalen hon ddiwethaf ar { $day }. Dyma oedd hi’n ei ddweud bryd hynny, lle mae’n dweud rhywbeth arall nawr:
notice-newer-none-before = Pan welsoch y dudalen hon ddiwethaf, ar { $day }, doedd neb wedi nodi pwy sy’n ateb am yr hyn a gedwir. Nawr mae’n dweud hynny.
notice-newer-other-language = Ers i chi weld y dudalen hon ddiwethaf, ar { $day }, dim ond ei geiriau yn yr iaith arall sydd wedi newid.
notice-ground = Ar ba sail
notice-complain-where = Ble i gwyno
notice-which = Mae sawl sefydliad yn rhedeg eu mentora yma, ac mae pob un yn dweud drosto’i hun beth mae’n ei gadw.
notice-which-how = Mae dolen i’r dudalen gywir yn y llythyr a’ch gwahoddodd. Ar ôl i chi fewngofnodi, mae ar waelod pob tudalen.
notice-who = Pwy sy’n atebol amdano
notice-who-answers = Sefydliad
notice-who-contact = Sut i gysylltu â nhw
notice-who-missing = Nid yw eich sefydliad wedi ysgrifennu hyn eto. Gofynnwch i’r sawl a’ch gwahoddodd.
notice-why = Pam y caiff ei gadw
notice-purpose-usual = I ddod â phobl at ei gilydd a all ddysgu oddi wrth ei gilydd, i roi gwybod iddynt, i helpu pan nad yw pâr yn mynd yn dda, ac i ddweud wrth y rhai sy’n talu am y cynllun, mewn rhifau heb enwau, beth ddaeth ohono.
notice-basis-why-interests = Mae’r gyfraith yn caniatáu hyn gan fod gan eich sefydliad reswm da dros helpu ei bobl i dyfu, ac nid yw’n pwyso mwy na’ch hawliau (buddiannau cyfreithlon).
notice-basis-why-task = Mae’r gyfraith yn caniatáu hyn gan ei fod yn rhan o dasg y mae’r gyfraith yn ei rhoi i’ch sefydliad (tasg gyhoeddus).
notice-basis-why-contract = Mae’r gyfraith yn caniatáu hyn gan fod ei angen ar gyfer yr hyn y cytunoch chi a’ch sefydliad arno (contract).
notice-what = Beth a gedwir
notice-what-details = Eich enw, eich cyfeiriad e-bost, eich swydd a’ch gweithle. Efallai i’ch sefydliad eu cael o restr sydd ganddo.
notice-what-answers = Yr hyn a atebasoch wrth wneud cais, a gyda phwy y cewch eich rhoi.
notice-what-meetings = Pryd y cwrddodd y ddau ohonoch, am ba hyd ac ym mha ffordd.
notice-what-private = Yr hyn a ysgrifennwch i chi’ch hun yn unig. Mae wedi’i gloi ag allwedd sy’n eiddo i chi, ac ni all neb arall ei agor yn Duet.
notice-what-traces = Pryd y gwnaethoch fewngofnodi, a beth a newidioch. Nid oes neb yn gwylio’r hyn a ddarllenwch.
notice-who-sees = Mae pob tudalen a phob maes yn dweud pwy all ei weld, wrth eu henwau. Ni chaiff dim ei werthu, ni chaiff dim ei ddefnyddio i hysbysebu, ac nid yw peiriant yn penderfynu amdanoch ar ei ben ei hun: mae person yn cadarnhau pob pâr.
notice-limits-title = Ystyr “preifat”, a ble mae’n dod i ben
notice-limits = Mae’r hyn a ddywedwch wrth eich gilydd yn aros rhyngoch. Mae’n dod i ben lle gallai rhywun gael niwed, neu lle mae’r gyfraith yn mynnu: yna rhaid i bobl weithredu, a gall llys ofyn am yr hyn a gedwir. Nid oes neb yn darllen yma gyda chi, felly os ydych yn poeni am ddiogelwch rhywun, dywedwch wrth berson heddiw.
notice-limits-short = Cedwir yr hyn a ysgrifennwch yma fel y mae’r dudalen yn dweud. Lle gallai rhywun gael niwed, neu lle mae’r gyfraith yn mynnu, daw cyfrinachedd i ben.
notice-limits-link = Ystyr “preifat”, a ble mae’n dod i ben
notice-how-long = Am ba hyd
notice-how-long-months = { $months ->
    [one] Mae eich sefydliad yn tynnu eich manylion allan o fewn { $months } mis fan bellaf i ddiwedd y rownd olaf y cymeroch ran ynddi. Caiff weld mewn pryd manylion pwy sydd i fynd, a pherson sy’n gwneud hynny. Tra byddwch yn dal i helpu i redeg cynllun yma, neu’n dysgu disgybl, maen nhw’n aros. Mae cyfansymiau heb enwau yn aros.
   *[other] Mae eich sefydliad yn tynnu eich manylion allan o fewn { $months } mis fan bellaf i ddiwedd y rownd olaf y cymeroch ran ynddi. Caiff weld mewn pryd manylion pwy sydd i fynd, a pherson sy’n gwneud hynny. Tra byddwch yn dal i helpu i redeg cynllun yma, neu’n dysgu disgybl, maen nhw’n aros. Mae cyfansymiau heb enwau yn aros.
 }
notice-rights = Beth y gallwch ofyn amdano
notice-rights-see = Gweld popeth a gedwir amdanoch, a mynd ag ef gyda chi.
notice-rights-correct = Cywiro’r hyn sy’n anghywir.
notice-rights-erase = Ei ddileu.
notice-rights-object = Dweud na i’w ddefnyddio, neu atal ei ddefnyddio am gyfnod.
notice-complain = Os nad ydych yn fodlon ar ateb, gallwch gwyno wrth:
notice-complaints-usual = Swyddfa’r Comisiynydd Gwybodaeth, ico.org.uk/make-a-complaint, 0303 123 1113
notice-written-on = Ysgrifennwyd ar { $day }.
notice-go-on-how = Nid ydych yn cytuno i ddim wrth fynd ymlaen. Dim ond y ffaith i chi weld hyn a gaiff ei nodi.
notice-go-on = Ymlaen
notice-letter = Beth a gedwir amdanoch yma, a pham:

notice-wording-title = Ysgrifennu’r hyn a ddywedir wrth bobl
notice-wording-lede = Caiff pawb weld hyn cyn iddynt ysgrifennu dim eu hunain. Mae’n cymryd lle’r hyn oedd yno o’r blaen, a chaiff pawb a welodd hwnnw weld hwn unwaith eto, gyda’r hyn sydd wedi newid.
notice-missing = Mae dau beth ar goll
notice-missing-what = Pwy sy’n atebol am yr hyn a gedwir, a sut mae pobl yn cysylltu â nhw. Nes i chi gadw’r dudalen hon, mae pobl yn darllen nad oes neb wedi’i ysgrifennu eto.
notice-missing-next = Dywedwch pwy sy’n atebol am yr hyn a gedwir
notice-missing-next-why = Cyn iddynt ysgrifennu dim, mae pobl yn gweld beth a gadwch amdanynt a pham. Mae pwy sy’n atebol amdano, a sut i gysylltu â nhw, ar goll o hyd.
notice-missing-next-button = Ei ysgrifennu
notice-controller = Pwy sy’n atebol am yr hyn a gedwir?
    .hint = Enw llawn eich sefydliad, fel y mae’r gyfraith yn ei adnabod
notice-contact = Sut mae pobl yn cysylltu â nhw?
    .hint = Cyfeiriad e-bost neu rif ffôn ar gyfer cwestiynau am yr hyn a gedwir. Enwch eich swyddog diogelu data, os oes gennych un.
notice-purpose_en = Pam rydych yn ei gadw, yn Saesneg?
notice-purpose_cy = Pam rydych yn ei gadw, yn Gymraeg?
notice-basis = Ar ba sail mae’r gyfraith yn ei ganiatáu?
    .hint = Gofynnwch i bwy bynnag sy’n gofalu am ddiogelu data i chi
notice-basis-legitimate_interests = Buddiannau cyfreithlon
notice-basis-public_task = Tasg gyhoeddus
notice-basis-contract = Contract gyda phob person
notice-months = Sawl mis ar ôl diwedd rownd y tynnwch fanylion pobl allan?
    .hint = Nid yw Duet yn gwneud hynny ei hun. Mae’r dudalen “Dileu pobl” yn rhestru’r rhai y mae eu hamser ar ben, o 30 diwrnod ymlaen llaw, a gweinyddwr sy’n penderfynu.
notice-complaints = Ble gall pobl gwyno?
notice-look = Edrych ar sut mae’n darllen
notice-check-title = Gwirio, yna dweud wrth bawb
notice-check-lede = Fel hyn y bydd pobl yn ei ddarllen, ym mhob iaith. Does dim byd wedi newid eto. Ar ôl i chi ei gadw, caiff pawb ei weld cyn eu tudalen nesaf.
notice-check-who-sees = Ar ôl i chi ei gadw, mae unrhyw un sydd â’r ddolen yn ei weld, wedi mewngofnodi neu beidio.
notice-wording-keep = Ei gadw
notice-wording-who-sees = Pwy all weld hyn: unrhyw un sydd â’r ddolen, wedi mewngofnodi neu beidio. Pwy all ei newid: eich gweinyddwyr.

import-needs-told = Dywedwch wrth bawb yn y ffeiliau eich bod yn dod â’u manylion i mewn. Mae eu llythyr cyntaf yn dweud ble i ddarllen beth a gedwir amdanynt, a chânt ei weld cyn ysgrifennu dim.

audit-notice-shown = Gwelodd beth a gedwir amdanynt
audit-notice-written = Ysgrifennodd yr hyn a ddywedir wrth bobl am yr hyn a gedwir
resource-notice = Yr hyn a ddywedir wrth bobl am yr hyn a gedwir amdanynt
resource-notice-read = Bod rhywun wedi ei weld
about-field-notice_at = Gwelwyd beth a gedwir
about-notice = Beth mae eich sefydliad yn ei ddweud wrth bobl
about-why-of_the_organisation = Mae’n cadw pwy a’i newidiodd ddiwethaf. Eiddo’r sefydliad ydyw.
about-partnership_flag = Parau y deliasoch â nhw
