# Machine-drafted: waits for a named reader.
# Who may take part in a round, and who is let in although.

eligibility-title = Pwy gaiff gymryd rhan
eligibility-lede = Rhaid i bawb fodloni pob un o’r rheolau hyn. Mae pwy bynnag nad yw’n gwneud hynny’n darllen pa un.
eligibility-none = Does dim rheolau. Caiff pawb sy’n gwneud cais gymryd rhan.
eligibility-all-meet = Mae pawb arall yn bodloni’r rheolau.
eligibility-who-sees = Mae pobl sy’n cael eu gwrthod yn darllen y rheol mewn geiriau, a dim byd arall o’r dudalen hon.
eligibility-link = Newid y rheolau, neu adael rhywun i mewn
eligibility-add = Ychwanegu rheol
eligibility-change = Newid
eligibility-rule-title = Rheol am bwy gaiff gymryd rhan
eligibility-rule-lede = Mae rheol yn darllen un ateb o’r ffurflen. Rydych chi’n gweld beth mae’n ei newid cyn ei chadw.
eligibility-headings = Mae’r rheolau’n darllen y colofnau hyn hyd yma: { $headings }.
eligibility-role = Am bwy mae hi?
eligibility-role-mentee = Mentoreion
eligibility-role-mentor = Mentoriaid
eligibility-heading = Pa golofn mae’n ei darllen?
    .hint = Fel y’i gelwir yn eich ffeil, er enghraifft: head of service
eligibility-one_of = Pa atebion sy’n iawn?
    .hint = Rhowch ; rhyngddyn nhw. Os gadewch hwn yn wag, mae unrhyw ateb yn iawn, ond rhaid bod un.
eligibility-or = Ffyrdd eraill o’i bodloni
    .hint = Un ar bob llinell: colofn, colon, yr atebion sy’n iawn. Er enghraifft: leads a major project: yes
eligibility-or-unreadable = Ysgrifennwch bob llinell fel colofn, colon ac ateb
eligibility-protected = Mae’r gyfraith yn diogelu’r hyn y gall “{ $heading }” ei ddatgelu, felly ni all unrhyw reol ei ddarllen. Enwch golofn arall.
eligibility-words = Y rheol mewn geiriau
    .hint = Mae pobl sy’n cael eu gwrthod yn darllen hyn. Er enghraifft: Mae mentorai yn bennaeth gwasanaeth nawr.
eligibility-words_cy = Yr un peth yn Gymraeg, os yw gennych
    .hint = Os gadewch hwn yn wag, bydd pawb yn darllen y geiriau uchod.
eligibility-see-effect = Gweld beth mae’n ei newid
eligibility-remove = Tynnu’r rheol hon
eligibility-remove-how = Rydych chi’n gweld yn gyntaf pwy allai gymryd rhan wedyn.
eligibility-see-removal = Gweld beth mae hynny’n ei newid
eligibility-check-title = Gwirio beth sy’n newid
eligibility-check-rule = Dyma fydd y rheol:
eligibility-check-removal = Bydd y rheol hon yn mynd:
eligibility-no-effect = Does neb sydd wedi gwneud cais yn dod i mewn nac yn disgyn allan.
eligibility-come-in = { $count ->
    [one] Caiff un person gymryd rhan na allai o’r blaen
   *[other] Caiff { $count } o bobl gymryd rhan na allent o’r blaen
 }
eligibility-fall-out = { $count ->
    [one] Ni chaiff un person gymryd rhan mwyach
   *[other] Ni chaiff { $count } o bobl gymryd rhan mwyach
 }
eligibility-nothing-yet = Does dim byd wedi newid eto. Mae parau y dywedwyd wrthyn nhw’n aros fel y maen nhw.
eligibility-keep = Cadw’r rheol hon
eligibility-remove-button = Ei thynnu
eligibility-changed-meanwhile = Newidiodd rhywun y rheolau yn y cyfamser. Edrychwch arnyn nhw eto.
eligibility-too-many = Mae gan rownd { $most } o reolau ar y mwyaf. Tynnwch un yn gyntaf.
waivers-title = Wedi’u gadael i mewn er nad ydyn nhw’n bodloni rheol
waiver-make = Gadael { $name } i mewn er hynny
waiver-note = Pam?
    .hint = Dim ond y rhai sy’n arwain y rownd sy’n gweld hyn. Gall y person ei ddarllen os gofynnan nhw am bopeth amdanyn nhw.
waiver-note-missing = Dywedwch pam, mewn 500 nod ar y mwyaf
waiver-button = Eu gadael i mewn
waiver-made = Gadawyd i mewn gan { $name } ar { $day }
waiver-end = Mynd yn ôl at y rheolau ar gyfer { $name }
waiver-nobody = Nid yw’r person hwn wedi gwneud cais i’r rownd hon yn y rôl hon.
waiver-not-needed = Mae’r person hwn yn bodloni’r rheolau, neu wedi’i adael i mewn yn barod.
audit-eligibility-changed = Newidiwyd pwy gaiff gymryd rhan mewn rownd
audit-waiver-made = Gadawyd rhywun i mewn er nad yw’n bodloni rheol
audit-waiver-ended = Aethpwyd yn ôl at y rheolau ar gyfer rhywun a adawyd i mewn
