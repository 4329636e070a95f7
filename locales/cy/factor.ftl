# Machine-drafted: waits for a named reader.
# How somebody shows that it is they: code apps, passkeys, recovery codes; and the page that asks for one.

factors-link = Sut rydych chi’n mewngofnodi
factors-title = Sut rydych chi’n mewngofnodi
factors-lede = Mae eich dolen yn dangos mai chi biau’r e-bost. Mae ail gam yn dangos mai chi sydd yno.
factors-none = Dydych chi ddim wedi gosod ail gam eto.
factors-passkey = Cod-allwedd: { $name }
factors-code-app = Ap sy’n dangos codau
factors-since = Ers { $day }.
factors-used = Defnyddiwyd ddiwethaf { $day }.
factors-remove = Ei dynnu
factors-last = Hwn yw eich unig un, felly mae’n aros. Ychwanegwch un arall yn gyntaf, ac yna gallwch dynnu hwn.
factors-add = Ychwanegu ffordd o fewngofnodi
factors-who-sees = Pwy all weld hyn: chi yn unig.

factor-new-title = Ychwanegu ail gam
factor-new-lede = O hynny ymlaen, ni all neb fewngofnodi fel chi gyda dolen yn unig.
factor-new-demanded = Rydych chi’n gofalu am fanylion pobl eraill yma. Felly cyn mynd ymlaen, gosodwch ail gam. Mae’n cymryd tua dwy funud.
factor-page-old = Mae’r dudalen hon yn rhy hen. Agorwch hi eto, a defnyddiwch y sgwâr y mae’n ei ddangos bryd hynny.
factor-none-yet = Dydych chi ddim wedi gosod ail gam eto. Gwnewch hynny yn gyntaf.
factor-last = Hon yw’r unig ffordd sydd ar ôl i ddangos mai chi sydd yno. Ychwanegwch un arall yn gyntaf, ac yna tynnwch hon.
factor-code-wrong-new = Nid hwn yw’r cod y dylai’r ap ei ddangos. Arhoswch am yr un nesaf, a gwiriwch yr amser ar eich ffôn.

code-app-title = Ap sy’n dangos codau
code-app-instead = Mae gennych ap o’r fath yn barod. Bydd un newydd yn cymryd ei le: ni fydd codau’r hen un yn gweithio mwyach.
code-app-step-get = Agorwch ap codau ar eich ffôn. Mae’r rhan fwyaf o reolwyr cyfrineiriau yn un. Mae Google Authenticator, Microsoft Authenticator ac Aegis yn rhai eraill.
code-app-step-scan = Yn yr ap, ychwanegwch gyfrif a phwyntiwch y camera at y sgwâr hwn.
code-app-square = Cod sgwâr ar gyfer eich ap. Mae’r un llythrennau oddi tano.
code-app-open = Ar y ffôn hwn? Agorwch ef yn eich ap
code-app-type = Neu teipiwch y llythrennau hyn yn yr ap:
code-app-step-type = Teipiwch y chwe digid y mae’r ap yn eu dangos nawr.
factor-code = Chwe digid o’r ap
code-app-button = Ei osod

recovery-title = Codau adfer
recovery-lede = Cadwch y codau hyn ar bapur, mewn lle diogel. Dim ond nawr maen nhw’n cael eu dangos.
recovery-how = Os collwch eich ffôn neu eich cod-allwedd, mae pob un o’r rhain yn eich gadael i mewn unwaith. Gall unrhyw un sydd â nhw ac sy’n gallu darllen eich e-bost ddod i mewn fel chi.
recovery-print-note = Codau adfer ar gyfer Duet. Rhowch linell drwy bob un a ddefnyddiwch.
recovery-done = Rwyf wedi eu cadw, ymlaen
recovery-left = { $count ->
    [zero] Does dim codau adfer ar ôl gennych.
    [one] Mae gennych 1 cod adfer ar ôl.
    [two] Mae gennych { $count } god adfer ar ôl.
   *[other] Mae gennych { $count } cod adfer ar ôl.
 }
recovery-make = Gwneud deg cod newydd, a dod â’r hen rai i ben

confirm-title = Ai chi sydd yno?
confirm-lede = Mae’r hyn sy’n dod nesaf yn bwysig. Felly dangoswch unwaith eto mai chi sydd yno. Bydd hynny’n dal am ddeg munud.
confirm-arriving-title = Un cam arall
confirm-arriving-lede = Mae eich dolen wedi gweithio. Nawr dangoswch mai chi sydd yno.
confirm-code = Cod o’ch ap, neu god adfer
    .hint = Chwe digid, neu un o’r codau hir rydych yn eu cadw ar bapur. Mae pob un yn gweithio unwaith.
