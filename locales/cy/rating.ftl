# Machine-drafted: waits for a named reader.
# Where people stand, before a round and after it.

rating-before = Cyn
rating-after = Ar ôl
rating-title-before = Ble rydych chi’n sefyll nawr?
rating-title-after = Ble rydych chi’n sefyll yn y diwedd?
rating-lede-before = Does dim ateb cywir. Mae e i chi: ar y diwedd gofynnir yr un peth, a gwelwch chi beth sydd wedi symud.
rating-lede-after = Yr un peth ag ar y dechrau. Does dim ateb cywir, ac mae aros yn yr unfan yn ateb hefyd.
rating-step-1 = 1: ddim o gwbl
rating-step-2 = 2: ychydig
rating-step-3 = 3: yn rhannol
rating-step-4 = 4: ar y cyfan
rating-step-5 = 5: yn llwyr
rating-step-missing = Dewiswch un ar gyfer pob un.
rating-line = Hoffech chi ychwanegu llinell?
rating-line-hint = Gallwch chi adael hwn yn wag.
rating-line-own = Yn eu geiriau eu hunain
rating-share = Gadael i hyfforddwr y rownd hon ddarllen fy atebion
rating-save = Cadw fy atebion
rating-take-away = Tynnu fy atebion i ffwrdd
rating-who-sees = Pwy all weld eich atebion: chi, a’r hyfforddwr os ticiwch chi’r blwch. Neb arall. Mae’r adroddiad yn rhoi cyfansymiau o bum person o leiaf, fel na ellir adnabod neb.
rating-who-sees-coach = Pwy all weld eich atebion: chi, ac, os ticiwch chi’r blwch, yr hyfforddwr: { $names }. Neb arall. Mae’r adroddiad yn rhoi cyfansymiau o bum person o leiaf, fel na ellir adnabod neb.
rating-stood = Ble dywedoch chi eich bod
rating-not-asked = Nid yw hyn yn cael ei ofyn nawr.
rating-asked-already = Gofynnwyd iddyn nhw eisoes.
rating-too-late = Gofynnir iddyn nhw ble maen nhw’n sefyll yn y diwedd. Mae’r dechrau wedi mynd heibio.
rating-no-outcomes = Nid yw’r cynllun hwn yn dweud eto beth y dylai ei gyflawni. Dywedwch hynny’n gyntaf: am hynny y gofynnir i bobl.
rating-nobody = Does dim pâr wedi dechrau eto. Gofynnir i bobl pan fydd y ddau mewn pâr wedi dweud ie.
rating-slopes = Ble roedd pobl yn sefyll cyn ac ar ôl, o 1, ddim o gwbl, i 5, yn llwyr
ratings-title = Ble mae pobl yn sefyll
ratings-lede = Mae pawb mewn pâr yn dweud ble maen nhw’n sefyll ar yr hyn y dylai’r cynllun ei gyflawni: unwaith cyn, unwaith ar ôl. Mae pob un yn darllen ei atebion ei hun yn unig. Pan ddewch chi ag e i ben, mae’r adroddiad yn cael y cyfansymiau, o bum person o leiaf yr un.
ratings-who-sees = Mae ateb pob un yn eiddo iddo’i hun. Gwelwch chi faint sydd wedi ateb.
ratings-asked-on = Gofynnwyd ar { $day }.
ratings-answered = Mae { $count } o { $people } wedi ateb.
ratings-closed = Mae’r gofyn wedi dod i ben.
ratings-outcomes = Dweud beth y dylai ei gyflawni
ratings-ask-before = Gofyn ar y dechrau
ratings-ask-before-how = Byddan nhw’n cael llythyr, ac yn ei weld ar eu tudalen gartref. Gallan nhw ateb nes i chi ofyn eto ar y diwedd.
ratings-ask-button = { $people ->
    [one] Gofyn i 1 person ble mae’n sefyll
   *[other] Gofyn i { $people } o bobl ble maen nhw’n sefyll
 }
ratings-ask-after = Gofyn ar y diwedd
ratings-ask-after-how = Yr un peth unwaith eto. Ni all neb ateb am y dechrau o hynny ymlaen.
ratings-ask-after-button = { $people ->
    [one] Gofyn i 1 person ble mae’n sefyll yn y diwedd
   *[other] Gofyn i { $people } o bobl ble maen nhw’n sefyll yn y diwedd
 }
ratings-look-before = Ymlaen at ofyn ar y dechrau
ratings-look-after = Ymlaen at ofyn ar y diwedd
ratings-check-title = Gwirio, yna gofyn iddyn nhw
ratings-check-lede = { $people ->
    [one] Rydych chi ar fin ysgrifennu at { $people } person mewn pâr.
   *[other] Rydych chi ar fin ysgrifennu at { $people } o bobl: pawb mewn pâr sydd wedi dechrau.
 }
