//! When Duet fails, or too many ask at once, everybody gets a plain page with its headers, no word of anybody's stands in it or
//! in the log, and what was typed comes back to be sent again.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use testkit::{Page, TestDuet};

use crate::asking::{self, asks, kind};
use crate::every_answer_carries_its_headers::has_headers;
use crate::{drill, routes, steps};

/// Tables that are taken away, one at a time: so each route fails in several depths, from the sign-in to the record.
const TAKEN_AWAY: [&str; 8] =
    ["person", "appointment", "round", "application", "session", "letter", "partnership", "audit"];

/// Routes that are not asked: they would put out who asks, or begin the demo anew.
const NOT_ASKED: [&str; 3] = ["/sign-out", "/demo/clock", "/sign-ins/ending"];

/// What a failed answer shows of how it failed: nothing of the database's, nothing of anybody's.
#[track_caller]
fn is_plain(page: &Page, table: &str) {
    has_headers(page);
    if page.status() < 500 {
        return;
    }
    assert_eq!(page.status(), 500, "{page:?}");
    let text = page.text().to_lowercase();
    assert!(text.contains("something went wrong on our side") && text.contains("this code"), "{page:?}");
    for word in ["no such", "does not exist", "select ", "insert ", "sqlite", "postgres", "panicked", ".rs"] {
        assert!(!text.contains(word), "“{word}” in {page:?}, without {table}");
    }
}

/// Whether something may be another way after this answer: what was sent was taken, a file was given, or pupils were looked at.
fn changes_something(page: &Page, method: &str) -> bool {
    let is_page = page.header("content-type").starts_with("text/html") && !page.path().contains("pupil");
    method == "POST" || (page.status() < 400 && !is_page)
}

