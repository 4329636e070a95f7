//! The mail server that takes our mail: SMTP over TLS with a certificate that is checked; in clear only on this machine.

use std::net::SocketAddr;
use std::time::Duration;

use lettre::address::Envelope;
use lettre::message::Mailbox;
use lettre::transport::smtp::Error as Fault;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters, TlsParametersBuilder,
};
use lettre::transport::smtp::commands::{Data, Mail as MailFrom, Rcpt};
use lettre::transport::smtp::extension::ClientId;

use super::Mail;
use crate::error::{Error, Result};

/// How to reach a mail server.
#[derive(Clone)]
pub struct PostSettings {
    /// `smtps://user@host:465` (TLS from the start) or `smtp://user@host:587` (TLS by STARTTLS, before anything is said; in
    /// clear on this machine only). Never with a password.
    pub url: String,
    /// The password, when the address names a user.
    pub password: Option<String>,
    /// Whom mail is from: `Duet <duet@example.org>`.
    pub from: String,
    /// Another certificate authority to trust, as PEM: that of a mail server of one's own.
    pub authority: Option<Vec<u8>>,
    /// The host people know this installation by: the right half of each Message-ID.
    pub public_host: String,
}

/// A mail server. Cheap to clone; each mail has a connection of its own.
#[derive(Clone)]
pub struct Post {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    from: Mailbox,
    hello: ClientId,
    public_host: String,
    patience: Duration,
    at: Option<SocketAddr>,
}

#[derive(Clone)]
enum Security {
    /// TLS before the first word.
    FromTheStart(TlsParameters),
    /// STARTTLS, or nothing.
    Upgraded(TlsParameters),
    /// This machine only.
    Clear,
}

/// What the server made of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It took it.
    Taken,
    /// Not now; it may later.
    Later(Trouble),
    /// It refuses this mail for good.
    Refused(Trouble),
}

crate::named! {
    /// What kept a mail from being taken.
    pub enum Why {
        /// The other side takes no mail for this address, or not this one.
        Refused = "refused",
        /// The other side asks to try again.
        NotNow = "not-now",
        /// The mail server does not take what we say of ourselves: the user, the password, the sender.
        Settings = "settings",
        /// It did not answer in time.
        NoAnswer = "no-answer",
        /// It could not be reached.
        Unreachable = "unreachable",
        /// Its certificate is not one to trust.
        Certificate = "certificate",
        /// It offers no TLS, or no way to sign in.
        NoTls = "no-tls",
    }
}

/// Why a mail was not taken: in our own words, since the server's may hold an address. Written as `refused 550`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What kept it.
    pub why: Why,
    /// The server's code, if it said one.
    pub code: Option<u16>,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.code {
            Some(code) => write!(f, "{} {code}", self.why),
            None => write!(f, "{}", self.why),
        }
    }
}

impl std::str::FromStr for Trouble {
    type Err = Error;
    fn from_str(text: &str) -> Result<Trouble> {
        let (why, code) = text.split_once(' ').map_or((text, None), |(why, code)| (why, code.parse().ok()));
        Ok(Trouble { why: why.parse()?, code })
    }
}

/// How long one mail may take in all. Well below a job's lease.
const PATIENCE: Duration = Duration::from_secs(120);

impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Post({}:{})", self.host, self.port)
    }
}

impl Post {
    /// A mail server by its settings. Nothing is said to it yet.
    ///
    /// # Errors
    /// `Conflict` that names the setting and what it should look like.
    pub fn new(settings: &PostSettings) -> Result<Post> {
        let wrong = || Error::conflict("mail-url-wrong");
        let (way, rest) = settings.url.split_once("://").ok_or_else(wrong)?;
        let (user, place) = rest.trim_end_matches('/').rsplit_once('@').unwrap_or(("", rest.trim_end_matches('/')));
        if user.contains(':') {
            return Err(Error::conflict("mail-url-password"));
        }
        let (host, port) = host_and_port(place).ok_or_else(wrong)?;
        let tls = || tls(host, settings.authority.as_deref());
        let (security, usual) = match way {
            "smtps" => (Security::FromTheStart(tls()?), 465),
            "smtp" if is_loopback(host) => (Security::Clear, 25),
            "smtp" => (Security::Upgraded(tls()?), 587),
            _ => return Err(wrong()),
        };
        let credentials = match (user, &settings.password) {
            ("", _) => None,
            (user, Some(password)) => Some(Credentials::new(user.to_owned(), password.clone())),
            (_, None) => return Err(Error::conflict("mail-password-missing")),
        };
        Ok(Post {
            host: host.to_owned(),
            port: port.unwrap_or(usual),
            security,
            credentials,
            from: settings.from.parse().map_err(|_| Error::conflict("mail-from-wrong"))?,
            hello: ClientId::Domain(settings.public_host.clone()),
            public_host: settings.public_host.clone(),
            patience: PATIENCE,
            at: None,
        })
    }

