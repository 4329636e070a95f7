//! What we promise of speed, with ten thousand people: measured, beside a peer in the same run where there is one, and told
//! as met or missed.

use super::{
    form::{fill, sign_in},
    html::tags,
    http::Client,
    line::{Line, headings, plain},
    load::{Times, alone, beside, per_second, resident},
    thousands::Thousands,
};
use crate::{Result, demo::Demo, postgres::Postgres};
use std::{
    path::Path,
    time::{Duration, Instant},
};

const MEASURED: usize = 500;
const POSTS: usize = 100;
const STARTS: usize = 5;
/// How often we and the floor are measured in turn.
const TURNS: usize = 5;
const BROWSERS: usize = 4;

/// Measures both databases and prints one table.
pub(super) fn run(duet: &Path, folder: &Path) -> Result {
    println!(
        "\nTen thousand people. Reads are medians, in turn with the same statements run bare; pages are asked for"
    );
    println!("{MEASURED} times while two more browsers ask for the home page each 20 ms.\n");
    headings();
    measure("SQLite", duet, &folder.join("sqlite"), None)?;
    let server = Postgres::start()?;
    measure("PostgreSQL", duet, &folder.join("postgres"), Some(server.url()))
}

fn measure(database: &str, duet: &Path, folder: &Path, server: Option<&str>) -> Result {
    let thousands = Thousands::make(server)?;
    for reads in &thousands.reads {
        let ratio = reads.ours / reads.bare;
        let line = Line {
            database,
            what: format!("reads of {} ({} statements in {})", reads.page, reads.statements, reads.units),
            ours: format!("{:.0} µs", reads.ours),
            peer: format!("{:.0} µs", reads.bare),
            ratio: format!("{ratio:.2}"),
        };
        line.print(ratio, Some(1.3), "x");
    }
    let starts = starts(duet, folder, &thousands.database)?;
    plain(database, "start to first answer, p50", format!("{:.0} ms", starts.rank(50))).print(
        starts.rank(50),
        Some(300.0),
        " ms",
    );
    let demo = Demo::over(duet, folder, Some(&thousands.database))?;
    pages(database, &demo, &thousands)?;
    posts(database, &demo)?;
    if server.is_none() {
        beside_floor(database, &demo, &thousands)?;
        first_visit(database, &demo)?;
    }
    let held = resident(demo.process())?;
    plain(database, "resident after all this", format!("{held:.0} MB")).print(held, Some(80.0), " MB");
    Ok(())
}

/// From starting the program to its first answer, over the database as it is.
fn starts(duet: &Path, folder: &Path, database: &str) -> Result<Times> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let began = Instant::now();
        let demo = Demo::over(duet, folder, Some(database))?;
        Client::connect(&demo.host)?.get("/", "br")?;
        times.push(began.elapsed());
    }
    Ok(Times::of(times))
}

fn coordinator(host: &str) -> Result<Client> {
    let mut client = Client::connect(host)?;
    sign_in(&mut client, "Coordinator")?;
    Ok(client)
}

/// Each page under a modest load.
fn pages(database: &str, demo: &Demo, thousands: &Thousands) -> Result {
    let page_limit = if database == "SQLite" { 10.0 } else { 25.0 };
    for (name, path) in &thousands.pages {
        let others = vec![coordinator(&demo.host)?, coordinator(&demo.host)?];
        let mut client = coordinator(&demo.host)?;
        let times = beside(others, "/", || alone(&mut client, path, MEASURED))?;
        let (p50, p99) = (times.rank(50), times.rank(99));
        plain(database, format!("GET {name}, p50"), format!("{p50:.2} ms")).print(p50, None, "");
        plain(database, format!("GET {name}, p99"), format!("{p99:.2} ms")).print(p99, Some(page_limit), " ms");
    }
    Ok(())
}

