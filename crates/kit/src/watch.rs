//! What a program tells of its own work: a line in the log for each request, and figures for whoever looks after it.
//! Ids and the shapes of addresses only. A query, a name, a token or an address as it was typed is never among them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::id::Uuid;
use crate::random::Random;
use crate::token::hex;

/// The upper ends of the steps that times are counted in, in seconds.
const STEPS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];

/// Watches requests. Cheap to clone; clones count together.
#[derive(Clone)]
pub struct Watch {
    random: Random,
    counts: Arc<Mutex<Counts>>,
}

#[derive(Default)]
struct Counts {
    /// By the first word of the route, and status.
    answers: BTreeMap<(String, u16), u64>,
    /// By the first word of the route.
    times: BTreeMap<String, Times>,
    /// By name: what answers were marked with.
    marked: BTreeMap<&'static str, u64>,
}

#[derive(Clone, Default)]
struct Times {
    steps: [u64; STEPS.len()],
    count: u64,
    sum: Duration,
}

/// What a request is called in the log: an extension of the request.
#[derive(Clone, Default)]
pub struct RequestId(pub String);

/// Who is found to be asking: an extension of the request, filled by whoever finds out.
#[derive(Clone, Default)]
pub struct Asker(Arc<OnceLock<Uuid>>, Arc<AtomicBool>);

impl Asker {
    /// It is they.
    pub fn is(&self, person: Uuid) {
        // The first to find out is as right as any other.
        let _ = self.0.set(person);
    }

    /// Neither who asked nor what is to be told.
    fn hide(&self) {
        self.1.store(true, Ordering::Relaxed);
    }

    fn is_hidden(&self) -> bool {
        self.1.load(Ordering::Relaxed)
    }
}

/// Counts an answer under a name of its own: an extension of the answer.
#[derive(Clone, Copy)]
pub struct Mark(pub &'static str);

/// Keeps out of the log who asks for these pages, and which they are: that somebody was there would already tell that
/// they keep something there for themselves alone.
pub async fn unnamed(request: Request, next: Next) -> Response {
    if let Some(asker) = request.extensions().get::<Asker>() {
        asker.hide();
    }
    next.run(request).await
}

impl Watch {
    /// A watch that has seen nothing yet.
    #[must_use]
    pub fn new(random: Random) -> Watch {
        Watch { random, counts: Arc::default() }
    }

    /// What was counted, as Prometheus reads it; every name begins with `prefix`.
    #[must_use]
    pub fn figures(&self, prefix: &str) -> String {
        let counts = self.counts();
        let mut out =
            head(prefix, "requests_total", "counter", "Answers, by the first word of their route and status.");
        for ((class, status), count) in &counts.answers {
            let _ = writeln!(out, "{prefix}_requests_total{{class=\"{class}\",status=\"{status}\"}} {count}");
        }
        out += &head(prefix, "request_seconds", "histogram", "How long answers took.");
        for (class, times) in &counts.times {
            for (step, count) in STEPS.iter().zip(times.steps) {
                let _ = writeln!(out, "{prefix}_request_seconds_bucket{{class=\"{class}\",le=\"{step}\"}} {count}");
            }
            let (count, sum) = (times.count, times.sum.as_secs_f64());
            let _ = writeln!(out, "{prefix}_request_seconds_bucket{{class=\"{class}\",le=\"+Inf\"}} {count}");
            let _ = writeln!(out, "{prefix}_request_seconds_sum{{class=\"{class}\"}} {sum}");
            let _ = writeln!(out, "{prefix}_request_seconds_count{{class=\"{class}\"}} {count}");
        }
        for (name, count) in &counts.marked {
            out += &head(prefix, &format!("{name}_total"), "counter", "How often, since the start.");
            let _ = writeln!(out, "{prefix}_{name}_total {count}");
        }
        out
    }

    fn answered(&self, class: &str, status: u16, took: Duration, mark: Option<Mark>) {
        let mut counts = self.counts();
        *counts.answers.entry((class.to_owned(), status)).or_default() += 1;
        let times = counts.times.entry(class.to_owned()).or_default();
        times.count += 1;
        times.sum += took;
        for (step, count) in STEPS.iter().zip(&mut times.steps) {
            *count += u64::from(took.as_secs_f64() <= *step);
        }
        if let Some(Mark(name)) = mark {
            *counts.marked.entry(name).or_default() += 1;
        }
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What stands before a figure.
#[must_use]
pub fn head(prefix: &str, name: &str, kind: &str, help: &str) -> String {
    format!("# HELP {prefix}_{name} {help}\n# TYPE {prefix}_{name} {kind}\n")
}

/// Gives each request a name, counts its answer, and logs one line about it.
pub async fn watched(State(watch): State<Watch>, mut request: Request, next: Next) -> Response {
    let (began, id, asker) = (Instant::now(), hex(&watch.random.bytes::<8>()), Asker::default());
    // The route as the program writes it, never the address as it was typed.
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method =
        if request.method().as_str().len() <= 7 { request.method().as_str().to_owned() } else { "other".to_owned() };
    request.extensions_mut().insert(RequestId(id.clone()));
    request.extensions_mut().insert(asker.clone());
    let answer = next.run(request).await;
    let (status, took) = (answer.status().as_u16(), began.elapsed());
    watch.answered(class(&route), status, took, answer.extensions().get::<Mark>().copied());
    let ms = took.as_millis();
    if asker.is_hidden() {
        tracing::info!(request = id, route = "private", status, ms, "answered");
        return answer;
    }
    let person = asker.0.get().map(tracing::field::display);
    tracing::info!(request = id, method, route, status, ms, person, "answered");
    answer
}

/// The first word of a route: `rounds` of `/rounds/{id}/people`.
fn class(route: &str) -> &str {
    match route.split('/').nth(1) {
        Some("") => "home",
        Some(word) => word,
        None => "none",
    }
}

/// Answers every request with the figures: for a listener of its own, which only this machine reaches.
pub fn page<F>(figures: impl Fn() -> F + Clone + Send + Sync + 'static) -> Router
where
    F: Future<Output = String> + Send,
{
    Router::new().fallback(move || {
        let figures = figures.clone();
        async move {
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], figures().await).into_response()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_class_and_status_and_times_in_steps() {
        let watch = Watch::new(Random::seeded(1));
        watch.answered(class("/rounds/{id}"), 200, Duration::from_millis(7), None);
        watch.answered(class("/rounds"), 200, Duration::from_millis(300), Some(Mark("sign_ins")));
        watch.answered(class("/"), 404, Duration::from_secs(9), None);
        let figures = watch.figures("x");
        for line in [
            "x_requests_total{class=\"rounds\",status=\"200\"} 2",
            "x_requests_total{class=\"home\",status=\"404\"} 1",
            "x_request_seconds_bucket{class=\"rounds\",le=\"0.005\"} 0",
            "x_request_seconds_bucket{class=\"rounds\",le=\"0.01\"} 1",
            "x_request_seconds_bucket{class=\"rounds\",le=\"0.5\"} 2",
            "x_request_seconds_bucket{class=\"home\",le=\"2.5\"} 0",
            "x_request_seconds_bucket{class=\"home\",le=\"+Inf\"} 1",
            "x_sign_ins_total 1",
        ] {
            assert!(figures.lines().any(|one| one == line), "{line} is not in:\n{figures}");
        }
    }

    #[test]
    fn a_class_is_the_first_word_of_a_route() {
        assert_eq!(["/", "/a", "/a/{id}/b", "none"].map(class), ["home", "a", "a", "none"]);
    }
}
