//! An organisation of ten thousand people, for `cargo xtask bench pages`: makes it in a temporary database, measures what
//! its pages read beside the same statements run bare, serves a bare page to compare with, and waits until its input ends.
//! On SQLite, or on PostgreSQL when `TEST_DATABASE_URL` names a server.
//!
//! It says each thing in a line of words parted by tabs: `database`, `page`, `reads`, `floor`, `ready`. Asked for `each`, it
//! tells instead what each statement of each page takes, the slowest first, and ends.

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

fn main() -> Result<()> {
    // As the program has it.
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(kit::db::threads()).enable_all();
    runtime.build().map_err(kit::Error::internal)?.block_on(measured())
}

async fn measured() -> Result<()> {
    let duet = TestDuet::demo().await;
    let filled = fill::fill(&duet).await?;
    if let Some(owner) = duet.database().owners_url() {
        // As the server would by itself within a minute: without it, it plans for empty tables.
        let (client, connection) = tokio_postgres::connect(&owner, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        client.batch_execute("analyze").await?;
    }
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let mut peer = bare::Peer::open(&duet).await?;
    if std::env::args().any(|word| word == "each") {
        return each(&filled, &mut priya, &mut peer).await;
    }
    println!("database\t{}", duet.database().url());
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

/// What each statement of each page takes, run bare by itself.
async fn each(filled: &fill::Filled, priya: &mut testkit::Visitor, peer: &mut bare::Peer) -> Result<()> {
    for (name, path) in filled.pages() {
        let (_, heard) = kit::db::heard(priya.get(&path)).await;
        let mut taken = Vec::new();
        for one in heard.statements.chunks(1) {
            peer.prepare(one).await?;
            let mut times = Vec::new();
            for _ in 0..TIMES {
                let began = Instant::now();
                peer.run(one).await?;
                times.push(began.elapsed());
            }
            taken.push((median(times), one[0].0.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        taken.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (took, text) in taken {
            println!("{name}\t{took:.0} µs\t{text}");
        }
    }
    Ok(())
}

/// In microseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1_000_000.0
}
