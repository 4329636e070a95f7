# Machine-drafted: waits for a named reader.
# Outcomes: what a scheme is meant to bring.

outcomes-title = Deilliannau
outcomes-lede = Beth ddylai pobl ei gael o’r cynllun hwn? Maen nhw’n dweud ble maen nhw arni gyda phob un o’r rhain cyn dechrau ac ar y diwedd.
outcomes-none = Does dim deilliannau eto. Mae tri i chwech yn ddigon i weld beth newidiodd.
outcomes-link = Deilliannau: beth ddylai pobl ei gael o’r cynllun
outcomes-who-sees = Mae’r rhai sy’n cymryd rhan yn gweld y geiriau pan ofynnir iddyn nhw amdanyn nhw.
outcomes-withdrawn = Ddim yn cael eu gofyn mwyach
outcomes-withdrawn-how = Mae’r hyn a ddywedodd pobl am y rhain yn cael ei gadw.
outcome-words = Y deilliant
    .hint = Ysgrifennwch ef fel y gall rhywun ddweud i ba raddau y mae’n wir amdanyn nhw. Er enghraifft: Rwy’n teimlo y gallaf wthio’n ôl pan fydd angen.
outcome-words-missing = Rhowch y deilliant mewn 300 nod ar y mwyaf
outcome-there = Gofynnir i bobl am hyn yn barod
outcome-too-many = Gellir gofyn i bobl am { $most } o ddeilliannau ar y mwyaf. Rhowch y gorau i ofyn am un yn gyntaf.
outcome-words_cy = Yr un peth yn Gymraeg, os yw gennych
    .hint = Os gadewch hwn yn wag, bydd pawb yn darllen y geiriau uchod.
outcome-for_role = I bwy y gofynnir amdano?
outcome-for_role-mentee = Mentoreion
outcome-for_role-mentor = Mentoriaid
outcome-for_role-both = Mentoriaid a mentoreion
outcome-add = Ychwanegu deilliant
outcome-add-button = Ei ychwanegu
outcome-reword = Newid y geiriau
outcome-withdraw = Rhoi’r gorau i ofyn
outcome-withdrawn-on = Ers { $day }
outcome-take-up = Gofyn eto
outcome-edit-title = Newid deilliant
outcome-edit-lede = Dywedwch yr un peth yn gliriach. Os ydych chi’n golygu rhywbeth arall, rhowch y gorau i ofyn am hwn ac ychwanegwch un arall. Felly ni fydd ateb cynharach neb yn newid ei ystyr.
outcome-keep = Cadw’r geiriau hyn
audit-outcome-added = Ychwanegwyd deilliant at gynllun
audit-outcome-reworded = Newidiwyd geiriau deilliant
audit-outcome-withdrawn = Rhoddwyd y gorau i ofyn am ddeilliant
audit-outcome-taken-up = Gofynnwyd am ddeilliant eto
