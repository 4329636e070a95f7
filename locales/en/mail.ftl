# Mail: what is wrong with the settings of the mail server, for who runs Duet.

mail-url-wrong = The address of the mail server is not one. It looks like smtps://user@mail.example.org:465, or smtp://user@mail.example.org:587.
mail-url-password = Take the password out of the mail server’s address: others on this machine can read it there. Set DUET_SMTP_PASSWORD, or name a file with DUET_SMTP_PASSWORD_FILE.
mail-password-missing = The mail server’s address names a user, and there is no password. Set DUET_SMTP_PASSWORD, or name a file with DUET_SMTP_PASSWORD_FILE.
mail-from-wrong = Say whom mail is from: --mail-from "Duet <duet@example.org>".
mail-authority-wrong = The file of the mail server’s certificate authority holds no certificate. It begins with -----BEGIN CERTIFICATE-----.