ratings-check-letters = Y llythyr at y cyntaf ohonyn nhw, ym mhob iaith y mae rhywun ohonyn nhw yn ei darllen. Mae pob person yn ei gael yn ei iaith ei hun.
ratings-check-held = Mae’r llythyrau’n aros am 15 munud. Tan hynny does neb yn cael ei holi, a gallwch chi ei dynnu’n ôl.
ratings-held = Does neb wedi cael ei holi eto. Mae’r llythyrau’n mynd am { $time }.
ratings-held-why = Tan hynny gallwch chi dynnu’r cyfan yn ôl: does dim un llythyr yn mynd, a does neb yn gweld y cwestiwn ar ei dudalen gartref.
ratings-withdraw = Peidio â gofyn i neb eto
ratings-asked-by-now = Maen nhw wedi cael eu holi. Does dim modd ei dynnu’n ôl erbyn hyn.
ratings-held-first = Mae llythyrau sy’n gofyn iddyn nhw yn aros i fynd. Gadewch iddyn nhw fynd yn gyntaf, neu tynnwch nhw’n ôl.
ratings-close = Dod ag e i ben
ratings-close-how = Mae’r cyfansymiau’n cael eu cyfrifo nawr ac yn mynd i’r adroddiad. Ni all neb ateb wedyn, fel na ellir adnabod ateb neb drwy edrych ddwywaith.
ratings-close-button = Dod ag e i ben a chyfrifo’r cyfansymiau
ratings-shared-title = Beth mae pobl yn ei rannu â’r hyfforddwr
ratings-shared-none = Does neb wedi rhannu eu hatebion eto. Eu dewis nhw yw hynny.
ratings-shared-who-sees = Dewison nhw adael i chi ddarllen hyn, a gallan nhw ei dynnu i ffwrdd.
step-ratings = Ble mae pobl yn sefyll
home-rating = Ble rydych chi’n sefyll? Mae’n cymryd dwy funud.
letter-rate-before-subject = { $round }: ble rydych chi’n sefyll nawr?
letter-rate-before-body =
    Annwyl { $name },

    Cyn i { $round } ddechrau o ddifri, dywedwch ble rydych chi’n sefyll ar yr hyn y dylai ei gyflawni. Mae’n cymryd dwy funud. Ar y diwedd gofynnir yr un peth, a gwelwch chi beth sydd wedi symud.

    Dim ond chi sy’n gweld eich atebion. Mae’r adroddiad yn rhoi cyfansymiau o bum person o leiaf.

    Cofion gorau,
    { $signed }
    { $scheme }
letter-rate-after-subject = { $round }: ble rydych chi’n sefyll yn y diwedd?
letter-rate-after-body =
    Annwyl { $name },

    Mae { $round } yn dod i ben. Dywedwch unwaith eto ble rydych chi’n sefyll: yr un peth ag ar y dechrau, mewn dwy funud. Os hoffech chi, gadewch ychydig eiriau y gall eraill eu darllen.

    Dim ond chi sy’n gweld eich atebion. Mae’r adroddiad yn rhoi cyfansymiau o bum person o leiaf.

    Gyda diolch,
    { $signed }
    { $scheme }
wording-rate-before = At bawb mewn pâr: ble rydych chi’n sefyll nawr?
wording-rate-after = At bawb mewn pâr: ble rydych chi’n sefyll yn y diwedd?
audit-rating-asked = Gofynnodd i bobl rownd ble maen nhw’n sefyll
audit-rating-withdrawn = Tynnodd yn ôl y gofyn ble mae pobl yn sefyll, cyn i neb gael ei holi
audit-rating-closed = Daeth â gofyn ble mae pobl yn sefyll i ben
audit-rating-given = Dywedodd ble mae’n sefyll
audit-rating-taken-away = Tynnodd i ffwrdd ble mae’n sefyll
resource-rating = Ble mae rhywun yn dweud ei fod yn sefyll
resource-shared-rating = Ble mae pobl yn sefyll, fel y maen nhw’n ei rannu â’r hyfforddwr
resource-asking = Gofyn i bobl ble maen nhw’n sefyll
about-rating = Ble dywedoch chi eich bod yn sefyll
about-rating_asking = Pryd y gofynnoch chi i bobl rownd ble maen nhw’n sefyll
about-field-moment = Cyn neu ar ôl
about-field-steps = Camau
about-field-line = Eich llinell
about-field-shared_with_coach = Rhannwyd â’r hyfforddwr
about-field-rated_at = Dywedwyd