    /// The same, waiting for so long at most.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Post {
        self.patience = patience;
        self
    }

    /// The same, reached at this address, whatever its name stands for: for tests. Its certificate is for the name.
    #[must_use]
    pub fn reached_at(mut self, at: SocketAddr) -> Post {
        self.at = Some(at);
        self
    }

    /// Hands a mail over. Whoever hands the same mail over again says the same Message-ID.
    ///
    /// # Errors
    /// `Internal` when the address cannot stand in a mail.
    pub async fn send(&self, mail: &Mail) -> Result<Reply> {
        let message = mail.message(&self.from, &self.public_host)?;
        let handed = self.hand_over(message.envelope(), message.formatted());
        let reply = match tokio::time::timeout(self.patience, handed).await {
            Ok(Ok(())) => Reply::Taken,
            Ok(Err((stage, fault))) => judged(stage, &fault),
            Err(_) => Reply::Later(Trouble { why: Why::NoAnswer, code: None }),
        };
        if reply != Reply::Taken {
            tracing::info!(mail = %mail.id, ?reply, "a mail was not taken");
        }
        Ok(reply)
    }

    /// Asks the mail server whether it would take mail: reaches it, has its certificate checked, and signs in. Sends none.
    ///
    /// # Errors
    /// What kept it.
    pub async fn greet(&self) -> std::result::Result<(), Trouble> {
        let greeted = async {
            let mut connection = self.connected().await?;
            let _ = connection.quit().await;
            Ok::<(), Fault>(())
        };
        match tokio::time::timeout(self.patience, greeted).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(fault)) => match judged(Stage::Ours, &fault) {
                Reply::Later(trouble) | Reply::Refused(trouble) => Err(trouble),
                Reply::Taken => Ok(()),
            },
            Err(_) => Err(Trouble { why: Why::NoAnswer, code: None }),
        }
    }

    async fn hand_over(&self, envelope: &Envelope, message: Vec<u8>) -> std::result::Result<(), (Stage, Fault)> {
        let ours = |fault| (Stage::Ours, fault);
        let mut connection = self.connected().await.map_err(ours)?;
        let said = self.say(&mut connection, envelope, &message).await;
        if said.is_err() {
            connection.abort().await;
        } else {
            // It is taken, whatever becomes of the farewell.
            let _ = connection.quit().await;
        }
        said
    }

    async fn connected(&self) -> std::result::Result<AsyncSmtpConnection, Fault> {
        let at_once = match &self.security {
            Security::FromTheStart(tls) => Some(tls.clone()),
            Security::Upgraded(_) | Security::Clear => None,
        };
        let host = self.at.map_or_else(|| self.host.clone(), |at| at.ip().to_string());
        let place = (host.as_str(), self.at.map_or(self.port, |at| at.port()));
        let timeout = Some(self.patience);
        let mut connection = AsyncSmtpConnection::connect_tokio1(place, timeout, &self.hello, at_once, None).await?;
        if let Security::Upgraded(tls) = &self.security {
            connection.starttls(tls.clone(), &self.hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }

    async fn say(
        &self,
        connection: &mut AsyncSmtpConnection,
        envelope: &Envelope,
        message: &[u8],
    ) -> std::result::Result<(), (Stage, Fault)> {
        let (ours, theirs) = (|fault| (Stage::Ours, fault), |fault| (Stage::Theirs, fault));
        connection.command(MailFrom::new(envelope.from().cloned(), Vec::new())).await.map_err(ours)?;
        for to in envelope.to() {
            connection.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(theirs)?;
        }
        connection.command(Data).await.map_err(theirs)?;
        connection.message(message).await.map_err(theirs)?;
        Ok(())
    }
}

/// Whose a fault is: what is said before anybody is named as receiver is about us and our settings, and no letter comes
/// back for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Ours,
    Theirs,
}

