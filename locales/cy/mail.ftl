# Machine-drafted: waits for a named reader.
# Mail: what is wrong with the settings of the mail server, for who runs Duet.

mail-url-wrong = Nid cyfeiriad gweinydd e-bost yw hwn. Mae’n edrych fel smtps://user@mail.example.org:465, neu smtp://user@mail.example.org:587.
mail-url-password = Tynnwch y cyfrinair o gyfeiriad y gweinydd e-bost: gall pobl eraill ar y peiriant hwn ei ddarllen yno. Gosodwch DUET_SMTP_PASSWORD, neu enwch ffeil gyda DUET_SMTP_PASSWORD_FILE.
mail-password-missing = Mae cyfeiriad y gweinydd e-bost yn enwi defnyddiwr, a does dim cyfrinair. Gosodwch DUET_SMTP_PASSWORD, neu enwch ffeil gyda DUET_SMTP_PASSWORD_FILE.
mail-from-wrong = Dywedwch gan bwy mae’r e-bost: --mail-from "Duet <duet@example.org>".
mail-authority-wrong = Does dim tystysgrif yn ffeil awdurdod tystysgrifau’r gweinydd e-bost. Mae’n dechrau gyda -----BEGIN CERTIFICATE-----.
