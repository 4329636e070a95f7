//! A database beyond this machine is spoken to in TLS, with a certificate that holds, or not at all: no name, no password and
//! no statement is said before.

mod vouched;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kit::clock::Clock;
use kit::db::Store;
use kit::random::Random;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use vouched::vouched;

/// What a client asks first: whether there is TLS (PostgreSQL's protocol, section 55.2.10).
const ASKS_FOR_TLS: [u8; 8] = [0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f];
/// What is said before any password: who one is, and what one wants.
const ROLE: &[u8] = b"the_role_of_duet";

/// What a server was told, in clear and in TLS.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<(Vec<u8>, Vec<u8>)>>);

impl Heard {
    /// Whether it was told in clear, or in TLS, who asks.
    fn who(&self) -> (bool, bool) {
        let heard = self.0.lock().expect("nobody panicked");
        let said = |bytes: &[u8]| bytes.windows(ROLE.len()).any(|one| one == ROLE);
        (said(&heard.0), said(&heard.1))
    }

    /// All that was told in clear.
    fn in_clear(&self) -> Vec<u8> {
        self.0.lock().expect("nobody panicked").0.clone()
    }
}

/// A database server with a certificate for this name, which offers TLS or does not: its port, its certificate, and what it
/// hears. It answers nobody who has said who they are: only how far they go is looked at.
async fn server(name: &str, offers: bool) -> (u16, Vec<u8>, Heard) {
    let (acceptor, pem) = vouched(name);
    let (listener, heard) = (TcpListener::bind("127.0.0.1:0").await.expect("a free port"), Heard::default());
    let (port, hears) = (listener.local_addr().expect("an address").port(), heard.clone());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0; 8];
            let read = stream.read(&mut asked).await.unwrap_or(0);
            hears.0.lock().expect("nobody panicked").0.extend_from_slice(&asked[..read]);
            if !offers {
                let _ = stream.write_all(b"N").await;
                // A client that went on in clear would say who it is now.
                let mut more = [0; 1024];
                let read = stream.read(&mut more).await.unwrap_or(0);
                hears.0.lock().expect("nobody panicked").0.extend_from_slice(&more[..read]);
                continue;
            }
            let _ = stream.write_all(b"S").await;
            if let Ok(mut stream) = acceptor.accept(stream).await {
                let mut said = [0; 1024];
                let read = stream.read(&mut said).await.unwrap_or(0);
                hears.0.lock().expect("nobody panicked").1.extend_from_slice(&said[..read]);
            }
        }
    });
    (port, pem, heard)
}

/// Opens a database of this name, which is on this machine in truth; it fails, since nobody here is one.
async fn opens(port: u16, name: &str, more: &str) {
    let role = std::str::from_utf8(ROLE).expect("a name");
    let url = format!("postgres://{role}:secret@{name}:{port}/duet?hostaddr=127.0.0.1{more}");
    let opening = Store::open(&url, kit::seal::MIGRATIONS, Clock::system("Europe/London"), Random::seeded(1));
    let opened = tokio::time::timeout(Duration::from_secs(20), opening).await.expect("it ends");
    assert!(opened.is_err(), "this server is no database");
}

/// The file of an authority, and how an address names it.
fn named(pem: &[u8]) -> (tempfile::NamedTempFile, String) {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), pem).expect("a file can be written");
    let named = format!("&sslrootcert={}", file.path().display());
    (file, named)
}

#[tokio::test]
async fn one_that_an_authority_of_ones_own_vouches_for_is_told_who_asks() {
    let (port, pem, heard) = server("db.example", true).await;
    let (_file, authority) = named(&pem);
    opens(port, "db.example", &authority).await;
    assert_eq!(heard.who(), (false, true), "in TLS, and not in clear");
    assert_eq!(heard.in_clear(), ASKS_FOR_TLS);
}

#[tokio::test]
async fn one_that_nobody_vouches_for_is_told_nothing() {
    let (port, _, heard) = server("db.example", true).await;
    opens(port, "db.example", "").await;
    let (_, another, _) = server("db.example", true).await;
    let (_file, authority) = named(&another);
    opens(port, "db.example", &authority).await;
    assert_eq!(heard.who(), (false, false));
    assert!(heard.in_clear().starts_with(&ASKS_FOR_TLS), "it was asked for TLS");
}

#[tokio::test]
async fn one_for_another_name_is_told_nothing() {
    let (port, pem, heard) = server("elsewhere.example", true).await;
    let (_file, authority) = named(&pem);
    opens(port, "db.example", &authority).await;
    assert_eq!(heard.who(), (false, false));
    assert!(heard.in_clear().starts_with(&ASKS_FOR_TLS), "it was asked for TLS");
}

#[tokio::test]
async fn one_that_offers_no_tls_is_told_nothing_whatever_the_address_says() {
    for more in ["", "&sslmode=prefer", "&sslmode=disable"] {
        let (port, pem, heard) = server("db.example", false).await;
        let (_file, authority) = named(&pem);
        opens(port, "db.example", &format!("{more}{authority}")).await;
        assert_eq!(heard.who(), (false, false), "{more}");
        assert_eq!(heard.in_clear(), ASKS_FOR_TLS, "{more}");
    }
}
