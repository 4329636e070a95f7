# Machine-drafted: waits for a named reader.
# The board: what if, questions to the plan, its proof, earlier plans.

what-if-title = Beth os?
what-if-link = Rhowch gynnig ar reolau eraill
what-if-lede = Newidiwch beth sy’n cyfrif, a gwelwch beth mae’n ei wneud i’r parau. Ni chedwir dim nes i chi ddweud.
what-if-who-sees = Ni chedwir dim yma, ac ni ddywedir wrth neb, nes i chi ei gadw.
what-if-counts = Beth sy’n cyfrif
what-if-counts-how = Llithrwch i’r dde i wneud iddo gyfrif mwy. Ar 0 nid yw’n cyfrif dim.
what-if-same-heading = Yr un “{ $heading }”
what-if-different-heading = “{ $heading }” gwahanol
what-if-overlap-heading = Mae’r mentor yn cynnig yr hyn y mae’r mentorai yn gofyn amdano dan “{ $heading }”
what-if-ahead-heading = Mae’r mentor rai camau ar y blaen yn “{ $heading }”
what-if-add = Ychwanegu rhywbeth sy’n cyfrif
what-if-add-how = Beth sy’n dda amdano?
what-if-add-nothing = Ychwanegu dim
what-if-add-same = Mae’r ddau yn dweud yr un peth
what-if-add-different = Maen nhw’n dweud rhywbeth gwahanol
what-if-add-overlap = Mae’r mentor yn cynnig yr hyn y mae’r mentorai yn gofyn amdano
what-if-add-ahead = Mae’r mentor un neu ddau gam ar y blaen
what-if-add-mentors = Beth ddywedodd y mentor dan
what-if-add-mentees = Beth ddywedodd y mentorai dan
what-if-add-mentees-hint = Dim ond ar gyfer yr hyn a gynigir ac a ofynnir. Fel arall mae’r un peth i’r ddau.
what-if-add-ladder = Y camau, yr isaf yn gyntaf
what-if-add-ladder-hint = Dim ond ar gyfer camau. Rhowch hanner colon rhyngddynt: Dechreuwr; Rhai blynyddoedd; Arbenigwr
what-if-add-heading = Dewiswch beth ddywedodd y mentor
what-if-add-lists = Dewiswch beth ddywedodd y mentor, a beth ddywedodd y mentorai
what-if-add-steps = Ysgrifennwch o leiaf ddau gam, gyda hanner colon rhyngddynt
what-if-add-twice = Mae hyn yn cyfrif yn barod. Newidiwch ei bwysau yn lle hynny
what-if-add-many = Mae cymaint o bethau’n cyfrif ag y gall tudalen eu dal. Tynnwch un allan yn gyntaf
what-if-least-fit = Rhaid i’r ffit lleiaf fod yn rhif cyfan o 0 i 100
what-if-first = Beth sy’n dod gyntaf
what-if-first-count = Cynifer o barau ag y bo modd, yna’r ffit gorau
what-if-first-total = Y ffit gorau, hyd yn oed os gadewir rhywun arall allan
what-if-first-worst = Cynifer o barau ag y bo modd, yna helpu’r sawl sy’n ffitio waethaf cyn neb arall
what-if-least = Ffit lleiaf pâr, o 100
what-if-see = Gweld beth sy’n newid
what-if-begin-again = Dechrau eto
what-if-too-many = Mae gormod o bobl yma i helpu’r gwaethaf eu byd yn gyntaf. Dewiswch ffordd arall.
what-if-outcome = Beth fyddai’n newid
what-if-same = Ni fyddai mentor neb yn newid.
what-if-changes = { $count ->
    [one] Byddai rhywbeth yn newid i 1 mentorai.
   *[other] Byddai rhywbeth yn newid i { $count } mentorai.
}
what-if-sums = Y cynllun sydd gennych nawr, a’r un fyddai gennych
what-if-now = Nawr
what-if-then = Wedyn
what-if-placed = Mentoreion â mentor
what-if-total = Ffit yr holl barau gyda’i gilydd, yn ôl y rheolau hyn
what-if-drawn = Mae rhubanau cryf yn newydd. Pâr sydd gennych nawr ac na fyddai gennych wedyn yw llinell doredig.
what-if-drawn-changes = Dim ond yr hyn sy’n newid a ddarlunnir.
what-if-who = Am bwy mae hyn
what-if-gained = { $count ->
    [0] Nid oes neb yn cael mentor sydd heb un nawr.
    [one] Mae 1 mentorai yn cael mentor sydd heb un nawr.
   *[other] Mae { $count } mentorai yn cael mentor sydd heb un nawr.
}
what-if-lost = { $count ->
    [0] Ni adewir neb heb un.
    [one] Gadewir 1 mentorai heb un.
   *[other] Gadewir { $count } mentorai heb un.
}
what-if-moved = { $count ->
    [0] Nid oes neb yn newid o un mentor i un arall.
    [one] Mae 1 mentorai yn newid o un mentor i un arall.
   *[other] Mae { $count } mentorai yn newid o un mentor i un arall.
}
what-if-more = { $count ->
    [one] Ac 1 arall.
   *[other] A { $count } arall.
}
what-if-keep = Cadw’r rheolau hyn a’r cynllun hwn
what-if-keep-why = Bydd y rownd wedyn yn dilyn y rheolau hyn. Ni ddywedir wrth neb.

