# Machine-drafted: waits for a named reader.
# What an organisation knows somebody by: name and addresses.

you-title = Eich enw a’ch cyfeiriadau
you-lede = Dyma sut mae { $organisation } yn eich adnabod. Mae sefydliadau eraill yn cadw’r hyn sydd ganddyn nhw.
you-name-title = Eich enw
you-name = Enw
    .hint = Fel y byddwch chi’n ei ysgrifennu. Ni fydd taenlenni’n ei newid wedyn.
you-name-button = Cadw’r enw
you-addresses = Eich cyfeiriadau
you-address-letters = Yma mae llythyrau’n mynd. Yn eich mewngofnodi.
you-address-second = Yn eich mewngofnodi hefyd.
you-address-before = O’r blaen. Nid yw’n mewngofnodi neb; mae taenlen yn dal i’ch canfod wrtho.
you-address-write-to = Anfon llythyrau yma
you-address-remove = Tynnu
you-new = Cyfeiriad newydd
you-new-lede = Byddwn yn anfon cod i’r cyfeiriad newydd, a nodyn i’r hen un.
you-address = Cyfeiriad newydd
you-use = At ba ddiben?
you-use-main = Ar gyfer llythyrau, yn lle’r un blaenorol
you-use-second = I fewngofnodi hefyd
you-come-in-yourself = Daethoch i mewn gyda dolen a wnaeth rhywun i chi. Allgofnodwch, mewngofnodwch gyda chod drwy e-bost, ac yna newidiwch eich cyfeiriadau.
you-no-mail = Nid yw’r Duet hwn yn anfon e-bost eto, felly ni ellir gwirio cyfeiriad newydd. Gofynnwch i’r person sy’n rhedeg eich cynllun.
you-address-known = Mae’r cyfeiriad hwn yn eich mewngofnodi’n barod
you-address-taken = Mae rhywun arall yma’n mewngofnodi gyda’r cyfeiriad hwn. Gofynnwch i’r person sy’n rhedeg eich cynllun.
you-address-main = I’r cyfeiriad hwn mae llythyrau’n mynd. Dewiswch un arall ar eu cyfer yn gyntaf.
you-codes-many = Gofynnoch am dri chod o fewn awr. Arhoswch ychydig, yna ceisiwch eto.
you-code-title = Teipiwch y cod
you-code-lede = Mae e-bost ar ei ffordd i { $address }. Mae chwe digid ynddo.
you-code = Y chwe digid
    .hint = Er enghraifft 123 456
you-code-button = Fi biau’r cyfeiriad hwn
you-code-back = Yn ôl i’ch enw a’ch cyfeiriadau
you-code-over = Nid yw’r cod hwn yn gweithio mwyach. Efallai iddo gael ei ddefnyddio, ei fod yn rhy hen, neu iddo gael ei roi ar brawf yn rhy aml. Gofynnwch am un newydd ar eich tudalen.
you-undo-title = Rhoi eich cyfeiriadau yn ôl
you-undo-lede = Bydd eich cyfeiriadau fel yr oedden nhw cyn y newid. Cewch eich allgofnodi ym mhobman, a phawb arall a ddaeth i mewn yn eich enw chi.
you-undo-button = Eu rhoi yn ôl
you-undone-title = Mae eich cyfeiriadau yn ôl
you-undone-lede = Mewngofnodwch eto gyda’ch hen gyfeiriad. Os nad chi a wnaeth y newid, dywedwch wrth y person sy’n rhedeg eich cynllun.
you-undo-dead = Nid yw’r ddolen hon yn gweithio mwyach. Efallai ei bod wedi cael ei defnyddio, neu ei bod yn rhy hen.
you-who-sees = Mae pwy bynnag sy’n hyfforddi rownd rydych yn cymryd rhan ynddi yn gweld eich enw hefyd, a’r person rydych yn bâr iddo, unwaith y bydd y ddau ohonoch i mewn. Dim ond chi sy’n gweld cyfeiriadau heblaw’r un ar gyfer llythyrau.

you-mail-code-subject = { $code } yw eich cod ar gyfer Duet
you-mail-code = Eich cod yw { $code }. Teipiwch ef ar y dudalen lle gofynnoch amdano.
you-mail-code-how = Mae’n dangos mai chi biau’r cyfeiriad hwn. Mae’n gweithio unwaith, am { $minutes } munud.
you-mail-changed-subject = Mae eich cyfeiriadau yn Duet wedi newid
you-mail-changed = Mae’r cyfeiriadau y mae Duet yn eich adnabod wrthynt wedi newid.
you-mail-changed-you = Os chi wnaeth hyn, does dim angen gwneud dim.
you-mail-undo = Os nad chi, agorwch y ddolen hon o fewn { $days } diwrnod. Mae’n rhoi eich cyfeiriadau yn ôl ac yn allgofnodi pawb.

audit-you-renamed = Newid ei enw
audit-you-address-asked = Gofyn am gael ei adnabod wrth gyfeiriad
audit-you-address-changed = Newid ei gyfeiriadau
audit-you-address-undone = Rhoi cyfeiriadau a newidiwyd yn ôl
