//! An organisation of ten thousand people, for `cargo xtask bench pages`: makes it in a temporary database, measures what
//! its pages read beside the same statements run bare, serves a bare page to compare with, and waits until its input ends.
//! On SQLite, or on PostgreSQL when `TEST_DATABASE_URL` names a server.
//!
//! It says each thing in a line of words parted by tabs: `database`, `page`, `reads`, `floor`, `ready`.

mod bare;
mod fill;
mod floor;

use std::io::Read as _;
use std::time::{Duration, Instant};

use duet::demo::cast;
use kit::Result;
use testkit::TestDuet;

/// How often each page is asked for and its statements are run bare, in turn, after a tenth as often to warm up.
const TIMES: usize = 200;

#[tokio::main]
async fn main() -> Result<()> {
    let duet = TestDuet::demo().await;
    let filled = fill::fill(&duet).await?;
    if let Some(owner) = duet.database().owners_url() {
        // As the server would by itself within a minute: without it, it plans for empty tables.
        let (client, connection) = tokio_postgres::connect(&owner, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        client.batch_execute("analyze").await?;
    }
    println!("database\t{}", duet.database().url());
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let mut peer = bare::Peer::open(&duet).await?;
    for (name, path) in filled.pages() {
        println!("page\t{name}\t{path}");
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        let (mut statements, mut units) = (0, 0);
        for round in 0..TIMES + TIMES / 10 {
            let (_, heard) = kit::db::heard(priya.get(&path)).await;
            peer.prepare(&heard.statements).await?;
            let began = Instant::now();
            peer.run(&heard.statements).await?;
            let took = began.elapsed();
            if round >= TIMES / 10 {
                ours.push(heard.time);
                bare.push(took);
            }
            (statements, units) = (heard.statements.len(), heard.units);
        }
        println!("reads\t{name}\t{statements}\t{units}\t{}\t{}", median(ours), median(bare));
    }
    println!("floor\t{}", floor::serve().await?);
    println!("ready");
    let until = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    let _ = until.await;
    Ok(())
}

/// In microseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1_000_000.0
}