rule-first-worst = Mae cynifer o bobl â phosibl yn cael mentor. Ymhlith y cynlluniau hynny, gwneir y ffit gwaethaf cystal ag y gall fod, yna’r gwaethaf nesaf.
left-out-fairly = Mae cynifer o bobl â phosibl wedi’u gosod. I roi mentor iddyn nhw, byddai rhywun arall yn mynd heb un neu’n ffitio’n waeth.
left-out-room-fairly = Pe bai { $mentor } yn cymryd un mentorai arall, byddai lle iddyn nhw.

ask-title = Holi am rywun
ask-link = Holi am ddau berson
ask-lede = Dewiswch rywun i weld pwy y gallent ei gael, pam mae ganddynt y sawl sydd ganddynt, a beth fyddai dewis arall yn ei gostio.
ask-sought = Rhan o enw
ask-find = Chwilio
ask-found-more = Mae mwy. Ysgrifennwch fwy o’r enw.
ask-mentees = Mentoreion
ask-mentors = Mentoriaid
ask-two-title = { $mentor } a { $mentee }
ask-kept = Maen nhw’n bâr yn y cynllun hwn, am eich bod yn eu cadw gyda’i gilydd.
ask-together = Maen nhw’n bâr yn y cynllun hwn.
ask-kept-with = Rydych yn cadw’r mentorai hwn gyda { $mentor }. Tynnwch y dymuniad hwnnw yn ôl yn gyntaf.
ask-no-place-left = Mae holl leoedd y mentor hwn wedi’u cadw i eraill gan eich dymuniadau.
ask-costs = Nid ydynt yn bâr yn y cynllun hwn. Gallent fod, am bris.
ask-would-cost = Beth fyddai’n ei gostio
ask-fewer = { $count ->
    [one] Byddai gan 1 mentorai yn llai fentor.
   *[other] Byddai gan { $count } mentorai yn llai fentor.
}
ask-more = { $count ->
    [one] Byddai gan 1 mentorai yn fwy fentor.
   *[other] Byddai gan { $count } mentorai yn fwy fentor.
}
ask-as-good = Byddai’r holl barau gyda’i gilydd yn ffitio’r un mor dda.
ask-worse = { $points ->
    [one] Byddai’r holl barau gyda’i gilydd yn ffitio 1 pwynt yn waeth.
   *[other] Byddai’r holl barau gyda’i gilydd yn ffitio { $points } pwynt yn waeth.
}
ask-better = { $points ->
    [one] Byddai’r holl barau gyda’i gilydd yn ffitio 1 pwynt yn well.
   *[other] Byddai’r holl barau gyda’i gilydd yn ffitio { $points } pwynt yn well.
}
ask-moves = Byddai { $name } yn mynd o { $from } i { $to }.
ask-gets = Byddai { $name } yn cael { $to }.
ask-loses = Byddai { $name } yn colli { $from }, a heb fentor.
ask-colleagues = Nid yw’r rownd hon yn paru cydweithwyr. Gallwch weld beth sy’n newid os yw’n gwneud.
ask-whom-else = Pwy arall y gallai { $name } ei gael?
ask-out = Dim mentor yn y cynllun hwn.
ask-idle = Dim mentorai yn y cynllun hwn.
ask-has = Yn y cynllun hwn: gyda { $names }.
ask-ways = Beth fyddai’n rhoi lle iddynt
ask-no-way = Ni fyddai un lle arall gydag un mentor yn helpu. Edrychwch isod ar yr hyn sydd rhyngddynt a phob mentor, neu rhowch gynnig ar reolau eraill.
ask-way = Pe bai { $mentor } yn cymryd un mentorai arall
places-give = Rhoi un lle arall i { $mentor }
places-most = Mae gan y mentor hwn gymaint o leoedd ag y caiff mentor eu cael.
ask-others = Pwy y gallent ei gael
ask-workplace = Gweithle
ask-fit = Ffit, o 100
ask-why = Pam, neu pam ddim
ask-why-not = Pam ddim?

