//! A minimal HTTP/1.1 client on one keep-alive connection, so that what is measured is the server.

use crate::Result;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
};

/// One connection and the cookies it was given.
pub(super) struct Client {
    stream: BufReader<TcpStream>,
    host: String,
    cookies: BTreeMap<String, String>,
}

/// What the server said.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    /// Bytes that came, headers included; what parts the chunks of a body is not counted.
    pub(super) on_the_wire: usize,
}

impl Answer {
    /// A header by its lower-case name.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    /// Connects to `localhost:PORT`.
    pub(super) fn connect(host: &str) -> Result<Self> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), host: host.to_owned(), cookies: BTreeMap::new() })
    }

    /// Fetches a page, compressed with `encoding` if the server can (`identity` for plain).
    pub(super) fn get(&mut self, path: &str, encoding: &str) -> Result<Answer> {
        self.ask("GET", path, &format!("accept-encoding: {encoding}\r\n"), "")
    }

    /// Sends a form, as a browser on the same site would.
    pub(super) fn post(&mut self, path: &str, fields: &[(String, String)]) -> Result<Answer> {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", quoted(name), quoted(value))).collect();
        let headers = format!(
            "origin: http://{}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\n",
            self.host
        );
        self.ask("POST", path, &headers, &pairs.join("&"))
    }

    /// Sends files, as a browser on the same site would.
    pub(super) fn upload(&mut self, path: &str, files: &[(&str, &str)]) -> Result<Answer> {
        let part = |(name, text): &(&str, &str)| {
            format!(
                "--duetbench\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{name}.csv\"\r\n\
                 content-type: text/csv\r\n\r\n{text}\r\n"
            )
        };
        let body: String = files.iter().map(part).chain(["--duetbench--\r\n".to_owned()]).collect();
        let headers = format!(
            "origin: http://{}\r\nsec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary=duetbench\r\n",
            self.host
        );
        self.ask("POST", path, &headers, &body)
    }

    fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Result<Answer> {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = if cookies.is_empty() { String::new() } else { format!("cookie: {}\r\n", cookies.join("; ")) };
        let host = &self.host;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\n{cookies}{headers}content-length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let answer = read(&mut self.stream)?;
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
        Ok(answer)
    }
}

fn read(stream: &mut impl BufRead) -> Result<Answer> {
    let first = line(stream)?;
    let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| format!("not an HTTP answer: {first:?}"))?;
    let mut headers = Vec::new();
    let mut on_the_wire = first.len() + 2;
    loop {
        let header = line(stream)?;
        on_the_wire += header.len() + 2;
        match header.split_once(':') {
            Some((name, value)) => {
                headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
            }
            None => break,
        }
    }
    let mut answer = Answer { status, headers, body: Vec::new(), on_the_wire };
    if answer.header("transfer-encoding") == Some("chunked") {
        answer.body = chunks(stream)?;
    } else if let Some(length) = answer.header("content-length") {
        answer.body = exactly(stream, length.parse()?)?;
    }
    answer.on_the_wire += answer.body.len();
    Ok(answer)
}

fn chunks(stream: &mut impl BufRead) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let length = usize::from_str_radix(line(stream)?.split(';').next().unwrap_or_default().trim(), 16)?;
        body.extend(exactly(stream, length)?);
        line(stream)?;
        if length == 0 {
            return Ok(body);
        }
    }
}

fn exactly(stream: &mut impl Read, length: usize) -> Result<Vec<u8>> {
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(body)
}

fn line(stream: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Err("the server closed the connection".into());
    }
    Ok(line.trim_end().to_owned())
}

/// Percent-encodes everything but letters, digits and `-._`.
pub(super) fn quoted(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reads_a_body_by_length_and_in_chunks() {
        let plain = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello";
        let chunked = "HTTP/1.1 404 No\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=1\r\nlo\r\n0\r\n\r\n";
        for (text, status) in [(plain, 200), (chunked, 404)] {
            let answer = read(&mut text.as_bytes()).expect("a whole answer");
            assert_eq!((answer.status, answer.text().as_str()), (status, "hello"));
        }
    }
}
