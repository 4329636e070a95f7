//! Sixty-four browsers send the same code at the same moment: one is let in.

use duet::factor::{self, set_up};
use duet::sign_in::open;
use testkit::{ADMINISTRATOR, TestDuet, Visitor, app_of};

const BROWSERS: usize = 64;

/// So many browsers in which the administrator has opened a link, and not yet given a factor.
async fn arriving(duet: &TestDuet) -> Vec<Visitor> {
    let viewer = duet.viewer(ADMINISTRATOR).await;
    let mut browsers = Vec::new();
    for _ in 0..BROWSERS {
        let secret = duet.store().write_outside(move |tx| open::open(tx, viewer)).await.expect("a sign-in");
        let mut browser = duet.guest();
        browser.set_cookie("__Host-duet", secret.reveal());
        browsers.push(browser);
    }
    browsers
}

/// How many of the browsers are in after each has sent the code. Each has its own turn on the database's threads.
async fn let_in(browsers: Vec<Visitor>, code: &str) -> usize {
    let sent = tokio::task::LocalSet::new();
    let inside = std::rc::Rc::new(std::cell::Cell::new(0));
    for mut browser in browsers {
        let (code, inside) = (code.to_owned(), std::rc::Rc::clone(&inside));
        sent.spawn_local(async move {
            let page = browser.post("/confirmation", &[("code", &code)]).await;
            assert!(page.status() < 500, "{page:?}");
            let home = browser.get("/").await;
            inside.set(inside.get() + usize::from(home.has("Hello Ada")));
        });
    }
    sent.await;
    inside.get()
}

#[tokio::test]
async fn a_code_of_the_app() {
    let duet = TestDuet::empty().await;
    duet.administrator().await;
    duet.clock().set(duet.clock().now() + jiff::SignedDuration::from_secs(60));
    let code = app_of(duet.viewer(ADMINISTRATOR).await.person).code_at(duet.clock().now());
    assert_eq!(let_in(arriving(&duet).await, &code).await, 1);
}

#[tokio::test]
async fn a_recovery_code() {
    let duet = TestDuet::empty().await;
    duet.administrator().await;
    let viewer = duet.viewer(ADMINISTRATOR).await;
    let codes = duet.store().write_outside(move |tx| set_up::recovery_codes(tx, viewer)).await.expect("codes");
    for code in &codes[..2] {
        assert_eq!(let_in(arriving(&duet).await, code).await, 1);
    }
    let left = duet.store().read_outside(move |c| {
        let held = factor::store::held(c, viewer)?.expect("an identity");
        factor::store::codes_left(c, held.identity)
    });
    assert_eq!(left.await.expect("a count"), 8);
}