proof-link = Gweld y prawf
proof-title = Prawf cynllun { $number }
proof-lede = Nid oes cynllun gwell na hwn. Dyma pam, fel nad oes rhaid i neb ein coelio.
proof-none = Gwiriwyd prawf y cynllun hwn pan gafodd y cynllun ei wneud. Ar gyfer rownd mor fawr â hon nid yw’n cael ei gadw, ond yn cael ei gyfrifo eto pan ofynnwch amdano. Dim ond tra bo’r bobl a’r rheolau fel yr oedden nhw bryd hynny y gellir gwneud hynny.
proof-how = Sut mae’n gweithio
proof-how-prices = Mae Duet yn rhoi pris i bob lle gyda mentor, a budd i bob mentorai.
proof-how-fair = Rhestr o gyfrifon yw pob pris a phob budd. Yn gyntaf, faint o bobl sydd â lle. Wedyn, faint o barau sydd â phob ffit, yr isaf yn gyntaf. Y cyfrif cyntaf sy’n wahanol sy’n penderfynu.
proof-how-pairs = { $pairs ->
    [one] Mae 1 pâr y gellir ei wneud. Nid yw’n werth mwy na budd y mentorai a phris y mentor gyda’i gilydd.
   *[other] Mae { $pairs } pâr y gellir eu gwneud. Nid oes un yn werth mwy na budd y mentorai a phris y mentor gyda’i gilydd.
}
proof-how-sum = Felly ni all unrhyw gynllun fod yn werth mwy na’r holl fuddion a’r holl brisiau gyda’i gilydd. Mae’r cynllun hwn yn werth hynny’n union.
proof-bound = Yr holl fuddion a phrisiau
proof-plan = Y cynllun hwn
proof-sum = { $people ->
    [one] 1 mentorai wedi’i osod, a { $points } pwynt ffit
   *[other] { $people } mentorai wedi’u gosod, a { $points } pwynt ffit
}
proof-prices = Beth yw gwerth lle
proof-prices-why = Gallai un lle arall gyda mentor ddod â hyn ar y mwyaf. Mae galw mawr am fentor â phris uchel.
proof-fits = Pa mor dda mae’r parau’n ffitio
proof-fits-why = Allan o 100, o’r isaf i fyny. Mewn dim cynllun arall sydd â chynifer o bobl â lle y mae’r isaf yn uwch, na’r isaf nesaf, ac yn y blaen.
proof-places = Lleoedd
proof-worth = Ar y mwyaf
proof-gains = Beth mae pob mentorai’n ei ennill
proof-gain = Budd
proof-nothing = dim
proof-points = { $points ->
    [one] 1 pwynt ffit
   *[other] { $points } pwynt ffit
}
proof-people = { $people ->
    [one] 1 mentorai arall wedi’i osod
   *[other] { $people } mentorai arall wedi’u gosod
}
proof-people-more = { $people ->
    [one] 1 mentorai arall wedi’i osod, a { $points } pwynt ffit
   *[other] { $people } mentorai arall wedi’u gosod, a { $points } pwynt ffit
}
proof-people-less = { $people ->
    [one] 1 mentorai arall wedi’i osod, llai { $points } pwynt ffit
   *[other] { $people } mentorai arall wedi’u gosod, llai { $points } pwynt ffit
}
proof-somebody = Rhywun nad yw yma mwyach
proof-yourself = Gwiriwch eich hun
proof-yourself-how = Mae’r ffeil yn dal pob rhif, a dim enwau. Gall unrhyw un eu hadio. Mae Duet yn gwneud hynny heb y rhan a ganfu’r cynllun:
proof-file = Cael y ffeil
proof-hash = Rhif popeth a aeth i’r cynllun hwn yw { $hash }. Mae’r un bobl a rheolau bob amser yn rhoi’r un rhif, a’r un cynllun.
nearly-title = Bron cystal
nearly-next = Y gorau o’r holl gynlluniau eraill:
nearly-equal = Mae cynllun arall sydd yr un mor dda. Cewch ddewis:
nearly-none = Nid oes cynllun arall i sôn amdano yma.
rather-title = Pwy fyddai’n well gyda’i gilydd
rather-none = Ni fyddai unrhyw fentor a mentorai ill dau’n ffitio’n well gyda’i gilydd na gyda’r sawl sydd ganddynt.
rather-why = Byddai’r rhain ill dau’n ffitio’n well gyda’i gilydd na gyda’r sawl sydd ganddynt. Byddai eu paru’n costio mwy i eraill.

