//! `cargo bench -p matching`: what each function of the engine costs, on invented questions of several sizes.
//!
//! To compare with other solvers, see `cargo xtask bench matching`.

#[path = "engine/instance.rs"]
#[allow(dead_code)] // Files of the other kinds are written by the example `instances`.
mod instance;

use divan::{Bencher, black_box};
use instance::Family;
use matching::exchange::{cycles, transport};
use matching::{assign, group, pair};

const SIZES: [usize; 3] = [100, 1000, 10_000];

fn main() {
    divan::main();
}

fn scheme(people: usize) -> assign::Question {
    let scheme = instance::scheme(Family::Form, people);
    let pair = |(mentee, mentor, score)| assign::Pair { mentee, mentor, score };
    let pairs = scheme.pairs.into_iter().map(pair).collect();
    assign::Question::new(people * 2 / 3, scheme.capacities, pairs).expect("a sound question")
}

fn pool(people: usize) -> pair::Question {
    let pairs =
        instance::pool(Family::Form, people).into_iter().map(|(one, other, score)| pair::Pair { one, other, score });
    pair::Question::new(people, pairs.collect()).expect("a sound question")
}

#[divan::bench(args = SIZES)]
fn assign_propose(bencher: Bencher<'_, '_>, people: usize) {
    let question = scheme(people);
    bencher.bench_local(|| assign::propose(black_box(&question)));
}

#[divan::bench(args = SIZES)]
fn assign_verify(bencher: Bencher<'_, '_>, people: usize) {
    let question = scheme(people);
    let plan = assign::propose(&question);
    bencher.bench_local(|| assign::verify(black_box(&question), &plan));
}

#[divan::bench(args = SIZES)]
fn pair_propose(bencher: Bencher<'_, '_>, people: usize) {
    let question = pool(people);
    bencher.bench_local(|| pair::propose(black_box(&question)));
}

#[divan::bench(args = SIZES)]
fn pair_verify(bencher: Bencher<'_, '_>, people: usize) {
    let question = pool(people);
    let plan = pair::propose(&question);
    bencher.bench_local(|| pair::verify(black_box(&question), &plan));
}

/// One pair of the plan is forbidden.
#[divan::bench(args = SIZES)]
fn pair_propose_again(bencher: Bencher<'_, '_>, people: usize) {
    let question = pool(people);
    let plan = pair::propose(&question);
    let (one, other) = plan.pairs().next().expect("a pair");
    let edited = question.forbid(one, other).expect("an open pair");
    bencher.bench_local(|| pair::propose_again(black_box(&edited), &plan));
}

#[divan::bench(args = SIZES)]
fn pair_next_best(bencher: Bencher<'_, '_>, people: usize) {
    let question = pool(people);
    let plan = pair::propose(&question);
    bencher.bench_local(|| pair::next_best(black_box(&question), &plan));
}

#[divan::bench(args = SIZES)]
fn pair_unstable(bencher: Bencher<'_, '_>, people: usize) {
    let question = pool(people);
    let plan = pair::propose(&question);
    bencher.bench_local(|| pair::unstable(black_box(&question), &plan));
}

/// An odd pool, so that somebody is left out.
#[divan::bench(args = [101, 1001])]
fn pair_with_triad(bencher: Bencher<'_, '_>, people: usize) {
    let question = pool(people);
    let plan = pair::propose(&question);
    bencher.bench_local(|| pair::with_triad(black_box(&question), &plan));
}

fn hours(people: usize) -> transport::Question {
    let instance::Hours { needs, offers, ways } = instance::hours(Family::Form, people);
    let ways = ways.into_iter().map(|(need, offer, score)| transport::Way::new(need, offer, score));
    transport::Question::new(needs, offers, ways.collect()).expect("a sound question")
}

fn gifts(people: usize) -> cycles::Question {
    let gifts = instance::gifts(Family::Form, people).into_iter();
    let gifts = gifts.map(|(giver, taker, score)| cycles::Gift::new(giver, taker, score));
    cycles::Question::new(people, gifts.collect()).expect("a sound question")
}

#[divan::bench(args = SIZES)]
fn transport_propose(bencher: Bencher<'_, '_>, people: usize) {
    let question = hours(people);
    bencher.bench_local(|| transport::propose(black_box(&question)));
}

#[divan::bench(args = SIZES)]
fn transport_verify(bencher: Bencher<'_, '_>, people: usize) {
    let question = hours(people);
    let plan = transport::propose(&question);
    bencher.bench_local(|| transport::verify(black_box(&question), &plan));
}

/// One hour of the plan is given up.
#[divan::bench(args = SIZES)]
fn transport_revise(bencher: Bencher<'_, '_>, people: usize) {
    let question = hours(people);
    let plan = transport::propose(&question);
    let share = plan.shares()[0];
    let edited = question.at_most(share.need, share.offer, share.hours - 1).expect("an open way");
    bencher.bench_local(|| transport::revise(black_box(&edited), &plan));
}

#[divan::bench(args = SIZES)]
fn transport_next_best(bencher: Bencher<'_, '_>, people: usize) {
    let question = hours(people);
    let plan = transport::propose(&question);
    bencher.bench_local(|| transport::next_best(black_box(&question), &plan));
}

/// Rings of up to three, in as many steps as two hundred people need to be proven, and more.
#[divan::bench(args = [50, 100, 200], sample_count = 5)]
fn cycles_propose(bencher: Bencher<'_, '_>, people: usize) {
    let question = gifts(people);
    let how = cycles::Search::steps(20_000);
    bencher.bench_local(|| cycles::propose(black_box(&question), &how, &|| false));
}

/// Ten million steps.
#[divan::bench(args = [100, 500, 1000], sample_count = 10)]
fn group_propose(bencher: Bencher<'_, '_>, people: usize) {
    let cells = instance::distances(Family::Form, people);
    let distances = group::Distances::whole(people, &cells).expect("sound distances");
    let question = group::Question::evenly(distances, people / 20).expect("a sound question");
    let how = group::Search::steps(10_000_000);
    bencher.bench_local(|| group::propose(black_box(&question), &how, &|| false));
}
