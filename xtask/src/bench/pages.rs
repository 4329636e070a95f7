//! What each page costs: time on one connection over loopback, and bytes plain and compressed.

use super::{
    html::{Tag, tags},
    http::Client,
};
use crate::{Result, demo::Demo};
use std::{
    collections::{BTreeSet, VecDeque},
    path::Path,
    time::{Duration, Instant},
};

const ROLES: [&str; 5] = ["Coordinator", "Coach", "Mentor", "Mentee", "Sponsor"];
const WARM_UP: usize = 30;
const MEASURED: usize = 300;
const MOST_PAGES: usize = 40;

/// Measures every kind of page each role can reach by links, on the demo's data.
pub(super) fn run(duet: &Path, folder: &Path) -> Result {
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

/// Presses the button with the role's word on the demo's front page.
pub(super) fn sign_in(client: &mut Client, role: &str) -> Result {
    let front = client.get("/", "identity")?.text();
    let mut forms = front.split("<form").filter_map(|form| form.split("</form").next());
    let form = forms.find(|form| form.contains("/demo/sign-in") && has_button(form, role));
    let form = form.ok_or_else(|| format!("the front page has no button to sign in as {role}"))?;
    let fields: Vec<(String, String)> = tags(form).iter().filter_map(field).collect();
    let answer = client.post("/demo/sign-in", &fields)?;
    if answer.status == 303 { Ok(()) } else { Err(format!("signing in as {role} answered {}", answer.status).into()) }
}

fn has_button(form: &str, role: &str) -> bool {
    let inside = form.split_once("<button").map_or("", |(_, rest)| rest.split("</button").next().unwrap_or(rest));
    inside.split(|letter: char| !letter.is_alphabetic()).any(|word| word == role)
}

fn field(tag: &Tag<'_>) -> Option<(String, String)> {
    let named = matches!(tag.name, "input" | "button");
    let pair = (tag.get("name")?.to_owned(), tag.get("value").unwrap_or_default().to_owned());
    named.then_some(pair)
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
    times.sort_unstable();
    let plain = client.get(path, "identity")?;
    let gzip = client.get(path, "gzip")?.body.len();
    let br = client.get(path, "br")?.body.len();
    let (p50, p99) = (rank(&times, 50).as_micros(), rank(&times, 99).as_micros());
    Ok(format!("{} | {p50} | {p99} | {} | {gzip} | {br}", plain.status, plain.body.len()))
}

/// The smallest time that at least this share of them do not exceed.
fn rank(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() * percent).div_ceil(100) - 1]
}

#[cfg(test)]
mod tests {
    use super::{has_button, rank, shape};
    use std::time::Duration;

    #[test]
    fn paths_of_one_kind_have_one_shape() {
        assert_eq!(shape("/people/0190-ab?page=2"), shape("/people/77?page=3"));
        assert_ne!(shape("/people/new"), shape("/people/77"));
    }

    #[test]
    fn a_role_is_a_whole_word_on_the_button() {
        let form = " action=/demo/sign-in><button>Ana, <b>Mentor</b></button></form>mentee Coach";
        assert!(has_button(form, "Mentor"));
        assert!(!has_button(form, "Coach"));
    }

    #[test]
    fn percentiles_are_measured_times() {
        let times: Vec<Duration> = (1..=300).map(Duration::from_micros).collect();
        assert_eq!((rank(&times, 50).as_micros(), rank(&times, 99).as_micros()), (150, 297));
    }
}
