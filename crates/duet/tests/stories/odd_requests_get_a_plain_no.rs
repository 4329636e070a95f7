//! What no browser sends gets a plain no, and nothing hidden in it is done.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::policy;
use testkit::TestDuet;

use crate::program::{Home, Program};
use crate::routes;
use crate::wire::{Said, Wire};

const NOTHING: &str = "01920000-0000-7000-8000-000000000000";
const FORM: &str = "application/x-www-form-urlencoded";

/// What is sent, byte by byte; `HOST` stands for where.
struct Odd {
    name: &'static str,
    bytes: &'static [&'static str],
    status: u16,
}

const fn odd(name: &'static str, bytes: &'static [&'static str], status: u16) -> Odd {
    Odd { name, bytes, status }
}

/// Each is answered with its status, or cut off, and never with more than one answer.
const ODD: &[Odd] = &[
    // The chunks hold (RFC 9112, section 6.1), and the connection ends: what follows them is not read as a request.
    odd(
        "a length and chunks",
        &[
            "POST /language HTTP/1.1\r\nhost: HOST\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /zq HTTP/1.1\r\nhost: HOST\r\n\r\n",
        ],
        404,
    ),
    odd(
        "two lengths",
        &["POST /language HTTP/1.1\r\nhost: HOST\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!"],
        400,
    ),
    odd("a length in a list", &["POST /language HTTP/1.1\r\nhost: HOST\r\ncontent-length: 5, 6\r\n\r\nhello!"], 400),
    odd("a length with a sign", &["POST /language HTTP/1.1\r\nhost: HOST\r\ncontent-length: +5\r\n\r\nhello"], 400),
    odd("a negative length", &["POST /language HTTP/1.1\r\nhost: HOST\r\ncontent-length: -1\r\n\r\n"], 400),
    odd("an unknown coding", &["POST /language HTTP/1.1\r\nhost: HOST\r\ntransfer-encoding: xchunked\r\n\r\n"], 400),
    odd(
        "chunks that are not the last coding",
        &["POST /language HTTP/1.1\r\nhost: HOST\r\ntransfer-encoding: chunked, gzip\r\n\r\n"],
        400,
    ),
    odd(
        "chunks in HTTP/1.0",
        &["POST /language HTTP/1.0\r\nhost: HOST\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"],
        400,
    ),
    odd("a space before the colon", &["GET / HTTP/1.1\r\nhost : HOST\r\n\r\n"], 400),
    odd("a folded header", &["GET / HTTP/1.1\r\nhost: HOST\r\nx: a\r\n b\r\n\r\n"], 400),
    odd("a NUL in a header", &["GET / HTTP/1.1\r\nhost: HOST\r\nx: a\0b\r\n\r\n"], 400),
    odd("a bare CR in a header", &["GET / HTTP/1.1\r\nhost: HOST\r\nx: a\rb\r\n\r\n"], 400),
    odd("no host", &["GET / HTTP/1.1\r\n\r\n"], 400),
    odd("two hosts", &["GET / HTTP/1.1\r\nhost: HOST\r\nhost: HOST\r\n\r\n"], 400),
    odd("another host in the address", &["GET http://evil.test/ HTTP/1.1\r\nhost: HOST\r\n\r\n"], 400),
    odd("another host", &["GET / HTTP/1.1\r\nhost: evil.test\r\n\r\n"], 421),
    odd("no version", &["GET /\r\n\r\n"], 400),
    odd("a version nobody knows", &["GET / HTTP/3.7\r\nhost: HOST\r\n\r\n"], 400),
    odd("a method of control characters", &["G\x01T / HTTP/1.1\r\nhost: HOST\r\n\r\n"], 400),
    odd("TRACE", &["TRACE / HTTP/1.1\r\nhost: HOST\r\nsec-fetch-site: same-origin\r\nx-secret: zqsecret\r\n\r\n"], 405),
    odd("CONNECT", &["CONNECT evil.test:80 HTTP/1.1\r\nhost: HOST\r\nsec-fetch-site: same-origin\r\n\r\n"], 405),
];

fn sends(program: &Program, bytes: &[&str]) -> (Option<Said>, bool) {
    let mut wire = Wire::open(program.port).expect("a connection");
    for piece in bytes {
        wire.say(piece.replace("HOST", &format!("localhost:{}", program.port)).as_bytes()).expect("it is sent");
    }
    let said = wire.hear().ok();
    wire.end();
    let closed = wire.is_closed();
    (said, closed)
}

#[tokio::test(flavor = "multi_thread")]
async fn byte_by_byte() {
    let home = Home::new();
    let program = home.demo(&[]);
    let mut faults = Vec::new();
    for Odd { name, bytes, status } in ODD {
        let (said, closed) = sends(&program, bytes);
        let got = said.as_ref().map(|said| said.status);
        if got != Some(*status) || !closed {
            faults.push(format!("{name}: {got:?}, wanted {status}, one answer {closed}"));
        }
        let echoed = said.is_some_and(|said| said.text().contains("zq"));
        assert!(!echoed, "{name} is sent back");
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let long = format!("GET /{} HTTP/1.1\r\nhost: HOST\r\n\r\n", "a".repeat(70_000));
    let many = format!("GET / HTTP/1.1\r\nhost: HOST\r\n{}\r\n", "x: y\r\n".repeat(200));
    for (bytes, statuses) in [(long, [414, 404]), (many, [431, 400])] {
        let (said, _) = sends(&program, &[&bytes]);
        assert!(said.is_some_and(|said| statuses.contains(&said.status)), "{}…", &bytes[..20]);
    }
    assert_eq!(program.ask("/health", None, "").status, 200, "and it goes on");
    let log = program.log_with("route=\"/health\"");
    assert!(log.contains("answered") && !log.contains("zq"), "{log}");
}

#[tokio::test]
async fn nobody_traces_on_any_route() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    for route in routes::all() {
        let path = route.path.replace("{id}", NOTHING).replace("{person}", NOTHING);
        for method in [Method::TRACE, Method::CONNECT] {
            priya.send(method, &path.replace(['{', '}'], ""), "", Body::empty()).await.is(405);
        }
    }
}

#[tokio::test]
async fn one_name_with_two_values_is_refused_in_every_address_and_every_form() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let mut read = 0;
    for door in policy::doors() {
        let path = door.path.replace("{id}", NOTHING).replace("{person}", NOTHING).replace(['{', '}'], "");
        let method: Method = door.method.parse().expect("a method");
        for query in ["x=1&x=2", "find=a&before=1&find=", "a&a"] {
            let page = priya.send(method.clone(), &format!("{path}?{query}"), FORM, Body::empty()).await;
            page.is(400).sees("We could not read what your browser sent.");
        }
        // Whoever reads a form reads it before anything else: what is broken says so on every route that has one.
        if method == Method::POST && door.path != "/sign-out" {
            let broken = priya.send(method.clone(), &path, "text/plain", Body::from("a=1")).await.status();
            let twice = priya.send(method, &path, FORM, Body::from("a=1&b=2&a=1")).await.status();
            assert!(broken != 415 || twice == 400, "{path}: {broken}, {twice}");
            read += usize::from(broken == 415);
        }
    }
    assert!(read >= 6, "only {read} routes read a form");
}

