# What somebody writes for themselves about a session.

reflection-title = Your reflection on { $day }
reflection-yours = Your reflection
reflection-lede = A place to think: what went well, what you would do another way, what you want to try.
reflection-words = What do you want to remember?
    .hint = Write as much or as little as you like. You can change or delete it whenever you want.
reflection-save = Keep it
reflection-delete = Delete it
reflection-write = Reflect on it
reflection-read = Your reflection
reflection-who-sees = Who can see this: only you. { $name }, the coordinator, the coach and the administrators do not see it, nor that you wrote it.
reflection-limits = Nobody reads this but you, so nobody can act on it. If you are worried about somebody’s safety, tell a person today. A court can order your organisation to hand over what it keeps.

sealed-unreadable = What stands here cannot be read
sealed-key-lost = Its key is lost, so nobody can open it any more. Ask the person who runs your Duet whether they have a copy of the keys. You can write it anew, or delete it.
sealed-altered = It was changed by something other than Duet, so it stays closed. Tell the person who runs your Duet. You can write it anew, or delete it.
seal-erased = This person was erased. Nothing private can be kept for them any more.

audit-reflection-written = Wrote a reflection
audit-reflection-changed = Changed a reflection
audit-reflection-deleted = Deleted a reflection

keys-url-missing = Say where the key store is: --keys-url FILE, or postgres://… for a database of its own. It holds the keys of private words, so it must not be in the backups of the database. Keep a copy of it elsewhere: without it nobody can read those words.