runs-title = Cynlluniau’r rownd hon
runs-link = Cynlluniau cynharach
runs-lede = Cedwir pob cynllun gyda’r rheolau y’i gwnaed wrthynt.
runs-older = Cynlluniau hŷn
run-plan = Cynllun
run-title = Cynllun { $number }
run-made = Gwnaed
run-hash = Rhif yr hyn a aeth i mewn
run-state = Cyflwr
run-told = Dywedwyd
run-compare = Cymharu â’r mwyaf newydd
run-compare-title = Cynllun { $one } a chynllun { $other }
run-same-hash = Gwnaed y ddau o’r un bobl a rheolau.
run-other-hash = Newidiodd pobl neu reolau rhyngddynt.
run-same-pairs = Yr un yw’r parau.
run-other-pairs = { $count ->
    [one] I 1 mentorai mae’r mentor yn wahanol.
   *[other] I { $count } mentorai mae’r mentor yn wahanol.
}
run-total = Ffit yr holl barau gyda’i gilydd, pob un yn ôl ei reolau ei hun
run-rules = Rheolau sy’n wahanol
run-only = Cynllun { $number } yn unig

certificate-placed = { $placed ->
    [one] Mae gan 1 mentorai fentor.
   *[other] Mae gan { $placed } mentorai fentor.
} Edrychwyd ar { $pairs } pâr posibl.
certificate-holds = Mae’r prawf yn dal: nid oes cynllun gwell.
certificate-undercut = Nid yw’r prawf yn dal: mae mentorai { $mentee } a mentor { $mentor } yn werth mwy nag y mae’n ei ganiatáu.
certificate-flaw = Nid yw’r prawf yn dal. Mae rhif ynddo’n anghywir neu ar goll.

evaluators-title = Pwy sy’n gwerthuso pwy
evaluators-lede = Nid oes neb yn cael ei baru â rhywun sy’n ei werthuso. Mae swyddi’n newid: dywedwch hynny yma, ac mae’n dal o heddiw ymlaen.
evaluators-now = Heddiw
evaluators-none = Ni wyddom am neb yma sy’n gwerthuso rhywun arall yma.
evaluators-line-manages = { $one } yw rheolwr llinell { $other }
evaluators-supervises = Mae { $one } yn goruchwylio gwaith { $other }
evaluators-appraises = Mae { $one } yn ysgrifennu arfarniad { $other }
evaluators-decides-pay = Mae { $one } yn penderfynu cyflog { $other }
evaluators-end = Mae wedi dod i ben
evaluators-changed = Mae swydd wedi newid
evaluators-who = Pwy sy’n gwerthuso
evaluators-how = Sut
evaluators-how-line-manages = Rheolwr llinell
evaluators-how-supervises = Yn goruchwylio gwaith
evaluators-how-appraises = Yn ysgrifennu arfarniad
evaluators-how-decides-pay = Yn penderfynu cyflog
evaluators-whom = Pwy
evaluators-note = Ei nodi
evaluators-one-person = Dewiswch ddau berson gwahanol. Nid oes neb yn ei werthuso ei hun
evaluators-flagged = Mae ar bâr eich angen
evaluators-flagged-two = { $mentor } a { $mentee }: mae un ohonynt bellach yn gwerthuso’r llall.
evaluators-flagged-do = Ni ddylent fynd ymlaen fel pâr. Siaradwch â’r ddau, a chwiliwch am fentor arall.
evaluators-link = Gweld pwy sy’n gwerthuso pwy

board-part = Rhan { $number } o { $pages }. Mae’r un parau yn y rhestr isod.
order-label = Trefn
order-name = Yn ôl enw
order-fit = Y ffit gorau’n gyntaf
order-workplace = Yn ôl gweithle
pages-label = Tudalennau
evaluators-not-here = Nid yw un o’r ddau hyn yn y rownd hon. Edrychwch ar bobl y rownd.
