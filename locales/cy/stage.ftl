# Machine-drafted: waits for a named reader.
# The stages of a round, its dates and its trainings.

stages-title = Ble mae’r rownd arni
stages-all = Y { $count } cam i gyd
stage-draft = Drafft
stage-draft-means = Rydych chi’n ei pharatoi: dyddiadau, rheolau, diwrnod olaf i wneud cais.
stage-open = Agored
stage-open-means = Mae pobl yn gwneud cais.
stage-matching = Paru
stage-matching-means = Rydych chi’n dewis parau, yn dweud wrthyn nhw, ac maen nhw’n dweud ie neu na.
stage-training = Hyfforddiant
stage-training-means = Mae mentoriaid a mentoreion yn cwblhau’r hyfforddiant.
stage-active = Ar waith
stage-active-means = Mae parau’n cwrdd ac yn gweithio ar eu nodau.
stage-review = Adolygu
stage-review-means = Rydych chi’n edrych yn ôl: beth newidiodd, ac i bwy.
stage-closed = Wedi cau
stage-closed-means = Mae popeth wedi’i wneud. Mae’r hyn a ysgrifennwyd yn aros.
stage-done = Wedi’i wneud
stage-here = Yma nawr
stage-ahead = Ddim eto
stage-since = Yma ers { $day }
stage-began = Ers { $day }
stage-needs-deadline = Dywedwch yn gyntaf tan pryd y gall pobl wneud cais.
stage-open-until = Gall pobl wneud cais tan { $day }. I fynd ymlaen yn gynharach, newidiwch y diwrnod hwnnw.
stage-needs-people = Rhaid bod mentor a mentorai yn gyntaf.
stage-needs-pairs = Dywedwch wrth barau yn gyntaf, ac aros nes bod un wedi dweud ie.
stage-waits-answers = { $count ->
    [one] Mae un pâr heb ateb eto.
   *[other] Mae { $count } o barau heb ateb eto.
 }
stage-waits-training = { $count ->
    [one] Mae un person heb gwblhau’r hyfforddiant eto.
   *[other] Mae { $count } o bobl heb gwblhau’r hyfforddiant eto.
 }
stage-runs-until = Mae parau’n cwrdd tan { $day }. I edrych yn ôl yn gynharach, newidiwch ddiwedd y rownd.
stage-needs-looking-back = Gofynnwch i bobl yn gyntaf ble maen nhw’n sefyll yn y diwedd. Mae hyn isod, o dan “{ step-ratings }”.
stage-waits-looking-back = { $count ->
    [0] Mae pawb wedi dweud ble maen nhw’n sefyll yn y diwedd.
    [one] Mae un person heb ddweud eto ble mae’n sefyll yn y diwedd.
   *[other] Mae { $count } o bobl heb ddweud eto ble maen nhw’n sefyll yn y diwedd.
 } Rhowch ben ar yr holi yn gyntaf, o dan “{ step-ratings }”. Wedi hynny, ni all neb ateb.
stage-move-on = Ymlaen i: { $stage }
stage-go-back = Yn ôl i: { $stage }
stage-closing = Pan fyddwch chi’n cau’r rownd, mae ei pharau’n dod i ben heddiw. Nhw biau’r hyn a ysgrifennon nhw o hyd.
stage-not-next = Dydy’r rownd ddim lle’r oedd y dudalen hon yn ei feddwl. Edrychwch ar dudalen y rownd eto.
stage-blocked = Mae rhywbeth yn dal i rwystro’r cam hwn. Edrychwch ar dudalen y rownd: mae’n dweud beth.
round-closed = Mae’r rownd hon wedi cau. Ni ellir ychwanegu neb ati na pharu neb ynddi.
round-edit-title = Newid y rownd hon
round-edit-link = Newid ei henw a’i dyddiadau
round-keep = Cadw hyn
step-deadline = Ceisiadau
step-deadline-until = Tan { $day }
step-deadline-over = Caeodd ar { $day }
step-deadline-none = Dim diwrnod olaf eto
deadline-title = Y diwrnod olaf i wneud cais
deadline-apply_by = Tan pryd y gall pobl wneud cais?
    .hint = Gallwch symud y diwrnod hwn yn nes ymlaen. Mae’r dyddiau o’i flaen yn cael eu cadw.
deadline-after-end = Rhaid i hyn fod cyn diwedd y rownd
deadline-keep = Cadw’r diwrnod hwn
deadline-history = Beth a ddywedwyd o’r blaen
deadline-set = Tan { $day }, dywedwyd ar { $set }
trainings-title = Hyfforddiant
trainings-lede = Mae dau aelod pâr yn cwblhau pob un o’r rhain cyn gweithio ar eu nodau.
trainings-none = Does dim hyfforddiant wedi’i gynllunio. Gall parau ddechrau cyn gynted ag y bydd y ddau’n dweud ie.
trainings-who-sees = Mae pob pâr yn gweld beth sydd gan y ddau i’w gwblhau o hyd.
training-plan = Cynllunio hyfforddiant
training-plan-button = Ei gynllunio
training-name = Beth yw ei enw?
    .hint = Er enghraifft: Gwrando a gofyn
training-name-missing = Rhowch enw o 200 nod ar y mwyaf
training-held_on = Pryd mae’n digwydd?
training-after-end = Rhaid i hyn fod cyn diwedd y rownd
training-completed-count = { $count ->
    [0] Does neb mewn pâr wedi’i gwblhau eto.
    [one] Mae un person wedi’i gwblhau.
   *[other] Mae { $count } o bobl wedi’i gwblhau.
 }
training-nobody = Does gan neb yn y rownd hon bâr eto. Dywedwch wrth y parau yn gyntaf, yna nodwch yma pwy gwblhaodd yr hyfforddiant.
training-who = Pwy sydd wedi’i gwblhau?
training-who-hint = Ticiwch bawb sydd wedi. Os tynnwch dic, nid yw wedi’i nodi mwyach.
training-completed = Ar { $day }, nodwyd gan { $name }
training-completed_on = Ar ba ddiwrnod y cwblhaodd y rhai rydych chi newydd eu ticio?
training-in-future = Mae’r diwrnod hwn eto i ddod
training-keep = Cadw hyn
step-training = Hyfforddiant
step-training-none = Dim wedi’i gynllunio
step-training-count = { $count ->
    [one] Un wedi’i gynllunio
   *[other] { $count } wedi’u cynllunio
 }
partnership-training = Hyfforddiant yn gyntaf
partnership-training-how = Gallwch gwrdd a chofnodi sesiynau nawr. Dechreuwch weithio ar eich nodau pan fydd y ddau ohonoch wedi cwblhau’r hyfforddiant.
partnership-training-still = { $name }: { $training }
partnership-training-on = { $day }
partnership-training-you = Chi
audit-round-described = Newidiwyd enw neu ddyddiadau rownd
audit-round-deadline-set = Gosodwyd y diwrnod olaf i wneud cais i rownd
audit-round-moved = Symudwyd rownd i gam arall
audit-training-planned = Cynlluniwyd hyfforddiant
audit-training-noted = Nodwyd pwy gwblhaodd hyfforddiant
