//! The mail server, as `duet serve` is told of it.

use std::path::{Path, PathBuf};

use kit::mail::{Post, PostSettings};
use kit::{Error, Result};

#[derive(clap::Args)]
pub(super) struct MailArgs {
    /// The mail server: smtps://user@host:465, or smtp://user@host:587 (then by STARTTLS). Without one, letters wait on a
    /// page. Its password is read from DUET_SMTP_PASSWORD or a file, never from here.
    #[arg(long, env = "DUET_SMTP_URL")]
    smtp_url: Option<String>,
    /// A file that holds the mail server's password, and nothing else.
    #[arg(long, env = "DUET_SMTP_PASSWORD_FILE")]
    smtp_password_file: Option<PathBuf>,
    /// A certificate authority (PEM) to trust for the mail server, beside those that browsers trust.
    #[arg(long, env = "DUET_SMTP_AUTHORITY")]
    smtp_authority: Option<PathBuf>,
    /// Whom mail is from: Duet <duet@example.org>.
    #[arg(long, env = "DUET_MAIL_FROM")]
    mail_from: Option<String>,
}

/// An address may hold a password that should not be there: nothing is shown.
impl std::fmt::Debug for MailArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MailArgs")
    }
}

impl MailArgs {
    /// The mail server, if one is set.
    ///
    /// # Errors
    /// `Conflict` that names the setting that is wrong; `Internal` when a file cannot be read.
    pub(super) fn post(&self, public_url: &str) -> Result<Option<Post>> {
        let Some(url) = &self.smtp_url else { return Ok(None) };
        let from = self.mail_from.clone().ok_or_else(|| Error::conflict("mail-from-wrong"))?;
        let password = match &self.smtp_password_file {
            Some(file) => Some(String::from_utf8_lossy(&read(file)?).trim_end_matches(['\r', '\n']).to_owned()),
            None => std::env::var("DUET_SMTP_PASSWORD").ok(),
        };
        let authority = self.smtp_authority.as_deref().map(read).transpose()?;
        let public_host = host_of(public_url).to_owned();
        Post::new(&PostSettings { url: url.clone(), password, from, authority, public_host }).map(Some)
    }
}

fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(|cause| Error::internal(format!("{}: {cause}", file.display())))
}

/// The host of an address: `duet.example` of `https://duet.example:8443`.
fn host_of(url: &str) -> &str {
    let place = url.split_once("://").map_or(url, |(_, rest)| rest);
    let place = place.split('/').next().unwrap_or(place);
    place.rsplit_once(':').map_or(place, |(host, _)| host)
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn the_host_is_found_in_an_address() {
        assert_eq!(host_of("https://duet.example"), "duet.example");
        assert_eq!(host_of("https://duet.example:8443/x"), "duet.example");
        assert_eq!(host_of("http://localhost:8080"), "localhost");
    }
}