#[tokio::test]
async fn whatever_table_is_gone_on_every_route() {
    drill::listen();
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let (mut met, mut half_saved) = (BTreeSet::new(), BTreeSet::new());
    for table in TAKEN_AWAY {
        duet.database().done(&format!("alter table {table} rename to {table}_away")).await;
        // As all stood before a request: read anew only after one that may have changed something, and had not failed.
        let mut before = None;
        for route in routes::all().iter().filter(|route| !NOT_ASKED.contains(&route.path.as_str())) {
            let id = ids.get(kind(route)).map_or(asking::NOTHING, String::as_str);
            for method in &route.methods {
                let stood = match before.take() {
                    Some(mark) => mark,
                    None => duet.database().mark().await,
                };
                let page = asks(&mut priya, route, method, id, &ids).await;
                is_plain(&page, table);
                if page.status() == 500 {
                    met.insert((table, route.path.clone()));
                    if duet.database().mark().await != stood {
                        half_saved.insert((table, *method, route.path.clone()));
                    }
                } else if changes_something(&page, method) {
                    continue;
                }
                before = Some(stood);
            }
        }
        duet.database().done(&format!("alter table {table}_away rename to {table}")).await;
        priya.get("/").await.is(200).sees("Second round");
    }
    for table in TAKEN_AWAY {
        assert!(met.iter().filter(|(of, _)| *of == table).count() > 1, "{table} is missed by nobody: {met:?}");
    }
    assert_eq!(half_saved, BTreeSet::new(), "whoever reads that it went wrong finds all as it was");
    let log = drill::logged();
    assert!(log.contains("a request failed"), "what failed is logged");
    for word in ["Gwen Morris", cast::GWEN, cast::PRIYA] {
        assert!(!log.contains(word), "{word} is logged");
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_and_is_taken_once() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = gwen.get(&steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await).await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    duet.database().done("alter table audit rename to audit_away").await;
    let failed = gwen.press(&form, "Keep it", &[("words", "I talked too much.")]).await;
    is_plain(failed.is(500), "audit");
    failed.sees("What you typed is kept in this page.");
    assert_eq!(failed.attributes("main form input[name=words]", "value"), ["I talked too much."]);
    duet.database().done("alter table audit_away rename to audit").await;
    let kept = "select cast(count(*) as text) from reflection";
    assert_eq!(duet.asked(kept).await, ["0"], "all of it or nothing");
    for _ in 0..2 {
        gwen.press(&failed, "Send what I typed again", &[]).await.is(200).sees("Your reflection");
    }
    let noted = "select cast(count(*) as text) from audit where act = 'reflection.written'";
    assert_eq!((duet.asked(kept).await, duet.asked(noted).await), (vec!["1".to_owned()], vec!["1".to_owned()]));
}

/// Holds all that a database does at once, and as many as may wait.
struct Crowd {
    done: Arc<(Mutex<bool>, Condvar)>,
    all: Vec<tokio::task::JoinHandle<bool>>,
}

impl Crowd {
    /// As many as may be under way on either engine, and 512 who wait.
    async fn comes(duet: &TestDuet) -> Crowd {
        Crowd::of(duet, duet.store().most_readers() + 512, false).await
    }

    /// So many who read, or write.
    async fn of(duet: &TestDuet, many: usize, writes: bool) -> Crowd {
        let done = Arc::new((Mutex::new(false), Condvar::new()));
        let mut all = Vec::new();
        for _ in 0..many {
            let (store, organisation, done) = (duet.store().clone(), duet.organisation(), Arc::clone(&done));
            let waits = move || {
                let (is_done, told) = &*done;
                let is_done = is_done.lock().unwrap_or_else(PoisonError::into_inner);
                drop(told.wait_while(is_done, |is_done| !*is_done));
                Ok(())
            };
            all.push(tokio::spawn(async move {
                if writes {
                    store.write(organisation, move |_| waits()).await.is_ok()
                } else {
                    store.read(organisation, move |_| waits()).await.is_ok()
                }
            }));
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        Crowd { done, all }
    }

    /// Lets them go on; how many were served.
    async fn goes(mut self) -> usize {
        let all = std::mem::take(&mut self.all);
        drop(self);
        let mut served = 0;
        for one in all {
            served += usize::from(one.await.expect("nobody panics"));
        }
        served
    }
}

/// A story that fails must not leave them there for good.
impl Drop for Crowd {
    fn drop(&mut self) {
        *self.done.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.done.1.notify_all();
    }
}

#[tokio::test]
async fn whoever_comes_when_too_many_wait_is_told_so_at_once() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let form = gwen.get("/you").await;
    let css = form.attributes("link[rel=stylesheet]", "href").concat();
    let crowd = Crowd::comes(&duet).await;
    let waiting = crowd.all.len();
    let began = Instant::now();
    for route in routes::all().iter().filter(|route| route.path != "/sign-out") {
        // A few posts write before they read. On PostgreSQL that takes a connection, and the crowd has them all.
        let writes = duet.store().engine() == "sqlite";
        for method in route.methods.iter().filter(|method| **method == "GET" || writes) {
            let method: Method = method.parse().expect("a method");
            let path = route.path.replace(['{', '}'], "");
            let sent = gwen.send(method, &path, "application/x-www-form-urlencoded", Body::empty());
            let page = tokio::time::timeout(Duration::from_secs(15), sent).await.expect("nobody waits to be told");
            has_headers(&page);
            if page.status() == 503 {
                assert_eq!(page.header("retry-after"), "5");
                page.sees("Too many people are using Duet at once. Nothing was saved.");
            }
            assert!(page.status() == 503 || page.status() < 500, "{page:?}");
        }
    }
    let each = began.elapsed() / u32::try_from(routes::all().len()).expect("not so many");
    assert!(each < Duration::from_millis(250), "nobody waits to be told: {each:?}");
    gwen.get("/").await.is(503);
    gwen.get(&css).await.is(200);
    let kept = gwen.press(&form, "Save the name", &[("name", "Gwen M.")]).await;
    kept.is(503).sees("What you typed is kept in this page.");
    assert_eq!(kept.header("retry-after"), "5");
    assert_eq!(crowd.goes().await, waiting, "whoever waited is served");
    gwen.press(&kept, "Send what I typed again", &[]).await.is(200).sees("Gwen M.");
}

/// On SQLite those who read wait for nobody who writes, and the story ends there.
#[tokio::test]
async fn who_finds_every_connection_taken_is_told_so_in_time() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let form = gwen.get("/you").await;
    let crowd = Crowd::of(&duet, 16, true).await;
    let began = Instant::now();
    if duet.store().engine() == "sqlite" {
        gwen.get("/").await.is(200).sees("Hello Gwen");
        assert!(began.elapsed() < Duration::from_secs(10));
        drop(crowd);
        return;
    }
    let (mut too, typed) = (gwen.clone(), [("name", "Gwen M.")]);
    let both = async { tokio::join!(gwen.get("/"), too.press(&form, "Save the name", &typed)) };
    let (page, kept) = tokio::time::timeout(Duration::from_secs(20), both).await.expect("nobody waits in vain");
    assert!(began.elapsed() >= Duration::from_secs(5), "a while they do");
    page.is(503).sees("Too many people are using Duet at once. Nothing was saved.");
    assert_eq!(page.header("retry-after"), "5");
    kept.is(503).sees("What you typed is kept in this page.");
    assert_eq!(crowd.goes().await, 16, "whoever was there is served");
    gwen.press(&kept, "Send what I typed again", &[]).await.is(200).sees("Gwen M.");
}

#[tokio::test]
async fn a_connection_that_the_server_ended_is_replaced() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    // SQLite has no connections to end: there it is only asked again.
    let ends = "select cast(count(pg_terminate_backend(pid)) as text) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()";
    for round in 0..20 {
        if duet.store().engine() == "postgres" {
            duet.asked(ends).await;
        }
        if round % 2 == 0 {
            gwen.get("/").await.is(200).sees("Hello Gwen");
        } else {
            let name = format!("Gwen {round}");
            gwen.post("/you/name", &[("name", &name)]).await.is(200).sees(&name);
        }
    }
}