/// A session logged by a mentor: the form fetched, and the time of sending it.
fn posts(database: &str, demo: &Demo) -> Result {
    let mut client = Client::connect(&demo.host)?;
    sign_in(&mut client, "Mentor")?;
    let home = client.get("/", "identity")?.text();
    let link = tags(&home)
        .iter()
        .filter_map(|tag| tag.get("href").map(str::to_owned))
        .find(|link| link.starts_with("/partnerships/"));
    let link = link.ok_or("the mentor has no pair")?;
    let link = link.trim_end_matches("/sessions/new");
    let mut times = Vec::new();
    for _ in 0..POSTS {
        let form = client.get(&format!("{link}/sessions/new"), "identity")?.text();
        let (action, fields) = fill(&form, "/sessions").ok_or("there is no form to log a session with")?;
        let began = Instant::now();
        let answer = client.post(&action, &fields)?;
        if answer.status != 303 {
            return Err(format!("{action} answered {}", answer.status).into());
        }
        times.push(began.elapsed());
    }
    let times = Times::of(times);
    for percent in [50, 99] {
        plain(database, format!("POST a session, p{percent}"), format!("{:.2} ms", times.rank(percent)))
            .print(0.0, None, "");
    }
    Ok(())
}

/// A signed-in home page beside a bare page of 25 rows, in turn.
fn beside_floor(database: &str, demo: &Demo, thousands: &Thousands) -> Result {
    let (mut ours, mut floor) = (coordinator(&demo.host)?, Client::connect(&thousands.floor)?);
    let (mut p50, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        p50.push(alone(&mut ours, "/", 200)?.rank(50));
        bare.push(alone(&mut floor, "/", 200)?.rank(50));
    }
    let (p50, bare) = (median(p50), median(bare));
    let line = Line {
        database,
        what: "a signed-in home page beside a bare page of 25 rows, p50".into(),
        ours: format!("{p50:.3} ms"),
        peer: format!("{bare:.3} ms"),
        ratio: format!("{:.1}", p50 / bare),
    };
    line.print(p50 / bare, Some(20.0), "x");
    let mut ours = (0..BROWSERS).map(|_| coordinator(&demo.host)).collect::<Result<Vec<_>>>()?;
    let mut floor = (0..BROWSERS).map(|_| Client::connect(&thousands.floor)).collect::<Result<Vec<_>>>()?;
    let (mut rate, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        rate.push(per_second(&mut ours, "/", Duration::from_secs(1))?);
        bare.push(per_second(&mut floor, "/", Duration::from_secs(1))?);
    }
    let (rate, bare) = (median(rate), median(bare));
    let line = Line {
        database,
        what: format!("the same, pages a second to {BROWSERS} browsers"),
        ours: format!("{rate:.0}"),
        peer: format!("{bare:.0}"),
        ratio: format!("1/{:.1}", bare / rate),
    };
    line.print(bare / rate, Some(10.0), "x fewer");
    Ok(())
}

/// What a browser fetches that was never here: the front page and what it names, with their headers.
fn first_visit(database: &str, demo: &Demo) -> Result {
    let mut client = Client::connect(&demo.host)?;
    let front = client.get("/", "br")?;
    let mut bytes = front.on_the_wire;
    let plain_front = client.get("/", "identity")?.text();
    let mut names: Vec<String> = tags(&plain_front)
        .iter()
        .filter_map(|tag| match tag.name {
            "link" if tag.get("rel") != Some("canonical") => tag.get("href").map(str::to_owned),
            "script" | "img" => tag.get("src").map(str::to_owned),
            _ => None,
        })
        .collect();
    names.sort();
    names.dedup();
    for name in &names {
        bytes += client.get(name, "br")?.on_the_wire;
    }
    let requests = names.len() + 1;
    let kb = bytes as f64 / 1_000.0;
    plain(database, "first visit, bytes with headers", format!("{kb:.1} KB")).print(kb, Some(50.0), " KB");
    plain(database, "first visit, requests", requests.to_string()).print(requests as f64, Some(6.0), "");
    Ok(())
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
