//! Pages that are safe by default: headers on every answer, no cross-site posts, one kind of cookie,
//! assets with a hash in their address.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode, Version};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::token::hex;

/// Everything a page may load comes from us; nothing may frame it; no script or style stands in it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

static ON_EVERY_ANSWER: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // `no-referrer` would make forms send `Origin: null`.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("permissions-policy"), "geolocation=(), camera=(), microphone=(), payment=(), usb=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Puts the headers on every answer (`no-store` unless it says otherwise).
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in &ON_EVERY_ANSWER {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses what no browser sends (`odd`), posts that another site's page made, and, where only this machine is served, hosts by another name
/// (an attacker's name can be made to lead here).
pub async fn guard(State(only_here): State<bool>, request: Request, next: Next) -> Response {
    if let Some(status) = odd(&request) {
        return (status, [(header::CONNECTION, "close")]).into_response();
    }
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if only_here && host.is_some_and(|host| !is_this_machine(host)) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    if !is_safe(request.method()) && !is_ours(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

/// What no browser sends, and two programs on the way might read differently: the refusal.
fn odd(request: &Request) -> Option<StatusCode> {
    if [Method::TRACE, Method::CONNECT].contains(request.method()) {
        return Some(StatusCode::METHOD_NOT_ALLOWED);
    }
    let (headers, uri) = (request.headers(), request.uri());
    let hosts: Vec<&HeaderValue> = headers.get_all(header::HOST).iter().collect();
    let one_host = match request.version() {
        Version::HTTP_11 => hosts.len() == 1,
        _ => hosts.len() <= 1,
    };
    let same_host = match (uri.authority(), hosts.first()) {
        (Some(in_address), Some(host)) => in_address.as_str().as_bytes() == host.as_bytes(),
        _ => true,
    };
    let fine = one_host && same_host && !uri.query().is_some_and(says_twice);
    (!fine).then_some(StatusCode::BAD_REQUEST)
}

/// Whether a query gives one name two values: readers would differ in which one holds.
fn says_twice(query: &str) -> bool {
    let mut names: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap_or(pair)).collect();
    names.sort_unstable();
    names.windows(2).any(|two| two[0] == two[1] && !two[0].is_empty())
}

fn is_this_machine(host: &str) -> bool {
    let name = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
        .map_or(host, |(name, _)| name);
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

fn is_safe(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::OPTIONS].contains(method)
}

/// Whether a post comes from one of our own pages: `Sec-Fetch-Site` says so, or, from a browser that does
/// not send it, `Origin` names our host (Go 1.25's `CrossOriginProtection`). Neither: refused.
fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match text(HeaderName::from_static("sec-fetch-site")) {
        Some(site) => ["same-origin", "none"].contains(&site),
        None => {
            let origin = text(header::ORIGIN).and_then(|origin| origin.split_once("://"));
            origin.is_some_and(|(_, host)| text(header::HOST) == Some(host))
        }
    }
}

/// The value of a cookie, if the visitor sent it.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let pairs =
        headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|all| all.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(of, _)| *of == name).map(|(_, value)| value)
}

/// A `Set-Cookie` header: `__Host-` names only, for `seconds`, or gone at once when 0.
#[must_use]
pub fn set_cookie(name: &'static str, value: &str, seconds: u64) -> (HeaderName, String) {
    debug_assert!(name.starts_with("__Host-"));
    (header::SET_COOKIE, format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax"))
}

/// The same, until the browser is closed: for a computer that others use.
#[must_use]
pub fn set_session_cookie(name: &'static str, value: &str) -> (HeaderName, String) {
    debug_assert!(name.starts_with("__Host-"));
    (header::SET_COOKIE, format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax"))
}

/// A page: a template that becomes HTML with this status.
pub struct Page<T>(pub StatusCode, pub T);

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.1.render() {
            Ok(html) => (self.0, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
            Err(cause) => {
                tracing::error!(%cause, "a template failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// Goes on to one of our own pages after a post (303).
#[must_use]
pub fn go_to(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, path.to_owned())]).into_response()
}

/// A file handed over to keep, never shown by the browser.
#[must_use]
pub fn download(name: &str, kind: &'static str, body: Vec<u8>) -> Response {
    let safe: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{safe}\"")),
    ];
    (headers, body).into_response()
}