/// Where one might be led to: all but the last are somebody else's.
const ELSEWHERE: &[&str] = &[
    "//evil.test",
    "///evil.test",
    "////evil.test/%2f..",
    "https://evil.test",
    "HTTPS://evil.test",
    "http:evil.test",
    "https:/evil.test",
    "https:evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "\\/evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/\r\nlocation: https://evil.test",
    "\t//evil.test",
    " //evil.test",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "evil.test",
    "@evil.test",
    ".evil.test",
    "?//evil.test",
    "#//evil.test",
    "",
    " ",
    "\u{0}/",
    "/\u{0}",
    "/\u{7f}",
    "//[::1]/",
    "//127.0.0.1",
    "//evil.test:443",
    "//user@evil.test",
    "https:///evil.test",
    "/\u{85}/evil.test",
    "\u{2028}//evil.test",
    "/\u{feff}\\evil.test",
    "//%65vil.test",
    "/rounds",
];

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let duet = TestDuet::demo().await;
    let escaped = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    for (at, to) in ELSEWHERE.iter().enumerate() {
        let form = format!("language=en&to={}", escaped(to));
        let page = duet.guest().send(Method::POST, "/language", FORM, Body::from(form)).await;
        let location = page.header("location").to_owned();
        if at + 1 == ELSEWHERE.len() {
            assert_eq!((page.status(), location.as_str()), (303, "/rounds"));
        } else {
            let stays = page.status() == 400 || (page.status() == 303 && location == "/");
            assert!(stays, "{to:?} leads to {location:?}, {}", page.status());
        }
        // What a form came from says where to go back to after a problem, too.
        let mut visitor = duet.guest();
        if let Ok(referer) = axum::http::HeaderValue::from_str(to) {
            visitor.set_header("referer", referer.to_str().unwrap_or("/"));
            let page = visitor.send(Method::POST, "/language", FORM, Body::from("language=fr")).await;
            let backs = page.attributes("input[name=to]", "value");
            assert!(backs.iter().all(|back| back.starts_with('/') && !back.starts_with("//")), "{to:?}: {backs:?}");
        }
    }
}
