# Drafft peiriant: pwy all weld a gwneud beth.
who-sees = Pwy all weld hyn: { $names }. Neb arall.
who-sees-and = Pwy all weld hyn: { $names }.
who-sees-you = chi
who-sees-named = { $name } ({ $relation })
who-sees-more = { $count ->
    [zero] a neb arall
    [one] ac un person arall
    [two] a dau berson arall
    [few] a { $count } pherson arall
    [many] a { $count } pherson arall
   *[other] a { $count } o bobl eraill
  }
relation-anybody = unrhyw un
relation-member = pawb sydd wedi mewngofnodi
relation-oneself = y person ei hun
relation-in-the-partnership = y pâr
relation-author = pwy a’i hysgrifennodd
relation-coordinator = cydlynydd
relation-coach = hyfforddwr
relation-sponsor = noddwr
relation-administrator = gweinyddwr

# Y tabl.
access-title = Pwy all weld a gwneud beth
access-lede = Dyma’r tabl mae’r rhaglen ei hun yn ei ddilyn. Na yw popeth nad yw’n ie. Ni all neb sydd wedi’i atal neu wedi gadael wneud dim.
access-who = Pwy
access-yes = Caiff
access-no = Ni chaiff
verb-see = gweld
verb-list = gwybod amdano
verb-write = ychwanegu neu newid
verb-decide = penderfynu
verb-delete = tynnu ymaith
verb-export = tynnu allan
resource-home = Y dudalen flaen
resource-entrance = Mewngofnodi drwy ddolen
resource-own-sign-ins = Ble mae rhywun wedi mewngofnodi
resource-own-factors = Sut mae rhywun yn dangos mai nhw sydd yno
resource-person = Yr hyn sy’n hysbys am berson
resource-audit = Y cofnod o’r hyn a wnaed
resource-scheme = Cynllun
resource-description = Yr hyn y mae cynllun yn ei ddweud amdano’i hun
resource-condition = Sut mae gan gynllun yr hyn sydd ei angen ar fentora
resource-eligibility = Pwy gaiff gymryd rhan mewn rownd
resource-training = Hyfforddiant
resource-stage = Ble mae rownd arni
resource-outcome = Yr hyn y dylai cynllun ei gynnig
resource-appointment = Pwy sy’n rhedeg cynllun
resource-runners-link = Dolen fewngofnodi i’r rhai sy’n rhedeg cynllun
resource-own-name = Yr enw a’r cyfeiriadau mae rhywun yn hysbys wrthynt
resource-own-organisations = Y sefydliadau sy’n adnabod rhywun
resource-administrator = Gweinyddwyr
resource-erasure = Anghofio rhywun
resource-everything = Popeth am rywun
resource-everything-on-paper = Popeth am rywun, ar bapur
resource-wording = Yr hyn mae llythyrau cynllun yn ei ddweud
resource-own-letters = Tudalen eich llythyrau i’w hanfon
resource-letter = Llythyr i’w anfon
resource-own-rounds = Tudalen eich rowndiau
resource-round = Rownd
resource-application = Cais
resource-partnership = Pâr
resource-proposal = Parau a gynigir
resource-session = Sesiwn
resource-import = Taenlenni a anfonwyd i edrych arnyn nhw
resource-private-answer = Yr hyn mae’r gyfraith yn ei warchod, wedi’i gadw at ddiben
resource-reflection = Myfyrdod ar sesiwn
resource-report = Adroddiad
resource-shell = Iaith a golwg
resource-demo = Drysau’r demo
resource-policy = Y tabl hwn

# Pobl.
people-find-title = Chwilio am rywun
people-who-sees = Dim ond pobl eu cynlluniau eu hunain y mae cydlynwyr yn dod o hyd iddyn nhw. Mae tudalen pob person yn dweud pwy sy’n gweld y person hwnnw.
people-find = Enw neu gyfeiriad e-bost
people-find-button = Chwilio
people-find-none = Does neb o’r enw neu’r cyfeiriad hwnnw yma, neu nid chi sydd i’w weld.
people-find-some = { $count ->
    [zero] Neb
    [one] Un person
    [two] Dau berson
    [few] { $count } pherson
    [many] { $count } pherson
   *[other] { $count } o bobl
  }
people-find-many = Y { $count } person cyntaf. Teipiwch fwy o enw i ddod o hyd i eraill.
person-membership = Perthyn
membership-invited = Wedi’i wahodd, heb fewngofnodi eto
membership-active = Yn cymryd rhan
membership-suspended = Wedi’i atal: ni all fewngofnodi am nawr
membership-left = Wedi gadael
membership-erased = Wedi gadael, ac wedi’i anghofio
person-suspend = Atal
person-suspend-why = Bydd yn cael ei allgofnodi ar unwaith ac ni all fewngofnodi nes i chi ei adael yn ôl. Does dim o’i eiddo’n cael ei dynnu ymaith.
person-let-back = Gadael yn ôl
person-leave = Nodi ei fod wedi gadael
person-leave-why = Bydd yn cael ei allgofnodi ar unwaith. Mae’r sesiynau’n aros yng nghofnod y pâr ac yn yr adroddiad.
person-last-administrator = Dyma’r unig weinyddwr. Penodwch un arall yn gyntaf.
person-not-oneself = Ni allwch wneud hyn i chi’ch hun. Gofynnwch i weinyddwr arall.
way-people = Chwilio am rywun
membership-no-step = Ni ellir gwneud hynny o’r ffordd maen nhw’n perthyn nawr. Edrychwch ar eu tudalen eto.
form-taken = Mae’r ffurflen hon yn cael ei chymryd ar hyn o bryd. Arhoswch eiliad, yna edrychwch a yw wedi’i gwneud.

# Beside single fields: who else sees them.
you-field-who-sees = Mae pwy bynnag sy’n hyfforddi rownd y cymerwch ran ynddi yn gweld eich enw hefyd, a’r sawl y cewch eich rhoi gydag ef, unwaith y bydd y ddau ohonoch i mewn.
you-address-who-sees = Unwaith y bydd y ddau ohonoch i mewn, mae’r sawl y cewch eich rhoi gydag ef yn gweld y cyfeiriad ar gyfer llythyrau hefyd. Eich eiddo chi yw cyfeiriad nad ydych ond yn mewngofnodi ag ef.
scheme-name-who-sees = Mae’r rhai y gofynnwch iddynt redeg y cynllun yn ei weld hefyd, a phawb sy’n cymryd rhan.
scheme-purpose-who-sees = Mae’r rhai y gofynnwch iddynt redeg y cynllun yn ei weld hefyd.
scheme-appoint-who-sees = Maen nhw eu hunain yn ei weld hefyd. Mae’r rhai sy’n cymryd rhan yn gweld wrth eu henwau pwy sy’n rhedeg cynllun.
round-name-who-sees = Mae pawb sy’n cymryd rhan yn y rownd yn ei weld hefyd.
wording-who-sees = Mae’r sawl y mae’r llythyr yn mynd ato yn ei ddarllen hefyd.
