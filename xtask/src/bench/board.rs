//! What the board costs: the page of a plan, and what if while a slider moves, for a small round and a very large one.

use super::{
    form::sign_in,
    html::tags,
    http::{Client, quoted},
    import::{bring_in, leads},
    line,
    load::Times,
    spreadsheets::people,
};
use crate::{Result, demo::Demo};
use std::{path::Path, time::Instant};

/// People a side.
const SIDES: [usize; 3] = [100, 500, 2500];
const RUNS: usize = 21;

/// Brings people in to a round of their own, proposes pairs, and asks what if with another weight each time.
pub(super) fn run(duet: &Path, folder: &Path) -> Result {
    println!("\nThe board over {RUNS} requests after one, one keep-alive connection on loopback, SQLite.\n");
    println!("| people | what | min ms | median ms | max ms | bytes | limit | |");
    println!("|--:|---|--:|--:|--:|--:|--:|---|");
    for count in SIDES {
        let demo = Demo::start(duet, &folder.join(format!("data-{count}")))?;
        let mut client = Client::connect(&demo.host)?;
        sign_in(&mut client, "Coordinator")?;
        let round = open(&mut client, count)?;
        let board = format!("{round}/proposal");
        let (row, _) = measure(|_| Ok(board.clone()), &mut client)?;
        println!("| {} | the plan | {row} | | |", count * 2);
        let form = client.get(&format!("{round}/what-if"), "identity")?.text();
        let asked = |run: usize| {
            let mut query = "first=count&least_fit=0&different_workplace=yes".to_owned();
            for tag in tags(&form).iter().filter(|tag| tag.name == "input") {
                let (name, value) = (tag.get("name").unwrap_or_default(), tag.get("value").unwrap_or_default());
                if name.starts_with("criterion-") {
                    let plain = value.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#38;", "&");
                    query.push_str(&format!("&{name}={}", quoted(&plain)));
                } else if name.starts_with("weight-") {
                    query.push_str(&format!("&{name}={}", if name == "weight-0" { run % 10 + 1 } else { 2 }));
                }
            }
            Ok(format!("{round}/what-if?{query}"))
        };
        let (row, median) = measure(asked, &mut client)?;
        let limit = if count * 2 <= 200 { 50.0 } else { 300.0 };
        let verdict = line::verdict(median, Some(limit), " ms");
        println!("| {} | what if, another weight each time | {row} | {verdict} |", count * 2);
    }
    Ok(())
}

/// Opens a round, brings people in and proposes pairs; gives the round's path.
fn open(client: &mut Client, count: usize) -> Result<String> {
    let rounds = client.get("/rounds", "identity")?.text();
    let links = tags(&rounds);
    let link = links.iter().filter_map(|tag| tag.get("href")).find(|link| link.ends_with("/rounds/new"));
    let fields = [
        ("name", "Bench"),
        ("starts_on-day", "1"),
        ("starts_on-month", "2"),
        ("starts_on-year", "2090"),
        ("ends_on-day", "1"),
        ("ends_on-month", "7"),
        ("ends_on-year", "2090"),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let opened = client.post(link.ok_or("no scheme to open a round in")?, &fields)?;
    let import = leads(&opened)?;
    bring_in(client, &import, &[("mentors", &people("mentor", count)), ("mentees", &people("mentee", count))])?;
    let round = import.trim_end_matches("/import").to_owned();
    leads(&client.post(&format!("{round}/proposals"), &[])?)?;
    Ok(round)
}

/// A row of the table, and the median in milliseconds.
fn measure(path: impl Fn(usize) -> Result<String>, client: &mut Client) -> Result<(String, f64)> {
    let mut times = Vec::with_capacity(RUNS);
    let mut bytes = 0;
    for run in 0..=RUNS {
        let path = path(run)?;
        let began = Instant::now();
        let answer = client.get(&path, "identity")?;
        if run > 0 {
            times.push(began.elapsed());
        }
        if answer.status != 200 {
            return Err(format!("{path} answered {}", answer.status).into());
        }
        bytes = answer.body.len();
    }
    let times = Times::of(times);
    let (least, median, most) = (times.rank(1), times.rank(50), times.rank(100));
    Ok((format!("{least:.1} | {median:.1} | {most:.1} | {bytes}"), median))
}
