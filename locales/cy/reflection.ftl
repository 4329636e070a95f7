# Machine-drafted: waits for a named reader.
# Yr hyn y mae rhywun yn ei ysgrifennu iddyn nhw eu hunain am sesiwn.

reflection-title = Eich myfyrdod ar { $day }
reflection-yours = Eich myfyrdod
reflection-lede = Lle i feddwl: beth aeth yn dda, beth fyddech chi’n ei wneud yn wahanol, beth rydych chi am roi cynnig arno.
reflection-words = Beth rydych chi am ei gofio?
    .hint = Ysgrifennwch gymaint neu gyn lleied ag y mynnwch. Gallwch ei newid neu ei ddileu pryd bynnag y dymunwch.
reflection-save = Cadw
reflection-delete = Dileu
reflection-write = Myfyrio arni
reflection-read = Eich myfyrdod
reflection-who-sees = Pwy all weld hwn: dim ond chi. Nid yw { $name }, y cydlynydd, yr hyfforddwr na’r gweinyddwyr yn ei weld, nac yn gweld eich bod wedi’i ysgrifennu.
reflection-limits = Does neb ond chi yn darllen hwn, felly ni all neb weithredu arno. Os ydych chi’n poeni am ddiogelwch rhywun, dywedwch wrth rywun heddiw. Gall llys orchymyn i’ch sefydliad drosglwyddo’r hyn y mae’n ei gadw.

sealed-unreadable = Ni ellir darllen yr hyn sydd yma
sealed-key-lost = Mae ei allwedd wedi’i cholli, felly ni all neb ei agor mwyach. Gofynnwch i’r sawl sy’n rhedeg eich Duet a oes ganddyn nhw gopi o’r allweddi. Gallwch ei ysgrifennu o’r newydd, neu ei ddileu.
sealed-altered = Cafodd ei newid gan rywbeth heblaw Duet, felly mae’n aros ynghau. Dywedwch wrth y sawl sy’n rhedeg eich Duet. Gallwch ei ysgrifennu o’r newydd, neu ei ddileu.
seal-erased = Cafodd y person hwn ei ddileu. Ni ellir cadw dim preifat ar eu cyfer mwyach.

audit-reflection-written = Ysgrifennodd fyfyrdod
audit-reflection-changed = Newidiodd fyfyrdod
audit-reflection-deleted = Dileodd fyfyrdod

keys-url-missing = Dywedwch ble mae’r storfa allweddi: --keys-url FFEIL, neu postgres://… ar gyfer cronfa ddata ar wahân. Mae’n dal allweddi geiriau preifat, felly rhaid iddi beidio â bod yng nghopïau wrth gefn y gronfa ddata. Cadwch gopi ohoni mewn man arall: hebddi ni all neb ddarllen y geiriau hynny.
