# Machine-drafted: waits for a named reader.
# A first talk before the two of a pair answer, and stepping back.

scheme-first_talk = A gaiff pâr sgwrs gyntaf cyn ateb?
    .hint = Os caiff, mae’r ddau’n gweld cyfeiriad e-bost ei gilydd cyn gynted ag y dywedir wrthyn nhw.
scheme-first_talk-yes = Caiff
scheme-first_talk-no = Na chaiff
talk-title = Sgwrs gyntaf gyda { $name }
talk-crumb = Sgwrs gyntaf
talk-lede = Dewch at eich gilydd neu siaradwch unwaith cyn ateb, i weld a ydych chi’n dod ymlaen. Mae’r ddau ohonoch yn gweld y diwrnod.
talk-talk_on = Ar ba ddiwrnod ydych chi’n siarad?
talk-keep = Cadw’r diwrnod hwn
talk-not-now = Mae sgwrs gyntaf ar gyfer cyn i’r ddau ateb, lle mae gan y cynllun un.
talk-offer = Gallwch siarad unwaith cyn ateb.
talk-link = Nodi diwrnod eich sgwrs gyntaf
talk-change = Newid y diwrnod
talk-on = Eich sgwrs gyntaf: { $day }.
partnership-step-back-title = Os nad yw’n teimlo’n iawn
partnership-step-back-how = Gallwch gamu’n ôl heb reswm nes eich bod wedi cwrdd ddwywaith. Does neb yn gofyn pam, ac ni ddywedir wrth neb pa un ohonoch oedd hi. Gellir paru’r ddau ohonoch eto, gyda phobl eraill.
partnership-step-back = Camu’n ôl o’r pâr hwn
partnership-no-stepping-back = Rydych chi wedi cwrdd fwy nag unwaith, neu mae’r pâr ar ben. Siaradwch â phwy sy’n arwain y rownd os nad yw’n gweithio.
partnership-stepped-back = Aeth y pâr hwn ddim ymlaen, ac mae hynny’n iawn. Rydyn ni’n chwilio am rywun arall.
standing-stepped-back = Wedi camu’n ôl
audit-partnership-stepped-back = Camodd rhywun yn ôl o bâr
audit-partnership-first-talk-noted = Nodwyd diwrnod sgwrs gyntaf
