//! What each page costs: time on one connection over loopback, and bytes plain and compressed.

use super::{form::sign_in, html::tags, http::Client, limits, load::Times};
use crate::{Result, demo::Demo};
use std::{
    collections::{BTreeSet, VecDeque},
    path::Path,
    time::Instant,
};

const ROLES: [&str; 5] = ["Coordinator", "Coach", "Mentor", "Mentee", "Sponsor"];
const WARM_UP: usize = 30;
const MEASURED: usize = 300;
const MOST_PAGES: usize = 40;

/// Measures what is promised with ten thousand people; then every kind of page each role can reach by links, on the demo's
/// data.
pub(super) fn run(duet: &Path, folder: &Path) -> Result {
    limits::run(duet, folder)?;
    every_page(duet, folder)
}

fn every_page(duet: &Path, folder: &Path) -> Result {
    let demo = Demo::start(duet, &folder.join("data"))?;
    println!("\nEach page over {MEASURED} requests after {WARM_UP}, one keep-alive connection on loopback.\n");
    println!("| who | page | status | p50 µs | p99 µs | bytes | gzip | br |");
    println!("|---|---|--:|--:|--:|--:|--:|--:|");
    for role in ROLES {
        let mut client = Client::connect(&demo.host)?;
        sign_in(&mut client, role)?;
        for path in reachable(&mut client)? {
            let row = measure(&mut client, &path).map_err(|error| format!("{role} at {path}: {error}"))?;
            println!("| {role} | {path} | {row} |");
        }
    }
    Ok(())
}

/// One path of each kind, in the order a reader finds them.
fn reachable(client: &mut Client) -> Result<Vec<String>> {
    let mut seen = BTreeSet::from([shape("/")]);
    let mut waiting = VecDeque::from(["/".to_owned()]);
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop_front() {
        let answer = client.get(&path, "identity")?;
        if answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            for tag in tags(&answer.text()).iter().filter(|tag| tag.name == "a") {
                let Some(link) = tag.get("href").filter(|link| link.starts_with('/') && !link.starts_with("//")) else {
                    continue;
                };
                let link = link.split('#').next().unwrap_or(link);
                if seen.insert(shape(link)) {
                    waiting.push_back(link.to_owned());
                }
            }
        }
        pages.push(path);
        if pages.len() == MOST_PAGES {
            break;
        }
    }
    Ok(pages)
}

/// The path with its ids taken out, and of a query only the names.
fn shape(link: &str) -> String {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let is_id = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = path.split('/').map(|part| if is_id(part) { "*" } else { part }).collect();
    let names: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap_or(pair)).collect();
    format!("{}?{}", parts.join("/"), names.join("&"))
}

fn measure(client: &mut Client, path: &str) -> Result<String> {
    for _ in 0..WARM_UP {
        client.get(path, "identity")?;
    }
    let mut times = Vec::with_capacity(MEASURED);
    for _ in 0..MEASURED {
        let began = Instant::now();
        client.get(path, "identity")?;
        times.push(began.elapsed());
    }
    let times = Times::of(times);
    let plain = client.get(path, "identity")?;
    let gzip = client.get(path, "gzip")?.body.len();
    let br = client.get(path, "br")?.body.len();
    let (p50, p99) = (times.rank(50) * 1_000.0, times.rank(99) * 1_000.0);
    Ok(format!("{} | {p50:.0} | {p99:.0} | {} | {gzip} | {br}", plain.status, plain.body.len()))
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn paths_of_one_kind_have_one_shape() {
        assert_eq!(shape("/people/0190-ab?page=2"), shape("/people/77?page=3"));
        assert_ne!(shape("/people/new"), shape("/people/77"));
    }
}
