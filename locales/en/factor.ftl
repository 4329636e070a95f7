# How somebody shows that it is they: code apps, passkeys, recovery codes; and the page that asks for one.

factors-link = How you sign in
factors-title = How you sign in
factors-lede = Your link shows that the mail is yours. A second step shows that it is you.
factors-none = You have not set up a second step yet.
factors-passkey = Passkey: { $name }
factors-code-app = App that shows codes
factors-since = Since { $day }.
factors-used = Last used { $day }.
factors-remove = Take it away
factors-last = This is your only one, so it stays. Add another first, then you can take this one away.
factors-add = Add a way to sign in
factors-who-sees = Who can see this: only you.

factor-new-title = Add a second step
factor-new-lede = From then on, nobody can sign in as you with a link alone.
factor-new-demanded = You look after other people’s details here. So before you go on, please set up a second step. It takes about two minutes.
factor-page-old = This page is too old. Open it again, and use the square that it shows then.
factor-none-yet = You have not set up a second step yet. Do that first.
factor-last = This is the only way left to show that it is you. Add another first, then take this one away.
factor-code-wrong-new = This is not the code that the app should show. Wait for the next one, and check the time on your phone.

code-app-title = An app that shows codes
code-app-instead = You have such an app already. A new one takes its place: the codes of the old one will not work any more.
code-app-step-get = Open an app for codes on your phone. Most password managers are one. Google Authenticator, Microsoft Authenticator and Aegis are others.
code-app-step-scan = In the app, add an account and point the camera at this square.
code-app-square = Square code for your app. The same letters stand below it.
code-app-open = On this phone? Open it in your app
code-app-type = Or type these letters into the app:
code-app-step-type = Type the six digits that the app shows now.
factor-code = Six digits from the app
code-app-button = Set it up

recovery-title = Recovery codes
recovery-lede = Keep these codes on paper, in a safe place. They are shown only now.
recovery-how = If you lose your phone or your passkey, each of these lets you in once. Anybody who has them and can read your mail can come in as you.
recovery-print-note = Recovery codes for Duet. Strike out each one that you use.
recovery-done = I have kept them, go on
recovery-left = { $count ->
    [one] You have 1 recovery code left.
   *[other] You have { $count } recovery codes left.
 }
recovery-make = Make ten new codes, and end the old ones

confirm-title = Is it you?
confirm-lede = What comes next matters. So please show once more that it is you. It then holds for ten minutes.
confirm-arriving-title = One more step
confirm-arriving-lede = Your link has worked. Now show that it is you.
confirm-code = Code from your app, or a recovery code
    .hint = Six digits, or one of the long codes you keep on paper. Each works once.
confirm-button = Go on
confirm-wrong = This code is wrong, or has been used. Wait for the next one in your app, and try that.
confirm-wait = { $minutes ->
    [one] Too many codes were wrong. You can try again in 1 minute. A recovery code or a passkey works at once.
   *[other] Too many codes were wrong. You can try again in { $minutes } minutes. A recovery code or a passkey works at once.
 }
confirm-lost = Lost your phone and your codes? Ask the person who runs your Duet. They can make a link that lets you set up a new one.
confirm-fresh = What comes next matters, and you came in a while ago. Please sign in again with a fresh link, and then come back. You have ten minutes for it from then on.
confirm-own = You came in with a link that somebody made for you. Sign out, sign in with a code by mail, and then add a second step.
confirm-own-no-mail = You came in with a link that somebody made for you, so you cannot add a second step from here. Ask the person who runs your Duet. They can make a link that lets you.

passkey-title = A passkey
passkey-what = A passkey lives on your phone, your computer or a key, and asks for your finger, face or PIN. With it you sign in without a link, and nobody can trick you out of it.
passkey-name = What do you call it?
    .hint = So that you know it from others, say: my phone.
passkey-first-name = My passkey
passkey-button = Add a passkey
passkey-sign-in = Sign in with a passkey
passkey-confirm = Use your passkey
passkey-not-now = That did not work. Try again, or go another way.
passkey-failed = This passkey did not work here. It may have been taken away, or the page was open for too long. Go back and try again.
passkey-known = This passkey is set up already.
passkey-too-many = You have 20 passkeys. Take one away first.
passkey-elsewhere = To use a passkey, open { $address } in a browser that knows passkeys.
passkey-needs-script = Passkeys need JavaScript, which is off in this browser. An app for codes works without.
passkey-none-here = Passkeys do not work here: Duet needs an address with a name for them, such as https://duet.example.org. An app for codes works everywhere.
passkey-name-missing = Enter a name of at most 60 characters

audit-factor-given = Gave a second step
audit-factor-refused = Typed a code that was wrong
audit-factor-recovery-code-used = Used a recovery code
audit-factor-code-app-added = Set up an app for codes
audit-factor-code-app-removed = Took an app for codes away
audit-factor-passkey-added = Added a passkey
audit-factor-passkey-removed = Took a passkey away
audit-factor-recovery-codes-made = Made new recovery codes

key-file-broken = { $file } holds no key. Put back a copy of it. Without one, move it away: people then set up their code apps anew.
