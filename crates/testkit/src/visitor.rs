//! Somebody with a browser: keeps cookies, follows redirects, presses buttons.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use scraper::Html;
use tower::ServiceExt as _;

use crate::form;
use crate::page::Page;

/// A file to send: the field's name, the file's name, its bytes.
pub type Upload<'u> = (&'u str, &'u str, &'u [u8]);

/// A browser and who sits before it.
#[derive(Clone)]
pub struct Visitor {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: Vec<(&'static str, String)>,
}

impl std::fmt::Debug for Visitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visitor").field("cookies", &self.cookies.keys().collect::<Vec<_>>()).finish()
    }
}

/// Redirects followed before something is taken to be wrong.
const MOST_STEPS: usize = 5;
/// What parts a sent file from the next.
const BOUNDARY: &str = "a-line-that-stands-in-no-file";

impl Visitor {
    pub(crate) fn new(router: Router) -> Visitor {
        Visitor { router, cookies: BTreeMap::new(), headers: vec![("sec-fetch-site", "same-origin".to_owned())] }
    }

    /// Sends this header from now on, instead of any of that name.
    pub fn set_header(&mut self, name: &'static str, value: &str) {
        self.headers.retain(|(have, _)| *have != name);
        self.headers.push((name, value.to_owned()));
    }

    /// Sends no header of this name any more.
    pub fn forget_header(&mut self, name: &str) {
        self.headers.retain(|(have, _)| *have != name);
    }

    /// Keeps this cookie.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The names and values of the cookies kept.
    #[must_use]
    pub fn cookies(&self) -> &BTreeMap<String, String> {
        &self.cookies
    }

    /// Goes to a path of ours.
    pub async fn get(&mut self, path: &str) -> Page {
        self.browse(Method::GET, path, "", Body::empty()).await
    }

    /// Follows the link of these words.
    ///
    /// # Panics
    /// When there is none on the page.
    pub async fn follow(&mut self, page: &Page, words: &str) -> Page {
        let address = page.link(words);
        self.get(&address).await
    }

    /// Fills fields in, by their labels, legends or names, and presses a button of the same form. A choice is made
    /// by its label or value; a day is written as `27 3 2027`.
    ///
    /// # Panics
    /// When no form has the button and the fields, with what there is.
    pub async fn press(&mut self, page: &Page, button: &str, typed: &[(&str, &str)]) -> Page {
        let filled = form::fill(page, button, typed);
        let pairs: Vec<(&str, &str)> =
            filled.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(&filled.action, &pairs).await
    }

    /// Posts a form that no page showed.
    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let body = pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
        let body = body.collect::<Vec<_>>().join("&");
        self.browse(Method::POST, path, "application/x-www-form-urlencoded", Body::from(body)).await
    }

    /// Sends files.
    pub async fn upload(&mut self, path: &str, files: &[Upload<'_>]) -> Page {
        let (kind, body) = multipart(files);
        self.browse(Method::POST, path, &kind, body).await
    }

    /// Sends one request and stays with its answer, even when that leads on.
    pub async fn send(&mut self, method: Method, path: &str, kind: &str, body: Body) -> Page {
        let answering = self.router.clone().oneshot(self.request(method, path, kind, body));
        // The body is read inside: whatever it takes is counted.
        let whole = async {
            let answer = answering.await.unwrap_or_else(|never| match never {});
            let (head, body) = answer.into_parts();
            let body = body.collect().await.map(|body| body.to_bytes().to_vec());
            (head.status, head.headers, body.unwrap_or_else(|cause| panic!("{path} breaks off: {cause}")))
        };
        let ((status, headers, body), statements) = kit::db::counted(whole).await;
        self.keep_cookies(&headers);
        let html = Html::parse_document(&String::from_utf8_lossy(&body));
        Page { status, headers, path: path.to_owned(), body, statements, html }
    }

    /// Sends a request and goes where it leads.
    async fn browse(&mut self, method: Method, path: &str, kind: &str, body: Body) -> Page {
        let mut page = self.send(method, path, kind, body).await;
        for _ in 0..MOST_STEPS {
            if page.status != StatusCode::SEE_OTHER {
                return page;
            }
            let to = page.header(LOCATION.as_str()).to_owned();
            assert!(to.starts_with('/') && !to.starts_with("//"), "{path} leads elsewhere: {to}");
            page = self.send(Method::GET, &to, "", Body::empty()).await;
        }
        panic!("{path} leads in circles");
    }

    fn request(&self, method: Method, path: &str, kind: &str, body: Body) -> Request<Body> {
        let mut request = Request::builder().method(method).uri(path).header(HOST, "duet.example");
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if !kind.is_empty() {
            request = request.header(CONTENT_TYPE, kind);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, pairs.join("; "));
        }
        request.body(body).unwrap_or_else(|cause| panic!("{path} is no request: {cause}"))
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for set in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let Some((name, rest)) = set.split_once('=') else { continue };
            if set.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap_or("").to_owned());
            }
        }
    }
}

/// A text as it stands in a posted form.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Files as a browser sends them: content type and body.
pub fn multipart(files: &[Upload<'_>]) -> (String, Body) {
    let mut body = Vec::new();
    for (field, name, bytes) in files {
        let head = format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(b"\r\ncontent-type: application/octet-stream\r\n\r\n");
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    (kind, Body::from(body))
}