/// Files that belong to the program: stylesheet, scripts, pictures.
pub struct Assets {
    files: BTreeMap<String, Asset>,
}

struct Asset {
    kind: &'static str,
    plain: &'static [u8],
    brotli: Vec<u8>,
    address: String,
}

impl Assets {
    /// Takes files as (name, content type, bytes); compresses and hashes each once.
    #[must_use]
    pub fn new(files: &[(&str, &'static str, &'static [u8])]) -> Assets {
        let asset = |(name, kind, plain): &(&str, &'static str, &'static [u8])| {
            let hash = hex(&Sha256::digest(plain)[..6]);
            let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
            let asset =
                Asset { kind, plain, brotli: compressed(plain), address: format!("/assets/{stem}.{hash}.{ending}") };
            ((*name).to_owned(), asset)
        };
        Assets { files: files.iter().map(asset).collect() }
    }

    /// The address of a file, which changes with what is in it.
    #[must_use]
    pub fn address(&self, name: &str) -> &str {
        self.files.get(name).map_or("", |asset| asset.address.as_str())
    }

    /// Answers a request for `path`: kept by browsers for a year, since other content has another address.
    #[must_use]
    pub fn answer(&self, path: &str, headers: &HeaderMap) -> Response {
        let Some(asset) = self.files.values().find(|asset| asset.address == path) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let takes_brotli = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.split(',').any(|e| e.trim() == "br"));
        let common = [
            (header::CONTENT_TYPE, asset.kind),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            (header::VARY, "accept-encoding"),
        ];
        if takes_brotli {
            (common, [(header::CONTENT_ENCODING, "br")], asset.brotli.clone()).into_response()
        } else {
            (common, asset.plain).into_response()
        }
    }
}

fn compressed(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    // Writing to memory does not fail; an empty answer would be noticed by every test of a page.
    let _ = brotli::BrotliCompress(&mut &*plain, &mut out, &params);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v))).collect()
    }

    #[test]
    fn only_our_own_pages_may_post() {
        assert!(is_ours(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(is_ours(&headers(&[("origin", "http://duet.test:8080"), ("host", "duet.test:8080")])));
        assert!(!is_ours(&headers(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://duet.test"),
            ("host", "duet.test")
        ])));
        assert!(!is_ours(&headers(&[("sec-fetch-site", "same-site")])));
        assert!(!is_ours(&headers(&[("origin", "null"), ("host", "duet.test")])));
        assert!(!is_ours(&headers(&[("host", "duet.test")])));
    }

    #[test]
    fn another_name_does_not_lead_here() {
        assert!(["localhost:8080", "127.0.0.1", "[::1]:80", "localhost"].into_iter().all(is_this_machine));
        assert!(
            !["evil.test", "localhost.evil.test:8080", "127.0.0.1.evil.test", "evil.test:80"]
                .into_iter()
                .any(is_this_machine)
        );
    }

    #[test]
    fn cookies_are_found_by_whole_name() {
        let sent = headers(&[("cookie", "a__Host-duet=1; __Host-duet=abc; x=y")]);
        assert_eq!(cookie(&sent, "__Host-duet"), Some("abc"));
        assert_eq!(cookie(&sent, "duet"), None);
    }

    struct Broken;

    impl std::fmt::Display for Broken {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }

    #[derive(Template)]
    #[template(source = "somebody's words {{ broken }}", ext = "html")]
    struct Half {
        broken: Broken,
    }

    #[tokio::test]
    async fn a_template_that_fails_halfway_gives_no_half_page() {
        let answer = Page(StatusCode::OK, Half { broken: Broken }).into_response();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(!answer.headers().contains_key(header::CONTENT_TYPE), "it is made a page with words at the door");
        let body = axum::body::to_bytes(answer.into_body(), 1000).await.expect("a body");
        assert!(body.is_empty());
    }

    #[test]
    fn a_download_cannot_break_its_header() {
        let answer = download("pairs\"\r\nx: y.csv", "text/csv", Vec::new());
        assert_eq!(answer.headers()[header::CONTENT_DISPOSITION], "attachment; filename=\"pairs---x--y.csv\"");
    }
}