fn judged(stage: Stage, fault: &Fault) -> Reply {
    let code = fault.status().map(u16::from);
    let later = |why| Reply::Later(Trouble { why, code });
    match (stage, code) {
        (Stage::Theirs, Some(_)) if fault.is_permanent() => Reply::Refused(Trouble { why: Why::Refused, code }),
        (Stage::Theirs, Some(_)) => later(Why::NotNow),
        // Busy, or shutting down: it is not about us.
        (Stage::Ours, Some(_)) if fault.is_transient() => later(Why::NotNow),
        (Stage::Ours, Some(_)) => later(Why::Settings),
        (_, None) if fault.is_timeout() => later(Why::NoAnswer),
        (_, None) if is_certificate(fault) => later(Why::Certificate),
        (_, None) if fault.is_client() => later(Why::NoTls),
        (_, None) => later(Why::Unreachable),
    }
}

/// Whether TLS failed; while connecting it comes as a failure to connect, with the reason inside.
fn is_certificate(fault: &Fault) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = std::error::Error::source(fault);
    while let Some(inner) = cause {
        let inside = inner.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if inner.is::<rustls::Error>() || inside.is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>)
        {
            return true;
        }
        cause = inner.source();
    }
    fault.is_tls()
}

fn tls(host: &str, authority: Option<&[u8]>) -> Result<TlsParameters> {
    let mut tls = TlsParametersBuilder::new(host.to_owned()).certificate_store(CertificateStore::WebpkiRoots);
    if let Some(pem) = authority {
        let wrong = || Error::conflict("mail-authority-wrong");
        if !String::from_utf8_lossy(pem).contains("-----BEGIN CERTIFICATE-----") {
            return Err(wrong());
        }
        tls = tls.add_root_certificate(Certificate::from_pem(pem).map_err(|_| wrong())?);
    }
    tls.build_rustls().map_err(|_| Error::conflict("mail-url-wrong"))
}

/// `host`, `host:25`, `[::1]:25`.
fn host_and_port(place: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match place.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']')?;
            (host, port.strip_prefix(':'))
        }
        None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
    };
    let port = match port {
        Some(port) => Some(port.parse().ok()?),
        None => None,
    };
    (!host.is_empty() && !host.contains(['/', ' '])).then_some((host, port))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, password: Option<&str>) -> PostSettings {
        PostSettings {
            url: url.to_owned(),
            password: password.map(str::to_owned),
            from: "Duet <duet@duet.example>".to_owned(),
            authority: None,
            public_host: "duet.example".to_owned(),
        }
    }

    fn refused(settings: &PostSettings) -> &'static str {
        match Post::new(settings) {
            Err(Error::Conflict(message)) => message.key,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn mail_goes_in_clear_to_this_machine_only() {
        let post = |url| Post::new(&settings(url, Some("secret"))).unwrap();
        for url in ["smtp://localhost", "smtp://127.0.0.1:2525", "smtp://[::1]:25"] {
            assert!(matches!(post(url).security, Security::Clear), "{url}");
        }
        for url in ["smtp://mail.example", "smtp://u@mail.example:587", "smtp://localhost.example", "smtp://10.0.0.1"] {
            assert!(matches!(post(url).security, Security::Upgraded(_)), "{url}");
        }
        assert!(matches!(post("smtps://u@mail.example").security, Security::FromTheStart(_)));
        assert_eq!((post("smtps://u@mail.example").port, post("smtp://mail.example").port), (465, 587));
        assert_eq!(post("smtps://me@my.example@mail.example:2465").host, "mail.example");
    }

    #[test]
    fn a_setting_that_is_wrong_is_named() {
        for url in ["", "mail.example", "http://mail.example", "smtps://", "smtps://mail.example:x", "smtps://a b"] {
            assert_eq!(refused(&settings(url, None)), "mail-url-wrong", "{url}");
        }
        assert_eq!(refused(&settings("smtps://me:secret@mail.example", None)), "mail-url-password");
        assert_eq!(refused(&settings("smtps://me@mail.example", None)), "mail-password-missing");
        let mut bad = settings("smtps://mail.example", None);
        bad.authority = Some(b"no certificate".to_vec());
        assert_eq!(refused(&bad), "mail-authority-wrong");
        bad.from = "nobody".to_owned();
        bad.authority = None;
        assert_eq!(refused(&bad), "mail-from-wrong");
    }

    #[test]
    fn a_password_is_never_shown() {
        let post = Post::new(&settings("smtps://me@mail.example", Some("secret"))).unwrap();
        assert_eq!(format!("{post:?}"), "Post(mail.example:465)");
    }
}
