//! Mail goes to a server whose certificate holds, and to no other.

use std::sync::Arc;

use kit::clock::Instant;
use kit::id::Uuid;
use kit::mail::{Mail, Post, PostSettings, Reply, Why};
use kit::words::Language;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// A mail server with a certificate of its own for this name: its port, and the certificate.
async fn server(name: &str) -> (u16, Vec<u8>) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed([name.to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key);
    let acceptor = TlsAcceptor::from(Arc::new(config.expect("a configuration")));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if let Ok(stream) = acceptor.accept(stream).await {
                talk(stream).await;
            }
        }
    });
    (port, cert.pem().into_bytes())
}

/// Takes one mail.
async fn talk(stream: impl AsyncRead + AsyncWrite) {
    let (read, mut write) = tokio::io::split(stream);
    let mut lines = BufReader::new(read).lines();
    let (mut reply, mut is_mail) = ("220 here", false);
    loop {
        let _ = write.write_all(format!("{reply}\r\n").as_bytes()).await;
        reply = loop {
            let Ok(Some(line)) = lines.next_line().await else { return };
            match line.as_str() {
                "DATA" => {
                    is_mail = true;
                    break "354 go on";
                }
                "." if is_mail => {
                    is_mail = false;
                    break "250 taken";
                }
                _ if is_mail => {}
                _ => break "250 ok",
            }
        };
    }
}

async fn reply(port: u16, authority: Option<Vec<u8>>) -> Reply {
    let settings = PostSettings {
        url: format!("smtps://localhost:{port}"),
        password: None,
        from: "Duet <duet@duet.example>".to_owned(),
        authority,
        public_host: "duet.example".to_owned(),
    };
    let mail = Mail {
        id: Uuid::nil(),
        name: "Siân".to_owned(),
        address: "sian@conwy.example".to_owned(),
        reply_to: None,
        language: Language::Welsh,
        subject: "Eich mentor".to_owned(),
        text: "Annwyl Siân".to_owned(),
        html: None,
        written_at: Instant::UNIX_EPOCH,
    };
    Post::new(&settings).expect("a mail server").send(&mail).await.expect("an address")
}

fn why(reply: Reply) -> Why {
    match reply {
        Reply::Later(trouble) => trouble.why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn one_that_an_authority_of_ones_own_vouches_for_is_trusted() {
    let (port, authority) = server("localhost").await;
    assert_eq!(reply(port, Some(authority)).await, Reply::Taken);
}

#[tokio::test]
async fn one_that_nobody_vouches_for_gets_no_mail() {
    let (port, _) = server("localhost").await;
    assert_eq!(why(reply(port, None).await), Why::Certificate);
    let (_, another) = server("localhost").await;
    assert_eq!(why(reply(port, Some(another)).await), Why::Certificate);
}

#[tokio::test]
async fn one_for_another_name_gets_no_mail() {
    let (port, authority) = server("elsewhere.example").await;
    assert_eq!(why(reply(port, Some(authority)).await), Why::Certificate);
}

#[tokio::test]
async fn one_that_is_not_there_is_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    assert_eq!(why(reply(port, None).await), Why::Unreachable);
}
