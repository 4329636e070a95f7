//! Chance, through a seam: the system's source, or a seeded one for tests that must repeat.

use std::sync::{Arc, Mutex, PoisonError};

/// Gives random bytes. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Random {
    /// The operating system's generator: for everything real.
    System,
    /// Repeatable and guessable: for tests only.
    Seeded(Arc<Mutex<u64>>),
}

impl Random {
    /// A source that gives the same bytes for the same seed.
    #[must_use]
    pub fn seeded(seed: u64) -> Random {
        Random::Seeded(Arc::new(Mutex::new(seed)))
    }

    /// `N` fresh bytes.
    ///
    /// # Panics
    /// When the operating system cannot give randomness: nothing safe can be done then.
    #[must_use]
    #[allow(clippy::expect_used)]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        match self {
            Random::System => getrandom::fill(&mut out).expect("the system gives random bytes"),
            Random::Seeded(state) => {
                let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
                for byte in &mut out {
                    *byte = (splitmix(&mut state) >> 56) as u8;
                }
            }
        }
        out
    }
}

/// One step of SplitMix64 (Steele, Lea, Flood, 2014).
fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
