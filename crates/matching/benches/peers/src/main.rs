//! Times one public crate on one file: `peers SOLVER FILE REPS` prints a line of JSON, as `solve` does.
//!
//! Building the crate's own graph or matrix from a list in memory counts, reading the file does not.

use std::error::Error;
use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use rustix::time::{ClockId, clock_gettime};

/// How many pairs, and their scores together (for a square, the cost).
type Value = (usize, i64);
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("peers: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Outcome<String> {
    let [solver, file, reps] = words else { return Err("usage: peers SOLVER FILE REPS".into()) };
    let reps: usize = reps.parse()?;
    match solver.as_str() {
        "lapjv" | "lsap" | "kuhn_munkres" => {
            let (size, cells) = square(file)?;
            timed(reps, || on_square(solver, size, &cells))
        }
        "kuhn_munkres_places" => {
            let (pairs, capacities) = (rows(file)?, rows(&file.replace(".csv", ".cap.csv"))?);
            timed(reps, || on_places(&pairs, &capacities))
        }
        "mwmatching" | "rustworkx_core" | "integer_blossom" => {
            let pairs = rows(file)?;
            timed(reps, || on_pool(solver, &pairs))
        }
        other => Err(format!("unknown solver {other}").into()),
    }
}

/// The least of all times on the clock, and of the processor: nobody here has a second thread.
fn timed(reps: usize, mut solve: impl FnMut() -> Outcome<Value>) -> Outcome<String> {
    let (mut least, mut processor, mut value) = (f64::INFINITY, f64::INFINITY, (0, 0));
    for _ in 0..reps.max(1) {
        let (began, before) = (Instant::now(), processor_ms());
        value = solve()?;
        least = least.min(began.elapsed().as_secs_f64() * 1e3);
        processor = processor.min(processor_ms() - before);
    }
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"least_ms\":{least:.4},\"cpu_ms\":{processor:.4}}}",
        value.0, value.1
    ))
}

/// Milliseconds of processor time that this thread has had.
fn processor_ms() -> f64 {
    let had = clock_gettime(ClockId::ThreadCPUTime);
    had.tv_sec as f64 * 1e3 + had.tv_nsec as f64 / 1e6
}

fn on_square(solver: &str, size: usize, cells: &[i32]) -> Outcome<Value> {
    let chosen: Vec<usize> = match solver {
        "lapjv" => {
            let cells = cells.iter().map(|&cell| f64::from(cell)).collect();
            lapjv::lapjv(&lapjv::Matrix::from_shape_vec((size, size), cells)?).map_err(|_| "no answer")?.0
        }
        "lsap" => {
            let cells: Vec<f64> = cells.iter().map(|&cell| f64::from(cell)).collect();
            lsap::solve(size, size, &cells, false).map_err(|_| "no answer")?.1
        }
        _ => {
            let cells = cells.iter().map(|&cell| i64::from(cell)).collect();
            let cells = pathfinding::matrix::Matrix::from_vec(size, size, cells)?;
            pathfinding::kuhn_munkres::kuhn_munkres_min(&cells).1
        }
    };
    let cost = chosen.iter().enumerate().map(|(row, &column)| i64::from(cells[row * size + column])).sum();
    Ok((size, cost))
}

/// Every place a column, every pair lifted so that most pairs come first: what one would write with a dense solver.
fn on_places(pairs: &[Vec<i64>], capacities: &[Vec<i64>]) -> Outcome<Value> {
    let mentees = pairs.iter().map(|pair| pair[0] as usize + 1).max().unwrap_or(0);
    let mut first = vec![0];
    for capacity in capacities {
        first.push(first[first.len() - 1] + capacity[1] as usize);
    }
    let width = first[first.len() - 1].max(mentees);
    let lift = (pairs.iter().map(|pair| pair[2]).max().unwrap_or(0) + 1) * mentees as i64;
    let mut cells = vec![0; mentees * width];
    for pair in pairs {
        let mentor = pair[1] as usize;
        cells[pair[0] as usize * width..][first[mentor]..first[mentor + 1]].fill(pair[2] + lift);
    }
    let cells = pathfinding::matrix::Matrix::from_vec(mentees, width, cells)?;
    let chosen = pathfinding::kuhn_munkres::kuhn_munkres(&cells).1;
    let made = chosen.iter().enumerate().map(|(row, &column)| cells[(row, column)]).filter(|&cell| cell > 0);
    Ok(made.fold((0, 0), |(count, score), cell| (count + 1, score + cell - lift)))
}

fn on_pool(solver: &str, pairs: &[Vec<i64>]) -> Outcome<Value> {
    let people = pairs.iter().map(|pair| pair[0].max(pair[1]) as usize + 1).max().unwrap_or(0);
    let mut partners = vec![usize::MAX; people];
    match solver {
        "mwmatching" => {
            let edge = |pair: &Vec<i64>| (pair[0] as usize, pair[1] as usize, pair[2] as i32);
            partners = mwmatching::Matching::new(pairs.iter().map(edge).collect()).solve();
            partners.resize(people, usize::MAX);
        }
        "rustworkx_core" => {
            let mut graph = petgraph::graph::UnGraph::<(), i64>::with_capacity(people, pairs.len());
            for _ in 0..people {
                graph.add_node(());
            }
            for pair in pairs {
                graph.add_edge((pair[0] as u32).into(), (pair[1] as u32).into(), pair[2]);
            }
            let weight = |edge: petgraph::graph::EdgeReference<'_, i64>| Ok(i128::from(*edge.weight()));
            let made =
                rustworkx_core::max_weight_matching::max_weight_matching::<_, _, ()>(&graph, false, weight, false);
            for (one, other) in made.map_err(|()| "no answer")? {
                (partners[one], partners[other]) = (other, one);
            }
        }
        _ => {
            let mut weights = vec![0; people * people];
            for pair in pairs {
                let (one, other) = (pair[0] as usize, pair[1] as usize);
                weights[one * people + other] = pair[2];
                weights[other * people + one] = pair[2];
            }
            let made = integer_blossom::max_weight_matching(&weights, people);
            partners = made.into_iter().map(|partner| partner.unwrap_or(usize::MAX)).collect();
        }
    }
    let made = pairs.iter().filter(|pair| partners[pair[0] as usize] == pair[1] as usize);
    Ok(made.fold((0, 0), |(count, score), pair| (count + 1, score + pair[2])))
}

fn rows(file: &str) -> Outcome<Vec<Vec<i64>>> {
    let text = fs::read_to_string(file)?;
    let row = |line: &str| line.split(',').map(str::parse).collect::<Result<Vec<i64>, _>>();
    Ok(text.lines().skip(1).map(row).collect::<Result<_, _>>()?)
}

fn square(file: &str) -> Outcome<(usize, Vec<i32>)> {
    let bytes = fs::read(file)?;
    let words: Vec<i32> = bytes.as_chunks::<4>().0.iter().map(|&word| i32::from_le_bytes(word)).collect();
    let (&size, cells) = words.split_first().ok_or("empty file")?;
    Ok((usize::try_from(size)?, cells.to_vec()))
}
