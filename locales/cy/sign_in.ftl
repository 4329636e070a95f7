# Machine-drafted: waits for a named reader.
# Signing in by mail, going from one organisation to another, and a sign-in that has ended.

sign-in-title = Mewngofnodi
sign-in-address = Eich cyfeiriad e-bost
    .hint = Unrhyw gyfeiriad y mae eich sefydliad yn eich adnabod wrtho.
sign-in-shared = Mae eraill yn defnyddio’r cyfrifiadur hwn
sign-in-shared-hint = Byddwch yn cael eich allgofnodi wrth gau’r porwr, neu ar ôl 15 munud heb glic.
sign-in-button = Anfonwch god ataf
front-next = Mewngofnodwch, a byddwch yn dod yn ôl i’r man lle’r oeddech.
front-link-too = Os rhoddodd rhywun ddolen i chi, agorwch honno yn lle hynny. Does dim cyfrinair i’w gofio.
sign-in-paper-title = Oes gennych chi lythyr â chod?
sign-in-paper = Y cod yn eich llythyr
    .hint = Un ar bymtheg o lythrennau a rhifau, er enghraifft k3m9 x2tq 7w0h v5bd
sign-in-paper-button = Ymlaen
sign-in-paper-wrong = Teipiwch bob un o’r un ar bymtheg o lythrennau a rhifau yn y cod yn eich llythyr
sign-in-no-mail = Nid yw’r Duet hwn yn anfon e-bost eto. Agorwch y ddolen yn eich llythyr, neu gofynnwch am un i’r person sy’n rhedeg eich cynllun.
sign-in-too-many = Gofynnodd llawer o bobl yn eich rhwydwaith ar unwaith. Arhoswch funud, yna ceisiwch eto.

sign-in-code-title = Teipiwch y cod
sign-in-code-lede = Os ydym yn adnabod y cyfeiriad hwn, mae e-bost ar ei ffordd.
sign-in-code-how = Mae chwe digid ynddo. Teipiwch nhw yma o fewn deng munud, neu agorwch ei ddolen yn y porwr hwn.
sign-in-code = Y chwe digid
    .hint = Er enghraifft 123 456
sign-in-code-button = Mewngofnodi
sign-in-code-digits = Teipiwch y chwe digid o’r e-bost
sign-in-code-wrong = { $left ->
    [one] Nid dyna’r cod yn yr e-bost. Gallwch geisio unwaith eto
   *[other] Nid dyna’r cod yn yr e-bost. Gallwch geisio { $left } gwaith eto
}
sign-in-code-none-title = Dim e-bost?
sign-in-code-none = Edrychwch yn eich post sothach. Efallai ein bod yn eich adnabod wrth gyfeiriad arall, neu eich bod wedi gofyn yn aml: mae tri e-bost yr awr yn gadael am bob cyfeiriad.
sign-in-code-again = Gofyn am god newydd

sign-in-mail-subject = { $code } yw eich cod ar gyfer Duet
sign-in-mail-code = Eich cod yw { $code }. Teipiwch ef ar y dudalen lle gofynnoch am gael mewngofnodi.
sign-in-mail-link = Neu agorwch y ddolen hon yn yr un porwr:
sign-in-mail-once = Mae’r cod a’r ddolen yn gweithio unwaith, am { $minutes } munud, a dim ond yn y porwr lle gofynnoch.
sign-in-mail-not-you = Os nad chi a ofynnodd, does dim angen gwneud dim. Peidiwch â rhoi’r cod i neb.
sign-in-mail-here = Pwyswch y botwm i fewngofnodi ar y porwr hwn. Dim ond unwaith mae’r ddolen yn gweithio.
sign-in-mail-elsewhere = Dim ond yn y porwr lle gofynnoch y mae’r ddolen hon yn gweithio, unwaith, am ddeng munud.
sign-in-mail-type = Teipiwch y chwe digid o’r e-bost yn y porwr lle gofynnoch. Neu gofynnwch eto yma.
sign-in-mail-dead = Nid yw’r cod neu’r ddolen hon yn gweithio mwyach. Efallai iddo gael ei ddefnyddio, ei fod yn rhy hen, neu iddo gael ei roi ar brawf yn rhy aml. Ewch i’r hafan a gofynnwch am un newydd.

