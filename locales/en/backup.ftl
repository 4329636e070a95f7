# Copies of the data and of the keys.

backup-there = There is a file of this name. Choose another: a copy is never written over.
backup-none = This is not a file that “duet backup” wrote.
backup-line = Line { $line } of the copy cannot be read. Nothing was taken from it. Use another copy.
backup-cut-off = The copy is cut off: its end is missing. Nothing was taken from it. Use another copy.
backup-changed = The copy is not as it was written. Nothing was taken from it. Use another copy.
backup-other-schema = The copy was made by another version of Duet. Restore it with that version, then let the newer one bring it up to date.
restore-not-empty = There is something in this database. Restore into an empty one: another data folder, or a new database after “duet migrate”.
keys-copy-lacks = This copy lacks keys that are in use. Make a new one: duet keys copy FILE
