//! The fuzz targets' bodies on random bytes, for who has no nightly toolchain: no input may panic.

use proptest::prelude::*;

#[path = "../fuzz/bodies.rs"]
mod bodies;

/// Bytes at random, and bytes that mostly stay small, so that more than refusals comes about.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let tame = prop_oneof![20 => 0u8..128, 1 => any::<u8>()];
    prop_oneof![prop::collection::vec(any::<u8>(), 0..200), prop::collection::vec(tame, 0..300)]
}

/// A list that is sound more often: every pair once.
fn sound() -> impl Strategy<Value = Vec<u8>> {
    let head = prop::collection::vec(0u8..12, 7);
    let scores = prop::collection::vec(prop_oneof![8 => 0u8..128, 1 => any::<u8>()], 66);
    (head, scores, any::<u64>()).prop_map(|(mut bytes, scores, kept)| {
        let all = (0..12u8).flat_map(|one| (one + 1..12).map(move |other| (one, other)));
        for ((at, (one, other)), score) in all.enumerate().zip(scores) {
            if kept >> (at % 64) & 1 == 1 && other < bytes[0].max(1) % 12 {
                bytes.extend([one, other, score]);
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn assign_never_panics(bytes in bytes()) {
        bodies::assign(&bytes);
    }

    #[test]
    fn pair_never_panics(bytes in prop_oneof![bytes(), sound()]) {
        bodies::pair(&bytes);
    }

    #[test]
    fn exchange_never_panics(bytes in bytes()) {
        bodies::exchange(&bytes);
    }

    #[test]
    fn group_never_panics(bytes in bytes()) {
        bodies::group(&bytes);
    }
}