kept-title = Rydych chi wedi cael eich allgofnodi
kept-lede = Does dim wedi’i gadw eto. Mae’r hyn a deipioch yn aros yn y dudalen hon.
kept-sign-in = Gadewch y dudalen hon ar agor.
kept-sign-in-link = Mewngofnodi mewn ffenestr newydd
kept-send = Dewch yn ôl i’r dudalen hon a phwyswch y botwm.
kept-confirm-title = Ai chi sydd yno?
kept-confirm-lede = Mae hwn yn gam mawr, felly gofynnwn unwaith eto. Mae’r hyn a deipioch wedi’i gadw yn y dudalen hon. Gadewch hi ar agor.
kept-confirm = Dangoswch mewn ffenestr newydd mai chi sydd yno:
kept-confirm-link = Dangos mai fi sydd yno
kept-failed = Mae’r hyn a deipioch wedi’i gadw yn y dudalen hon. Pwyswch y botwm i’w anfon eto. Unwaith yn unig y caiff ei dderbyn.
kept-button = Anfon yr hyn a deipiais eto
kept-who-sees = Pwy all weld hyn: chi yn unig. Mae’r hyn a deipioch yn y porwr hwn ac yn unman arall.

organisations-title = Eich sefydliadau
organisations-lede = Rydych chi’n gweld tudalennau un sefydliad ar y tro. Nid yw’r un ohonynt yn clywed am y lleill.
organisations-here = Rydych chi yma
organisations-switch = (newid sefydliad)
organisations-open = Agor
organisations-offered = Yn eich adnabod hefyd
organisations-offered-why = Mewngofnodoch gyda chyfeiriad sy’n hysbys yma hefyd. Ar ôl ei agor, gallwch newid rhyngddynt heb fewngofnodi eto.
organisations-known-to = Mae { $name } yn eich adnabod hefyd
organisations-open-it = Ei agor
organisations-who-sees = Pwy all weld hyn: chi yn unig.

doors-by-mail = Neu mewngofnodwch fel pawb arall:
doors-by-mail-link = gyda chod drwy e-bost

post-title = Y post
post-lede = Yn y demo hwn does dim e-bost yn gadael. Dyma’r rhai diweddaraf a fyddai wedi mynd. Dim ond yn y porwr a ofynnodd y mae codau a dolenni’n gweithio.
post-time = { $day }, { $time }
post-open = Mynd ymlaen fel { $name }
post-none = Dim e-bost eto.
post-demo = Yn y demo hwn, mae negeseuon e-bost yn aros yma:
home-elsewhere = Mewn mannau eraill
home-elsewhere-nothing = Does dim yn aros amdanoch yno.

# Who runs the organisation's Duet.
way-administrators = Gweinyddwyr
administrators-title = Gweinyddwyr
administrators-lede = Nhw sy’n gofalu am Duet eich sefydliad: maen nhw’n agor cynlluniau ac yn darllen y cofnod.
administrators-you = Chi
administrators-leave = Rhoi’r gorau i fod yn weinyddwr
administrators-end = Dod â hyn i ben i { $name }
administrators-appoint = Gofyn i rywun ei weinyddu gyda chi
administrators-appoint-lede = Mae dau yn fwy diogel nag un. Maen nhw’n dechrau heddiw, ac yn mewngofnodi gyda’r cyfeiriad hwn.
administrator-name = Eu henw
administrator-address = Eu cyfeiriad e-bost
administrators-appoint-button = Eu gwneud yn weinyddwr
administrator-last = Dim ond un gweinyddwr sydd. Gwnewch rywun arall yn weinyddwr cyn i hwn fynd.
coordinator-last = Does neb arall yn cydlynu’r cynllun hwn. Gofynnwch i rywun ei gydlynu cyn i hwn fynd.
scheme-runners-leave = Rhoi’r gorau i wneud hyn
scheme-runners-end = Dod â hyn i ben i { $name }
audit-scheme-appointment-ended = Dod â’r hyn a wnâi rhywun dros gynllun, neu fel gweinyddwr, i ben

stay-how = { $minutes ->
    [one] Cewch eich allgofnodi ar ôl 1 munud heb agor tudalen. Nid yw’r hyn a deipiwch yn cael ei golli: rydych yn mewngofnodi eto ac yn ei anfon.
   *[other] Cewch eich allgofnodi ar ôl { $minutes } munud heb agor tudalen. Nid yw’r hyn a deipiwch yn cael ei golli: rydych yn mewngofnodi eto ac yn ei anfon.
 }
stay-title = Cewch eich allgofnodi cyn bo hir
stay-soon = Nid ydych wedi agor tudalen ers tro, felly cewch eich allgofnodi ymhen dwy funud. Ni fyddai’r hyn a deipioch yn cael ei golli.
stay-last = Mae amser hir ers i chi fewngofnodi, felly cewch eich allgofnodi ymhen dwy funud. Nid yw’r hyn a deipioch yn cael ei golli: anfonwch ef fel arfer, a gofynnir i chi fewngofnodi yn gyntaf.
stay-over = Rydych wedi cael eich allgofnodi. Mae’r hyn a deipioch yma o hyd: anfonwch ef fel arfer, a gofynnir i chi fewngofnodi yn gyntaf.
stay-button = Aros wedi’ch mewngofnodi
stay-close = Cau hwn
