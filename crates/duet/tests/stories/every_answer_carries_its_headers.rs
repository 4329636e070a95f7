//! Every answer carries its headers, whatever its status, and no other site's page can make one of ours act.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::routes::{self, Route};
use crate::steps;

/// What stands in a gap of a route when nothing in particular should.
const NOTHING: &str = "01920000-0000-7000-8000-000000000000";
const FORM: &str = "application/x-www-form-urlencoded";

/// The headers that stand on every answer.
#[track_caller]
pub(crate) fn has_headers(page: &Page) {
    let policy = page.header("content-security-policy");
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.split("; ").any(|one| one == part), "{part} not in {policy:?} of {page:?}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), "nosniff", "{page:?}");
    assert_eq!(page.header("referrer-policy"), "same-origin", "{page:?}");
    assert_eq!(page.header("strict-transport-security"), "max-age=31536000; includeSubDomains", "{page:?}");
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin", "{page:?}");
    let (kind, kept) = (page.header("content-type"), page.header("cache-control"));
    if page.path().starts_with("/assets/") && page.status() == 200 {
        assert_eq!(kept, "public, max-age=31536000, immutable", "{page:?}");
    } else {
        assert_eq!(kept, "no-store", "{page:?}");
    }
    if !page.body().is_empty() && (kind.starts_with("text/") || kind.is_empty()) {
        assert!(kind.ends_with("charset=utf-8"), "{kind:?} of {page:?}");
    }
    for cookie in page.headers().get_all("set-cookie") {
        let cookie = cookie.to_str().expect("a cookie in letters");
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
            assert!(cookie.split("; ").any(|one| one == part), "{part} not in {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
}

/// A path of a route about the demo's second round where that makes sense.
fn path(route: &Route, round: &str, css: &str) -> String {
    let id = if route.path.starts_with("/rounds/") { round } else { NOTHING };
    let css = css.trim_start_matches("/assets/");
    route
        .path
        .replace("{id}", id)
        .replace("{person}", NOTHING)
        .replace("{name}", css)
        .replace("{link}", &"0".repeat(64))
        .replace("{kind}", "mentee")
        .replace("{role}", "mentor")
        .replace("{step}", "you")
        .replace("{condition}", "support")
        .replace("{language}", "en")
}

#[tokio::test]
async fn on_every_route_and_for_every_status() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let id = round.path().trim_start_matches("/rounds/").to_owned();
    let css = round.attributes("link[rel=stylesheet]", "href").concat();
    let mut seen = BTreeSet::new();
    for route in routes::all() {
        let path = path(&route, &id, &css);
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "TRACE"] {
            let method: Method = method.parse().expect("a method");
            // Signing out is asked of nobody who is still needed.
            for mut visitor in [priya.clone(), duet.guest()] {
                if method == Method::POST && path == "/sign-out" {
                    visitor = duet.sign_in(cast::HELEN).await;
                }
                let page = visitor.send(method.clone(), &path, FORM, Body::empty()).await;
                has_headers(&page);
                assert!(page.status() < 500, "{method} {path}: {page:?}");
                seen.insert(page.status());
            }
        }
    }
    for page in [
        priya.send(Method::GET, "/nowhere", "", Body::empty()).await,
        priya.send(Method::POST, "/language", FORM, Body::from("a".repeat(65 * 1024))).await,
        priya.send(Method::POST, "/language", "text/plain", Body::from("language=cy")).await,
        priya.send(Method::POST, "/language", FORM, Body::from("language=cy&language=en")).await,
        priya.send(Method::POST, "/language", FORM, Body::from("language=cy")).await,
        priya.send(Method::POST, "/language", FORM, Body::from("language=%ff")).await,
        priya.send(Method::POST, "/schemes/new", FORM, Body::from("name=")).await,
        priya.send(Method::POST, "/demo/sign-in", FORM, Body::from(format!("address={}", cast::TOM))).await,
    ] {
        has_headers(&page);
        seen.insert(page.status());
    }
    let wanted = BTreeSet::from([200, 303, 400, 404, 405, 409, 413, 415, 422]);
    assert!(seen.is_superset(&wanted), "only these were met: {seen:?}");
}