confirm-button = Ymlaen
confirm-wrong = Mae’r cod hwn yn anghywir, neu wedi’i ddefnyddio. Arhoswch am yr un nesaf yn eich ap, a rhowch gynnig ar hwnnw.
confirm-wait = { $minutes ->
    [one] Roedd gormod o godau’n anghywir. Gallwch roi cynnig arall arni mewn 1 funud. Mae cod adfer neu god-allwedd yn gweithio ar unwaith.
    [two] Roedd gormod o godau’n anghywir. Gallwch roi cynnig arall arni mewn { $minutes } funud. Mae cod adfer neu god-allwedd yn gweithio ar unwaith.
   *[other] Roedd gormod o godau’n anghywir. Gallwch roi cynnig arall arni mewn { $minutes } munud. Mae cod adfer neu god-allwedd yn gweithio ar unwaith.
 }
confirm-lost = Wedi colli eich ffôn a’ch codau? Gofynnwch i’r person sy’n rhedeg eich Duet. Gallan nhw wneud dolen sy’n gadael i chi osod un newydd.
confirm-fresh = Mae’r hyn sy’n dod nesaf yn bwysig, a daethoch i mewn sbel yn ôl. Mewngofnodwch eto gyda dolen newydd, ac yna dewch yn ôl. Bydd gennych ddeg munud ar ei gyfer o hynny ymlaen.
confirm-own = Daethoch i mewn gyda dolen a wnaeth rhywun i chi. Allgofnodwch, mewngofnodwch gyda chod drwy e-bost, ac yna ychwanegwch ail gam.
confirm-own-no-mail = Daethoch i mewn gyda dolen a wnaeth rhywun i chi, felly ni allwch ychwanegu ail gam oddi yma. Gofynnwch i’r person sy’n rhedeg eich Duet. Gallant wneud dolen sy’n gadael i chi wneud hynny.

passkey-title = Cod-allwedd
passkey-what = Mae cod-allwedd yn byw ar eich ffôn, eich cyfrifiadur neu allwedd, ac yn gofyn am eich bys, eich wyneb neu eich PIN. Gydag ef rydych yn mewngofnodi heb ddolen, ac ni all neb ei dwyllo oddi arnoch.
passkey-name = Beth ydych chi’n ei alw?
    .hint = Er mwyn ei adnabod ymhlith eraill, er enghraifft: fy ffôn.
passkey-first-name = Fy nghod-allwedd
passkey-button = Ychwanegu cod-allwedd
passkey-sign-in = Mewngofnodi gyda chod-allwedd
passkey-confirm = Defnyddio eich cod-allwedd
passkey-not-now = Ni weithiodd hynny. Rhowch gynnig arall arni, neu ewch ffordd arall.
passkey-failed = Ni weithiodd y cod-allwedd hwn yma. Efallai ei fod wedi’i dynnu, neu fod y dudalen ar agor yn rhy hir. Ewch yn ôl a rhowch gynnig arall arni.
passkey-known = Mae’r cod-allwedd hwn wedi’i osod yn barod.
passkey-too-many = Mae gennych 20 cod-allwedd. Tynnwch un yn gyntaf.
passkey-elsewhere = I ddefnyddio cod-allwedd, agorwch { $address } mewn porwr sy’n adnabod codau-allwedd.
passkey-needs-script = Mae angen JavaScript ar godau-allwedd, ac mae wedi’i ddiffodd yn y porwr hwn. Mae ap codau yn gweithio hebddo.
passkey-none-here = Nid yw codau-allwedd yn gweithio yma: mae angen cyfeiriad ag enw ar Duet ar eu cyfer, fel https://duet.example.org. Mae ap codau yn gweithio ym mhobman.
passkey-name-missing = Rhowch enw o ddim mwy na 60 nod

audit-factor-given = Rhoi ail gam
audit-factor-refused = Teipio cod anghywir
audit-factor-recovery-code-used = Defnyddio cod adfer
audit-factor-code-app-added = Gosod ap codau
audit-factor-code-app-removed = Tynnu ap codau
audit-factor-passkey-added = Ychwanegu cod-allwedd
audit-factor-passkey-removed = Tynnu cod-allwedd
audit-factor-recovery-codes-made = Gwneud codau adfer newydd

key-file-broken = Does dim allwedd yn { $file }. Rhowch gopi ohoni yn ôl. Heb gopi, symudwch hi o’r neilltu: bydd pobl wedyn yn gosod eu hapiau codau o’r newydd.
