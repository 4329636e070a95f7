# Rhoi cynnig ar eich taenlen eich hun, mewn demo.

drop-title = Gollyngwch eich taenlen eich hun
drop-lede = Gweld pwy fyddai’n mynd gyda phwy, a pham. Mae unrhyw benawdau’n iawn.
drop-kept = Does dim ohoni’n cael ei gadw: mae’n cael ei gweithio allan, ei dangos i chi, ac wedyn mae wedi mynd.
drop-label = Eich taenlen
drop-hint = Un ffeil â cholofn sy’n dweud pwy sy’n fentor a phwy sy’n fentorai, neu ddwy ffeil. Excel (xlsx) neu CSV, hyd at 400 o bobl. Gallwch ei gollwng unrhyw le ar y dudalen hon.
drop-button = Parwch nhw
drop-sample = Rhowch gynnig arni gyda’n taenlen ni
drop-sample-file = Cadw ein taenlen ni i edrych arni
drop-found-title = Pwy fyddai’n mynd gyda phwy
drop-placed = { $placed ->
    [one] Mae gan 1 o { $mentees } mentorai fentor yn y cynllun hwn.
   *[other] Mae gan { $placed } o { $mentees } mentorai fentor yn y cynllun hwn.
 }
drop-rules-title = Ar beth y seiliwyd hyn
drop-unread-title = Rhesi a adawyd allan
drop-more = A { $count } arall.
drop-side = Beth yw ffeil { $number }?
drop-match-again = Paru eto
drop-again = Taenlen arall
drop-go-on = Ymlaen i’r demo
drop-none = Dewiswch ffeil, neu gollyngwch hi ar y dudalen hon.
drop-too-large = Mae’r ffeil hon yn rhy fawr i roi cynnig arni. Anfonwch un o 1 MB ar y mwyaf.
drop-too-many-files = Anfonwch un ffeil, neu ddwy: un o fentoriaid, un o fentoreion.
drop-too-many = Mae { $people } o bobl ynddi. Gellir rhoi cynnig ar { $most } ar y mwyaf yma; mae Duet ei hun yn cymryd llawer mwy.
drop-nobody = Rhaid cael o leiaf un mentor ac un mentorai. Dewiswch beth yw eich colofnau, isod.
drop-busy = Mae eraill yn rhoi cynnig ar eu rhai nhw ar hyn o bryd. Rhowch gynnig arall arni mewn munud.
