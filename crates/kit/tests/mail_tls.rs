//! Mail goes to a server whose certificate holds, and to no other.

mod vouched;

use std::sync::Arc;

use kit::clock::Instant;
use kit::id::Uuid;
use kit::mail::{Mail, Post, PostSettings, Reply, Why};
use kit::words::Language;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use vouched::vouched;

/// A mail server with a certificate of its own for this name: its port, and the certificate.
async fn server(name: &str) -> (u16, Vec<u8>) {
    let (acceptor, pem) = vouched(name);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if let Ok(stream) = acceptor.accept(stream).await {
                talk(stream, "220 here").await;
            }
        }
    });
    (port, pem)
}

/// Takes one mail.
async fn talk(stream: impl AsyncRead + AsyncWrite, hello: &'static str) {
    let (read, mut write) = tokio::io::split(stream);
    let mut lines = BufReader::new(read).lines();
    let (mut reply, mut is_mail) = (hello, false);
    loop {
        if !reply.is_empty() {
            let _ = write.write_all(format!("{reply}\r\n").as_bytes()).await;
        }
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
    reply_of(post(&format!("smtps://localhost:{port}"), authority)).await
}

fn post(url: &str, authority: Option<Vec<u8>>) -> Post {
    let settings = PostSettings {
        url: url.to_owned(),
        password: None,
        from: "Duet <duet@duet.example>".to_owned(),
        authority,
        public_host: "duet.example".to_owned(),
    };
    Post::new(&settings).expect("a mail server")
}

/// The same, of a mail server by another name than this machine's.
fn upgraded(port: u16, authority: Option<Vec<u8>>) -> Post {
    post("smtp://mail.example:587", authority).reached_at(([127, 0, 0, 1], port).into())
}

async fn reply_of(post: Post) -> Reply {
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
    post.send(&mail).await.expect("an address")
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

/// What a server was told in clear.
type Heard = Arc<std::sync::Mutex<Vec<String>>>;

/// A mail server that begins in clear, and offers to go on in TLS, or does not: its port, its certificate, and what it was
/// told in clear.
async fn upgrading(name: &str, offers: bool) -> (u16, Vec<u8>, Heard) {
    let (acceptor, pem) = vouched(name);
    let (listener, heard) = (TcpListener::bind("127.0.0.1:0").await.expect("a free port"), Heard::default());
    let (port, hears) = (listener.local_addr().expect("an address").port(), Arc::clone(&heard));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let _ = stream.write_all(b"220 here\r\n").await;
            loop {
                let mut line = String::new();
                if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                    break;
                }
                hears.lock().expect("nobody panicked").push(line.trim_end().to_owned());
                let said: &[u8] = match (line.trim_end(), offers) {
                    ("STARTTLS", true) => b"220 go on\r\n",
                    (line, true) if line.starts_with("EHLO") => b"250-here\r\n250 STARTTLS\r\n",
                    (line, false) if line.starts_with("EHLO") => b"250 here\r\n",
                    _ => b"502 not here\r\n",
                };
                let _ = stream.write_all(said).await;
                if said.starts_with(b"220") {
                    if let Ok(stream) = acceptor.accept(stream.into_inner()).await {
                        talk(stream, "").await;
                    }
                    break;
                }
            }
        }
    });
    (port, pem, heard)
}

/// Nothing of a mail, nor who one is, was said before TLS.
fn said_little(heard: &Heard) {
    let heard = heard.lock().expect("nobody panicked");
    assert!(!heard.is_empty());
    for line in heard.iter() {
        assert!(line.starts_with("EHLO") || ["STARTTLS", "QUIT", "RSET", "NOOP"].contains(&line.as_str()), "{line}");
    }
}

#[tokio::test]
async fn one_that_begins_in_clear_gets_its_mail_in_tls() {
    let (port, authority, heard) = upgrading("mail.example", true).await;
    assert_eq!(reply_of(upgraded(port, Some(authority.clone()))).await, Reply::Taken);
    said_little(&heard);
    assert_eq!(upgraded(port, Some(authority)).greet().await, Ok(()));
    let (port, _, heard) = upgrading("mail.example", true).await;
    assert_eq!(why(reply_of(upgraded(port, None)).await), Why::Certificate);
    said_little(&heard);
    let (port, authority, heard) = upgrading("elsewhere.example", true).await;
    assert_eq!(why(reply_of(upgraded(port, Some(authority))).await), Why::Certificate);
    said_little(&heard);
}

#[tokio::test]
async fn one_that_offers_no_tls_gets_no_mail() {
    let (port, authority, heard) = upgrading("mail.example", false).await;
    assert_eq!(why(reply_of(upgraded(port, Some(authority.clone()))).await), Why::NoTls);
    said_little(&heard);
    let greeted = upgraded(port, Some(authority)).greet().await;
    assert_eq!(greeted.map_err(|trouble| trouble.why), Err(Why::NoTls));
}

#[tokio::test]
async fn whoever_looks_whether_all_is_well_greets_it_and_sends_nothing() {
    let (port, authority) = server("localhost").await;
    assert_eq!(post(&format!("smtps://localhost:{port}"), Some(authority)).greet().await, Ok(()));
    let told = post(&format!("smtps://localhost:{port}"), None).greet().await;
    assert_eq!(told.map_err(|trouble| trouble.why), Err(Why::Certificate));
}
