//! A mail server of one's own, on this machine, which does as it is told and keeps what it takes.

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use data_encoding::BASE64;
use kit::mail::{Post, PostSettings};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A mail that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// To which address.
    pub to: String,
    /// All of it, as it came.
    pub raw: String,
}

/// A mail server. It stops when it is dropped.
#[derive(Debug)]
pub struct Mailbox {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    serving: tokio::task::JoinHandle<()>,
}

#[derive(Debug, Default)]
struct State {
    taken: Vec<Taken>,
    said: BTreeMap<String, VecDeque<&'static str>>,
    is_down: bool,
    tries: u32,
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Mailbox {
    /// Opens one.
    ///
    /// # Panics
    /// When this machine has no free port.
    pub async fn open() -> Mailbox {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state: Arc<Mutex<State>> = Arc::default();
        let kept = Arc::clone(&state);
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&kept)));
            }
        });
        Mailbox { address, state, serving }
    }

    /// The way to it, as Duet has it.
    ///
    /// # Panics
    /// Never: its settings are whole.
    #[must_use]
    pub fn post(&self) -> Post {
        let settings = PostSettings {
            url: format!("smtp://{}", self.address),
            password: None,
            from: "Duet <duet@duet.example>".to_owned(),
            authority: None,
            public_host: "duet.example".to_owned(),
        };
        Post::new(&settings).expect("a way to the mailbox")
    }

    /// Says this, once, to the next mail for an address; said several times, one after the other.
    pub fn says(&self, address: &str, reply: &'static str) {
        self.state().said.entry(address.to_owned()).or_default().push_back(reply);
    }

    /// Answers nobody any more, or again.
    pub fn set_down(&self, is_down: bool) {
        self.state().is_down = is_down;
    }

    /// What it has taken so far.
    #[must_use]
    pub fn taken(&self) -> Vec<Taken> {
        self.state().taken.clone()
    }

    /// What it has taken for an address.
    #[must_use]
    pub fn taken_for(&self, address: &str) -> Vec<Taken> {
        self.taken().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// How often somebody came.
    #[must_use]
    pub fn tries(&self) -> u32 {
        self.state().tries
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panics with it")
    }
}

impl Taken {
    /// A header, as it came.
    #[must_use]
    pub fn header(&self, name: &str) -> String {
        header(&self.raw, name)
    }

    /// Its text, as its receiver reads it.
    #[must_use]
    pub fn text(&self) -> String {
        text(&self.raw)
    }

    /// All it says: every header, and its text.
    #[must_use]
    pub fn whole(&self) -> String {
        read(&self.raw)
    }
}

/// All that a mail says, as its receiver reads it: its headers, and its text.
pub(crate) fn read(raw: &str) -> String {
    let head = raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
    format!("{}\n\n{}", decoded(&head), text(raw))
}

fn header(raw: &str, name: &str) -> String {
    let head = raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
    let line = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned));
    line.unwrap_or_default()
}

fn text(raw: &str) -> String {
    let body = raw.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    match header(raw, "Content-Transfer-Encoding").as_str() {
        "quoted-printable" => unquoted(&body.replace("=\r\n", "")),
        "base64" => letters(&body.replace("\r\n", "")),
        _ => body.to_owned(),
    }
}

/// A header with its encoded words (RFC 2047) as they read.
fn decoded(head: &str) -> String {
    let (mut out, mut rest) = (String::new(), head);
    while let Some((before, after)) = rest.split_once("=?") {
        let parts: Vec<&str> = after.splitn(4, '?').collect();
        let [_, how, words, end] = parts[..] else { break };
        // The space between two of them stands for nothing.
        out += if out.is_empty() { before } else { before.trim_start_matches(' ') };
        out += &if how.eq_ignore_ascii_case("b") { letters(words) } else { unquoted(&words.replace('_', " ")) };
        rest = end.strip_prefix('=').unwrap_or(end);
    }
    out + rest
}

/// Base64, as the letters it stands for.
fn letters(text: &str) -> String {
    String::from_utf8_lossy(&BASE64.decode(text.as_bytes()).expect("base64")).into_owned()
}

/// Quoted-printable (RFC 2045, section 6.7), without its soft line ends.
fn unquoted(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('=');
    bytes.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        let byte = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(b'?'));
        bytes.extend_from_slice(part.get(2..).unwrap_or_default().as_bytes());
    }
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
}

async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>) {
    {
        let mut state = state.lock().expect("nobody panics with it");
        state.tries += 1;
        if state.is_down {
            return;
        }
    }
    let (read, mut write) = stream.split();
    let mut lines = BufReader::new(read).lines();
    let mut to = String::new();
    let _ = write.write_all(b"220 mailbox\r\n").await;
    while let Ok(Some(line)) = lines.next_line().await {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let reply = match word.as_str() {
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let mut state = state.lock().expect("nobody panics with it");
                state.said.get_mut(&to).and_then(VecDeque::pop_front).unwrap_or("250 ok")
            }
            "DATA" => {
                let _ = write.write_all(b"354 go on\r\n").await;
                let mut raw = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    raw.push_str("\r\n");
                }
                state.lock().expect("nobody panics with it").taken.push(Taken { to: to.clone(), raw });
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        if write.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() || word == "QUIT" {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_read_as_its_receiver_reads_it() {
        let raw = "Subject: =?utf-8?b?RWljaCBt?= =?utf-8?Q?entor_newydd?=\r\nX: one\r\n two\r\n\
                   Content-Transfer-Encoding: base64\r\n\r\nQW5ud3ls\r\nIFNpw6Ju\r\n";
        assert_eq!(
            read(raw).split_once("\n\n"),
            Some(("Subject: Eich mentor newydd\r\nX: one two\r\nContent-Transfer-Encoding: base64", "Annwyl Siân"))
        );
        let raw = "Content-Transfer-Encoding: quoted-printable\r\n\r\nSi=C3=A2n, a long li=\r\nne";
        assert_eq!(text(raw), "Siân, a long line");
    }
}
