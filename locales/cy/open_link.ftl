# Machine-drafted: waits for a named reader.
# A link by which anybody can come in and apply to a round.

open-link-title = Dolenni sy’n gadael i unrhyw un wneud cais
open-link-lede = Rhowch ddolen o’r fath mewn cylchlythyr neu ar boster. Gall pwy bynnag sy’n ei hagor ddod i mewn a gwneud cais, hyd yn oed os nad oes neb yma’n eu hadnabod eto.
open-link-until = Mae dolen yn gweithio tan { $day }, y diwrnod olaf i wneud cais, neu nes i chi ddod â hi i ben.
open-link-shows = Mae pobl yn darllen beth yw’r rownd, pwy sy’n ei rhedeg a beth sy’n cael ei gadw amdanyn nhw. Yna maen nhw’n rhoi eu henw a’u cyfeiriad, ac yn dangos drwy e-bost mai nhw biau’r cyfeiriad.
open-link-no-mail = Nid yw’r Duet hwn yn anfon e-bost, felly ni all neb ddangos mai nhw biau cyfeiriad. Bydd pwy bynnag sy’n agor dolen yn darllen at bwy i ysgrifennu yn lle hynny.
open-link-make = Gwneud dolen
open-link-made = Dyma’r ddolen
open-link-once = Copïwch hi nawr. Ni chaiff ei dangos eto. Os aiff ar goll, gwnewch un arall.
open-link-square = Yr un ddolen fel cod sgwâr, ar gyfer poster
open-link-all = Dolenni’r rownd hon
open-link-none = Nid oes un eto.
open-link-by = Gwnaed gan { $name } ar { $day }
open-link-came = { $count ->
    [0] Nid oes neb newydd wedi dod i mewn drwyddi
    [one] Mae 1 person newydd wedi dod i mewn drwyddi
   *[other] Mae { $count } o bobl newydd wedi dod i mewn drwyddi
 }
open-link-open = Yn gweithio
open-link-waits = Yn arwain at dudalen sy’n dweud na all neb wneud cais nawr
open-link-ended = Daeth i ben ar { $day }
open-link-end = Dod â hi i ben
open-link-who-sees = Dangosir yr hyn mae dolen yn ei ddweud unwaith, i bwy bynnag sy’n ei gwneud.
open-link-not-open = Nid yw’r rownd hon yn derbyn ceisiadau nawr, felly ni all neb wneud cais drwy ddolen. Gosodwch ddiwrnod olaf i wneud cais sydd eto i ddod yn gyntaf.
open-link-many = Mae { $most } dolen y rownd hon yn gweithio’n barod. Dewch ag un i ben yn gyntaf.
open-link-not-you = Rydych chi’n hysbys yma, ond nid ydych chi’n cymryd rhan ar hyn o bryd. Ysgrifennwch at bwy bynnag sy’n rhedeg y rownd hon.
open-link-mail-subject = { $code } yw eich cod ar gyfer { $round }
open-link-mail-code = Eich cod i wneud cais i { $round } yw { $code }. Teipiwch ef ar y dudalen lle rhoesoch chi eich cyfeiriad.
open-link-mail-not-you = Os nad chi oedd hwn, does dim angen i chi wneud dim: caiff eich cyfeiriad ei anghofio o fewn dwy awr. Peidiwch â rhoi’r cod i neb.
open-call-gone-title = Nid yw’r ddolen hon yn arwain i unman
open-call-gone = Efallai ei bod wedi dod i ben, neu fod rhan ohoni ar goll. Gofynnwch am un newydd i bwy bynnag a’i rhoddodd i chi.
open-call-runs = Pwy sy’n ei rhedeg
open-call-closed = Ni all neb wneud cais bellach.
open-call-write = Oes gennych chi gwestiwn, neu hoffech chi gymryd rhan? Ysgrifennwch at { $names }: { $contact }
open-call-ask = Oes gennych chi gwestiwn, neu hoffech chi gymryd rhan? Ysgrifennwch at { $names }.
open-call-first = Cyn i chi ysgrifennu dim yma: dyma beth sy’n cael ei gadw amdanoch chi, a pham. Os ydych chi wedi’i ddarllen, ewch ymlaen:
open-call-come = Dod i mewn a gwneud cais
open-call-how = Cewch chi e-bost â chod. Ar ôl ei deipio gallwch chi lenwi’r ffurflen. Gallwch chi stopio a dod yn ôl. Tan hynny dim ond eich cyfeiriad sy’n cael ei gadw, ac am ddwy awr ar y mwyaf, er mwyn i’r e-bost eich cyrraedd.
open-call-name = Eich enw
    .hint = Fel mae eraill i’w ddarllen
open-call-address = Eich cyfeiriad e-bost
    .hint = Yma yr ysgrifennir atoch chi, a byddwch chi’n mewngofnodi ag ef wedyn.
open-call-who-sees = Pwy all weld hyn: ar ôl i chi ddod i mewn, y rhai sy’n gofalu am y sefydliad ({ $administrators }). Ar ôl i chi wneud cais, y rhai sy’n rhedeg neu’n hyfforddi’r rownd hefyd ({ $names }), a’ch enw gan y sawl y cewch chi eich rhoi gyda nhw.
open-call-no-mail = Nid yw’r Duet hwn yn anfon e-bost, felly allwch chi ddim dod i mewn drwy’r ddolen hon. Ewch yn ôl, a darllenwch at bwy i ysgrifennu.
open-call-too-many = Mae llawer iawn o bobl yn dod i mewn drwy’r ddolen hon ar hyn o bryd. Arhoswch ychydig funudau, yna rhowch gynnig arall arni.
open-call-code-lede = Mae e-bost ar ei ffordd i { $address }.
open-call-here = Pwyswch y botwm i ddod i mewn gyda { $address }. Mae’r ddolen yn yr e-bost yn gweithio unwaith.
open-call-go-on = Mynd ymlaen i’r ffurflen
open-call-code-none = Edrychwch yn eich post sothach, a gweld a yw’r cyfeiriad uchod yn gywir. Mae tri e-bost yr awr yn gadael am gyfeiriad.
open-call-again = Dechrau eto
audit-open-link-made = Gwnaeth ddolen sy’n gadael i unrhyw un wneud cais
audit-open-link-ended = Daeth â dolen sy’n gadael i unrhyw un wneud cais i ben
audit-open-link-came-in = Daeth i mewn drwy ddolen sy’n gadael i unrhyw un wneud cais
resource-open-link = Dolen sy’n gadael i unrhyw un wneud cais i rownd
about-open_link = Dolenni sy’n gadael i unrhyw un wneud cais
