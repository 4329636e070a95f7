# Machine-drafted: waits for a named reader.
# Copïau o’r data ac o’r allweddi.

backup-there = Mae ffeil o’r enw hwn yn bod. Dewiswch un arall: nid ysgrifennir dros gopi byth.
backup-none = Nid ffeil a ysgrifennodd “duet backup” yw hon.
backup-line = Ni ellir darllen llinell { $line } y copi. Ni chymerwyd dim ohono. Defnyddiwch gopi arall.
backup-cut-off = Mae’r copi wedi’i dorri: mae ei ddiwedd ar goll. Ni chymerwyd dim ohono. Defnyddiwch gopi arall.
backup-changed = Nid yw’r copi fel yr ysgrifennwyd ef. Ni chymerwyd dim ohono. Defnyddiwch gopi arall.
backup-other-schema = Gwnaed y copi gan fersiwn arall o Duet. Adferwch ef â’r fersiwn honno, yna gadewch i’r un newydd ei ddiweddaru.
restore-not-empty = Mae rhywbeth yn y gronfa ddata hon. Adferwch i un wag: ffolder data arall, neu gronfa ddata newydd ar ôl “duet migrate”.
keys-copy-lacks = Nid oes gan y copi hwn allweddi sydd ar waith. Gwnewch un newydd: duet keys copy FFEIL