#[tokio::test]
async fn every_failure_is_a_page_with_words() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    for (method, path, body, status, words) in [
        ("GET", "/nowhere", String::new(), 404, "There is no such page, or it is not yours to see."),
        ("PUT", "/rounds", String::new(), 405, "We could not read what your browser sent."),
        ("POST", "/language", "a".repeat(65 * 1024), 413, "What you sent is too large."),
        ("POST", "/language", "language=cy&language=en".to_owned(), 400, "We could not read what your browser sent."),
        ("POST", "/language", "language=fr".to_owned(), 404, "There is no such page"),
    ] {
        let page = priya.send(method.parse().expect("a method"), path, FORM, Body::from(body)).await;
        page.is(status).sees(words).sees("Go to the home page");
        assert_eq!(page.attributes("html", "lang"), ["en"]);
    }
    let page = priya.send(Method::PUT, "/rounds", "", Body::empty()).await;
    assert!(page.header("allow").contains("GET"), "{:?}", page.headers());
}

#[tokio::test]
async fn another_sites_page_makes_nothing_happen() {
    let duet = TestDuet::demo().await;
    let priya = duet.sign_in(cast::PRIYA).await;
    let from = |headers: &[(&'static str, &str)]| -> Visitor {
        let mut visitor = priya.clone();
        for (name, value) in headers {
            visitor.set_header(name, value);
        }
        visitor
    };
    let scheme = [("name", "Theirs"), ("purpose", "Theirs"), ("colour", "teal")];
    let mut old = priya.clone();
    old.forget_header("sec-fetch-site");
    let mut old_elsewhere = old.clone();
    old_elsewhere.set_header("origin", "https://evil.example");
    let mut old_here = old.clone();
    old_here.set_header("origin", "https://duet.example");
    for mut visitor in [
        from(&[("sec-fetch-site", "cross-site")]),
        from(&[("sec-fetch-site", "same-site")]),
        from(&[("sec-fetch-site", "cross-site"), ("origin", "https://duet.example")]),
        old,
        old_elsewhere,
    ] {
        for route in routes::all().into_iter().filter(|route| route.methods.contains(&"POST")) {
            let path = path(&route, NOTHING, "");
            let page = visitor.post(&path, &scheme).await;
            has_headers(page.is(403));
        }
        visitor.get("/").await.is(200);
    }
    priya.clone().get("/rounds").await.sees_no("Theirs");
    old_here.post("/schemes/new", &scheme).await.is(200);
    priya.clone().get("/rounds").await.sees("Theirs");
}

#[tokio::test]
async fn looking_changes_nothing() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let id = round.path().trim_start_matches("/rounds/").to_owned();
    for route in routes::all().into_iter().filter(|route| !route.methods.contains(&"GET")) {
        let page = priya.get(&path(&route, &id, "")).await;
        assert_eq!(page.status(), 405, "{} takes a GET", route.path);
    }
}

#[tokio::test]
async fn assets_are_kept_by_browsers_for_a_year_under_an_address_that_changes() {
    let duet = TestDuet::demo().await;
    let mut guest = duet.guest();
    let home = guest.get("/").await;
    let css = home.attributes("link[rel=stylesheet]", "href").concat();
    let page = guest.get(&css).await;
    has_headers(page.is(200));
    assert_eq!(page.header("content-type"), "text/css; charset=utf-8");
    guest.get("/assets/duet.000000000000.css").await.is(404);
    guest.set_header("accept-encoding", "br");
    let small = guest.get(&css).await;
    assert_eq!(small.header("content-encoding"), "br");
    assert!(small.body().len() * 3 < page.body().len());
}

#[tokio::test]
async fn who_signs_out_leaves_nothing_in_the_browser() {
    let duet = TestDuet::demo().await;
    // Whoever signs out of what has ended already is served alike.
    for mut visitor in [duet.sign_in(cast::GWEN).await, duet.guest()] {
        let out = visitor.send(Method::POST, "/sign-out", FORM, Body::empty()).await;
        has_headers(out.is(303));
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
        assert!(out.header("set-cookie").starts_with("__Host-duet=;"), "{out:?}");
        assert!(out.header("set-cookie").contains("Max-Age=0"), "{out:?}");
        assert!(visitor.cookies().is_empty());
    }
}
