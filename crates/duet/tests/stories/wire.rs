//! Talking to the real program byte by byte, as no browser would.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A connection to a program on this machine.
pub(crate) struct Wire {
    stream: BufReader<TcpStream>,
    port: u16,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Said {
    /// One header; empty when there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(have, _)| have == name).map_or("", |(_, value)| value)
    }

    /// Its body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Wire {
    pub(crate) fn open(port: u16) -> io::Result<Wire> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Wire { stream: BufReader::new(stream), port })
    }

    /// Asks for a page, or posts a form, with this cookie.
    pub(crate) fn ask(&mut self, path: &str, form: Option<&str>, cookie: &str) -> io::Result<Said> {
        let (method, body) = form.map_or(("GET", ""), |form| ("POST", form));
        let port = self.port;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost:{port}\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.say(head.as_bytes())?;
        self.hear()
    }

    /// Sends these very bytes.
    pub(crate) fn say(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.get_mut().write_all(bytes)
    }

    /// The next answer; an error when the connection ends before it is whole.
    pub(crate) fn hear(&mut self) -> io::Result<Said> {
        let status = self.line()?.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(ended)?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut said = Said { status, headers, body: Vec::new() };
        if said.header("transfer-encoding") == "chunked" {
            loop {
                let length = usize::from_str_radix(&self.line()?, 16).map_err(|_| ended())?;
                said.body.extend(self.exactly(length)?);
                self.line()?;
                if length == 0 {
                    break;
                }
            }
        } else {
            let length = said.header("content-length").parse().unwrap_or(0);
            said.body = self.exactly(length)?;
        }
        Ok(said)
    }

    /// Says no more, and still listens.
    pub(crate) fn end(&mut self) {
        let _ = self.stream.get_mut().shutdown(std::net::Shutdown::Write);
    }

    /// Whether the other side ends the connection now, and says nothing more.
    pub(crate) fn is_closed(&mut self) -> bool {
        let mut rest = Vec::new();
        self.stream.read_to_end(&mut rest).is_ok() && rest.is_empty()
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 || !line.ends_with('\n') {
            return Err(ended());
        }
        Ok(line.trim_end().to_owned())
    }

    fn exactly(&mut self, length: usize) -> io::Result<Vec<u8>> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }
}

fn ended() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the connection ended")
}
