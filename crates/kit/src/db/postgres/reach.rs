//! How a server is reached: on this machine in clear, and beyond it by TLS that checks its certificate, or not at all.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::{Error, Message, Result};

/// What an address names the authority by that vouches for its server, as in PostgreSQL's own programs.
const AUTHORITY: &str = "sslrootcert";

/// Where a server is, and how it is spoken to.
pub(super) struct Reach {
    pub(super) config: Config,
    /// None on this machine.
    pub(super) tls: Option<MakeRustlsConnect>,
}

impl Reach {
    /// The server at an address. Beyond this machine nothing goes in clear, whatever the address says or the server would
    /// allow; and the server's certificate must be one that the public authorities vouch for, or that in the file which
    /// `sslrootcert` names in the address.
    ///
    /// # Errors
    /// `Conflict` when that file holds no certificates; `Internal` when the address is none.
    pub(super) fn of(url: &str) -> Result<Reach> {
        let (url, authority) = without_authority(url);
        let mut config: Config = url.parse()?;
        if is_loopback(&config) {
            return Ok(Reach { config, tls: None });
        }
        config.ssl_mode(SslMode::Require);
        let roots = match authority {
            Some(file) => roots_in(&file)?,
            None => webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect(),
        };
        Ok(Reach { config, tls: Some(MakeRustlsConnect::new(verified_tls(roots)?)) })
    }

    /// One connection, closed when it is dropped.
    pub(super) async fn connect(self) -> Result<Client> {
        match self.tls {
            None => {
                let (client, connection) = self.config.connect(NoTls).await?;
                tokio::spawn(connection);
                Ok(client)
            }
            Some(tls) => {
                let (client, connection) = self.config.connect(tls).await?;
                tokio::spawn(connection);
                Ok(client)
            }
        }
    }
}

/// An address without the file of an authority, and the file.
fn without_authority(url: &str) -> (String, Option<String>) {
    let Some((before, query)) = url.split_once('?') else { return (url.to_owned(), None) };
    let named = |part: &&str| part.split_once('=').is_some_and(|(name, _)| name == AUTHORITY);
    let (authority, rest): (Vec<&str>, Vec<&str>) = query.split('&').partition(named);
    let file = authority.last().and_then(|part| part.split_once('=')).map(|(_, file)| unescaped(file));
    let query = if rest.is_empty() { String::new() } else { format!("?{}", rest.join("&")) };
    (format!("{before}{query}"), file)
}

/// A part of an address as it was meant: `%2F` is a slash.
fn unescaped(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((byte, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| *byte == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match escaped.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(meant) => {
                bytes.push(meant);
                rest = &after[2..];
            }
            None => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The certificates of a file, each of them an authority.
fn roots_in(file: &str) -> Result<RootCertStore> {
    let wrong = || Error::conflict(Message::new("database-authority").with("file", file));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|_| wrong())? {
        roots.add(certificate.map_err(|_| wrong())?).map_err(|_| wrong())?;
    }
    if roots.is_empty() { Err(wrong()) } else { Ok(roots) }
}

/// TLS that checks the server's certificate and its name: the only kind used beyond this machine.
fn verified_tls(roots: RootCertStore) -> Result<ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(builder.map_err(Error::internal)?.with_root_certificates(roots).with_no_client_auth())
}

/// Whether every address the server may have is this machine. None named: not known, so no.
fn is_loopback(config: &Config) -> bool {
    let by_name = config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        Host::Unix(_) => true,
    });
    let named = !config.get_hosts().is_empty() || !config.get_hostaddrs().is_empty();
    named && by_name && config.get_hostaddrs().iter().all(std::net::IpAddr::is_loopback)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_spoken_to_in_clear() {
        let is_clear = |url: &str| Reach::of(url).map(|reach| reach.tls.is_none()).unwrap();
        for url in [
            "postgres://duet@localhost/duet",
            "postgres://duet@127.0.0.1:5433/duet?sslmode=disable",
            "postgres://duet@[::1]/duet",
            "postgres:///duet?host=/run/postgresql",
            "postgres://duet@localhost,127.0.0.1/duet",
        ] {
            assert!(is_clear(url), "{url}");
        }
        for url in [
            "postgres://duet@db.example/duet",
            "postgres://duet@db.example/duet?sslmode=disable",
            "postgres://duet@db.example/duet?sslmode=prefer",
            "postgres://duet@db.example/duet?hostaddr=127.0.0.1",
            "postgres://duet@localhost/duet?hostaddr=10.0.0.1",
            "postgres://duet@localhost,db.example/duet",
            "postgres://duet@127.0.0.1.db.example/duet",
            "postgres://duet@localhost.db.example/duet",
            "postgres:///duet",
        ] {
            let reach = Reach::of(url).unwrap();
            assert!(reach.tls.is_some() && reach.config.get_ssl_mode() == SslMode::Require, "{url}");
        }
    }

    #[test]
    fn an_authority_is_taken_out_of_an_address() {
        let taken = |url: &str| without_authority(url);
        let (with, without) = ("postgres://duet@db.example/duet", "postgres://duet@db.example/duet?sslmode=require");
        assert_eq!(taken(with), (with.to_owned(), None));
        assert_eq!(
            taken(&format!("{with}?sslrootcert=/etc/ca.pem")),
            (with.to_owned(), Some("/etc/ca.pem".to_owned()))
        );
        let both = format!("{with}?sslrootcert=%2Fmy%20ca.pem&sslmode=require");
        assert_eq!(taken(&both), (without.to_owned(), Some("/my ca.pem".to_owned())));
        assert_eq!(unescaped("%zz%4"), "%zz%4");
    }

    #[test]
    fn a_file_that_is_no_authority_is_said() {
        for file in ["/nowhere/ca.pem", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")] {
            let refused = Reach::of(&format!("postgres://duet@db.example/duet?sslrootcert={file}")).err().unwrap();
            assert!(matches!(refused, Error::Conflict(why) if why.key == "database-authority"), "{file}");
        }
    }
}
